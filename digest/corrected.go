package digest

import (
	"slices"
	"strings"
	"time"

	"newsbot/digest/story"
	"newsbot/digest/text"
)

// correctedWithin is how long after an article its correction comes: what an outlet tells at the same
// time every day has the same title.
const correctedWithin = 20 * time.Hour

// sameTitle is the share of its terms that the title of a correction or that of the article has in
// common with the other.
const sameTitle = 0.8

// fewTerms are those of which a share tells nothing: "Trump: It's over" has one.
const fewTerms = 3

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
	of, by := titleTerms(a), titleTerms(b)
	if min(len(of), len(by)) < fewTerms {
		return slices.Equal(of, by)
	}
	return shareOf(by, of) >= sameTitle || shareOf(of, by) >= sameTitle
}

// titleTerms returns the terms of an article's title without its labels, but no numbers.
func titleTerms(b Brief) []string {
	title, _ := story.CutCorrection(b.Title)
	return slices.DeleteFunc(text.Query(story.CleanHeadline(title, b.Outlet())), func(term string) bool { return strings.ContainsAny(term, "0123456789") })
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
