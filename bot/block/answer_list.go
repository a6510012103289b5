package block

import "github.com/slack-go/slack"

// List is a heading with lines under it.
type List struct {
	Heading string
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

// Lists shows lists one below the other, as far as they fit.
func Lists(title, note string, lists []List, foot Foot) Message {
	var s sheet
	s.head(title, note)
	s.lists(lists)
	return s.message(foot(len(lists)))
}

// Parts shows the lists of parts, each with its rows under it, as far as they fit.
func Parts(title, note string, parts []Part, foot Foot) Message {
	var s sheet
	s.head(title, note)
	shown := 0
	for shown < len(parts) && s.withRows(parts[shown].List, parts[shown].Rows) {
		shown++
	}
	return s.message(foot(shown))
}

// lists appends lists as far as they fit.
func (s *sheet) lists(lists []List) {
	for _, l := range lists {
		if b := l.block(); b != nil && !s.add(b) {
			break
		}
	}
}

// Say is an answer of a few sentences.
func Say(text string, rows ...Row) Message {
	return Lists("", "", []List{{Heading: "", Lines: []Line{{Text: text}}}}, func(int) []Row { return rows })
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
	heading := clip(l.Heading, maxLine)
	switch {
	case len(items) == 0 && heading == "":
		return nil
	case len(items) == 0:
		return rich(section(span(heading, bold)))
	case heading == "":
		return rich(items...)
	}
	return rich(section(span(heading, bold)), bullets(items))
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

// Modal shows an answer in a window of its own.
func Modal(m Message) *slack.ModalViewRequest {
	return &slack.ModalViewRequest{
		Type:   slack.VTModal,
		Title:  plainText("News"),
		Close:  plainText("Close"),
		Blocks: slack.Blocks{BlockSet: m.Blocks},
	}
}
