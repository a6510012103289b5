package keypoint

import (
	"slices"
	"strings"
	"unicode"

	"newsbot/digest/text"
)

// minWords is the least number of tokens in a point of a script that divides
// words.
const minWords = 7

// stands reports whether tokens first to last stand by themselves: a whole
// statement that points to nothing before it and addresses nobody. It is whole
// unless the end of its sentence was left out.
func (a *article) stands(first, last int, whole bool) bool {
	s := a.said(first, last)
	if !isProse(s) || !a.begins(first) && !a.begun[first] && !startsUncased(s) || whole && (!endsStatement(s) || a.breaksOff(first, last)) || !a.balanced(first, last) {
		return false
	}
	if a.quoted(first, last) > 0.85 || a.isTable(first, last) || a.isLabelled(first, last) || a.runsOn(first, last) {
		return false
	}
	if !a.english {
		return true
	}
	return last-first >= minWords && a.hasVerb(first, last) && !a.isHeading(first, last) && !a.isScene(first, last) && !a.dangles(first, last) && !a.definesOutcome(first, last) && !a.addresses(first, last) && !a.thanks(first, last) && !isBoilerplate(s)
}

// isBoilerplate reports whether s is what a page says of itself.
func isBoilerplate(s string) bool {
	s = text.Fold(s)
	begun := strings.TrimPrefix(s, "to ")
	if slices.ContainsFunc(invitations, func(p string) bool { return strings.HasPrefix(begun, p) }) {
		return true
	}
	for i := range max(0, len(s)-1) {
		begun := boilerplate[beginning(s[i:])]
		if len(begun) == 0 || i > 0 && unicode.IsLetter(rune(s[i-1])) {
			continue
		}
		for _, p := range begun {
			if strings.HasPrefix(s[i:], p) {
				return true
			}
		}
	}
	return false
}
