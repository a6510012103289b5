package keypoint

import (
	_ "embed"
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"newsbot/digest/table"
)

// Wording holds how much the words of a sentence speak for it being worth telling, each once: the
// log-odds that each adds to those of the features. Hardly any says much ("he", "small", "after", "suspended"),
// but a sentence has twenty. A number is "0".
type Wording map[string]float64

// wordingTable has a line for each word: the word, a blank and its weight. cmd/tunepoints fits it to texts that
// were written for this project, and to vectors of words (NOTICE).
//
//go:embed wording.txt.zst
var wordingTable []byte

var defaultWording = sync.OnceValue(func() Wording {
	return table.Read(wordingTable, func(weight string) (float64, error) { return strconv.ParseFloat(weight, 64) })
})

// String returns the words in the form of wording.txt, without those that say next to nothing.
func (w Wording) String() string {
	var b strings.Builder
	for _, word := range slices.Sorted(maps.Keys(w)) {
		if math.Abs(w[word]) >= leastWording {
			fmt.Fprintf(&b, "%s %.2f\n", word, w[word])
		}
	}
	return b.String()
}

const leastWording = 0.05

// wording is how much the words of tokens first to last speak for them.
func (a *article) wording(first, last int) (sum float64) {
	w := defaultWording()
	for word := range a.worded(first, last) {
		sum += w[word]
	}
	return sum
}

// worded yields the words of tokens first to last as Wording calls them, each once: names are none.
func (a *article) worded(first, last int) iter.Seq[string] {
	return func(yield func(string) bool) {
		words := make([]string, 0, 64)
		for i := first; i < last; i++ {
			word := a.low[i]
			if isDigit(word[0]) {
				word = "0"
			} else if i > first && isName(a.word(i)) && !days.Has(word) {
				continue
			}
			if slices.Contains(words, word) {
				continue
			}
			if words = append(words, word); !yield(word) {
				return
			}
		}
	}
}
