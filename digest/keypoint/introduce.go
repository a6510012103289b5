package keypoint

import (
	"slices"
	"strings"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// Introduction is where a text tells who it is whom a point names by a surname
// alone: "Cui" is "Cui Heng, a lecturer at the training base".
type Introduction struct {
	Surname string // as the point names the person
	text.Span
}

// maxIntroduction is how many bytes an introduction has at most.
const maxIntroduction = 120

// introductions returns those of the persons whom a candidate names by a surname alone, but of
// whom the sentence itself says who they are.
func (a *article) introductions(c *candidate) []Introduction {
	var out []Introduction
	var met []int
	for _, n := range a.people[c.sentence] {
		if n.full || !c.holds(n.Span) || slices.Contains(met, n.person) || a.introduces(c, n.person) {
			continue
		}
		if met = append(met, n.person); a.hasOffice(c, n) {
			continue
		}
		out = append(out, Introduction{lastWord(n.In(a.Text)), a.introduction(a.entities[n.person])})
	}
	return out
}

// hasOffice reports whether a sentence says behind a surname which office the person has, "Mr
// Lindqvist, the Prime Minister,": it names them for the first time, or needs no other words.
func (a *article) hasOffice(c *candidate, n naming) bool {
	at, last := tokenFrom(a.Document, n.End), a.Sentences[c.sentence].Last
	return at+2 < last && a.low[at] == "," && a.low[at+1] == "the" && isName(a.word(at+2))
}

// lastWord returns the last word of a name.
func lastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// introduction returns the first stretch of the text that names a person in full and says
// what they are, or else the first that names them in full.
func (a *article) introduction(e entity.Entity) text.Span {
	var plain text.Span
	for _, m := range e.Mentions {
		full := isFull(m.In(a.Text))
		s := text.Span{Start: a.roleStart(m, e.Role), End: m.End}
		if !full && s.Start == m.Start {
			continue
		}
		if full && s.Start == m.Start {
			s = text.Span{Start: a.postStart(m), End: a.postEnd(m)}
		}
		if s != m.Span {
			return s
		}
		if plain == (text.Span{}) {
			plain = s
		}
	}
	return plain
}

// roleStart returns where the role that stands before a name begins, with the capitalized
// words before it ("Trade Minister"), or the name's start.
func (a *article) roleStart(m entity.Mention, role string) int {
	if role == "" || honorifics.Has(text.Fold(role)) || !strings.HasSuffix(a.Text[:m.Start], role+" ") {
		return m.Start
	}
	start := m.Start - len(role) - 1
	first := a.Sentences[m.Sentence].First
	if before := a.ownedStart(tokenFrom(a.Document, start), first); before != start {
		return before
	}
	for i := tokenFrom(a.Document, start) - 1; i >= first && a.Tokens[i].End == start-1 && isName(a.word(i)) && !openers.Has(a.low[i]) && !functionWords.Has(a.low[i]); i-- {
		start = a.Tokens[i].Start
	}
	return start
}

// posts are nouns that say what a person is, beside those that end as most do ("striker",
// "economist"), and the adjectives before them; fields are nouns that stand before them alone.
var (
	posts = text.WordSet(`assistant captain chief coach head president chair executive secretary judge analyst lawyer colleague boss scrum-half
		fly-half full-back prop hooker lock centre winger host pilot chef saint king queen bishop mayor former vice-president general senior managing
		founding deputy operating financial prime vice foreign world champion economic political`)
	fields = text.WordSet(`home health defence defense finance trade government party team club marketing sales election campaign security
		policy police army`)
)

// notPosts end as nouns of persons do.
var notPosts = text.WordSet(`after under over other another rather whether however together never ever later earlier either neither further
	order number matter summer winter october november december september better longer offer enter consider remember deliver
	before father mother brother sister daughter door floor minor major for nor human`)

// isPost reports whether a word in small letters says what a person is.
func isPost(w string) bool {
	return fields.Has(w) || mayBe(w, posts, notPosts, "er", "or", "ist", "man", "woman", "person")
}

// postStart returns where what stands before a name in full and says who it is begins,
// "Wales coach", or the name's start: "told police Maria Lind had" does not.
func (a *article) postStart(m entity.Mention) int {
	name, first := tokenFrom(a.Document, m.Start), a.Sentences[m.Sentence].First
	if name > first && fields.Has(a.low[name-1]) {
		return m.Start
	}
	return a.ownedStart(name, first)
}

// ownedStart returns where what a person is begins before the token at, behind first, with
// whose it is: "Wales coach"; where nothing says it, the start of at.
func (a *article) ownedStart(at, first int) int {
	i := at
	for i > first && isLower(a.word(i-1)) && isPost(a.low[i-1]) {
		i--
	}
	start := a.Tokens[i].Start
	if i == at {
		return start
	}
	if owner, ok := a.named(func(m entity.Mention) bool { return m.End == start-1 }); ok && a.Text[start-1] == ' ' {
		return owner.Start
	}
	return start
}

// postEnd returns the end of what stands behind a name in full and says who it is, ", a
// lecturer at the training base" or "of the training base", or the name's end.
func (a *article) postEnd(m entity.Mention) int {
	at, last := tokenFrom(a.Document, m.End), a.Sentences[m.Sentence].Last
	if at >= last-1 {
		return m.End
	}
	switch next := a.low[at+1]; {
	case a.low[at] == "," && (articles.Has(next) || next == "its" || isPost(next)):
		return a.phraseEnd(at+1, last, m.End)
	case a.low[at] == "of" || a.low[at] == "from" || a.low[at] == "at":
		if next == "the" {
			at++
		}
		if at+1 == last {
			return m.End
		}
		if owner, ok := a.named(func(m entity.Mention) bool { return m.Start == a.Tokens[at+1].Start }); ok {
			return owner.End
		}
	}
	return m.End
}

// phraseEnd returns the end of what a person is, told from token first on up to a comma or
// the end of the sentence; of what is too long, as much as stands by itself. It returns end
// where a verb tells that it is something else: ", the court heard,".
func (a *article) phraseEnd(first, last, end int) int {
	whole, clause := end, false
	for i := first; i < last; i++ {
		start := a.Tokens[i].Start
		switch w := a.low[i]; {
		case reporting.Has(w) || w == "heard" || auxiliaries.Has(w) && whole == end:
			return end
		case isDash(w) && isDigit(a.word(i - 1)[0]): // "a 38-year-old"
			return whole
		case w == "," || w == ";" || w == "(" || w == "." || isDash(w) || isQuote(w):
			return a.Tokens[i-1].End
		case a.Tokens[i].End-a.Tokens[first].Start > maxIntroduction:
			return whole
		case !clause && (prepositions.Has(w) || w == "and" || w == "who" || w == "which" || w == "that"):
			clause = !prepositions.Has(w) && w != "and"
			_, inside := a.named(func(m entity.Mention) bool { return m.Start < start && start < m.End })
			if !inside && (i > first+2 || i > first+1 && !clause) { // not "the man who"
				whole = a.Tokens[i-1].End
			}
		}
	}
	return a.Tokens[last-1].End
}

// named returns a mention of what is no person for which holds is true.
func (a *article) named(holds func(entity.Mention) bool) (entity.Mention, bool) {
	for _, e := range a.entities {
		if e.Type == entity.Person {
			continue
		}
		if i := slices.IndexFunc(e.Mentions, holds); i >= 0 {
			return e.Mentions[i], true
		}
	}
	return entity.Mention{}, false
}
