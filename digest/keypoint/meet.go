package keypoint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsbot/digest/text"
)

// meet notes for each candidate the surnames by which it names persons whom neither
// it nor the headline names in full, but another candidate does.
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
	for i, lone := range c.lone {
		c.lone[i] = slices.DeleteFunc(lone, func(surname string) bool { return !introduced[surname] })
	}
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
