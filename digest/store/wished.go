package store

import (
	"context"
	"fmt"

	"github.com/redis/go-redis/v9"
)

// Wished returns the subscription of that ID as the settings asked for it last,
// whatever people have made of it since; ok is false if they never did.
func (s *Store) Wished(ctx context.Context, id string) (sub Subscription, ok bool, err error) {
	record, err := value(ctx, s, func(p redis.Pipeliner) *redis.StringCmd { return p.HGet(ctx, s.keys.wished(), id) })
	if err != nil {
		return sub, false, fmt.Errorf("read what the settings asked for: %w", err)
	}
	return subscriptionIn(id, record)
}

// SetWished keeps what the settings ask for; a wish without a channel is forgotten.
func (s *Store) SetWished(ctx context.Context, sub Subscription) error {
	err := s.pipelined(ctx, func(p redis.Pipeliner) {
		if sub.Channel == "" {
			p.HDel(ctx, s.keys.wished(), sub.ID)
			return
		}
		p.HSet(ctx, s.keys.wished(), sub.ID, encodeSubscription(sub))
	})
	if err != nil {
		return fmt.Errorf("note what the settings ask for: %w", err)
	}
	return nil
}
