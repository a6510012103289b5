package demo

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"newsbot/digest/wait"
)

// clock runs as the machine's does, ahead of it or behind it, and can be moved
// forward. It is safe for concurrent use.
type clock struct {
	offset  atomic.Int64 // nanoseconds from the machine's clock
	rushing atomic.Int32 // how many want it to run ahead instead of waiting
}

// newClock returns a clock that shows start now.
func newClock(start time.Time) *clock {
	c := new(clock)
	c.offset.Store(int64(time.Until(start)))
	return c
}

// Now returns the time that the clock shows.
func (c *clock) Now() time.Time { return time.Now().Add(time.Duration(c.offset.Load())) }

// Sleep lets d pass, or moves the clock by it while it is rushed.
func (c *clock) Sleep(ctx context.Context, d time.Duration) error {
	if c.rushing.Load() == 0 {
		return wait.For(ctx, d)
	}
	c.offset.Add(int64(max(0, d)))
	return ctx.Err()
}

// rush lets nobody wait until the returned function is called.
func (c *clock) rush() (calm func()) {
	c.rushing.Add(1)
	return func() { c.rushing.Add(-1) }
}

// forward makes the clock show a time, if that is still to come.
func (c *clock) forward(to time.Time) {
	if d := to.Sub(c.Now()); d > 0 {
		c.offset.Add(int64(d))
	}
}

// maxMove is how far a person can move the clock at a time.
const maxMove = 31 * 24 * time.Hour

var errMove = errors.New("the clock can only be moved forward, by 31 days at most")

// check says why the clock cannot be moved to a time.
func (c *clock) check(to time.Time) error {
	if d := to.Sub(c.Now()); d < 0 || d > maxMove {
		return errMove
	}
	return nil
}
