package story

import (
	"math"
	"slices"

	"newsbot/digest/parallel"
)

// cluster joins items, which are in order of time, to stories: average-linkage
// clustering (Sokal and Michener 1958) over the sparse graph of neighbours, by
// reciprocal nearest neighbours (Murtagh 1983). In every round each story
// finds the one most like it, and all pairs that find each other and are alike
// enough become one, until there are none; then the graph is made anew of what
// the stories have become, until that changes nothing.
func (w Weights) cluster(items []Item) [][]int {
	vectors, dims := w.vectors(items)
	c := clusterer{Weights: w, stories: make([]*bundle, len(items)), dims: dims}
	for i := range items {
		c.stories[i] = c.newBundle(&items[i], vectors[i], i)
	}
	live := c.live()
	for before := len(live) + 1; len(live) < before; {
		before = len(live)
		c.link(live)
		for c.round() {
		}
		live = c.live()
	}
	return c.groups()
}

// live returns the numbers of the stories that are no part of another.
func (c *clusterer) live() []int32 {
	var live []int32
	for i, b := range c.stories {
		if b.into < 0 {
			live = append(live, int32(i))
		}
	}
	return live
}

// link links the live stories with their neighbours as they are now: what a story
// has become may be like others than its items were.
func (c *clusterer) link(live []int32) {
	vectors := make([]vector, len(live))
	for k, i := range live {
		vectors[k] = c.stories[i].unit()
	}
	for k, near := range neighbours(vectors, c.dims) {
		a := c.stories[live[k]]
		for _, n := range near {
			b := c.stories[live[n]]
			a.links = append(a.links, link{story: live[n]})
			b.links = append(b.links, link{story: live[k]})
			a.stale, b.stale = true, true
		}
	}
}

// clusterer is a clustering under way.
type clusterer struct {
	Weights
	stories []*bundle // by number; a story that became part of another points to it
	dims    int       // of all vectors
}

// scratch is the memory of refreshing stories, one after the other.
type scratch struct {
	seen  []int32 // the last refresh that came by the story
	mark  int32
	dense []float32 // the vector of the story being refreshed, by dimension
}

func (c *clusterer) newScratch() *scratch {
	return &scratch{seen: make([]int32, len(c.stories)), dense: make([]float32, c.dims)}
}

// link is a story that may be like another, with how like it is: 1 is enough
// to be one story.
type link struct {
	story   int32
	match   float32
	version int32 // of both stories together when it was computed
}

// faint is the match below which a link is forgotten.
const faint = .4

// round makes pairs of stories one and reports whether there were any.
func (c *clusterer) round() bool {
	var stale []int32
	for i, b := range c.stories {
		if b.into < 0 && b.stale {
			stale = append(stale, int32(i))
		}
	}
	// Refreshing a story changes nothing that refreshing another one reads.
	parallel.With(len(stale), c.newScratch, func(s *scratch, k int) { c.refresh(s, stale[k]) })
	var changed []int32
	for i, b := range c.stories {
		if b.into < 0 && b.best > int32(i) && b.match >= 1 && c.stories[b.best].best == int32(i) {
			changed = append(changed, int32(i))
		}
	}
	for _, i := range changed {
		c.merge(i, c.stories[i].best)
	}
	for _, i := range changed {
		c.stories[i].stale = true
		for _, l := range c.stories[i].links {
			c.stories[c.root(l.story)].stale = true
		}
	}
	return len(changed) > 0
}

// refresh brings the story's links up to date and finds its best.
func (c *clusterer) refresh(s *scratch, i int32) {
	b := c.stories[i]
	s.mark++
	s.seen[i] = s.mark
	for _, x := range b.vector {
		s.dense[x.dim] = x.value
	}
	b.stale, b.best, b.match = false, -1, 0
	kept := b.links[:0]
	for _, l := range b.links {
		to := c.root(l.story)
		if s.seen[to] == s.mark {
			continue
		}
		s.seen[to] = s.mark
		other := c.stories[to]
		if to != l.story || l.version != b.version+other.version {
			l = link{to, c.compare(b, other, s.dense), b.version + other.version}
		}
		if l.match < faint {
			continue
		}
		kept = append(kept, l)
		if l.match > b.match || l.match == b.match && tie(i, to) > tie(i, b.best) {
			b.best, b.match = to, l.match
		}
	}
	b.links = kept
	for _, x := range b.vector {
		s.dense[x.dim] = 0
	}
}

// tie orders equal matches by chance, the same for both stories, so that many
// copies pair off instead of all preferring one.
func tie(i, j int32) uint64 { return mix(uint64(min(i, j))<<32 | uint64(max(i, j))) }

// compare tells how like two stories are, 1 being like enough to be one. The
// vector of a is spread out in dense.
func (c *clusterer) compare(a, b *bundle, dense []float32) float32 {
	var product float64
	if len(b.vector) > 8*len(a.vector) {
		product = dot(a.vector, b.vector)
	} else {
		for _, x := range b.vector {
			product += float64(dense[x.dim]) * float64(x.value)
		}
	}
	alike := product / (a.norm * b.norm)
	rich := (a.rich/a.size + b.rich/b.size) / 2
	return float32(alike * c.fade(a, b) / (c.Short + (c.Long-c.Short)*rich))
}

// fade is 1 for stories of one time or of unknown time, less for others.
func (c *clusterer) fade(a, b *bundle) float64 {
	gap := max(b.first-a.last, a.first-b.last) - c.Grace.Hours()
	if gap <= 0 || !a.dated || !b.dated {
		return 1
	}
	return max(math.Exp2(-gap/c.HalfLife.Hours()), c.Floor)
}

// root returns the story that story i is part of by now.
func (c *clusterer) root(i int32) int32 {
	for c.stories[i].into >= 0 {
		i = c.stories[i].into
	}
	return i
}

// merge makes story j part of story i.
func (c *clusterer) merge(i, j int32) {
	a, b := c.stories[i], c.stories[j]
	a.vector = plus(a.vector, b.vector)
	a.size += b.size
	a.rich += b.rich
	a.members = append(a.members, b.members...)
	a.links = append(a.links, b.links...)
	a.span(b)
	a.version = max(a.version, b.version) + 1
	c.measure(a)
	*b = bundle{into: i}
}

// groups returns the stories in order of their first items.
func (c *clusterer) groups() [][]int {
	var groups [][]int
	for _, b := range c.stories {
		if b.into < 0 {
			slices.Sort(b.members)
			groups = append(groups, b.members)
		}
	}
	slices.SortFunc(groups, func(a, b []int) int { return a[0] - b[0] })
	return groups
}
