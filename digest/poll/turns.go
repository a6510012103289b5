package poll

import "sync"

// turns counts for each feed the workers that are busy with its pages, so that one
// whose pages take long does not have them all.
type turns struct {
	mu    sync.Mutex
	taken map[string]int // by feed
}

// take takes a turn of a feed, unless so many are taken already.
func (t *turns) take(feed string, most int) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.taken[feed] >= most {
		return false
	}
	t.taken[feed]++
	return true
}

// giveBack ends a turn.
func (t *turns) giveBack(feed string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.taken[feed]--; t.taken[feed] == 0 {
		delete(t.taken, feed)
	}
}
