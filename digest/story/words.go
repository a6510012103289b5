package story

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

// The table of words that are not rare, made by cmd/tunestories: a term and
// how many of 100,000 documents of 200 words hold it, one a line.
//
//go:embed words.txt
var wordTable string

// commonness returns the share of documents that hold a term, for the terms
// that are not rare in English news, politics and encyclopedia articles.
var commonness = sync.OnceValue(func() map[string]float64 {
	shares := make(map[string]float64, strings.Count(wordTable, "\n"))
	for line := range strings.Lines(wordTable) {
		var term string
		var n float64
		if _, err := fmt.Sscan(line, &term, &n); err != nil {
			panic("story: words.txt: " + line)
		}
		shares[term] = n / 100_000
	}
	return shares
})
