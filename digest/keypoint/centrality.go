package keypoint

import (
	"iter"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"
)

// centrality returns for each sentence of the body how close it is to all others,
// as a part of the closest one's: the sum of their cosines (LexRank, Erkan and
// Radev 2004; the degree ranks nearly as the walk over the graph does). The cosine
// of two sentences is the number of their common words by the square root of both
// lengths, so that the sum over all others is one over the words of a sentence.
func (a *article) centrality() []float64 {
	words := a.contentWords()
	var sums []float64 // for each word, of 1 over the root of the lengths of its sentences
	for _, said := range words {
		for _, w := range said {
			for int(w) >= len(sums) {
				sums = append(sums, 0)
			}
			sums[w] += 1 / math.Sqrt(float64(len(said)))
		}
	}
	cosines := make([]float64, len(words))
	for i, said := range words {
		root := math.Sqrt(float64(len(said)))
		for _, w := range said {
			cosines[i] += (sums[w] - 1/root) / root
		}
	}
	scale(cosines)
	return cosines
}

// contentWords returns for each sentence of the body its different words but the
// function words, by numbers: its terms where those are not known. Terms tell
// less of English: their stems are coarser, and more words have none.
func (a *article) contentWords() [][]int32 {
	words := make([][]int32, len(a.Sentences))
	all := make([]int32, 0, len(a.Tokens))
	numbers := make(map[string]int32, len(a.index.Terms))
	for i, s := range a.Sentences {
		switch {
		case s.Paragraph == 0:
		case !a.english:
			words[i] = a.distinct[i]
		default:
			from := len(all)
			all = a.numbered(all, s.First, s.Last, numbers)
			words[i] = all[from:]
		}
	}
	return words
}

// numbered appends the numbers of the different content words among tokens first to
// last, ascending, and adds new ones; other words have the number nothing.
func (a *article) numbered(all []int32, first, last int, numbers map[string]int32) []int32 {
	said := all[len(all):]
	for _, w := range a.low[first:last] {
		number, ok := numbers[w]
		if !ok {
			number = int32(len(numbers))
			if !isContent(w) {
				number = nothing
			}
			numbers[w] = number
		}
		if number != nothing {
			said = append(said, number)
		}
	}
	slices.Sort(said)
	return append(all, slices.Compact(said)...)
}

// isContent reports whether a folded word tells of something.
func isContent(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return n < len(w) && (unicode.IsLetter(r) || unicode.IsDigit(r)) && !functionWords.Has(w)
}

// scale divides values by the largest.
func scale(values []float64) {
	top := 0.0
	for _, v := range values {
		top = max(top, v)
	}
	if top == 0 {
		return
	}
	for i := range values {
		values[i] /= top
	}
}

// intersection returns how many numbers two ascending lists have in common.
func intersection(x, y []int32) int {
	n := 0
	for range common(x, y) {
		n++
	}
	return n
}

// common goes over the numbers that two ascending lists have in common.
func common(x, y []int32) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for i, j := 0, 0; i < len(x) && j < len(y); {
			switch {
			case x[i] < y[j]:
				i++
			case x[i] > y[j]:
				j++
			default:
				if !yield(x[i]) {
					return
				}
				i++
				j++
			}
		}
	}
}
