package demo

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"newsbot/bot"
)

// clock runs as the machine's does, ahead of it or behind it, and can be moved
// forward. It is safe for concurrent use.
type clock struct {
	bot.SystemClock
	offset atomic.Int64 // nanoseconds from the machine's clock
}

// newClock returns a clock that shows start now; the machine's time where start
// is zero.
func newClock(start time.Time) *clock {
	c := new(clock)
	if !start.IsZero() {
		c.offset.Store(int64(time.Until(start)))
	}
	return c
}

// Now returns the time that the clock shows.
func (c *clock) Now() time.Time { return time.Now().Add(time.Duration(c.offset.Load())) }

// Sleep lets d pass; moving the clock does not shorten it.
func (c *clock) Sleep(ctx context.Context, d time.Duration) error { return c.SystemClock.Sleep(ctx, d) }

// maxMove is how far the clock can be moved at a time.
const maxMove = 366 * 24 * time.Hour

// move makes the clock show a later time.
func (c *clock) move(to time.Time) error {
	d := to.Sub(c.Now())
	if d < 0 || d > maxMove {
		return fmt.Errorf("the clock can only be moved forward, by a year at most")
	}
	c.offset.Add(int64(d))
	return nil
}

// catchUpEvery is how often it is looked what has come to be due.
const catchUpEvery = 10 * time.Second

// follow catches up with the clock again and again until ctx ends.
func (d *Demo) follow(ctx context.Context) {
	for d.clock.Sleep(ctx, catchUpEvery) == nil {
		if _, err := d.catchUp(ctx); err != nil && ctx.Err() == nil {
			d.config.Log.Error("what was due has not come", "error", err)
		}
	}
}

// catchUp lets arrive what was published until now, and posts the digests that
// were due; it returns how many.
func (d *Demo) catchUp(ctx context.Context) (posted int, err error) {
	d.catching.Lock()
	defer d.catching.Unlock()
	if err := d.news.arrive(ctx); err != nil {
		return 0, err
	}
	after := d.reached
	d.reached = d.clock.Now()
	return d.postDue(ctx, after, d.reached)
}
