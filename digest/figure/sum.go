package figure

import (
	"cmp"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A sum of money is compared only where sentences tell what it is: the price of a company or
// a fine.

// bound finds the words before a number that tell how it is meant.
var bound = `(?:(?i:` + strings.Join(slices.Sorted(maps.Keys(bounds)), "|") + `) )?`

// sum is a sum of money: "about $4.2 billion", "€310m", "3.1 billion euros".
var (
	sum = `(` + bound + `(?:(?:[A-Z]{1,2})?[$€£¥₹]` + digits + `(?: ?(?i:` + scale + `)\b)?|` + digits + ` ?(?i:` + scale + `) (?:` + strings.Join(slices.Sorted(maps.Keys(currencies)), "|") + `)\b))`

	digits = `\d+(?:,\d{3})*(?:\.\d+)?`
	scale  = strings.Join(slices.Sorted(maps.Keys(sumScales)), "|")
)

// currencies are those that are told in words.
var currencies = map[string]string{"euros": "€", "dollars": "$", "pounds": "£", "yen": "¥", "rupees": "₹"}

var sumScales = map[string]float64{
	"thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12, "trn": 1e12,
	"lakh": 1e5, "crore": 1e7,
}

// sumParts takes a sum apart: what stands before it, the currency, the number and its scale.
var sumParts = regexp.MustCompile(`^(.*?) ?([A-Z]{0,2}[$€£¥₹])?(\d[\d,]*(?:\.(\d+))?) ?(\pL*)(?: (\pL+))?$`)

// raised finds that somebody offers more than before.
const raised = `(?:rais|increas|sweeten|improv|lift)(?:es|ed|ing|s)? (?:its |the |their |takeover |cash ){0,2}(?:offer|bid)`

// money is a kind of which sums are told.
func money(what, stems, before, behind string) kind {
	return kind{
		what: what, stems: strings.Split(stems, ","),
		before: matching(`\b(?i:` + before + `) ` + sum),
		behind: matching(`(?:^|[^\pL\pN])` + sum + `(?: [\pL-]+){0,2}?[ -](?i:` + behind + `)\b`),
		read:   parseSum,
		where:  soleSum,
	}
}

// anySum finds sums of money.
var anySum = regexp.MustCompile(sum)

// otherSum finds what makes a sum another one than that at which a thing changes hands, or for which
// somebody is punished: by the piece, with debts, offered before.
var otherSum = regexp.MustCompile(`(?i)\b(?:debts?|equity|valued|stake|reject\w*|rais\w+|increas\w+|initial\w*|earlier|previous\w*|original\w*|sweeten\w*|rival|up from|down from|could|might|would|appeal\w*|overturn\w*|reduc\w+|suspended|total\w*|each)\b`)

// piecemeal finds what stands behind the sum for one of many.
var piecemeal = regexp.MustCompile(`^ ?(?i:an?|per|each|apiece)\b`)

// soleSum reports whether a sentence tells of the sum at a match, and surely of none like it.
func soleSum(sentence string, m []int) (where string, ok bool) {
	told, _ := parseSum(sentence[m[2]:m[3]])
	for _, at := range anySum.FindAllStringIndex(sentence, -1) {
		if other, _ := parseSum(sentence[at[0]:at[1]]); at[0] != m[2] && isClose(told.Value, other.Value) {
			return "", false
		}
	}
	behind := sentence[m[3]:]
	return "", !piecemeal.MatchString(behind) && !otherSum.MatchString(behind) && !otherSum.MatchString(sentence[:m[2]])
}

// wholeSum reports whether the sum at a match is for all of a thing.
func wholeSum(sentence string, m []int) (where string, ok bool) {
	return "", !piecemeal.MatchString(sentence[m[3]:])
}

// parseSum reads a sum with what goes before it ("about $4.2 billion").
func parseSum(s string) (f Figure, ok bool) {
	parts := sumParts.FindStringSubmatch(s)
	if parts == nil {
		return f, false
	}
	scale := 1.0
	if parts[5] != "" {
		scale = sumScales[strings.ToLower(parts[5])]
	}
	f.Bound, f.Unit = bounds[strings.ToLower(parts[1])], cmp.Or(strings.TrimPrefix(parts[2], "US"), currencies[parts[6]])
	f.Value, _ = strconv.ParseFloat(strings.ReplaceAll(parts[3], ",", ""), 64)
	f.Step = math.Pow10(-len(parts[4]))
	if parts[4] == "" {
		f.Step = lastPlace(f.Value)
	}
	f.Value, f.Step = math.Round(f.Value*scale*100)/100, f.Step*scale // 4.1 billion is no fraction less
	return f, f.Value > 0
}

// lastPlace returns what the last digit of a whole number stands for that is not 0: 100 for 6,200.
func lastPlace(n float64) float64 {
	step := 1.0
	for n > 0 && math.Mod(n, 10*step) == 0 {
		step *= 10
	}
	return step
}

// farApart is how many times as much as another one a sum or a number of jobs must be to be of
// something else most likely.
const farApart = 1.5

// isClose reports whether two numbers may be of one thing.
func isClose(a, b float64) bool { return max(a, b) <= farApart*min(a, b) }
