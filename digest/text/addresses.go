package text

import (
	"strings"
	"unicode/utf8"
)

// addressLen returns the length of the URL that begins at s[start:], without
// the punctuation that ends the sentence around it, or 0.
func addressLen(s string, start int) int {
	switch s[start] {
	case 'h', 'H', 'w', 'W':
	default:
		return 0
	}
	rest := s[start:min(len(s), start+maxToken)]
	if !hasPrefixFold(rest, "http://") && !hasPrefixFold(rest, "https://") && !hasPrefixFold(rest, "www.") {
		return 0
	}
	end := 0
	for end < len(rest) && rest[end] > ' ' && !strings.ContainsRune(`"<>|\^{}`, rune(rest[end])) && rest[end] != 0x7f {
		if rest[end] >= 0x80 {
			if c, _ := classAt(rest, end); c != letter {
				break
			}
		}
		end++
	}
	for end > 0 && strings.IndexByte(".,;:!?'`)]*_", rest[end-1]) >= 0 {
		if rest[end-1] == ')' && strings.Contains(rest[:end-1], "(") {
			break
		}
		end--
	}
	if end <= len("www.") {
		return 0
	}
	for start+end < len(s) && !utf8.RuneStart(s[start+end]) {
		end--
	}
	return end
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
