package main

import (
	"fmt"
	"os"
	"sync"
	"time"

	"newsbot/digest/entity/tagger"
)

// average is the mean of weights that training went through. The mean over the
// last epochs of a run errs less than its end (Polyak & Juditsky 1992), and the
// mean over several runs less than each: the models are linear, so that an
// ensemble of them is one model again.
type average struct {
	weights     []vector // by feature, sums over n
	transitions [labels]vector
	n           float32
}

// ensemble learns n times from the first sentences of x, each time with another
// seed, all at once.
func ensemble(n int, x *examples, sentences int, o options) *average {
	runs := make([]*average, n)
	var running sync.WaitGroup
	for i := range runs {
		running.Go(func() {
			c := newCRF(x, float32(o.rate), float32(o.dropout), uint64(i+1))
			runs[i] = learnt(c, x.sentences[:sentences], o.epochs)
		})
	}
	running.Wait()
	for _, r := range runs[1:] {
		runs[0].merge(r)
	}
	return runs[0]
}

// learnt returns the average over the second half of the epochs in which c
// learns from sentences.
func learnt(c *crf, sentences []example, epochs int) *average {
	a := &average{weights: make([]vector, len(c.weights))}
	for e := range epochs {
		start := time.Now()
		loss := c.epoch(sentences)
		if e >= epochs/2 {
			a.merge(&average{c.weights, c.transitions, 1})
		}
		fmt.Fprintf(os.Stderr, "epoch %d loss %.4f in %v\n", e+1, loss, time.Since(start).Round(time.Second))
	}
	return a
}

func (a *average) merge(b *average) {
	a.n += b.n
	for i := range b.weights {
		a.weights[i].add(&b.weights[i])
	}
	for i := range b.transitions {
		a.transitions[i].add(&b.transitions[i])
	}
}

// crf returns a learner that has learnt the average of x and hides no feature.
func (a *average) crf(x *examples) *crf {
	c := newCRF(x, 0, 0, 0)
	for i := range a.weights {
		c.weights[i] = a.weights[i].scaled(1 / a.n)
	}
	for i := range a.transitions {
		c.transitions[i] = a.transitions[i].scaled(1 / a.n)
	}
	return c
}

// pruned rounds the weights to eight bits and leaves out the features whose
// weights are all small.
func (a *average) pruned(features []tagger.Key, limit float32) tagger.Weights {
	w := tagger.Weights{Step: 1.0 / 32}
	for i := range a.transitions {
		w.Transitions[i] = a.transitions[i].scaled(1 / a.n)
	}
	rows := map[tagger.Key]tagger.Row{}
	for row := range a.weights {
		var rounded [labels]int8
		top := float32(0)
		for l, v := range a.weights[row].scaled(1 / a.n) {
			top = max(top, v, -v)
			rounded[l] = int8(max(-127, min(127, roundHalf(v/w.Step))))
		}
		if top >= limit {
			rows[features[row]] = tagger.NewRow(rounded)
		}
	}
	w.Keys, w.Rows = sortedPairs(rows)
	return w
}

func (v *vector) add(o *vector) {
	for l, x := range o {
		v[l] += x
	}
}

func (v *vector) scaled(f float32) (out vector) {
	for l, x := range v {
		out[l] = x * f
	}
	return out
}

func roundHalf(v float32) float32 {
	if v < 0 {
		return float32(int(v - 0.5))
	}
	return float32(int(v + 0.5))
}
