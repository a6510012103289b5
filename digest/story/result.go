package story

import (
	"regexp"
	"strconv"
)

// result is how a match ended, as a title tells it: "Sund 2-1 Esbjerg", "Sund 2 Esbjerg 1".
type result struct {
	told        bool
	most, least int
}

// results are the forms of results: with both numbers between the names, and with each behind its
// own, at the beginning of a title.
var results = regexp.MustCompile(`\p{Lu}\S* (\d{1,3})[-–](\d{1,3}) \p{Lu}|` +
	`^\p{Lu}[\p{L}.'’& -]* (\d{1,2}|1\d\d),? \p{Lu}[\p{L}.'’& -]* (\d{1,2}|1\d\d)(?:$|[:;,]| \()`)

// resultOf returns the result that a title tells.
func resultOf(title string) result {
	m := results.FindStringSubmatch(title)
	if m == nil {
		return result{}
	}
	a, _ := strconv.Atoi(m[1] + m[3])
	b, _ := strconv.Atoi(m[2] + m[4])
	return result{true, max(a, b), min(a, b)}
}

// differs reports whether two results are of two matches: a team plays many, which have
// much in common.
func (r result) differs(other result) bool {
	return r.told && other.told && r != other
}
