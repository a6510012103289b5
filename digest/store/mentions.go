package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"newsbot/digest"
)

// Mentioned is where an entity is named.
type Mentioned struct {
	Articles []digest.Brief    // the first and the latest ones, in the order of their times and IDs
	Days     []digest.DayCount // of all articles, the days that have some, in order
}

// mention is an article that names an entity.
type mention struct {
	place
	at time.Time // when it was filed, to the minute
}

// Mentioned returns where the window names an entity, which may have several IDs:
// how often, and up to most of the latest articles with the first one. It reads no
// more than these, however many there are.
func (s *Store) Mentioned(ctx context.Context, ids []string, from, to time.Time, most int) (Mentioned, error) {
	m, err := s.mentioned(ctx, ids, window{from, to}, most)
	if err != nil {
		return m, fmt.Errorf("read where %q is named: %w", ids, err)
	}
	return m, nil
}

func (s *Store) mentioned(ctx context.Context, ids []string, w window, most int) (out Mentioned, err error) {
	days, err := s.daysOf(ctx, w)
	if err != nil {
		return out, err
	}
	seen := map[place]bool{}
	var all []mention
	for _, id := range ids {
		lists, err := s.entityPostings(ctx, days, id)
		if err != nil {
			return out, err
		}
		for i, d := range days {
			start, _ := time.Parse(time.DateOnly, d) // the form of every day
			unpack(lists[i], func(p posting) {
				m := mention{place{d, idString(p.id)}, start.Add(time.Duration(p.minute) * time.Minute)}
				if !seen[m.place] && m.within(w) {
					seen[m.place] = true
					all = append(all, m)
				}
			})
		}
	}
	slices.SortFunc(all, func(a, b mention) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.id, b.id)) })
	for _, m := range all {
		day := m.at.Truncate(day)
		if n := len(out.Days); n == 0 || !out.Days[n-1].Day.Equal(day) {
			out.Days = append(out.Days, digest.DayCount{Day: day})
		}
		out.Days[len(out.Days)-1].Count++
	}
	var read []place
	for i, m := range all {
		if i == 0 || i >= len(all)-most {
			read = append(read, m.place)
		}
	}
	if out.Articles, err = s.briefs(ctx, read); err != nil {
		return out, err
	}
	slices.SortFunc(out.Articles, digest.ByTime)
	return out, nil
}

// within reports whether the article may lie in a window: its time is known to the
// minute.
func (m mention) within(w window) bool {
	return (w.from.IsZero() || m.at.Add(time.Minute).After(w.from)) && (w.to.IsZero() || m.at.Before(w.to))
}
