package story

import (
	"cmp"
	"slices"
)

// How much is grouped anew at a time.
const (
	growth   = 1.1  // of a story since it was grouped last, from which it is again
	mostAnew = 1000 // items of a story with its neighbours
	likely   = -.5  // odds of a neighbour that is
)

// regroup groups the stories that new items have joined anew, with those that
// may be one with them: their items are clustered as if they had come together,
// so that what was judged when little was known finds its place. A story's turn
// comes when it has grown by a part of itself, so that all its turns together
// take time in proportion to its items.
func (b *Book) regroup(fresh []int32) {
	anew := make(map[int32]bool)
	for _, n := range fresh {
		for _, m := range b.around(b.root(n)) {
			anew[m] = true
		}
	}
	var items []int32
	for m := range anew {
		items = append(items, b.dissolve(m)...)
	}
	slices.Sort(items)
	b.link(items)
	b.settle()
	b.sorted(items)
}

// sorted notes that the stories of items are grouped as well as can be by now.
func (b *Book) sorted(items []int32) {
	for _, n := range items {
		s := b.stories[b.root(n)]
		s.sorted = s.size
	}
}

// around returns a story with those of its neighbours that are likely one with it, as many
// of the likest as there is room for, or none if its turn has not come.
func (b *Book) around(n int32) []int32 {
	s := b.stories[n]
	if s.size <= growth*s.sorted || s.size > mostAnew {
		return nil
	}
	links := slices.Clone(s.links)
	slices.SortFunc(links, func(x, y link) int { return cmp.Or(cmp.Compare(y.odds, x.odds), cmp.Compare(x.story, y.story)) })
	around, size := []int32{n}, s.size
	for _, l := range links {
		if l.odds < likely {
			break
		}
		m := b.root(l.story)
		if other := b.stories[m]; size+other.size <= mostAnew && !slices.Contains(around, m) {
			size += other.size
			around = append(around, m)
		}
	}
	return around
}

// dissolve makes stories of their own of a story's items. The one that holds
// its name keeps it, with its fame.
func (b *Book) dissolve(n int32) []int32 {
	s := b.stories[n]
	b.index.remove(s.entry)
	for _, l := range s.links {
		b.refreshLater(b.root(l.story))
	}
	items := make([]int32, len(s.members))
	for k, i := range s.members {
		items[k] = int32(i)
	}
	b.open(items)
	if holder := b.named[s.name]; slices.Contains(items, holder) {
		b.stories[holder].name, b.stories[holder].fame = s.name, s.fame
	}
	return items
}
