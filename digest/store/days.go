package store

import (
	"context"
	"math"
	"slices"
	"strconv"
	"time"

	"github.com/redis/go-redis/v9"
)

// addDays lists days, each given by a time in it, among those that have
// articles, and forgets those whose articles have expired.
func (s *Store) addDays(ctx context.Context, days map[string]time.Time, now time.Time) error {
	var members []redis.Z
	for d, t := range days {
		until := math.Inf(1)
		if s.options.Retention != Forever {
			until = float64(s.expiry(t, now).UnixMilli())
		}
		members = append(members, redis.Z{Score: until, Member: d})
	}
	return s.pipelined(ctx, func(p redis.Pipeliner) {
		p.ZAddArgs(ctx, s.keys.days(), redis.ZAddArgs{GT: true, Members: members})
		p.ZRemRangeByScore(ctx, s.keys.days(), "-inf", "("+strconv.FormatInt(now.UnixMilli(), 10))
	})
}

// ends returns when the days of some times end, the zero time for never: one that has
// articles when it was to end before, where that is later than a day that begins now.
func (s *Store) ends(ctx context.Context, times []time.Time, now time.Time) ([]time.Time, error) {
	ends := make([]time.Time, len(times))
	if s.options.Retention == Forever || len(times) == 0 {
		return ends, nil
	}
	days := make([]string, len(times))
	for i, t := range times {
		days[i] = dayOf(t)
	}
	until, err := value(ctx, s, func(p redis.Pipeliner) *redis.FloatSliceCmd { return p.ZMScore(ctx, s.keys.days(), days...) })
	if err != nil {
		return nil, err
	}
	for i, t := range times {
		if said := until[i]; !math.IsInf(said, 1) { // 0 where the day is not listed
			ends[i] = later(s.expiry(t, now), time.UnixMilli(int64(said)))
		}
	}
	return ends, nil
}

// window is a half-open range of time. A zero bound is none.
type window struct{ from, to time.Time }

func (w window) holds(t time.Time) bool {
	return (w.from.IsZero() || !t.Before(w.from)) && (w.to.IsZero() || t.Before(w.to))
}

// cuts reports whether part of the day is outside of the window.
func (w window) cuts(d string) bool {
	start, _ := time.Parse(time.DateOnly, d)
	return !w.holds(start) || !w.holds(start.Add(day-1))
}

// overlaps reports whether part of the day is inside of the window.
func (w window) overlaps(d string) bool {
	return (w.from.IsZero() || d >= dayOf(w.from)) && (w.to.IsZero() || d <= dayOf(w.to.Add(-1)))
}

// scores returns the bounds of the window as those of a time index, which holds
// milliseconds: a superset by less than one.
func (w window) scores() *redis.ZRangeBy {
	r := redis.ZRangeBy{Min: "-inf", Max: "+inf"}
	if !w.from.IsZero() {
		r.Min = strconv.FormatInt(w.from.UnixMilli(), 10)
	}
	if !w.to.IsZero() {
		r.Max = strconv.FormatInt(w.to.UnixMilli(), 10)
	}
	return &r
}

// daysOf returns the days that have articles and that the window overlaps, in
// order.
func (s *Store) daysOf(ctx context.Context, w window) ([]string, error) {
	days, err := value(ctx, s, func(p redis.Pipeliner) *redis.StringSliceCmd { return p.ZRange(ctx, s.keys.days(), 0, -1) })
	if err != nil {
		return nil, err
	}
	days = slices.DeleteFunc(days, func(d string) bool { return !w.overlaps(d) })
	slices.Sort(days)
	return days, nil
}
