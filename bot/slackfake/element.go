package slackfake

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// element is something in a block that a person can use.
type element struct {
	blockID string
	fields  map[string]any
	input   map[string]any // the input block around it, nil where there is none
}

// elements returns what a person can use in blocks. A block without an ID gets
// one from its place, as Slack gives it.
func elements(raw json.RawMessage) []element {
	var blocks []map[string]any
	if json.Unmarshal(raw, &blocks) != nil {
		return nil
	}
	var out []element
	for i, b := range blocks {
		id, _ := b["block_id"].(string)
		if id == "" {
			id = fmt.Sprintf("b%d", i)
		}
		add := func(v any, input map[string]any) {
			if fields, ok := v.(map[string]any); ok && fields["type"] != "image" {
				out = append(out, element{id, fields, input})
			}
		}
		switch b["type"] {
		case "actions":
			for _, v := range list(b["elements"]) {
				add(v, nil)
			}
		case "section":
			add(b["accessory"], nil)
		case "input":
			add(b["element"], b)
		}
	}
	return out
}

// findElement returns the element with an action_id.
func findElement(raw json.RawMessage, actionID string) (element, error) {
	all := elements(raw)
	i := slices.IndexFunc(all, func(e element) bool { return e.fields["action_id"] == actionID })
	if i < 0 {
		return element{}, fmt.Errorf("there is nothing to click with the action_id %q", actionID)
	}
	return all[i], nil
}

func (e element) text(field string) string {
	s, _ := e.fields[field].(string)
	return s
}

// picked names the field for the choice of the elements that pick one thing.
var picked = map[string]string{
	"conversations_select": "selected_conversation", "channels_select": "selected_channel", "users_select": "selected_user",
	"datepicker": "selected_date", "timepicker": "selected_time", "plain_text_input": "value",
}

// use is the element with what a person chose in it: the value of an option, of
// several with a comma between them, an ID, a date or a text; "" for a button,
// which has its own value.
func (e element) use(choice string) (answer, error) {
	kind := e.text("type")
	out := answer{"type": kind}
	switch kind {
	case "button":
		out["value"] = e.text("value")
		out["text"] = e.fields["text"]
		return out, nil
	case "static_select", "overflow", "radio_buttons":
		if choice == "" {
			out["selected_option"] = nil
			return out, nil
		}
		option, err := e.option(choice)
		out["selected_option"] = option
		return out, err
	case "multi_static_select", "checkboxes":
		options, err := e.several(choice)
		out["selected_options"] = options
		return out, err
	}
	field, known := picked[kind]
	if !known {
		return nil, fmt.Errorf("a %s cannot be used here", kind)
	}
	out[field] = choice
	if choice == "" {
		out[field] = nil
	}
	return out, e.fits(choice)
}

// several returns the options of which the values are given with commas between
// them.
func (e element) several(choice string) ([]any, error) {
	chosen := []any{}
	for value := range strings.FieldsFuncSeq(choice, func(r rune) bool { return r == ',' }) {
		option, err := e.option(value)
		if err != nil {
			return nil, err
		}
		chosen = append(chosen, option)
	}
	return chosen, nil
}

// option returns the option of a value.
func (e element) option(value string) (any, error) {
	options := list(e.fields["options"])
	for _, group := range list(e.fields["option_groups"]) {
		fields, _ := group.(map[string]any)
		options = append(options, list(fields["options"])...)
	}
	for _, v := range options {
		if o, _ := v.(map[string]any); o["value"] == value {
			return o, nil
		}
	}
	return nil, fmt.Errorf("%s has no option %q", e.text("action_id"), value)
}

// fits checks the length of a text against the limits of its field.
func (e element) fits(choice string) error {
	n := float64(utf8.RuneCountInString(choice))
	most, bounded := e.fields["max_length"].(float64)
	if least, _ := e.fields["min_length"].(float64); n < least && n > 0 || bounded && n > most {
		return fmt.Errorf("%s takes %v to %v characters", e.text("action_id"), least, most)
	}
	return nil
}

// initial is what stands in an element before a person changes it.
func (e element) initial() string {
	for _, field := range []string{"initial_value", "initial_conversation", "initial_channel", "initial_user", "initial_date", "initial_time"} {
		if s := e.text(field); s != "" {
			return s
		}
	}
	options := list(e.fields["initial_options"])
	if one := e.fields["initial_option"]; one != nil {
		options = append(options, one)
	}
	var values []string
	for _, v := range options {
		o, _ := v.(map[string]any)
		value, _ := o["value"].(string)
		values = append(values, value)
	}
	return strings.Join(values, ",")
}

// required tells whether a modal cannot be sent while the element is empty.
func (e element) required() bool { return e.input != nil && e.input["optional"] != true }
