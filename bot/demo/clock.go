package demo

import (
	"context"
	"errors"
	"sync"
	"time"

	"newsbot/digest/wait"
)

// clock runs as the machine's does, ahead of it or behind it, and can be moved
// forward or stopped. It is safe for concurrent use.
type clock struct {
	mu      sync.Mutex
	offset  time.Duration // from the machine's clock
	stopped time.Time     // what it shows while it stands still; zero: it runs
	rushing int           // how many want it to run ahead instead of waiting
}

// newClock returns a clock that shows start now.
func newClock(start time.Time) *clock { return &clock{offset: time.Until(start)} }

// Now returns the time that the clock shows.
func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now()
}

func (c *clock) now() time.Time {
	if !c.stopped.IsZero() {
		return c.stopped
	}
	return time.Now().Add(c.offset)
}

// Sleep lets d pass, or moves the clock by it while it is rushed and runs.
func (c *clock) Sleep(ctx context.Context, d time.Duration) error {
	c.mu.Lock()
	rushed := c.rushing > 0 && c.stopped.IsZero()
	if rushed {
		c.offset += max(0, d)
	}
	c.mu.Unlock()
	if !rushed {
		return wait.For(ctx, d)
	}
	return ctx.Err()
}

// rush lets nobody wait until the returned function is called.
func (c *clock) rush() (calm func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.rushing++
	return func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.rushing--
	}
}

// stop makes the clock show a time, if that is still to come, and stand still until
// the returned function is called.
func (c *clock) stop(at time.Time) (run func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.stopped = c.now()
	if at.After(c.stopped) {
		c.stopped = at
	}
	return func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.offset, c.stopped = time.Until(c.stopped), time.Time{}
	}
}

// forward makes the clock show a time, if that is still to come.
func (c *clock) forward(to time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.offset += max(0, to.Sub(c.now()))
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
