package bot

import (
	"context"
	"testing"
	"time"
)

// still is a Clock that is moved by hand.
type still struct{ now time.Time }

func (c *still) Now() time.Time { return c.now }

func (c *still) Sleep(ctx context.Context, d time.Duration) error {
	c.now = c.now.Add(d)
	return ctx.Err()
}

func TestRecent(t *testing.T) {
	clock := &still{time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)}
	r := newRecent[string, int](clock, time.Hour, 100)
	if !r.put("a", 1) || r.put("a", 2) {
		t.Error("the first put must be the only one that is the first")
	}
	for _, step := range []struct {
		after time.Duration
		known bool
	}{{59 * time.Minute, true}, {2 * time.Minute, true}, {58 * time.Minute, true}, {2 * time.Hour, false}} {
		clock.now = clock.now.Add(step.after)
		if v, ok := r.get("a"); ok != step.known || ok && v != 2 {
			t.Errorf("after another %s: %d, %v, want known: %v", step.after, v, ok, step.known)
		}
	}
}

func TestRecentIsBounded(t *testing.T) {
	clock := &still{time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)}
	r := newRecent[int, int](clock, time.Hour, 100)
	for i := range 10_000 {
		r.put(i, i)
		if n := len(r.young) + len(r.old); n > 200 {
			t.Fatalf("%d are remembered after %d, want 200 at most", n, i)
		}
		if _, ok := r.get(max(0, i-99)); !ok {
			t.Fatalf("the hundredth before %d is forgotten", i)
		}
	}
}
