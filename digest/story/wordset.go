package story

import "slices"

// wordSet is words or names: hashes of them, which take a quarter of the room, in order and each once.
type wordSet []uint32

// wordSetOf returns the set of some words.
func wordSetOf(words []string) wordSet {
	m := make(wordSet, 0, len(words))
	for _, w := range words {
		m = append(m, uint32(hash(w)))
	}
	slices.Sort(m)
	return slices.Clip(slices.Compact(m))
}

// plus returns the words of both.
func (m wordSet) plus(other wordSet) wordSet {
	sum := make(wordSet, 0, len(m)+len(other))
	for len(m) > 0 && len(other) > 0 {
		if m[0] > other[0] {
			m, other = other, m
		}
		if m[0] == other[0] {
			other = other[1:]
		}
		sum, m = append(sum, m[0]), m[1:]
	}
	return append(append(sum, m...), other...)
}

// meet reports whether the two have a word in common.
func (m wordSet) meet(other wordSet) bool {
	if len(m) < len(other) {
		m, other = other, m
	}
	return slices.ContainsFunc(other, func(x uint32) bool {
		_, found := slices.BinarySearch(m, x)
		return found
	})
}
