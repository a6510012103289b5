package demo

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestClockStops(t *testing.T) {
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
		c.Sleep(t.Context(), time.Second)
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
