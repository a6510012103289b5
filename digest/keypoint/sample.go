package keypoint

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Sample picks points as Points does, but those behind the first by chance: each with the
// likelihood that the softmax of what the candidates are worth gives it. The gradient is that of
// the logarithm of the likelihood of all that was picked (Williams 1992); that of
// weights which bound what is picked is 0.
func (r *Draft) Sample(w Weights, max int, rng *rand.Rand) (sampled []Point, gradient Weights) {
	s := r.article.newSelection(slices.Clone(r.candidates), &w)
	s.pick(max, func(left []*candidate) int {
		likelihoods := softmax(left, w.worth)
		at := draw(likelihoods, rng.Float64())
		for i, p := range likelihoods {
			gradient.addWorth(left[i], indicator(i == at)-p)
		}
		return at
	})
	return r.article.points(s.inOrder()), gradient
}

// softmax returns how likely each of the candidates is picked by what it is worth.
func softmax(candidates []*candidate, worth func(*candidate) float64) []float64 {
	p := make([]float64, len(candidates))
	top, sum := math.Inf(-1), 0.0
	for i, c := range candidates {
		p[i] = worth(c)
		top = max(top, p[i])
	}
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}

// draw returns the index that a number from 0 to 1 falls on.
func draw(likelihoods []float64, at float64) int {
	for i, p := range likelihoods {
		if at -= p; at < 0 {
			return i
		}
	}
	return len(likelihoods) - 1
}

// addWorth adds the gradient of what a candidate is worth, so many times.
func (w *Weights) addWorth(c *candidate, times float64) {
	for i, v := range c.features {
		w[i] += times * v
	}
	w[overlapCost] -= times * c.told
}
