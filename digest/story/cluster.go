package story

import (
	"cmp"
	"slices"

	"newsbot/digest/parallel"
)

// link is a story that may be like another.
type link struct {
	story int32
	likeness
	version int32 // of both stories together when the likeness was computed
}

// faint are the odds below which a link is forgotten.
const faint = -1

// refreshLater notes that a story's links are out of date.
func (b *Book) refreshLater(n int32) {
	if s := b.stories[n]; !s.stale {
		s.stale = true
		b.stale = append(b.stale, n)
	}
}

// round is a round of average-linkage clustering (Sokal and Michener 1958) over
// the sparse graph of links, by reciprocal nearest neighbours (Murtagh 1983):
// every story finds the one most like it, and all pairs that find each other and
// are alike enough become one. It reports whether there is anything left to look at.
func (b *Book) round() bool {
	var stale []int32
	for _, n := range b.stale {
		if b.stories[n].into < 0 {
			stale = append(stale, n)
		}
	}
	b.stale = b.stale[:0]
	slices.Sort(stale)
	stale = slices.Compact(stale)
	// Refreshing a story changes nothing that refreshing another one reads.
	parallel.With(len(stale), b.scratches(), func(s *scratch, k int) { b.refresh(s, stale[k]) })
	b.crowd(stale)
	var pairs []pair
	for _, n := range stale {
		s := b.stories[n]
		if s.best >= 0 && b.stories[s.best].best == n {
			pairs = append(pairs, pair{min(n, s.best), max(n, s.best)})
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Compare(a.first, b.first) })
	pairs = slices.Compact(pairs)
	for _, p := range pairs {
		b.merge(p.first, p.second)
	}
	for _, p := range pairs {
		b.refreshLater(p.first)
		for _, l := range b.stories[p.first].links {
			b.refreshLater(b.root(l.story))
		}
	}
	return len(b.stale) > 0
}

// manyAlike is how many articles a crowded story is alike to.
const manyAlike = 6

// crowd notes which titles have become crowded; they and those near them are looked at
// again.
func (b *Book) crowd(stale []int32) {
	for _, n := range stale {
		s := b.stories[n]
		if s.crowded || s.size > 1 || s.titles == 0 || s.alike < manyAlike {
			continue
		}
		s.crowded = true
		b.refreshLater(n)
		for _, l := range s.links {
			b.refreshLater(b.root(l.story))
		}
	}
}

// pair is two stories that are one.
type pair struct{ first, second int32 }

// refresh brings a story's links up to date and finds its best.
func (b *Book) refresh(scratch *scratch, n int32) {
	s := b.stories[n]
	scratch.mark++
	scratch.seen[n] = scratch.mark
	scratch.begin(s)
	s.stale, s.best, s.alike = false, -1, 0
	var nearest float32
	kept := s.links[:0]
	for _, l := range s.links {
		to := b.root(l.story)
		if scratch.seen[to] == scratch.mark {
			continue
		}
		scratch.seen[to] = scratch.mark
		other := b.stories[to]
		if to != l.story || l.version != s.version+other.version {
			l = link{to, b.compare(&scratch.comparison, other), s.version + other.version}
		}
		if l.odds < faint {
			continue
		}
		kept = append(kept, l)
		if l.odds >= 0 {
			s.alike += int(other.size)
		}
		if l.odds >= b.alone(s, other) && (s.best < 0 || l.near > nearest || l.near == nearest && tie(n, to) > tie(n, s.best)) {
			s.best, nearest = to, l.near
		}
	}
	s.links = kept
	scratch.end()
}

// tie orders equal matches by chance, the same for both stories, so that many
// copies pair off instead of all preferring one.
func tie(i, j int32) uint64 { return mix(uint64(min(i, j))<<32 | uint64(max(i, j))) }

// root returns the story that story n is part of by now.
func (b *Book) root(n int32) int32 {
	for b.stories[n].into >= 0 {
		n = b.stories[n].into
	}
	return n
}

// merge makes story m part of story n.
func (b *Book) merge(n, m int32) {
	into, from := b.stories[n], b.stories[m]
	b.index.remove(into.entry)
	b.index.remove(from.entry)
	b.changed = append(b.changed, n)
	into.take(from)
	into.version = b.tick()
	*from = bundle{into: n}
}
