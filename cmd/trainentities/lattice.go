package main

import (
	"math"

	"newsbot/digest/entity/tagger"
)

// lattice runs the forward-backward algorithm (Baum 1972) over the labels of a
// sentence, scaled so that each column of forward sums to 1 (Rabiner 1989).
type lattice struct {
	potential, forward, backward []vector
	scale                        []float32
	offset                       float64 // log of what the potentials were divided by
}

func (l *lattice) reset(n int) {
	for len(l.potential) < n {
		l.potential = append(l.potential, vector{})
		l.forward = append(l.forward, vector{})
		l.backward = append(l.backward, vector{})
		l.scale = append(l.scale, 0)
	}
	l.potential, l.forward, l.backward = l.potential[:n], l.forward[:n], l.backward[:n]
	l.scale = l.scale[:n]
	l.offset = 0
}

// followers and leaders list the labels that may stand after and before one.
var followers, leaders = func() (after, before [labels][]int) {
	for a := range labels {
		for b := range labels {
			if tagger.Follows(tagger.Label(a), tagger.Label(b)) {
				after[a], before[b] = append(after[a], b), append(before[b], a)
			}
		}
	}
	return after, before
}()

// run fills forward and backward and returns the logarithm of the sum over all paths.
func (l *lattice) run(moves *[labels]vector) float64 {
	total := l.offset + l.runForward(moves)
	last := len(l.potential) - 1
	end := float32(0)
	for a := range labels {
		l.backward[last][a] = 0
		if tagger.Follows(tagger.Label(a), tagger.Outside) {
			l.backward[last][a] = 1
			end += l.forward[last][a]
		}
	}
	for a := range labels {
		l.backward[last][a] /= end
	}
	l.runBackward(moves)
	return total + math.Log(float64(end))
}

func (l *lattice) runForward(moves *[labels]vector) (total float64) {
	for i := range l.potential {
		sum := float32(0)
		for b := range labels {
			in := float32(0)
			switch {
			case i > 0:
				for _, a := range leaders[b] {
					in += l.forward[i-1][a] * moves[a][b]
				}
			case tagger.Follows(tagger.Outside, tagger.Label(b)):
				in = 1
			}
			l.forward[i][b] = in * l.potential[i][b]
			sum += l.forward[i][b]
		}
		l.scale[i] = 1 / sum
		for b := range labels {
			l.forward[i][b] *= l.scale[i]
		}
		total += math.Log(float64(sum))
	}
	return total
}

func (l *lattice) runBackward(moves *[labels]vector) {
	for i := len(l.potential) - 2; i >= 0; i-- {
		for a := range labels {
			sum := float32(0)
			for _, b := range followers[a] {
				sum += moves[a][b] * l.potential[i+1][b] * l.backward[i+1][b]
			}
			l.backward[i][a] = sum * l.scale[i+1]
		}
	}
}

// marginal returns the probability of each label at token i.
func (l *lattice) marginal(i int) (p vector) {
	for a := range p {
		p[a] = l.forward[i][a] * l.backward[i][a]
	}
	return p
}

// pairs returns how often each label is expected to follow each other.
func (l *lattice) pairs(moves *[labels]vector) (p [labels]vector) {
	for i := 1; i < len(l.potential); i++ {
		for a := range labels {
			f := l.forward[i-1][a] * l.scale[i]
			if f < 1e-9 {
				continue
			}
			for _, b := range followers[a] {
				p[a][b] += f * moves[a][b] * l.potential[i][b] * l.backward[i][b]
			}
		}
	}
	return p
}
