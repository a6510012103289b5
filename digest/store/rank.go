package store

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// match is an article that holds some of the terms, if there are any.
type match struct {
	id     uint64
	day    string
	minute uint16 // of the day
	terms  int    // how many of the query's it holds,
	plain  int    // and how many of those that are not only in a phrase
	score  float64
}

func (m match) place() place { return place{m.day, idString(m.id)} }

// matches returns the articles that hold some of the terms, or where there are none
// all that are asked for.
func matches(days []dayPostings, p plan) []match {
	idf := idfs(days, len(p.terms))
	var out []match
	for _, d := range days {
		for id, m := range d.match(idf, p) {
			m.id, m.day = id, d.day
			out = append(out, m)
		}
	}
	return out
}

// most returns those of the matches that hold the most terms.
func most(matches []match) []match {
	terms := 0
	for _, m := range matches {
		terms = max(terms, m.terms)
	}
	return slices.DeleteFunc(matches, func(m match) bool { return m.terms < terms })
}

// better orders matches: by terms, score and time.
func better(a, b match) int {
	return cmp.Or(b.terms-a.terms, cmp.Compare(b.score, a.score),
		strings.Compare(b.day, a.day), cmp.Compare(b.minute, a.minute), cmp.Compare(a.id, b.id))
}

// top returns the best n matches in order, without putting all of them into
// order.
func top(matches []match, n int) []match {
	if len(matches) <= 2*n {
		slices.SortFunc(matches, better)
		return matches[:min(n, len(matches))]
	}
	best := slices.Clone(matches[:n])
	slices.SortFunc(best, better)
	for _, m := range matches[n:] {
		if better(m, best[n-1]) > 0 {
			continue
		}
		if best = append(best, m); len(best) == 2*n {
			slices.SortFunc(best, better)
			best = best[:n]
		}
	}
	slices.SortFunc(best, better)
	return best[:n]
}

func (d *dayPostings) match(idf []float64, plan plan) map[uint64]match {
	matches := map[uint64]match{}
	if len(plan.terms) == 0 {
		for id, minute := range d.all() {
			if d.wants(id) {
				matches[id] = match{minute: minute}
			}
		}
	}
	for t, list := range d.terms {
		unpack(list, func(p posting) {
			if plan.types != 0 && p.types&plan.types == 0 || !d.wants(p.id) {
				return
			}
			m := matches[p.id]
			m.minute = p.minute
			m.terms++
			if t < plan.plain {
				m.plain++
			}
			m.score += idf[t] * float64(p.weight) / weightSteps
			matches[p.id] = m
		})
	}
	return matches
}

// idfs returns the inverse document frequency of each term over the days.
func idfs(days []dayPostings, terms int) []float64 {
	articles := 0
	holding := make([]int, terms)
	for _, d := range days {
		articles += d.articles
		for t, list := range d.terms {
			holding[t] += len(list) / postingLen
		}
	}
	idf := make([]float64, terms)
	for t, n := range holding {
		idf[t] = math.Log(1 + (float64(max(articles-n, 0))+0.5)/(float64(n)+0.5))
	}
	return idf
}
