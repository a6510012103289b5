package main

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"newsbot/digest/entity/tagger"
)

// TestLatticeSumsAllPaths compares forward-backward with going all the ways.
func TestLatticeSumsAllPaths(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var l lattice
	var moves [labels]vector
	l.reset(3)
	for a := range labels {
		for i := range 3 {
			l.potential[i][a] = random.Float32()
		}
		for b := range labels {
			if tagger.Follows(tagger.Label(a), tagger.Label(b)) {
				moves[a][b] = random.Float32()
			}
		}
	}
	total := l.run(&moves)
	sum, first := 0.0, vector{}
	for a := range labels {
		for b := range labels {
			for c := range labels {
				if !tagger.Follows(tagger.Outside, tagger.Label(a)) || !tagger.Follows(tagger.Label(c), tagger.Outside) {
					continue
				}
				p := l.potential[0][a] * moves[a][b] * l.potential[1][b] * moves[b][c] * l.potential[2][c]
				sum += float64(p)
				first[a] += p
			}
		}
	}
	if math.Abs(total-math.Log(sum)) > 1e-4 {
		t.Errorf("log of the sum of all paths is %v, want %v", total, math.Log(sum))
	}
	for a, p := range l.marginal(0) {
		if want := first[a] / float32(sum); math.Abs(float64(p-want)) > 1e-4 {
			t.Errorf("probability of label %d is %v, want %v", a, p, want)
		}
	}
}

// TestLearn trains on two sentences that a model can tell apart.
func TestLearn(t *testing.T) {
	parts := &tagger.Parts{Clusters: [][]uint16{{}}}
	doc := []labelled{
		newLabelled([]string{"Anna", "Keller", "spoke", "in", "Geneva"}, []string{"B-PER", "I-PER", "O", "O", "B-LOC"}),
		newLabelled([]string{"She", "left", "Geneva", "with", "Anna", "Keller"}, []string{"O", "O", "B-LOC", "O", "B-PER", "I-PER"}),
	}
	for i := range doc {
		doc[i].share = 1
	}
	learn(parts, [][]labelled{doc, doc}, options{epochs: 20, rate: 0.1}, 0)
	all, _ := evaluate(tagger.New(parts.Model()), [][]labelled{doc})
	if all.f1() != 1 {
		t.Errorf("F1 on the training data is %v, want 1", all.f1())
	}
}

func TestNewLabelled(t *testing.T) {
	s := newLabelled([]string{"The", "China-based", "SCO-RATS", "'s"}, []string{"O", "O", "B-ORG", "I-ORG"})
	if want := []string{"The", "China", "-", "based", "SCO", "-", "RATS", "'s"}; !slices.Equal(s.pieces, want) {
		t.Errorf("pieces %q, want %q", s.pieces, want)
	}
	if want := []tagger.Name{{First: 4, Last: 8, Kind: tagger.Organization}}; !slices.Equal(s.names, want) {
		t.Errorf("names %v, want %v", s.names, want)
	}
	if want := []bool{false, true, true, true, false, false, false, false}; !slices.Equal(s.free, want) {
		t.Errorf("free %v, want %v", s.free, want)
	}
	harmonize(&s, tagger.NewGazetteer(nil, nil))
	if want := []tagger.Name{{First: 4, Last: 7, Kind: tagger.Organization}}; !slices.Equal(s.names, want) {
		t.Errorf("harmonized names %v, want %v", s.names, want)
	}
}
