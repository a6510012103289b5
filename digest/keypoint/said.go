package keypoint

import (
	"slices"

	"newsbot/digest/text"
)

// known is the likelihood of a repeat from which on a reader is held to know what
// a candidate says. It is high: what is left out here is never told.
const known = 0.5

// Unsaid returns the indexes of those candidates that say something which none
// of the sentences said does: they tell of other things, or give another number.
func Unsaid(indexer *text.Indexer, candidates []Candidate, said []string) []int {
	r := newReader(indexer)
	told := make([]statement, len(said))
	for i, s := range said {
		told[i] = r.read(s)
	}
	var unsaid []int
	for i, c := range candidates {
		s := r.read(c.Text)
		if !slices.ContainsFunc(told, func(t statement) bool {
			again, _ := r.repeats(s, t)
			return again >= known && !r.hasNewNumber(s, t)
		}) {
			unsaid = append(unsaid, i)
		}
	}
	return unsaid
}
