package story

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"newsbot/digest/text"
)

// result is how a match ended, as a title tells it: "Sund 2-1 Esbjerg", "Sund 2 Esbjerg 1".
type result struct {
	told        bool
	most, least int
}

// team matches a name of up to four words.
const team = `\p{Lu}[\p{L}.'’&-]*(?: [\p{Lu}&][\p{L}.'’&-]*){0,3}`

// results are the forms of results: with both numbers between the names, and with each behind its
// own, at the beginning of a title; pairs are two numbers with a hyphen.
var (
	results = regexp.MustCompile(`\p{Lu}\S* (\d{1,2}|1\d\d)[-–](\d{1,2}|1\d\d) \p{Lu}[\p{L}.'’&-]*|` +
		`^` + team + ` (\d{1,2}|1\d\d),? ` + team + ` (\d{1,2}|1\d\d)(?:$|[:;,]| \()`)
	pairs = regexp.MustCompile(`\d[-–]\d`)
)

// noTeams are words beside numbers that are no result, in titles whose words all have capitals:
// "Blast Kills 4, Injures 12", "Storm Brings 6-12 Inches of Snow", "Senate Votes 52-48 To Confirm".
var noTeams = text.WordSet(`to in of as at for on over after against and or with from by lead leads win wins loss victory defeat draw vote votes
	ruling decision inches feet miles degrees percent points years days hours kills killed dead dies injures injured hurts hurt wounds wounded
	leaves up top tops cases january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept
	oct nov dec`)

// resultOf returns the result that a title tells. Of several pairs of numbers, as in the Gaelic games'
// "Sund 1-19 Esbjerg 0-18", none is one.
func resultOf(title string) result {
	if !hasDigit(title) {
		return result{}
	}
	m := results.FindStringSubmatch(title)
	if m == nil || len(pairs.FindAllString(title, 2)) > 1 || slices.ContainsFunc(strings.Fields(spaced(m[0])), noTeams.Has) {
		return result{}
	}
	a, _ := strconv.Atoi(m[1] + m[3])
	b, _ := strconv.Atoi(m[2] + m[4])
	return result{true, max(a, b), min(a, b)}
}

// isLive reports whether a title says that what it tells of goes on, so that a match may still end otherwise.
func isLive(title string) bool {
	words := spaced(title)
	return strings.Contains(words, " live ") || strings.Contains(words, " half-time ")
}

// differs reports whether two results are of two matches: a team plays many, which have
// much in common.
func (r result) differs(other result) bool {
	return r.told && other.told && r != other
}
