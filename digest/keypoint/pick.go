package keypoint

import (
	"cmp"
	"math"
	"slices"
)

// leastPoints are told however long they are.
const leastPoints = 3

// spares is how many points are kept of a text beside those that tell it by itself, for a story that
// no other text tells.
const spares = 3

// selection is what is picked of the candidates of a text so far, and what is left of them.
type selection struct {
	article      *article
	weights      *Weights
	picked, left []*candidate
	most         int     // that the text may give
	told         float64 // characters
}

// newSelection begins to pick of candidates, which it changes.
func (a *article) newSelection(candidates []candidate, w *Weights) *selection {
	s := &selection{article: a, weights: w, left: make([]*candidate, len(candidates)), most: (a.body + 1) / 2}
	for i := range candidates {
		s.left[i] = &candidates[i]
		s.left[i].odds = w.odds(&candidates[i].features)
	}
	return s
}

// pick picks at most max candidates: the one that opens best, then time and
// again the best of what adds to those picked (maximal marginal relevance,
// Carbonell and Goldstein 1998). Which is best behind
// the first choose says: the index of one of those left.
func (s *selection) pick(max int, choose func(left []*candidate) int) {
	opens := openingFor(s.article.titleWeight > 0)
	for s.hasRoom(max) && (len(s.picked) < leastPoints || s.told < s.weights[enough]) {
		if len(s.picked) == 0 {
			s.take(best(s.left, opens.worth))
		} else {
			s.take(choose(s.left))
		}
	}
}

// spare picks the spare ones: those that score most.
func (s *selection) spare(by *Scoring) {
	if len(s.picked) == 0 {
		return
	}
	for max := len(s.picked) + spares; s.hasRoom(max); {
		at := best(s.left, func(c *candidate) float64 {
			return by.score(&c.features) - strangerCost*indicator(len(c.strangers) > 0)
		})
		s.left[at].spare = true
		s.take(at)
	}
}

// keep adds one that says no more than the title to the spare ones.
func (s *selection) keep(restating candidate) {
	restating.spare = true
	s.picked = append(s.picked, &restating)
}

func (s *selection) hasRoom(max int) bool { return len(s.picked) < min(max, s.most) && len(s.left) > 0 }

// take picks one of those left, and leaves out what says the same.
func (s *selection) take(at int) {
	c := s.left[at]
	s.picked = append(s.picked, c)
	s.told += float64(s.article.length(c.first, c.last))
	s.left = slices.DeleteFunc(s.left, func(x *candidate) bool { return s.article.same(x, c, s.weights) })
	for _, x := range s.left {
		if len(x.strangers) > 0 && (len(s.picked) == 1 || c.Start < x.Start) {
			x.strangers = s.article.unnamed(x.strangers, c)
		}
		x.told = max(x.told, s.article.overlap(s.article.distinct[x.sentence], s.article.distinct[c.sentence]))
	}
}

// inOrder returns what is picked: the first, then the others in the order of the text.
func (s *selection) inOrder() []*candidate {
	if len(s.picked) > 1 {
		slices.SortFunc(s.picked[1:], func(x, y *candidate) int { return cmp.Compare(x.Start, y.Start) })
	}
	return s.picked
}

// best returns the index of the candidate that is worth most.
func best(candidates []*candidate, worth func(*candidate) float64) int {
	at, top := 0, math.Inf(-1)
	for i, c := range candidates {
		if value := worth(c); value > top {
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
