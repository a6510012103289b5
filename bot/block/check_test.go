package block

import (
	"errors"
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
		want   LimitError
	}{
		{"blocks", repeat(slack.NewDividerBlock(), 51), LimitError{-1, "blocks", 51, 50}},
		{"all text", repeat(slack.NewSectionBlock(plainText(x(2999)), nil, nil), 4),
			LimitError{-1, "characters in all blocks", 11_996, 11_000}},
		{"weight", repeat(slack.NewSectionBlock(plainText(x(200)), nil, nil), 50),
			LimitError{-1, "characters in all blocks with their frames", 16_250, 13_000}},
		{"header", one(slack.NewHeaderBlock(plainText(x(151)))), LimitError{0, "characters in the header", 151, 150}},
		{"no header", one(slack.NewHeaderBlock(nil)), LimitError{0, "characters in the header", 0, 1}},
		{"section", one(slack.NewSectionBlock(plainText(x(3001)), nil, nil)), LimitError{0, "characters in the section", 3001, 3000}},
		{"empty section", one(slack.NewSectionBlock(nil, nil, nil)), LimitError{0, "characters in the section", 0, 1}},
		{"fields", one(slack.NewSectionBlock(nil, texts(11), nil)), LimitError{0, "fields in the section", 11, 10}},
		{"field", one(slack.NewSectionBlock(nil, []*slack.TextBlockObject{plainText(x(2001))}, nil)),
			LimitError{0, "characters in the section's field", 2001, 2000}},
		{"context", one(slack.NewContextBlock("", mixed(11)...)), LimitError{0, "elements in the context", 11, 10}},
		{"empty context", one(slack.NewContextBlock("")), LimitError{0, "elements in the context", 0, 1}},
		{"context's text", one(slack.NewContextBlock("", plainText(x(3001)))), LimitError{0, "characters in the context's text", 3001, 3000}},
		{"empty rich text", one(rich()), LimitError{0, "elements in the rich text", 0, 1}},
		{"empty span", one(rich(section(span("", nil)))), LimitError{0, "characters in a piece of rich text", 0, 1}},
		{"empty list", one(rich(bullets(nil))), LimitError{0, "items in the list", 0, 1}},
		{"link", one(rich(section(slack.NewRichTextSectionLinkElement("https://"+x(3000), "a", nil)))),
			LimitError{0, "characters in the address of the link", 3008, 3000}},
		{"block_id", one(slack.NewContextBlock(x(256), plainText("a"))), LimitError{0, "characters in the block_id", 256, 255}},
		{"same block_id", []slack.Block{slack.NewContextBlock("b", plainText("a")), slack.NewContextBlock("b", plainText("a"))},
			LimitError{1, `uses of block_id "b"`, 2, 1}},
		{"same action_id", one(slack.NewActionBlock("", button("a", "l", "v"), button("a", "l", "v"))),
			LimitError{0, `uses of action_id "a"`, 2, 1}},
		{"actions", one(slack.NewActionBlock("", buttons(26)...)), LimitError{0, "elements in the actions", 26, 25}},
		{"button", one(slack.NewActionBlock("", button("a", x(76), "v"))), LimitError{0, "characters in the button", 76, 75}},
		{"button's value", one(slack.NewActionBlock("", button("a", "l", x(2001)))),
			LimitError{0, "characters in the button's value", 2001, 2000}},
		{"button's address", one(slack.NewActionBlock("", button("a", "l", "v").WithURL("https://"+x(3000)))),
			LimitError{0, "characters in the address of the button", 3008, 3000}},
		{"select", one(slack.NewActionBlock("", slack.NewOptionsSelectBlockElement("static_select", nil, "a", options(101, 1)...))),
			LimitError{0, "options in the select", 101, 100}},
		{"option", one(slack.NewActionBlock("", slack.NewOptionsSelectBlockElement("static_select", nil, "a", options(1, 76)...))),
			LimitError{0, "characters in the option", 76, 75}},
		{"overflow", one(slack.NewSectionBlock(plainText("a"), nil, slack.NewAccessory(slack.NewOverflowBlockElement("a", options(6, 1)...)))),
			LimitError{0, "options in the overflow menu", 6, 5}},
		{"checkboxes", one(slack.NewActionBlock("", slack.NewCheckboxGroupsBlockElement("a", options(11, 1)...))),
			LimitError{0, "checkboxes", 11, 10}},
	} {
		var limit *LimitError
		if err := Check(tt.blocks); !errors.As(err, &limit) || *limit != tt.want {
			t.Errorf("%s: Check = %v, want %v", tt.name, err, &tt.want)
		}
	}
}

// What no message has is not let through unseen.
func TestCheckRefusesTheUnknown(t *testing.T) {
	radio := slack.NewRadioButtonsBlockElement("a", options(2, 1)...)
	for kind, b := range map[string]slack.Block{
		"markdown":            slack.NewMarkdownBlock("", "a"),
		"table":               slack.NewTableBlock(""),
		"mixed_image":         slack.NewContextBlock("", slack.NewImageBlockElement("https://a.example", "a")),
		"radio_buttons":       slack.NewActionBlock("", radio),
		"section's accessory": slack.NewSectionBlock(plainText("a"), nil, slack.NewAccessory(radio)),
	} {
		if err := Check(one(b)); err == nil || !strings.Contains(err.Error(), "the limits of a "+kind) {
			t.Errorf("Check(%s) = %v, want an error that names it", kind, err)
		}
	}
}

func TestMessageCheck(t *testing.T) {
	for _, text := range []string{"", strings.Repeat("x", MaxText+1)} {
		var limit *LimitError
		err := Message{Text: text, Blocks: one(slack.NewDividerBlock())}.Check()
		if !errors.As(err, &limit) || limit.Value != len(text) {
			t.Errorf("Check with a text of %d characters = %v", len(text), err)
		}
	}
}

func TestLimitError(t *testing.T) {
	for want, err := range map[string]*LimitError{
		"block 3: 151 characters in the header, Slack wants at most 150": {3, "characters in the header", 151, 150},
		"message: 0 characters in the text, Slack wants at least 1":      {-1, "characters in the text", 0, 1},
	} {
		if got := err.Error(); got != want {
			t.Errorf("got %q, want %q", got, want)
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
