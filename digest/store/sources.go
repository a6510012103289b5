package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"

	"newsbot/digest/text"
)

// What Sources looks at.
const (
	sourceDays     = 31
	sourceArticles = 48 // of each day
)

// Sources returns, in alphabetical order, the names of the sources of the latest
// articles: of the last 48 on each of the last 31 days that the window overlaps.
func (s *Store) Sources(ctx context.Context, from, to time.Time) ([]string, error) {
	days, err := s.daysOf(ctx, window{from, to})
	if err != nil {
		return nil, fmt.Errorf("read the names of sources: %w", err)
	}
	days = days[max(0, len(days)-sourceDays):]
	ids := make([]*redis.StringSliceCmd, len(days))
	err = s.pipelined(ctx, func(p redis.Pipeliner) {
		for i, d := range days {
			ids[i] = p.ZRevRange(ctx, s.keys.day(d).times(), 0, sourceArticles-1)
		}
	})
	if err != nil {
		return nil, fmt.Errorf("read the names of sources: %w", err)
	}
	briefs, err := s.briefs(ctx, placesOf(days, func(i int) []string { return ids[i].Val() }))
	if err != nil {
		return nil, fmt.Errorf("read the names of sources: %w", err)
	}
	var names []string
	for _, b := range briefs {
		names = append(names, b.Source)
	}
	slices.SortFunc(names, func(a, b string) int { return strings.Compare(text.Fold(a), text.Fold(b)) })
	return withoutEmpty(slices.Compact(names)), nil
}
