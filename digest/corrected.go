package digest

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"newsbot/digest/story"
	"newsbot/digest/text"
)

// correctedWithin is how long after an article its correction comes: what an outlet tells at the same
// time every day has the same title.
const correctedWithin = 20 * time.Hour

// sameTitle is the share of its words that the title of a correction or that of the article has in
// common with the other.
const sameTitle = 0.8

// Corrected returns what reports of an article whether its outlet has corrected it since
// by one of some others.
func Corrected(articles []Brief) func(Brief) bool {
	var corrections []Brief // few or none
	for _, a := range articles {
		if a.isCorrection() {
			corrections = append(corrections, a)
		}
	}
	return func(a Brief) bool {
		return slices.ContainsFunc(corrections, func(b Brief) bool { return b.corrects(a) })
	}
}

// standing returns the indexes of articles, and apart from these those of articles that their
// outlet has corrected since by another.
func standing(articles []Brief) (stand, corrected []int) {
	isCorrected := Corrected(articles)
	for i, a := range articles {
		if isCorrected(a) {
			corrected = append(corrected, i)
		} else {
			stand = append(stand, i)
		}
	}
	return stand, corrected
}

// isCorrection reports whether the article says that it corrects another.
func (b Brief) isCorrection() bool {
	_, found := story.CutCorrection(b.Title)
	return found
}

// corrects reports whether the article, a correction, takes the place of an earlier one of its outlet.
func (b Brief) corrects(a Brief) bool {
	if a.Outlet() != b.Outlet() || b.Time().Sub(a.Time()) > correctedWithin {
		return false
	}
	if a.Time().After(b.Time()) || a.Time().Equal(b.Time()) && a.isCorrection() {
		return false
	}
	of, by := titleWords(a), titleWords(b)
	return shareOf(by, of) >= sameTitle || shareOf(of, by) >= sameTitle
}

// titleWords returns the words of an article's title without its labels, but no numbers.
func titleWords(b Brief) []string {
	title, _ := story.CutCorrection(b.Title)
	return strings.FieldsFunc(text.Fold(story.CleanHeadline(title, b.Outlet())), func(r rune) bool { return !unicode.IsLetter(r) })
}

// shareOf returns how many of words others hold.
func shareOf(words, others []string) float64 {
	held := 0
	for _, w := range words {
		if slices.Contains(others, w) {
			held++
		}
	}
	return float64(held) / float64(max(1, len(words)))
}
