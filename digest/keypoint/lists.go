package keypoint

import (
	"slices"
	"unicode/utf8"

	"newsbot/digest/text"
)

// isItem reports whether tokens first to last are an item of a list: a sum and what it is
// for or what somebody's gift of it does ("$4 million for the quay", "CHF 30 feeds a family"), or what a law does or is for without naming it
// ("Requires the", "Raising the").
func (a *article) isItem(first, last int) bool {
	one := a.low[first]
	if isParticiple(one) && a.comma(first, last) == last && !a.hasPlainVerb(first, last) {
		return true
	}
	if subjectless.Has(one) {
		two := a.low[first+1]
		return !prepositions.Has(two) && !auxiliaries.Has(two) && isWord(two)
	}
	if last-first > 3 && (isSum(one) || isShout(a.word(first))) && isDigit(a.low[first+1][0]) && gives.Has(a.low[first+2]) {
		return true
	}
	behind := a.low[first+1 : min(first+4, last)] // "$", "4", "million"
	return isSum(one) && (slices.Contains(behind, "for") || slices.Contains(behind, "to"))
}

// gives are verbs of what a gift does.
var gives = text.WordSet(`provides buys feeds`)

// isListed reports whether sentence i begins its paragraph as the one before it or the one
// behind it begins: with a sum, a participle or a verb. They are items of a list.
func (a *article) isListed(i int) bool { return a.isAlike(i, i-1) || a.isAlike(i, i+1) }

// isAlike reports whether sentences i and j begin as items of one list do. Two that begin
// with the same word tell of the same team ("Wales").
func (a *article) isAlike(i, j int) bool {
	mark := a.itemMark(i)
	return mark != 0 && a.itemMark(j) == mark && (mark != 's' || a.low[a.Sentences[i].First] != a.low[a.Sentences[j].First])
}

// itemMark returns what sentence i begins its paragraph with: '$' for a sum, 'g' for a
// participle without a clause behind a comma, 's' for what may be a verb with an s, 0 for
// anything else.
func (a *article) itemMark(i int) byte {
	if i < 0 || i >= len(a.Sentences) || !a.opensParagraph(i) {
		return 0
	}
	s := a.Sentences[i]
	first := a.afterMark(s.First, s.Last)
	second := min(first+1, s.Last-1)
	two := a.low[second]
	switch one := a.low[first]; {
	case isSum(one):
		return '$'
	case isParticiple(one) && !a.isVerb(second) && a.comma(first, s.Last) == s.Last: // not "Boeing is"
		return 'g'
	case isPlural(one) && !a.place[first] && isLower(a.word(second)) && !a.isVerb(second) && !plainVerbs.Has(two) && (articles.Has(two) || !functionWords.Has(two)): // not "Sales of"
		return 's'
	}
	return 0
}

// isSum reports whether w is, or begins, a sum of money.
func isSum(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return r == '$' || r == '£' || r == '€'
}

// subjectless are verbs of what a law or a letter does, which a list of it begins with.
var subjectless = text.WordSet(`supports invests urges demands encourages expresses honors requires provides directs codifies establishes creates
	ensures expands extends authorizes removes increases allows prohibits protects strengthens improves eliminates reauthorizes
	includes reinstates respects makes instructs
	authorize codify reinstate expedite remove repeal set increase direct invest cosponsored introduced secured`)
