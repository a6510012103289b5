package entity

import (
	"regexp"
	"slices"
	"strings"

	"newsbot/digest/advisory"
	"newsbot/digest/text"
)

// codeIn returns which of the pieces of a name are a code that others stand beside, as in "GHSA-7x2p-9q4m-1abc: Path
// traversal" and "Debian Security Advisory DSA-6012-1", if any are.
func codeIn(pieces []string) text.Span {
	if colon := slices.Index(pieces, ":"); colon > 0 && advisory.IsCode(strings.Join(pieces[:colon], "")) {
		return text.Span{End: colon}
	}
	for i := 1; i < len(pieces)-2 && isDigit(pieces[len(pieces)-1][0]); i++ {
		if isAcronym(pieces[i]) && advisory.IsCode(strings.Join(pieces[i:], "")) {
			return text.Span{Start: i, End: len(pieces)}
		}
	}
	return text.Span{}
}

var (
	// weakness matches the number of a kind of flaws, which many have: "CWE-79".
	weakness = regexp.MustCompile(`^(?:CWE|CAPEC)-\d+$`)

	// release matches a release that more than its number tells: "5.0.0-M1", "4.9.1-2+deb13u1".
	release = regexp.MustCompile(`^v?\d+\.\d[-+.~\w]*$`)
)

// isTechnical reports whether a name in the document s is a piece of what names nothing there: a vector of CVSS, part of
// a code, an identifier ("max_parallel", "parse()"), a release.
func (p *pieces) isTechnical(s string, n *name) bool {
	if slices.ContainsFunc(p.texts[n.first:n.last], isIdentifier) || strings.HasPrefix(s[n.End:], "()") {
		return true
	}
	if strings.HasPrefix(n.form, "C") && weakness.MatchString(n.form) || p.isOfAdvisory(n) || n.form == "LTS" && isRelease(p.before(n.Sentence, n.first, 1)) {
		return true
	}
	word := wordAround(s, n.Span)
	return strings.Contains(word, "/") && advisory.Vector.MatchString(word) || strings.ContainsAny(word[:1], "v0123456789") && release.MatchString(word) ||
		word != n.form && advisory.IsCode(word)
}

// isIdentifier reports whether a word is written as programs write theirs: "max_parallel".
func isIdentifier(word string) bool {
	return strings.Contains(strings.Trim(word, "_"), "_") && !strings.Contains(word, "@")
}

// isOfAdvisory reports whether a name is the series of an advisory before its number, "DSA 6012-1", or how severe
// brackets say that a flaw is: "(CVE-2026-48002, Medium)".
func (p *pieces) isOfAdvisory(n *name) bool {
	if advisory.IsSeries(n.form) {
		next := p.after(n.Sentence, n.last, 0)
		return next != "" && isDigit(next[0])
	}
	if !severities.Has(n.form) || p.before(n.Sentence, n.first, 1) != "," {
		return false
	}
	number := p.before(n.Sentence, n.first, 2)
	return number != "" && isDigit(number[0]) && p.before(n.Sentence, n.first, 3) == "-"
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

var severities = text.WordSet(`Critical High Important Low Medium Moderate`)

// wordAround returns what stands between blanks and brackets around part of a text, without marks at its end. It looks no
// farther than any code or vector goes: there are texts without blanks.
func wordAround(s string, at text.Span) string {
	const ends, farthest = " \t\n()[]<>\"'`,;", 200
	start, end := max(0, at.Start-farthest), min(len(s), at.End+farthest)
	start += strings.LastIndexAny(s[start:at.Start], ends) + 1
	if i := strings.IndexAny(s[at.End:end], ends); i >= 0 {
		end = at.End + i
	}
	return strings.TrimRight(s[start:end], ":.")
}

// isCredited reports whether a name of two words stands where an advisory says who found the flaw: "Credit: Ada Lind",
// "reported by Ada Lind".
func (p *pieces) isCredited(n *name) bool {
	before, head := p.before(n.Sentence, n.first, 1), strings.ToLower(p.before(n.Sentence, n.first, 2))
	return n.last-n.first == 2 && (before == ":" && strings.HasPrefix(head, "credit") || before == "by" && finds.Has(head))
}

var finds = text.WordSet(`discovered found reported`)
