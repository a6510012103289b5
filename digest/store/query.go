package store

import (
	"slices"
	"strings"
	"time"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// Query asks for articles.
type Query struct {
	Terms    []string      // as text.Query forms them
	Phrases  []string      // words that stand next to each other, in this form, in title or text; all of them
	Without  []string      // words and phrases that stand neither in title nor text
	Sources  []string      // only articles of these; of all if empty
	Types    []entity.Type // a term counts only as part of the name of such an entity; anywhere if empty
	From, To time.Time     // as for Window
	Limit    int           // hits to return at most; 20 if 0
	Offset   int           // hits to leave out from the best on
}

// Count returns how many terms the query has, with those of its phrases.
func (q Query) Count() int { return len(newPlan(q).terms) }

// plan is how a query is answered.
type plan struct {
	terms    []string // of the query, then those that only its phrases have
	plain    int      // how many of the terms are of the query
	excluded []string // terms of the words in Without
	sources  []string
	types    typeSet // empty for any
	window   window
	reading  reading
}

func newPlan(q Query) plan {
	p := plan{
		terms: unique(q.Terms), sources: q.Sources, types: typesOf(q.Types...),
		window: window{q.From, q.To}, reading: reading{phrasesOf(q.Phrases), phrasesOf(q.Without)},
	}
	p.plain = len(p.terms)
	if len(q.Phrases) > 0 {
		p.terms = unique(append(slices.Clip(p.terms), text.Query(strings.Join(q.Phrases, " | "))...))
	}
	for _, words := range q.Without {
		if terms := text.Query(words); len(terms) == 1 && !strings.Contains(words, " ") {
			p.excluded = append(p.excluded, terms[0])
		}
	}
	return p
}

// isOpen reports whether the plan leaves to the window alone what is found.
func (p plan) isOpen() bool { return len(p.terms)+len(p.sources) == 0 }

// keys returns the keys of the lists of postings: of the terms, then of those
// that are excluded, then of the sources.
func (p plan) keys(k dayKeys) []string {
	var keys []string
	for _, t := range slices.Concat(p.terms, p.excluded) {
		keys = append(keys, k.term(t))
	}
	for _, name := range p.sources {
		keys = append(keys, k.source(clip(name)))
	}
	return keys
}
