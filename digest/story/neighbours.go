package story

import (
	"cmp"
	"slices"
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
	index := make([][]posting, dims)
	score := make([]float32, len(vectors))
	near := make([][]int32, len(vectors))
	var found, kept []int32
	var top vector
	for i, v := range vectors {
		found = found[:0]
		top = heaviest(append(top[:0], v...))
		for _, c := range top {
			list := index[c.dim]
			for _, p := range list[max(len(list)-reach, 0):] {
				if score[p.item] == 0 {
					found = append(found, p.item)
				}
				score[p.item] += c.value * p.value
			}
			index[c.dim] = append(list, posting{int32(i), c.value})
		}
		kept = kept[:0]
		for _, j := range found {
			if score[j] >= least {
				kept = append(kept, j)
			}
		}
		near[i] = slices.Clone(strongest(kept, score))
		for _, j := range found {
			score[j] = 0
		}
	}
	return near
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

// heaviest returns the components that weigh most; it reorders v.
func heaviest(v vector) vector {
	if len(v) > probes {
		slices.SortFunc(v, func(a, b component) int {
			switch {
			case a.value > b.value:
				return -1
			case a.value < b.value:
				return 1
			default:
				return cmp.Compare(a.dim, b.dim)
			}
		})
		v = v[:probes]
	}
	return v
}
