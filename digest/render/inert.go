package render

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"golang.org/x/net/idna"
)

// maxMarks is how many combining marks one letter keeps. Living spellings need
// no more; stacked marks would run over the neighbouring lines.
const maxMarks = 3

// Inert makes a text of unknown origin safe to show on one line of a terminal,
// a page or a message. What acts instead of being read goes: control
// characters, terminal escape sequences, the characters that turn the
// direction of what follows, and invisible ones, but for one joiner between two
// others. White space of any kind and length becomes one space, bytes that are no
// UTF-8 become U+FFFD, and a letter keeps at most three combining marks, joiners
// between them or not. Inert(Inert(s)) is Inert(s).
func Inert(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	marks, space, joined := 0, false, false
	for i := 0; i < len(s); {
		if n := escape(s[i:]); n > 0 {
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case unicode.IsSpace(r):
			space = true
			continue
		case isJoiner(r):
			if joined || space || b.Len() == 0 { // there is nothing more to join
				continue
			}
		case unseen(r):
			continue
		case unicode.In(r, unicode.Mn, unicode.Me):
			if marks++; marks > maxMarks || b.Len() == 0 {
				continue
			}
		default:
			marks = 0
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space, joined = false, isJoiner(r)
		b.WriteRune(r)
	}
	return b.String()
}

// plain reports whether s is ASCII that Inert would return as it is: the
// common case, told without an allocation.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
		if s[i] == ' ' && (i == 0 || i == len(s)-1 || s[i+1] == ' ') {
			return false
		}
	}
	return true
}

// escape returns the length of the terminal escape sequence that s begins
// with: ESC [ or CSI up to its final byte, ESC ] and its kin up to their
// terminator, ESC and one more character. A sequence that never ends is only
// its introducer, so that it cannot swallow the text behind it.
func escape(s string) int {
	switch {
	case strings.HasPrefix(s, "\x1b["):
		return 2 + control(s[2:])
	case strings.HasPrefix(s, "\u009b"):
		return 2 + control(s[2:])
	case len(s) > 1 && s[0] == 0x1b && strings.IndexByte("]PX^_", s[1]) >= 0:
		return 2 + stringEnd(s[2:])
	case len(s) > 1 && s[0] == 0x1b && s[1] > ' ' && s[1] < 0x7f:
		return 2
	case s[0] == 0x1b:
		return 1
	}
	return 0
}

// control returns the length of a control sequence's parameters and final
// byte (ECMA-48, 5.4), 0 where there is none.
func control(s string) int {
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] >= 0x40 && s[i] <= 0x7e:
			return i + 1
		case s[i] < 0x20 || s[i] > 0x7e:
			return 0
		}
	}
	return 0
}

// stringEnd returns the length of a control string with its terminator (BEL
// or ESC \), 0 where it has none on its line.
func stringEnd(s string) int {
	for i := 0; i < len(s) && s[i] != '\n'; i++ {
		if s[i] == '\a' {
			return i + 1
		}
		if s[i] == 0x1b {
			if strings.HasPrefix(s[i:], "\x1b\\") {
				return i + 2
			}
			return 0
		}
	}
	return 0
}

// isJoiner reports whether r joins or parts its neighbours, which scripts and emoji need.
func isJoiner(r rune) bool {
	const nonJoiner, joiner = '\u200c', '\u200d'
	return r == nonJoiner || r == joiner
}

// unseen reports whether r is shown as nothing yet changes what is shown: controls,
// format characters other than joiners, and noncharacters.
func unseen(r rune) bool {
	switch {
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Cs):
		return true
	case r == '\u034f' || r == '\u115f' || r == '\u1160' || r == '\u3164' || r == '\uffa0':
		return true // joiner and fillers that are called marks or letters
	default:
		return r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef
	}
}

// Shorten makes s inert and cuts it to at most max characters as a reader
// counts them, at a word where one is near, with an ellipsis where it cut.
func Shorten(s string, max int) string {
	return ShortenBy(func(string) int { return 1 }, s, max)
}

// ShortenBy is Shorten where size tells how much a character as a reader counts
// them takes: no more than its code points.
func ShortenBy(size func(character string) int, s string, max int) string {
	s = Inert(s)
	if utf8.RuneCountInString(s) <= max {
		return s
	}
	kept, taken := "", 0
	for rest, state := s, -1; rest != ""; {
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if taken += size(c); taken < max { // there is room for the ellipsis
			kept = s[:len(s)-len(rest)]
		}
		if taken > max {
			if space := strings.LastIndexByte(kept, ' '); space > len(kept)*2/3 {
				kept = kept[:space]
			}
			return strings.TrimRight(kept, " ,;:-–—") + "…"
		}
	}
	return s
}

// Link returns an address that may be offered to click on: absolute, http or
// https, in ASCII, without a user's name that could pass for a host. It is ""
// for any other.
func Link(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	if !ascii(u.Host) {
		host, err := idna.Lookup.ToASCII(u.Hostname())
		if err != nil {
			return ""
		}
		u.Host = strings.Replace(u.Host, u.Hostname(), host, 1)
	}
	u.User = nil
	return encode(u.String())
}

func ascii(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

// encode writes every byte that has no place in an address in its %XX form.
func encode(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if c := s[i]; c <= ' ' || c >= 0x7f || strings.IndexByte("\"'<>\\^`{|}", c) >= 0 {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
