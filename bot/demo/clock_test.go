package demo

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestClock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now().Add(-time.Hour)
		c := newClock(start)
		shows := func(after time.Duration) {
			t.Helper()
			if got := c.Now().Sub(start); got != after {
				t.Errorf("the clock shows its start and %v, want %v", got, after)
			}
		}
		time.Sleep(time.Second)
		shows(time.Second)

		run := c.stop(start.Add(time.Minute))
		calm := c.rush()
		time.Sleep(time.Second)
		c.Sleep(t.Context(), time.Second)
		shows(time.Minute)
		run()
		shows(time.Minute)
		if err := c.Sleep(t.Context(), time.Second); err != nil {
			t.Error(err)
		}
		shows(time.Minute + time.Second)
		calm()

		c.forward(start)
		shows(time.Minute + time.Second)
		c.forward(start.Add(time.Hour))
		shows(time.Hour)
		c.stop(start)()
		time.Sleep(time.Second)
		shows(time.Hour + time.Second)
	})
}

func TestClockCheck(t *testing.T) {
	c := newClock(start)
	for _, to := range []time.Time{start, {}, start.AddDate(0, 2, 0)} {
		if c.check(to) == nil {
			t.Errorf("a person may move the clock to %s", to)
		}
	}
	if err := c.check(start.AddDate(0, 0, 7)); err != nil {
		t.Error(err)
	}
}
