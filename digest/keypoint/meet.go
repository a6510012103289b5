package keypoint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsbot/digest/text"
)

// meet notes for each candidate the surnames by which it names persons whom neither
// it nor the headline names in full, but another candidate does, or of whom its article does
// not say who they are where another's does.
func (c *chooser) meet(headline string, candidates []Candidate) {
	c.full = make([][]string, len(candidates))
	c.lone = make([][]string, len(candidates))
	introduced := map[string]bool{}
	for i, x := range candidates {
		for _, p := range x.Persons {
			surname := p[strings.LastIndexByte(p, ' ')+1:]
			if surname == "" {
				continue
			}
			switch named, full := bears(x.Text, surname); {
			case full:
				c.full[i] = append(c.full[i], surname)
				introduced[surname] = true
			case named:
				if known, _ := bears(headline, surname); !known {
					c.lone[i] = append(c.lone[i], surname)
				}
			}
		}
	}
	inFull := namedInFull(candidates)
	for i, x := range candidates {
		c.lone[i] = slices.DeleteFunc(c.lone[i], func(surname string) bool { return !introduced[surname] })
		for _, surname := range x.Surnames {
			known, _ := bears(headline, surname)
			if named, full := bears(x.Text, surname); named && !full && !known && inFull[surname] && isOf(x.Text, surname) {
				c.lone[i] = append(c.lone[i], surname)
			}
		}
	}
}

// isOf reports whether a sentence is of somebody whom it names by a surname and of whom it does not
// tell who it is: it begins with the name, or they say the rest; not "Mr Lind, the Chief Minister, said".
func isOf(sentence, surname string) bool {
	before, behind, _ := strings.Cut(sentence, surname+" ")
	verb, _, _ := strings.Cut(behind, " ")
	return behind != "" && (before == "" || honorifics.Has(text.Fold(strings.TrimSpace(before))) || reporting.Has(strings.TrimRight(verb, ".,:")))
}

// namedInFull returns the surnames of persons whom some articles name in full.
func namedInFull(candidates []Candidate) map[string]bool {
	out := map[string]bool{}
	for i, x := range candidates {
		if i == 0 || x.Order != candidates[i-1].Order {
			for _, p := range x.Persons {
				out[lastWord(p)] = true
			}
		}
	}
	return out
}

// meets reports whether those chosen introduce all whom candidate i names by a
// surname alone: the first of them, which is told first, or those that stand before it.
func (c *chooser) meets(i int, chosen []int) bool {
	for _, surname := range c.lone[i] {
		if !slices.ContainsFunc(chosen, func(j int) bool {
			return (j == chosen[0] || j < i) && slices.Contains(c.full[j], surname)
		}) {
			return false
		}
	}
	return true
}

// Introduced reports whether a reader knows who it is whom a point names by a surname: the
// headline names it, or a text told before the point names it in full.
func Introduced(surname, headline string, told []string) bool {
	if named, _ := bears(headline, surname); named {
		return true
	}
	return slices.ContainsFunc(told, func(s string) bool {
		_, full := bears(s, surname)
		return full
	})
}

// bears reports whether a sentence has a surname, and whether it has it in full
// somewhere: behind another name, or behind a role.
func bears(sentence, surname string) (named, full bool) {
	for at := 0; surname != "" && !full; {
		i := strings.Index(sentence[at:], surname)
		if i < 0 {
			break
		}
		at += i + len(surname)
		before, after := sentence[:at-len(surname)], sentence[at:]
		if r, _ := utf8.DecodeRuneInString(after); unicode.IsLetter(r) {
			continue
		}
		if r, _ := utf8.DecodeLastRuneInString(before); unicode.IsLetter(r) || r == '-' {
			continue
		}
		named = true
		given, ok := strings.CutSuffix(before, " ")
		given = given[strings.LastIndexByte(given, ' ')+1:]
		low := text.Fold(given)
		full = ok && isName(given) && !strings.HasSuffix(given, ",") && !honorifics.Has(low) && !openers.Has(low) && !functionWords.Has(low)
	}
	return named, full
}
