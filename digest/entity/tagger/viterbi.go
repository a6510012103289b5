package tagger

import "math"

// viterbi finds the best sequence of labels (Viterbi 1967).
type viterbi struct {
	best []scores
	back [][NumLabels]Label
}

// predecessors lists, for each label, the labels that may stand before it.
var predecessors = func() (p [NumLabels][]Label) {
	for a := range Label(NumLabels) {
		for b := range Label(NumLabels) {
			if Follows(a, b) {
				p[b] = append(p[b], a)
			}
		}
	}
	return p
}()

// decode appends the labels of a sentence to dst, given the score of each
// label of each token.
func (v *viterbi) decode(dst []Label, tokens []scores, transitions *[NumLabels]scores) []Label {
	if len(tokens) == 0 {
		return dst
	}
	v.best = append(v.best[:0], tokens...)
	v.back = append(v.back[:0], make([][NumLabels]Label, len(tokens))...)
	for l := range Label(NumLabels) {
		if l != Outside && !l.opens() {
			v.best[0][l] = float32(math.Inf(-1))
		}
	}
	for i := 1; i < len(tokens); i++ {
		v.step(&v.best[i-1], &v.best[i], &v.back[i], transitions)
	}
	return v.trace(dst)
}

func (v *viterbi) step(from, to *scores, back *[NumLabels]Label, transitions *[NumLabels]scores) {
	for b := range to {
		best, arg := float32(math.Inf(-1)), Outside
		for _, a := range predecessors[b] {
			if s := from[a] + transitions[b][a]; s > best {
				best, arg = s, a
			}
		}
		to[b] += best
		back[b] = arg
	}
}

// trace appends the best path that ends in a closed label.
func (v *viterbi) trace(dst []Label) []Label {
	n := len(v.best)
	last := Outside
	for l := range Label(NumLabels) {
		if l.closed() && v.best[n-1][l] > v.best[n-1][last] {
			last = l
		}
	}
	start := len(dst)
	dst = append(dst, make([]Label, n)...)
	for i := n - 1; i >= 0; i-- {
		dst[start+i] = last
		last = v.back[i][last]
	}
	return dst
}
