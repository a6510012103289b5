package tagger

import (
	"strings"
	"unicode/utf8"
)

// Pieces calls emit with the parts of a token that can be in or out of a name
// by themselves, as offsets of s: it cuts at hyphens, dashes and slashes between
// letters or digits ("SCO-RATS", "China-based") and before a possessive 's.
// Corpora disagree on such tokens; all text goes through Pieces, so the model
// sees one form.
func Pieces(s string, emit func(start, end int)) {
	if isPlain(s) || IsAddress(s) {
		emit(0, len(s))
		return
	}
	end := len(s)
	if cut := possessive(s); cut > 0 {
		end = cut
	}
	start := 0
	for i, r := range s[:end] {
		if !isJoint(r) || i == start || i+utf8.RuneLen(r) >= end {
			continue
		}
		emit(start, i)
		emit(i, i+utf8.RuneLen(r))
		start = i + utf8.RuneLen(r)
	}
	emit(start, end)
	if end < len(s) {
		emit(end, len(s))
	}
}

// isPlain reports whether a token is of ASCII letters and digits alone, as most are.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < 'a' || 'z' < c) && (c < 'A' || 'Z' < c) && (c < '0' || '9' < c) {
			return false
		}
	}
	return true
}

// IsAddress reports whether a token is an address of the web or of mail.
func IsAddress(s string) bool {
	return strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || strings.IndexByte(s, '@') > 0
}

func isJoint(r rune) bool {
	return r == '-' || r == '‐' || r == '‑' || r == '–' || r == '—' || r == '/'
}

// possessive returns where a final 's of s begins, or 0.
func possessive(s string) int {
	for _, suffix := range [...]string{"'s", "’s", "'S", "’S"} {
		if strings.HasSuffix(s, suffix) {
			return len(s) - len(suffix)
		}
	}
	return 0
}

// Split returns the pieces of the space-separated tokens of s.
func Split(s string) []string {
	var pieces []string
	for _, t := range strings.Fields(s) {
		Pieces(t, func(a, b int) { pieces = append(pieces, t[a:b]) })
	}
	return pieces
}
