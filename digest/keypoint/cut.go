package keypoint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newsbot/digest/text"
)

// cut returns the tokens first to last of a sentence that may stand as a point:
// without a dateline, a note on what is new, the mark of a list item or a connective before it, without
// notes at its end, and without a clause there if it is too long otherwise.
func (a *article) cut(s text.Sentence, opening bool) (first, last int, ok bool) {
	first, last = s.First, a.beforeNotes(s.First, s.Last)
	first = a.afterMark(first, last)
	least := minLength
	if begin := a.afterEntry(a.afterStamp(first, last), last); begin > first {
		first, last, least = begin, a.beforeWriter(begin, last), minEntry
	}
	if opening {
		first = a.afterNote(first, last)
	}
	if begin := a.afterDateline(first, last, opening || first > s.First); begin > first {
		first = a.afterNote(a.afterStamp(begin, last), last) // "Sund – 20 November 2026: The"
	}
	if first == last {
		return 0, 0, false
	}
	if !a.english {
		first = a.afterForeignDateline(first, last)
	} else {
		first = a.afterConnective(a.afterHeading(a.afterRubric(a.afterPart(first, last), last), last), last)
		last = a.beforeOurs(first, last)
	}
	switch n := a.length(first, last); {
	case n < least:
		return 0, 0, false
	case n > maxLength:
		first, last = a.shorten(first, last)
		return first, last, last > first
	}
	return first, last, true
}

// beforeNotes returns the end of a sentence without the notes in brackets behind its
// stop: "in 1931.[2][3]".
func (a *article) beforeNotes(first, last int) int {
	for at := last - 1; at > first && a.word(at) == "]"; {
		for at--; at > first && a.word(at) != "["; {
			at--
		}
		if at > first+1 && strings.HasSuffix(a.word(at-1), ".") && a.Tokens[at-1].End == a.Tokens[at].Start {
			return at
		}
		at--
	}
	return last
}

// beforeOurs returns the end of a sentence without the phrase at its end in which its writers
// speak of what is theirs: ", our first convoy to the town since May".
func (a *article) beforeOurs(first, last int) int {
	comma := a.lastComma(first, last)
	if first < comma && comma+1 < last && a.low[comma+1] == "our" && !a.hasPlainVerb(comma+1, last) && a.balanced(first, comma) && a.isClause(first, comma) {
		return comma
	}
	return last
}

// afterMark returns the first token behind the mark of a list item, or behind
// the number of a note that belongs to the sentence before, after a blank ("[2]").
func (a *article) afterMark(first, last int) int {
	switch {
	case first < last-1 && isBullet(a.word(first)):
		return first + 1
	case first < last-minWords && isDigit(a.word(first)[0]) && (a.word(first+1) == "." || a.word(first+1) == ")") && isName(a.word(first+2)): // "3. The"
		return first + 2
	case first < last-minWords && isDigit(a.word(first)[0]) && a.isTied(first+1): // "8 Yet some"
		return first + 1
	case first < last-3 && a.word(first) == "[" && isDigit(a.word(first + 1)[0]) && a.word(first+2) == "]":
		return first + 3
	}
	return first
}

// isTied reports whether token i, with a capital, ties a sentence to the one before it: the
// number before it is that of a note.
func (a *article) isTied(i int) bool {
	return isName(a.word(i)) && (conjunctions.Has(a.low[i]) || openings[a.low[i]+" "+a.low[i+1]])
}

// afterHeading returns the first token behind a heading that leaves out its articles and
// ends with a colon before a whole sentence, or behind one without a verb and its dash, or
// first: "Jury finds cook guilty: A court", "Department of Ports – The".
func (a *article) afterHeading(first, last int) int {
	small := 0 // words without a capital: a name before a colon is who speaks
	for i := first + 1; i < min(first+maxDateline, last-minWords); i++ {
		if isDash(a.word(i)) && isArticle(a.word(i+1)) && !a.hasPlainVerb(first, i) {
			return i + 1
		}
	}
	for i := first; i < min(first+maxDateline, last-minWords); i++ {
		switch w := a.low[i]; {
		case articles.Has(w) || reporting.Has(w) || isQuote(w):
			return first
		case isLower(a.word(i)):
			small++
		case w == ":" && small > 1 && isArticle(a.word(i+1)):
			return i + 1
		}
	}
	return first
}

// rubrics stand with a colon before the sentences of reports in short paragraphs. What
// stands behind "Background:" is no news.
var rubrics = pairs(`why it matters, the big picture, driving the news, by the numbers, what's next, what they're saying,
	the bottom line, zoom in, zoom out, between the lines, the intrigue, state of play, catch up quick, the latest, what happened,
	the details, details, how it works, what we know, what we're hearing, what to watch, the other side, in short, in brief,
	threat level, worth noting, reality check, abstract, summary, in sum, update`)

// longestRubric is how many tokens one has.
const longestRubric = 6

// afterRubric returns the first token behind a rubric and its colon, or first.
func (a *article) afterRubric(first, last int) int {
	for i := first + 1; i < min(first+longestRubric, last-minWords); i++ {
		if a.word(i) == ":" {
			if rubrics[text.Fold(a.Text[a.Tokens[first].Start:a.Tokens[i].Start])] && a.begins(i+1) {
				return i + 1
			}
			break
		}
	}
	return first
}

// isArticle reports whether w is an article that begins a sentence.
func isArticle(w string) bool { return w == "The" || w == "A" || w == "An" }

// stampWords stand beside numbers where a page says when it was published.
var stampWords = text.WordSet(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
	september october november december jan feb mar apr jun jul aug sep sept oct nov dec pm am uk time updated published , ; : ` + zoneNames)

// leastStamp is how many tokens when a page was published has: "Monday 5 May 2025".
const leastStamp = 4

// zoneNames are zones of a clock, which stand in stamps, hardly ever in sentences.
const zoneNames = `bst gmt utc et est edt pt pst pdt cet cest ist`

var zones = text.WordSet(zoneNames)

// maxStamped is how many tokens of a heading or teaser are looked through for the
// stamp behind it.
const maxStamped = 40

// afterStamp returns the first token behind the date and time at which a page was
// published, which a text that lost its lines may begin a sentence with, or first.
// One with a zone of the clock may have a heading before it.
func (a *article) afterStamp(first, last int) int {
	from := first // of the stamp that token i is in
	for i := first; i < min(first+maxStamped, last-minWords); i++ {
		if stampWords.Has(a.low[i]) || isDigit(a.word(i)[0]) || i > from && isDash(a.word(i)) {
			continue
		}
		if i-from >= leastStamp && a.begins(i) && a.word(i-1) != "," && (from == first || zones.Has(a.low[i-1])) {
			return i
		}
		from = i + 1
	}
	return first
}

// afterEntry returns the first token behind the time of day or the minute that an entry of a live report begins with, or first.
func (a *article) afterEntry(first, last int) int {
	if begin := a.afterClock(first, last); begin > first || !a.minutes {
		return begin
	}
	return a.afterMinute(first, last)
}

// minEntry is how many characters an entry of a live report has at least, which is short.
const minEntry = 30

// afterClock returns the first token behind the time of day that an entry of a live report
// begins with, or first: "**6.40pm** The", "18:40 - The", "9:15 a.m. GMT: The".
func (a *article) afterClock(first, last int) int {
	i := a.afterMarks(first, last)
	if i >= last || !isClock(a.low[i]) {
		return first
	}
	end := i + 1
	for end < last && clockWords.Has(a.low[end]) {
		end++
	}
	begin := a.afterMarks(end, last)
	if begin >= last || !a.begins(begin) || stampWords.Has(a.low[begin]) {
		return first
	}
	told := begin > i+1 || !isDigit(a.low[i][len(a.low[i])-1]) || strings.Contains(a.word(i), ":") || a.entries && !shares.Has(a.low[begin]) // not "2.15 Billion"
	if !told {
		return first
	}
	return begin
}

// hasEntries reports whether several paragraphs of the text begin with the time of day.
func (a *article) hasEntries() bool {
	const several = 3
	entries := 0
	for i, s := range a.Sentences {
		if a.opensParagraph(i) && isClock(a.low[s.First]) {
			entries++
		}
		if entries == several {
			return true
		}
	}
	return false
}

// beforeWriter returns the end of an entry of a live report without who wrote it: ", writes Ada Lind
// in Sund".
func (a *article) beforeWriter(first, last int) int {
	comma := a.lastComma(first, last)
	if comma == first || comma+2 >= last || a.low[comma+1] != "writes" {
		return last
	}
	for i := comma + 2; i < last-1; i++ {
		if !isName(a.word(i)) && a.low[i] != "in" {
			return last
		}
	}
	return comma
}

// afterMarks returns the first of tokens first to last that is no mark beside the time of an
// entry.
func (a *article) afterMarks(first, last int) int {
	for first < last && (isBullet(a.word(first)) || strings.Contains(":|[]()", a.word(first))) {
		first++
	}
	return first
}

// isClock reports whether w is a time of day: "6.40pm", "18:40".
func isClock(w string) bool {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "am"), "pm")
	hour, minute, found := strings.Cut(strings.Replace(w, ".", ":", 1), ":")
	return found && 0 < len(hour) && len(hour) <= 2 && len(minute) == 2 && !strings.ContainsFunc(hour+minute, func(r rune) bool { return !unicode.IsDigit(r) })
}

// clockWords stand behind a time of day.
var clockWords = text.WordSet(`am pm a.m a.m. p.m p.m. ` + zoneNames)

// longestConnective is how many tokens a phrase may have that ties a sentence to
// the one before it.
const longestConnective = 6

// afterConnective returns the first token behind the words that tie a sentence
// to the one before it ("But", "However,", "In addition,", "After he left,"),
// where a sentence may begin there, or else first.
func (a *article) afterConnective(first, last int) int {
	i := first
	for range 2 { // "But in fact,"
		i = a.afterTie(i, last)
	}
	if i == first || i >= last-minWords || !a.begins(i) || isQuote(a.word(i)) {
		return first
	}
	return i
}

// afterTie returns the first token behind one conjunction, or behind a phrase
// that points back and its comma, or first where there is none.
func (a *article) afterTie(first, last int) int {
	if first == last { // a conjunction was all of it
		return first
	}
	one, two := a.low[first], a.low[min(first+1, last-1)]
	if conjunctions.Has(one) && two != "," {
		return first + 1
	}
	bound := openers.Has(one) && !conditions.Has(one) && (openings[one+" "+two] || pronouns.Has(two))
	if !bound && !(connectives.Has(one) && two == ",") && !a.countsOn(first, last) && !a.sameTime(first, last) {
		return first
	}
	for i := first + 1; i < min(first+longestConnective, last); i++ {
		if a.word(i) == "," {
			return i + 1
		}
	}
	return first
}

// sameTime reports whether tokens first to last begin with "At the same time,".
func (a *article) sameTime(first, last int) bool {
	return first+4 < last && a.low[first] == "at" && a.low[first+2] == "same" && a.low[first+3] == "time" && a.word(first+4) == ","
}

// length returns the length of tokens first to last in characters.
func (a *article) length(first, last int) int {
	return characters(a.said(first, last))
}

// characters returns the length of s in characters, wide ones counted twice.
func characters(s string) int {
	n := 0
	for _, r := range s {
		if n++; r >= 0x2E80 && r < 0xFF00 {
			n++
		}
	}
	return n
}

func isBullet(w string) bool {
	switch w {
	case "-", "–", "—", "*", "•", "·", "►", "▪", "■", "●", "‣", "→", "»":
		return true
	}
	r, n := utf8.DecodeRuneInString(w)
	return n == len(w) && unicode.Is(unicode.So, r) // a picture: ✅, 🚢
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isDash(w string) bool { return w == "-" || w == "–" || w == "—" || w == "--" || w == "---" }

// begins reports whether a sentence may begin at token i.
func (a *article) begins(i int) bool {
	r, _ := utf8.DecodeRuneInString(a.word(i))
	return a.caseless || unicode.IsUpper(r) || unicode.IsDigit(r) || isQuote(a.word(i)) || r == '$' || r == '£' || r == '€'
}
