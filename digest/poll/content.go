package poll

import (
	"fmt"
	"slices"

	"newsbot/digest"
	"newsbot/digest/render"
)

// Content tells what a reading found, in words for a reader: how many items, and
// how many with their full text. The newest of them, at most so many, come first.
func Content(articles []digest.Article, most int, by render.Reader) (words string, newest []digest.Article) {
	full := 0
	for _, a := range articles {
		if IsFull(a) {
			full++
		}
	}
	newest = newestFirst(articles)
	return fmt.Sprintf("%s, %s with full text", by.Plural(len(articles), "item", "items"), by.Number(full)), newest[:min(most, len(newest))]
}

// newestFirst returns articles in the order of their dates, those without one last.
func newestFirst(articles []digest.Article) []digest.Article {
	return slices.SortedStableFunc(slices.Values(articles), func(a, b digest.Article) int { return b.Published.Compare(a.Published) })
}
