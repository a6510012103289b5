package bot

import (
	"sync"
	"time"
)

// recent remembers what was put last: everything for the time life, except
// where that is more than bound, and nothing longer than twice that. It holds
// up to twice the bound. It is safe for concurrent use.
type recent[K comparable, V any] struct {
	clock Clock
	life  time.Duration
	bound int

	mu         sync.Mutex
	young, old map[K]V
	turn       time.Time // when young became the young ones
}

func newRecent[K comparable, V any](clock Clock, life time.Duration, bound int) *recent[K, V] {
	return &recent[K, V]{clock: clock, life: life, bound: bound, young: make(map[K]V), turn: clock.Now()}
}

// get returns what is remembered of a key.
func (r *recent[K, V]) get(key K) (V, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.age()
	return r.find(key)
}

// put remembers a value, and reports whether none was remembered before.
func (r *recent[K, V]) put(key K, value V) (first bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.age()
	_, known := r.find(key)
	r.young[key] = value
	return !known
}

func (r *recent[K, V]) find(key K) (V, bool) {
	if v, ok := r.young[key]; ok {
		return v, true
	}
	v, ok := r.old[key]
	return v, ok
}

// age makes the young ones old when they have lived or are many.
func (r *recent[K, V]) age() {
	now := r.clock.Now()
	passed := now.Sub(r.turn)
	if passed < r.life && len(r.young) < r.bound {
		return
	}
	r.old, r.young, r.turn = r.young, make(map[K]V), now
	if passed >= 2*r.life {
		r.old = nil
	}
}
