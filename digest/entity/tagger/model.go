package tagger

import "math"

// scores holds one score for each label.
type scores [NumLabels]float32

// addAll adds the scores of a word and those around it, in this order.
func (s *scores) addAll(a, b, c, d, e *scores) {
	for i := range s {
		s[i] = s[i] + a[i] + b[i] + c[i] + d[i] + e[i]
	}
}

// Weights are what a linear-chain conditional random field (Lafferty,
// McCallum, Pereira 2001) learnt, rounded to eight bits.
type Weights struct {
	Keys        []Key
	Rows        []Row // by index of Keys, in units of Step
	Step        float32
	Transitions [NumLabels][NumLabels]float32 // from label to label
}

// Model is what training learnt: the lists and the weights.
type Model struct {
	*Extractor
	features    *table
	rows        []Row
	step        float32
	transitions [NumLabels]scores // to a label, from each; forbidden ones are -Inf
}

// NewModel makes a model.
func NewModel(x *Extractor, w *Weights) *Model {
	m := &Model{Extractor: x, features: newTable(w.Keys), rows: w.Rows, step: w.Step}
	for a := range Label(NumLabels) {
		for b := range Label(NumLabels) {
			m.transitions[b][a] = float32(math.Inf(-1))
			if Follows(a, b) {
				m.transitions[b][a] = w.Transitions[a][b]
			}
		}
	}
	return m
}

// addWeights adds the weights of features, fewer than 256, to dst.
func (m *Model) addWeights(dst *scores, features []uint64) {
	var sum lanes
	for _, f := range features {
		if row := m.features.find(keyOf(f)); row >= 0 {
			sum.add(&m.rows[row])
		}
	}
	sum.scaleTo(dst, m.step)
}

// FeatureKey returns the key under which the weights of a feature are stored.
func FeatureKey(f uint64) Key { return keyOf(f) }
