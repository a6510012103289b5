package keypoint

import (
	"slices"

	"newsbot/digest/text"
)

// refersBack reports whether something further on among tokens first to last, outside of
// quotations, stands for what only a sentence before them names, which pointsBack does not find: "Several said", "Ada Lind denied that,",
// "Growth there stopped".
func (a *article) refersBack(first, last int) bool {
	if a.countsUntold(first, last) {
		return true
	}
	var q quotes
	for i := first; i < last-1; i++ {
		q.read(a, i, i+1)
		if q.inside || i == first {
			continue
		}
		before, next := a.low[i-1], a.low[i+1]
		switch a.low[i] {
		case "that": // "denied that, saying", "called that premature", "could halve that by May"
			if before == "called" && i+2 < last && isStop(a.low[i+2]) && !isTime(next) || (isStop(next) || next == "by" || next == "later") && (a.isVerb(i-1) && next != "by" && !reporting[before] || a.isBase(i-1)) {
				return true
			}
		case "such": // "no record of any such conversation"
			if undefined[before] && !a.narrowed(i+2, last) && !slices.Contains(a.low[first:i], next) {
				return true
			}
		case "there": // "Growth there stopped"
			if i < first+longestName && before != "reporters" && (i == first+1 || !auxiliaries[next] && next != "'s") && !slices.Contains(a.place[first:i], true) {
				return true
			}
		case "here": // "10 miles west of here"
			if before == "of" || before == "from" || before == "near" {
				return true
			}
		case "then": // "212 homes by then"
			if (before == "by" || before == "since" || before == "until") && !slices.ContainsFunc(a.low[first:i], isTime) {
				return true
			}
		case "one": // "did not have one."
			if isStop(next) && (a.isVerb(i-1) || before == "have") && !slices.ContainsFunc(a.low[first:i], isUndefined) {
				return true
			}
		}
	}
	return false
}

// isBase reports whether the verb at token i stands in its base form: "to halve", "could halve".
func (a *article) isBase(i int) bool {
	return i > 0 && !reporting[a.low[i]] && (a.low[i-1] == "to" || modals[a.low[i-1]])
}

// modals stand before the base form of a verb.
var modals = text.WordSet(`can could may might must shall should will would`)

// undefined are words before what is named for the first time.
var undefined = text.WordSet(`a an any no one another every`)

func isUndefined(w string) bool { return undefined[w] }

func isStop(w string) bool { return w == "." || w == "," || w == ";" || w == ":" }

// isTime reports whether a word may say when.
func isTime(w string) bool { return isDigit(w[0]) || w == "when" || days[w] || present[w] }

// countsUntold reports whether the subject of tokens first to last is a number of what was
// told before: "Several said", "Six, all on Sund Street", "Five of his goals", "The second said".
func (a *article) countsUntold(first, last int) bool {
	if first+3 >= last {
		return false
	}
	one, two, three := a.low[first], a.low[first+1], a.low[first+2]
	switch {
	case one == "a" && two == "few":
		return auxiliaries[three] || reporting[three]
	case one == "the" && ordinals[two]:
		return reporting[three] || auxiliaries[three] || a.isVerb(first+2)
	case quantities[one] || counts[one] || one == "one":
		return reporting[two] || two == "," || quantities[one] && a.isVerb(first+1) || two == "of" && possessives[three]
	}
	return false
}

// ordinals and possessives tell which one or whose of what was told before.
var (
	ordinals    = text.WordSet(`first second third latter former other others`)
	possessives = text.WordSet(`his her its their`)
)
