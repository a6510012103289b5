package demo

import (
	"context"
	"errors"
	"slices"
	"time"

	"newsbot/bot/schedule"
	"newsbot/digest/wait"
)

// How often it is looked what has come to be published, and what is due.
const (
	arriveEvery = 10 * time.Second
	lookEvery   = 20 * time.Millisecond
)

// follow lets news arrive and reads sources as time passes, until ctx ends.
func (d *Demo) follow(ctx context.Context) {
	for wait.For(ctx, arriveEvery) == nil {
		d.moving.Lock()
		err := errors.Join(d.news.arrive(ctx), d.sources.read(ctx))
		d.moving.Unlock()
		if err != nil && ctx.Err() == nil {
			d.config.Log.Error("news does not arrive; it is tried again", "error", err)
		}
	}
}

// moveTo moves the clock to a time. On the way it stops wherever a digest is due
// until that is posted, with the news that had arrived by then.
func (d *Demo) moveTo(ctx context.Context, to time.Time) error {
	d.moving.Lock()
	defer d.moving.Unlock()
	defer d.clock.rush()()
	for {
		stop, err := d.nextStop(ctx, to)
		if err != nil {
			return err
		}
		if err := d.pass(ctx, stop); err != nil {
			return err
		}
		if err := d.awaitDone(ctx, stop); err != nil {
			return err
		}
		if stop.Equal(to) {
			return d.sources.read(ctx)
		}
	}
}

// nextStop returns when the clock stops next on its way to a time: where a digest of a
// channel is due, and where what persons watch may be in the news, which is looked for so
// often that the clock cannot stop each time.
func (d *Demo) nextStop(ctx context.Context, to time.Time) (time.Time, error) {
	stops, err := d.store.Dues(ctx, false)
	if err != nil {
		return to, err
	}
	watched, err := d.store.Dues(ctx, true)
	if err != nil {
		return to, err
	}
	soon := d.clock.Now().Add(schedule.NoticeLook)
	for _, due := range watched {
		if due.After(soon) { // there may be news since the last notice
			stops = append(stops, due)
		}
	}
	if next := d.news.next(); len(watched) > 0 && !next.IsZero() {
		stops = append(stops, next.Add(schedule.NoticeLook))
	}
	return slices.MinFunc(append(stops, to), time.Time.Compare), nil
}

// pass moves the clock to a time. It stands still just before that until what was
// published by then has arrived, so that no digest is put together without it.
func (d *Demo) pass(ctx context.Context, to time.Time) error {
	run := d.clock.stop(to.Add(-time.Millisecond))
	err := d.news.arrive(ctx)
	run()
	if err != nil {
		return err
	}
	d.clock.forward(to)
	return nil
}

var errSlow = errors.New("a digest that is due does not come; the clock stands where it is due")

// awaitDone waits until nothing is due at a time any more.
func (d *Demo) awaitDone(ctx context.Context, due time.Time) error {
	ctx, cancel := context.WithTimeoutCause(ctx, postTime, errSlow)
	defer cancel()
	for {
		next, err := d.store.NextDue(ctx)
		if err == nil && (next.IsZero() || next.After(due)) {
			return nil
		}
		if wait.For(ctx, lookEvery) != nil {
			return context.Cause(ctx)
		}
	}
}
