package keypoint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsbot/digest/entity"
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
	return last-first >= minWords && a.hasVerb(first, last) && !a.isHeading(first, last) && !a.isScene(first, last) && !a.dangles(first, last) && !a.addresses(first, last) && !a.thanks(first, last) && !isBoilerplate(s)
}

// isProse reports whether s is text without markup, control characters, capitals
// throughout or addresses of the web. What programs call theirs it may name: "max_parallel".
func isProse(s string) bool {
	letters, capitals := 0, 0
	for i, r := range s {
		switch {
		case unicode.IsLetter(r):
			letters++
			if unicode.IsUpper(r) {
				capitals++
			}
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], string(utf8.RuneError)):
			return false
		case r == '\n' || r == '\r': // a line of a wrapped text
		case r == '_' && isWithin(s, i):
		case unicode.IsControl(r), strings.ContainsRune("|{}<>@©_\\^~", r):
			return false
		}
	}
	return capitals*2 < letters && !strings.Contains(s, "://") && !strings.Contains(s, "www.")
}

// isWithin reports whether letters, digits or the marks of code stand on both sides of byte i of s.
func isWithin(s string, i int) bool {
	isWordByte := func(c byte) bool {
		return c >= utf8.RuneSelf || c == '_' || c == '`' || isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'z'
	}
	return 0 < i && i+1 < len(s) && isWordByte(s[i-1]) && isWordByte(s[i+1])
}

// startsUncased reports whether s begins with a letter of a script without
// capitals.
func startsUncased(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) && !unicode.IsLower(r) && !unicode.IsUpper(r)
}

// endsStatement reports whether s ends as a statement does: with a full stop,
// not with a question, a cry or an ellipsis.
func endsStatement(s string) bool {
	s = strings.TrimRight(s, " \"'”’»)]」』")
	if strings.HasSuffix(s, "..") || strings.HasSuffix(s, ". .") {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".。।۔", r)
}

// breaksOff reports whether tokens first to last end with a title or an article, whose stop
// was taken for that of a sentence: "the board said, Capt."
func (a *article) breaksOff(first, last int) bool {
	end := last - 1
	if a.word(end) == "." && end > first {
		end--
	}
	w := strings.TrimSuffix(a.low[end], ".")
	return articles.Has(w) || titles.Has(w) && isName(a.word(end))
}

// isTable reports whether more than a third of the tokens are numbers or half of
// them no words.
func (a *article) isTable(first, last int) bool {
	numbers, marks := 0, 0
	for i := first; i < last; i++ {
		r, _ := utf8.DecodeRuneInString(a.word(i))
		switch {
		case unicode.IsDigit(r):
			numbers++
		case !unicode.IsLetter(r):
			marks++
		}
	}
	return numbers*3 > last-first || marks*2 > last-first
}

// isLabelled reports whether tokens first to last begin with a label: "Weather:",
// or the name of a speaker in an interview, in capitals with an office.
func (a *article) isLabelled(first, last int) bool {
	shouts := true
	for i := first + 1; i < min(first+maxDateline, last-1); i++ {
		if shouts = shouts && (isShout(a.word(i-1)) || !isWord(a.word(i-1))); i >= first+5 && !shouts {
			return false
		}
		switch w := a.word(i); w {
		case ":", "：":
			return !isQuote(a.word(i+1)) && !a.sumsUp(first, i, last)
		case "(": // "Sund (2-1): Ada Lind", not "Sund (Danish: Øresund)"
			return a.word(min(a.closing(i, last)+1, last-1)) == ":"
		}
	}
	return false
}

// sumsUp reports whether the label of tokens first to colon belongs to a sentence that goes on in
// small letters behind it: "The gist: three firms earn more", not "Three: the firms", nor a heading
// that lost its line ("Storm: what to know A storm").
func (a *article) sumsUp(first, colon, last int) bool {
	one := a.low[first]
	if a.caseless || !isLower(a.word(colon+1)) || colon == first+1 && (isQuantity(one) || ordinals.Has(one) || connectives.Has(one)) {
		return false
	}
	for i := colon + 1; i < last; i++ {
		if !isLower(a.word(i)) && (articles.Has(a.low[i]) || phraseStarts.Has(a.low[i])) {
			return false
		}
	}
	return a.isClause(colon+1, last)
}

// runsOn reports whether a sentence begins among tokens first to last without the
// end of the one before it, as where a heading or a caption lost its line: "Storm
// over The storm broke".
func (a *article) runsOn(first, last int) bool {
	for i := first + 1; i < last-1; i++ {
		w := a.word(i)
		if w == "By" && isWord(a.word(i-1)) && isName(a.word(i+1)) {
			return true // "Fire breaks out By Ada Brekke"
		}
		if beginnings.Has(w) && isLower(a.word(i+1)) && (isWord(a.word(i-1)) || a.word(i-1) == "%") {
			return true
		}
		if again := w == a.word(first) && isName(w); again && isLower(a.word(i-1)) && isLower(a.word(i+1)) && !openers.Has(a.low[i-1]) && a.hasSmall(a.low[i]) {
			return true // "Aid for Sund gathers pace Aid from the capital"
		}
	}
	return false
}

// isLower reports whether a word begins with a small letter, isWord whether it
// begins with a letter and is no abbreviation.
func isLower(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

func isWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLetter(r) && !strings.HasSuffix(w, ".")
}

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
	inShort := one == "in" && summing.Has(two) && a.word(min(i+2, last-1)) == ":"
	return openings[one+" "+two] && !(counts.Has(one) && a.isKnown(i+2, last)) && !inShort
}

// isInitial reports whether w is a capital letter and a stop.
func isInitial(w string) bool {
	return len(w) == 2 && w[1] == '.' && 'A' <= w[0] && w[0] <= 'Z'
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

// bareBehindPhrase reports whether the subject behind a phrase that opens the sentence is
// one that was told before: "Last week, the pair met".
func (a *article) bareBehindPhrase(first, last int) bool {
	i := a.comma(first, min(first+longestName, last)) + 1
	return openers.Has(a.low[first]) && i+2 < last && a.low[i] == "the" && bare.Has(a.low[i+1]) && !a.explained(i+2, last)
}

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

// isPlural reports whether a word looks like a noun in the plural.
func isPlural(w string) bool {
	return len(w) > 4 && isLower(w) && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
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

// isPerson reports whether w may be the noun of a person: "minister", "driver", not "film".
func isPerson(w string) bool {
	return mayBe(w, persons, things, "er", "or", "ist", "man", "ian", "ess")
}

// mayBe reports whether w is one of some nouns or, if it is none of others, ends as most
// of them do.
func mayBe(w string, nouns, others *text.Words, ends ...string) bool {
	if nouns.Has(w) {
		return true
	}
	for _, end := range ends {
		if strings.HasSuffix(w, end) {
			return len(w) >= 5 && !others.Has(w)
		}
	}
	return false
}

// longNoun is how many tokens behind "the" a pronoun may stand for what it
// names: "the minister said he", but not "the gun he".
const longNoun = 3

// isName reports whether a word within a sentence begins with a capital.
func isName(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && len(w) > n
}

// addresses reports whether tokens first to last speak of the writer or to the
// reader, outside of quotations.
func (a *article) addresses(first, last int) bool {
	var q quotes
	reports, single := a.reports(first, last), false // single: in a quotation in single marks, of somebody
	for i := first; i < last; i++ {
		q.read(a, i, i+1)
		single = reports && a.opensSingle(i, last) || single && !closesSingle(a.word(i))
		w := a.word(i)
		if i == first || a.caseless {
			w = a.low[i]
		}
		if !q.inside && !single && (speakers.Has(w) || w == "I" && !isName(a.word(i-1))) { // not World War I
			return true
		}
	}
	return false
}

// A text in which more than spokenShare of the sentences, and at least leastSpoken, say
// "I" or "you" is what somebody says: an interview, a hearing, a speech.
const (
	spokenShare = 0.25
	leastSpoken = 4
)

// isSpoken reports whether somebody speaks throughout the text.
func (a *article) isSpoken() bool {
	var q quotes
	n := 0
	for i, s := range a.Sentences {
		if s.Paragraph == 0 {
			continue
		}
		if a.opensParagraph(i) {
			q = quotes{}
		}
		speaks := false
		for t := s.First; t < s.Last; t++ {
			q.read(a, t, t+1)
			speaks = speaks || !q.inside && talk.Has(a.low[t])
		}
		n += int(indicator(speaks))
	}
	return a.english && !a.caseless && n >= leastSpoken && float64(n) > spokenShare*float64(a.body)
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
