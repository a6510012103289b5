package keypoint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newsbot/digest/text"
)

// isLower reports whether a word begins with a small letter, isWord whether it
// begins with a letter and is no abbreviation.
func isLower(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

func isWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLetter(r) && !strings.HasSuffix(w, ".")
}

// isInitial reports whether w is a capital letter and a stop.
func isInitial(w string) bool {
	return len(w) == 2 && w[1] == '.' && 'A' <= w[0] && w[0] <= 'Z'
}

// isPlural reports whether a word looks like a noun in the plural.
func isPlural(w string) bool {
	return len(w) > 4 && isLower(w) && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
}

// isPerson reports whether w may be the noun of a person: "minister", "driver", not "film".
func isPerson(w string) bool {
	return mayBe(w, persons, things, "er", "or", "ist", "man", "ian", "ess")
}

// mayBe reports whether w is one of some nouns or, if it is none of others, ends as most
// of them do.
func mayBe(w string, nouns, others *text.Words, ends ...string) bool {
	if nouns.Has(w) {
		return true
	}
	for _, end := range ends {
		if strings.HasSuffix(w, end) {
			return len(w) >= 5 && !others.Has(w)
		}
	}
	return false
}

// isName reports whether a word within a sentence begins with a capital.
func isName(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && len(w) > n
}
