package cache

import (
	"strconv"
	"sync"
	"testing"
)

func TestCache(t *testing.T) {
	c := New[int](64)
	if c.Get("a") != nil {
		t.Error("an empty cache has a value")
	}
	if got := c.Put("a", 1); *got != 1 {
		t.Errorf("Put returns %d, want 1", *got)
	}
	for range 3 {
		if got := c.Get("a"); got == nil || *got != 1 {
			t.Fatal("what was put is gone")
		}
	}
}

// TestCacheKeepsTheFrequent: what is asked for again outlives any number of
// what comes once.
func TestCacheKeepsTheFrequent(t *testing.T) {
	c := New[int](64)
	c.Put("often", 1)
	c.Get("often")
	for i := range 10_000 {
		c.Put(strconv.Itoa(i), i)
	}
	if c.Get("often") == nil {
		t.Error("what is asked for again is gone")
	}
}

func TestCacheConcurrent(t *testing.T) {
	c := New[string](64)
	var running sync.WaitGroup
	for range 4 {
		running.Go(func() {
			for i := range 20_000 {
				key := strconv.Itoa(i % 200)
				v := c.Get(key)
				if v == nil {
					v = c.Put(key, key)
				}
				if *v != key {
					t.Errorf("%s has the value %s", key, *v)
					return
				}
			}
		})
	}
	running.Wait()
}
