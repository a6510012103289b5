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
	features [][]int32 // rows of weights, by token
	// allowed is the set of labels that each token may have, as bits. It is a
	// single one unless the corpus leaves it open.
	allowed []uint32
	share   float32 // probability of being seen in an epoch
}

// crf is a linear-chain conditional random field (Lafferty, McCallum, Pereira
// 2001) with its AdaGrad state (Duchi, Hazan, Singer 2011).
type crf struct {
	weights, squares           []vector // by feature
	sums                       []vector // of the weights after each epoch that counts
	counted                    float32  // epochs in sums
	transitions, transitionSqr [labels]vector
	rate                       float32
	dropout                    float32 // share of features hidden from a token at each step
	random                     *rand.Rand

	lattice, gold lattice
	moves         [labels]vector // exp(transitions)
	kept          [][]int32
}

func newCRF(features int, rate, dropout float32) *crf {
	return &crf{
		weights: make([]vector, features), squares: make([]vector, features),
		rate: rate, dropout: dropout, random: rand.New(rand.NewPCG(1, 2)),
	}
}

// epoch goes once through the examples, in an order of its own, and takes each
// with the probability that its share gives.
func (c *crf) epoch(examples []example) (loss float64) {
	seen := 0
	for _, i := range c.random.Perm(len(examples)) {
		if e := &examples[i]; c.random.Float32() < e.share {
			loss += c.step(e)
			seen++
		}
	}
	return loss / float64(seen)
}

// count adds the weights as they are now to the average that prune takes: the
// mean of several epochs errs less than the last (Polyak & Juditsky 1992).
func (c *crf) count() {
	if c.sums == nil {
		c.sums = make([]vector, len(c.weights))
	}
	c.counted++
	for i := range c.weights {
		for l, w := range &c.weights[i] {
			c.sums[i][l] += w
		}
	}
}

// step learns from one example and returns its loss.
func (c *crf) step(e *example) float64 {
	n := len(e.features)
	c.hide(e)
	c.lattice.reset(n)
	c.gold.reset(n)
	for i := range n {
		c.potentials(i, e)
	}
	c.fillMoves()
	free, fixed := c.lattice.run(&c.moves), c.gold.run(&c.moves)
	if math.IsInf(fixed, 0) || math.IsNaN(fixed) || math.IsNaN(free) {
		return 0
	}
	for i := range n {
		c.learnToken(i)
	}
	c.learnTransitions()
	return free - fixed
}

// fillMoves sets the potential of each pair of labels.
func (c *crf) fillMoves() {
	for a := range labels {
		for _, b := range followers[a] {
			c.moves[a][b] = float32(math.Exp(float64(c.transitions[a][b])))
		}
	}
}

// hide draws the features that each token of an example shows this time.
func (c *crf) hide(e *example) {
	for len(c.kept) < len(e.features) {
		c.kept = append(c.kept, nil)
	}
	limit := uint32(c.dropout * (1 << 16))
	for i, all := range e.features {
		kept := c.kept[i][:0]
		var bits uint64
		for j, f := range all {
			if j%4 == 0 {
				bits = c.random.Uint64()
			}
			if uint32(bits&0xffff) >= limit {
				kept = append(kept, f)
			}
			bits >>= 16
		}
		c.kept[i] = kept
	}
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
