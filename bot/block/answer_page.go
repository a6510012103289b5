package block

import (
	"unicode/utf8"

	"github.com/slack-go/slack"

	"newsbot/digest"
	"newsbot/digest/render"
)

// pageRoom is what the key points of a page may take.
const pageRoom = 3_500

// Page sums one page up above rows: its headline, key points and names, and that
// there is no model for its language.
func Page(a digest.Brief, by render.Reader, rows ...Row) Message {
	var s sheet
	h := Hit{Brief: a}
	if len(a.Points) == 0 {
		h.Snippet = "No sentence of this page stands out."
	}
	blocks := hitBlocks(h, by)
	if items := sentences(digest.Introduce(a.Title, a.Points), pageRoom); len(items) > 0 {
		blocks[0] = rich(section(linked(articleTitle(a), a.URL, bold)), bullets(items))
	}
	s.add(blocks...)
	if names := entities(digest.CountEntities([]digest.Brief{a}), by); names != nil {
		s.add(names)
	}
	if note := render.NoModel(a.Language); note != "" {
		s.add(slack.NewContextBlock("", plainText(note)))
	}
	return s.message(rows)
}

// sentences lists key points as far as they fit into room.
func sentences(list []digest.KeyPoint, room int) []slack.RichTextElement {
	var items []slack.RichTextElement
	for _, p := range list {
		text, who := clip(render.Point(p), maxPoint), introductions(p)
		if room -= utf8.RuneCountInString(text + who); text == "" || room < 0 {
			continue
		}
		parts := []slack.RichTextSectionElement{span(text, nil)}
		if who != "" {
			parts = append(parts, span(" ", nil), span(who, italic))
		}
		items = append(items, section(parts...))
	}
	return items
}
