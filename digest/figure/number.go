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
}

var scales = map[string]float64{"hundred": 100, "thousand": 1000, "lakh": 1e5, "million": 1e6, "crore": 1e7}

// parse reads a number with what goes before it ("at least 1,200", "sixty-one",
// "two thousand five hundred"). A year is none, and neither is "nine-ten".
func parse(s string) (value float64, bound Bound, ok bool) {
	var before []string
	var n numeral
	for word := range strings.FieldsSeq(strings.ReplaceAll(strings.ToLower(s), "-", " ")) {
		if scale, is := scales[word]; is {
			n.multiply(scale)
		} else if v, is := parseWord(word); is {
			if ok = n.add(v); !ok {
				return 0, 0, false
			}
		} else if word != "and" {
			before = append(before, word)
		}
	}
	value = n.whole + n.rest
	year := value >= 1900 && value < 2100 && !strings.Contains(s, ",") && !strings.Contains(s, " ")
	return value, bounds[strings.Join(before, " ")], ok && !year
}

// parseExact reads the number of what is counted one by one, parseRounded one that may be rounded.
func parseExact(s string) (f Figure, ok bool) {
	f.Value, f.Bound, ok = parse(s)
	return f, ok
}

func parseRounded(s string) (f Figure, ok bool) {
	f, ok = parseExact(s)
	f.Step = lastPlace(f.Value)
	return f, ok
}

// parseWord reads digits or a word for less than a hundred.
func parseWord(word string) (float64, bool) {
	if v, err := strconv.ParseFloat(strings.ReplaceAll(word, ",", ""), 64); err == nil && word[0] >= '0' && word[0] <= '9' {
		return v, true
	}
	v, ok := values[word]
	return v, ok
}

// numeral is a number that is read word by word: the thousands and what is more, and the rest.
type numeral struct{ whole, rest float64 }

// add adds a word's value, unless the words before leave no place for it.
func (n *numeral) add(v float64) bool {
	last := int(n.rest) % 100
	if last != 0 && (last < 20 || last%10 != 0 || v >= 10) {
		return false
	}
	n.rest += v
	return true
}

func (n *numeral) multiply(scale float64) {
	n.rest = math.Round(n.rest * scale) // 1.1 million are no fraction more
	if scale > 100 {
		n.whole, n.rest = n.whole+n.rest, 0
	}
}
