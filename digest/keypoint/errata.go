package keypoint

import (
	"slices"
	"strings"

	"newsbot/digest/text"
)

// corrects reports whether sentence i says what the text, or another of its makers, had wrong:
// "Correction: on Monday we wrote", "An earlier version of this article put", "This article was
// changed on".
func (a *article) corrects(i int) bool {
	s := a.Sentences[i]
	words := a.low[s.First:s.Last]
	begun := words[:min(len(words), longestLabel)]
	switch one := strings.TrimSuffix(words[0], "s"); {
	case one == "correction" || one == "clarification":
		return slices.Contains(begun, ":")
	case one == "this" && len(begun) > 1 && texts.Has(begun[1]) && slices.ContainsFunc(begun, changed.Has):
		return true
	}
	at := slices.Index(words, "earlier")
	if at < 0 || at+4 >= len(words) || strings.TrimSuffix(words[at+1], "s") != "version" {
		return false
	}
	if words[at+2] == "of" {
		return words[at+3] == "this" && texts.Has(words[at+4])
	}
	return at < 2 && slices.ContainsFunc(words[at+2:at+4], wrote.Has) // "An earlier version wrongly said"
}

// longestLabel is how many tokens "Correction, 14:20 UTC:" may have.
const longestLabel = 10

var (
	texts   = text.WordSet(`article story post page newsletter column report text entry`)
	changed = text.WordSet(`changed amended corrected updated edited revised`)
	wrote   = text.WordSet(`said gave put stated misstated named misnamed misspelled misspelt listed described`)
)
