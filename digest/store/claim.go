package store

import (
	"context"
	"fmt"
	"time"

	"github.com/redis/go-redis/v9"
)

// Claim takes something that is to be done once, such as an answer, for the
// caller. It is true once for every name and false from then on, until keep has
// passed.
func (s *Store) Claim(ctx context.Context, name string, keep time.Duration) (bool, error) {
	err := s.redis.SetArgs(ctx, s.keys.claim(name), s.options.Now().UTC().Format(time.RFC3339),
		redis.SetArgs{Mode: "NX", TTL: keep}).Err()
	switch {
	case err == redis.Nil:
		return false, nil
	case err != nil:
		return false, fmt.Errorf("claim %s: %w", name, s.explain(err))
	}
	return true, nil
}
