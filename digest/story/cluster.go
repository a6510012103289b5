package story

import (
	"cmp"
	"math"
	"slices"

	"newsbot/digest/parallel"
)

// link is a story that may be like another, with how like it is: 1 is enough
// to be one story.
type link struct {
	story   int32
	match   float32
	version int32 // of both stories together when it was computed
}

// faint is the match below which a link is forgotten.
const faint = .4

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
// are alike enough become one. It reports whether there were any.
func (b *Book) round() bool {
	var stale []int32
	for _, n := range b.stale {
		if b.stories[n].into < 0 {
			stale = append(stale, n)
		}
	}
	b.stale = b.stale[:0]
	// Refreshing a story changes nothing that refreshing another one reads.
	parallel.With(len(stale), b.scratches(), func(s *scratch, k int) { b.refresh(s, stale[k]) })
	var pairs []pair
	for _, n := range stale {
		s := b.stories[n]
		if s.match >= 1 && b.stories[s.best].best == n {
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
	return len(pairs) > 0
}

// pair is two stories that are one.
type pair struct{ first, second int32 }

// refresh brings a story's links up to date and finds its best.
func (b *Book) refresh(scratch *scratch, n int32) {
	s := b.stories[n]
	scratch.mark++
	scratch.seen[n] = scratch.mark
	for _, x := range s.vector {
		scratch.dense[x.dim] = x.value
	}
	s.stale, s.best, s.match = false, -1, 0
	kept := s.links[:0]
	for _, l := range s.links {
		to := b.root(l.story)
		if scratch.seen[to] == scratch.mark {
			continue
		}
		scratch.seen[to] = scratch.mark
		other := b.stories[to]
		if to != l.story || l.version != s.version+other.version {
			l = link{to, b.compare(s, other, scratch.dense), s.version + other.version}
		}
		if l.match < faint {
			continue
		}
		kept = append(kept, l)
		if l.match > s.match || l.match == s.match && tie(n, to) > tie(n, s.best) {
			s.best, s.match = to, l.match
		}
	}
	s.links = kept
	for _, x := range s.vector {
		scratch.dense[x.dim] = 0
	}
}

// tie orders equal matches by chance, the same for both stories, so that many
// copies pair off instead of all preferring one.
func tie(i, j int32) uint64 { return mix(uint64(min(i, j))<<32 | uint64(max(i, j))) }

// compare tells how like two stories are, 1 being like enough to be one. The
// vector of a is spread out in dense.
func (w Weights) compare(a, b *bundle, dense []float32) float32 {
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
	return float32(alike * w.fade(a, b) / (w.Short + (w.Long-w.Short)*rich))
}

// fade is 1 for stories of one time or of unknown time, less for others.
func (w Weights) fade(a, b *bundle) float64 {
	gap := max(b.first-a.last, a.first-b.last) - w.Grace.Hours()
	if gap <= 0 || !a.dated || !b.dated {
		return 1
	}
	return max(math.Exp2(-gap/w.HalfLife.Hours()), w.Floor)
}

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
	b.measure(into)
	*from = bundle{into: n}
}
