package main

import (
	"cmp"
	"fmt"
	"slices"

	"newsbot/digest/story"
)

// How much of the losses is printed of a corpus.
const (
	mostLosses = 25
	mostParts  = 5 // of one loss
)

// loss is what a group that joins several stories costs in precision, or a
// story that is in several groups in recall.
type loss struct {
	what  string
	cost  float64
	parts [][]int // the articles that are of one story and in one group, the most first
}

// losses prints what costs most in each corpus, with a title of each part.
func losses(w story.Weights, corpora []corpus) {
	for _, c := range corpora {
		groups := w.Group(c.items)
		s := bcubed(c.gold, groups)
		fmt.Printf("%s: P %.3f R %.3f F1 %.3f\n", c.name, s.precision, s.recall, s.f1)
		all := append(cut("joined", groups, c.gold), cut("split", groupsOf(c.gold), labels(groups, len(c.gold)))...)
		slices.SortStableFunc(all, func(a, b loss) int { return cmp.Compare(b.cost, a.cost) })
		for _, l := range all[:min(mostLosses, len(all))] {
			fmt.Printf("  %.4f %s\n", l.cost/float64(len(c.gold)), l.what)
			for _, part := range l.parts[:min(mostParts, len(l.parts))] {
				fmt.Printf("    %4d %s\n", len(part), c.items[part[len(part)/2]].Title)
			}
		}
	}
}

// cut returns what sets of articles cost, in articles, whose labels differ.
func cut(what string, sets [][]int, labels []string) []loss {
	var all []loss
	for _, set := range sets {
		of := make([]string, len(set))
		for k, i := range set {
			of[k] = labels[i]
		}
		l := loss{what: what, cost: float64(len(set)), parts: groupsOf(of)}
		for _, part := range l.parts {
			l.cost -= float64(len(part)*len(part)) / float64(len(set))
			for k := range part {
				part[k] = set[part[k]]
			}
		}
		if len(l.parts) > 1 {
			slices.SortStableFunc(l.parts, func(a, b []int) int { return cmp.Compare(len(b), len(a)) })
			all = append(all, l)
		}
	}
	return all
}

// labels returns the number of the group that each of n articles is in.
func labels(groups [][]int, n int) []string {
	of := make([]string, n)
	for g, group := range groups {
		for _, i := range group {
			of[i] = fmt.Sprint(g)
		}
	}
	return of
}
