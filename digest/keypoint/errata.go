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
	words := a.wordsOf(i)
	begun := words[:min(len(words), longestLabel)]
	switch one := strings.TrimSuffix(words[0], "s"); {
	case erratum.Has(one):
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

// errata returns the candidates of a text that is no more than a correction of others ("Correction: the quay") and of which no
// sentence stands by itself: what was told and what is so, in several sentences. Other texts have none.
func (a *article) errata() (out []candidate) {
	if !a.english || a.refutation != corrected || !erratum.Has(strings.TrimSuffix(a.low[0], "s")) {
		return nil
	}
	for i := len(a.Sentences) - a.body; i < len(a.Sentences); i++ {
		first, last, ok := a.righted(i)
		if !ok {
			continue
		}
		c := candidate{sentence: i, first: a.Sentences[first].First, last: a.Sentences[last-1].Last, truth: true}
		c.Span = text.Span{Start: a.Tokens[c.first].Start, End: a.Tokens[c.last-1].End}
		c.features = a.measure(&c, len(out))
		out = append(out, c)
	}
	return out
}

// righted returns the sentences first to last that say what is so instead of what sentence i tells of a text: with that, if
// there is room for both. Alone it has to say itself that it was wrong.
func (a *article) righted(i int) (first, last int, ok bool) {
	if !slices.ContainsFunc(a.wordsOf(i), ownTexts) {
		return 0, 0, false
	}
	end := i + 1
	for end < len(a.Sentences) && !slices.ContainsFunc(a.wordsOf(end), func(w string) bool { return ownTexts(w) || excuses.Has(w) }) {
		end++
	}
	fits := func(first, last int) bool {
		return a.length(a.Sentences[first].First, a.Sentences[last-1].Last) <= maxLength
	}
	for first := i; first <= i+1; first++ {
		for last := end; last > i+1; last-- {
			if fits(first, last) {
				return first, last, true
			}
		}
	}
	return i, i + 1, end == i+1 && a.truth[i] && fits(i, i+1)
}

// ownTexts reports whether a word is of what an outlet wrote itself.
func ownTexts(w string) bool { return w == "we" || w == "our" || w == "headline" || texts.Has(w) }

// longestLabel is how many tokens "Correction, 14:20 UTC:" may have.
const longestLabel = 10

var (
	erratum = text.WordSet(`correction clarification`)
	excuses = text.WordSet(`sorry apologise apologises apologize apologizes apology apologies regret regrets`)
	texts   = text.WordSet(`article story post page newsletter column report text entry`)
	changed = text.WordSet(`changed amended corrected updated edited revised`)
	noted   = text.WordSet(`adds amends amended changes clarifies corrects corrected correcting deletes drops edits fixes inserts recasts refiled refiles
		removes repeats restores rewrites updated updates updating`)
	notes = text.WordSet(`correction clarification new refile update`) // begin some
	wrote = text.WordSet(`said gave put stated misstated named misnamed misspelled misspelt listed described`)
)
