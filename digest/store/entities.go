package store

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
)

// Entities returns the counts of the entities on each day that has articles and
// lies at least in part in the window.
func (s *Store) Entities(ctx context.Context, from, to time.Time) ([]digest.DayEntities, error) {
	days, err := s.daysOf(ctx, window{from, to})
	if err != nil {
		return nil, fmt.Errorf("count entities: %w", err)
	}
	articles := make([]*redis.IntCmd, len(days))
	counts := make([]*redis.MapStringStringCmd, len(days))
	err = s.pipelined(ctx, func(p redis.Pipeliner) {
		for i, d := range days {
			k := s.keys.day(d)
			articles[i], counts[i] = p.ZCard(ctx, k.times()), p.HGetAll(ctx, k.counts())
		}
	})
	if err != nil {
		return nil, fmt.Errorf("count entities: %w", err)
	}
	out := make([]digest.DayEntities, len(days))
	for i, d := range days {
		start, _ := time.Parse(time.DateOnly, d)
		out[i] = digest.DayEntities{Day: start, Articles: int(articles[i].Val()), Counts: make(map[string]int, len(counts[i].Val()))}
		for id, n := range counts[i].Val() {
			out[i].Counts[id], _ = strconv.Atoi(n)
		}
	}
	return out, nil
}

// MarkTrends sets the trends of the entities of a digest, as they are in the news in its
// window and in the days before.
func (s *Store) MarkTrends(ctx context.Context, d digest.Digest) error {
	if len(d.Entities) == 0 {
		return nil
	}
	days, err := s.Entities(ctx, d.ComparedFrom(), d.To)
	if err != nil {
		return err
	}
	d.MarkTrends(days)
	return nil
}

// entityPostings reads the lists of postings of an entity, one for each day.
func (s *Store) entityPostings(ctx context.Context, days []string, entityID string) ([]string, error) {
	cmds := make([]*redis.StringCmd, len(days))
	err := s.pipelined(ctx, func(p redis.Pipeliner) {
		for i, d := range days {
			cmds[i] = p.Get(ctx, s.keys.day(d).entity(entityID))
		}
	})
	lists := make([]string, len(days))
	for i, c := range cmds {
		lists[i] = c.Val()
	}
	return lists, err
}

// nameIn returns the entity as an article names it, nil if it does not.
func nameIn(b digest.Brief, entityID string) *digest.Name {
	for i := range b.Entities {
		if b.Entities[i].ID == entityID {
			return &b.Entities[i]
		}
	}
	return nil
}
