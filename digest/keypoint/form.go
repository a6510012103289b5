package keypoint

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
		case r == '_' && isWithin(s, i), (r == '<' || r == '>') && beginsWithNumber(strings.TrimLeft(s[i+1:], " ")): // "p<0.001"
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

func beginsWithNumber(s string) bool { return s != "" && isDigit(s[0]) }

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
// was taken for that of a sentence: "the board said, Capt.", not "hepatitis A."
func (a *article) breaksOff(first, last int) bool {
	end := last - 1
	if a.word(end) == "." && end > first {
		end--
	}
	w := strings.TrimSuffix(a.low[end], ".")
	letter := end > first && isName(a.word(end)) && isLower(a.word(end-1)) && !functionWords.Has(a.low[end-1])
	return articles.Has(w) && !letter || titles.Has(w) && isName(a.word(end))
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
