package story

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsbot/digest/text"
)

// releases are the names and numbers of versions that titles have: "lathe" and "9.0" of "Lathe 9.0 is out".
type releases []string

// version matches a name before the number of a version.
var version = regexp.MustCompile(`(?:^| )(\p{L}[\pL\pN]+) v?(\d+(?:\.\d+){1,3})(?:$|[:,;)]| )`)

// measures stand before or behind numbers that are of no version: "Magnitude 6.1", "3.5 Hours".
var measures = text.WordSet(`magnitude quake earthquake tremor million billion trillion mln bln bn percent per pct pc point points cent cents
	inch inches hours minutes seconds days years miles km metres meters feet kg tons tonnes degrees pounds dollars euros crowns times`)

// releasesOf returns the releases in a title.
func releasesOf(title string) (found releases) {
	if !hasDigit(title) {
		return nil
	}
	for _, m := range version.FindAllStringSubmatchIndex(title, -1) {
		name, number := title[m[2]:m[3]], title[m[4]:m[5]]
		next, _, _ := strings.Cut(strings.TrimSpace(spaced(title[m[5]:])), " ")
		if isNameAt(title, m[2]) && !measures.Has(text.Fold(name)) && !measures.Has(next) && len(text.Query(name)) > 0 {
			found = append(found, text.Fold(name), number)
		}
	}
	return distinct(found)
}

// hasDigit reports whether a title has a digit, without which it has neither a version nor a result.
func hasDigit(title string) bool { return strings.ContainsAny(title, "0123456789") }

// isNameAt reports whether a word of a title may be a name: it begins the title or with a capital.
func isNameAt(title string, at int) bool {
	first, _ := utf8.DecodeRuneInString(title[at:])
	return at == 0 || unicode.IsUpper(first)
}

// differ reports whether two stories are of releases that have neither name nor number in common.
func (r releases) differ(other releases) bool {
	return len(r) > 0 && len(other) > 0 && !slices.ContainsFunc(r, func(x string) bool { return slices.Contains(other, x) })
}
