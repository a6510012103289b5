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

// afterNote returns the first token behind the note in brackets with which a wire tells what is new in its text, or
// first: "(Corrects toll to 30 from 31)", "(Adds quote)", "(This Dec. 1 story has been corrected to show ...)".
func (a *article) afterNote(first, last int) int {
	if !a.english || first+1 >= last || a.word(first) != "(" && a.word(first) != "[" {
		return first
	}
	begun := a.low[first+1 : min(first+1+longestLabel, last)]
	if !noted.Has(begun[0]) && !notes.Has(begun[0]) && !(slices.ContainsFunc(begun, texts.Has) && slices.ContainsFunc(begun, noted.Has)) {
		return first
	}
	for end, open := first, 0; end < last; end++ {
		switch a.word(end) {
		case "(", "[":
			open++
		case ")", "]":
			open--
		}
		if open == 0 {
			for end++; end < last && (isStop(a.word(end)) || isDash(a.word(end))); end++ {
			}
			return end
		}
	}
	return first
}

// longestLabel is how many tokens "Correction, 14:20 UTC:" may have.
const longestLabel = 10

var (
	texts   = text.WordSet(`article story post page newsletter column report text entry`)
	changed = text.WordSet(`changed amended corrected updated edited revised`)
	noted   = text.WordSet(`adds amends amended changes clarifies corrects corrected correcting deletes drops edits fixes inserts recasts refiled refiles
		removes repeats restores rewrites updated updates updating`)
	notes = text.WordSet(`correction clarification new refile update`) // begin some
	wrote = text.WordSet(`said gave put stated misstated named misnamed misspelled misspelt listed described`)
)
