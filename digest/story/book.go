package story

import (
	"cmp"
	"slices"
	"sync"

	"newsbot/digest/parallel"
)

// Book holds the open stories and takes in articles as they come. It is not
// safe for concurrent use.
type Book struct {
	Weights
	space   *space
	items   []single
	stories []*bundle        // by number, an item's first; one that became part of another points to it
	named   map[string]int32 // the item that holds a story's name
	outlets map[string]int32 // their numbers by name
	clock   int32            // version of the story that changed last
	index   index
	stale   []int32 // live stories whose links and best are to be found anew
	changed []int32 // stories that are not in the index as they are now
	memory  []*scratch
}

// NewBook returns a Book without stories.
func (w Weights) NewBook() *Book {
	return &Book{Weights: w, space: w.newSpace(), named: make(map[string]int32), outlets: make(map[string]int32)}
}

// Add takes in items, numbered in the order in which they come. Those that name a Story are in it,
// with the others that name it; every other one joins the story that it belongs
// to or opens one. Stories that turn out to be one are merged, and those near a
// new item are grouped anew, so that what came too early to be judged well finds
// its place.
func (b *Book) Add(items []Item) {
	var added, fresh, restored []int32
	first := int32(len(b.stories))
	vectors := b.space.vectors(items)
	b.index.compact(func(story, number int32) { b.stories[story].entry = number })
	b.index.grow(len(b.space.dims))
	for i := range items {
		b.items = append(b.items, newSingle(&items[i], vectors[i], b.space.meaning(vectors[i]), b.outlet(items[i].Source)))
		b.stories = append(b.stories, nil)
		added = append(added, first+int32(i))
	}
	b.open(added)
	for i, n := range added {
		if _, held := b.named[items[i].ID]; !held {
			b.named[items[i].ID] = n
		}
		if items[i].Story == "" {
			fresh = append(fresh, n)
		} else {
			b.restore(n, items[i].Story)
			restored = append(restored, n)
		}
	}
	b.sorted(restored)
	b.enter(b.takeChanged())
	b.link(fresh)
	b.settle()
	if first > 0 {
		b.regroup(fresh)
	}
	for _, n := range fresh {
		s := b.stories[b.root(n)]
		s.fame = s.size
	}
}

// outlet returns the number of an outlet, 0 for "".
func (b *Book) outlet(name string) int32 {
	if name == "" {
		return 0
	}
	n, known := b.outlets[name]
	if !known {
		n = int32(len(b.outlets) + 1)
		b.outlets[name] = n
	}
	return n
}

// open makes of each item a story of it alone.
func (b *Book) open(items []int32) {
	vectors := make([]vector, len(items))
	parallel.Each(len(items), func(k int) { vectors[k] = b.space.weighed(b.items[items[k]].vector) })
	for k, n := range items {
		s := b.items[n].bundle(vectors[k])
		s.members = []int{int(n)}
		s.version = b.tick()
		b.stories[n] = s
	}
}

// tick returns a version that no story had.
func (b *Book) tick() int32 {
	b.clock++
	return b.clock
}

// restore puts item n into the story of a name. The item that the name is of
// holds it, where it is in the book.
func (b *Book) restore(n int32, name string) {
	s := b.stories[n]
	holder, known := b.named[name]
	if !known || s.name == name {
		b.named[name] = n
	}
	s.name, s.fame = name, 1
	if known && holder != n {
		b.merge(b.root(holder), n)
		return
	}
	b.changed = append(b.changed, n)
}

// Story returns the name of item i's story: the ID of the item that it began
// with.
func (b *Book) Story(i int) string { return b.stories[b.root(int32(i))].name }

// Named returns the name that the story which once had a name has now; ok is false
// where the book knows none that had it.
func (b *Book) Named(name string) (now string, ok bool) {
	holder, ok := b.named[name]
	if !ok {
		return "", false
	}
	return b.Story(int(holder)), true
}

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

// scratches returns a function that gives everyone who calls it memory of its own.
func (b *Book) scratches() func() *scratch {
	var taking sync.Mutex
	taken := 0
	take := func() *scratch {
		taking.Lock()
		defer taking.Unlock()
		if taken == len(b.memory) {
			b.memory = append(b.memory, new(scratch))
		}
		taken++
		return b.memory[taken-1]
	}
	return func() *scratch {
		s := take()
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
