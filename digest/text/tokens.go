package text

import "strings"

// maxToken bounds the length of a token in bytes, so that sentences can be
// bounded too.
const maxToken = 1024

// tokenize appends the tokens of s[at:end] to tokens.
func tokenize(tokens []Token, s string, at, end int) []Token {
	s = s[:end]
	for at < end {
		c, n := classAt(s, at)
		switch c {
		case space, joiner:
			at += n
			continue
		case letter, digit:
			n = wordLen(s, at)
		case ideograph:
		default:
			n = symbolLen(s, at, n)
		}
		if n == 6 && (s[at:at+n] == "cannot" || s[at:at+n] == "Cannot") {
			tokens = append(tokens, Token{Span{at, at + 3}})
			at, n = at+3, 3
		}
		tokens = append(tokens, Token{Span{at, at + n}})
		at += n
	}
	return tokens
}

// wordLen returns the length of the word or number that begins at s[start:].
func wordLen(s string, start int) int {
	if n := addressLen(s, start); n > 0 {
		return n
	}
	at := start
	for at < len(s) && at-start < maxToken {
		c, n := classAt(s, at)
		if c == letter || c == digit || c == joiner {
			at += n
			continue
		}
		if c != symbol {
			break
		}
		if cut := contraction(s, start, at, n); cut > start {
			return cut - start
		}
		if n = linkLen(s, start, at); n == 0 {
			break
		}
		at += n
	}
	if at < len(s) && s[at] == '.' && keepsStop(s, start, at) {
		at++
	}
	return at + markLen(s, start, at) - start
}

// markLen returns the length of the mark at s[at:] if the name that began at
// s[start:] ends with it, else 0: "OPEC+", "C++", "C#".
func markLen(s string, start, at int) int {
	if at == len(s) || at == start || isDigit(s[at-1]) {
		return 0
	}
	switch n := runLen(s, at); {
	case s[at] == '+' && (n == 2 || n == 1 && !isWordAt(s, at+1)):
		return n
	case s[at] == '#':
		return one(at == start+1 && isCapital(s, start) && !isWordAt(s, at+1))
	}
	return 0
}

func isWordAt(s string, at int) bool {
	c, _ := classAt(s, at)
	return c == letter || c == digit
}

func isDigitAt(s string, at int) bool { return at >= 0 && at < len(s) && isDigit(s[at]) }

// linkLen returns the length of the mark at s[at:] if it holds together the
// parts of one word that began at s[start:], else 0.
func linkLen(s string, start, at int) int {
	switch s[at] {
	case '-', '_':
		return one(isWordAt(s, at+1))
	case '\'':
		return one(isWordAt(s, at+1))
	case ',', ':', '/':
		return one(isDigitAt(s, at-1) && isDigitAt(s, at+1))
	case '.':
		if at+1 < len(s) && s[at+1] == '-' { // U.S.-led
			return one(isWordAt(s, at+2) && keepsStop(s, start, at))
		}
		return one(isWordAt(s, at+1) && !missesSpace(s, start, at))
	case '&':
		return one(isCapital(s, at-1) && isCapital(s, at+1))
	case '@':
		return one(isWordAt(s, at+1))
	}
	switch {
	case strings.HasPrefix(s[at:], "’") && isWordAt(s, at+len("’")):
		return len("’")
	case strings.HasPrefix(s[at:], "–") && isDigitAt(s, at-1) && isDigitAt(s, at+len("–")):
		return len("–")
	}
	return 0
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func isCapital(s string, at int) bool { return at < len(s) && 'A' <= s[at] && s[at] <= 'Z' }

// missesSpace reports whether the stop at s[at] ends a sentence although the
// next one follows without a space: "ended.The".
func missesSpace(s string, start, at int) bool {
	before, _ := decode(s, at-1)
	r, n := decode(s, at+1)
	if !(isLower(before) || isDigit(s[at-1]) || s[at-1] >= 0x80) || at-start < 2 {
		return false
	}
	after, _ := decode(s, at+1+n)
	return isUpper(r) && (isLower(after) || after == ' ')
}

// clitics are what is left of a verb behind an apostrophe, and the possessive.
var clitics = [...]string{"s", "S", "t", "T", "m", "M", "d", "D", "re", "RE", "ve", "VE", "ll", "LL"}

// cliticLen returns the length of the clitic at s[at:], which begins with an
// apostrophe of n bytes, or 0.
func cliticLen(s string, at, n int) int {
	for _, c := range clitics {
		if strings.HasPrefix(s[at+n:], c) {
			after := at + n + len(c)
			if isWordAt(s, after) || after+1 < len(s) && s[after] == '-' && isWordAt(s, after+1) {
				continue
			}
			return n + len(c)
		}
	}
	return 0
}

// contraction returns where the word that began at s[start:] ends if the mark
// of n bytes at s[at:] is an apostrophe before a clitic: in Penn Treebank
// manner "Iran's" is "Iran" + "'s", "don't" is "do" + "n't". Else it returns 0.
func contraction(s string, start, at, n int) int {
	if s[at] != '\'' && !strings.HasPrefix(s[at:], "’") {
		return 0
	}
	m := cliticLen(s, at, n)
	if m == 0 {
		return 0
	}
	if c := s[at+m-1]; c == 't' || c == 'T' {
		if prev := s[at-1]; prev == 'n' || prev == 'N' {
			if at-1 == start { // "n't" itself
				return at + m
			}
			return at - 1
		}
		return 0
	}
	return at
}

// symbolLen returns the length of the token that begins with the symbol of n
// bytes at s[at:]: a mark, a run of dots or dashes, a clitic, a hashtag, an
// emoji.
func symbolLen(s string, at, n int) int {
	switch c := s[at]; c {
	case '.', '-', '`', '\'':
		if m := runLen(s, at); m > 1 && (c != '\'' || m == 2) && (c != '`' || m == 2) {
			return m
		}
		if c == '.' && isDigitAt(s, at+1) && !isDigitAt(s, at-1) {
			return 1 + wordLen(s, at+1)
		}
		if strings.HasPrefix(s[at:], dotNET) && !isWordAt(s, at+len(dotNET)) {
			return len(dotNET)
		}
	case '#', '@':
		if k, _ := classAt(s, at+1); k == letter {
			return 1 + tagLen(s, at+1)
		}
	}
	if s[at] == '\'' || strings.HasPrefix(s[at:], "’") {
		return apostropheLen(s, at, n)
	}
	if s[at] >= 0x80 {
		return emojiLen(s, at, n)
	}
	return n
}

// dotNET is the one name that begins with a stop.
const dotNET = ".NET"

func runLen(s string, at int) int {
	n := 1
	for at+n < len(s) && n < maxToken && s[at+n] == s[at] {
		n++
	}
	return n
}

func tagLen(s string, start int) int {
	at := start
	for at-start < maxToken {
		c, n := classAt(s, at)
		if c != letter && c != digit && !(at < len(s) && s[at] == '_') {
			break
		}
		at += n
	}
	return at - start
}

// apostropheLen returns the length of a clitic, of a short year ("'98",
// "'60s") or of the mark alone.
func apostropheLen(s string, at, n int) int {
	if m := cliticLen(s, at, n); m > 0 && s[at+m-1] != 't' {
		return m
	}
	if y := at + n; isDigitAt(s, y) && isDigitAt(s, y+1) {
		if y += 2; y < len(s) && s[y] == 's' {
			y++
		}
		if !isWordAt(s, y) {
			return y - at
		}
	}
	return n
}

// emojiLen returns the length of the symbol with what modifies it.
func emojiLen(s string, at, n int) int {
	for n < maxToken {
		c, m := classAt(s, at+n)
		if c != joiner {
			break
		}
		n += m
		if strings.HasSuffix(s[:at+n], "\u200d") {
			if c, m := classAt(s, at+n); c == symbol {
				n += m
			}
		}
	}
	return n
}
