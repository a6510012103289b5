package store

import (
	"context"
	"fmt"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
)

// How long it is remembered what readers were told.
const (
	keepTold    = 14 * day // of a story, since it was told last
	toldVersion = 1        // first byte of every record
)

// Told returns what the readers of a channel were told, by the IDs that the
// stories have now.
func (s *Store) Told(ctx context.Context, channel string) (map[string]digest.Told, error) {
	told, err := s.told(ctx, channel)
	if err != nil {
		return nil, fmt.Errorf("read what %s was told: %w", channel, err)
	}
	return told, nil
}

func (s *Store) told(ctx context.Context, channel string) (map[string]digest.Told, error) {
	var records *redis.MapStringStringCmd
	err := s.pipelined(ctx, func(p redis.Pipeliner) { records = p.HGetAll(ctx, s.keys.told(channel)) })
	if err != nil {
		return nil, err
	}
	var ids []string
	for id := range records.Val() {
		ids = append(ids, id)
	}
	current, err := s.storiesOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	told := make(map[string]digest.Told, len(ids))
	for i, id := range ids {
		t, err := decodeTold(records.Val()[id])
		if err != nil {
			err = fmt.Errorf("story %s: %w", id, err)
			if s.skips(ctx, err) {
				continue
			}
			return nil, err
		}
		if other, ok := told[current[i]]; ok {
			t = other.Merge(t)
		}
		told[current[i]] = t
	}
	return told, nil
}

// StoryNames returns for each story by a name that it had the name that it has
// now, as Told does.
func (s *Store) StoryNames(ctx context.Context, ids []string) ([]string, error) {
	current, err := s.storiesOf(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("read the names of stories: %w", err)
	}
	return current, nil
}

// storiesOf returns for each story by a name that it had the name that it has
// now: the same where it has expired or is not placed.
func (s *Store) storiesOf(ctx context.Context, ids []string) ([]string, error) {
	days, err := s.filedDays(ctx, ids)
	if err != nil {
		return nil, err
	}
	names := make([]*redis.StringCmd, len(ids))
	err = s.pipelined(ctx, func(p redis.Pipeliner) {
		for i, id := range ids {
			names[i] = p.HGet(ctx, s.keys.day(days[i]).stories(), id)
		}
	})
	if err != nil {
		return nil, err
	}
	current := make([]string, len(ids))
	for i, id := range ids {
		current[i] = id
		if name := names[i].Val(); name != "" {
			current[i] = name
		}
	}
	return current, nil
}

// AddTold keeps what the readers of a channel were told of some stories, beside
// what is kept of the others.
func (s *Store) AddTold(ctx context.Context, channel string, told map[string]digest.Told) error {
	records := make(map[string]any, len(told))
	for id, t := range told {
		records[id] = encodeTold(t)
	}
	if len(records) == 0 {
		return nil
	}
	key := s.keys.told(channel)
	err := s.atomically(ctx, func(p redis.Pipeliner) {
		p.HSet(ctx, key, records)
		p.Expire(ctx, key, keepTold)
	})
	if err != nil {
		return fmt.Errorf("keep what %s was told: %w", channel, err)
	}
	return nil
}

// forgotten returns the stories of which a channel's readers were told last two
// weeks ago.
func (s *Store) forgotten(ctx context.Context, channel string) ([]string, error) {
	var records *redis.MapStringStringCmd
	err := s.pipelined(ctx, func(p redis.Pipeliner) { records = p.HGetAll(ctx, s.keys.told(channel)) })
	var ids []string
	for id, record := range records.Val() {
		t, bad := decodeTold(record)
		if bad != nil || s.options.Now().Sub(t.Last) > keepTold {
			ids = append(ids, id)
		}
	}
	return ids, err
}

func encodeTold(t digest.Told) string {
	var w writer
	w.time(t.First)
	w.time(t.Last)
	w.strings(t.Points)
	return string(compress([]byte{toldVersion}, w.b))
}

func decodeTold(record string) (digest.Told, error) {
	r, err := unpacked(record, toldVersion, versionLen)
	if err != nil {
		return digest.Told{}, err
	}
	t := digest.Told{First: r.time(), Last: r.time(), Points: list(r, r.string)}
	if r.bad {
		return digest.Told{}, errRecord
	}
	return t, nil
}
