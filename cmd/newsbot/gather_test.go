package main

import (
	"log/slog"
	"strings"
	"testing"

	"github.com/alicebob/miniredis/v2"

	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// The feeds of the settings are added once, and anew where Redis has lost them.
func TestSeeder(t *testing.T) {
	redis := miniredis.RunT(t)
	s := storetest.At(t, "redis://"+redis.Addr(), store.Options{})
	var log strings.Builder
	a := &app{log: slog.New(slog.NewTextHandler(&log, nil)), config: config{Feeds: addresses{"https://a.example/rss"}}}
	seeds := &seeder{app: a, store: s}
	for _, c := range []struct {
		name    string
		between func()
		feeds   int
		told    bool
	}{
		{"at first", func() {}, 1, false},
		{"removed by people", func() {
			feeds, _ := s.Feeds(t.Context())
			if err := s.RemoveFeed(t.Context(), feeds[0]); err != nil {
				t.Fatal(err)
			}
		}, 0, false},
		{"lost", redis.FlushAll, 1, true},
	} {
		c.between()
		seeds.seed(t.Context())
		feeds, err := s.Feeds(t.Context())
		if told := strings.Contains(log.String(), "has lost"); err != nil || len(feeds) != c.feeds || told != c.told {
			t.Errorf("%s: %d feeds (%v), told %t; want %d and %t", c.name, len(feeds), err, told, c.feeds, c.told)
		}
	}
}
