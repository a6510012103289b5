package block

import (
	"github.com/slack-go/slack"

	"newsbot/digest"
	"newsbot/digest/render"
)

// Part is a part of the Home tab: a title, a line about it, stories in short, a
// list, and rows of buttons, as far as it has them.
type Part struct {
	Title, Note string
	Stories     []digest.Story
	List        List
	Rows        []Row
}

// Home is the view of the app's Home tab: its parts one below the other, as far as
// they fit.
func Home(parts []Part, by render.Reader) []slack.Block {
	var s sheet
	for _, p := range parts {
		s.head(p.Title, p.Note)
		for _, story := range p.Stories {
			short := story
			short.Points = story.Points[:min(1, len(story.Points))]
			if !s.add(storyBlocks(short, standing{by: by})...) {
				break
			}
		}
		s.withRows(p.List, p.Rows)
	}
	if len(s.blocks) == 0 {
		s.head("News", "")
	}
	return s.blocks
}

// withRows appends a list with the rows under it, all or none, and reports
// whether they fit.
func (s *sheet) withRows(l List, rows []Row) bool {
	var blocks []slack.Block
	if b := l.block(); b != nil {
		blocks = append(blocks, b)
	}
	n := s.ids
	for _, r := range rows {
		blocks = append(blocks, s.row(r)...)
	}
	fit := s.add(blocks...)
	if !fit {
		s.ids = n
	}
	return fit
}
