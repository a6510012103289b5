package blockhtml

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"

	"github.com/slack-go/slack"

	"newsbot/digest/dom"
	"newsbot/digest/render"
)

// What a person uses carries its action_id for the script of the page: as
// data-action-id where the use is told at once, as data-action in an input block,
// which is sent with its modal. What is asked before is in data-confirm.

// actions draws a row of elements; nil where none of them is drawn.
func (o Options) actions(b *slack.ActionBlock, id string) *dom.Node {
	if b.Elements == nil {
		return nil
	}
	var all []*dom.Node
	for _, e := range b.Elements.ElementSet {
		all = append(all, o.element(e, id))
	}
	row := dom.El("div", dom.At{"class", "block-actions"}, all...)
	if row.FirstChild == nil {
		return nil
	}
	return row
}

// accessory draws the element beside a section.
func (o Options) accessory(a *slack.Accessory, id string) *dom.Node {
	switch {
	case a == nil:
		return nil
	case a.ButtonElement != nil:
		return o.element(a.ButtonElement, id)
	case a.OverflowElement != nil:
		return o.element(a.OverflowElement, id)
	}
	return unknown("accessory")
}

// element draws an element that stands in a message; nil where it is of no use
// without a script.
func (o Options) element(e slack.BlockElement, block string) *dom.Node {
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
	dom.Set(n, "data-action-id", use.id)
	if use.confirm != "" {
		dom.Set(n, "data-confirm", use.confirm)
	}
	if use.label != "" {
		dom.Set(n, "aria-label", use.label)
	}
	return n
}

// use is how an element is used: its action_id, its label where none stands beside
// it, and what is asked before.
type use struct{ id, label, confirm string }

func (o Options) button(b *slack.ButtonBlockElement) *dom.Node {
	class := "button"
	if b.Style == slack.StylePrimary || b.Style == slack.StyleDanger {
		class += " " + string(b.Style)
	}
	if n := render.Anchor(b.URL, dom.At{"class", class, "target", "_blank", "aria-label", b.AccessibilityLabel}, o.text(b.Text)...); n != nil {
		if o.Live {
			dom.Set(n, "data-action-id", b.ActionID)
		}
		return n
	}
	if !o.Live {
		return nil
	}
	return dom.El("button", dom.At{"type", "button", "class", class, "data-action-id", b.ActionID, "data-confirm", confirmation(b.Confirm),
		"aria-label", b.AccessibilityLabel}, o.text(b.Text)...)
}

// overflow is a button with a menu
// (https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/).
func overflow(e *slack.OverflowBlockElement) *dom.Node {
	menu := dom.El("div", dom.At{"role", "menu", "class", "menu", "hidden", "hidden"})
	for _, option := range e.Options {
		menu.AppendChild(dom.El("button", dom.At{"type", "button", "role", "menuitem", "tabindex", "-1", "data-value", option.Value}, dom.Text(plain(option.Text))))
	}
	opener := dom.El("button", dom.At{"type", "button", "class", "button", "aria-label", "More actions", "aria-haspopup", "menu", "aria-expanded", "false"}, dom.Text("⋯"))
	return dom.El("span", dom.At{"class", "overflow", "data-action-id", e.ActionID, "data-confirm", confirmation(e.Confirm)}, opener, menu)
}

// control draws what takes a choice or a text; nil where it is not drawn.
func (o Options) control(e slack.BlockElement, id string) (*dom.Node, use) {
	switch e := e.(type) {
	case *slack.SelectBlockElement:
		return o.menu(e), use{e.ActionID, cmp.Or(plain(e.Placeholder), "Choose"), confirmation(e.Confirm)}
	case *slack.CheckboxGroupsBlockElement:
		return o.boxes(id+"-"+e.ActionID, e.Options, e.InitialOptions), use{e.ActionID, "", confirmation(e.Confirm)}
	case *slack.TimePickerBlockElement:
		return field("time", e.InitialTime, e.Placeholder, 0), use{e.ActionID, "time", confirmation(e.Confirm)}
	case *slack.PlainTextInputBlockElement:
		return field("text", e.InitialValue, e.Placeholder, e.MaxLength), use{e.ActionID, cmp.Or(plain(e.Placeholder), "text"), ""}
	}
	return nil, use{}
}

func field(kind, value string, placeholder *slack.TextBlockObject, longest int) *dom.Node {
	return dom.El("input", dom.At{"class", "control", "type", kind, "value", value, "placeholder", plain(placeholder), "maxlength", positive(longest)})
}

// menu draws a menu whose first entry stands for no choice.
func (o Options) menu(e *slack.SelectBlockElement) *dom.Node {
	initial := e.InitialConversation
	if e.InitialOption != nil {
		initial = e.InitialOption.Value
	}
	n := dom.El("select", dom.At{"class", "control"}, entry("", cmp.Or(plain(e.Placeholder), "Choose"), false))
	for _, c := range o.entries(e) {
		n.AppendChild(entry(c.ID, c.Name, c.ID == initial))
	}
	return n
}

// entries lists what a menu offers.
func (o Options) entries(e *slack.SelectBlockElement) []Name {
	var out []Name
	if e.Type == slack.OptTypeConversations {
		for _, c := range o.Channels {
			out = append(out, Name{c.ID, "#" + c.Name})
		}
		return out
	}
	for _, option := range e.Options {
		out = append(out, Name{option.Value, plain(option.Text)})
	}
	return out
}

func entry(value, label string, selected bool) *dom.Node {
	n := dom.El("option", dom.At{"selected", dom.Flag("selected", selected)}, dom.Text(label))
	dom.Set(n, "value", value) // also an empty one
	return n
}

// boxes draws boxes to tick, of one name, with a label each.
func (o Options) boxes(name string, options, initial []*slack.OptionBlockObject) *dom.Node {
	n := dom.El("div", dom.At{"class", "choices", "role", "group"})
	for _, option := range options {
		checked := slices.ContainsFunc(initial, func(i *slack.OptionBlockObject) bool { return i.Value == option.Value })
		box := dom.El("input", dom.At{"type", "checkbox", "name", name, "value", option.Value, "checked", dom.Flag("checked", checked)})
		n.AppendChild(dom.El("label", nil, append([]*dom.Node{box, dom.Text(" ")}, o.text(option.Text)...)...))
	}
	return n
}

// inputBlock draws an element of a modal with its label, its hint and room for what
// is wrong with it.
func (o Options) inputBlock(b *slack.InputBlock, block string) *dom.Node {
	if !o.Live {
		return nil
	}
	id := o.Prefix + block
	n, use := o.control(b.Element, id)
	if n == nil {
		return dom.El("p", nil, unknown("input"))
	}
	label := o.text(b.Label)
	if b.Optional {
		label = append(label, dom.El("span", dom.At{"class", "optional"}, dom.Text(" (optional)")))
	}
	dom.Set(n, "data-action", use.id)
	described := id + "-wrong"
	wrong := dom.El("p", dom.At{"class", "wrong", "id", described, "data-block", block})
	var hint *dom.Node
	if b.Hint != nil {
		hint = dom.El("p", dom.At{"class", "hint", "id", id + "-hint"}, o.text(b.Hint)...)
		described = id + "-hint " + described
	}
	dom.Set(n, "aria-describedby", described)
	if n.Data == "div" { // several boxes
		return dom.El("fieldset", dom.At{"class", "block-input"}, dom.El("legend", nil, label...), n, hint, wrong)
	}
	dom.Set(n, "id", id)
	if !b.Optional {
		dom.Set(n, "aria-required", "true")
	}
	return dom.El("div", dom.At{"class", "block-input"}, dom.El("label", dom.At{"for", id}, label...), n, hint, wrong)
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

// plain returns a text in which nothing is interpreted.
func plain(t *slack.TextBlockObject) string {
	if t == nil {
		return ""
	}
	return t.Text
}

// positive writes a number, "" where it is 0.
func positive(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}
