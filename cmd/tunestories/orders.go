package main

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"newsbot/digest/story"
)

// orders prints how well articles fall into stories that arrive one by one in
// orders of chance, and how alike the stories of two orders are: B-cubed of
// the one against the other.
func orders(w story.Weights, corpora []corpus) {
	const tries = 10
	r := rand.New(rand.NewPCG(1, 2))
	for _, c := range corpora {
		var against, alike float64
		var last []string
		for range tries {
			names := c.arrive(w, r.Perm(len(c.items)))
			against += bcubed(c.gold, groupsOf(names)).f1
			if last != nil {
				alike += bcubed(last, groupsOf(names)).f1
			}
			last = names
		}
		fmt.Printf("%-24s F1 %.3f  between two orders %.3f\n", c.name, against/tries, alike/(tries-1))
	}
}

// arrive adds the articles one by one in an order and returns the story of each.
func (c corpus) arrive(w story.Weights, order []int) []string {
	book := w.NewBook()
	for _, i := range order {
		it := c.items[i]
		it.ID = fmt.Sprint(i)
		book.Add([]story.Item{it})
	}
	names := make([]string, len(order))
	for n, i := range order {
		names[i] = book.Story(n)
	}
	return names
}

// groupsOf returns the articles of each story.
func groupsOf(stories []string) [][]int {
	at := make(map[string][]int)
	for i, name := range stories {
		at[name] = append(at[name], i)
	}
	var groups [][]int
	for _, i := range at {
		groups = append(groups, i)
	}
	slices.SortFunc(groups, slices.Compare)
	return groups
}
