package slackfake

import (
	"encoding/json"
	"slices"
)

const (
	maxViewSize   = 250_000 // bytes of a view
	maxViewBlocks = 100
	maxTitle      = 24 // title, submit and close of a modal
)

// readView reads a view of a type and refuses one that breaks a limit.
func readView(raw json.RawMessage, kind string) (map[string]any, *refusal) {
	var fields map[string]any
	if json.Unmarshal(raw, &fields) != nil {
		return nil, &refusal{code: "invalid_arguments", messages: []string{"[ERROR] missing required field: view"}}
	}
	if len(raw) > maxViewSize {
		return nil, &refusal{code: "view_too_large"}
	}
	var blocks []map[string]any
	for _, b := range list(fields["blocks"]) {
		block, _ := b.(map[string]any)
		blocks = append(blocks, block)
	}
	c := inspect(blocks, maxViewBlocks, viewTypes)
	c.view(fields, kind)
	if kind == "modal" {
		c.modal(fields, blocks)
	}
	if c.wrong != nil {
		return nil, &refusal{code: "invalid_arguments", messages: c.wrong}
	}
	return fields, nil
}

// view checks what both types of view have.
func (c *checker) view(fields map[string]any, kind string) {
	if fields["type"] != kind {
		c.fail("/view/type", "must be %s", kind)
	}
	if fields["blocks"] == nil {
		c.fail("/view/blocks", "missing required field: blocks")
	}
	for field, max := range map[string]int{"private_metadata": 3000, "callback_id": 255} {
		if length(fields[field]) > max {
			c.fail("/view/"+field, "must be less than %d characters", max+1)
		}
	}
}

// modal checks what a modal has beyond that.
func (c *checker) modal(fields map[string]any, blocks []map[string]any) {
	for _, field := range []string{"title", "submit", "close"} {
		text, there := fields[field].(map[string]any)
		n := length(text)
		if field == "title" && n == 0 || there && n == 0 || n > maxTitle {
			c.fail("/view/"+field, "must be 1 to %d characters", maxTitle)
		}
		if there && text["type"] != "plain_text" {
			c.fail("/view/"+field, "must be plain_text")
		}
	}
	inputs := slices.ContainsFunc(blocks, func(b map[string]any) bool { return b["type"] == "input" })
	if inputs && fields["submit"] == nil {
		c.fail("/view/submit", "missing required field: submit")
	}
}
