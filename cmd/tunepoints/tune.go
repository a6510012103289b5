package main

import (
	"math"
	"math/rand/v2"

	"newsbot/digest/keypoint"
	"newsbot/digest/parallel"
)

const (
	epochs  = 40  // passes over all references
	batch   = 128 // references of a step
	samples = 8   // tellings of a reference of which the better ones are made likelier
	rate    = 0.2 // of the first step; it falls to 0 by half a cosine
	full    = 100 // references from which on a collection counts in full
)

// example is a reference, with what its ROUGE-2 counts.
type example struct {
	*task
	words int
	worth float64
}

// examples returns those of collections. Each collection counts in units of the
// score of its first three sentences, a small one less.
func examples(of []collection) []example {
	var out []example
	for _, c := range of {
		n := float64(len(c.tasks))
		for i := range c.tasks {
			out = append(out, example{&c.tasks[i], c.words, min(1, math.Sqrt(n/full)) / c.lead / n})
		}
	}
	for i := range out {
		out[i].worth *= float64(len(out)) / float64(len(of))
	}
	return out
}

// tune raises the expected score of points that are picked by chance (Sample), by
// the policy gradient (Williams 1992; for summaries Narayan et al. 2018) and Adam
// (Kingma and Ba 2015). Pull is what half a weight's square costs: it keeps small
// what hardly matters.
func tune(w keypoint.Weights, of []collection, pull float64) keypoint.Weights {
	all := examples(of)
	rng := rand.New(rand.NewPCG(1, 2))
	var a adam
	for epoch := range epochs {
		rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		step := rate * (1 + math.Cos(math.Pi*float64(epoch)/epochs)) / 2
		for from := 0; from < len(all); from += batch {
			g := gradient(w, all[from:min(from+batch, len(all))], rng.Uint64())
			w = a.step(w, w.Pulled(g, pull), step).Bounded()
		}
	}
	return w
}

// gradient returns the mean gradient of the expected scores of examples.
func gradient(w keypoint.Weights, of []example, seed uint64) keypoint.Weights {
	gradients := make([]keypoint.Weights, len(of))
	parallel.Each(len(of), func(i int) {
		gradients[i] = of[i].gradient(w, rand.New(rand.NewPCG(seed, uint64(i))))
	})
	var mean keypoint.Weights
	for _, g := range gradients {
		mean = mean.Plus(g, 1/float64(len(of)))
	}
	return mean
}

// gradient returns an estimate of the gradient of the expected score, out of some
// tellings. What all of them score on average tells how good each is.
func (e *example) gradient(w keypoint.Weights, rng *rand.Rand) keypoint.Weights {
	var scores [samples]float64
	var gradients [samples]keypoint.Weights
	mean := 0.0
	for i := range samples {
		told := e.tell(func(a *article) []keypoint.Point {
			points, g := a.draft.Sample(w, mostPoints, rng)
			gradients[i] = gradients[i].Plus(g, 1)
			return points
		}, e.words)
		scores[i] = e.worth * e.reference.rouge2(told)
		mean += scores[i] / samples
	}
	var sum keypoint.Weights
	for i, g := range gradients {
		sum = sum.Plus(g, (scores[i]-mean)/(samples-1))
	}
	return sum
}

// adam is the state of Adam: decaying means of the gradients and of their squares.
type adam struct {
	mean, square keypoint.Weights
	steps        float64
}

// step returns the weights a step up the gradient.
func (a *adam) step(w, gradient keypoint.Weights, rate float64) keypoint.Weights {
	const keepMean, keepSquare, tiny = 0.9, 0.99, 1e-8
	a.steps++
	for i, g := range gradient {
		a.mean[i] = keepMean*a.mean[i] + (1-keepMean)*g
		a.square[i] = keepSquare*a.square[i] + (1-keepSquare)*g*g
		mean := a.mean[i] / (1 - math.Pow(keepMean, a.steps))
		square := a.square[i] / (1 - math.Pow(keepSquare, a.steps))
		w[i] += rate * mean / (math.Sqrt(square) + tiny)
	}
	return w
}

// scaled returns the weights with log-odds of picked points that are spread by one.
// Fitted weights are larger: strangers cost more once they are scaled.
func scaled(w keypoint.Weights, of []collection) keypoint.Weights {
	for range 8 {
		w = w.Scaled(1 / spreadOfPicked(w, of))
	}
	return w
}

// spreadOfPicked returns the standard deviation of the log-odds of picked points.
func spreadOfPicked(w keypoint.Weights, of []collection) float64 {
	sum, squares, n := 0.0, 0.0, 0.0
	for _, c := range of {
		for _, t := range c.tasks {
			for _, a := range t.articles {
				for _, odds := range a.draft.PickedOdds(w, mostPoints) {
					sum, squares, n = sum+odds, squares+odds*odds, n+1
				}
			}
		}
	}
	return math.Sqrt(squares/n - sum*sum/(n*n))
}
