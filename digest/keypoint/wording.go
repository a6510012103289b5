package keypoint

import (
	_ "embed"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"sync"
)

// Wording holds how much the words of a sentence speak for it being worth telling, each once: the
// log-odds that each adds to those of the features. Hardly any says much ("he", "small", "after", "suspended"),
// but a sentence has twenty. A number is "0".
type Wording map[string]float64

// wordingTable has a line for each word: the word, a blank and its weight. cmd/tunepoints fits it to texts that
// were written for this project.
//
//go:embed wording.txt
var wordingTable string

var defaultWording = sync.OnceValue(func() Wording {
	w := make(Wording, strings.Count(wordingTable, "\n"))
	for line := range strings.Lines(wordingTable) {
		var word string
		var weight float64
		if _, err := fmt.Sscan(line, &word, &weight); err != nil {
			panic("keypoint: wording.txt: " + line)
		}
		w[word] = weight
	}
	return w
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
	for i := first; i < last; i++ {
		if word := a.worded(i, first); word != "" && !a.wordedBefore(word, first, i) {
			sum += w[word]
		}
	}
	return sum
}

// worded returns how Wording calls token i of a sentence, "" for a name.
func (a *article) worded(i, first int) string {
	low := a.low[i]
	switch {
	case isDigit(low[0]):
		return "0"
	case i > first && isName(a.word(i)) && !days.Has(low):
		return ""
	}
	return low
}

func (a *article) wordedBefore(word string, first, i int) bool {
	for j := first; j < i; j++ {
		if a.worded(j, first) == word {
			return true
		}
	}
	return false
}
