package story

import (
	"cmp"
	"runtime"
	"slices"
	"sync/atomic"

	"newsbot/digest/parallel"
)

// Book holds the open stories and takes in articles as they come. It is not
// safe for concurrent use.
type Book struct {
	Weights
	space   *space
	stories []*bundle // by number, an item's first; one that became part of another points to it
	named   map[string]int32
	index   index
	stale   []int32 // live stories whose links and best are to be found anew
	changed []int32 // stories that are not in the index as they are now
	settled float64 // share of its items that came before the last ones
	memory  []scratch
}

// NewBook returns a Book without stories.
func (w Weights) NewBook() *Book {
	return &Book{
		Weights: w, space: w.newSpace(), named: make(map[string]int32),
		memory: make([]scratch, runtime.GOMAXPROCS(0)),
	}
}

// Len returns how many items the book has taken in.
func (b *Book) Len() int { return len(b.stories) }

// Add takes in items, numbered on from Len. Those that name a Story are in it,
// with the others that name it; every other one joins the story that it belongs
// to or opens one. Stories that turn out to be one are merged.
func (b *Book) Add(items []Item) {
	first := int32(len(b.stories))
	b.settled = float64(first) / float64(int(first)+len(items))
	vectors := b.space.vectors(items)
	b.index.grow(len(b.space.dims))
	var fresh []int32
	for i := range items {
		n := first + int32(i)
		s := newBundle(&items[i], vectors[i], int(n))
		b.stories = append(b.stories, s)
		other, known := b.named[s.name]
		if s.known && known {
			b.merge(b.root(other), n)
			continue
		}
		b.named[s.name] = n
		if !s.known {
			fresh = append(fresh, n)
		} else {
			b.changed = append(b.changed, n)
		}
	}
	b.enter(b.takeChanged())
	b.link(fresh)
	b.settle()
	for _, n := range fresh {
		b.stories[b.root(n)].known = true
	}
}

// Story returns the name of item i's story: the ID of the item that it began
// with.
func (b *Book) Story(i int) string { return b.stories[b.root(int32(i))].name }

// Stories returns the stories as the numbers of their items, in order of their
// first.
func (b *Book) Stories() [][]int {
	var groups [][]int
	for _, s := range b.stories {
		if s.into < 0 {
			groups = append(groups, slices.Sorted(slices.Values(s.members)))
		}
	}
	slices.SortFunc(groups, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	return groups
}

// settle merges stories until none has anything to merge with.
func (b *Book) settle() {
	for len(b.stale) > 0 {
		for b.round() {
		}
		b.link(b.takeChanged())
	}
}

// takeChanged returns the live stories that the index does not have as they
// are now.
func (b *Book) takeChanged() []int32 {
	var live []int32
	for _, n := range b.changed {
		if b.stories[n].into < 0 {
			live = append(live, n)
		}
	}
	slices.Sort(live)
	b.changed = b.changed[:0]
	return slices.Compact(live)
}

// enter enters stories as they are now in the index.
func (b *Book) enter(stories []int32) {
	tops := make([]vector, len(stories))
	parallel.Each(len(stories), func(k int) { tops[k] = heaviest(b.stories[stories[k]].unit()) })
	for k, n := range stories {
		b.stories[n].entry = b.index.enter(n, tops[k])
	}
}

// link enters stories and links them with their neighbours: what a story has
// become may be like others than its items were.
func (b *Book) link(stories []int32) {
	b.enter(stories)
	near := make([][]int32, len(stories))
	parallel.With(len(stories), b.scratches(), func(s *scratch, k int) {
		near[k] = b.index.near(&s.search, b.stories[stories[k]].entry)
	})
	for k, n := range stories {
		for _, m := range near[k] {
			b.stories[n].links = append(b.stories[n].links, link{story: m})
			b.stories[m].links = append(b.stories[m].links, link{story: n})
			b.refreshLater(m)
		}
		b.refreshLater(n)
	}
}

// scratches returns a function that gives every processor memory of its own.
func (b *Book) scratches() func() *scratch {
	var next atomic.Int32
	return func() *scratch {
		s := &b.memory[next.Add(1)-1]
		s.grow(len(b.stories), len(b.space.dims))
		return s
	}
}

// scratch is the memory of looking at stories, one after the other.
type scratch struct {
	search search
	seen   []int32 // the last refresh that came by the story
	mark   int32
	comparison
}

func (s *scratch) grow(stories, dims int) {
	s.seen = append(s.seen, make([]int32, max(stories-len(s.seen), 0))...)
	s.spread = append(s.spread, make([]held, max(dims-len(s.spread), 0))...)
}
