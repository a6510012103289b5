package command

import (
	"context"
	"errors"
	"log/slog"
	"maps"
	"sync"
	"time"

	"newsbot/digest/rescue"
)

// How long what is dear to work out is given out again.
const (
	memoFresh = time.Minute     // as it is,
	memoStale = 5 * time.Minute // while it is worked out anew, or
	memoPast  = time.Hour       // of a time to which little comes any more
	memoTime  = time.Minute     // that this may take
	memoSize  = 64              // things at a time
)

// memo remembers what is dear to work out and many readers ask for. It is worked
// out once for all who ask at the same time, and anew, one thing after the other,
// while they get what is a little old. It is safe for concurrent use; what it gives
// out must not be changed.
type memo[K comparable, V any] struct {
	now   func() time.Time
	log   *slog.Logger
	stale func(K) time.Duration // how old what is known of a key may get

	mu    sync.Mutex
	known map[K]*remembered[V]
	turn  sync.Mutex // of what is worked out anew
}

// remembered is a value, or what one waits for.
type remembered[V any] struct {
	done    chan struct{} // closed when the others are there
	value   V
	err     error
	made    time.Time
	renewed bool // it is being worked out anew
}

func newMemo[K comparable, V any](now func() time.Time, log *slog.Logger, stale func(K) time.Duration) *memo[K, V] {
	return &memo[K, V]{now: now, log: log, stale: stale, known: map[K]*remembered[V]{}}
}

// get returns the value of a key, which work finds out; where ctx ends before, its error.
// The work goes on for others who wait, and for who asks again.
func (m *memo[K, V]) get(ctx context.Context, key K, work func(context.Context) (V, error)) (V, error) {
	r := m.find(ctx, key, work)
	select {
	case <-r.done:
		return r.value, r.err
	case <-ctx.Done():
		var none V
		return none, ctx.Err()
	}
}

// find returns what is remembered of a key, or a place for it, which is being filled.
// It has what is old worked out anew.
func (m *memo[K, V]) find(ctx context.Context, key K, work func(context.Context) (V, error)) *remembered[V] {
	m.mu.Lock()
	defer m.mu.Unlock()
	r := m.known[key]
	switch {
	case r == nil, m.age(r) > m.stale(key):
		r = &remembered[V]{done: make(chan struct{})}
		m.makeRoom()
		m.known[key] = r
		go m.fill(context.WithoutCancel(ctx), key, r, work)
	case m.age(r) > memoFresh && !r.renewed:
		r.renewed = true
		go m.renew(context.WithoutCancel(ctx), key, work)
	}
	return r
}

// age returns how old a value is, 0 where it is still being worked out.
func (m *memo[K, V]) age(r *remembered[V]) time.Duration {
	if r.made.IsZero() {
		return 0
	}
	return m.now().Sub(r.made).Abs() // clocks may be moved
}

// fill works a value out for whoever waits for it. An error is not remembered.
func (m *memo[K, V]) fill(ctx context.Context, key K, r *remembered[V], work func(context.Context) (V, error)) {
	ctx, cancel := context.WithTimeout(ctx, memoTime)
	defer cancel()
	var value V
	err := rescue.Do(func() (err error) {
		value, err = work(ctx)
		return err
	})
	if _, panicked := errors.AsType[*rescue.Panic](err); panicked {
		m.log.Error("panic", rescue.Attrs(err)...)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	r.value, r.err, r.made = value, err, m.now()
	if err != nil && m.known[key] == r {
		delete(m.known, key)
	}
	close(r.done)
}

// renew works a value out anew, in its turn.
func (m *memo[K, V]) renew(ctx context.Context, key K, work func(context.Context) (V, error)) {
	m.turn.Lock()
	defer m.turn.Unlock()
	r := &remembered[V]{done: make(chan struct{})}
	m.fill(ctx, key, r, work)
	m.mu.Lock()
	defer m.mu.Unlock()
	if r.err == nil {
		m.known[key] = r
	} else if old := m.known[key]; old != nil {
		old.renewed = false // who asks next tries again
	}
}

// makeRoom forgets what is too old to be given out, and the oldest values where there
// are still too many.
func (m *memo[K, V]) makeRoom() {
	maps.DeleteFunc(m.known, func(k K, r *remembered[V]) bool { return m.age(r) > m.stale(k) })
	for len(m.known) >= memoSize {
		var oldest K
		var found *remembered[V]
		for k, r := range m.known {
			if found == nil || m.age(r) > m.age(found) {
				oldest, found = k, r
			}
		}
		delete(m.known, oldest)
	}
}
