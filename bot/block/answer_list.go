package block

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/slack-go/slack"
)

// List is a heading with lines under it.
type List struct {
	Heading string
	URL     string // that Heading links to; may be ""
	Lines   []Line
}

// Line is one line of a list.
type Line struct {
	Code    string // set as code, first; may be ""
	Channel string // ID of a channel that is named, next; may be ""
	Text    string
	URL     string   // that Text links to; may be ""
	Note    string   // small, behind it; may be ""
	Users   []string // IDs of people who are named, last
}

const maxLine = 300 // code points of each part of a line

// Lists shows lists one below the other, as far as they fit, above rows. Of one that does
// not fit the first lines are shown, and how many there are more.
func Lists(title, note string, lists []List, rows ...Row) Message {
	var s sheet
	s.head(title, note)
	s.lists(lists)
	return s.message(rows)
}

// Parts shows the lists of parts, each with its menu beside and its rows under it,
// as far as they fit.
func Parts(title, note string, parts []Part, foot Foot) Message {
	var s sheet
	s.head(title, note)
	shown := 0
	for shown < len(parts) && s.part(parts[shown]) {
		shown++
	}
	return s.message(foot(shown))
}

// lists appends lists as far as they fit.
func (s *sheet) lists(lists []List) {
	for _, l := range lists {
		if !s.list(l) {
			break
		}
	}
}

// list appends a list, or as many of its lines as fit and how many there are more, and
// reports whether all of it fits.
func (s *sheet) list(l List) bool {
	if b := l.block(); b == nil || s.add(b) {
		return true
	}
	for n := len(l.Lines) - 1; n > 0; n-- {
		first := List{Heading: l.Heading, URL: l.URL, Lines: append(l.Lines[:n:n], Line{Text: fmt.Sprintf("and %d more", len(l.Lines)-n)})}
		if s.add(first.block()) {
			break
		}
	}
	return false
}

// Say is an answer of a few sentences.
func Say(text string, rows ...Row) Message {
	return Lists("", "", []List{{Lines: []Line{{Text: text}}}}, rows...)
}

// block lays the list out, nil where it is empty. A list without a heading has
// no bullets.
func (l List) block() slack.Block {
	var items []slack.RichTextElement
	for _, line := range l.Lines {
		if e := line.elements(); len(e) > 0 {
			items = append(items, section(e...))
		}
	}
	heading := l.heading()
	switch {
	case len(items) == 0 && heading == nil:
		return nil
	case len(items) == 0:
		return rich(heading)
	case heading == nil:
		return rich(items...)
	}
	return rich(heading, bullets(items))
}

// heading is the list's heading, nil where it has none.
func (l List) heading() slack.RichTextElement {
	if heading := clip(l.Heading, maxLine); heading != "" {
		return section(linked(heading, l.URL, bold))
	}
	return nil
}

// beside lays the list out with a menu beside its lines, which are then plain: a
// menu cannot stand beside rich text.
func (l List) beside(menu []Button, id int) []slack.Block {
	var lines []string
	for _, line := range l.Lines {
		if text := clip(line.Text, maxLine); text != "" {
			lines = append(lines, text)
		}
	}
	text := clip(l.Heading, maxLine)
	var blocks []slack.Block
	if heading := l.heading(); heading != nil && len(lines) > 0 {
		blocks, text = append(blocks, rich(heading)), strings.Join(lines, "\n")
	}
	return append(blocks, slack.NewSectionBlock(plainText(cmp.Or(text, "Untitled")), nil, slack.NewAccessory(overflow(menu, id))))
}

func (l Line) elements() []slack.RichTextSectionElement {
	var out []slack.RichTextSectionElement
	if code := clip(l.Code, maxLine); code != "" {
		out = append(out, span(code, &slack.RichTextSectionTextStyle{Code: true}))
	}
	if l.Channel != "" {
		out = append(out, slack.NewRichTextSectionChannelElement(l.Channel, nil))
	}
	if text := clip(l.Text, maxLine); text != "" {
		if len(out) > 0 {
			text = " – " + text
		}
		out = append(out, linked(text, l.URL, nil))
	}
	if note := clip(l.Note, maxLine); note != "" {
		out = append(out, span(" · "+note, nil))
	}
	for _, user := range l.Users {
		out = append(out, span(" ", nil), slack.NewRichTextSectionUserElement(user, nil))
	}
	return out
}

// Modal shows an answer in a modal of its own.
func Modal(m Message) *slack.ModalViewRequest {
	return &slack.ModalViewRequest{
		Type:   slack.VTModal,
		Title:  plainText("News"),
		Close:  plainText("Close"),
		Blocks: slack.Blocks{BlockSet: m.Blocks},
	}
}
