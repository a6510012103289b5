package slackfake

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"
)

const (
	maxPostText  = 40_000 // text of chat.postMessage
	maxMetadata  = 16_000 // bytes of a message's metadata
	maxBlocks    = 50
	maxBlockText = 13_200 // texts of all blocks with blockFrame for each
	blockFrame   = 125
)

// rule is a limit of Slack for one type of object: each named field is at most
// so long (a text in code points, a list in items), and needed ones are there.
type rule struct {
	max    map[string]int
	needed []string
}

// rules are the limits by the type of the object. A text object counts as the
// length of its text.
var rules = map[string]rule{
	"header":                 {map[string]int{"text": 150}, []string{"text"}},
	"section":                {map[string]int{"text": 3000, "fields": 10}, nil},
	"context":                {map[string]int{"elements": 10}, []string{"elements"}},
	"actions":                {map[string]int{"elements": 25}, []string{"elements"}},
	"divider":                {},
	"image":                  {map[string]int{"alt_text": 2000, "image_url": 3000, "title": 2000}, []string{"alt_text"}},
	"table":                  {map[string]int{"rows": 100}, []string{"rows"}},
	"rich_text":              {nil, []string{"elements"}},
	"rich_text_section":      {nil, []string{"elements"}},
	"rich_text_list":         {nil, []string{"elements"}},
	"rich_text_quote":        {nil, []string{"elements"}},
	"rich_text_preformatted": {nil, []string{"elements"}},
	"text":                   {nil, []string{"text"}},
	"link":                   {map[string]int{"url": 3000}, []string{"url"}},
	"plain_text":             {map[string]int{"text": 3000}, []string{"text"}},
	"mrkdwn":                 {map[string]int{"text": 3000}, []string{"text"}},
	"button":                 {map[string]int{"text": 75, "value": 2000, "url": 3000}, []string{"text"}},
	"static_select":          {map[string]int{"options": 100, "option_groups": 100, "placeholder": 150}, nil},
	"multi_static_select":    {map[string]int{"options": 100, "option_groups": 100, "placeholder": 150}, nil},
	"conversations_select":   {map[string]int{"placeholder": 150}, nil},
	"channels_select":        {map[string]int{"placeholder": 150}, nil},
	"users_select":           {map[string]int{"placeholder": 150}, nil},
	"datepicker":             {map[string]int{"placeholder": 150}, nil},
	"timepicker":             {map[string]int{"placeholder": 150}, nil},
	"plain_text_input":       {map[string]int{"placeholder": 150, "initial_value": 3000}, nil},
	"input":                  {map[string]int{"label": 2000, "hint": 2000}, []string{"label"}},
	"overflow":               {map[string]int{"options": 5}, []string{"options"}},
	"checkboxes":             {map[string]int{"options": 10}, []string{"options"}},
	"radio_buttons":          {map[string]int{"options": 10}, []string{"options"}},
}

// blockTypes are the blocks that every workspace takes in a message, viewTypes
// those in a view.
const (
	blockTypes = "header section context actions divider image table rich_text"
	viewTypes  = "header section context actions divider image input rich_text"
)

// checkMessage refuses a message that breaks a limit.
func checkMessage(m *Message) *refusal {
	if m.Text == "" && m.Blocks == nil {
		return &refusal{code: "no_text"}
	}
	if utf8.RuneCountInString(m.Text) > maxPostText {
		return &refusal{code: "msg_too_long"}
	}
	if len(m.Metadata) > maxMetadata {
		return &refusal{code: "metadata_too_large"}
	}
	if !validMetadata(m.Metadata) {
		return &refusal{code: "invalid_metadata_format"}
	}
	if m.Blocks == nil {
		return nil
	}
	return checkBlocks(m.Blocks)
}

// validMetadata tells whether metadata are absent or have a type and a payload.
func validMetadata(raw json.RawMessage) bool {
	var m struct {
		Type    string         `json:"event_type"`
		Payload map[string]any `json:"event_payload"`
	}
	return raw == nil || json.Unmarshal(raw, &m) == nil && m.Type != "" && m.Payload != nil
}

func checkBlocks(raw json.RawMessage) *refusal {
	var blocks []map[string]any
	if json.Unmarshal(raw, &blocks) != nil {
		return &refusal{code: "invalid_blocks_format"}
	}
	c := inspect(blocks, maxBlocks, blockTypes)
	if c.tables > 1 {
		c.fail("/blocks", "only one table allowed")
	}
	if c.wrong != nil {
		return &refusal{code: "invalid_blocks", messages: c.wrong}
	}
	if c.text+blockFrame*len(blocks) > maxBlockText {
		return &refusal{code: "msg_blocks_too_long"}
	}
	return nil
}

// inspect checks blocks, of which there may be so many of these types.
func inspect(blocks []map[string]any, most int, types string) *checker {
	c := &checker{seen: make(map[string]bool)}
	if len(blocks) > most {
		c.fail("/blocks", "no more than %d items allowed", most)
	}
	for i, b := range blocks {
		at := fmt.Sprintf("/blocks/%d", i)
		kind, _ := b["type"].(string)
		if !strings.Contains(" "+types+" ", " "+kind+" ") {
			c.fail(at+"/type", "unsupported type: %s", kind)
		}
		if kind == "table" {
			c.tables++
		}
		c.object(at, b)
	}
	return c
}

// checker goes through the blocks of one message or view.
type checker struct {
	seen   map[string]bool // block_id and action_id, each behind its kind
	text   int             // code points of all texts
	tables int
	wrong  []string
}

func (c *checker) fail(at, format string, values ...any) {
	c.wrong = append(c.wrong, fmt.Sprintf("[ERROR] "+format+" [json-pointer:%s]", append(values, at)...))
}

func (c *checker) object(at string, o map[string]any) {
	kind, _ := o["type"].(string)
	r := rules[kind]
	for field, max := range r.max {
		if n := length(o[field]); n > max {
			c.fail(at+"/"+field, "must be less than %d characters or items", max+1)
		}
	}
	for _, field := range r.needed {
		if length(o[field]) == 0 {
			c.fail(at+"/"+field, "must not be empty")
		}
	}
	c.special(at, kind, o)
	for _, kind := range []string{"block_id", "action_id"} {
		c.id(at, kind, o[kind])
	}
	for field, child := range o {
		c.child(at+"/"+field, field, child)
	}
}

// special checks what no rule can say.
func (c *checker) special(at, kind string, o map[string]any) {
	switch kind {
	case "section":
		c.section(at, o)
	case "table":
		for i, row := range list(o["rows"]) {
			if n := length(row); n == 0 || n > 20 {
				c.fail(fmt.Sprintf("%s/rows/%d", at, i), "must have 1 to 20 cells")
			}
		}
	case "input":
		if element, _ := o["element"].(map[string]any); element == nil {
			c.fail(at+"/element", "missing required field: element")
		}
	case "link":
		if u, _ := o["url"].(string); !strings.HasPrefix(u, "http://") && !strings.HasPrefix(u, "https://") {
			c.fail(at+"/url", "must be a valid URL")
		}
	}
	if confirm, ok := o["confirm"].(map[string]any); ok && kind != "" { // a dialog's own field of that name is a label
		c.confirm(at+"/confirm", confirm)
	}
	for i, v := range list(o["options"]) {
		c.option(fmt.Sprintf("%s/options/%d", at, i), v)
	}
}

func (c *checker) section(at string, o map[string]any) {
	if length(o["text"]) == 0 && length(o["fields"]) == 0 {
		c.fail(at, "missing required field: text")
	}
	for i, f := range list(o["fields"]) {
		if length(f) > 2000 {
			c.fail(fmt.Sprintf("%s/fields/%d", at, i), "must be less than 2001 characters")
		}
	}
}

func (c *checker) confirm(at string, o map[string]any) {
	for field, max := range map[string]int{"title": 100, "text": 300, "confirm": 30, "deny": 30} {
		if n := length(o[field]); n == 0 || n > max {
			c.fail(at+"/"+field, "must be 1 to %d characters", max)
		}
	}
}

func (c *checker) option(at string, v any) {
	o, _ := v.(map[string]any)
	if n := length(o["text"]); n == 0 || n > 75 {
		c.fail(at+"/text", "must be 1 to 75 characters")
	}
	if n := length(o["value"]); n == 0 || n > 150 {
		c.fail(at+"/value", "must be 1 to 150 characters")
	}
}

// id checks an identifier, which may be absent.
func (c *checker) id(at, kind string, v any) {
	id, ok := v.(string)
	if !ok {
		return
	}
	if utf8.RuneCountInString(id) > 255 {
		c.fail(at+"/"+kind, "must be less than 256 characters")
	}
	if c.seen[kind+id] {
		c.fail(at+"/"+kind, "%s %q already exists", kind, id)
	}
	c.seen[kind+id] = true
}

func (c *checker) child(at, field string, v any) {
	switch v := v.(type) {
	case string:
		if field == "text" {
			c.text += utf8.RuneCountInString(v)
		}
	case map[string]any:
		c.object(at, v)
	case []any:
		for i, item := range v {
			c.child(fmt.Sprintf("%s/%d", at, i), field, item)
		}
	}
}

// length is the code points of a text or of a text object's text, or the items
// of a list; 0 where there is nothing.
func length(v any) int {
	switch v := v.(type) {
	case string:
		return utf8.RuneCountInString(v)
	case []any:
		return len(v)
	case map[string]any:
		return length(v["text"])
	}
	return 0
}

func list(v any) []any {
	items, _ := v.([]any)
	return items
}
