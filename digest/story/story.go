package story

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"newsbot/digest/text"
)

// Item is what grouping reads of an article.
type Item struct {
	ID       string
	Story    string // the name of the story that it is in, "" where that is to be found
	Source   string
	Title    string
	Terms    []text.Term // salient terms of title and body; where nil, the title's words count
	Entities []Name
	Time     time.Time // when it was published; zero counts neither for nor against
	Print    uint64    // Fingerprint of its text; 0 where that is not known
	Opinion  bool      // it says that it is no report but somebody's opinion, or what somebody said
}

// Name is an entity of an article with how far the article is about it (0 to 1).
type Name struct {
	ID       string
	Salience float64
}

// Group returns the stories that items fall into, as indexes of items. Every
// item is in one story, those that name one in that. The stories and the items in them are in order of
// time, and do not depend on the order in which the items come.
func Group(items []Item) [][]int { return Default().Group(items) }

// Group is the function Group with other weights.
func (w Weights) Group(items []Item) [][]int {
	order := inOrder(items)
	sorted := make([]Item, len(items))
	for i, at := range order {
		sorted[i] = items[at]
	}
	groups := w.stories(sorted)
	for _, g := range groups {
		for i, at := range g {
			g[i] = order[at]
		}
	}
	return groups
}

// stories returns the stories of items that are in order.
func (w Weights) stories(items []Item) [][]int {
	if groups, ok := known(items); ok {
		return groups
	}
	book := w.NewBook()
	book.Add(items)
	return book.Stories()
}

// known returns the stories of items if all of them are known.
func known(items []Item) (groups [][]int, ok bool) {
	at := make(map[string]int, len(items))
	for i, it := range items {
		if it.Story == "" {
			return nil, false
		}
		g, ok := at[it.Story]
		if !ok {
			g = len(groups)
			at[it.Story] = g
			groups = append(groups, nil)
		}
		groups[g] = append(groups[g], i)
	}
	return groups, true
}

// inOrder returns the indexes of items by time and then by what else they
// hold, so that only items that are alike keep the order in which they came.
func inOrder(items []Item) []int {
	order := make([]int, len(items))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := &items[i], &items[j]
		return cmp.Or(a.Time.Compare(b.Time), strings.Compare(a.Title, b.Title), strings.Compare(a.Source, b.Source),
			cmp.Compare(a.Print, b.Print), slices.CompareFunc(a.Terms, b.Terms, compareTerms))
	})
	return order
}

func compareTerms(a, b text.Term) int {
	return cmp.Or(strings.Compare(a.Word, b.Word), cmp.Compare(a.Weight, b.Weight))
}
