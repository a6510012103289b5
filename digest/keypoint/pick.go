package keypoint

import (
	"cmp"
	"math"
	"slices"
)

// Points are picked until they have told enough for a reader in a hurry.
const (
	leastPoints = 3
	enough      = 340 // characters
)

// Two points say the same if their terms overlap this far; below it overlap
// costs its share of sameness.
const (
	sameness    = 0.6
	samePart    = 0.65 // of the terms of the one with fewer, whatever they weigh
	overlapCost = 1.25
)

// pick returns at most max candidates in the order of the text: the best, then
// time and again the best of what adds to those picked (maximal marginal
// relevance, Carbonell and Goldstein 1998).
func (a *article) pick(candidates []candidate, most int) []candidate {
	most = min(most, (a.body+1)/2)
	var picked []candidate
	told := 0
	left := slices.Clone(candidates)
	for len(picked) < most && len(left) > 0 && (len(picked) < leastPoints || told < enough) {
		best, value := -1, math.Inf(-1)
		for i := range left {
			over, same := a.repeats(picked, &left[i])
			if v := left[i].score - overlapCost*over; !same && v > value {
				best, value = i, v
			}
		}
		if best < 0 {
			break
		}
		picked = append(picked, left[best])
		told += a.length(left[best].first, left[best].last)
		left = slices.Delete(left, best, best+1)
	}
	slices.SortFunc(picked, func(x, y candidate) int { return cmp.Compare(x.Start, y.Start) })
	return picked
}

// repeats returns how far c says what one of picked says, 0 to 1, and whether
// it says the same.
func (a *article) repeats(picked []candidate, c *candidate) (most float64, same bool) {
	for i := range picked {
		x, y := a.distinct[picked[i].sentence], a.distinct[c.sentence]
		most = max(most, a.overlap(x, y))
		common := float64(intersection(x, y))
		same = same || common >= samePart*float64(min(len(x), len(y)))
	}
	return most, same || most >= sameness
}

// overlap returns how many of their terms two sentences with the terms x and y
// share, as a part of the one with fewer. A term counts the less the more sentences say it: what the
// whole text is about does not make two of its sentences say the same.
func (a *article) overlap(x, y []int32) float64 {
	both := 0.0
	for k, l := 0, 0; k < len(x) && l < len(y); {
		switch {
		case x[k] == y[l]:
			both += a.rarity(x[k])
			k++
			l++
		case x[k] < y[l]:
			k++
		default:
			l++
		}
	}
	if both == 0 {
		return 0
	}
	return both / min(a.rarityOf(x), a.rarityOf(y))
}

func (a *article) rarity(term int32) float64 { return 1 / float64(a.spread[term]) }

func (a *article) rarityOf(terms []int32) float64 {
	sum := 0.0
	for _, t := range terms {
		sum += a.rarity(t)
	}
	return sum
}
