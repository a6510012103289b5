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

// afterDateline returns the first token behind the dateline that a paragraph
// begins with, or first where it begins with none: "NAIROBI, Kenya (AP) —",
// "LONDON (CNN Business)", "Dekalb, Ill. —", "New Delhi:".
func (a *article) afterDateline(first, last int, opening bool) int {
	var signed, capitals, comma bool
	places := true // and days
	for i := first; i < min(last-3, first+maxDateline); i++ {
		w := a.word(i)
		closed := i > first && a.word(i-1) == ")"
		switch {
		case w == "(" && agencies[a.low[i+1]]:
			signed = true
			for end := min(i+5, last-2); i < end && a.word(i) != ")"; {
				i++
			}
			if !isDash(a.word(i+1)) && a.begins(i+1) {
				return i + 1
			}
		case w == "(" && (i == first || capitals || comma || a.place[first] || isShout(a.word(i+1))) && a.closing(i, last) > 0: // an agency not listed, a day
			signed = signed || i == first
			i = a.closing(i, last)
			comma = true
		case w == "[" && i == first && opening && a.closing(i, last) > 0: // "[Sund, 4 May]"
			if i = a.closing(i, last); a.begins(i + 1) {
				return i + 1
			}
		case isDash(w) && a.word(i+1) == "(": // "SUND--(WIRE)--"
		case w == ":" || w == ";" && closed:
			if (signed || opening && (capitals && (closed || i-first < 3) || a.place[first] && places && a.isHead(first))) && a.begins(i+1) {
				return i + 1
			}
			return first
		case w == "[" && a.place[i+1] && a.word(i+2) == "]": // "New Delhi [India]"
			i += 2
		case (isDash(w) || w == "|") && agencies[a.low[i+1]]: // "SUND | AFP |"
			signed = true
			i++
		case isDash(w) || w == "|":
			if (signed || opening && (capitals || (comma || a.place[first]) && w != "-")) && a.begins(i+1) {
				return i + 1
			}
			return first
		case isPlaceWord(w), a.caseless && i < first+6 && w[0] >= 'a':
			capitals = capitals || isShout(w)
			places = places && (a.place[i] || stampWords[a.low[i]])
		case w == ",":
			comma = true
		case stampWords[strings.TrimSuffix(w, ".")] && isLower(w): // "20 nov."
		case !strings.Contains("/.&", w) && text.Fold(w) != "'s" && !isDigit(w[0]):
			return first
		}
	}
	return first
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
