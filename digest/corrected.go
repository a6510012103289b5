package digest

import (
	"slices"
	"strings"
	"time"

	"newsbot/digest/keypoint"
	"newsbot/digest/story"
	"newsbot/digest/text"
)

// correctedWithin is how long after an article a title like its own tells of a correction: what an outlet tells at the same
// time every day has the same title.
const correctedWithin = 20 * time.Hour

// sameTitle is the share of its terms that the title of a correction or that of the article has in
// common with the other.
const sameTitle = 0.8

// What a notice holds of a text that tells what was wrong, beside the words of its own title: half of the terms, or a fifth
// where a number is among them.
const (
	wrongShare  = 0.5
	wrongNumber = 0.2
)

// fewTerms are those of which a share tells nothing: "Trump: It's over" has one.
const fewTerms = 3

// Corrected returns what reports of an article whether its outlet has corrected it since
// by one of some others, all of it or what it tells first.
func Corrected(articles []Brief) func(Brief) bool {
	all := corrections(articles)
	return func(a Brief) bool {
		return slices.ContainsFunc(all, func(b correction) bool { return b.corrects(a) || b.takesBack(a, a.lead()) })
	}
}

// standing returns the indexes of articles, and apart from these those of articles whose place
// another of their outlet has taken since.
func standing(articles []Brief) (stand, corrected []int) {
	all := corrections(articles)
	for i, a := range articles {
		if slices.ContainsFunc(all, func(b correction) bool { return b.corrects(a) }) {
			corrected = append(corrected, i)
		} else {
			stand = append(stand, i)
		}
	}
	return stand, corrected
}

// correction is an article that says that it corrects another, with what is asked of it for each of the others.
type correction struct {
	Brief
	title  []string // titleTerms
	words  []string // the terms of the article
	notice bool     // isNotice, of more than small things
}

// corrections returns those of some articles that correct others, few or none.
func corrections(articles []Brief) (all []correction) {
	for _, a := range articles {
		if a.isCorrection() {
			words := a.words()
			all = append(all, correction{a, titleTerms(a), words, a.isNotice() && shareOf(smallThings, words) == 0})
		}
	}
	return all
}

// isCorrection reports whether the article says that it corrects another.
func (b Brief) isCorrection() bool {
	_, found := story.CutCorrection(b.Title)
	return found
}

// isNotice reports whether the article is a correction that may say no more than what was wrong: "Correction: Lind".
func (b Brief) isNotice() bool {
	if !b.isCorrection() {
		return false
	}
	title := text.Fold(strings.TrimLeft(b.Title, "[("))
	return strings.HasPrefix(title, "correction") || strings.HasPrefix(title, "clarification")
}

// corrects reports whether the article, a correction, takes the place of an earlier one of its outlet: it has the same
// title, or takes back what that says.
func (b correction) corrects(a Brief) bool {
	return b.takesBack(a, a.Title) || b.follows(a) && b.isLike(a)
}

// isLike reports whether the article is another one anew, by their titles and, long after it, by what that tells first.
func (b correction) isLike(a Brief) bool {
	if b.Time().Sub(a.Time()) > correctedWithin && shareOf(termsIn(a.lead()), b.words) < sameTitle {
		return false
	}
	of, by := titleTerms(a), b.title
	if min(len(of), len(by)) < fewTerms {
		return slices.Equal(of, by)
	}
	return shareOf(by, of) >= sameTitle || shareOf(of, by) >= sameTitle
}

// follows reports whether the article, a correction, may be one of another: of an earlier one of its outlet.
func (b correction) follows(a Brief) bool {
	return a.Outlet() == b.Outlet() && !a.Time().After(b.Time()) && !(a.Time().Equal(b.Time()) && a.isCorrection())
}

// takesBack reports whether the article says, in a notice, that what a text of an earlier one of its outlet tells was wrong. That
// has to be on what the notice names in its title.
func (b correction) takesBack(a Brief, s string) bool {
	if !b.notice || !b.follows(a) || shareOf(b.title, a.words()) < wrongShare {
		return false
	}
	terms := slices.DeleteFunc(termsIn(s), func(t string) bool { return slices.Contains(b.title, t) })
	if slices.ContainsFunc(terms, func(t string) bool { return hasDigit(t) && slices.Contains(b.words, t) }) {
		return shareOf(terms, b.words) >= wrongNumber
	}
	return len(terms) >= fewTerms && shareOf(terms, b.words) >= wrongShare
}

// smallThings are terms of notices on how a name is written or what a picture shows, after which the rest of a text is as right as before.
var smallThings = termsIn("misspelled misspelt misspelling spelling spelled spelt caption captions byline photograph photo")

// notTakenBack leaves out points that a notice among the articles takes back.
func notTakenBack(articles []Brief, points []StoryPoint, candidates []keypoint.Candidate) ([]StoryPoint, []keypoint.Candidate) {
	all := corrections(articles)
	return only(points, candidates, 0, func(i int) bool {
		c := candidates[i]
		return !slices.ContainsFunc(all, func(b correction) bool { return b.takesBack(articles[c.Order], c.Text) })
	})
}

// lead returns what the article tells first, "" where it tells nothing.
func (b Brief) lead() string {
	if len(b.Points) == 0 {
		return ""
	}
	return b.Points[0].Text
}

// words returns the terms of the article without their weights.
func (b Brief) words() []string {
	words := make([]string, len(b.Terms))
	for i, t := range b.Terms {
		words[i] = t.Word
	}
	return words
}

// termsIn returns the terms of a text, each once.
func termsIn(s string) []string {
	terms := text.Query(s)
	slices.Sort(terms)
	return slices.Compact(terms)
}

// hasDigit reports whether a term is a number, or has one in it.
func hasDigit(term string) bool { return strings.ContainsAny(term, "0123456789") }

// titleTerms returns the terms of an article's title without its labels, but no numbers.
func titleTerms(b Brief) []string {
	title, _ := story.CutCorrection(b.Title)
	return slices.DeleteFunc(text.Query(story.CleanHeadline(title, b.Outlet())), hasDigit)
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
