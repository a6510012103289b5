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
	held, err := s.setLease(ctx, name, l.token, hold)
	if err != nil {
		return nil, fmt.Errorf("take the lease for %s: %w", name, err)
	}
	// It holds this token already if the answer to a former try was lost.
	if held != "" && held != l.token {
		return nil, nil
	}
	return l, nil
}

// LeaseShared takes a lease for at most hold, or holds it longer, together with all
// who take it on the same terms: words that say what they agree on. While it is held
// on other terms, it returns nil and those. Who gives it back does so for all, until
// the others take it again.
func (s *Store) LeaseShared(ctx context.Context, name, terms string, hold time.Duration) (l *Lease, held string, err error) {
	held, err = s.setLease(ctx, name, terms, hold)
	if err == nil && held == terms {
		err = s.pipelined(ctx, func(p redis.Pipeliner) { p.PExpire(ctx, s.keys.lease(name), hold) })
	}
	switch {
	case err != nil:
		return nil, "", fmt.Errorf("take the lease for %s: %w", name, err)
	case held != "" && held != terms:
		return nil, held, nil
	}
	return &Lease{s, name, terms}, terms, nil
}

// setLease takes a lease with a token unless it is held, and returns the token of who holds it, "" where nobody did.
func (s *Store) setLease(ctx context.Context, name, token string, hold time.Duration) (held string, err error) {
	return value(ctx, s, func(p redis.Pipeliner) *redis.StatusCmd {
		return p.SetArgs(ctx, s.keys.lease(name), token, redis.SetArgs{Mode: "NX", Get: true, TTL: hold})
	})
}

// LeaseTerms returns the terms on which a lease is shared, "" where nobody holds it.
func (s *Store) LeaseTerms(ctx context.Context, name string) (string, error) {
	terms, err := value(ctx, s, func(p redis.Pipeliner) *redis.StringCmd { return p.Get(ctx, s.keys.lease(name)) })
	if err != nil {
		return "", fmt.Errorf("look who has the lease for %s: %w", name, err)
	}
	return terms, nil
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
