package main

import (
	"math"
	"math/rand/v2"

	"newsbot/digest/story"
)

// How meanings are learnt.
const (
	rounds    = 16
	settled   = 3   // rounds before the first whose meanings count
	batchSize = 256 // events, whose texts are told from each other
	sharpness = 8   // of the likelihood by the cosine
	dropped   = .3  // of a text's terms, others each time
	rate      = .03 // of AdaGrad
)

// learner learns what terms mean: of two texts that tell of one event each is to be more like the other than like those
// of other events of a batch (contrastive predictive coding; van den Oord, Li and Vinyals 2018). The meaning of a text is
// the sum of its terms', brought to length 1. A term's is turned out of the vector of its words, so that what is learnt of
// "jailed" counts for "imprisoned", and has something of its own besides.
type learner struct {
	terms  []term
	turned []learnt // by dimension of vectors of words, what it gives to a meaning
	random *rand.Rand
}

// term is what is known of one.
type term struct {
	word   string
	vector []float32 // of its words, nil where there is none
	weight float32   // the rarer, the more
	own    learnt
	sum    aspects // of its meanings after the rounds that count
}

// aspects are the numbers of a meaning.
type aspects [story.Aspects]float32

func (a *aspects) add(b *aspects, times float32) {
	for i, x := range b {
		a[i] += times * x
	}
}

func (a *aspects) dot(b *aspects) (sum float32) {
	for i, x := range b {
		sum += a[i] * x
	}
	return sum
}

// learnt is what AdaGrad finds (Duchi, Hazan and Singer 2011).
type learnt struct{ now, slope, squares aspects }

// step goes down the slope.
func (l *learnt) step() {
	for i, s := range l.slope {
		if s != 0 {
			l.squares[i] += s * s
			l.now[i] -= rate * s / float32(math.Sqrt(float64(l.squares[i])))
		}
	}
	l.slope = aspects{}
}

// newLearner returns a learner that has learnt nothing.
func newLearner(terms []term, dimensions int) *learner {
	l := &learner{terms: terms, turned: make([]learnt, dimensions), random: rand.New(rand.NewPCG(1, 1))}
	for d := range l.turned {
		for i := range l.turned[d].now {
			l.turned[d].now[i] = float32(l.random.NormFloat64() / math.Sqrt(float64(dimensions)))
		}
	}
	return l
}

// meaning returns what a term means by now.
func (l *learner) meaning(t *term) (m aspects) {
	m.add(&t.own.now, t.weight)
	for d, x := range t.vector {
		m.add(&l.turned[d].now, t.weight*x)
	}
	return m
}

// learn learns from events, each the texts that tell of it, each the numbers of its terms. Those of one beat are much like each other; an
// event of a beat that is to be learnt from often is so many times in a round.
func (l *learner) learn(beats []beat) {
	for round := range rounds {
		var events [][][]int
		for _, k := range l.random.Perm(len(beats)) {
			for range beats[k].often {
				for _, e := range l.random.Perm(len(beats[k].events)) {
					events = append(events, beats[k].events[e])
				}
			}
		}
		for len(events) > 0 {
			n := min(batchSize, len(events))
			l.batch(events[:n])
			events = events[n:]
		}
		if round >= settled {
			for i := range l.terms {
				m := l.meaning(&l.terms[i])
				l.terms[i].sum.add(&m, 1./(rounds-settled))
			}
		}
	}
}

// batch learns to tell two texts of each event from those of the others.
func (l *learner) batch(events [][][]int) {
	one, other := make([]telling, len(events)), make([]telling, len(events))
	for i, e := range events {
		two := l.random.Perm(len(e))
		one[i], other[i] = l.telling(e[two[0]]), l.telling(e[two[1]])
	}
	n := len(events)
	likely := make([]float64, n*n)
	for i := range one {
		for j := range other {
			likely[i*n+j] = math.Exp(sharpness * float64(one[i].unit.dot(&other[j].unit)))
		}
	}
	rows, columns := make([]float64, n), make([]float64, n)
	for i := range one {
		for j := range other {
			rows[i] += likely[i*n+j]
			columns[j] += likely[i*n+j]
		}
	}
	for i := range one {
		for j := range other {
			slope := likely[i*n+j]/rows[i] + likely[i*n+j]/columns[j]
			if i == j {
				slope -= 2
			}
			slope *= sharpness / float64(2*n)
			one[i].slope.add(&other[j].unit, float32(slope))
			other[j].slope.add(&one[i].unit, float32(slope))
		}
	}
	for i := range one {
		l.blame(&one[i])
		l.blame(&other[i])
	}
	l.step(one, other)
}

// telling is a text that tells of an event.
type telling struct {
	terms  []int // those that were not dropped
	length float32
	unit   aspects // its meaning, brought to length 1
	slope  aspects // of the unlikelihood, by that
}

func (l *learner) telling(terms []int) (t telling) {
	for _, k := range terms {
		if l.random.Float64() >= dropped {
			t.terms = append(t.terms, k)
		}
	}
	if len(t.terms) == 0 {
		t.terms = terms
	}
	var sum aspects
	for _, k := range t.terms {
		m := l.meaning(&l.terms[k])
		sum.add(&m, 1)
	}
	t.length = float32(math.Sqrt(float64(sum.dot(&sum)))) + 1e-6
	t.unit.add(&sum, 1/t.length)
	return t
}

// blame passes the slope of a text on to what its terms are made of.
func (l *learner) blame(t *telling) {
	slope := t.slope
	slope.add(&t.unit, -t.slope.dot(&t.unit))
	for _, k := range t.terms {
		term := &l.terms[k]
		term.own.slope.add(&slope, term.weight/t.length)
		for d, x := range term.vector {
			l.turned[d].slope.add(&slope, x*term.weight/t.length)
		}
	}
}

// step learns from all that was passed on.
func (l *learner) step(tellings ...[]telling) {
	for _, all := range tellings {
		for i := range all {
			for _, k := range all[i].terms {
				l.terms[k].own.step() // again does nothing: the slope is none by then
			}
		}
	}
	for d := range l.turned {
		l.turned[d].step()
	}
}
