package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
	"newsbot/digest/text"
)

// Outlet is a source of articles.
type Outlet struct {
	Name  string
	Hosts []string // of the addresses of its articles, without "www."
}

// What Outlets looks at.
const (
	sourceDays     = 31
	sourceArticles = 48 // of each day
)

// Outlets returns, in alphabetical order, the sources of the latest articles: of
// the last 48 on each of the last 31 days that the window overlaps. Those without a
// name are left out.
func (s *Store) Outlets(ctx context.Context, from, to time.Time) ([]Outlet, error) {
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
	return outletsOf(briefs), nil
}

func outletsOf(articles []digest.Brief) []Outlet {
	hosts := map[string][]string{}
	for _, b := range articles {
		if b.Source == "" {
			continue
		}
		if host := b.Host(); !slices.Contains(hosts[b.Source], host) && host != "" {
			hosts[b.Source] = append(hosts[b.Source], host)
		} else if hosts[b.Source] == nil {
			hosts[b.Source] = []string{}
		}
	}
	var out []Outlet
	for name, list := range hosts {
		slices.Sort(list)
		out = append(out, Outlet{name, list})
	}
	slices.SortFunc(out, func(a, b Outlet) int {
		return cmp.Or(strings.Compare(text.Fold(a.Name), text.Fold(b.Name)), strings.Compare(a.Name, b.Name))
	})
	return out
}
