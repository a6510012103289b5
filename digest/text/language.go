package text

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// languageSample is how many bytes of a text Language reads.
const languageSample = 3000

// Language returns the BCP 47 code of the language that s is written in, or ""
// where it cannot be told. The script decides first; within the Latin script
// frequent words, endings and letters do. A headline of six words mostly is enough.
func Language(s string) string {
	if len(s) > languageSample {
		s = s[:languageSample]
	}
	var v votes
	for i := 0; i < len(s); {
		r, n := decode(s, i)
		if !unicode.IsLetter(r) {
			i += n
			continue
		}
		if script := scriptOf(r); script != latin {
			v.scripts[script]++
			next, _ := decode(s, i+n)
			v.letter(r, next)
			i += n
			continue
		}
		i += v.word(s[i:])
	}
	return v.decide()
}

// script is a writing system that Language tells apart.
type script uint8

const (
	latin script = iota
	cyrillic
	arabic
	han
	kana
	otherScript // the first of oneLanguage
)

// oneLanguage holds the scripts that stand for one language, or for one far
// before others.
var oneLanguage = [...]struct {
	table *unicode.RangeTable
	code  string
}{
	{unicode.Hangul, "ko"}, {unicode.Greek, "el"}, {unicode.Hebrew, "he"}, {unicode.Devanagari, "hi"},
	{unicode.Thai, "th"}, {unicode.Bengali, "bn"}, {unicode.Tamil, "ta"}, {unicode.Telugu, "te"},
	{unicode.Gujarati, "gu"}, {unicode.Kannada, "kn"}, {unicode.Malayalam, "ml"}, {unicode.Gurmukhi, "pa"},
	{unicode.Sinhala, "si"}, {unicode.Myanmar, "my"}, {unicode.Khmer, "km"}, {unicode.Lao, "lo"},
	{unicode.Georgian, "ka"}, {unicode.Armenian, "hy"}, {unicode.Ethiopic, "am"},
}

func scriptOf(r rune) script {
	switch {
	case r < 0x370:
		return latin
	case unicode.Is(unicode.Cyrillic, r):
		return cyrillic
	case unicode.Is(unicode.Arabic, r):
		return arabic
	case unicode.Is(unicode.Han, r):
		return han
	case unicode.Is(unicode.Hiragana, r), unicode.Is(unicode.Katakana, r):
		return kana
	}
	for i, s := range oneLanguage {
		if unicode.Is(s.table, r) {
			return otherScript + script(i)
		}
	}
	return latin
}

// votes counts what speaks for each language.
type votes struct {
	scripts  [int(otherScript) + len(oneLanguage)]int
	latin    [len(latinLanguages)]float64
	words    int // in Latin script
	cyrillic marks
	arabic   marks
}

// marks counts the letters that only some languages of a script have.
type marks [4]int

// letter counts a letter of Cyrillic or Arabic script, given the next one: the
// hard sign is a vowel in Bulgarian, and stands before vowels in Russian.
func (v *votes) letter(r, next rune) {
	switch unicode.ToLower(r) {
	case 'ы', 'э', 'ё':
		v.cyrillic[0]++
	case 'і', 'ї', 'є', 'ґ':
		v.cyrillic[1]++
	case 'ъ':
		if strings.ContainsRune("еёюя", next) {
			v.cyrillic[0]++
		} else {
			v.cyrillic[2]++
		}
	case 'ј', 'љ', 'њ', 'ћ', 'ђ', 'џ':
		v.cyrillic[3]++
	case 'پ', 'چ', 'ژ', 'گ', 'ک', 'ی':
		v.arabic[0]++
	case 'ٹ', 'ڈ', 'ڑ', 'ے', 'ں':
		v.arabic[1]++
	case 'ة', 'ي', 'ى', 'ك':
		v.arabic[2]++
	}
}

// word counts the word of Latin letters that s begins with and returns its
// length in bytes.
func (v *votes) word(s string) int {
	var low [24]byte
	b := low[:0]
	end := 0
	for end < len(s) {
		r, n := decode(s, end)
		if r < utf8.RuneSelf && ascii[r] != letter || r >= utf8.RuneSelf && (!unicode.IsLetter(r) || scriptOf(r) != latin) {
			break
		}
		end += n
		if r = unicode.ToLower(r); r >= utf8.RuneSelf {
			v.add(languageCues.letters[r], 0.5)
		}
		if len(b)+utf8.UTFMax <= cap(b) {
			b = utf8.AppendRune(b, r)
		}
	}
	if end == 0 { // a letter of a script not known here
		_, n := decode(s, 0)
		return n
	}
	v.scripts[latin] += len(b)
	v.words++
	if c := languageCues.words[string(b)]; c != 0 {
		v.add(c, 1)
		return end
	}
	for n := min(5, len(b)-3); n >= 2; n-- {
		if c := languageCues.endings[string(b[len(b)-n:])]; c != 0 {
			v.add(c, 0.4)
			break
		}
	}
	return end
}

// add splits a vote among the languages of c.
func (v *votes) add(c cue, weight float64) {
	share := weight / float64(max(1, bits.OnesCount32(uint32(c))))
	for ; c != 0; c &= c - 1 {
		v.latin[bits.TrailingZeros32(uint32(c))] += share
	}
}

// decide returns the code of the language with the most votes.
func (v *votes) decide() string {
	best := latin
	for i, n := range v.scripts {
		if n > v.scripts[best] {
			best = script(i)
		}
	}
	if cjk := v.scripts[han] + v.scripts[kana]; cjk > 0 && cjk*2 > v.scripts[best] {
		if v.scripts[kana]*20 > v.scripts[han] {
			return "ja"
		}
		return "zh"
	}
	switch {
	case v.scripts[best] == 0:
		return ""
	case best == cyrillic:
		return v.decideCyrillic()
	case best == arabic:
		return v.decideArabic()
	case best >= otherScript:
		return oneLanguage[best-otherScript].code
	}
	return v.decideLatin()
}

func (v *votes) decideCyrillic() string {
	m := v.cyrillic
	switch {
	case m[3]*20 > v.scripts[cyrillic]:
		return "sr"
	case m[1] > m[0]:
		return "uk"
	case m[0] == 0 && m[2] > 0:
		return "bg"
	}
	return "ru"
}

func (v *votes) decideArabic() string {
	m := v.arabic
	switch {
	case m[1] > 0 && m[1] >= m[2]:
		return "ur"
	case m[0] > m[2]:
		return "fa"
	}
	return "ar"
}

// A language in Latin script is told if it has this many votes, this share of
// the words, and this much more than the next. Foreign words in an English
// headline are commoner than the reverse, so other languages need more votes.
const (
	minVotes        = 0.5
	minForeignVotes = 1.2
	minShare        = 0.06
	minMargin       = 1.15
)

func (v *votes) decideLatin() string {
	best, second := -1, 0.0
	for i, n := range v.latin {
		if best < 0 || n > v.latin[best] {
			if best >= 0 {
				second = v.latin[best]
			}
			best = i
		} else {
			second = max(second, n)
		}
	}
	top := v.latin[best]
	least := minForeignVotes
	if latinLanguages[best].code == "en" {
		least = minVotes
	}
	if top < least || top < minShare*float64(v.words) || top < second*minMargin {
		return ""
	}
	return latinLanguages[best].code
}
