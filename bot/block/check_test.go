package block

import (
	"fmt"
	"strings"
	"testing"

	"github.com/slack-go/slack"
)

func TestCheckAccepts(t *testing.T) {
	url := "https://news.example/" + strings.Repeat("a", MaxURL-21)
	for name, b := range map[string]slack.Block{
		"header":  slack.NewHeaderBlock(plainText(strings.Repeat("é", MaxHeader))),
		"section": slack.NewSectionBlock(plainText(strings.Repeat("é", MaxSection)), nil, nil),
		"fields":  slack.NewSectionBlock(nil, []*slack.TextBlockObject{plainText("a")}, nil),
		"context": slack.NewContextBlock("", plainText("a")),
		"rich":    rich(section(span("a", nil), linked("b", url, nil)), bullets([]slack.RichTextElement{section(span("c", nil))})),
		"actions": slack.NewActionBlock("b", button("a", "label", "value"), button("b", "label", "value")),
		"divider": slack.NewDividerBlock(),
	} {
		if err := Check([]slack.Block{b}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestCheckRefuses(t *testing.T) {
	x := func(n int) string { return strings.Repeat("x", n) }
	for _, tt := range []struct {
		name   string
		blocks []slack.Block
		want   string
	}{
		{"blocks", repeat(slack.NewDividerBlock(), 51), "message: 51 blocks, Slack wants at most 50"},
		{"all text", repeat(slack.NewSectionBlock(plainText(x(2999)), nil, nil), 4),
			"message: 11996 characters in all blocks, Slack wants at most 11000"},
		{"weight", repeat(slack.NewSectionBlock(plainText(x(200)), nil, nil), 50),
			"message: 16250 characters in all blocks with their frames, Slack wants at most 13000"},
		{"header", one(slack.NewHeaderBlock(plainText(x(151)))), "block 0: 151 characters in the header, Slack wants at most 150"},
		{"no header", one(slack.NewHeaderBlock(nil)), "block 0: 0 characters in the header, Slack wants at least 1"},
		{"section", one(slack.NewSectionBlock(plainText(x(3001)), nil, nil)), "block 0: 3001 characters in the section, Slack wants at most 3000"},
		{"empty section", one(slack.NewSectionBlock(nil, nil, nil)), "block 0: 0 characters in the section, Slack wants at least 1"},
		{"fields", one(slack.NewSectionBlock(nil, texts(11), nil)), "block 0: 11 fields in the section, Slack wants at most 10"},
		{"field", one(slack.NewSectionBlock(nil, []*slack.TextBlockObject{plainText(x(2001))}, nil)),
			"block 0: 2001 characters in the section's field, Slack wants at most 2000"},
		{"context", one(slack.NewContextBlock("", mixed(11)...)), "block 0: 11 elements in the context, Slack wants at most 10"},
		{"empty context", one(slack.NewContextBlock("")), "block 0: 0 elements in the context, Slack wants at least 1"},
		{"context's text", one(slack.NewContextBlock("", plainText(x(3001)))), "block 0: 3001 characters in the context's text, Slack wants at most 3000"},
		{"empty rich text", one(rich()), "block 0: 0 elements in the rich text, Slack wants at least 1"},
		{"empty span", one(rich(section(span("", nil)))), "block 0: 0 characters in a piece of rich text, Slack wants at least 1"},
		{"empty list", one(rich(bullets(nil))), "block 0: 0 items in the list, Slack wants at least 1"},
		{"link", one(rich(section(slack.NewRichTextSectionLinkElement("https://"+x(3000), "a", nil)))),
			"block 0: 3008 characters in the address of the link, Slack wants at most 3000"},
		{"block_id", one(slack.NewContextBlock(x(256), plainText("a"))), "block 0: 256 characters in the block_id, Slack wants at most 255"},
		{"same block_id", []slack.Block{slack.NewContextBlock("b", plainText("a")), slack.NewContextBlock("b", plainText("a"))},
			`block 1: 2 uses of block_id "b", Slack wants at most 1`},
		{"same action_id", one(slack.NewActionBlock("", button("a", "l", "v"), button("a", "l", "v"))),
			`block 0: 2 uses of action_id "a", Slack wants at most 1`},
		{"actions", one(slack.NewActionBlock("", buttons(26)...)), "block 0: 26 elements in the actions, Slack wants at most 25"},
		{"button", one(slack.NewActionBlock("", button("a", x(76), "v"))), "block 0: 76 characters in the button, Slack wants at most 75"},
		{"button's value", one(slack.NewActionBlock("", button("a", "l", x(2001)))),
			"block 0: 2001 characters in the button's value, Slack wants at most 2000"},
		{"button's address", one(slack.NewActionBlock("", button("a", "l", "v").WithURL("https://"+x(3000)))),
			"block 0: 3008 characters in the address of the button, Slack wants at most 3000"},
		{"select", one(slack.NewActionBlock("", slack.NewOptionsSelectBlockElement("static_select", nil, "a", options(101, 1)...))),
			"block 0: 101 options in the select, Slack wants at most 100"},
		{"option", one(slack.NewActionBlock("", slack.NewOptionsSelectBlockElement("static_select", nil, "a", options(1, 76)...))),
			"block 0: 76 characters in the option, Slack wants at most 75"},
		{"overflow", one(slack.NewSectionBlock(plainText("a"), nil, slack.NewAccessory(slack.NewOverflowBlockElement("a", options(6, 1)...)))),
			"block 0: 6 options in the overflow menu, Slack wants at most 5"},
		{"checkboxes", one(slack.NewActionBlock("", slack.NewCheckboxGroupsBlockElement("a", options(11, 1)...))),
			"block 0: 11 checkboxes, Slack wants at most 10"},
	} {
		if err := Check(tt.blocks); err == nil || err.Error() != tt.want {
			t.Errorf("%s: Check = %v, want %s", tt.name, err, tt.want)
		}
	}
}

// What no message has is not let through unseen.
func TestCheckRefusesTheUnknown(t *testing.T) {
	radio := slack.NewRadioButtonsBlockElement("a", options(2, 1)...)
	for kind, b := range map[string]slack.Block{
		"markdown":            slack.NewMarkdownBlock("", "a"),
		"table":               slack.NewTableBlock(""),
		"rich_text_quote":     rich(&slack.RichTextQuote{Type: slack.RTEQuote}),
		"mixed_image":         slack.NewContextBlock("", slack.NewImageBlockElement("https://a.example", "a")),
		"radio_buttons":       slack.NewActionBlock("", radio),
		"section's accessory": slack.NewSectionBlock(plainText("a"), nil, slack.NewAccessory(radio)),
	} {
		if err := Check(one(b)); err == nil || !strings.Contains(err.Error(), "the limits of a "+kind) {
			t.Errorf("Check(%s) = %v, want an error that names it", kind, err)
		}
	}
}

// A view takes more than a message does.
func TestCheckView(t *testing.T) {
	long := slack.NewSectionBlock(plainText(strings.Repeat("x", MaxSection)), nil, nil)
	for _, tt := range []struct {
		blocks []slack.Block
		want   string
	}{
		{repeat(slack.NewDividerBlock(), 100), ""},
		{repeat(slack.NewDividerBlock(), 101), "view: 101 blocks, Slack wants at most 100"},
		{repeat(long, 70), ""},
		{repeat(long, 80), "view: 245760 bytes in all blocks, Slack wants at most 230000"},
		{one(slack.NewInputBlock("", plainText("a"), nil, slack.NewPlainTextInputBlockElement(nil, "a"))), ""},
		{one(slack.NewHeaderBlock(nil)), "block 0: 0 characters in the header, Slack wants at least 1"},
	} {
		got := ""
		if err := CheckView(tt.blocks); err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("CheckView of %d blocks = %q, want %q", len(tt.blocks), got, tt.want)
		}
	}
}

func TestMessageCheck(t *testing.T) {
	for text, want := range map[string]string{
		"":                             "message: 0 characters in the text, Slack wants at least 1",
		strings.Repeat("x", MaxText+1): "message: 40001 characters in the text, Slack wants at most 40000",
	} {
		if err := (Message{Text: text, Blocks: one(slack.NewDividerBlock())}).Check(); err == nil || err.Error() != want {
			t.Errorf("Check with a text of %d characters = %v, want %s", len(text), err, want)
		}
	}
}

func one(b slack.Block) []slack.Block { return []slack.Block{b} }

func repeat(b slack.Block, n int) []slack.Block {
	var out []slack.Block
	for range n {
		out = append(out, b)
	}
	return out
}

func texts(n int) []*slack.TextBlockObject {
	var out []*slack.TextBlockObject
	for range n {
		out = append(out, plainText("a"))
	}
	return out
}

func mixed(n int) []slack.MixedElement {
	var out []slack.MixedElement
	for _, t := range texts(n) {
		out = append(out, t)
	}
	return out
}

func button(id, label, value string) *slack.ButtonBlockElement {
	return slack.NewButtonBlockElement(id, value, plainText(label))
}

func buttons(n int) []slack.BlockElement {
	var out []slack.BlockElement
	for i := range n {
		out = append(out, button(fmt.Sprint(i), "label", "value"))
	}
	return out
}

func options(n, length int) []*slack.OptionBlockObject {
	var out []*slack.OptionBlockObject
	for i := range n {
		out = append(out, slack.NewOptionBlockObject(fmt.Sprint(i), plainText(strings.Repeat("x", length)), nil))
	}
	return out
}
