package keypoint

import (
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
		prompting raising causing forcing bringing citing noting sparking triggering ending using giving taking a an`)
	bareStarts = text.WordSet(`because after while following amid when before`)
)

// turns open what turns the meaning of what stands before it, which cannot do without.
var turns = text.WordSet(`but despite although though whereas yet nor unless except`)

// measures stand before a bare start that they belong to: "two days after".
var measures = text.WordSet(`soon shortly just even only long right especially particularly partly largely mainly simply not immediately
	well and or but that than years months weeks days hours minutes seconds year month week day hour minute moments ever all is was are were`)

// subordinators open a sentence whose main clause comes after a comma.
var subordinators = text.WordSet(`while although though if as when after before because since unless whereas until despite with
	even once asked in on at by for from under amid just during about to`)

// clauseOpeners are those of them that a clause with a verb of its own follows.
var clauseOpeners = text.WordSet(`when while although though if because unless whereas until`)

// verbs that have no ending of their own and that news tells with; with
// auxiliaries and reporting they show that a clause has a verb.
var verbs = text.WordSet(`won lost left made took held fell rose cut hit put set met led sold bought sent kept found gave began told
	became went came saw got ran struck broke shot fought drew grew flew spoke wrote paid built taught caught
	wins loses leaves makes takes holds falls rises hits puts sets meets leads sells buys sends keeps finds gives begins
	plans wants faces aims seeks tells vows calls urges needs`)

// plainVerbs are others that a whole sentence may have for its only one.
var plainVerbs = text.WordSet(`beat beats want need plan face seek hope fear live work go come know think believe consider expect call urge
	say tell report claim warn argue show make take give find keep use run rise fall lead lose win pay buy sell build grow remain
	stay begin continue open close meet help die cost draw bring turn agree deny back support oppose demand require allow include
	contain account provide offer receive agree stood sat slept rode swept wore chose froze stole spent lent meant knew thought
	sang swam drank rang sank blew threw drove woke stuck slid hid bit lit dug hung swung swore tore fled fed bled bred sped shed spread shut
	bid bet burst hurt quit rid split forbade forgave forgot overcame undertook withdrew`)

// shorten returns the end of the longest head of tokens first to last that is
// no longer than a point may be and stands by itself, or first where there is
// none: the clause behind it is left out.
func (a *article) shorten(first, last int) int {
	if !a.english || clauseOpeners[a.low[first]] { // a comma does not tell where its main clause begins
		return first
	}
	best, comma, commas, dashes, brackets := first, first, 0, 0, 0
	bound := subordinators[a.low[first]] || strings.HasSuffix(a.low[first], "ing")
	attributed := a.attributedAtEnd(first, last)
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
		whole := !bound || commas > 0 && a.isClause(comma, i)
		aside := dashes > 1 || dashes == 1 && !isDash(w)
		if i-first >= minClause && whole && !aside && a.opensClause(i, last) && a.isClause(first, i) &&
			(!attributed || a.reports(first, i)) && a.balanced(first, i) {
			best = i
		}
		if w == "," {
			comma = i
			commas++
		}
	}
	return best
}

// opensClause reports whether token i begins, or stands before, a clause that
// can be left out.
func (a *article) opensClause(i, last int) bool {
	w, before, next := a.word(i), a.low[i-1], a.low[i+1]
	switch {
	case connectives[before], turns[w], turns[next]:
		return false
	case bareStarts[w]:
		return !measures[before] && before != "," && !prepositions[before]
	case w == ";", isDash(w) && w != "-":
		return true
	case w != ",":
		return false
	case next == "and" && i+2 < last:
		after := a.low[i+2]
		return pronouns[after] || after == "the" || after == "who" || after == "which"
	}
	return clauseStarts[next]
}

// longestTail is how many tokens at the end of a head are looked through for a
// clause without its verb.
const longestTail = 8

// isClause reports whether tokens first to last hold what looks like a verb, and
// a clause that begins among the last of them does too.
func (a *article) isClause(first, last int) bool {
	for i := last - 1; i > first; i-- {
		switch w := a.word(i); {
		case a.isVerb(i):
			return true
		case i > first+1 && last-i < longestTail && (bareStarts[w] || relatives[w]):
			return false
		}
	}
	return false
}

// isVerb reports whether token i looks like a verb.
func (a *article) isVerb(i int) bool {
	w := a.word(i)
	return auxiliaries[w] || reporting[w] || verbs[w] || len(w) > 4 && strings.HasSuffix(w, "ed")
}

// relatives open a clause that says more of what stands before it.
var relatives = text.WordSet(`which who whose whom where that as since if whether how what why`)

// prepositions want something behind them.
var prepositions = text.WordSet(`of to in on at by for from with about into than`)

// reports reports whether tokens first to last name the source of what is said.
func (a *article) reports(first, last int) bool {
	for i := first; i < last; i++ {
		if reporting[a.low[i]] {
			return true
		}
	}
	return false
}

// attributedAtEnd reports whether the last words of tokens first to last name
// the source of the sentence: "..., the board said."
func (a *article) attributedAtEnd(first, last int) bool {
	const longest = 14
	for i := last - 1; i > max(first, last-longest); i-- {
		if a.word(i) == "," {
			next := a.low[min(i+1, last-1)]
			return next != "which" && next != "who" && a.reports(i, last)
		}
	}
	return false
}
