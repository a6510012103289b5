package main

import (
	"math"
	"math/rand/v2"

	"newsbot/digest/entity/tagger"
)

const labels = tagger.NumLabels

// vector holds a number for each label.
type vector [labels]float32

// example is a sentence as the learner sees it.
type example struct {
	around  []around  // by token
	context [][]int32 // rows of weights for what depends on its context, by token
	// allowed is the set of labels that each token may have, as bits. It is a
	// single one unless the corpus leaves it open.
	allowed []uint32
	share   float32 // probability of being seen in an epoch
}

// around holds the indexes of the lists of rows for the words around a token.
type around [len(tagger.Around{})]int32

// examples are what a learner learns from.
type examples struct {
	features  []tagger.Key // by row of weights
	lists     [][]int32    // of rows, one for each word and place that it is seen from
	sentences []example
}

// crf is a linear-chain conditional random field (Lafferty, McCallum, Pereira
// 2001) with its AdaGrad state (Duchi, Hazan, Singer 2011).
type crf struct {
	lists                      [][]int32 // of examples
	weights, squares           []vector  // by feature
	transitions, transitionSqr [labels]vector
	rate                       float32
	dropout                    float32 // share of features hidden from a token at each step
	random                     *rand.Rand

	lattice, gold lattice
	moves         [labels]vector // exp(transitions)
	kept          [][]int32
}

// newCRF makes a learner; the seed decides which features it hides and in what
// order it goes through the examples.
func newCRF(x *examples, rate, dropout float32, seed uint64) *crf {
	return &crf{
		lists: x.lists, weights: make([]vector, len(x.features)), squares: make([]vector, len(x.features)),
		rate: rate, dropout: dropout, random: rand.New(rand.NewPCG(seed, 2)),
	}
}

// epoch goes once through the sentences, in an order of its own, and takes each
// with the probability that its share gives.
func (c *crf) epoch(sentences []example) (loss float64) {
	seen := 0
	for _, i := range c.random.Perm(len(sentences)) {
		if e := &sentences[i]; c.random.Float32() < e.share {
			loss += c.step(e)
			seen++
		}
	}
	return loss / float64(seen)
}

// step learns from one example and returns its loss.
func (c *crf) step(e *example) float64 {
	c.fill(e)
	free, fixed := c.lattice.run(&c.moves), c.gold.run(&c.moves)
	if math.IsInf(fixed, 0) || math.IsNaN(fixed) || math.IsNaN(free) {
		return 0
	}
	for i := range e.allowed {
		c.learnToken(i)
	}
	c.learnTransitions()
	return free - fixed
}

// fill sets the potentials of the labels of an example and of their pairs.
func (c *crf) fill(e *example) {
	n := len(e.allowed)
	c.hide(e)
	c.lattice.reset(n)
	c.gold.reset(n)
	for i := range n {
		c.potentials(i, e)
	}
	for a := range labels {
		for _, b := range followers[a] {
			c.moves[a][b] = float32(math.Exp(float64(c.transitions[a][b])))
		}
	}
}

// hide draws the features that each token of an example shows this time.
func (c *crf) hide(e *example) {
	for len(c.kept) < len(e.allowed) {
		c.kept = append(c.kept, nil)
	}
	for i := range e.allowed {
		kept := c.kept[i][:0]
		for _, list := range e.around[i] {
			kept = c.appendShown(kept, c.lists[list])
		}
		c.kept[i] = c.appendShown(kept, e.context[i])
	}
}

// appendShown appends a random share of rows.
func (c *crf) appendShown(dst, rows []int32) []int32 {
	limit := uint32(c.dropout * (1 << 16))
	var bits uint64
	for j, r := range rows {
		if j%4 == 0 {
			bits = c.random.Uint64()
		}
		if uint32(bits&0xffff) >= limit {
			dst = append(dst, r)
		}
		bits >>= 16
	}
	return dst
}

// potentials computes the potential of each label at token i, in the free
// lattice and in the one that keeps to the labels allowed.
func (c *crf) potentials(i int, e *example) {
	var score vector
	for _, f := range c.kept[i] {
		w := &c.weights[f]
		for l := range score {
			score[l] += w[l]
		}
	}
	scale := 1 / (1 - c.dropout)
	top := score[0]
	for _, s := range score {
		top = max(top, s)
	}
	for l, s := range score {
		p := float32(math.Exp(float64((s - top) * scale)))
		c.lattice.potential[i][l] = p
		c.gold.potential[i][l] = 0
		if e.allowed[i]&(1<<l) != 0 {
			c.gold.potential[i][l] = p
		}
	}
	c.lattice.offset += float64(top * scale)
	c.gold.offset += float64(top * scale)
}

// small is the size of a gradient that is not worth a step.
const small = 1e-3

func (c *crf) learnToken(i int) {
	free, fixed := c.lattice.marginal(i), c.gold.marginal(i)
	for l := range free {
		g := fixed[l] - free[l]
		if g < small && g > -small {
			continue
		}
		for _, f := range c.kept[i] {
			square := &c.squares[f][l]
			*square += g * g
			c.weights[f][l] += c.rate * g / float32(math.Sqrt(float64(*square+1e-3)))
		}
	}
}

func (c *crf) learnTransitions() {
	free, fixed := c.lattice.pairs(&c.moves), c.gold.pairs(&c.moves)
	for a := range free {
		for b := range free[a] {
			g := fixed[a][b] - free[a][b]
			if g < small && g > -small {
				continue
			}
			c.transitionSqr[a][b] += g * g
			c.transitions[a][b] += c.rate * g / float32(math.Sqrt(float64(c.transitionSqr[a][b]+1e-3)))
		}
	}
}
