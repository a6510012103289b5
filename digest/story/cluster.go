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

// untaken is the version of a link whose likeness is still to be taken from the other story.
const untaken = -1

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
	// What one step changes of a story, no other story's same step reads.
	parallel.With(len(stale), b.scratches(), func(s *scratch, k int) { b.compareLinks(s, stale[k]) })
	parallel.With(len(stale), b.scratches(), func(s *scratch, k int) { b.takeLikeness(s, stale[k]) })
	parallel.Each(len(stale), func(k int) { b.findBest(stale[k]) })
	for _, n := range stale {
		b.stories[n].stale = false
	}
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

// crowd notes which stories have become crowded; they and those near them are looked at
// again.
func (b *Book) crowd(stale []int32) {
	for _, n := range stale {
		s := b.stories[n]
		if s.crowded || s.alike < manyAlike {
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

// compareLinks brings the links of a stale story up to date: each leads to a live story,
// once. Where that is stale too, one of the two compares, and the other takes its word.
func (b *Book) compareLinks(scratch *scratch, n int32) {
	s := b.stories[n]
	scratch.mark++
	scratch.seen[n] = scratch.mark
	scratch.begin(s)
	links := s.links[:0]
	for _, l := range s.links {
		to := b.root(l.story)
		if scratch.seen[to] == scratch.mark {
			continue
		}
		scratch.seen[to] = scratch.mark
		other := b.stories[to]
		if version := s.version + other.version; to != l.story || l.version != version {
			l = link{story: to, version: version}
			if to < n && other.stale {
				l.version = untaken
			} else {
				l.likeness = b.compare(&scratch.comparison, other)
			}
		}
		links = append(links, l)
	}
	s.links = links
	scratch.end()
}

// takeLikeness completes the links of a story with what the stories that they lead to
// have found; one that was taken apart has lost its own link.
func (b *Book) takeLikeness(scratch *scratch, n int32) {
	s := b.stories[n]
	for i := range s.links {
		l := &s.links[i]
		if l.version != untaken {
			continue
		}
		other := b.stories[l.story]
		l.version = s.version + other.version
		if at := other.linkTo(n); at >= 0 {
			l.likeness = other.links[at].likeness
			continue
		}
		scratch.begin(s)
		l.likeness = b.compare(&scratch.comparison, other)
		scratch.end()
	}
}

// linkTo returns the index of the story's link to another, -1 for none.
func (b *bundle) linkTo(story int32) int {
	for i := range b.links { // not a copy of each: others may be completing them
		if b.links[i].story == story {
			return i
		}
	}
	return -1
}

// findBest drops the faint links of a story and finds the one to the story most like it.
func (b *Book) findBest(n int32) {
	s := b.stories[n]
	s.best, s.alike = -1, 0
	var nearest float32
	kept := s.links[:0]
	for _, l := range s.links {
		if l.odds < faint {
			continue
		}
		kept = append(kept, l)
		other := b.stories[l.story]
		if l.odds >= l.need {
			s.alike += int(other.size)
		}
		if l.odds >= needed(&l, s, other) && (s.best < 0 || l.near > nearest || l.near == nearest && tie(n, l.story) > tie(n, s.best)) {
			s.best, nearest = l.story, l.near
		}
	}
	s.links = kept
}

// needed returns the odds that two stories need to be one: titles that have a name in common are many on any day,
// those of a story that many tell have many others beside them.
func needed(l *link, x, y *bundle) float32 {
	if x.crowded && y.crowded {
		return 0
	}
	return l.need
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
