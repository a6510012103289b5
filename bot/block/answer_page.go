package block

import (
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
		h.Snippet = "There is no key point on this page."
	}
	blocks := hitBlocks(h, by)
	var told []digest.StoryPoint // of no source: they are all of this page
	for _, p := range digest.Introduce(a.Title, a.Points) {
		told = append(told, digest.StoryPoint{KeyPoint: p})
	}
	if items := points(told, len(told), pageRoom); len(items) > 0 {
		blocks[0] = rich(section(linked(articleTitle(a), a.URL, bold)), bullets(items))
	}
	s.add(blocks...)
	if names := entities(digest.CountEntities([]digest.Brief{a}), by); names != nil {
		s.add(names)
	}
	if note := render.NoModel(a.Language); note != "" {
		s.add(smallPrint(note))
	}
	return s.message(rows)
}
