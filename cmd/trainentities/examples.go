package main

import (
	"newsbot/digest/entity/tagger"
	"slices"
)

// rare is the number of times that a feature must occur to be learnt.
const rare = 2

// rareSilver is the same for features that only silver documents have, of which
// there are more.
const rareSilver = 12

// extract turns documents, and then silver ones, into examples.
func extract(x *tagger.Extractor, docs, silver [][]labelled) *examples {
	reader := x.NewReader()
	learnt := frequentFeatures(reader, docs, rare)
	for place, often := range frequentFeatures(reader, silver, rareSilver) {
		learnt[place] = learnt[place] || often
	}
	rows := newRows()
	rowsOf := func(features []uint64) []int32 {
		known := make([]int32, 0, len(features))
		for _, f := range features {
			if k := tagger.FeatureKey(f); learnt[placeOf(k)] {
				known = append(known, rows.of(k))
			}
		}
		return slices.Clip(known)
	}
	var all examples
	lists := map[*uint64]int32{} // by the first feature
	for _, doc := range slices.Concat(docs, silver) {
		first := len(all.sentences)
		for _, s := range doc {
			all.sentences = append(all.sentences, newExample(s))
		}
		reader.Features(texts(doc), func(s, t int, around *tagger.Around, context []uint64) {
			e := &all.sentences[first+s]
			for o, features := range around {
				list, ok := lists[&features[0]]
				if !ok {
					list = int32(len(all.lists))
					lists[&features[0]] = list
					all.lists = append(all.lists, rowsOf(features))
				}
				e.around[t][o] = list
			}
			e.context[t] = rowsOf(context)
		})
	}
	all.features = rows.keys
	return &all
}

// frequentFeatures marks the places of the features that occur often enough.
func frequentFeatures(reader *tagger.Reader, docs [][]labelled, least uint8) []bool {
	counts := make([]uint8, places)
	frequent := make([]bool, places)
	count := func(features []uint64) {
		for _, f := range features {
			place := placeOf(tagger.FeatureKey(f))
			counts[place] = min(counts[place]+1, least)
			frequent[place] = counts[place] == least
		}
	}
	seen := map[*uint64]uint8{}
	for _, doc := range docs {
		reader.Features(texts(doc), func(_, _ int, around *tagger.Around, context []uint64) {
			for _, features := range around {
				if n := seen[&features[0]]; n < least {
					seen[&features[0]]++
					count(features)
				}
			}
			count(context)
		})
	}
	return frequent
}

// places is the number of counters that features share.
const places = 1 << 28

func placeOf(k tagger.Key) uint32 { return uint32(k) >> 4 }

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
	n := len(gold)
	e := example{around: make([]around, n), context: make([][]int32, n), allowed: make([]uint32, n), share: s.share}
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
