package keypoint

import (
	"regexp"
	"slices"
	"strings"

	"newsbot/digest/text"
)

// isFirst matches what calls something a first: "is the first woman to lead", "the first win since 1972", "For the first time a woman",
// and not "rose in the first half to" or "the first lady went to".
var isFirst = regexp.MustCompile(`\b(?i:for the first time),? an? |(?:\b(?:is|are|was|were|be|been|become|becomes|became|becoming|as|it)|['’]s|,) the first (?:[\pL-]+ ){1,3}to\b` +
	`|\bfirst (?:[\pL-]+ ){1,3}(?:since (?:\S+ )?\d{4}|in (?:history|decades|a century|[\d\pL]+ years))\b`)

// firsts marks the candidates that call something a first, where the title of one of their articles does so.
func firsts(candidates []Candidate) []bool {
	marks := make([]bool, len(candidates))
	if !slices.ContainsFunc(candidates, func(c Candidate) bool { return slices.Contains(strings.Fields(text.Fold(c.Title)), "first") }) {
		return marks
	}
	for i, c := range candidates {
		marks[i] = isFirst.MatchString(c.Text)
	}
	return marks
}
