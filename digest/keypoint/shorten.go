package keypoint

import (
	"slices"
	"strings"

	"newsbot/digest/text"
)

// minClause is the least number of tokens that a clause of a cut sentence has.
const minClause = 9

// clauseStarts open, behind a comma, what the rest of a sentence before it can
// do without; bareStarts do so without one.
var (
	clauseStarts = text.WordSet(`which who whose where when while as after before because since with
		including adding saying making leaving following amid so according until whom
		prompting raising causing forcing bringing citing noting sparking triggering ending using giving taking a an legislation`)
	bareStarts = text.WordSet(`because after while following amid when`)
)

// turns open what turns the meaning of what stands before it, which cannot do without.
var turns = text.WordSet(`but despite although though whereas yet nor unless except`)

// negations want what they are set against: "did not close the quay, but ordered".
var negations = text.WordSet(`no not n't never neither none nobody nothing`)

// measures stand before a bare start that they belong to: "two days after".
var measures = text.WordSet(`soon shortly just even only named long right especially particularly partly largely mainly simply not immediately either
	well and or but that than years months weeks days hours minutes seconds year month week day hour minute moments ever all is was are were`)

// subordinators open a sentence whose main clause comes after a comma.
var subordinators = text.WordSet(`while although though if as when after before because since unless whereas until despite with
	even once asked in on at by for from under amid just during about to due`)

// clauseOpeners are those of them that a clause with a verb of its own follows.
var clauseOpeners = text.WordSet(`when while although though if because unless whereas until`)

// verbs that have no ending of their own and that news tells with; with
// auxiliaries and reporting they show that a clause has a verb.
var verbs = text.WordSet(`won lost left made took held fell rose cut hit put set met led sold bought sent kept found gave began told
	became laid underwent upheld overran oversaw sought heard withstood overthrew repaid overtook arose dealt rebuilt went came saw got ran struck broke shot fought drew grew flew spoke wrote paid built taught caught
	wins loses leaves makes takes holds falls rises hits puts sets meets leads sells buys sends keeps finds gives begins
	plans wants faces aims seeks tells vows calls urges needs`)

// plainVerbs are others that a whole sentence may have for its only one.
var plainVerbs = text.WordSet(`beat beats want need plan face seek hope fear live work go come know think believe consider expect call urge
	say tell report claim warn argue show make take give find keep use run rise fall lead lose win pay buy sell build grow remain
	stay begin continue open close meet help die cost draw bring turn agree deny back support oppose demand require allow include
	contain account provide offer receive agree stood sat slept rode swept wore chose froze stole spent lent meant knew thought
	sang swam drank rang sank blew threw drove woke stuck slid hid bit lit dug hung swung swore tore fled fed bled bred sped shed spread shut
	bid bet burst hurt quit rid split forbade forgave forgot overcame undertook withdrew host visit travel return join start move score launch reach raise reject refuse suffer vote send threaten struggle lack fix depend follow`)

// shorten returns what of tokens first to last, which are longer than a point may be,
// stands by itself without a clause at their end, or else without the phrase they begin
// with, or without both. It is empty where there is no such part.
func (a *article) shorten(first, last int) (from, to int) {
	if !a.english {
		return first, first
	}
	if to := a.head(first, last); to > first {
		return first, to
	}
	from = a.behindFront(first, last)
	if from > first && a.length(from, last) <= maxLength {
		return from, last
	}
	return from, a.head(from, last)
}

// head returns the end of the longest head of tokens first to last that is
// no longer than a point may be and stands by itself, or first where there is
// none: the clause behind it is left out.
func (a *article) head(first, last int) int {
	if last-first <= minClause { // a few words of great length, an address or a code
		return first
	}
	if clauseOpeners.Has(a.low[first]) || a.word(first+1) == "," && subordinators.Has(a.low[first+2]) { // a comma does not tell where its main clause begins
		return first
	}
	best, comma, commas, dashes, brackets := first, first, 0, 0, 0
	bound := subordinators.Has(a.low[first]) || strings.HasSuffix(a.low[first], "ing")
	source := a.sourceBehind(first, last)
	for i := first + 1; i < last-2 && a.length(first, i) <= maxLength; i++ {
		w := a.word(i)
		switch {
		case w == "(":
			brackets++
		case w == ")":
			brackets--
		case isDash(w) && brackets == 0: // not in "(1914 – 2011)"
			dashes++
		}
		whole := (!bound || commas > 0 && a.isClause(comma, i)) && (commas == 0 || !relatives.Has(a.low[comma-1])) // not "that, if asked"
		aside := dashes > 1 || dashes == 1 && !isDash(w)
		if i-first >= minClause && whole && !aside && (i == source || a.opensClause(first, i, last)) && a.isClause(first, i) &&
			(i > source || a.reports(first, i) || a.isDeed(first, i) && !a.isNameless(source, last)) && a.balanced(first, i) {
			best = i
		}
		if w == "," {
			comma = i
			commas++
		}
	}
	return best
}

// behindFront returns the token behind the phrase or clause that tokens first to last
// begin with and can do without ("After a week of storms, Sund"), first where there is
// none. What follows its comma begins with a capital and has its verb before the next
// one: what stands in a list has not.
func (a *article) behindFront(first, last int) int {
	one := a.low[first]
	if conditions.Has(one) || !subordinators.Has(one) && !isParticiple(one) {
		return first
	}
	for i := a.comma(first, last) + 1; i < last-minClause; i = a.comma(i, last) + 1 {
		if end := a.comma(i, last); isName(a.word(i)) && a.word(i) != "Jr." && a.isClause(i, end) && !a.dependsOnFront(i, end) {
			return i
		}
	}
	return first
}

// dependsOnFront reports whether a clause of tokens first to last only says who said
// what stands before it, or what would be the case if that were.
func (a *article) dependsOnFront(first, last int) bool {
	for i := first + 1; i < last; i++ {
		if reporting.Has(a.low[i]) {
			return last-i < 4 || prepositions.Has(a.low[i+1]) && !a.isClause(i, last)
		}
		if conditionals.Has(a.low[i]) {
			return true
		}
	}
	return false
}

// conditionals tell what follows from a condition.
var conditionals = text.WordSet(`would could might`)

// opensClause reports whether token i of a sentence that begins with token first begins, or
// stands before, a clause or a phrase that can be left out.
func (a *article) opensClause(first, i, last int) bool {
	w, before, next := a.word(i), a.low[i-1], a.low[i+1]
	switch {
	case w == "," && next == "but": // ", but ordered the captains"
		return i+3 < last && !auxiliaries.Has(a.low[i+2]) && !reporting.Has(a.low[i+2]) && a.opensDeed(i+2, last) && !slices.ContainsFunc(a.low[first:i], negations.Has)
	case connectives.Has(before), turns.Has(w), turns.Has(next), prepositions.Has(before), auxiliaries.Has(before), relatives.Has(before), before == "including":
		return false
	case bareStarts.Has(w):
		return !measures.Has(before) && before != "," && before != "the"
	case w == "by": // "... by digging up the road"
		return isParticiple(next) && !measures.Has(before) && !strings.HasSuffix(before, "ed") && before != ","
	case w == "as": // "... as they walked"
		return pronouns.Has(next) && !measures.Has(before) && !isParticiple(before) && before != ","
	case w == "in":
		return purposes[next+" "+a.low[i+2]]
	case w == "," && measuring.Has(next): // ", up from 140 a day before"
		return a.low[i+2] == "from" || a.low[i+2] == "than"
	case w == "," && next == "at" && i+4 < last: // ", at the request of"
		return a.low[i+2] == "the" && requests.Has(a.low[i+3])
	case w == "and":
		return before != "," && !a.isVerb(i-1) && a.opensDeed(i+1, last) && !a.isListing(first, i)
	case w == ";", isDash(w) && w != "-":
		return i < 2 || a.low[i-2] != "to"
	case w != ",":
		return false
	case next == "and" && i+2 < last:
		after := a.low[i+2]
		return pronouns.Has(after) || after == "with" && pronouns.Has(a.low[i+3]) || after == "the" && a.isClause(i+2, a.comma(i+2, min(i+2+longestPhrase, last))) || after == "who" || after == "which" ||
			(a.opensDeed(i+2, last) || a.opensMain(i+2, last)) && !a.isListing(first, i)
	case next == "in" && i+3 < last:
		return a.low[i+2] == "the" && isSuperlative(a.low[i+3]) || a.low[i+2] == "what"
	}
	return a.opensAside(i+1, last)
}

// opensDeed reports whether token i, behind "and", begins what else the subject of the
// sentence did: "and asked the board", "and will in June", not "and armed police" or "and plans of the firms".
func (a *article) opensDeed(i, last int) bool {
	if i+1 >= last || !a.isVerb(i) && !plainVerbs.Has(a.low[i]) {
		return false
	}
	next := a.low[i+1]
	return modals.Has(a.low[i]) || articles.Has(next) || pronouns.Has(next) || isDigit(next[0]) || isQuantity(next) || isName(a.word(i+1)) || strings.HasSuffix(a.low[i], "ed") && prepositions.Has(next)
}

// opensMain reports whether token i, behind ", and", is the subject of another main clause: "and
// authorities began", not "and farmers who".
func (a *article) opensMain(i, last int) bool {
	return i+2 < last && isLower(a.word(i)) && strings.HasSuffix(a.low[i], "s") && a.isVerb(i+1)
}

// isListing reports whether the "and" behind tokens first to last binds the last of several
// deeds ("met the board, heard it, and"), or what "both" or "between" opened.
func (a *article) isListing(first, last int) bool {
	for i, verb := first, a.firstVerb(first, last); i < last; i++ {
		deed := i > verb && !isDigit(a.word(i - 1)[0]) && (a.isVerb(i+1) || plainVerbs.Has(a.low[i+1])) && !auxiliaries.Has(a.low[i+1]) // not "Nordline, a ferry owner, sold", "led by Ada Lind, 43, won"
		if a.low[i] == "between" || deed && (a.low[i] == "both" || a.word(i) == ",") {
			return true
		}
	}
	return false
}

// isSuperlative reports whether w ranks what it tells of: "broadest", "first".
func isSuperlative(w string) bool {
	return len(w) > 4 && strings.HasSuffix(w, "est") || ranks.Has(w)
}

// ranks are those that no ending tells.
var ranks = text.WordSet(`first second third last most worst best only`)

// opensAside reports whether token i, behind a comma, opens a clause or a phrase that
// what stands before it does without. It does not where that goes on behind it ("said,
// citing the storm, that", "joined, as well as others, in asking"), nor in a list
// ("farming, fishing and trade").
func (a *article) opensAside(i, last int) bool {
	if end := a.comma(i, last); end+2 < last && (a.low[end+1] == "that" || a.isVerb(end+1) || a.low[end+1] == "in" && isParticiple(a.word(end+2))) {
		return false
	}
	w, next := a.low[i], a.low[i+1]
	switch {
	case w == "even": // "even when"
		return clauseOpeners.Has(next) && !turns.Has(next) || next == "as" || next == "after"
	case isParticiple(a.word(i)):
		return next != "and" && next != "or" && next != ","
	case len(w) > 4 && strings.HasSuffix(w, "ed"):
		return phraseStarts.Has(next) && !reporting.Has(w)
	}
	return clauseStarts.Has(w)
}

// comma returns the first comma among tokens first to last, last where there is none.
func (a *article) comma(first, last int) int {
	for i := first; i < last; i++ {
		if a.word(i) == "," {
			return i
		}
	}
	return last
}

// isParticiple reports whether w looks like "citing".
func isParticiple(w string) bool {
	return len(w) > 5 && isLower(w) && strings.HasSuffix(w, "ing") && w != "during" && !strings.HasSuffix(w, "thing")
}

// longestTail is how many tokens at the end of a head are looked through for a
// phrase that may be a clause without its verb: "after the flood that".
const longestTail = 8

// isClause reports whether tokens first to last hold what looks like a verb outside
// of the clauses that say more of somebody, and whether the last clause among them
// has its verb too.
func (a *article) isClause(first, last int) bool {
	main, aside, open, outer := false, false, first, first // open: a clause that lacks its verb; outer: the one around an aside
	for i := first + 1; i < last; i++ {
		switch w := a.low[i]; {
		case w == ",":
			if aside = i+1 < last && asides.Has(a.low[i+1]); aside {
				outer = open
			}
		case a.isVerb(i), open > first && (plainVerbs.Has(w) || scenesVerbs.Has(w) || sceneVerbs.Has(w)):
			main = main || !aside && (open == first || !a.tellsMore(open)) && a.isVerb(i)
			if open = first; aside {
				open = outer
			}
		case i > first+1 && (bareStarts.Has(w) || relatives.Has(w)) && !measures.Has(a.low[i-1]) && !(w == "since" && isTime(a.low[i+1])): // not "since Friday"
			open = i
		}
	}
	claim := a.low[open] == "that" && a.isVerb(max(open-1, first)) // "suggested that"
	return main && (open == first || last-open >= longestTail && !asides.Has(a.low[open]) && !claim)
}

// tellsMore reports whether the clause that token i opens tells more of the noun before it,
// and its verb is none of the sentence: "the clerk who found", not "ensures that".
func (a *article) tellsMore(i int) bool {
	return asides.Has(a.low[i]) || a.low[i] == "that" && !strings.HasSuffix(a.low[i-1], "s")
}

// asides open a clause that has a verb of its own.
var asides = text.WordSet(`which who whose whom where when`)

// purposes are what "in" opens an end with that can be left out: "in an effort to".
var purposes = pairs(`an effort, a bid, an attempt, order to, the hope, the hopes, the wake`)

// measuring are words that "from" or "than" goes on from to what a number was before.
var measuring = text.WordSet(`up down more less`)

// requests are what "at" opens an end with that can be left out.
var requests = text.WordSet(`request behest urging invitation`)

// isVerb reports whether token i looks like a verb.
func (a *article) isVerb(i int) bool { return a.verb[i] }

// looksLikeVerb finds what isVerb reports.
func (a *article) looksLikeVerb(i int) bool {
	w := a.word(i)
	past := len(w) > 4 && strings.HasSuffix(w, "ed") && strings.IndexByte(w, '-') < minBuilt && isLower(w) && (i == 0 || !articles.Has(a.low[i-1])) // not "United", "a redesigned"
	return auxiliaries.Has(w) || reporting.Has(w) || verbs.Has(w) || past
}

// minBuilt is how long the first part of an adjective such as "wooden-hulled" is; "co-directed" is a verb.
const minBuilt = 4

// articles stand before nouns and what tells more of them.
var articles = text.WordSet(`a an the`)

// relatives open a clause that says more of what stands before it.
var relatives = text.WordSet(`which who whose whom where that as since if whether how what why`)

// prepositions want something behind them.
var prepositions = text.WordSet(`of to in on at by for from with about into than`)
