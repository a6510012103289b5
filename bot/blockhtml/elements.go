package blockhtml

import (
	"cmp"
	"encoding/json"
	"strconv"

	"github.com/slack-go/slack"
	"golang.org/x/net/html"

	"newsbot/digest/render"
)

// What a person uses carries its action_id for the script of the page: as
// data-action-id where the use is told at once, as data-action in an input block,
// which is sent with its window. What is asked before is in data-confirm.

// actions draws a row of elements; nil where none of them is drawn.
func (o Options) actions(b *slack.ActionBlock, id string) *html.Node {
	row := el("div", at{"class", "block-actions"})
	if b.Elements == nil {
		return nil
	}
	for _, e := range b.Elements.ElementSet {
		if n := o.element(e, id); n != nil {
			row.AppendChild(n)
		}
	}
	if row.FirstChild == nil {
		return nil
	}
	return row
}

func (o Options) accessory(a *slack.Accessory, id string) *html.Node {
	switch {
	case a == nil:
		return nil
	case a.ImageElement != nil:
		address := ""
		if a.ImageElement.ImageURL != nil {
			address = *a.ImageElement.ImageURL
		}
		return picture(a.ImageElement.AltText, address)
	}
	for _, e := range []slack.BlockElement{some(a.ButtonElement), some(a.OverflowElement), some(a.SelectElement), some(a.MultiSelectElement),
		some(a.RadioButtonsElement), some(a.CheckboxGroupsBlockElement), some(a.DatePickerElement), some(a.TimePickerElement),
		some(a.PlainTextInputElement), some(a.UnknownElement)} {
		if e != nil {
			return o.element(e, id)
		}
	}
	return nil
}

// some returns an element as one of any kind, nil where there is none.
func some[T any, E interface {
	*T
	slack.BlockElement
}](e E) slack.BlockElement {
	if e == nil {
		return nil
	}
	return e
}

// element draws an element that stands in a message; nil where it is of no use
// without a script.
func (o Options) element(e slack.BlockElement, block string) *html.Node {
	if b, ok := e.(*slack.ButtonBlockElement); ok {
		return o.button(b)
	}
	if !o.Live {
		return nil
	}
	if menu, ok := e.(*slack.OverflowBlockElement); ok {
		return overflow(menu)
	}
	n, use := o.control(e, o.Prefix+block)
	if n == nil {
		return unknown(string(e.ElementType()))
	}
	set(n, "data-action-id", use.id)
	if use.confirm != "" {
		set(n, "data-confirm", use.confirm)
	}
	if use.label != "" {
		set(n, "aria-label", use.label)
	}
	return n
}

// use is how an element is used: its action_id, its label where none stands beside
// it, and what is asked before.
type use struct{ id, label, confirm string }

func (o Options) button(b *slack.ButtonBlockElement) *html.Node {
	class := "button"
	if b.Style == slack.StylePrimary || b.Style == slack.StyleDanger {
		class += " " + string(b.Style)
	}
	if href := render.Link(b.URL); href != "" {
		n := el("a", at{"class", class, "href", href, "target", "_blank", "rel", "noopener noreferrer nofollow", "aria-label", b.AccessibilityLabel}, o.text(b.Text)...)
		if o.Live {
			set(n, "data-action-id", b.ActionID)
		}
		return n
	}
	if !o.Live {
		return nil
	}
	return el("button", at{"type", "button", "class", class, "data-action-id", b.ActionID, "data-confirm", confirmation(b.Confirm),
		"aria-label", b.AccessibilityLabel}, o.text(b.Text)...)
}

// overflow is a button with a menu
// (https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/).
func overflow(e *slack.OverflowBlockElement) *html.Node {
	menu := el("div", at{"role", "menu", "class", "menu", "hidden", "hidden"})
	for _, option := range e.Options {
		menu.AppendChild(el("button", at{"type", "button", "role", "menuitem", "tabindex", "-1", "data-value", option.Value}, text(plain(option.Text))))
	}
	opener := el("button", at{"type", "button", "class", "button", "aria-label", "More actions", "aria-haspopup", "menu", "aria-expanded", "false"}, text("⋯"))
	return el("span", at{"class", "overflow", "data-action-id", e.ActionID, "data-confirm", confirmation(e.Confirm)}, opener, menu)
}

// control draws what takes a choice or a text; nil where it is not drawn.
func (o Options) control(e slack.BlockElement, id string) (*html.Node, use) {
	switch e := e.(type) {
	case *slack.SelectBlockElement:
		return o.menu(e), use{e.ActionID, cmp.Or(plain(e.Placeholder), "Choose"), confirmation(e.Confirm)}
	case *slack.MultiSelectBlockElement:
		return o.choices("checkbox", id+"-"+e.ActionID, e.Options, e.InitialOptions), use{e.ActionID, "", confirmation(e.Confirm)}
	case *slack.CheckboxGroupsBlockElement:
		return o.choices("checkbox", id+"-"+e.ActionID, e.Options, e.InitialOptions), use{e.ActionID, "", confirmation(e.Confirm)}
	case *slack.RadioButtonsBlockElement:
		return o.choices("radio", id+"-"+e.ActionID, e.Options, []*slack.OptionBlockObject{e.InitialOption}), use{e.ActionID, "", confirmation(e.Confirm)}
	case *slack.DatePickerBlockElement:
		return field("date", e.InitialDate, e.Placeholder, 0), use{e.ActionID, "date", confirmation(e.Confirm)}
	case *slack.TimePickerBlockElement:
		return field("time", e.InitialTime, e.Placeholder, 0), use{e.ActionID, "time", confirmation(e.Confirm)}
	case *slack.PlainTextInputBlockElement:
		return input(e), use{e.ActionID, cmp.Or(plain(e.Placeholder), "text"), ""}
	}
	return nil, use{}
}

// input draws what takes a text, of one line or several.
func input(e *slack.PlainTextInputBlockElement) *html.Node {
	if !e.Multiline {
		return field("text", e.InitialValue, e.Placeholder, e.MaxLength)
	}
	return el("textarea", at{"class", "control", "rows", "4", "maxlength", positive(e.MaxLength), "placeholder", plain(e.Placeholder)}, text(e.InitialValue))
}

func field(kind, value string, placeholder *slack.TextBlockObject, longest int) *html.Node {
	return el("input", at{"class", "control", "type", kind, "value", value, "placeholder", plain(placeholder), "maxlength", positive(longest)})
}

// menu draws a menu whose first entry stands for no choice.
func (o Options) menu(e *slack.SelectBlockElement) *html.Node {
	initial := cmp.Or(e.InitialChannel, e.InitialConversation, e.InitialUser)
	if e.InitialOption != nil {
		initial = e.InitialOption.Value
	}
	n := el("select", at{"class", "control"}, entry("", cmp.Or(plain(e.Placeholder), "Choose"), false))
	for _, c := range o.entries(e) {
		n.AppendChild(entry(c.ID, c.Name, c.ID == initial))
	}
	return n
}

// entries lists what a menu offers; groups come one after the other.
func (o Options) entries(e *slack.SelectBlockElement) []Name {
	var out []Name
	switch e.Type {
	case slack.OptTypeUser:
		return o.Users
	case slack.OptTypeChannels, slack.OptTypeConversations:
		for _, c := range o.Channels {
			out = append(out, Name{c.ID, "#" + c.Name})
		}
		return out
	}
	options := e.Options
	for _, g := range e.OptionGroups {
		options = append(options, g.Options...)
	}
	for _, option := range options {
		out = append(out, Name{option.Value, plain(option.Text)})
	}
	return out
}

func entry(value, label string, selected bool) *html.Node {
	n := el("option", at{"selected", flag("selected", selected)}, text(label))
	set(n, "value", value) // also an empty one
	return n
}

// choices draws boxes or buttons, of one name, with a label each.
func (o Options) choices(kind, name string, options, initial []*slack.OptionBlockObject) *html.Node {
	role := "group"
	if kind == "radio" {
		role = "radiogroup"
	}
	n := el("div", at{"class", "choices", "role", role})
	for _, option := range options {
		checked := false
		for _, i := range initial {
			checked = checked || i != nil && i.Value == option.Value
		}
		label := el("label", nil, el("input", at{"type", kind, "name", name, "value", option.Value, "checked", flag("checked", checked)}), text(" "))
		for _, t := range o.text(option.Text) {
			label.AppendChild(t)
		}
		if option.Description != nil {
			label.AppendChild(el("small", nil, append([]*html.Node{text(" ")}, o.text(option.Description)...)...))
		}
		n.AppendChild(label)
	}
	return n
}

// inputBlock draws an element of a window with its label, its hint and room for what
// is wrong with it.
func (o Options) inputBlock(b *slack.InputBlock, id, block string) *html.Node {
	if !o.Live {
		return nil
	}
	n, use := o.control(b.Element, id)
	if n == nil {
		return el("p", nil, unknown("input"))
	}
	label := o.text(b.Label)
	if b.Optional {
		label = append(label, el("span", at{"class", "optional"}, text(" (optional)")))
	}
	set(n, "data-action", use.id)
	wrong := el("p", at{"class", "wrong", "id", id + "-wrong", "data-block", block})
	described := id + "-wrong"
	var hint *html.Node
	if b.Hint != nil {
		hint = el("p", at{"class", "hint", "id", id + "-hint"}, o.text(b.Hint)...)
		described = id + "-hint " + described
	}
	set(n, "aria-describedby", described)
	if n.Data == "div" { // several boxes
		return el("fieldset", at{"class", "block-input"}, el("legend", nil, label...), n, hint, wrong)
	}
	set(n, "id", id)
	if !b.Optional {
		set(n, "aria-required", "true")
	}
	return el("div", at{"class", "block-input"}, el("label", at{"for", id}, label...), n, hint, wrong)
}

// confirmation is what is asked before an element is used, as JSON.
func confirmation(c *slack.ConfirmationBlockObject) string {
	if c == nil {
		return ""
	}
	raw, err := json.Marshal(map[string]string{
		"title": plain(c.Title), "text": plain(c.Text), "yes": plain(c.Confirm), "no": plain(c.Deny), "style": string(c.Style)})
	if err != nil {
		panic(err) // text can be encoded
	}
	return string(raw)
}

func plain(t *slack.TextBlockObject) string {
	if t == nil {
		return ""
	}
	return withEmoji(t.Text)
}

// positive writes a number, "" where it is 0.
func positive(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}
