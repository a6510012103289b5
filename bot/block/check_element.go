package block

import (
	"unicode/utf8"

	"github.com/slack-go/slack"
)

func (c *checker) actions(b *slack.ActionBlock) {
	var elements []slack.BlockElement
	if b.Elements != nil {
		elements = b.Elements.ElementSet
	}
	c.some(len(elements), MaxActions, "elements in the actions")
	for _, e := range elements {
		c.element(e)
	}
}

// element checks an interactive element.
func (c *checker) element(e slack.BlockElement) {
	switch e := e.(type) {
	case *slack.ButtonBlockElement:
		c.button(e)
	case *slack.SelectBlockElement:
		c.id(e.ActionID, "action_id")
		c.selection(e)
	case *slack.OverflowBlockElement:
		c.id(e.ActionID, "action_id")
		c.options(e.Options, MaxOverflow, "options in the overflow menu")
	case *slack.CheckboxGroupsBlockElement:
		c.id(e.ActionID, "action_id")
		c.options(e.Options, MaxCheckboxes, "checkboxes")
	case *slack.TimePickerBlockElement:
		c.id(e.ActionID, "action_id")
	case *slack.PlainTextInputBlockElement:
		c.id(e.ActionID, "action_id")
		c.most(utf8.RuneCountInString(e.InitialValue), MaxInputText, "characters in the input")
	default:
		c.unknown(string(e.ElementType()))
	}
}

func (c *checker) button(b *slack.ButtonBlockElement) {
	c.id(b.ActionID, "action_id")
	c.text(b.Text, MaxButtonText, "button")
	c.most(utf8.RuneCountInString(b.Value), MaxButtonValue, "characters in the button's value")
	if b.URL != "" {
		c.url(b.URL, "button")
	}
	if q := b.Confirm; q != nil {
		c.text(q.Title, MaxConfirmTitle, "title of the question")
		c.text(q.Text, MaxConfirmText, "question")
		c.text(q.Confirm, MaxConfirmButton, "button of the question")
		c.text(q.Deny, MaxConfirmButton, "button of the question")
	}
}

// selection checks a select, whose options are listed, or those of Slack.
func (c *checker) selection(e *slack.SelectBlockElement) {
	if e.Placeholder != nil {
		c.text(e.Placeholder, MaxPlaceholder, "placeholder")
	}
	if e.Options != nil {
		c.options(e.Options, MaxOptions, "options in the select")
	}
}

func (c *checker) options(options []*slack.OptionBlockObject, max int, what string) {
	c.some(len(options), max, what)
	for _, o := range options {
		c.text(o.Text, MaxOptionText, "option")
		c.some(utf8.RuneCountInString(o.Value), MaxOptionValue, "characters in the option's value")
	}
}

// accessory checks the element beside a section.
func (c *checker) accessory(a *slack.Accessory) {
	switch {
	case a == nil:
	case a.ButtonElement != nil:
		c.element(a.ButtonElement)
	case a.OverflowElement != nil:
		c.element(a.OverflowElement)
	default:
		c.unknown("section's accessory")
	}
}
