package keypoint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newsbot/digest/text"
)

// agencies sign datelines.
var agencies = text.WordSet(`ap reuters afp upi cnn bbc xinhua tass ians pti ani dpa kuna wam wafa mena app bss bernama
	bloomberg efe ansa kyodo yonhap anadolu aa dw npr voa rfe rferl interfax ria cp pa aap thomson`)

// maxDateline is how many tokens a dateline may have.
const maxDateline = 16

// dateline is what was seen of the dateline that a paragraph may begin with.
type dateline struct {
	*article
	first, last int  // tokens of the paragraph
	opening     bool // it begins a paragraph of the text
	signed      bool // by an agency
	capitals    bool // a word is in capitals
	parted      bool // by a comma or brackets
	places      bool // all words are of places and days
	definite    bool // "the" stands before a name: "ROTTERDAM, the Netherlands"
	dated       bool // it holds a day, a bracket or the name of a wire between slashes
}

// afterDateline returns the first token behind the dateline that a paragraph
// begins with, or first where it begins with none: "NAIROBI, Kenya (AP) —",
// "LONDON (CNN Business)", "Dekalb, Ill. —", "New Delhi:".
func (a *article) afterDateline(first, last int, opening bool) int {
	d := dateline{article: a, first: first, last: last, opening: opening, places: true}
	for i := first; i < min(last-3, first+maxDateline); i++ {
		switch w := a.word(i); {
		case w == "(" || w == "[":
			end, ends := d.bracket(i)
			if end == 0 {
				return first
			}
			if i, d.dated = end, true; ends && !isDash(a.word(i+1)) && a.begins(i+1) {
				return i + 1
			}
		case isDash(w) && a.word(i+1) == "(" && a.afterNote(i+1, last) == i+1: // "SUND--(WIRE)--"
		case (isDash(w) || w == "|") && agencies.Has(a.low[i+1]): // "SUND | AFP |"
			d.signed = true
			i++
		case isDash(w) || w == "|" || w == ":" || w == ";" && d.isClosed(i):
			if d.endsAt(i) && (a.begins(i+1) || a.afterNote(i+1, last) > i+1) {
				return i + 1
			}
			return first
		case !d.takes(i):
			return first
		}
	}
	return first
}

// bracket returns the token that closes the bracket at token i, 0 where this is none of a
// dateline, and whether a dateline may end with it.
func (d *dateline) bracket(i int) (end int, ends bool) {
	switch round := d.word(i) == "("; {
	case round && agencies.Has(d.low[i+1]):
		d.signed = true
		for end = i; end < min(i+5, d.last-2) && d.word(end) != ")"; {
			end++
		}
		return end, true
	case round && (i == d.first || d.capitals || d.parted || d.place[d.first] || d.isDay(i) || isShout(d.word(i+1))): // an agency not listed, a day
		d.signed = d.signed || i == d.first || d.opening && d.isDay(i)
		d.parted = true
		end = d.closing(i, d.last)
		return end, d.opening && d.capitals && d.place[d.first] && end == i+2 && isSignature(d.word(i+1)) // "STAVANGER (NP) A woman"
	case !round && i == d.first && d.opening && d.closing(i, d.last) > 0: // "[Sund, 4 May]"
		d.parted = true
		return d.closing(i, d.last), true
	case !round && d.place[i+1] && d.word(i+2) == "]": // "New Delhi [India]"
		return i + 2, false
	}
	return 0, false
}

// isSignature reports whether a word may be that of an agency: "NP".
func isSignature(w string) bool {
	return 2 <= len(w) && len(w) <= 5 && strings.IndexFunc(w, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

// isDay reports whether what stands before token i is a day: "April 16".
func (d *dateline) isDay(i int) bool {
	return i == d.first+2 && stampWords.Has(strings.TrimSuffix(d.low[d.first], ".")) && isDigit(d.word(d.first + 1)[0])
}

// isClosed reports whether a bracket ends before token i.
func (d *dateline) isClosed(i int) bool { return i > d.first && d.word(i-1) == ")" }

// endsAt reports whether a dateline may end with the dash, bar, colon or semicolon at
// token i.
func (d *dateline) endsAt(i int) bool {
	switch inPlace := d.place[d.first]; {
	case d.signed || !d.opening:
		return d.signed
	case d.definite && !d.dated:
		return false
	case d.word(i) == ":" || d.word(i) == ";":
		return d.capitals && (d.isClosed(i) || i-d.first < 3) || inPlace && d.places && d.isHead(d.first)
	default:
		return d.capitals || (d.parted || inPlace) && d.word(i) != "-"
	}
}

// takes reports whether token i may be a word of a dateline, and keeps what it tells.
func (d *dateline) takes(i int) bool {
	switch w := d.word(i); {
	case isPlaceWord(w), d.caseless && i < d.first+6 && w[0] >= 'a':
		d.capitals = d.capitals || isShout(w)
		d.places = d.places && (d.place[i] || stampWords.Has(d.low[i]))
		return true
	case w == ",":
		d.parted = true
		return true
	case w == "the" && i > d.first && d.word(i-1) == ",":
		d.definite = true
		return isName(d.word(i + 1))
	case stampWords.Has(strings.TrimSuffix(w, ".")) && isLower(w): // "20 nov."
		return true
	default:
		d.dated = d.dated || w == "/" || isDigit(w[0])
		return strings.Contains("/.&", w) || text.Fold(w) == "'s" || isDigit(w[0])
	}
}

// afterForeignDateline is afterDateline for a text without a model that tells places: only
// its first sentence has one, which a colon or bar among its first words ends.
func (a *article) afterForeignDateline(first, last int) int {
	if first != a.Sentences[len(a.Sentences)-a.body].First {
		return first
	}
	const longest = 6
	for i := first + 1; i < min(first+longest, last-minWords); i++ {
		if w := a.word(i); w == "|" || w == ":" && i <= first+longest/2 || w == "】" && a.word(first) == "【" {
			return i + 1
		}
	}
	return a.afterChineseDateline(first, last)
}

// afterChineseDateline returns the first token behind "Agency, place, day, wire (names)".
func (a *article) afterChineseDateline(first, last int) int {
	wire := false // its sign was seen
	for i := first; i < min(first+longestChineseDateline, last-minWords); i++ {
		switch w := a.word(i); {
		case w == "电" || w == "電":
			wire = true
		case wire && (w == "）" || w == ")"):
			return i + 1
		case strings.ContainsAny(w, "，,、。"):
			return first
		}
	}
	return first
}

// longestChineseDateline is in tokens, of which each ideograph is one.
const longestChineseDateline = 40

// headSentences may hold the dateline of a text, behind a caption or a byline.
const headSentences = 3

// isHead reports whether token i is among the first sentences of the text: further on, a
// place before a colon is the label of an item of a list.
func (a *article) isHead(i int) bool {
	body := a.Sentences[len(a.Sentences)-a.body:]
	return i < body[min(headSentences, len(body))-1].Last
}

// closing returns the token that closes the bracket at token i around the name of an
// agency or place or around a day, 0 where it does not.
func (a *article) closing(i, last int) int {
	const longest = 6
	for end := i + 2; end < min(i+2+longest, last-1); end++ {
		if w := a.word(end); w == ")" || w == "]" {
			return end
		}
		if w := a.word(end); w != "," && !isPlaceWord(w) && !isDigit(w[0]) {
			return 0
		}
	}
	return 0
}

// isPlaceWord reports whether w may stand in a dateline before its dash.
func isPlaceWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || w == "of" || w == "de" || w == "la"
}

// isShout reports whether w is a word of three letters or more in capitals.
func isShout(w string) bool {
	n := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 3
}
