package main

import (
	"newsbot/digest/entity/tagger"
)

// rare is the number of times that a feature must occur to be learnt.
const rare = 2

// extract turns documents into examples and returns the keys of the features
// in the order of their rows.
func extract(x *tagger.Extractor, docs [][]labelled) (features []tagger.Key, examples []example) {
	counts := make([]uint8, 1<<28)
	reader := x.NewReader()
	for _, doc := range docs {
		reader.Features(texts(doc), func(_, _ int, fs []uint64) {
			for _, f := range fs {
				place := tagger.FeatureKey(f) >> 4
				counts[place] = min(counts[place]+1, rare)
			}
		})
	}
	rows := newRows()
	for _, doc := range docs {
		first := len(examples)
		for _, s := range doc {
			examples = append(examples, newExample(s))
		}
		reader.Features(texts(doc), func(s, t int, fs []uint64) {
			var known []int32
			for _, f := range fs {
				if k := tagger.FeatureKey(f); counts[k>>4] >= rare {
					known = append(known, rows.of(k))
				}
			}
			examples[first+s].features[t] = known
		})
	}
	return rows.keys, examples
}

// rows numbers keys in the order in which they come, by open addressing.
type rows struct {
	keys   []tagger.Key
	places []int32 // 1 + index into keys; 0 where free
}

func newRows() *rows { return &rows{places: make([]int32, 1<<25)} }

func (r *rows) of(k tagger.Key) int32 {
	mask := uint32(len(r.places) - 1)
	i := uint32(k) & mask
	for ; r.places[i] != 0; i = (i + 1) & mask {
		if row := r.places[i] - 1; r.keys[row] == k {
			return row
		}
	}
	r.keys = append(r.keys, k)
	r.places[i] = int32(len(r.keys))
	return int32(len(r.keys) - 1)
}

// newExample sets the labels that the tokens of a sentence may have.
func newExample(s labelled) example {
	gold := make([]tagger.Label, len(s.pieces))
	for _, n := range s.names {
		n.Write(gold)
	}
	e := example{features: make([][]int32, len(gold)), allowed: make([]uint32, len(gold)), share: s.share}
	for i, l := range gold {
		e.allowed[i] = 1 << l
		switch {
		case s.free[i]:
			e.allowed[i] = anyLabel
		case s.partial && l == tagger.Outside:
			e.allowed[i] |= miscLabels
		}
	}
	return e
}

const anyLabel = 1<<labels - 1

var miscLabels = func() (set uint32) {
	for p := tagger.Begin; p <= tagger.Single; p++ {
		set |= 1 << tagger.LabelOf(tagger.Misc, p)
	}
	return set
}()

// pruned rounds the weights to eight bits and leaves out the features whose
// weights are all small.
func (c *crf) pruned(features []tagger.Key, limit float32) tagger.Weights {
	w := tagger.Weights{Step: 1.0 / 32}
	for a := range labels {
		w.Transitions[a] = c.transitions[a]
	}
	rows := map[tagger.Key][labels]int8{}
	for row, sum := range c.sums {
		var rounded [labels]int8
		top := float32(0)
		for l, v := range sum {
			v /= c.counted
			top = max(top, v, -v)
			rounded[l] = int8(max(-127, min(127, roundHalf(v/w.Step))))
		}
		if top >= limit {
			rows[features[row]] = rounded
		}
	}
	w.Keys, w.Rows = sortedPairs(rows)
	return w
}

func roundHalf(v float32) float32 {
	if v < 0 {
		return float32(int(v - 0.5))
	}
	return float32(int(v + 0.5))
}
