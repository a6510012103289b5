package keypoint

import (
	"slices"
	"strings"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// pointsBack reports whether a word among tokens first to last, outside of quotations,
// stands for something that only a sentence before them names: "this" as a subject or
// before a noun that they do not name, "denied that,", "growth there stopped".
func (a *article) pointsBack(first, last int) bool {
	var q quotes
	for i := first; i < last-1; i++ {
		q.read(a, i, i+1)
		if q.inside || i == first && selves.Has(a.low[i+1]) {
			continue
		}
		if a.isPointer(first, i, last) || i > first && a.isFarPointer(first, i, last) {
			return true
		}
	}
	return false
}

// isPointer reports whether token i of a sentence is such a word.
func (a *article) isPointer(first, i, last int) bool {
	before, next := "", a.low[i+1]
	if i > first {
		before = a.low[i-1]
	}
	claims := reporting.Has(before) || before == "that"
	switch a.low[i] {
	case "this", "these":
		return !present.Has(next) && !outlets.Has(next) && !slices.Contains(a.low[first:i], next)
	case "those":
		return a.isUntold(first, i+1, last)
	case "such": // "such talks", "no record of any such conversation"
		return a.isUntold(first, i+1, last) || undefined.Has(before) && !a.narrowed(i+2, last) && !slices.Contains(a.low[first:i], next)
	case "both": // "Police said both men"
		return claims && (isPlural(next) || plurals.Has(next))
	case "same": // "During the same quarter"
		return i < first+3 && present.Has(next) || occasions.Has(next) && !a.narrowed(i+2, last)
	case "the":
		switch {
		case counts.Has(next) && auxiliaries.Has(a.low[min(i+2, last-1)]): // "while the four were"
			return true
		case before == "made" && bare.Has(next) && !a.explained(i+2, last): // "Ada Lind made the comments in Sund"
			return true
		}
		// "Critics said the move", "said the two men"
		return claims && i < first+longestPhrase && (bare.Has(next) && !a.explained(i+2, last) || counts.Has(next) && i+2 < last && !a.explained(i+3, last))
	case "though", "however", "meanwhile", "too": // "..., though, ..."
		return next == "," && before == "," || a.low[i] == "too" && i == last-2
	}
	return false
}

// isUntold reports whether "those" or "such" before token i stands by itself, or for a noun
// in the plural that was told before.
func (a *article) isUntold(first, i, last int) bool {
	noun := a.low[i]
	return auxiliaries.Has(noun) || isPlural(noun) && !a.narrowed(i+1, last) && !slices.Contains(a.low[first:i-1], noun)
}

// isFarPointer reports whether token i, which does not begin the sentence, is such a word
// there.
func (a *article) isFarPointer(first, i, last int) bool {
	before, next := a.low[i-1], a.low[i+1]
	switch a.low[i] {
	case "that":
		return a.thatPointsBack(first, i, last)
	case "there": // "Growth there stopped"
		return i < first+longestName && before != "reporters" && (i == first+1 || !auxiliaries.Has(next) && next != "'s") && !slices.Contains(a.place[first:i], true)
	case "here": // "10 miles west of here"
		return before == "of" || before == "from" || before == "near"
	case "then": // "212 homes by then"
		return (before == "by" || before == "since" || before == "until") && !slices.ContainsFunc(a.low[first:i], isTime)
	case "one", "ones":
		return a.oneUntold(first, i, last)
	case "the": // "In Sund, the six now believe"
		return counts.Has(next) && i+3 < last && (a.low[i+2] == "now" || a.does(i+2, last)) && !a.namesSome(first, i)
	case "so": // "The lease has said so since 1998"
		return (reporting.Has(before) || before == "done") && a.firstVerb(first, i) >= i-2 && next != "that"
	case "its": // "Two were missing in Sund, its head, Ada Lind, said"
		return i+3 < last && isPost(next) && a.low[i+2] == "," && isName(a.word(i+3)) && (reporting.Has(before) || isStop(before) || isQuote(before)) && !articles.Has(a.low[first]) && !a.mentions(first, i, entity.Organization)
	case "of": // "A third of it", "Three tonnes of it"
		counted := first + int(indicator(isQuantity(a.low[first]) || isDigit(a.low[first][0])))
		return (next == "it" || next == "them") && i < first+longestName && a.firstVerb(first, i) == i && a.comma(first, i) == i && !a.namesSome(counted, i)
	}
	if (modals.Has(a.word(i)) || elliptic.Has(a.word(i))) && a.firstVerb(first, i) == i && !slices.ContainsFunc(a.low[first:i], opensClause) && a.endsHere(i+1, last) {
		return true // "The tug, Sund Boy, is not: it was sold"
	}
	return before == "with" && counts.Has(a.low[i]) && isStop(next) // "The Greens, with five, voted"
}

// endsHere reports whether a clause ends at token i, or behind "not" there.
func (a *article) endsHere(i, last int) bool {
	not := i+1 < last && (a.low[i] == "not" || a.low[i] == "n't")
	if not {
		i++
	}
	return a.low[i] == "." || a.low[i] == ";" || not && a.low[i] == ":"
}

// elliptic are verbs that, beside modals, stand for themselves and for a verb that was told before.
var elliptic = text.WordSet(`is are was were has have had do does did`)

// opensClause reports whether a clause may begin with a word, or go on in contrast with it.
func opensClause(w string) bool {
	return relatives.Has(w) || clauseOpeners.Has(w) || w == "what" || w == "whatever" || w == "whoever" || w == "but" || w == "n't" || w == "not"
}

// oneUntold reports whether "one" or "ones" at token i stands for what a sentence before it names.
func (a *article) oneUntold(first, i, last int) bool {
	before, next := a.low[i-1], a.low[i+1]
	switch {
	case a.low[first] == "the" && i == first+2 && before != "number": // "The free ones, half of all,"
		return next == "," || a.isVerb(i+1)
	case next == "of" && i+3 < last: // "is one of them.", "..., one of them said"
		return (ofWhat.Has(a.low[i+2]) || a.low[i+2] == "those") && isStop(a.low[i+3]) && !slices.ContainsFunc(a.low[first:i], isPlural) || theirs.Has(a.low[i+2]) && reporting.Has(a.low[i+3])
	case !isStop(next) || a.low[i] == "ones":
		return false
	case before == "be" || before == "that" && i > first+1 && a.low[i-2] == "be" || reporting.Has(before): // "Sund could be one.", "..., said one."
		return true
	}
	takes := a.isVerb(i-1) || before == "have" || a.isBase(i-1) && before != "number"
	return takes && !slices.ContainsFunc(a.low[first:i], isUndefined) // "did not have one.", "were told to expect one."
}

// does reports whether token i is a verb and no adjective before a noun: "involved a tram", not
// "disabled patients".
func (a *article) does(i, last int) bool {
	return i+1 < last && a.isVerb(i) && (auxiliaries.Has(a.low[i]) || reporting.Has(a.low[i]) || !isWord(a.word(i+1)) || functionWords.Has(a.low[i+1]))
}

// namesSome reports whether a name or a plural stands among tokens first to last, behind the first.
func (a *article) namesSome(first, last int) bool {
	for i := first + 1; i < last; i++ {
		if isName(a.word(i)) || isPlural(a.low[i]) {
			return true
		}
	}
	return false
}

// thatPointsBack reports whether "that" at token i stands for what was told before, and
// begins no clause.
func (a *article) thatPointsBack(first, i, last int) bool {
	before, next := a.low[i-1], a.low[i+1]
	switch {
	case reporting.Has(before) && a.isVerb(i+1): // "said that could"
		return true
	case (prepositions.Has(before) || before == "all" || before == "just") && (!isWord(next) || next == "as"): // "agreed with that."
		return true
	case prepositions.Has(before) && i < first+longestName && (present.Has(next) || occasions.Has(next)): // "in that match"
		return true
	case prepositions.Has(before) && auxiliaries.Has(next) && i > first+1 && !a.isVerb(i-2) && !isParticiple(a.low[i-2]): // "a decision on that is", not "the school she went to that is"
		return true
	case before == "called" && i+2 < last && isStop(a.low[i+2]) && !isTime(next): // "called that premature."
		return true
	case (before == "called" || before == "calls") && isQuote(next): // "calls that 'a gift'"
		return true
	case (isStop(next) || next == "later") && a.isVerb(i-1) && !reporting.Has(before): // "denied that, saying"
		return true
	}
	return (isStop(next) || next == "by" || next == "later") && a.isBase(i-1) // "could halve that by May"
}

// narrowed reports whether what follows "those" or "such" and a noun tells which ones
// are meant: "those pupils asked", "such lakes as".
func (a *article) narrowed(i, last int) bool {
	return a.explained(i, last) || i < last && (a.low[i] == "as" || a.isVerb(i) && strings.HasSuffix(a.low[i], "ed") || isParticiple(a.word(i)))
}

// isBase reports whether the verb at token i stands in its base form: "to halve", "could halve".
func (a *article) isBase(i int) bool {
	return i > 0 && !reporting.Has(a.low[i]) && (a.low[i-1] == "to" || modals.Has(a.low[i-1]))
}

// modals stand before the base form of a verb.
var modals = text.WordSet(`can could may might must shall should will would`)

// undefined are words before what is named for the first time.
var undefined = text.WordSet(`a an any no one another every`)

func isUndefined(w string) bool { return undefined.Has(w) }

func isStop(w string) bool { return w == "." || w == "," || w == ";" || w == ":" }

// isTime reports whether a word may say when.
func isTime(w string) bool { return isDigit(w[0]) || w == "when" || days.Has(w) || present.Has(w) }

// countsUntold reports whether the subject of tokens first to last is a number of what was
// told before, "Several said", "Six, all on Sund Street", "Five of his goals", "The second said", "After
// the second,", or what it does is left out, "Two banks would;", or of what it is the release, "4.8.4 mends".
func (a *article) countsUntold(first, last int) bool {
	if first+3 >= last {
		return false
	}
	one, two, three := a.low[first], a.low[first+1], a.low[first+2]
	switch {
	case one == "a" && two == "few":
		return auxiliaries.Has(three) || reporting.Has(three)
	case one == "the" && ordinals.Has(two):
		return three == "," || reporting.Has(three) || auxiliaries.Has(three) || a.isVerb(first+2)
	case (one == "after" || prepositions.Has(one)) && two == "the" && ordinals.Has(three):
		return a.low[first+3] == "," && !ordinals.Has(a.low[min(first+4, last-1)]) // not "After the second, third and last round"
	case modals.Has(three) && isQuantity(one):
		return a.low[first+3] != "," && isStop(a.low[first+3])
	case strings.Contains(one, ".") && isDigit(one[0]):
		return a.isVerb(first + 1)
	case one == "one" && two == "in": // "One in twelve is"
		return a.does(first+3, last)
	case isQuantity(one):
		return reporting.Has(two) || two == "," || quantities.Has(one) && a.isVerb(first+1) || two == "of" && possessives.Has(three)
	}
	return false
}

// isQuantity reports whether a word is a number or a quantity.
func isQuantity(w string) bool { return quantities.Has(w) || counts.Has(w) || w == "one" }

// ordinals and possessives tell which one or whose of what was told before.
var (
	ordinals    = text.WordSet(`first second third fourth fifth sixth latter former other others`)
	possessives = text.WordSet(`his her its their`)
)
