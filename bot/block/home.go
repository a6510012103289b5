package block

import (
	"github.com/slack-go/slack"

	"newsbot/digest"
	"newsbot/digest/render"
)

// Part is a part of the Home tab: a title, a line about it, stories in short, a
// list, a menu beside that, and rows of buttons, as far as it has them.
type Part struct {
	Title, Note string
	Stories     []digest.Story
	List        List
	Menu        []Button // behind three dots, as far as such a menu takes them
	Rows        []Row
}

// Home is the view of the app's Home tab: its parts one below the other, as far as
// they fit.
func Home(parts []Part, by render.Reader) []slack.Block {
	s := sheet{view: true}
	for _, p := range parts {
		s.head(p.Title, p.Note)
		for _, story := range p.Stories {
			short := story
			short.Points = story.Points[:min(1, len(story.Points))]
			if !s.add(storyBlocks(short, standing{by: by})...) {
				break
			}
		}
		s.part(p)
	}
	if len(s.blocks) == 0 {
		s.head("News", "")
	}
	return s.blocks
}

// part appends the list of a part with its menu and its rows, all or none, and
// reports whether they fit.
func (s *sheet) part(p Part) bool {
	var blocks []slack.Block
	n := s.ids
	if menu := choosable(p.Menu, MaxOverflow); len(menu) > 0 {
		blocks = p.List.beside(menu, s.ids)
		s.ids += len(menu)
	} else if b := p.List.block(); b != nil {
		blocks = append(blocks, b)
	}
	for _, r := range p.Rows {
		blocks = append(blocks, s.row(r)...)
	}
	fit := s.add(blocks...)
	if !fit {
		s.ids = n
	}
	return fit
}
