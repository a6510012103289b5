package tagger

// Hash returns the 64-bit FNV-1a hash of s (Fowler, Noll, Vo 1991), the
// identity of a word or phrase everywhere in a model.
func Hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// mix joins a hash with one more value (the finalizer of MurmurHash3, Appleby 2011).
func mix(h, v uint64) uint64 {
	h ^= v * 0x9e3779b97f4a7c15
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 29
	return h
}

// Key is a feature, word or phrase as the tables of a model store it. The
// few that share a key by chance do no harm that training would not see.
type Key uint32

// keyOf never returns 0, which marks a free place in a table.
func keyOf(h uint64) Key { return max(1, Key(mix(h, 1)>>32)) }
