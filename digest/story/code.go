package story

import (
	"regexp"
	"slices"
	"strings"

	"newsbot/digest/advisory"
)

// codes are those by which the titles of advisories, rules and cases tell what they are of from the
// next in their series, in order: "CVE-2026-48113", "RHSA-2026:1044".
type codes []string

var (
	// issue matches the number of the issue behind that of an advisory: "USN-7301-2" mends "USN-7301-1", but "MFSA-2026-2" is
	// another of that year.
	issue = regexp.MustCompile(`^([A-Z]+-(?:\d{3}|[013-9]\d{3}|2[1-9]\d{2}|\d{5,6}))-\d$`)

	hyphens = strings.NewReplacer("\u2010", "-", "\u2011", "-")
)

// codesOf returns the codes in a title.
func codesOf(title string) codes {
	found := advisory.Code.FindAllString(hyphens.Replace(title), -1)
	for i, c := range found {
		c = strings.ReplaceAll(strings.ToUpper(c), " ", "-") // "MFSA 2026-12" is "MFSA-2026-12"
		found[i] = issue.ReplaceAllString(c, "$1")
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// seriesOf returns the letters that a code begins with.
func seriesOf(code string) string { return code[:strings.IndexAny(code, "-/#")] }

// differ reports whether two stories have codes of one series and none in common: an advisory
// differs from the next in little else.
func (c codes) differ(other codes) bool {
	for _, own := range c {
		if slices.Contains(other, own) {
			return false
		}
	}
	return slices.ContainsFunc(c, func(own string) bool {
		return slices.ContainsFunc(other, func(code string) bool { return seriesOf(code) == seriesOf(own) })
	})
}

// union returns what a and b hold, which are in order, in order and each once.
func union[S ~[]string](a, b S) S {
	if len(b) == 0 {
		return a
	}
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}
