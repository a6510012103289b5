package tagger

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestDecodeIsBest compares the search with trying every sequence.
func TestDecodeIsBest(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for range 20 {
		tokens := make([]scores, 3)
		w := &Weights{}
		for a := range NumLabels {
			for i := range tokens {
				tokens[i][a] = random.Float32()
			}
			for b := range NumLabels {
				w.Transitions[a][b] = random.Float32()
			}
		}
		m := NewModel(&Extractor{}, w)
		var v viterbi
		got := v.decode(nil, tokens, &m.transitions)
		if want := bestByTrial(tokens, w); !slices.Equal(got, want) {
			t.Fatalf("decode = %v, want %v", got, want)
		}
	}
}

func bestByTrial(tokens []scores, w *Weights) (best []Label) {
	top := float32(-1)
	for a := range Label(NumLabels) {
		for b := range Label(NumLabels) {
			for c := range Label(NumLabels) {
				if !Follows(Outside, a) || !Follows(a, b) || !Follows(b, c) || !c.closed() {
					continue
				}
				s := tokens[0][a] + tokens[1][b] + tokens[2][c] + w.Transitions[a][b] + w.Transitions[b][c]
				if s > top {
					top, best = s, []Label{a, b, c}
				}
			}
		}
	}
	return best
}
