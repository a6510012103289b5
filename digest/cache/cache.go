// Package cache remembers what is worked out of strings again and again.
package cache

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// Cache holds values by strings. There are two places for each hash: a string
// comes into the second, and into the first when it is asked for again, so that
// those that come once do not drive out those that come always. Its memory is
// bounded whatever comes. It is safe for concurrent use.
type Cache[V any] struct {
	seed maphash.Seed
	sets [][2]atomic.Pointer[entry[V]]
}

type entry[V any] struct {
	key   string
	value V
}

// New returns a Cache for about as many values as size, a power of two.
func New[V any](size int) *Cache[V] {
	return &Cache[V]{seed: maphash.MakeSeed(), sets: make([][2]atomic.Pointer[entry[V]], size/2)}
}

func (c *Cache[V]) set(key string) *[2]atomic.Pointer[entry[V]] {
	return &c.sets[maphash.String(c.seed, key)&uint64(len(c.sets)-1)]
}

// Get returns the value of a string, nil for none. It is not to be changed.
func (c *Cache[V]) Get(key string) *V {
	set := c.set(key)
	first := set[0].Load()
	if first != nil && first.key == key {
		return &first.value
	}
	second := set[1].Load()
	if second == nil || second.key != key {
		return nil
	}
	set[0].Store(second)
	set[1].Store(first)
	return &second.value
}

// Put remembers the value of a copy of a string, which may be a part of a much
// longer one, and returns it as Get does.
func (c *Cache[V]) Put(key string, value V) *V {
	e := &entry[V]{strings.Clone(key), value}
	c.set(key)[1].Store(e)
	return &e.value
}
