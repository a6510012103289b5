package story

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"newsbot/digest/advisory"
)

// codes are those by which the titles of advisories, rules and cases tell what they are of from the
// next in their series, in order: "CVE-2026-48113", "RHSA-2026:1044"; and so the parts of races and matches, "STAGE-3".
type codes []string

var (
	// issue matches the number of the issue behind that of an advisory: "USN-7301-2" mends "USN-7301-1", but "MFSA-2026-2" is
	// another of that year.
	issue = regexp.MustCompile(`^([A-Z]+-(?:\d{3}|[013-9]\d{3}|2[1-9]\d{2}|\d{5,6}))-\d$`)

	hyphens = strings.NewReplacer("\u2010", "-", "\u2011", "-")

	// part matches the number of a part behind or before what is told part by part: "stage 3", "third Test", but not "nurses
	// stage one-day strike".
	part = regexp.MustCompile(`(?i)\b(?:(stage|game|race|leg) (\d{1,2}|` + numerals + `)(?:[^-\pL\d]|$)|(\d{1,2}(?:st|nd|rd|th)|` + ordinals + `)[ -](stage|game|race|leg|test)\b)`)
)

// numerals and ordinals are in order, from 1.
const (
	numerals = "one|two|three|four|five|six|seven|eight|nine|ten"
	ordinals = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
)

// codesOf returns the codes in a title.
func codesOf(title string) codes {
	found := advisory.Code.FindAllString(hyphens.Replace(title), -1)
	for i, c := range found {
		c = strings.ReplaceAll(strings.ToUpper(c), " ", "-") // "MFSA 2026-12" is "MFSA-2026-12"
		found[i] = issue.ReplaceAllString(c, "$1")
	}
	for _, m := range part.FindAllStringSubmatch(title, -1) {
		found = append(found, strings.ToUpper(m[1]+m[4])+"-"+ordinal(strings.ToLower(m[2]+m[3])))
	}
	return distinct(found)
}

// ordinal returns the digits of a number of a part: "3" of "three", "third" and "3rd".
func ordinal(word string) string {
	for _, list := range []string{numerals, ordinals} {
		if at := slices.Index(strings.Split(list, "|"), word); at >= 0 {
			return strconv.Itoa(at + 1)
		}
	}
	return strings.TrimRight(word, "stndrh")
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
	return distinct(slices.Concat([]string(a), b))
}
