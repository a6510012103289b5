package text

import (
	"unicode"
	"unicode/utf8"
)

// class is what a byte of ASCII or a rune does to a word.
type class uint8

const (
	symbol     class = iota // a token of its own
	space                   // between tokens
	letter                  // part of a word
	digit                   // part of a word or number
	ideograph               // a word of its own, in scripts without spaces
	joiner                  // invisible: belongs to what stands before it
	asciiRunes = utf8.RuneSelf
)

// ascii holds the class of each ASCII byte.
var ascii = func() (t [asciiRunes]class) {
	for c := range t {
		switch {
		case c <= ' ' || c == 0x7f:
			t[c] = space
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
			t[c] = letter
		case '0' <= c && c <= '9':
			t[c] = digit
		}
	}
	return t
}()

// decode returns the rune at s[i:] and its length in bytes, 0 at the end.
func decode(s string, i int) (rune, int) {
	if i >= len(s) {
		return 0, 0
	}
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s[i:])
}

// classAt returns the class and the length in bytes of the rune at s[i:];
// beyond the end it is a space of length 0. A byte that is not UTF-8 counts as
// a letter, so that a word in another encoding stays whole.
func classAt(s string, i int) (class, int) {
	if i >= len(s) {
		return space, 0
	}
	if c := s[i]; c < utf8.RuneSelf {
		return ascii[c], 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	return classOf(r), n
}

// classOf returns the class of a rune beyond ASCII.
func classOf(r rune) class {
	switch {
	case r >= 0xC0 && r < 0x250 && r != '×' && r != '÷', r == utf8.RuneError:
		return letter
	case r >= 0x2000 && r < 0x2070:
		return general(r)
	case r < 0xA1:
		return space // C1 controls and the no-break space
	case r == 0xAD, r >= 0xFE00 && r <= 0xFE0F, r >= 0x1F3FB && r <= 0x1F3FF:
		return joiner
	case r == 0xFEFF, r == 0x3000, r == 0x1680:
		return space
	case r >= 0x3041 && r < 0x30A0, r >= 0x3400 && r < 0xA000, r >= 0xF900 && r < 0xFB00, r >= 0x20000 && r < 0x32000:
		return ideograph
	case r == 'ー' || unicode.IsLetter(r) || unicode.IsMark(r):
		return letter
	case unicode.IsDigit(r):
		return digit
	}
	return symbol
}

// general classifies the block of general punctuation.
func general(r rune) class {
	switch {
	case r == 0x200C, r == 0x200D, r == 0x2060:
		return joiner
	case r <= 0x200F, r >= 0x2028 && r <= 0x202F, r == 0x205F, r > 0x2060:
		return space
	}
	return symbol
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isUpper(r rune) bool {
	return 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf && (unicode.IsUpper(r) || unicode.IsTitle(r))
}

func isLower(r rune) bool {
	return 'a' <= r && r <= 'z' || r >= utf8.RuneSelf && unicode.IsLower(r)
}
