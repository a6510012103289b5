package main

import "fmt"

// folds is into how many parts cross cuts a corpus.
const folds = 4

// cross scores each part of the corpora by weights that were tuned to the
// other parts.
func cross(corpora []corpus) {
	mean := make([]score, len(corpora))
	for k := range folds {
		rest := make([]corpus, len(corpora))
		for i, c := range corpora {
			rest[i] = c.but(c.parts(folds)[k])
		}
		tuned := tune(rest)
		fmt.Printf("%+v\n", tuned)
		for i, c := range corpora {
			part := c.parts(folds)[k]
			s := part.score(tuned)
			fmt.Printf("%-30s P %.3f R %.3f F1 %.3f\n", part.name, s.precision, s.recall, s.f1)
			share := float64(len(part.items)) / float64(len(c.items))
			mean[i].precision += share * s.precision
			mean[i].recall += share * s.recall
		}
	}
	for i, c := range corpora {
		s := mean[i].balanced()
		fmt.Printf("%-30s P %.3f R %.3f F1 %.3f\n", c.name, s.precision, s.recall, s.f1)
	}
}
