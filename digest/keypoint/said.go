package keypoint

import (
	"regexp"
	"slices"
	"strings"

	"newsbot/digest/text"
)

// known is the likelihood of a repeat from which on a reader is held to know what
// a candidate says. It is high: what is left out here is never told.
const known = 0.5

// mostNew is the share of a candidate's terms, at most, that no sentence said has where a reader knows
// what it says: "the picture was found in a garage" has much in common with "the picture was
// stolen", and is news.
const mostNew = 1. / 8

// Unsaid returns the indexes of those candidates that say something which none
// of the sentences said does: they tell of other things, in words that were not among
// them, or in one that their title has too, or give another number of something, or the age of
// somebody who was not named.
func Unsaid(indexer *text.Indexer, candidates []Candidate, said []string) []int {
	r := newReader(indexer)
	told := make([]statement, len(said))
	for i, s := range said {
		told[i] = r.read(s)
	}
	all := union(told)
	var unsaid []int
	for i, c := range candidates {
		s, counted := r.read(c.Text), r.read(withoutAges(c.Text, said))
		if r.newShare(counted, all) > mostNew || r.titleHasNew(c.Title, c.Text, all) || !slices.ContainsFunc(told, func(t statement) bool {
			again, _, _ := r.repeats(s, t)
			return again >= known && !r.hasNewNumber(counted, t)
		}) {
			unsaid = append(unsaid, i)
		}
	}
	return unsaid
}

// union returns all terms of statements.
func union(statements []statement) statement {
	all := slices.Concat(statements...)
	slices.Sort(all)
	return slices.Compact(all)
}

// newShare returns the share of the terms of s that known has not; years and ordinals are
// nothing new.
func (r *reader) newShare(s, known statement) float64 {
	n := 0
	for t := range s.beyond(known) {
		if !r.terms[t].dates {
			n++
		}
	}
	return float64(n) / float64(max(1, len(s)))
}

// titleHasNew reports whether the title of a point tells a deed or a name that the point tells too and known
// has not: "Trader appeals against sentence" when he, "sentenced to six years, will appeal".
func (r *reader) titleHasNew(title, point string, known statement) bool {
	var telling []string
	for _, m := range doings.FindAllStringSubmatch(point, -1) {
		telling = append(telling, m[1])
	}
	telling = append(telling, innerNames.FindAllString(point, -1)...)
	head := r.read(title)
	for t := range r.read(strings.Join(telling, " ")).beyond(known) {
		if _, has := slices.BinarySearch(head, t); has && !r.terms[t].dates {
			return true
		}
	}
	return false
}

// innerNames finds words with a capital behind others.
var innerNames = regexp.MustCompile(`[\pL\pN,] \p{Lu}\pL+`)

// doings finds what somebody will do or has done.
var doings = regexp.MustCompile(`(?i)\b(?:will|would|may|to|has|have|had|was|were|is|are|been|be) (?:(?:already|also|been|have|never|not|now) )*(\pL{4,})\b`)

// ages finds how old people are, in the first form with the name.
var ages = regexp.MustCompile(`[\pL.'’-]+, \d{1,3},|\b\d{1,3} ?- ?years? ?- ?old\b|\b(?:aged?|age of|dead at|dies at|died at) \d{1,3}\b`)

// withoutAges returns a sentence without the ages of those whom what was said names.
func withoutAges(sentence string, said []string) string {
	return ages.ReplaceAllStringFunc(sentence, func(age string) string {
		name, _, named := strings.Cut(age, ", ")
		if named && !slices.ContainsFunc(said, func(s string) bool { return strings.Contains(s, name) }) {
			return age
		}
		return " "
	})
}
