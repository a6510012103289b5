package demo

import (
	"context"
	"errors"
	"time"

	"newsbot/bot/schedule"
	"newsbot/bot/slackfake"
	"newsbot/digest/store"
)

// window is how far back a digest looks, and postTime how long posting it with
// its thread may take.
const (
	window   = 24 * time.Hour
	postTime = 2 * time.Minute
)

// morning is when the digest of the channel #news is due.
var morning = schedule.TimeOfDay{Hour: 8, Minute: 30}

// usual is the subscription of the channel #news that the settings make.
func (d *Demo) usual() store.Subscription {
	return store.Subscription{
		ID: "usual", Team: slackfake.TeamID, Channel: newsChannel, Name: d.config.Edition, At: morning.String(), Zone: d.config.Zone.String(), Locale: people[0].Locale,
	}
}

// posted returns the subscription of #news whose digest is posted when somebody asks:
// the usual one as people left it, another one where they ended that.
func (d *Demo) posted(ctx context.Context) (store.Subscription, error) {
	subs, err := d.store.Subscriptions(ctx, newsChannel)
	sub := append(subs, d.usual())[0]
	for _, s := range subs {
		if s.ID == d.usual().ID {
			sub = s
		}
	}
	return sub, err
}

// lastMornings returns the last n times, before a time or at it, at which the
// usual digest was due, the earliest first.
func (d *Demo) lastMornings(until time.Time, n int) []time.Time {
	var out []time.Time
	for at := d.times.Next(until.AddDate(0, 0, -n-1)); !at.After(until); at = d.times.Next(at) {
		out = append(out, at)
	}
	return out[max(0, len(out)-n):]
}

// begin posts the digests of the mornings before the demo starts, so that the
// readers know what is going on, and subscribes #news to those to come.
func (d *Demo) begin(ctx context.Context) error {
	d.moving.Lock()
	defer d.moving.Unlock()
	defer d.clock.rush()()
	for _, at := range d.mornings {
		if err := d.pass(ctx, at); err != nil {
			return err
		}
		if err := d.postDigest(ctx, true); err != nil {
			return err
		}
	}
	if err := d.pass(ctx, d.start); err != nil {
		return err
	}
	if err := d.sources.read(ctx); err != nil {
		return err
	}
	return d.store.Subscribe(ctx, d.usual(), d.times.Next(d.clock.Now()))
}

// errPosting is the answer to who asks for a digest while one is on its way.
var errPosting = errors.New("a digest is being posted; wait until its thread is complete")

// postDigest posts the digest of the last 24 hours into #news: what its readers
// were not told yet. A quiet one is not posted where it has no news.
func (d *Demo) postDigest(ctx context.Context, quiet bool) error {
	if !d.posting.TryLock() {
		return errPosting
	}
	defer d.posting.Unlock()
	// What is begun is ended, also when the page that asked for it is closed.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), postTime)
	defer cancel()
	sub, err := d.posted(ctx)
	if err != nil {
		return err
	}
	sub.Quiet = quiet
	now := d.clock.Now()
	edition, err := d.editor.Compose(ctx, sub, schedule.Issue{From: now.Add(-window), Due: now})
	if err != nil || len(edition.Messages) == 0 {
		return err
	}
	if _, err := d.poster.Post(ctx, sub.Channel, edition.Messages); err != nil {
		return err
	}
	return d.store.AddTold(ctx, sub.Channel, edition.ToldBy(func(int) bool { return true }))
}
