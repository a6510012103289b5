package block

import (
	"strings"

	"github.com/slack-go/slack"

	"newsbot/digest"
	"newsbot/digest/entity"
	"newsbot/digest/render"
)

// Names that a digest shows of each type, and how long each may be.
const (
	maxNames = 8
	maxName  = 50
)

// entities lists the persons, organizations, places and events that the digest
// names, each type on a line of its own with the number of articles. It is nil
// where there are none.
func entities(all []digest.EntityCount, by render.Reader) slack.Block {
	var lines []slack.RichTextElement
	for _, g := range render.ByType(all) {
		if names := countedNames(g.Entities, by); names != "" && headed(g.Type) {
			lines = append(lines, section(span(g.Label, bold), span("  "+names, nil)))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return rich(lines...)
}

// headed reports whether a digest has a line for entities of a type.
func headed(t entity.Type) bool {
	switch t {
	case entity.Person, entity.Organization, entity.Place, entity.Event:
		return true
	}
	return false
}

// countedNames writes "Cui Heng 4 ↑ · Ruslan Mirzaev 3 · +2 more". A name too long for it
// is one of the others: half a name is another name.
func countedNames(list []digest.EntityCount, by render.Reader) string {
	var names []string
	for _, e := range list {
		name := render.Inert(e.Name)
		if name == "" || clip(name, maxName) != name {
			continue
		}
		names = append(names, strings.TrimSpace(name+" "+by.Number(e.Count)+" "+render.TrendMark(e.Trend)))
		if len(names) == maxNames {
			break
		}
	}
	if more := len(list) - len(names); more > 0 && len(names) > 0 {
		names = append(names, "+"+by.Number(more)+" more")
	}
	return strings.Join(names, " · ")
}
