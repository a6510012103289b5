package store_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/alicebob/miniredis/v2"

	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

const day = 24 * time.Hour

// TestExpiry: a day goes as a whole, retention after its end, or after the
// arrival of its first article where that is later.
func TestExpiry(t *testing.T) {
	m := miniredis.RunT(t)
	now := time.Now().UTC()
	s := storetest.At(t, "redis://"+m.Addr(), store.Options{Retention: 10 * day, Now: func() time.Time { return now }})
	today := now.Truncate(day)
	put := func(from time.Time, seed uint64) {
		t.Helper()
		entries := storetest.NewGenerator(seed, from, day).Take(5)
		if _, err := s.PutAll(t.Context(), slices.Values(entries)); err != nil {
			t.Fatal(err)
		}
		placeAll(t, s)
	}
	left := func(want int) {
		t.Helper()
		briefs, err := s.Window(t.Context(), time.Time{}, time.Time{})
		if err != nil || len(briefs) != want {
			t.Errorf("%d articles are left (%v), want %d", len(briefs), err, want)
		}
	}
	forward := func(d time.Duration) { now = now.Add(d); m.FastForward(d) }

	put(today, 1)
	put(today.Add(-100*day), 2)
	left(10)
	forward(5 * day)
	put(today, 3) // does not prolong the day
	put(today.Add(-100*day), 4)
	left(20)
	forward(5*day + time.Second) // not so long that today ends, at any hour
	left(10)                     // the old day is over, 10 days after its first article came
	forward(day)
	left(0)
	for _, key := range m.Keys() {
		if strings.Contains(key, "{") {
			t.Errorf("%s has outlived its day", key)
		}
	}
	put(today, 1)
	left(5)
	forward(30 * day)
	if keys := m.Keys(); !slices.Equal(keys, []string{"newsbot:days"}) {
		t.Errorf("after all has expired there are %v", keys)
	}
}

// TestRetentionLowered: articles of a day that began with a longer retention are known by
// their IDs for as long as they are there.
func TestRetentionLowered(t *testing.T) {
	m := miniredis.RunT(t)
	now := time.Now().UTC()
	at := func(retention time.Duration) *store.Store {
		return storetest.At(t, "redis://"+m.Addr(), store.Options{Retention: retention, Now: func() time.Time { return now }})
	}
	entries := storetest.NewGenerator(1, now.Truncate(day), day).Take(6)
	for i, retention := range []time.Duration{90 * day, 7 * day, store.Forever} {
		if _, err := at(retention).PutAll(t.Context(), slices.Values(entries[2*i:2*i+2])); err != nil {
			t.Fatal(err)
		}
	}
	s := at(7 * day)
	placeAll(t, s)
	now = now.Add(30 * day)
	m.FastForward(30 * day)
	for _, e := range entries {
		if _, err := s.Story(t.Context(), e.Article.ID); err != nil {
			t.Errorf("an article that is there: %v", err)
		}
	}
}

// TestExpirySet: on a real server too every key of a day expires, all at once.
func TestExpirySet(t *testing.T) {
	r := storetest.StartRedis(t)
	c := client(t, r)
	s := storetest.At(t, r.URL(), store.Options{})
	if _, err := s.PutAll(t.Context(), slices.Values(sample())); err != nil {
		t.Fatal(err)
	}
	placeAll(t, s)
	ends := map[string]time.Duration{}
	for _, key := range keysOf(t, c, "newsbot:{") {
		d, _, _ := strings.Cut(key, "}")
		at := c.PExpireTime(t.Context(), key).Val()
		if at <= 0 || ends[d] != 0 && at != ends[d] {
			t.Errorf("%s expires at %v, other keys of its day at %v", key, at, ends[d])
		}
		ends[d] = at
	}
	if len(ends) != 2 {
		t.Errorf("articles lie in %d days, want 2", len(ends))
	}
	for _, key := range keysOf(t, c, "newsbot:at:") {
		if c.PTTL(t.Context(), key).Val() <= 0 {
			t.Errorf("%s does not expire", key)
		}
	}
}

// TestRunsGo: the record of a run of which nothing was posted goes within a day, any
// other's not.
func TestRunsGo(t *testing.T) {
	m := miniredis.RunT(t)
	s := storetest.At(t, "redis://"+m.Addr(), store.Options{})
	for _, slot := range []string{"idle", "posted"} {
		r, _, err := s.TakeRun(t.Context(), store.RunID{Channel: "U1", Subscription: "S1", Slot: slot}, time.Minute)
		if err != nil {
			t.Fatal(err)
		}
		if slot == "posted" {
			if err := errors.Join(r.Freeze(t.Context(), []byte("{}")), r.Intend(t.Context(), 0)); err != nil {
				t.Fatal(err)
			}
		}
		if err := r.End(t.Context(), slot, nil); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		pass time.Duration
		want int
	}{{4 * time.Hour, 2}, {20 * time.Hour, 1}, {7 * day, 0}} {
		m.FastForward(c.pass)
		if keys := m.Keys(); len(keys) != c.want {
			t.Errorf("%s later there are %q, want %d", c.pass, keys, c.want)
		}
	}
}

func TestForever(t *testing.T) {
	r := storetest.StartRedis(t)
	c := client(t, r)
	s := storetest.At(t, r.URL(), store.Options{Retention: store.Forever})
	if _, err := s.PutAll(t.Context(), slices.Values(sample()[:20])); err != nil {
		t.Fatal(err)
	}
	for _, key := range keysOf(t, c, "newsbot:") {
		if c.PTTL(t.Context(), key).Val() != -1 {
			t.Errorf("%s expires", key)
		}
	}
}

// placeAll puts every article that is in no story into one of its own.
func placeAll(t *testing.T, s *store.Store) {
	t.Helper()
	days, err := s.DaysStories(t.Context(), time.Time{}, time.Now().Add(day))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range days {
		var placements []store.Placement
		for _, p := range d.Articles {
			if p.Story == "" {
				placements = append(placements, store.Placement{Article: p.ID, To: p.ID})
			}
		}
		if _, err := s.Place(t.Context(), d.Day, d.Version, placements); err != nil {
			t.Fatal(err)
		}
	}
}
