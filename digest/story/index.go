package story

import (
	"cmp"
	"slices"
)

const (
	probes  = 14  // heaviest dimensions of a story that others are looked up by
	reach   = 128 // stories looked at in one list
	nearest = 10  // earlier stories kept as the neighbours of one
	least   = .04 // inner product of the heaviest dimensions of neighbours
)

// posting is an entry of the index that has a dimension, and how much of it.
type posting struct {
	entry int32
	value float32
}

// index finds stories by the dimensions that weigh most in them. A story that
// has changed is entered anew, and its former entry is void.
type index struct {
	lists   [][]posting // by dimension, each in order of the entries
	entries []entry
	void    int // entries that are
}

// entry is a story as it was when it was entered.
type entry struct {
	story int32 // -1 once the entry is void
	top   vector
}

// enter enters a story with the heaviest dimensions of its vector.
func (x *index) enter(story int32, top vector) (number int32) {
	number = int32(len(x.entries))
	x.entries = append(x.entries, entry{story, top})
	for _, c := range top {
		x.lists[c.dim] = append(x.lists[c.dim], posting{number, c.value})
	}
	return number
}

// remove makes an entry void; -1 is none.
func (x *index) remove(number int32) {
	if number >= 0 {
		x.entries[number] = entry{story: -1}
		x.void++
	}
}

// fewEntries are not worth the time of dropping those that are void.
const fewEntries = 4096

// compact drops the entries that are void, once they are most, and tells of each
// story that is left its new number.
func (x *index) compact(renumber func(story, number int32)) {
	if x.void <= fewEntries || x.void < len(x.entries)/2 {
		return
	}
	old := x.entries
	*x = index{lists: make([][]posting, len(x.lists)), entries: make([]entry, 0, len(old)-x.void)}
	for _, e := range old {
		if e.story >= 0 {
			renumber(e.story, x.enter(e.story, e.top))
		}
	}
}

// grow makes room for dimensions.
func (x *index) grow(dims int) {
	x.lists = append(x.lists, make([][]posting, dims-len(x.lists))...)
}

// search is the memory of looking up entries, one after the other.
type search struct {
	score []float32 // of each entry, 0 between two look-ups
	found []int32
	kept  []int32
}

// near returns the stories entered before that may be like an entry's. In the
// list of a dimension that very many have it looks only at the last ones, which
// are next in time.
func (x *index) near(s *search, number int32) []int32 {
	s.score = append(s.score, make([]float32, max(len(x.entries)-len(s.score), 0))...)
	s.found, s.kept = s.found[:0], s.kept[:0]
	for _, c := range x.entries[number].top {
		left := reach
		list := before(x.lists[c.dim], number)
		for i := len(list) - 1; i >= 0 && left > 0; i-- {
			p := list[i]
			if x.entries[p.entry].story < 0 {
				continue
			}
			left--
			if s.score[p.entry] == 0 {
				s.found = append(s.found, p.entry)
			}
			s.score[p.entry] += c.value * p.value
		}
	}
	for _, j := range s.found {
		if s.score[j] >= least {
			s.kept = append(s.kept, j)
		}
	}
	near := make([]int32, 0, nearest)
	for _, j := range strongest(s.kept, s.score) {
		near = append(near, x.entries[j].story)
	}
	for _, j := range s.found {
		s.score[j] = 0
	}
	return near
}

// before returns the part of a list that was entered before an entry.
func before(list []posting, number int32) []posting {
	end, _ := slices.BinarySearchFunc(list, number, func(p posting, n int32) int { return cmp.Compare(p.entry, n) })
	return list[:end]
}

// strongest returns the nearest entries with the highest scores. Of equals it
// takes some here and some there, lest all of a large set of copies have the
// same few neighbours.
func strongest(entries []int32, score []float32) []int32 {
	if len(entries) <= nearest {
		return entries
	}
	slices.SortFunc(entries, func(i, j int32) int {
		switch {
		case score[i] > score[j]:
			return -1
		case score[i] < score[j]:
			return 1
		default:
			return cmp.Compare(mix(uint64(i)), mix(uint64(j)))
		}
	})
	return entries[:nearest]
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
