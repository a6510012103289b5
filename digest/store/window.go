package store

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"time"

	"github.com/redis/go-redis/v9"
	"golang.org/x/sync/errgroup"

	"newsbot/digest"
)

// chunkLen is how many records one command reads.
const chunkLen = 256

// Window returns the articles that count as published from from up to, but not
// including, to, in the order of their times and IDs. A zero time is no bound.
func (s *Store) Window(ctx context.Context, from, to time.Time) ([]digest.Brief, error) {
	briefs, err := s.within(ctx, window{from, to}, window{})
	if err != nil {
		return nil, fmt.Errorf("read the window: %w", err)
	}
	return briefs, nil
}

// Latecomers is Window without the articles that could be read in it before since,
// by the time of Redis: when they were placed in a story.
func (s *Store) Latecomers(ctx context.Context, from, to, since time.Time) ([]digest.Brief, error) {
	briefs, err := s.within(ctx, window{from, to}, window{from: since})
	if err != nil {
		return nil, fmt.Errorf("read what came late: %w", err)
	}
	return briefs, nil
}

// within returns the articles that count as published in a window and were placed in
// another, if that has a bound.
func (s *Store) within(ctx context.Context, published, placed window) ([]digest.Brief, error) {
	days, err := s.daysOf(ctx, published)
	if err != nil {
		return nil, err
	}
	ids := make([]*redis.StringSliceCmd, len(days))
	came := make([]*redis.StringSliceCmd, len(days))
	err = s.pipelined(ctx, func(p redis.Pipeliner) {
		for i, d := range days {
			ids[i] = p.ZRangeByScore(ctx, s.keys.day(d).times(), published.scores())
			if placed != (window{}) {
				came[i] = p.ZRangeByScore(ctx, s.keys.day(d).placed(), placed.scores())
			}
		}
	})
	if err != nil {
		return nil, err
	}
	briefs, err := s.briefs(ctx, placesOf(days, func(i int) []string { return inBoth(ids[i], came[i]) }))
	if err != nil {
		return nil, err
	}
	briefs = slices.DeleteFunc(briefs, func(b digest.Brief) bool { return !published.holds(b.Time()) })
	slices.SortFunc(briefs, digest.ByTime)
	return briefs, nil
}

// inBoth returns the elements of a list that are in another one too, if there is one.
func inBoth(list, other *redis.StringSliceCmd) []string {
	if other == nil {
		return list.Val()
	}
	known := make(map[string]bool, len(other.Val()))
	for _, id := range other.Val() {
		known[id] = true
	}
	return slices.DeleteFunc(list.Val(), func(id string) bool { return !known[id] })
}

// place says where an article is.
type place struct{ day, id string }

// placesOf returns the places of the articles of days, given their IDs by the
// index of the day.
func placesOf(days []string, ids func(i int) []string) []place {
	var places []place
	for i, d := range days {
		for _, id := range ids(i) {
			places = append(places, place{d, id})
		}
	}
	return places
}

// briefs reads articles, whose places are grouped by day, and leaves out those
// that are gone or damaged. It keeps their order.
func (s *Store) briefs(ctx context.Context, places []place) ([]digest.Brief, error) {
	read, err := inChunks(ctx, places, s.briefsOfDay)
	if err != nil {
		return nil, err
	}
	return slices.Concat(read...), nil
}

// inChunks reads places that are grouped by day, several chunks at a time, and returns what
// came of each.
func inChunks[T any](ctx context.Context, places []place, read func(ctx context.Context, chunk []place) (T, error)) ([]T, error) {
	chunks := chunksOf(places)
	out := make([]T, len(chunks))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(2 * runtime.GOMAXPROCS(0))
	for i, c := range chunks {
		g.Go(func() (err error) {
			out[i], err = read(ctx, c)
			return err
		})
	}
	return out, g.Wait()
}

// chunksOf cuts places into runs of one day that one command reads.
func chunksOf(places []place) [][]place {
	var chunks [][]place
	for len(places) > 0 {
		n := 1
		for n < min(len(places), chunkLen) && places[n].day == places[0].day {
			n++
		}
		chunks = append(chunks, places[:n])
		places = places[n:]
	}
	return chunks
}

func (s *Store) briefsOfDay(ctx context.Context, places []place) ([]digest.Brief, error) {
	var records, stories *redis.SliceCmd
	k, ids := s.keys.day(places[0].day), idsOf(places)
	err := s.pipelined(ctx, func(p redis.Pipeliner) {
		records, stories = p.HMGet(ctx, k.briefs(), ids...), p.HMGet(ctx, k.stories(), ids...)
	})
	if err != nil {
		return nil, err
	}
	return readable(ctx, s, records.Val(), func(i int, record string) (digest.Brief, error) {
		b, err := decodeBrief(ids[i], record)
		b.Story, _ = stories.Val()[i].(string)
		return b, err
	})
}

func idsOf(places []place) []string {
	ids := make([]string, len(places))
	for i, p := range places {
		ids[i] = p.id
	}
	return ids
}
