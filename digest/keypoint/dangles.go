package keypoint

import (
	"slices"
	"strings"
)

// dangles reports whether tokens first to last begin with, or hang on, a word
// that stands for something said before. Before the first sentence of a text nothing was said: unless it
// begins with a pronoun, one in it stands for what it tells itself.
func (a *article) dangles(first, last int) bool {
	i := first
	for i < last-1 && isQuote(a.word(i)) {
		i++
	}
	return a.beginsUntold(i, last) || (!a.isLead(i) || pronouns.Has(a.low[i])) && a.hangs(i, last)
}

// hangs reports whether a word among tokens i to last, mostly not the first, stands for something said before.
func (a *article) hangs(i, last int) bool {
	return a.endsUntold(i, last) || a.pointsBack(i, last) || a.pronounBehindPhrase(i, last) || a.pronounAlone(i, last) || a.bareBehindPhrase(i, last)
}

// beginsUntold reports whether tokens i to last begin with words that stand for something said before, or say nothing by
// themselves.
func (a *article) beginsUntold(i, last int) bool {
	one, two := a.low[i], ""
	if i+1 < last {
		two = a.low[i+1]
	}
	switch {
	case isInitial(a.word(i)) && functionWords.Has(a.low[min(i+1, last-1)]): // "in hall B. We are", not "P. Lind said"
		return true
	case one == "this" && (selves.Has(two) && presents.Has(a.low[min(i+2, last-1)]) || present.Has(two)):
	case one == "so" && two == "far": // "So far, nine have voted"
	case danglers.Has(one) || one == "nor" && !isName(a.word(min(i+1, last-1))):
		return true
	case one == "the" && (strings.HasSuffix(two, "-year-old") || two == "only" && i+2 < last && a.low[i+2] == "other"):
		return true
	case one == "more" && two != "than" && !(isPlural(two) && i+2 < last && slices.Contains(a.low[i+2:min(i+longestName, last)], "than")), a.countsOn(i, last), two == "of" && i+3 < last && ofWhat.Has(a.low[i+2]):
		return true
	case one == "at" && two == "the" && i+3 < last && a.low[i+2] == "time" && !a.explained(i+3, last) && a.low[i+3] != "when":
		return true
	case one == "a" && ordinals.Has(two) && !a.isLead(i) && i+2 < last && isPerson(a.low[i+2]) && !a.isFormer(i+1, last): // "A third defendant"
		return true
	case one == "each" && (a.does(i+1, last) || isPlural(two)), quantities.Has(one) && auxiliaries.Has(two): // "Each kept its ship", "Many are"
		return true
	case turns.Has(one) && clauseOpeners.Has(one) && a.comma(i, last) == last: // "Although in Sund they said: ..."
		return true
	case (one == "a" || one == "an") && i+3 < last && a.low[i+2] == "is" && (a.low[i+3] == "no" || a.low[i+3] == "not"): // "A search is no attack"
		return true
	case one == "said", one == "there" && two == "'s", one == "an" && two == "even":
		return true
	case one == "there" && i+2 < last && !a.exists(i+1, last): // "There the court sits"
		return true
	case one == "by" && isParticiple(two) && a.comma(i, last) == last: // "By raising the rates."
		return true
	case elsewhere.Has(a.low[max(last-2, i)]) && !reporting.Has(a.low[max(last-3, i)]): // "is open here", not "said here"
		return true
	case a.saysNothing(i, last), a.refuses(i, last), a.isItem(i, last):
		return true
	case one == "the" && superlatives.Has(two) && i+2 < last && auxiliaries.Has(a.low[i+2]): // "The largest is"
		return true
	case imperatives.Has(one) && !isName(a.word(i+1)) && !auxiliaries.Has(two), advice.Has(one) && articles.Has(two): // "Allow the court to", "Use the bridge"
		return true
	case one == "the" && (vague.Has(two) && !a.explained(i+2, last) && !isQuote(a.word(i+2)) || ordering.Has(two) && !a.isOrdered(i+2, last)):
		return true
	case one == "only" && two == "one" && !(i+4 < last && a.low[i+2] == "of" && a.isKnown(i+3, last)): // "Only one of them"
		return true
	case one == "one" && (a.does(i+1, last) || two == "read" || two == "of" && !a.isKnown(i+2, last)): // "One involved a tram", "One read:"
		return true
	case (connectives.Has(one) && one != "today" || one == "once" || one == "one") && two == ",":
		return true
	case (openers.Has(one) || besides.Has(one)) && pronouns.Has(two) || a.countsUntold(i, last):
		return true
	case one == "by" && i+2 < last && (isName(a.word(i+1)) || two == "the") && isName(a.word(i+2)): // a byline
		return true
	case one == "according" && i+2 < last && pronouns.Has(a.low[i+2]):
		return true
	}
	corrects := one == "in" && two == "fact" && a.refutation == corrected && !pronouns.Has(a.low[min(i+2, last-1)]) // what, the title tells
	inShort := one == "in" && summing.Has(two) && a.word(min(i+2, last-1)) == ":"
	return openings[one+" "+two] && !(counts.Has(one) && a.isKnown(i+2, last)) && !inShort && !corrects
}

// exists reports whether tokens i to last go on from "there" to say that something is, perhaps
// behind an adverb.
func (a *article) exists(i, last int) bool {
	for i < last-1 && strings.HasSuffix(a.low[i], "ly") {
		i++
	}
	return existing.Has(a.low[i]) || a.isVerb(i)
}

// isKnown reports whether what follows "one of" tells by itself of whom: "Norland's
// shipowners", "the most famous singers", "the six authors on the list of the Sund Prize".
func (a *article) isKnown(i, last int) bool {
	if i+1 >= last || isName(a.word(i)) {
		return i+1 < last
	}
	if a.low[i] != "the" {
		return false
	}
	if i+3 < last && (isName(a.word(i+1)) && isPlural(a.low[i+2]) && isLower(a.word(i+2)) || a.low[i+1] == "world" && a.low[i+2] == "'s" ||
		a.low[i+2] == "'s" && isSuperlative(a.low[i+3])) {
		return true // "the Nordline directors", not "the Norwegians"; "the country's biggest hospitals"
	}
	for noun := i + 2; noun < min(i+longestKnown, last) && isWord(a.word(noun)) && !functionWords.Has(a.low[noun]); noun++ {
		if isPlural(a.low[noun]) && a.isPlaced(noun+1, last) {
			return true
		}
	}
	return a.low[i+1] == "most" || a.isCaught(i+1, last)
}

// isCaught reports whether a plural at token i says by a participle which ones are meant: "men taken near
// Sund", not "men taken were".
func (a *article) isCaught(i, last int) bool {
	return i+2 < last && (isPlural(a.low[i]) || plurals.Has(a.low[i])) && (isParticiple(a.low[i+1]) || strings.HasSuffix(a.low[i+1], "en") || suffered.Has(a.low[i+1])) && (prepositions.Has(a.low[i+2]) || a.low[i+2] == "when")
}

// longestKnown is how many words "the largest care home operators" may have.
const longestKnown = 6

// isFormer reports whether "former" at token i and a noun are told whose they are: "a former
// secretary, Ada Lind", "a former nurse at Kessel hospital".
func (a *article) isFormer(i, last int) bool {
	at := i + 2
	if at+1 < last && a.word(at) == "," {
		at++
	}
	return a.low[i] == "former" && at < last && (isName(a.word(at)) || a.isPlaced(i+2, last))
}

// isPlaced reports whether token i, behind a noun, begins a phrase that tells by a name
// which one is meant: "on Norland's coast".
func (a *article) isPlaced(i, last int) bool {
	if i >= last || !prepositions.Has(a.low[i]) {
		return false
	}
	for i++; i < last && !a.isVerb(i) && a.word(i) != ","; i++ {
		if isName(a.word(i)) {
			return true
		}
	}
	return false
}

// isOrdered reports whether what follows "the first", "the former" or "the four" tells which is
// meant: a noun and what narrows it, a span of time ("the last 12 months"), in the first sentence
// of a text any noun.
func (a *article) isOrdered(i, last int) bool {
	if i+1 >= last || a.isVerb(i) || auxiliaries.Has(a.low[i]) || reporting.Has(a.low[i]) || !isWord(a.word(i)) && !isDigit(a.word(i)[0]) {
		return false
	}
	if a.isLead(i) || isName(a.word(i)) || spans.Has(strings.TrimSuffix(a.low[i], "s")) {
		return true
	}
	for end := min(i+longestName, last-1); i < end && isWord(a.word(i)) && !a.isVerb(i) && !articles.Has(a.low[i]); i++ {
		if next := a.low[i+1]; specifiers.Has(next) || prepositions.Has(next) && a.isPlaced(i+1, last) || isDigit(a.word(i)[0]) {
			return true
		}
	}
	return false
}

// isLead reports whether token i is of the first sentence outside the title.
func (a *article) isLead(i int) bool {
	return i < a.Sentences[len(a.Sentences)-a.body].Last
}

// endsUntold reports whether tokens first to last end with what only a sentence before them
// tells: "looked into the claims", "came by sea instead".
func (a *article) endsUntold(first, last int) bool {
	end := last - 2
	if end < first+2 || a.word(last-1) != "." {
		return false
	}
	noun := a.low[end]
	if noun == "instead" {
		return !slices.ContainsFunc(a.low[first:end], func(w string) bool { return w == "not" || w == "n't" || w == "no" || w == "but" })
	}
	if a.low[end-2] == "of" && a.low[end-1] == "the" && (noun == "kind" || noun == "sort") {
		return true
	}
	if a.low[end-1] != "the" || slices.Contains(a.low[first:end-1], noun) {
		return end > first+2 && a.low[end-1] == "of" && noun == "them" && reporting.Has(a.low[end-3]) // "..., said one of them"
	}
	return replied.Has(noun) && a.low[end-2] != "on" || reporting.Has(a.low[end-2]) && isPerson(noun) // "..., added the spokesman"
}

// saysNothing reports whether tokens first to last name who said something and nothing else:
// "Board member Ada Lind said."
func (a *article) saysNothing(first, last int) bool {
	for i := first; i < last-2; i++ {
		if a.isVerb(i) || a.word(i) == "," || isQuote(a.word(i)) {
			return false
		}
	}
	return reporting.Has(a.low[last-2])
}

// refuses reports whether all that tokens first to last tell is that somebody did not answer.
func (a *article) refuses(first, last int) bool {
	verb := a.firstVerb(first, last)
	if verb == first || verb+4 > last || relatives.Has(a.low[verb-1]) { // "Nordline, which declined to say why, closed"
		return false
	}
	did := strings.Join(a.low[verb:verb+4], " ")
	return strings.HasPrefix(did, "declined to say ") || did == "did not answer questions"
}

// bareBehindPhrase reports whether the subject behind a phrase that opens the sentence is
// one that was told before: "Last week, the pair met".
func (a *article) bareBehindPhrase(first, last int) bool {
	i := a.comma(first, min(first+longestName, last)) + 1
	return openers.Has(a.low[first]) && i+2 < last && a.low[i] == "the" && bare.Has(a.low[i+1]) && !a.explained(i+2, last)
}

// explained reports whether what follows a noun tells which one is meant: "the
// decision of the board", "the man who".
func (a *article) explained(i, last int) bool {
	return i < last && specifiers.Has(a.low[i])
}

// countsOn reports whether tokens first to last begin with a time counted from
// what was told before: "Two days later".
func (a *article) countsOn(first, last int) bool {
	for i := first + 1; i < min(first+4, last-1); i++ {
		if a.low[i] == "later" && (spans.Has(strings.TrimSuffix(a.low[i-1], "s")) || a.word(i+1) == ",") {
			return true
		}
	}
	return false
}
