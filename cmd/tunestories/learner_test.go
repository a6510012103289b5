package main

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// TestLearn expects words that tell of like events to mean the like, also where no text has both, and one that only
// its vector is known of to mean what those of a like vector do.
func TestLearn(t *testing.T) {
	kinds := [][]string{
		{"jailed", "sentenced", "prison", "convicted", "judge"},
		{"flood", "rain", "river", "swollen", "banks"},
		{"goal", "striker", "match", "penalty", "league"},
	}
	var terms []term
	for k, words := range kinds {
		for _, w := range append(words, fmt.Sprint("unseen", k)) {
			vector := make([]float32, len(kinds))
			vector[k] = 1
			terms = append(terms, term{word: w, vector: vector, weight: 1})
		}
	}
	random := rand.New(rand.NewPCG(7, 7))
	b := beat{often: 3}
	for range 200 {
		first := 6 * random.IntN(len(kinds))
		two := random.Perm(5)
		b.events = append(b.events, [][]int{{first + two[0], first + two[1]}, {first + two[2], first + two[3]}})
	}
	l := newLearner(terms, len(kinds))
	l.learn([]beat{b})
	like := func(i, j int) float32 {
		a, b := l.terms[i].sum, l.terms[j].sum
		return a.dot(&b)
	}
	for first := 0; first < len(terms); first += 6 {
		other := (first + 6) % len(terms)
		if like(first, first+1) <= like(first, other) || like(first, first+5) <= like(first, other+5) {
			t.Errorf("%s is like %s %.2f, %s %.2f, %s %.2f, %s %.2f", terms[first].word,
				terms[first+1].word, like(first, first+1), terms[other].word, like(first, other),
				terms[first+5].word, like(first, first+5), terms[other+5].word, like(first, other+5))
		}
	}
}

func TestOfItems(t *testing.T) {
	events, err := ofItems("a1\tBridge shut\tA lorry hit it.\na2\tPay rises\t\na1\tDrivers face detour\t\n")
	if err != nil || len(events) != 2 || len(events[0]) != 2 || events[0][1].Title != "Drivers face detour" {
		t.Errorf("events %v, error %v", events, err)
	}
	if _, err := ofItems("a1\tBridge shut\n"); err == nil {
		t.Error("no error for a line of two fields")
	}
}
