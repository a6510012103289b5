package main

import (
	"math"
	"math/rand/v2"

	"newsbot/digest/keypoint"
)

const (
	rounds    = 16   // of the search over all weights, at most
	leastGain = 1e-4 // of a round that another follows
	pull      = 2e-4 // what a weight's square costs, so that those stay small that hardly matter
	full      = 200  // references from which on a collection counts in full
)

// tune improves the weights one by one as long as that helps. A weight's steps
// grow while they help and shrink while they do not.
func tune(w keypoint.Weights, of []collection) keypoint.Weights {
	rng := rand.New(rand.NewPCG(1, 2))
	best, step := goal(w, of), keypoint.Steps()
	for round := range rounds {
		before := best
		for _, i := range rng.Perm(len(w)) {
			helped := false
			for _, direction := range []float64{1, -1} {
				next := w
				next[i] += direction * step[i] * (0.5 + rng.Float64())
				if g := goal(next.Bounded(), of); g > best {
					best, w, helped = g, next.Bounded(), true
					break
				}
			}
			if helped {
				step[i] *= 1.5
			} else {
				step[i] *= 0.7
			}
		}
		if round > 3 && best < before+leastGain {
			break
		}
	}
	return w
}

// goal is what tune improves: the sum of the collections' scores, a small one
// counting less.
func goal(w keypoint.Weights, of []collection) float64 {
	sum := 0.0
	for i := range of {
		sum += min(1, math.Sqrt(float64(len(of[i].tasks))/full)) * of[i].score(w)
	}
	return sum - pull*w.Square()
}

// centred returns the weights with a mean score of picked points of one half,
// so that texts with and without a title compare.
func centred(w keypoint.Weights, of []collection) keypoint.Weights {
	for range 8 {
		sum, n := 0.0, 0
		for i := range of {
			for _, t := range of[i].tasks {
				for _, a := range t.articles {
					for _, p := range a.draft.Points(w, mostPoints) {
						sum += p.Score
						n++
					}
				}
			}
		}
		mean := min(max(sum/float64(n), 0.02), 0.98)
		w = w.Shifted(-math.Log(mean / (1 - mean)))
	}
	return w
}
