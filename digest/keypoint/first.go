package keypoint

import (
	"regexp"
	"slices"
	"strings"

	"newsbot/digest/text"
)

// isFirst matches what calls something a first: "the first woman to lead", "the first win since 1972", "For the first time a woman".
var isFirst = regexp.MustCompile(`\b(?i:for the first time),? an? |\bfirst (?:[\pL-]+ ){1,3}(?:to|since (?:\S+ )?\d{4}|in (?:history|decades|a century|[\d\pL]+ years))\b`)

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
