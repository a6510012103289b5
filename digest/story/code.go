package story

import (
	"regexp"
	"slices"
	"strings"
)

// codes are those by which the titles of advisories, rules and cases tell what they are of from the
// next in their series, in order: "CVE-2026-48113", "RHSA-2026:1044".
type codes []string

// code matches a code: the letters of its series, the year, the number in it.
var code = regexp.MustCompile(`\b[A-Z]{2,8}-(?:19|20)\d\d[-:]\d{2,7}\b`)

// codesOf returns the codes in a title.
func codesOf(title string) codes {
	found := code.FindAllString(title, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// differ reports whether two stories have codes of one series and none in common: an advisory
// differs from the next in little else.
func (c codes) differ(other codes) bool {
	for _, own := range c {
		if slices.Contains(other, own) {
			return false
		}
	}
	return slices.ContainsFunc(c, func(own string) bool {
		series, _, _ := strings.Cut(own, "-")
		return slices.ContainsFunc(other, func(code string) bool { return strings.HasPrefix(code, series+"-") })
	})
}

// plus returns the codes of both.
func (c codes) plus(other codes) codes {
	if len(other) == 0 {
		return c
	}
	all := slices.Concat(c, other)
	slices.Sort(all)
	return slices.Compact(all)
}
