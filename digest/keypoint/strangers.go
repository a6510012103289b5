package keypoint

import (
	"slices"
	"strings"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// naming is where a sentence names somebody.
type naming struct {
	text.Span
	person int  // index of the entities
	full   bool // with a given name or a role, so that a reader learns who it is
	known  bool // the title names who it is, be it by a surname
	titled bool // the title names who it is in full
}

// namings returns for each sentence where it names persons, of those whom the text
// names in full somewhere.
func namings(d *text.Document, entities []entity.Entity) [][]naming {
	out := make([][]naming, len(d.Sentences))
	for i, e := range entities {
		if e.Type != entity.Person || len(e.Mentions) == 0 {
			continue
		}
		first := e.Mentions[0]
		known := first.Start < d.Title.End
		titled := known && isFull(first.In(d.Text))
		if !slices.ContainsFunc(e.Mentions, func(m entity.Mention) bool { return isFull(m.In(d.Text)) }) {
			continue
		}
		role := e.Role
		if honorifics.Has(text.Fold(role)) {
			role = ""
		}
		for _, m := range e.Mentions {
			full := isFull(m.In(d.Text)) || role != "" && strings.HasSuffix(d.Text[:m.Start], role+" ")
			if m.Sentence >= 0 && m.Sentence < len(out) {
				out[m.Sentence] = append(out[m.Sentence], naming{m.Span, i, full, known, titled})
			}
		}
	}
	return out
}

// honorifics stand before a surname and introduce nobody.
var honorifics = text.WordSet(`mr mrs ms miss dr prof sir lord lady dame mr. mrs. ms. dr. prof.`)

// isFull reports whether a name has more words than a surname.
func isFull(name string) bool {
	first, rest, cut := strings.Cut(name, " ")
	if cut && honorifics.Has(text.Fold(first)) {
		return strings.Contains(rest, " ")
	}
	return cut
}

// strangers returns the persons whom a candidate names, but not in full: those whom
// the title does not name, and whether there are others.
func (a *article) strangers(c *candidate) (unknown []int, known bool) {
	for _, n := range a.people[c.sentence] {
		switch {
		case !c.holds(n.Span) || n.full || n.titled || a.introduces(c, n.person):
		case n.known:
			known = true
		case !slices.Contains(unknown, n.person):
			unknown = append(unknown, n.person)
		}
	}
	return unknown, known
}

// introduces reports whether a candidate names a person in full.
func (a *article) introduces(c *candidate, person int) bool {
	return slices.ContainsFunc(a.people[c.sentence], func(n naming) bool {
		return n.person == person && n.full && c.holds(n.Span)
	})
}

// holds reports whether a candidate holds all of a stretch of the text.
func (c *candidate) holds(s text.Span) bool { return c.Start <= s.Start && s.End <= c.End }

// unnamed returns those of some persons whom a candidate does not name.
func (a *article) unnamed(persons []int, c *candidate) []int {
	var out []int
	for _, p := range persons {
		if !slices.ContainsFunc(a.people[c.sentence], func(n naming) bool { return n.person == p && c.holds(n.Span) }) {
			out = append(out, p)
		}
	}
	return out
}
