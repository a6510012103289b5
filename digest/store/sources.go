package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
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
	sourceArticles = 48 // of each day whose sources are not all counted
)

// Outlets returns, in alphabetical order, the sources of the articles on the last 31
// days that the window overlaps. Those without a name are left out. Of a day with
// articles that a former version stored, which did not count them, it looks at the
// last 48.
func (s *Store) Outlets(ctx context.Context, from, to time.Time) ([]Outlet, error) {
	days, err := s.daysOf(ctx, window{from, to})
	if err != nil {
		return nil, fmt.Errorf("read the names of sources: %w", err)
	}
	days = days[max(0, len(days)-sourceDays):]
	counts := make([]*redis.MapStringStringCmd, len(days))
	articles := make([]*redis.IntCmd, len(days))
	err = s.pipelined(ctx, func(p redis.Pipeliner) {
		for i, d := range days {
			k := s.keys.day(d)
			counts[i], articles[i] = p.HGetAll(ctx, k.outlets()), p.ZCard(ctx, k.times())
		}
	})
	if err != nil {
		return nil, fmt.Errorf("read the names of sources: %w", err)
	}
	hosts := map[string][]string{}
	var uncounted []string
	for i, d := range days {
		counted := 0
		for outlet, n := range counts[i].Val() {
			number, _ := strconv.Atoi(n)
			counted += number
			note(hosts, outlet)
		}
		if counted < int(articles[i].Val()) {
			uncounted = append(uncounted, d)
		}
	}
	latest, err := s.latest(ctx, uncounted)
	if err != nil {
		return nil, fmt.Errorf("read the names of sources: %w", err)
	}
	for _, b := range latest {
		note(hosts, outletOf(b.Source, b.Host()))
	}
	return outletsOf(hosts), nil
}

// latest returns the last articles of each day, sourceArticles of them.
func (s *Store) latest(ctx context.Context, days []string) ([]digest.Brief, error) {
	if len(days) == 0 {
		return nil, nil
	}
	ids := make([]*redis.StringSliceCmd, len(days))
	err := s.pipelined(ctx, func(p redis.Pipeliner) {
		for i, d := range days {
			ids[i] = p.ZRevRange(ctx, s.keys.day(d).times(), 0, sourceArticles-1)
		}
	})
	if err != nil {
		return nil, err
	}
	return s.briefs(ctx, placesOf(days, func(i int) []string { return ids[i].Val() }))
}

// outletOf names a source with the host of its addresses, as their counts do.
func outletOf(source, host string) string { return clip(source) + "\n" + host }

// note adds an outlet to the hosts of each source.
func note(hosts map[string][]string, outlet string) {
	at := strings.LastIndexByte(outlet, '\n')
	source, host := outlet[:max(at, 0)], outlet[at+1:]
	switch {
	case source == "":
	case host == "" && hosts[source] == nil:
		hosts[source] = []string{}
	case host != "" && !slices.Contains(hosts[source], host):
		hosts[source] = append(hosts[source], host)
	}
}

// outletsOf returns the sources in order.
func outletsOf(hosts map[string][]string) []Outlet {
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
