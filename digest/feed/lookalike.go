package feed

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// lookalikes are letters with the Latin one that each looks like: of Cyrillic, of Greek,
// and what looks like a small l.
const lookalikes = "АA ВB ЕE ЅS Іl ЈJ КK МM НH ОO РP СC ТT УY ХX аa еe ѕs іl јj кk оo рp сc уy хx һh ԁd ԛq ԝw " +
	"ΑA ΒB ΕE ΖZ ΗH Ιl ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX αa ιl κk νv οo ρp τt υu χx " +
	"ıl Il il"

// latin are the Latin letters that others look like, by those.
var latin = sync.OnceValue(func() map[rune]rune {
	out := make(map[rune]rune)
	for pair := range strings.FieldsSeq(lookalikes) {
		r, size := utf8.DecodeRuneInString(pair)
		out[r], _ = utf8.DecodeRuneInString(pair[size:])
	}
	return out
})

// look returns the words of a name as they look: in small letters and digits, without
// accents and what cannot be seen, and in Latin letters where they look like some.
func look(name string) []string {
	name = norm.NFKD.String(strings.Map(dropMark, name))
	name = strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Mn, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point) || r == '\'' || r == '’' {
			return -1
		}
		if like, ok := latin()[r]; ok {
			r = like
		}
		return unicode.ToLower(r)
	}, name)
	return strings.FieldsFunc(name, isGap)
}

// isGap tells what stands between words.
func isGap(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// dropMark drops what owners put behind a name, which NFKD would make letters of.
func dropMark(r rune) rune {
	if strings.ContainsRune("™®©℠", r) {
		return -1
	}
	return r
}
