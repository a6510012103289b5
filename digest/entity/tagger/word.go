package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// window is how many tokens to each side lend their features to a token.
const window = 2

// word is what there is to know about a word type, in any sentence. A Tagger
// keeps words in a cache, so that the features of a word and their weights are
// looked up once and not at each occurrence.
type word struct {
	text    string
	hash    uint64 // of text
	lower   uint64 // hash of the lower-cased text
	shape   uint64 // hash of the short shape
	row     int32  // in the lexicon, or -1
	cluster uint16 // finest cluster, 0 if unknown
	usual   Case
	classes Class // of the word alone
	capital bool  // begins with an upper-case letter
	upper   bool  // two and more letters, all upper-case
	digit   bool  // begins with a digit

	// scores holds the sum of the weights of the word's own features, as seen
	// from the tokens window before to window after it.
	scores [2*window + 1]scores
}

// newWord works out everything but the scores.
func (x *Extractor) newWord(text string) *word {
	lower := strings.ToLower(text)
	first, size := utf8.DecodeRuneInString(text)
	w := &word{
		text: text, hash: Hash(text), lower: Hash(lower), shape: Hash(shape(text)),
		usual:   x.lexicon.CaseOf(lower),
		capital: unicode.IsUpper(first), digit: unicode.IsDigit(first),
	}
	w.upper = len(text) > size && text == strings.ToUpper(text) && lower != text
	w.classes, w.row = x.known(w.hash)
	if w.upper && len(text) > shortWord && w.classes == 0 && w.row < 0 {
		w.classes, w.row = x.known(Hash(text[:size] + strings.ToLower(text[size:]))) // "NAIROBI"
	}
	if w.row >= 0 {
		w.cluster = x.lexicon.clusters[len(x.lexicon.clusters)-1][w.row]
	}
	return w
}

// known returns what the lists know of a word: its classes and its row in the
// lexicon, or -1.
func (x *Extractor) known(hash uint64) (Class, int32) {
	return x.gazetteer.classOf(keyOf(mix(0, hash))), x.lexicon.words.find(keyOf(hash))
}

// shape maps letters and digits to their class and joins equal neighbours:
// "McDonald's" is XxXx'x, "U.S." is X.X.
func shape(s string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range s {
		c := r
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '0'
		}
		if c != last {
			b.WriteRune(c)
		}
		last = c
	}
	return b.String()
}
