package demo

import (
	"context"
	"errors"
	"maps"
	"time"

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
	now := d.clock.Now()
	edition, err := d.editor.Compose(ctx, sub, now.Add(-window), now, false)
	if err != nil || len(edition.Messages) == 0 {
		return err
	}
	if _, err := d.poster.Post(ctx, sub.Channel, edition.Messages); err != nil {
		return err
	}
	return d.remember(ctx, sub.Channel, edition.Told)
}

// remember keeps what the readers of a channel were told now, beside what they
// were told before.
func (d *Demo) remember(ctx context.Context, channel string, now map[string]digest.Told) error {
	told, err := d.store.Told(ctx, channel)
	if err != nil {
		return err
	}
	maps.Copy(told, now)
	return d.store.SetTold(ctx, channel, told)
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
