package story

import (
	"cmp"
	"slices"

	"newsbot/digest/parallel"
)

const (
	probes  = 14  // heaviest dimensions of an item that others are looked up by
	reach   = 128 // items looked at in one posting list before the item
	nearest = 16  // earlier items kept as the neighbours of one
	least   = .04 // inner product of the heaviest dimensions of neighbours
)

// posting is an item that has a dimension, and how much of it.
type posting struct {
	item  int32
	value float32
}

// neighbours returns for every item the earlier ones that may be like it. It
// finds them by the dimensions that weigh most in each, in an inverted index;
// in the list of a dimension that very many items have it looks only at the
// last ones, which are next in time. Time and memory are linear in the number
// of items.
func neighbours(vectors []vector, dims int) [][]int32 {
	tops := make([]vector, len(vectors))
	parallel.Each(len(vectors), func(i int) { tops[i] = heaviest(vectors[i]) })
	index := make([][]posting, dims)
	for i, top := range tops {
		for _, c := range top {
			index[c.dim] = append(index[c.dim], posting{int32(i), c.value})
		}
	}
	near := make([][]int32, len(vectors))
	parallel.With(len(vectors),
		func() *search { return &search{index: index, score: make([]float32, len(vectors))} },
		func(s *search, i int) { near[i] = s.near(int32(i), tops[i]) })
	return near
}

// search is the looking up of items, one after the other.
type search struct {
	index [][]posting
	score []float32 // of each item, 0 between two look-ups
	found []int32
	kept  []int32
}

// near returns the items before item i that may be like it.
func (s *search) near(i int32, top vector) []int32 {
	s.found, s.kept = s.found[:0], s.kept[:0]
	for _, c := range top {
		for _, p := range before(s.index[c.dim], i) {
			if s.score[p.item] == 0 {
				s.found = append(s.found, p.item)
			}
			s.score[p.item] += c.value * p.value
		}
	}
	for _, j := range s.found {
		if s.score[j] >= least {
			s.kept = append(s.kept, j)
		}
	}
	near := slices.Clone(strongest(s.kept, s.score))
	for _, j := range s.found {
		s.score[j] = 0
	}
	return near
}

// before returns the part of a posting list to look at: the last ones before
// item i.
func before(list []posting, i int32) []posting {
	end, _ := slices.BinarySearchFunc(list, i, func(p posting, i int32) int { return cmp.Compare(p.item, i) })
	return list[max(end-reach, 0):end]
}

// strongest returns the nearest items with the highest scores. Of equals it
// takes some here and some there, lest all items of a large set of copies have
// the same few neighbours.
func strongest(items []int32, score []float32) []int32 {
	if len(items) <= nearest {
		return items
	}
	slices.SortFunc(items, func(i, j int32) int {
		switch {
		case score[i] > score[j]:
			return -1
		case score[i] < score[j]:
			return 1
		default:
			return cmp.Compare(mix(uint64(i)), mix(uint64(j)))
		}
	})
	return items[:nearest]
}

// heaviest returns the components that weigh most, the heaviest first.
func heaviest(v vector) vector {
	top := make(vector, 0, min(len(v), probes)+1)
	for _, c := range v {
		if len(top) == probes && !heavier(c, top[probes-1]) {
			continue
		}
		at := len(top)
		for top = append(top, c); at > 0 && heavier(c, top[at-1]); at-- {
			top[at] = top[at-1]
		}
		top[at] = c
		top = top[:min(len(top), probes)]
	}
	return top
}

// heavier orders components by weight, equal ones by dimension.
func heavier(a, b component) bool {
	return a.value > b.value || a.value == b.value && a.dim < b.dim
}
