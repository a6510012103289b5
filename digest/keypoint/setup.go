package keypoint

import (
	"slices"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// longestSetUp is how many tokens the verb of a set-up and what goes with it are at most.
const longestSetUp = 8

// setsUp reports whether sentence i tells what somebody was like or did before the quotation that
// follows, and nothing else: "Ada Lind, who runs the yard, had to laugh." It names nothing of the
// title, no event, no number, no day and no second name, and tells nothing that was said or will be.
func (a *article) setsUp(i int) bool {
	if i+1 >= len(a.Sentences) || a.opensParagraph(i+1) || !isQuote(a.word(a.Sentences[i+1].First)) {
		return false
	}
	if slices.ContainsFunc(a.distinct[i], func(t int32) bool { return a.title[t] || meaningOf(a.index.Terms[t].Word).shared > 0 }) {
		return false
	}
	s := a.Sentences[i]
	verb := a.mainVerb(s.First, s.Last)
	if verb == s.Last || s.Last-verb > longestSetUp || slices.ContainsFunc(a.low[s.First:verb+1], reporting.Has) || !a.mentions(s.First, verb, entity.Person) {
		return false
	}
	return !slices.ContainsFunc(a.Tokens[verb:s.Last], func(t text.Token) bool {
		w := t.In(a.Text)
		return isName(w) || isQuote(w) || isDigit(w[0]) || modals.Has(w) || days.Has(w)
	})
}

// mainVerb returns the first verb among tokens first to last that stands behind what says more of
// its subject between commas, or else, where no comma stands before it, the first verb, or last.
func (a *article) mainVerb(first, last int) int {
	for i := first; i < last-1; i++ {
		if a.word(i) == "," && a.isVerb(i+1) {
			return i + 1
		}
	}
	if verb := a.firstVerb(first, last); a.comma(first, verb) == verb {
		return verb
	}
	return last
}
