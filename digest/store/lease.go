package store

import (
	"context"
	"crypto/rand"
	"fmt"
	"time"

	"github.com/redis/go-redis/v9"
)

var releaseScript = script("release")

// isDone ends the token of a former holder while a pause keeps the lease from all
// (release.lua, feed_settle.lua).
const isDone = " is done"

// Lease keeps others from what one process does at a time. Redis measures how
// long it holds.
type Lease struct {
	store       *Store
	name, token string
}

// Lease takes a lease for at most hold, or returns nil if another process has it.
// The name is of the work that it is for.
func (s *Store) Lease(ctx context.Context, name string, hold time.Duration) (*Lease, error) {
	l := &Lease{s, name, rand.Text()}
	var holder *redis.StatusCmd
	err := s.pipelined(ctx, func(p redis.Pipeliner) {
		holder = p.SetArgs(ctx, s.keys.lease(name), l.token, redis.SetArgs{Mode: "NX", Get: true, TTL: hold})
	})
	if err != nil {
		return nil, fmt.Errorf("take the lease for %s: %w", name, err)
	}
	// It holds this token already if the answer to a former try was lost.
	if held := holder.Val(); held != "" && held != l.token {
		return nil, nil
	}
	return l, nil
}

// LeaseShared takes a lease for at most hold, or holds it longer, together with all
// who take it on the same terms: words that say what they agree on. While it is held
// on other terms, it returns nil and those. Who gives it back does so for all, until
// the others take it again.
func (s *Store) LeaseShared(ctx context.Context, name, terms string, hold time.Duration) (l *Lease, held string, err error) {
	key := s.keys.lease(name)
	var holder *redis.StatusCmd
	err = s.pipelined(ctx, func(p redis.Pipeliner) {
		holder = p.SetArgs(ctx, key, terms, redis.SetArgs{Mode: "NX", Get: true, TTL: hold})
	})
	if held = holder.Val(); err == nil && held == terms {
		err = s.pipelined(ctx, func(p redis.Pipeliner) { p.PExpire(ctx, key, hold) })
	}
	switch {
	case err != nil:
		return nil, "", fmt.Errorf("take the lease for %s: %w", name, err)
	case held != "" && held != terms:
		return nil, held, nil
	}
	return &Lease{s, name, terms}, terms, nil
}

// LeaseTerms returns the terms on which a lease is shared, "" where nobody holds it.
func (s *Store) LeaseTerms(ctx context.Context, name string) (string, error) {
	var terms *redis.StringCmd
	err := s.pipelined(ctx, func(p redis.Pipeliner) { terms = p.Get(ctx, s.keys.lease(name)) })
	if err != nil {
		return "", fmt.Errorf("look who has the lease for %s: %w", name, err)
	}
	return terms.Val(), nil
}

// Release gives the lease back, unless it ran out and is another's.
func (l *Lease) Release(ctx context.Context) error { return l.ReleaseAfter(ctx, 0) }

// ReleaseAfter does the same, but nobody gets the lease until a pause is over.
func (l *Lease) ReleaseAfter(ctx context.Context, pause time.Duration) error {
	err := releaseScript.Run(ctx, l.store.redis, []string{l.store.keys.lease(l.name)}, l.token, pause.Milliseconds()).Err()
	if err := l.store.explain(err); err != nil {
		return fmt.Errorf("give the lease for %s back: %w", l.name, err)
	}
	return nil
}
