package figure

import (
	"math"
	"strconv"
	"strings"
)

// Bound is how a number is meant.
type Bound int

const (
	Exactly Bound = iota
	AtLeast       // that many or more
	AtMost        // that many or fewer
	About         // a tenth more or fewer
)

// bounds are the words before a number that tell how it is meant.
var bounds = map[string]Bound{
	"at least": AtLeast, "more than": AtLeast, "over": AtLeast, "no fewer than": AtLeast, "no less than": AtLeast,
	"not fewer than": AtLeast, "not less than": AtLeast, "just over": AtLeast,
	"fewer than": AtMost, "less than": AtMost, "as many as": AtMost, "up to": AtMost, "no more than": AtMost, "not more than": AtMost,
	"at most": AtMost, "possibly": AtMost, "perhaps": AtMost,
	"about": About, "around": About, "some": About, "nearly": About, "almost": About, "an estimated": About,
	"approximately": About, "roughly": About, "close to": About, "just under": About,
}

var values = map[string]float64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
	"seventy": 70, "eighty": 80, "ninety": 90,
	"hundred": 100, "thousand": 1000, "lakh": 1e5, "million": 1e6, "crore": 1e7,
}

// parse reads a number with what goes before it ("at least 1,200", "sixty-one",
// "two thousand"). A year is none.
func parse(s string) (value float64, bound Bound, ok bool) {
	var before []string
	for word := range strings.FieldsSeq(strings.ToLower(s)) {
		v, is := parseWord(word)
		switch {
		case !is:
			before = append(before, word)
		case !ok:
			value, ok = v, true
		default:
			value = math.Round(value * v) // 1.1 million are no fraction more
		}
	}
	year := value >= 1900 && value < 2100 && !strings.Contains(s, ",") && !strings.Contains(s, " ")
	return value, bounds[strings.Join(before, " ")], ok && !year
}

// parseWord reads digits, a word, or two words with a hyphen, of which the
// second is added.
func parseWord(word string) (float64, bool) {
	if v, err := strconv.ParseFloat(strings.ReplaceAll(word, ",", ""), 64); err == nil && word[0] >= '0' && word[0] <= '9' {
		return v, true
	}
	tens, ones, compound := strings.Cut(word, "-")
	v, ok := values[tens]
	if compound {
		w, also := values[ones]
		return v + w, ok && also
	}
	return v, ok
}
