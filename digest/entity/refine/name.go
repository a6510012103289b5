package refine

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsbot/digest/entity/tagger"
)

// Name is a name that the tagger found, in its sentence.
type Name struct {
	Pieces      []string     // of the sentence
	First, Last int          // the name's: Pieces[First:Last]
	Class       tagger.Class // what the lists have the whole name as
	Lists       Lists
}

// Lists tell what is known of words: *tagger.Tagger does.
type Lists interface {
	Classes(pieces []string) tagger.Class
	UsualCase(word string) tagger.Case
}

// nearby is how many pieces on each side of a name tell what it may be, wherever they stand.
const nearby = 6

// Features calls emit with what tells of which sort a name is. The bytes are good until emit
// returns.
func (n *Name) Features(emit func(feature []byte)) {
	var room [64]byte
	f := func(kind, value string) { emit(append(append(room[:0], kind...), value...)) }
	words := n.Pieces[n.First:n.Last]
	for _, w := range words {
		f("w:", strings.ToLower(w))
	}
	last := strings.ToLower(words[len(words)-1])
	f("l:", last)
	f("h:", strings.ToLower(words[head(words)]))
	f("f:", strings.ToLower(words[0]))
	f("s:", last[max(0, len(last)-3):])
	if len(words) == 1 {
		f("s1:", last[max(0, len(last)-3):])
	}
	f("n:", strconv.Itoa(min(len(words), 6)))
	n.shape(f)
	n.listed(f)
	n.around(f)
}

// head returns the index of the word that English names end with before "of" and the like.
func head(words []string) int {
	for i := 1; i < len(words); i++ {
		switch words[i] {
		case "of", "on", "for":
			return i - 1
		}
	}
	return len(words) - 1
}

// shape tells how a name is written.
func (n *Name) shape(f func(kind, value string)) {
	words := n.Pieces[n.First:n.Last]
	usually := 0 // words in small letters
	for i, w := range words {
		r, size := utf8.DecodeRuneInString(w)
		rest := w[size:]
		letters, digits := strings.ContainsFunc(w, unicode.IsLetter), strings.ContainsFunc(w, unicode.IsDigit)
		switch {
		case digits && letters:
			f("t:", "model")
		case digits && len(w) == 4 && (w[0] == '1' || w[0] == '2'):
			f("t:", "year")
		case digits && i == len(words)-1:
			f("t:", "number last")
		case digits:
			f("t:", "number")
		case !letters:
			f("t:", w)
		case unicode.IsLower(r) && strings.ContainsFunc(rest, unicode.IsUpper), unicode.IsUpper(r) && rest != strings.ToLower(rest) && rest != strings.ToUpper(rest):
			f("t:", "camel")
		case unicode.IsLower(r):
			f("t:", "small")
		case rest != "" && rest == strings.ToUpper(rest):
			f("t:", "capitals")
		}
		if n.Lists.UsualCase(w) == tagger.CaseLower {
			usually++
		}
	}
	switch {
	case usually == len(words):
		f("t:", "usual words")
	case usually > 0:
		f("t:", "a usual word")
	}
}

// listed tells what the gazetteer knows of the name, of its first word and of its last.
func (n *Name) listed(f func(kind, value string)) {
	classes(f, "c:", n.Class)
	if n.Last-n.First > 1 {
		classes(f, "cf:", n.Lists.Classes(n.Pieces[n.First:n.First+1]))
		classes(f, "cl:", n.Lists.Classes(n.Pieces[n.Last-1:n.Last]))
	}
}

func classes(f func(kind, value string), kind string, c tagger.Class) {
	for i := 0; c != 0; i, c = i+1, c>>1 {
		if c&1 != 0 {
			f(kind, strconv.Itoa(i))
		}
	}
}

// around tells what stands beside the name.
func (n *Name) around(f func(kind, value string)) {
	at := func(i int) string {
		if i < 0 || i >= len(n.Pieces) {
			return ""
		}
		return strings.ToLower(n.Pieces[i])
	}
	before, behind := at(n.First-1), at(n.Last)
	f("-1:", before)
	f("+1:", behind)
	f("-2:", at(n.First-2))
	f("+2:", at(n.Last+1))
	if IsQuote(before) && IsQuote(behind) || IsQuote(before) && IsQuote(at(n.Last+1)) {
		f("t:", "quoted")
	}
	for i := n.First - nearby; i < n.Last+nearby; i++ {
		if w := at(i); (i < n.First || i >= n.Last) && len(w) > 2 {
			f("b:", w)
		}
	}
}

// IsQuote reports whether a piece is a quotation mark.
func IsQuote(mark string) bool {
	switch mark {
	case `"`, "“", "”", "'", "‘", "’", "``", "''", "«", "»":
		return true
	}
	return false
}
