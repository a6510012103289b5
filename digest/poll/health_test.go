package poll

import (
	"testing"
	"time"

	"newsbot/digest/render"
	"newsbot/digest/store"
)

func TestHealthOf(t *testing.T) {
	now := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	day := now.AddDate(0, 0, -1)
	for name, tt := range map[string]struct {
		feed store.Feed
		want Health
	}{
		"new":  {store.Feed{State: store.FeedActive, Added: now}, Health{"never", "0.0", "-", ""}},
		"well": {store.Feed{State: store.FeedActive, Added: now.AddDate(-1, 0, 0), Items: 21, Full: 14, Health: store.FeedHealth{Succeeded: now.Add(-2 * time.Hour)}}, Health{"2 h ago", "3.0", "66%", ""}},
		"failing": {
			store.Feed{State: store.FeedActive, Added: day, Health: store.FeedHealth{Failure: "is down", Failures: 2, Failing: now.Add(-time.Hour)}},
			Health{"never", "0.0", "-", "is down (2 failures, the first 1 h ago)"},
		},
		"capped": {store.Feed{State: store.FeedActive, Added: day, Health: store.FeedHealth{Capped: now.Add(-time.Minute)}}, Health{"never", "0.0", "-",
			"brings more than is taken from one source in a day; the rest waits until midnight UTC"}},
		"capped yesterday": {store.Feed{State: store.FeedActive, Added: day, Health: store.FeedHealth{Capped: now.AddDate(0, 0, -1)}}, Health{"never", "0.0", "-", ""}},
		"paused":           {store.Feed{State: store.FeedPaused, Why: "paused by hand", Added: day}, Health{"never", "0.0", "-", "paused by hand"}},
	} {
		if got := HealthOf(tt.feed, now, render.Reader{Zone: time.UTC}); got != tt.want {
			t.Errorf("%s: %+v, want %+v", name, got, tt.want)
		}
	}
}
