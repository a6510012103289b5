package keypoint

import (
	"iter"
	"math"
	"slices"
	"strings"

	"newsbot/digest/text"
)

// What speaks for a sentence repeating another, in log-odds, beside the meanings
// of their terms: fitted by logistic regression to 260 pairs of points out of 32
// stories, of which a reader called 52 repeats.
const (
	repeatBias   = -5.7
	shareWeight  = 3.4 // that all terms of the one with fewer are in the other
	commonWeight = 1.9 // for the logarithm of the number of their common terms
)

// statement is what a sentence says: the terms in it as a reader numbers them,
// ascending, each once.
type statement []int32

// reader reads sentences that are to be compared.
type reader struct {
	indexer *text.Indexer
	ids     map[string]int32 // of terms and of what they stand for, nothing for those that do not count
	terms   []meaning        // by number
}

const nothing = -1

func newReader(indexer *text.Indexer) *reader {
	return &reader{indexer: indexer, ids: map[string]int32{}}
}

// read returns what a sentence says.
func (r *reader) read(sentence string) statement {
	terms := r.indexer.Query(dying.Replace(sentence))
	s := make(statement, 0, len(terms))
	for _, t := range terms {
		amount, unit := measure(t)
		for _, t := range [...]string{amount, unit} {
			if id := r.number(t); id != nothing {
				s = append(s, id)
			}
		}
	}
	slices.Sort(s)
	return slices.Compact(s)
}

// measure returns the number and the unit that a term is made of, "60" and "km" of "60km", else the term and "".
func measure(term string) (amount, unit string) {
	unit = strings.TrimLeft(term, "0123456789.,")
	if unit == "" || unit == term || !units.Has(unit) {
		return term, ""
	}
	return term[:len(term)-len(unit)], unit
}

// Restates reports whether a point says no more than a title does, by terms.
func Restates(indexer *text.Indexer, title, point string) bool {
	in, terms := indexer.Query(title), indexer.Query(point)
	slices.Sort(terms)
	terms = slices.Compact(terms)
	said := 0
	for _, t := range terms {
		if slices.Contains(in, t) {
			said++
		}
	}
	return isRestated(said, len(terms)-said)
}

// covers returns the share of the terms of another statement that s has, 0 for one
// that has none.
func (s statement) covers(other statement) float64 {
	return float64(intersection(s, other)) / float64(max(1, len(other)))
}

// coversOfAll returns the mean of what s covers of other statements, 0 of none.
func (s statement) coversOfAll(others []statement) float64 {
	sum := 0.0
	for _, o := range others {
		sum += s.covers(o)
	}
	return sum / float64(max(1, len(others)))
}

// titles returns what the titles of the candidates' articles say.
func (r *reader) titles(candidates []Candidate) []statement {
	var titles []statement
	for i, x := range candidates {
		if x.Title != "" && (i == 0 || candidates[i-1].Order != x.Order) {
			titles = append(titles, r.read(x.Title))
		}
	}
	return titles
}

// number returns the number of a term, the same for all that mean the same.
func (r *reader) number(term string) int32 {
	id, ok := r.ids[term]
	if ok {
		return id
	}
	m := meaningOf(term)
	switch {
	case m.term == "":
		id = nothing
	case m.term != term:
		id = r.number(m.term)
	default:
		id = int32(len(r.terms))
		r.terms = append(r.terms, m)
	}
	r.ids[term] = id
	return id
}

// repeats returns how likely it is that who knows y learns nothing from x, and
// who knows x nothing from y, and how many terms they have in common.
func (r *reader) repeats(x, y statement) (xy, yx float64, common int) {
	shared, freshX, freshY := 0.0, 0.0, 0.0
	for i, j := 0, 0; i < len(x) || j < len(y); {
		switch {
		case j == len(y) || i < len(x) && x[i] < y[j]:
			freshX += r.terms[x[i]].fresh
			i++
		case i == len(x) || y[j] < x[i]:
			freshY += r.terms[y[j]].fresh
			j++
		default:
			common++
			shared += r.terms[x[i]].shared
			i++
			j++
		}
	}
	if common == 0 {
		return 0, 0, 0
	}
	share := float64(common) / float64(min(len(x), len(y)))
	odds := repeatBias + shareWeight*share + commonWeight*math.Log1p(float64(common)) + shared
	return logistic(odds + freshX), logistic(odds + freshY), common
}

// beyond yields the terms of s that known has not.
func (s statement) beyond(known statement) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for _, t := range s {
			if _, told := slices.BinarySearch(known, t); !told && !yield(t) {
				return
			}
		}
	}
}

// hasNewNumber reports whether s has a number in digits that known has not.
func (r *reader) hasNewNumber(s, known statement) bool {
	for t := range s.beyond(known) {
		if r.terms[t].number {
			return true
		}
	}
	return false
}
