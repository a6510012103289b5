package block

import (
	"strings"
	"unicode/utf8"

	"github.com/slack-go/slack"
)

// plainRoom is the text that a plain message holds at most.
const plainRoom = 6_000

// Plain returns the message in the simplest layout there is, for a workspace
// that refuses the usual one: a header and sections of plain text, without
// links, and shorter.
func Plain(m Message) Message {
	out := Message{Text: m.Text}
	var lines []string
	for _, b := range m.Blocks {
		if h, ok := b.(*slack.HeaderBlock); ok {
			out.Blocks = append(out.Blocks, h)
			continue
		}
		if _, ok := b.(*slack.RichTextBlock); ok {
			lines = append(lines, "") // sets a story apart
		}
		lines = append(lines, plainLines(b)...)
	}
	room := plainRoom
	for _, text := range pages(lines, MaxSection) {
		if room -= utf8.RuneCountInString(text); room < 0 {
			break
		}
		out.Blocks = append(out.Blocks, slack.NewSectionBlock(plainText(text), nil, nil))
	}
	return out
}

// plainLines returns the inert text of a block, without what Slack would have
// to interpret.
func plainLines(b slack.Block) []string {
	var lines []string
	switch b := b.(type) {
	case *slack.ContextBlock:
		for _, e := range b.ContextElements.Elements {
			if t, ok := e.(*slack.TextBlockObject); ok && t.Type == slack.PlainTextType {
				lines = append(lines, t.Text)
			}
		}
	case *slack.SectionBlock:
		for _, t := range append([]*slack.TextBlockObject{b.Text}, b.Fields...) {
			if t != nil && t.Type == slack.PlainTextType {
				lines = append(lines, strings.Split(t.Text, "\n")...)
			}
		}
	case *slack.RichTextBlock:
		for _, e := range b.Elements {
			lines = append(lines, richLines(e, "")...)
		}
	}
	return lines
}

// richLines returns a paragraph as one line behind its indent, a list as one
// line an item.
func richLines(e slack.RichTextElement, indent string) []string {
	var lines []string
	switch e := e.(type) {
	case *slack.RichTextSection:
		lines = append(lines, indent+sectionText(e))
	case *slack.RichTextList:
		for _, item := range e.Elements {
			lines = append(lines, richLines(item, "• ")...)
		}
	}
	return lines
}

func sectionText(s *slack.RichTextSection) string {
	var b strings.Builder
	for _, e := range s.Elements {
		switch e := e.(type) {
		case *slack.RichTextSectionTextElement:
			b.WriteString(e.Text)
		case *slack.RichTextSectionLinkElement:
			b.WriteString(e.Text)
		case *slack.RichTextSectionChannelElement:
			b.WriteString("#" + e.ChannelID)
		case *slack.RichTextSectionUserElement:
			b.WriteString("@" + e.UserID)
		}
	}
	return b.String()
}

// pages joins lines into texts of at most max code points, none of which
// begins with an empty line. A line that is longer than that alone is cut.
func pages(lines []string, max int) []string {
	var out []string
	room := 0
	for _, line := range lines {
		line = clip(line, max)
		n := utf8.RuneCountInString(line) + 1
		switch {
		case n <= room:
			out[len(out)-1] += "\n" + line
			room -= n
		case line != "":
			out, room = append(out, line), max-n+1
		}
	}
	return out
}
