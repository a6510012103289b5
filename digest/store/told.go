package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
)

// How long it is remembered what readers were told.
const (
	keepTold    = 14 * day // of a story, since it was told last
	toldVersion = 1        // first byte of every record
)

var toldAddScript = script("told", "told_add")

// Told returns what the readers of a channel were told, by the IDs that the
// stories have now which it was told of, and those in which the articles are that told it.
func (s *Store) Told(ctx context.Context, channel string) (map[string]digest.Told, error) {
	told, err := s.told(ctx, channel)
	if err != nil {
		return nil, fmt.Errorf("read what %s was told: %w", channel, err)
	}
	return told, nil
}

func (s *Store) told(ctx context.Context, channel string) (map[string]digest.Told, error) {
	records, err := s.toldRecords(ctx, channel)
	if err != nil {
		return nil, err
	}
	kept := make(map[string]digest.Told)
	for id, record := range records {
		t, err := decodeTold(record)
		switch {
		case err == nil:
			kept[id] = t
		case !s.skips(ctx, fmt.Errorf("story %s: %w", id, err)):
			return nil, fmt.Errorf("story %s: %w", id, err)
		}
	}
	return s.underNames(ctx, kept)
}

// toldRecords returns the records of what the readers of a channel were told, by the IDs of the
// stories.
func (s *Store) toldRecords(ctx context.Context, channel string) (map[string]string, error) {
	return value(ctx, s, func(p redis.Pipeliner) *redis.MapStringStringCmd { return p.HGetAll(ctx, s.keys.told(channel)) })
}

// underNames returns what was told of stories by the names that these have now. An article that is in
// another story by now was told of that one too.
func (s *Store) underNames(ctx context.Context, kept map[string]digest.Told) (map[string]digest.Told, error) {
	var ids []string
	for id, t := range kept {
		ids = append(append(ids, id), t.Articles...)
	}
	ids = unique(ids)
	placed, err := s.placed(ctx, ids)
	if err != nil {
		return nil, err
	}
	now := make(map[string]string, len(ids))
	for i, id := range ids {
		now[id] = placed[i]
	}
	told := make(map[string]digest.Told, len(kept))
	for _, id := range slices.Sorted(maps.Keys(kept)) { // of two that were told at one time the same comes last, whoever asks
		t, own := kept[id], cmp.Or(now[id], id)
		moved := map[string]int{own: 0}
		for _, a := range t.Articles {
			if name := now[a]; name != "" && name != own {
				moved[name]++
			}
		}
		for name, n := range moved {
			t.Moved = n
			if other, ok := told[name]; ok {
				told[name] = other.Merge(t)
			} else {
				told[name] = t
			}
		}
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
	current, err := s.placed(ctx, ids)
	for i := range current {
		current[i] = cmp.Or(current[i], ids[i])
	}
	return current, err
}

// placed returns for each article the name of the story that it is in, "" where it has
// expired or is in none.
func (s *Store) placed(ctx context.Context, ids []string) ([]string, error) {
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
	placed := make([]string, len(ids))
	for i := range ids {
		placed[i] = names[i].Val()
	}
	return placed, nil
}

// AddTold keeps what the readers of a channel were told of some stories, beside
// what is kept of these and the others.
func (s *Store) AddTold(ctx context.Context, channel string, told map[string]digest.Told) error {
	err := s.tell(ctx, channel, told, func(changes []any) (int, error) {
		args := append([]any{keepTold.Milliseconds()}, changes...)
		return ask(ctx, s, (*redis.Cmd).Int, toldAddScript, []string{s.keys.told(channel)}, args...)
	})
	if err != nil {
		return fmt.Errorf("keep what %s was told: %w", channel, err)
	}
	return nil
}

// toldMeanwhile is what a script returns that told.lua keeps from writing.
const toldMeanwhile = -1

// tell works out how to add to what the readers of a channel were told, and has a
// script write that, again where it refuses because they were told something else
// meanwhile: digests of one channel may be put together at one time.
func (s *Store) tell(ctx context.Context, channel string, told map[string]digest.Told, write func(changes []any) (int, error)) error {
	for {
		changes, err := s.changesOfTold(ctx, channel, told)
		if err != nil {
			return err
		}
		if done, err := write(changes); err != nil || done != toldMeanwhile {
			return err
		}
	}
}

// changesOfTold returns as told.lua takes them the changes that add to what the readers
// of a channel were told, and forget what they were told last two weeks ago.
func (s *Store) changesOfTold(ctx context.Context, channel string, told map[string]digest.Told) (changes []any, err error) {
	before, err := s.toldRecords(ctx, channel)
	if err != nil {
		return nil, err
	}
	for _, id := range slices.Sorted(maps.Keys(before)) {
		t, err := decodeTold(before[id])
		damaged, old := errors.Is(err, errRecord), err == nil && s.options.Now().Sub(t.Last) > keepTold
		if _, again := told[id]; !again && (damaged || old) {
			changes = append(changes, id, before[id], "")
		}
	}
	for _, id := range slices.Sorted(maps.Keys(told)) {
		t := told[id]
		switch known, err := decodeTold(before[id]); {
		case err == nil:
			t = known.Merge(t)
		case !errors.Is(err, errRecord): // of a later version of the program
			return nil, fmt.Errorf("story %s: %w", id, err)
		}
		changes = append(changes, id, before[id], encodeTold(t))
	}
	return changes, nil
}

func encodeTold(t digest.Told) string {
	var w writer
	w.time(t.First)
	w.time(t.Last)
	w.strings(t.Points)
	w.int(t.Heard)
	w.strings(t.Articles)
	return string(compress([]byte{toldVersion}, w.b))
}

func decodeTold(record string) (digest.Told, error) {
	r, err := unpacked(record, toldVersion, versionLen)
	if err != nil {
		return digest.Told{}, err
	}
	t := digest.Told{First: r.time(), Last: r.time(), Points: list(r, r.string), Heard: r.optionalInt()}
	if r.s != "" { // a record that an older version of the program wrote ends before
		t.Articles = list(r, r.string)
	}
	if r.bad {
		return digest.Told{}, errRecord
	}
	return t, nil
}
