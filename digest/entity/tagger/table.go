package tagger

import "math/bits"

// table maps keys to rows 0..n-1 by open addressing with linear probing.
type table struct {
	mask uint32
	keys []Key   // 0 where free
	rows []int32 // of the key at the same index
}

func newTable(keys []Key) *table {
	size := 1 << bits.Len(uint(len(keys)*3/2+1))
	t := &table{mask: uint32(size - 1), keys: make([]Key, size), rows: make([]int32, size)}
	for row, k := range keys {
		i := uint32(k) & t.mask
		for t.keys[i] != 0 {
			i = (i + 1) & t.mask
		}
		t.keys[i], t.rows[i] = k, int32(row)
	}
	return t
}

// find returns the row of a key, or -1.
func (t *table) find(k Key) int32 {
	for i := uint32(k) & t.mask; t.keys[i] != 0; i = (i + 1) & t.mask {
		if t.keys[i] == k {
			return t.rows[i]
		}
	}
	return -1
}
