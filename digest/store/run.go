package store

import (
	"context"
	"fmt"
	"time"

	"github.com/redis/go-redis/v9"
)

// Claim takes a run, such as the posting of one digest, for the caller. It is
// true once for every name and false from then on, until keep has passed.
func (s *Store) Claim(ctx context.Context, run string, keep time.Duration) (bool, error) {
	err := s.redis.SetArgs(ctx, s.keys.run(run), s.options.Now().UTC().Format(time.RFC3339),
		redis.SetArgs{Mode: "NX", TTL: keep}).Err()
	switch {
	case err == redis.Nil:
		return false, nil
	case err != nil:
		return false, fmt.Errorf("claim %s: %w", run, s.explain(err))
	}
	return true, nil
}

// Release gives a run back, so that it can be claimed again.
func (s *Store) Release(ctx context.Context, run string) error {
	if err := s.redis.Del(ctx, s.keys.run(run)).Err(); err != nil {
		return fmt.Errorf("release %s: %w", run, s.explain(err))
	}
	return nil
}
