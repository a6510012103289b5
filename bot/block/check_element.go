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
		c.selection(e.Placeholder, e.Options, e.OptionGroups)
	case *slack.MultiSelectBlockElement:
		c.id(e.ActionID, "action_id")
		c.selection(e.Placeholder, e.Options, e.OptionGroups)
	case *slack.OverflowBlockElement:
		c.id(e.ActionID, "action_id")
		c.options(e.Options, MaxOverflow, "options in the overflow menu")
	case *slack.CheckboxGroupsBlockElement:
		c.id(e.ActionID, "action_id")
		c.options(e.Options, MaxCheckboxes, "checkboxes")
	case *slack.RadioButtonsBlockElement:
		c.id(e.ActionID, "action_id")
		c.options(e.Options, MaxRadioButtons, "radio buttons")
	case *slack.TimePickerBlockElement:
		c.id(e.ActionID, "action_id")
	case *slack.PlainTextInputBlockElement:
		c.id(e.ActionID, "action_id")
		c.most(utf8.RuneCountInString(e.InitialValue), MaxInputText, "characters in the input")
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

// selection checks a select, whose options are listed, grouped, or loaded when
// it opens.
func (c *checker) selection(placeholder *slack.TextBlockObject, options []*slack.OptionBlockObject, groups []*slack.OptionGroupBlockObject) {
	if placeholder != nil {
		c.text(placeholder, MaxPlaceholder, "placeholder")
	}
	if options != nil {
		c.options(options, MaxOptions, "options in the select")
	}
	c.most(len(groups), MaxOptions, "groups in the select")
	for _, g := range groups {
		c.text(g.Label, MaxOptionText, "group's label")
		c.options(g.Options, MaxOptions, "options in the group")
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
	case a.ImageElement != nil:
		c.imageElement(a.ImageElement)
	case a.ButtonElement != nil:
		c.element(a.ButtonElement)
	case a.SelectElement != nil:
		c.element(a.SelectElement)
	case a.MultiSelectElement != nil:
		c.element(a.MultiSelectElement)
	case a.OverflowElement != nil:
		c.element(a.OverflowElement)
	case a.CheckboxGroupsBlockElement != nil:
		c.element(a.CheckboxGroupsBlockElement)
	case a.RadioButtonsElement != nil:
		c.element(a.RadioButtonsElement)
	}
}

func (c *checker) imageElement(e *slack.ImageBlockElement) {
	address := ""
	if e.ImageURL != nil {
		address = *e.ImageURL
	}
	c.image(address, e.AltText, e.SlackFile)
}

// image checks an image, which is a file in Slack where it has no address.
func (c *checker) image(address, alt string, file *slack.SlackFileObject) {
	if file == nil || address != "" {
		c.url(address, "image")
	}
	c.some(utf8.RuneCountInString(alt), MaxAltText, "characters in the image's alt_text")
}
