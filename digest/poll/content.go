package poll

import (
	"fmt"
	"slices"

	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/render"
)

// Content tells what a reading found, in words for a reader: how many items, how
// many with their full text, and why those may not be all. The newest of them, at
// most so many, come first.
func Content(p feed.Polled, most int, by render.Reader) (words string, newest []digest.Article) {
	full, foreign := 0, 0
	for _, a := range p.Articles {
		if IsFull(a) {
			full++
		}
		if digest.InForeign(a) {
			foreign++
		}
	}
	words = fmt.Sprintf("%s, %s with full text", by.Plural(len(p.Articles), "item", "items"), by.Number(full))
	if len(p.Articles) > firstItems {
		words += "; of a source that is new the newest " + by.Number(firstItems) + " are taken in"
	}
	if few := by.Foreign(foreign, "item", "items"); few != "" {
		words += "; " + few
	}
	if p.Cut != nil {
		words += "; it " + Plainly(p.Cut)
	}
	newest = newestFirst(p.Articles)
	return words, newest[:min(most, len(newest))]
}

// newestFirst returns articles in the order of their dates, those without one last.
func newestFirst(articles []digest.Article) []digest.Article {
	return slices.SortedStableFunc(slices.Values(articles), func(a, b digest.Article) int { return b.Published.Compare(a.Published) })
}
