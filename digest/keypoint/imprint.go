package keypoint

import (
	"slices"
	"strings"
	"unicode"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// A text ends with what its makers say of themselves, if at all, behind its first half and
// its first sentences.
const leastTold = 3

// praises are words by which an organization tells what it is.
var praises = text.WordSet(`leading global worldwide headquartered premier provider supplier nonprofit non-profit not-for-profit`)

// authors are what the author of a text does, topics stand before what it is about.
var (
	authors = text.WordSet(`covers writes reports edits teaches`)
	topics  = text.WordSet(`on about for from`)
)

// imprint returns the first sentence of what those who made a text say of themselves at its
// end: the company of a press release ("About Brekke Marine", "Brekke Marine is a leading
// maker of"), the author of a column ("Ada Brekke is a fellow at"), the project of a release whom it
// thanks ("Contributors"). Where they say nothing it is the number of sentences.
func (a *article) imprint() int {
	from := len(a.Sentences) - a.body + max(leastTold, a.body/2)
	named := a.namedFrom(from)
	for i := from; i < len(a.Sentences); i++ {
		if a.opensParagraph(i) && (a.isAboutHeading(i) || a.isThanksHeading(i) || a.isSelfPortrait(i, named[i])) {
			return i
		}
	}
	return len(a.Sentences)
}

// isAboutHeading reports whether sentence i is the heading "About" and a name.
func (a *article) isAboutHeading(i int) bool {
	s := a.Sentences[i]
	n := s.Last - s.First
	return a.low[s.First] == "about" && 1 < n && n <= minWords && (isName(a.word(s.First+1)) || n == 2 && isMaker(a.word(s.First+1))) &&
		a.word(s.Last-1) != "." && (i+1 == len(a.Sentences) || a.opensParagraph(i+1))
}

// isThanksHeading reports whether sentence i is the heading of a list of those whom a project thanks: "Contributors to 4.2".
func (a *article) isThanksHeading(i int) bool {
	const longest = 4
	s := a.Sentences[i]
	return thanksHeads.Has(a.low[s.First]) && s.Last-s.First <= longest && a.word(s.Last-1) != "." && (i+1 == len(a.Sentences) || a.opensParagraph(i+1))
}

var thanksHeads = text.WordSet(`acknowledgements acknowledgments contributors credit credits thanks`)

// thanks reports whether all that tokens first to last do is thank: "Thanks to Ada Lind and everyone who helped.", "The
// maintainers thank Ada Lind for reporting the flaw.", not "Thanks to a late goal, Sund won."
func (a *article) thanks(first, last int) bool {
	at := slices.IndexFunc(a.low[first:min(first+longestName, last)], func(w string) bool { return w == "thanks" || w == "thank" })
	if at < 0 {
		return false
	}
	at += first
	if at <= first+1 && a.low[at] == "thanks" && a.low[at+1] == "to" {
		verb := a.firstVerb(at+1, last)
		comma := a.comma(verb, last)
		return verb == last || slices.ContainsFunc(a.low[at:verb], relatives.Has) && a.firstVerb(comma, last) == last
	}
	for i := at + 1; i+1 < last; i++ {
		if a.low[i] == "for" && merits.Has(a.low[i+1]) {
			return true
		}
	}
	return false
}

// merits are what finders of flaws are thanked for.
var merits = text.WordSet(`disclosing discovering finding reporting`)

// isMaker reports whether a word without a capital at its head is what those call themselves who
// made a text: "us", "my6boats", "eBrekke".
func isMaker(w string) bool {
	return w == "us" || w == "me" || isLower(w) && strings.ContainsFunc(w, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsUpper(r) })
}

// mentioned is an entity and one of its mentions.
type mentioned struct {
	*entity.Entity
	entity.Mention
}

// isSelfPortrait reports whether sentence i, which begins with who, tells what an
// organization is, with a word of praise, or as the last paragraph what a person is or does
// whom nothing before it names, or on what somebody writes, reports or teaches.
func (a *article) isSelfPortrait(i int, who mentioned) bool {
	if who.Entity == nil {
		return false
	}
	s := a.Sentences[i]
	verb := tokenFrom(a.Document, who.End)
	if verb+1 >= s.Last {
		return false
	}
	is := a.low[verb] == "is" && articles.Has(a.low[verb+1])
	switch who.Type {
	case entity.Organization:
		return is && slices.ContainsFunc(a.low[verb:s.Last], func(w string) bool { return praises.Has(w) })
	case entity.Person:
		writes := authors.Has(a.low[verb])
		about := writes && topics.Has(a.low[verb+1])
		return (about || (is || writes) && who.Start == who.Mentions[0].Start) && s.Paragraph == a.Sentences[len(a.Sentences)-1].Paragraph
	}
	return false
}

// namedFrom returns the entities and their mentions that sentences begin with, from one on, by these
// sentences.
func (a *article) namedFrom(first int) map[int]mentioned {
	named := map[int]mentioned{}
	for i := range a.entities {
		for _, m := range a.entities[i].Mentions {
			if m.Sentence < first || m.Start != a.Sentences[m.Sentence].Start {
				continue
			}
			if _, known := named[m.Sentence]; !known {
				named[m.Sentence] = mentioned{&a.entities[i], m}
			}
		}
	}
	return named
}
