package keypoint

import (
	"regexp"
	"slices"
	"strings"

	"newsbot/digest/advisory"
	"newsbot/digest/text"
)

// Advisories tell in lines and labels what others tell in sentences, and call what they are of "this issue": which
// versions have a flaw, which mend it and how bad it is.

var (
	// version matches one: "3.2.1", "v5.0.0-M1", "4.9.1-2+deb13u1", "2.x".
	version = regexp.MustCompile(`\bv?\d+\.(?:\d|x\b)`)

	// versionLabel and severityLabel match lines that tell which versions have a flaw, which mend it, and how bad it is.
	versionLabel  = regexp.MustCompile(`^(?i:(?:affected|vulnerable|patched|fixed|corrected)(?: (?:versions?|releases?|products?|in))*) ?:`)
	severityLabel = regexp.MustCompile(`^(?i:severity) ?: ?\w|\bCVSS\b.{0,20}\b\d{1,2}\.\d\b|(?i:security impact of) \w`)
)

// readFlaws finds whether a text tells of flaws in software by their numbers, and of how many.
func (a *article) readFlaws() {
	var numbers []string
	if strings.Contains(a.Text, "CVE-") || strings.Contains(a.Text, "GHSA-") { // soon told
		numbers = advisory.Flaw.FindAllString(a.Text, -1)
	}
	a.advisory = len(numbers) > 0 || advisory.IsTitle(a.Title.In(a.Text))
	a.severity = slices.IndexFunc(a.Sentences, func(s text.Sentence) bool {
		return a.advisory && s.Paragraph > 0 && severityLabel.MatchString(s.In(a.Text))
	})
	a.manyFlaws = slices.ContainsFunc(numbers, func(n string) bool { return n[:4] == numbers[0][:4] && n != numbers[0] })
}

// notice returns the candidate that sentence i of an advisory begins, though it is no sentence that stands by itself; ok is
// false where a reader does not want it told.
func (a *article) notice(i int) (c candidate, ok bool) {
	if !a.advisory {
		return c, false
	}
	s := a.Sentences[i]
	c = candidate{sentence: i, first: a.afterMark(s.First, s.Last), last: a.beforeVector(s), notice: true}
	if c.last-c.first < leastNotice {
		return c, false
	}
	told := a.said(c.first, c.last)
	switch {
	case characters(told) > maxLength || strings.Contains(told, "://"):
		return c, false
	case versionLabel.MatchString(told) && a.isLine(i):
		if a.word(c.last-1) == ":" {
			c.last, c.sentence = a.behindItems(i), i+1 // the first item tells most
			if c.last == s.Last {
				return c, false
			}
		}
		return c, version.MatchString(a.said(c.first, c.last))
	case severityLabel.MatchString(told):
		return c, c.last-c.first < longestSeverity && i == a.severity
	}
	return c, characters(told) >= minLength && (a.opensParagraph(i) && a.isFlaw(c.first, c.last) || a.tellsFlaw(c.first, c.last))
}

// leastNotice is how many tokens "Severity: high" has.
const leastNotice = 3

// longestSeverity is how many tokens what tells how bad a flaw is has at most.
const longestSeverity = 16

// isLine reports whether sentence i is a line of its own.
func (a *article) isLine(i int) bool {
	return a.opensParagraph(i) && (i+1 == len(a.Sentences) || a.opensParagraph(i+1))
}

// behindItems returns the end of the list behind sentence i, or that of the sentence where none follows.
func (a *article) behindItems(i int) int {
	from, last := a.Tokens[a.Sentences[i].First].Start, a.Sentences[i].Last
	for _, s := range a.Sentences[i+1:] {
		if !isBullet(a.word(s.First)) || characters(a.Text[from:s.End]) > maxLength {
			break
		}
		last = s.Last
	}
	return last
}

// beforeVector returns the end of a sentence without the vector of CVSS in it and what leads up to that: "; the CVSS vector
// string is (AV:N/AC:L/PR:N)".
func (a *article) beforeVector(s text.Sentence) int {
	at := advisory.Vector.FindStringIndex(s.In(a.Text))
	if at == nil {
		return s.Last
	}
	for last := tokenFrom(a.Document, s.Start+at[0]); last > s.First; last-- {
		if w := a.word(last); (w == "(" || w == ";" || w == ",") && a.low[last-1] != "is" && a.low[last-1] != "vector" {
			return last
		}
	}
	return s.First
}

// isFlaw reports whether tokens first to last name a flaw with its number at one end: "CVE-2026-44170 Brekke gateway path
// traversal", "kernel: use after free (CVE-2026-44170)".
func (a *article) isFlaw(first, last int) bool {
	if last-first < minWords || slices.Contains(a.low[first:min(first+3, last)], "id") || slices.ContainsFunc(a.low[first:last], handled.Has) {
		return false
	}
	told := a.said(first, last)
	at := advisory.Flaw.FindAllStringIndex(told, -1)
	if len(at) != 1 {
		return false
	}
	begin, rest := at[0][0], strings.TrimSuffix(told[at[0][1]:], ".")
	return begin == 0 || told[begin-1] == '(' && strings.IndexByte(rest, ')') == len(rest)-1
}

// tellsFlaw reports whether tokens first to last are a sentence that tells more of the flaw of the advisory, "this issue", or
// of its flaws, "these problems": which versions have it or mend it, or, where there is one alone, what it does.
func (a *article) tellsFlaw(first, last int) bool {
	told := a.said(first, last)
	if !isProse(told) || !a.begins(first) || !endsStatement(told) || a.addresses(first, last) || !a.balanced(first, last) || slices.ContainsFunc(a.low[first:last], handled.Has) {
		return false
	}
	if found := a.low[first:min(first+4, last)]; slices.Equal(found, []string{"it", "was", "discovered", "that"}) {
		return true
	}
	one, all := false, false
	for i := first; i+1 < last; i++ {
		if w := a.low[i]; w == "this" || w == "these" || w == "the" {
			one, all = one || wrong.Has(a.low[i+1]), all || wrongs.Has(a.low[i+1])
		}
	}
	if w := a.low[first]; one && !all && a.manyFlaws || w != "this" && w != "these" && danglers.Has(w) {
		return false
	}
	return (one || all) && (version.MatchString(told) && slices.ContainsFunc(a.low[first:last], mends.Has) || !a.manyFlaws && slices.ContainsFunc(a.low[first:last], may.Has))
}

var (
	wrong   = text.WordSet(`issue problem vulnerability flaw bug`)
	wrongs  = text.WordSet(`issues problems vulnerabilities flaws bugs`)
	mends   = text.WordSet(`affect affects affected fix fixed fixes patched corrected resolved addressed mended upgrade`)
	may     = text.WordSet(`could may might can allows lets`)
	handled = text.WordSet(`assigned reported tracked thank thanks`) // tell who did what with a flaw
)
