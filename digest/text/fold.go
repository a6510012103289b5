package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold lower-cases s, strips diacritics and unifies quotes, dashes and spaces,
// so that spellings of one word compare equal. A string that is folded already
// is returned as it is; a byte that is not UTF-8 becomes U+FFFD.
func Fold(s string) string {
	folded := true
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return string(appendFolded(make([]byte, 0, len(s)+8), s))
		}
		folded = folded && !('A' <= c && c <= 'Z')
	}
	if folded {
		return s
	}
	return strings.ToLower(s)
}

// appendFolded appends the folded form of s to b.
func appendFolded(b []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			b = append(b, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			b = utf8.AppendRune(b, utf8.RuneError)
		} else {
			b = appendFoldedRune(b, r, s[i:i+n])
		}
		i += n
	}
	return b
}

// appendFoldedRune appends the folded form of the rune r, which is beyond
// ASCII and encoded as enc.
func appendFoldedRune(b []byte, r rune, enc string) []byte {
	if f, ok := foldings[r]; ok {
		return append(b, f...)
	}
	switch k := classOf(r); {
	case k == space:
		return append(b, ' ')
	case k == joiner || isDiacritic(r):
		return b
	}
	parts := norm.NFKD.PropertiesString(enc).Decomposition()
	if parts == nil {
		return utf8.AppendRune(b, unicode.ToLower(r))
	}
	start := len(b)
	for len(parts) > 0 {
		p, n := utf8.DecodeRune(parts)
		parts = parts[n:]
		switch f, ok := foldings[p]; {
		case ok:
			b = append(b, f...)
		case isDiacritic(p):
		case unicode.IsMark(p): // a letter of its own right, as が
			return utf8.AppendRune(b[:start], r)
		default:
			b = utf8.AppendRune(b, unicode.ToLower(p))
		}
	}
	return b
}

// isDiacritic reports whether r is a combining mark that readers leave out:
// accents, Hebrew points, Arabic vowel signs.
func isDiacritic(r rune) bool {
	return 0x300 <= r && r <= 0x36F || 0x591 <= r && r <= 0x5C7 || 0x610 <= r && r <= 0x61A || 0x64B <= r && r <= 0x65F || r == 0x670
}

// foldings holds what Unicode does not decompose as readers write it.
var foldings = func() map[rune]string {
	m := map[rune]string{
		'ø': "o", 'Ø': "o", 'ł': "l", 'Ł': "l", 'ß': "ss", 'ẞ': "ss", 'ı': "i", 'İ': "i", 'æ': "ae", 'Æ': "ae",
		'œ': "oe", 'Œ': "oe", 'đ': "d", 'Đ': "d", 'ð': "d", 'Ð': "d", 'þ': "th", 'Þ': "th", 'ħ': "h", 'Ħ': "h",
		'ŧ': "t", 'Ŧ': "t", 'ŋ': "n", 'Ŋ': "n", 'ĸ': "k", 'ə': "e", 'Ə': "e", 'ς': "σ", 'ʻ': "'", 'ʼ': "'", 'ʹ': "'",
	}
	for _, r := range "‘’‚‛′´‹›＇`" {
		m[r] = "'"
	}
	for _, r := range "“”„‟″«»＂" {
		m[r] = `"`
	}
	for _, r := range "‐‑‒–—―−﹣－" {
		m[r] = "-"
	}
	return m
}()
