package keypoint

import "newsbot/digest/text"

// honorifics stand before a surname and introduce nobody.
var honorifics = text.WordSet(`mr mrs ms miss dr sir lord lady dame`)

// introductions returns the last words of all names of two words or more, folded.
func (a *article) introductions() map[string]bool {
	out := map[string]bool{}
	for _, s := range a.Sentences {
		for i := s.First + 1; i < s.Last; i++ {
			if a.inFull(i, s.First) && (i+1 == s.Last || !isName(a.word(i+1))) {
				out[a.low[i]] = true
			}
		}
	}
	return out
}

// inFull reports whether token i goes on with the name that the token before it, at
// first or behind it, began.
func (a *article) inFull(i, first int) bool {
	if i == first || !isName(a.word(i)) || !isName(a.word(i-1)) {
		return false
	}
	before := a.low[i-1]
	return !honorifics[before] && (i-1 > first || !openers[before] && before != "the")
}

// hasStranger reports whether tokens first to last name somebody by a surname that
// is said in full elsewhere, but neither by them nor in the title.
func (a *article) hasStranger(first, last int) bool {
	for i := first; i < last; i++ {
		if !isName(a.word(i)) || !a.introduced[a.low[i]] || a.inFull(i, first) || i+1 < last && isName(a.word(i+1)) {
			continue
		}
		if !a.isKnown(i, first) {
			return true
		}
	}
	return false
}

// isKnown reports whether the name at token i is said in full from first on before
// it, or stands in the title.
func (a *article) isKnown(i, first int) bool {
	for k := first; k < i; k++ {
		if a.low[k] == a.low[i] && a.inFull(k, first) {
			return true
		}
	}
	for k := 0; k < len(a.Tokens) && a.Tokens[k].End <= a.Title.End; k++ {
		if a.low[k] == a.low[i] {
			return true
		}
	}
	return false
}
