package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// minHeadline is the number of words from which on a sentence can be a headline.
const minHeadline = 3

// casing counts how the words of a sentence are written.
type casing struct {
	words   int // that begin with a letter and are longer than shortWord
	capital int // of words, begin with a capital
	upper   int // of words, are all capitals
}

// shortWord is the length in bytes up to which words stay small in headlines.
const shortWord = 3

func casingOf(tokens []string) (c casing) {
	for _, t := range tokens {
		r, size := utf8.DecodeRuneInString(t)
		if len(t) <= shortWord || !unicode.IsLetter(r) {
			continue
		}
		c.words++
		if unicode.IsUpper(r) {
			c.capital++
			if t[size:] == strings.ToUpper(t[size:]) {
				c.upper++
			}
		}
	}
	return c
}

// recase gives the words of a headline the case that they have in running
// text, so that it reads like a sentence: "JAPAN GET LUCKY WIN" becomes "Japan
// get lucky win", "Fed Raises Rates" becomes "Fed raises rates" (truecasing,
// Lita et al. 2003). Other sentences are returned as they are.
func (x *Extractor) recase(tokens []string) []string {
	c := casingOf(tokens)
	shouted := c.words > 0 && c.upper == c.words && (c.words > 1 || len(tokens) <= 2*minHeadline)
	if !shouted && (c.words < minHeadline || c.capital < c.words) {
		return tokens
	}
	out := make([]string, len(tokens))
	for i, t := range tokens {
		out[i] = x.usualForm(t, shouted)
	}
	return out
}

// usualForm returns a word of a headline as running text has it.
func (x *Extractor) usualForm(t string, shouted bool) string {
	first, size := utf8.DecodeRuneInString(t)
	if !unicode.IsUpper(first) || len(t) == size {
		return t
	}
	lower := strings.ToLower(t)
	usual := x.lexicon.CaseOf(lower)
	switch {
	case usual == CaseLower:
		return lower
	case !shouted, usual == CaseUpper, strings.Contains(t, "."), usual == CaseUnknown && len(t) <= shortWord+1:
		return t
	}
	return t[:size] + strings.ToLower(t[size:])
}
