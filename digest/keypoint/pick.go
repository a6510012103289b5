package keypoint

import (
	"cmp"
	"math"
	"slices"
)

// leastPoints are told however long they are.
const leastPoints = 3

// pick returns at most max candidates: the one that opens best, then time and
// again the best of what adds to those picked (maximal marginal relevance,
// Carbonell and Goldstein 1998), in the order of the text. Which is best behind
// the first choose says: the index of one of those left.
func (a *article) pick(candidates []candidate, w *Weights, most int, choose func(left []candidate) int) []candidate {
	most = min(most, (a.body+1)/2)
	opens := openingFor(a.titleWeight > 0)
	left := slices.Clone(candidates)
	for i := range left {
		left[i].odds = w.odds(&left[i].features)
	}
	var picked []candidate
	told := 0.0
	for len(picked) < most && len(left) > 0 && (len(picked) < leastPoints || told < w[enough]) {
		var c candidate
		if len(picked) == 0 {
			c = left[best(left, opens.worth)]
		} else {
			c = left[choose(left)]
		}
		picked = append(picked, c)
		told += float64(a.length(c.first, c.last))
		left = slices.DeleteFunc(left, func(x candidate) bool { return a.same(&x, &c, w) })
		for i := range left {
			if len(left[i].strangers) > 0 && (len(picked) == 1 || c.Start < left[i].Start) {
				left[i].strangers = a.unnamed(left[i].strangers, &c)
			}
			left[i].told = max(left[i].told, a.overlap(a.distinct[left[i].sentence], a.distinct[c.sentence]))
		}
	}
	if len(picked) > 1 {
		slices.SortFunc(picked[1:], func(x, y candidate) int { return cmp.Compare(x.Start, y.Start) })
	}
	return picked
}

// best returns the index of the candidate that is worth most.
func best(candidates []candidate, worth func(*candidate) float64) int {
	at, top := 0, math.Inf(-1)
	for i := range candidates {
		if value := worth(&candidates[i]); value > top {
			at, top = i, value
		}
	}
	return at
}

// same reports whether two candidates say the same.
func (a *article) same(x, y *candidate, w *Weights) bool {
	if x.sentence == y.sentence {
		return true
	}
	m, n := a.distinct[x.sentence], a.distinct[y.sentence]
	return a.overlap(m, n) >= w[sameness] || float64(intersection(m, n)) >= w[samePart]*float64(min(len(m), len(n)))
}

// overlap returns how many of their terms two sentences with the terms x and y
// share, as a part of the one with fewer. A term counts the less the more
// sentences say it: what the whole text is about does not make two of its
// sentences say the same.
func (a *article) overlap(x, y []int32) float64 {
	both := 0.0
	for term := range common(x, y) {
		both += a.rarity(term)
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
