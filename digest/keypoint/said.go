package keypoint

import (
	"slices"

	"newsbot/digest/text"
)

// Unsaid returns the indexes of those candidates that say something which none
// of the sentences said does: most of their terms are others, or a number is.
func Unsaid(indexer *text.Indexer, candidates []Candidate, said []string) []int {
	sentences := make([][]string, len(said))
	for i, s := range said {
		sentences[i] = termSet(indexer, s)
	}
	var unsaid []int
	for i, c := range candidates {
		terms := termSet(indexer, c.Text)
		if !slices.ContainsFunc(sentences, func(s []string) bool { return repeats(terms, s) }) {
			unsaid = append(unsaid, i)
		}
	}
	return unsaid
}

// repeats reports whether a sentence with terms tells nothing to who knows one
// with known.
func repeats(terms, known []string) bool {
	common := 0
	for _, t := range terms {
		_, ok := slices.BinarySearch(known, t)
		switch {
		case ok:
			common++
		case isNumber(t):
			return false
		}
	}
	return float64(common) >= storySameness*float64(max(1, min(len(terms), len(known))))
}

// isNumber reports whether a term is a number in digits.
func isNumber(term string) bool { return term[0] >= '0' && term[0] <= '9' }

// termSet returns the terms of a sentence in order, each once.
func termSet(indexer *text.Indexer, sentence string) []string {
	terms := indexer.Query(sentence)
	slices.Sort(terms)
	return slices.Compact(terms)
}
