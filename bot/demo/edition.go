package demo

import (
	"context"
	"errors"
	"time"

	"newsbot/bot/block"
	"newsbot/bot/schedule"
	"newsbot/digest"
	"newsbot/digest/store"
)

// window is how far back a digest looks, and postTime how long posting it with
// its thread may take.
const (
	window   = 24 * time.Hour
	postTime = 2 * time.Minute
)

// nextMorning returns the next half past eight, when the day's digest is due.
func nextMorning(now time.Time, zone *time.Location) time.Time {
	local := now.In(zone)
	due := time.Date(local.Year(), local.Month(), local.Day(), 8, 30, 0, 0, zone)
	if !due.After(now) {
		due = time.Date(local.Year(), local.Month(), local.Day()+1, 8, 30, 0, 0, zone)
	}
	return due
}

// errPosting is the answer to who asks for a digest while one is on its way.
var errPosting = errors.New("a digest is being posted; wait until its thread is complete")

// usual is the digest of the channel #news that needs no subscription.
func (d *Demo) usual() store.Subscription {
	return store.Subscription{Channel: newsChannel, Name: d.config.Edition, Zone: d.config.Zone.String()}
}

// postDigest posts the digest of the last 24 hours for a subscription: what the
// readers of its channel were not told yet.
func (d *Demo) postDigest(ctx context.Context, sub store.Subscription) error {
	if !d.posting.TryLock() {
		return errPosting
	}
	defer d.posting.Unlock()
	// What is begun is ended, also when the page that asked for it is closed.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), postTime)
	defer cancel()
	zone, err := time.LoadLocation(sub.Zone)
	if err != nil {
		return err
	}
	now := d.clock.Now()
	o := digest.Options{
		Edition: sub.Name, From: now.Add(-window), To: now, Zone: zone, Now: now, Filter: sub.Filter, Told: d.told[sub.Channel]}
	if o.Told == nil {
		o.Told = make(map[string]digest.Told) // from now on the channel is followed
	}
	articles, err := d.store.Window(ctx, o.From, o.To)
	if err != nil {
		return err
	}
	layout := block.Options{Now: now, Top: sub.Size}
	edition := digest.Build(articles, o)
	if _, err := d.poster.Post(ctx, sub.Channel, block.Digest(edition, layout)); err != nil {
		return err
	}
	d.told[sub.Channel] = digest.Remember(o.Told, block.Told(edition, layout), now)
	return nil
}

// postDue posts the digests of the subscriptions that were due after one time
// and not after another, each once, and returns how many.
func (d *Demo) postDue(ctx context.Context, after, until time.Time) (posted int, err error) {
	for _, c := range d.workspace.Channels() {
		subscriptions, err := d.store.Subscriptions(ctx, c.ID)
		if err != nil {
			return posted, err
		}
		for _, sub := range subscriptions {
			times, err := schedule.NewTimetable(sub)
			if err != nil {
				return posted, err
			}
			if sub.Paused != "" || times.Next(after).After(until) {
				continue
			}
			if err := d.postDigest(ctx, sub); err != nil {
				return posted, err
			}
			posted++
		}
	}
	return posted, nil
}
