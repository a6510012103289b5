package keypoint

import (
	"slices"
	"strings"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// longestPhrase is how many tokens are looked through for the comma behind the
// phrase that opens a sentence.
const longestPhrase = 12

// pronounBehindPhrase reports whether a pronoun is the subject behind a phrase
// that opens the sentence and cannot name who is meant: "In Bonn, he", "After a short
// career at sea, he", "A former critic of the court, he".
func (a *article) pronounBehindPhrase(first, last int) bool {
	if clauseOpeners.Has(a.low[first]) {
		return false
	}
	comma := a.comma(first, min(first+longestPhrase, last-1))
	if comma+1 >= last || a.word(comma) != "," || !pronouns.Has(a.low[comma+1]) {
		return false
	}
	if a.low[comma+1] == "her" || a.isImpersonal(comma+1, last) { // "Ada Lind, her husband", "The insurance, it has emerged,"
		return false
	}
	return phraseStarts.Has(a.low[first]) || isParticiple(a.low[first]) || !a.hasSubject(first, comma)
}

// isImpersonal reports whether "it" at token i stands for nothing: "it has emerged", "it is believed".
func (a *article) isImpersonal(i, last int) bool {
	if i+2 >= last || a.low[i] != "it" {
		return false
	}
	switch a.low[i+1] {
	case "has", "had":
		return a.low[i+2] == "emerged"
	case "is", "was":
		return impersonal.Has(a.low[i+2])
	}
	return false
}

var impersonal = text.WordSet(`alleged believed claimed estimated feared hoped reported said thought understood`)

// hasSubject reports whether tokens first to last hold a verb of their own, and so name
// who is meant by a pronoun behind them.
func (a *article) hasSubject(first, last int) bool {
	if strings.HasSuffix(a.low[first], "ly") { // "Originally designed"
		first++
	}
	for i := first + 1; i < last; i++ {
		if a.isVerb(i) || a.low[i] == "died" || isQuote(a.word(i)) {
			return true
		}
	}
	return false
}

// pronounAlone reports whether a pronoun among tokens first to last stands for
// somebody whom they do not name: one behind a quotation or claim ("..., he
// said"), or one before any noun.
func (a *article) pronounAlone(first, last int) bool {
	somebody, something, several := last, last, last // where a person, a thing and a plural are named first
	for i := first; i < last; i++ {
		w := a.word(i)
		low := a.low[i]
		switch {
		case low == "it" && i+1 < last && i > first && reporting.Has(a.low[i-1]) && a.low[i+1] == "to": // "believes it to be"
			return true
		case low == "it" && a.takesIt(first, i, last): // "Nordline says it needs it"
			return true
		case low == "it" && i > first && callings.Has(a.low[i-1]) && !a.hasPlainVerb(first, i-1): // "Ada Lind called it"
			return true
		case low == "them" && i < several && i > first && callings.Has(a.low[i-1]): // "A group in Sund, which took no part, called them"
			return true
		case low == "it" && i+3 < last && (a.low[i+1] == "is" || a.low[i+1] == "was") && a.low[i+2] == "that" && a.low[i+3] == "of": // "Police believe it is that of"
			return true
		case low == "it" && i+2 < last && i > first && a.word(i-1) == "," && (reporting.Has(a.low[i+1]) || a.low[i+1] == "has" && reporting.Has(a.low[i+2])) && !a.beginsWithSpeaker(first, i):
			return true
		case low == "it" && i+1 < last && a.low[i+1] == "all" && i > first && a.isVerb(i-1): // "Ada Lind dismissed it all"
			return true
		case low == "it" && a.isAlone(first, i, last): // "Nordline backed it but"
			return true
		case (low == "him" || low == "them") && i > first && i < first+longestName && a.isVerb(i-1) && !clauseOpeners.Has(a.low[first]): // "Mr Brekke accused him"
			return true
		case personal.Has(low):
			nobody := i < somebody
			if theirs.Has(low) {
				nobody = i < min(something, several)
			}
			says := i+1 < last && reporting.Has(a.low[i+1])
			if nobody || says && (isQuote(a.word(i-1)) || a.word(i-1) == "," && !a.beginsWithSpeaker(first, i)) {
				return true
			}
			if reporting.Has(a.low[i-1]) && (i+1 == last || a.word(i+1) == "." || a.word(i+1) == ",") {
				return true
			}
		case i > first && isName(w) && !stampWords.Has(low), low == "who", i == first && a.mayName(i):
			something = min(something, i)
			if !a.thing[i] {
				somebody = min(somebody, i)
			}
		case isPlural(low), groups.Has(low), plurals.Has(low):
			several = min(several, i)
		case low == "a" || low == "an":
			something = min(something, i+1)
		case low == "the":
			something = min(something, i+longNoun)
		case isPerson(low), posts.Has(low):
			somebody = min(somebody, i)
		}
	}
	return false
}

// isAlone reports whether "it" at token i is the object of the first verb, before which there is
// nothing but its subject, and begins no clause.
func (a *article) isAlone(first, i, last int) bool {
	if i < first+2 || i > first+longestPhrase || i+1 == last || !a.isVerb(i-1) || reporting.Has(a.low[i-1]) || idle.Has(a.low[i-1]) {
		return false
	}
	next := a.low[i+1]
	return (prepositions.Has(next) || isStop(next) || conjunctions.Has(next)) && !slices.ContainsFunc(a.low[first:i-1], func(w string) bool {
		return w == "," || prepositions.Has(w) || undefined.Has(w) || conjunctions.Has(w) || relatives.Has(w) || reporting.Has(w)
	})
}

// takesIt reports whether "it" at token i is what another "it" before it needs, has or wants, and
// begins no clause of its own.
func (a *article) takesIt(first, i, last int) bool {
	if i+1 < last && isStop(a.low[i+1]) && a.restsOnIt(first, i) {
		return true
	}
	if i < first+2 || a.low[i-2] != "it" || i+1 < last && (a.isVerb(i+1) || a.low[i+1] == "'s") {
		return false
	}
	verb := a.low[i-1]
	return a.isVerb(i-1) || len(verb) > 3 && strings.HasSuffix(verb, "s")
}

// restsOnIt reports whether before the verb of "it" at token i stands another "it", with what goes
// with that verb between them: "it would unanimously recommend it".
func (a *article) restsOnIt(first, i int) bool {
	const longest = 5
	for k := i - 2; k > max(first, i-longest); k-- {
		switch w := a.low[k]; {
		case w == "it":
			return !a.hasObject(first, k)
		case !modals.Has(w) && !auxiliaries.Has(w) && !strings.HasSuffix(w, "ly") && w != "not":
			return false
		}
	}
	return false
}

// hasObject reports whether behind a verb among tokens first to last something is named that an "it"
// may stand for: "The council bought the hall".
func (a *article) hasObject(first, last int) bool {
	for i := a.firstVerb(first, last) + 1; i < last; i++ {
		if articles.Has(a.low[i]) {
			return true
		}
	}
	return false
}

// beginsWithSpeaker reports whether the subject of tokens first to at names whom the pronoun at
// token at stands for, who says what they told: "Nordline will build a quay, it said", "Nordline
// and Ferrum will merge, they said", "Ada Lind will resign, she said".
func (a *article) beginsWithSpeaker(first, at int) bool {
	verb := a.firstVerb(first, at)
	switch pronoun := a.low[at]; {
	case verb == first:
		return false
	case pronoun == "it":
		return a.mentions(first, verb, entity.Organization) || a.mentions(first, verb, entity.Product)
	case theirs.Has(pronoun):
		return isName(a.word(verb-1)) && slices.Contains(a.low[first:verb], "and") || slices.ContainsFunc(a.low[first:verb], func(w string) bool {
			return groups.Has(w) || isPlural(w) && isPerson(strings.TrimSuffix(w, "s"))
		})
	}
	return a.mentions(first, verb, entity.Person)
}

// firstVerb returns the first verb among tokens first to last, or last.
func (a *article) firstVerb(first, last int) int {
	for first < last && !a.isVerb(first) {
		first++
	}
	return first
}

// mentions reports whether tokens first to last name an entity of a type.
func (a *article) mentions(first, last int, t entity.Type) bool {
	from, to := a.Tokens[first].Start, a.Tokens[last].Start
	return slices.ContainsFunc(a.entities, func(e entity.Entity) bool {
		return e.Type == t && slices.ContainsFunc(e.Mentions, func(m entity.Mention) bool { return from <= m.Start && m.Start < to })
	})
}

// mayName reports whether the word at token i, which begins a sentence, may name
// somebody for whom "he" stands.
func (a *article) mayName(i int) bool {
	low := a.low[i]
	adverb := strings.HasSuffix(low, "ly") && !a.isVerb(i+1) && !isName(a.word(i+1)) && a.low[i+1] != "'s"                           // not "Kelly"
	return !openers.Has(low) && !groups.Has(low) && !articles.Has(low) && !adverb && !spans.Has(strings.TrimSuffix(a.low[i+1], "s")) // not "Two weeks ago he"
}

// longestName is how many tokens a subject and its verb have at most that "him" behind
// them cannot stand for.
const longestName = 5

// longNoun is how many tokens behind "the" a pronoun may stand for what it
// names: "the minister said he", but not "the gun he".
const longNoun = 3
