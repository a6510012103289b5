package store_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/alicebob/miniredis/v2"

	"newsbot/digest"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// TestSeenIsBounded: what is remembered of the items of a feed does not grow with its readings,
// though all items are others each time and whether or not the readings break off.
func TestSeenIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("no goroutines to race, and long")
	}
	const items, readings = 2_000, 15
	for _, c := range []struct {
		part bool
		most int // fields, an item and its mark of two each
	}{{false, 4 * 2 * items}, {true, 40_000 + 2*2*items}} {
		m := miniredis.RunT(t)
		s := storetest.At(t, "redis://"+m.Addr(), store.Options{})
		added, err := s.AddFeeds(t.Context(), store.Feed{Address: "https://a.example/rss"})
		if err != nil {
			t.Fatal(err)
		}
		kept := 0
		for n := range readings {
			m.FastForward(time.Minute)
			v, err := s.Visit(t.Context(), "a.example", time.Minute)
			if err != nil || v == nil {
				t.Fatalf("no visit (%v)", err)
			}
			articles := make([]digest.Article, items)
			for i := range articles {
				address := fmt.Sprintf("https://a.example/%d/%d", n, i)
				articles[i] = digest.Article{URL: address, Mark: address, Title: "Harbour closed"}
				articles[i].Identify("")
			}
			old := func(digest.Article) bool { return true }
			if _, err := v.Queue(t.Context(), articles, old, store.Most{}); err != nil {
				t.Fatal(err)
			}
			if err := v.Settle(t.Context(), store.Reading{Items: articles, Part: c.part, Pause: time.Millisecond}); err != nil {
				t.Fatal(err)
			}
			fields, err := m.HKeys("newsbot:{feeds}:seen:" + added[0].ID)
			if err != nil {
				t.Fatal(err)
			}
			if kept = len(fields); kept > c.most {
				t.Fatalf("readings that break off %v: after %d of %d items each %d fields are kept, want at most %d", c.part, n+1, items, kept, c.most)
			}
		}
		t.Logf("readings that break off %v: %d fields", c.part, kept)
	}
}
