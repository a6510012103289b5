package block

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/slack-go/slack"

	"newsbot/digest/render"
)

// Form is a modal that asks a person for something.
type Form struct {
	Title, Submit string
	Action        string // comes back when it is sent, as the Action of a click
	Value         string // comes back with it
	Fields        []Field
}

// Field is one thing that a form asks for.
type Field struct {
	Name     string // of what comes back, unique in the form
	Kind     Kind
	Label    string
	Hint     string   // small, under it; may be ""
	Wrong    string   // what is wrong with what was put in, may be ""
	Value    string   // stands in it, in the form in which it comes back; may be ""
	Options  []Option // of Checks and Choice
	Optional bool
}

// Option is something that can be chosen.
type Option struct{ Value, Label string }

// Kind says what a field takes.
type Kind int

// The kinds of fields.
const (
	Text    Kind = iota // a line
	Channel             // the ID of a channel
	Time                // a time of day, "08:30"
	Checks              // any of the options, with a comma between them
	Choice              // one of the options
)

// maxFieldText is the longest text that a field takes.
const maxFieldText = 1_000

// Modal lays the form out.
func (f Form) Modal() *slack.ModalViewRequest {
	m := &slack.ModalViewRequest{
		Type:   slack.VTModal,
		Title:  label(f.Title, MaxModalTitle),
		Submit: label(f.Submit, MaxModalTitle), Close: plainText("Cancel"),
		CallbackID: f.Action, PrivateMetadata: f.Value,
	}
	for _, field := range f.Fields {
		m.Blocks.BlockSet = append(m.Blocks.BlockSet, field.blocks()...)
	}
	return m
}

// blocks is the field, and what is wrong with it below.
func (f Field) blocks() []slack.Block {
	var hint *slack.TextBlockObject
	if s := clip(f.Hint, maxNote); s != "" {
		hint = plainText(s)
	}
	input := slack.NewInputBlock("field-"+f.Name, label(f.Label, maxNote), hint, f.element())
	input.Optional = f.Optional
	blocks := []slack.Block{input}
	if wrong := clip(f.Wrong, maxNote); wrong != "" {
		blocks = append(blocks, smallPrint("⚠ "+wrong))
	}
	return blocks
}

func (f Field) element() slack.BlockElement {
	switch f.Kind {
	case Channel:
		e := slack.NewOptionsSelectBlockElement(slack.OptTypeConversations, nil, f.Name)
		e.InitialConversation = f.Value
		e.Filter = &slack.SelectBlockElementFilter{Include: []string{"public", "private"}}
		return e
	case Time:
		e := slack.NewTimePickerBlockElement(f.Name)
		e.InitialTime = f.Value
		return e
	case Checks:
		e := slack.NewCheckboxGroupsBlockElement(f.Name, optionObjects(f.Options)...)
		e.InitialOptions = optionObjects(f.chosen())
		return e
	case Choice:
		e := slack.NewOptionsSelectBlockElement(slack.OptTypeStatic, nil, f.Name, optionObjects(f.Options)...)
		if one := optionObjects(f.chosen()); len(one) > 0 {
			e.InitialOption = one[0]
		}
		return e
	}
	e := slack.NewPlainTextInputBlockElement(nil, f.Name)
	e.MaxLength = maxFieldText
	if value := render.Inert(f.Value); utf8.RuneCountInString(value) <= maxFieldText {
		e.InitialValue = value
	}
	return e
}

// chosen returns the options that are chosen at first.
func (f Field) chosen() []Option {
	values := strings.Split(f.Value, ",")
	var out []Option
	for _, o := range f.Options {
		if slices.Contains(values, o.Value) {
			out = append(out, o)
		}
	}
	return out
}

func optionObjects(list []Option) []*slack.OptionBlockObject {
	var out []*slack.OptionBlockObject
	for _, o := range list {
		out = append(out, slack.NewOptionBlockObject(o.Value, label(o.Label, MaxOptionText), nil))
	}
	return out
}
