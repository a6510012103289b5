package feed

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

const (
	maxTitle = 500     // code points
	maxName  = 200     // code points of an author's or a source's name
	maxText  = 1 << 20 // bytes
	maxMarks = 4       // combining marks on one letter; Vietnamese and Hebrew need up to 3
)

// cleanLine returns s on one line: valid UTF-8 in NFC, white space as single
// spaces, without control and bidirectional override characters, invisible
// characters and heaps of combining marks.
func cleanLine(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	marks, space := 0, false
	for _, r := range s { // an invalid byte comes as U+FFFD
		switch {
		case isInvisible(r):
			continue
		case unicode.IsSpace(r), unicode.IsControl(r):
			space = true
			continue
		case unicode.Is(unicode.Mn, r):
			if marks++; marks > maxMarks {
				continue
			}
		default:
			marks = 0
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}

// isInvisible tells whether a character only disturbs a text: overrides of the
// writing direction, soft hyphens, zero-width spaces and byte order marks.
func isInvisible(r rune) bool {
	return isBidiControl(r) || r == '\u00AD' || r == '\u200B' || r == '\u2060' || r == '\uFEFF'
}

// isBidiControl tells whether r overrides, embeds or isolates a direction of
// writing. The plain marks U+200E and U+200F are harmless.
func isBidiControl(r rune) bool {
	return '\u202A' <= r && r <= '\u202E' || '\u2066' <= r && r <= '\u2069'
}

// cleanText returns the non-empty lines of s, cleaned, at most 1 MB of them.
func cleanText(s string) string {
	var b strings.Builder
	for line := range strings.FieldsFuncSeq(s, isLineEnd) {
		line = cleanLine(line)
		if line == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(line)
		if b.Len() > maxText {
			return CutText(b.String(), maxText)
		}
	}
	return b.String()
}

func isLineEnd(r rune) bool {
	return r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\f' || r == '\v'
}

// CutText returns a text, or as much of it as most bytes hold, cut at the end of a
// paragraph, word or character.
func CutText(s string, most int) string {
	if len(s) <= most {
		return s
	}
	s = s[:most]
	for len(s) > 0 && !utf8.ValidString(s[max(0, len(s)-utf8.UTFMax):]) && !utf8.RuneStart(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	s = strings.ToValidUTF8(s, "")
	if i := strings.LastIndexByte(s, '\n'); i > most/2 {
		return s[:i]
	}
	if i := strings.LastIndexByte(s, ' '); i > most/2 {
		return s[:i]
	}
	return s
}

// inlineTag matches the tags that turn up in titles, and no others: a title
// may well speak of <div>.
var inlineTag = regexp.MustCompile(`(?i)</?(?:a|abbr|b|big|cite|code|em|font|i|img|mark|p|q|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?/?>`)

// lineBreak matches the tags in titles that part words.
var lineBreak = regexp.MustCompile(`(?i)<(?:br|/?p)(?:\s[^<>]*)?/?>`)

// cleanTitle returns a title as it is read: without tags and entities, even
// doubly encoded ones, on one line, at most 500 code points.
func cleanTitle(s string) string {
	s = headOf(s)
	for range 2 {
		s = html.UnescapeString(withoutInlineTags(s))
	}
	return cleanPlainTitle(withoutInlineTags(s))
}

// headOf cuts off what a title cannot have.
func headOf(s string) string { return s[:min(len(s), 64*maxTitle)] }

func withoutInlineTags(s string) string {
	if strings.IndexByte(s, '<') < 0 {
		return s
	}
	if isFragment(s) {
		return html.EscapeString(textOf(s))
	}
	return inlineTag.ReplaceAllString(lineBreak.ReplaceAllString(s, " "), "")
}

// isFragment tells whether a title is HTML throughout, by the end tag of an
// element that holds no words of it.
func isFragment(s string) bool { return fragmentEnd.MatchString(s) }

var fragmentEnd = regexp.MustCompile(`(?i)</(?:div|h[1-6]|script|style|iframe|object|applet|svg|table|ul|ol|li)\s*>`)

// cleanHTMLTitle returns a title that is known to be HTML as it is read.
func cleanHTMLTitle(s string) string {
	if s = headOf(s); strings.IndexByte(s, '<') >= 0 {
		s = textOf(s)
	}
	return cleanPlainTitle(html.UnescapeString(s))
}

// cleanPlainTitle returns a title as it is read, whose tags are words of it.
func cleanPlainTitle(s string) string {
	return truncate(cleanLine(html.UnescapeString(headOf(s))), maxTitle)
}

// cleanName returns the name of a person or an outlet as it is read.
func cleanName(s string) string { return truncate(cleanTitle(s), maxName) }

// truncate cuts s to max code points, the "…" that then ends it included, at
// the end of a word, or inside a very long one at the end of a character as
// readers see it (grapheme cluster).
func truncate(s string, max int) string {
	if len(s) <= max || utf8.RuneCountInString(s) <= max {
		return s
	}
	end, word, runes, state := 0, 0, 0, -1
	for rest := s; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if runes += utf8.RuneCountInString(cluster); runes > max-1 {
			break
		}
		if cluster == " " {
			word = end
		}
		end += len(cluster)
	}
	if word > end/2 {
		end = word
	}
	return strings.TrimRight(s[:end], " ,;:-–—") + "…"
}

// cleanLanguage returns a BCP 47 tag, "" for what is none.
func cleanLanguage(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 35 {
		return ""
	}
	tag, err := language.Parse(s)
	if err != nil || tag == language.Und {
		return ""
	}
	return tag.String()
}
