package story

import (
	_ "embed"
	"regexp"
	"slices"
	"strconv"
	"sync"
	"unicode"
	"unicode/utf8"

	"newsbot/digest/table"
	"newsbot/digest/text"
)

// The table of words that are not rare, made by cmd/tunestories: a term and
// how many of 100,000 documents of 200 words hold it, one a line.
//
//go:embed words.txt.zst
var wordTable []byte

// commonness returns the share of documents that hold a term, for the terms
// that are not rare in English news, politics and encyclopedia articles.
var commonness = sync.OnceValue(func() map[string]float64 {
	return table.Read(wordTable, func(documents string) (float64, error) {
		n, err := strconv.ParseFloat(documents, 64)
		return n / 100_000, err
	})
})

// innerCapital finds a capital within a title, or an abbreviation.
var innerCapital = regexp.MustCompile(`.[^\pL\pN]\p{Lu}|\p{Lu}\p{Lu}`)

// IsPlain reports whether a title has no word that looks like a name: none in capitals but the first, and none
// that is rare.
func IsPlain(title string) bool {
	return !innerCapital.MatchString(title) && !slices.ContainsFunc(text.Query(title), func(term string) bool {
		first, _ := utf8.DecodeRuneInString(term)
		_, common := commonness()[term]
		return unicode.IsLetter(first) && !common
	})
}
