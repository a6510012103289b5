package store

import (
	"context"
	"fmt"
	"strconv"

	"github.com/redis/go-redis/v9"
)

// keepHidden is how long a story stays hidden: longer than stories live.
const keepHidden = 30 * day

// Hide notes that the readers of a channel do not want to hear of a story again.
func (s *Store) Hide(ctx context.Context, channel, story string) error {
	key, now := s.keys.hidden(channel), s.options.Now()
	err := s.atomically(ctx, func(p redis.Pipeliner) {
		p.ZRemRangeByScore(ctx, key, "-inf", strconv.FormatInt(now.Add(-keepHidden).UnixMilli(), 10))
		p.ZAdd(ctx, key, redis.Z{Score: float64(now.UnixMilli()), Member: story})
		p.Expire(ctx, key, keepHidden)
	})
	if err != nil {
		return fmt.Errorf("hide story %s from %s: %w", story, channel, err)
	}
	return nil
}

// Unhide takes back what Hide did, under whatever name the story had then.
func (s *Store) Unhide(ctx context.Context, channel, story string) error {
	ids, current, err := s.hidden(ctx, channel)
	if err != nil {
		return fmt.Errorf("show story %s in %s again: %w", story, channel, err)
	}
	members := []any{story}
	for i, id := range ids {
		if current[i] == story {
			members = append(members, id)
		}
	}
	err = s.pipelined(ctx, func(p redis.Pipeliner) { p.ZRem(ctx, s.keys.hidden(channel), members...) })
	if err != nil {
		return fmt.Errorf("show story %s in %s again: %w", story, channel, err)
	}
	return nil
}

// Hidden returns the stories that the readers of a channel hid, by the IDs that
// they have now.
func (s *Store) Hidden(ctx context.Context, channel string) ([]string, error) {
	_, current, err := s.hidden(ctx, channel)
	if err != nil {
		return nil, fmt.Errorf("read what is hidden from %s: %w", channel, err)
	}
	return current, nil
}

// hidden returns the IDs under which stories were hidden, and those that they
// have now.
func (s *Store) hidden(ctx context.Context, channel string) (ids, current []string, err error) {
	ids, err = value(ctx, s, func(p redis.Pipeliner) *redis.StringSliceCmd { return p.ZRange(ctx, s.keys.hidden(channel), 0, -1) })
	if err != nil {
		return nil, nil, err
	}
	current, err = s.storiesOf(ctx, ids)
	return ids, current, err
}
