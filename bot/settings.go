package bot

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"newsbot/bot/schedule"
	"newsbot/digest/store"
	"newsbot/digest/wait"
)

// settingsID is the subscription that the settings make.
const settingsID = "settings"

// settleAgain is the time between two looks after the digest of the settings, and
// holdSettings that for which other settings do not count after the last one.
const (
	settleAgain  = time.Minute
	holdSettings = 3 * settleAgain
)

// SettingsLease is the name of the lease that bots with the same settings share, on
// the terms of SettingsTerms.
const SettingsLease = "settings"

// SettingsTerms says what the settings make of their digest.
func SettingsTerms(sub store.Subscription) string {
	return fmt.Sprintf("DIGEST_CHANNEL %s, DIGEST_AT %s, TIMEZONE %s, EDITION %s", cmp.Or(sub.Channel, "nowhere"), sub.At, sub.Zone, sub.Name)
}

// settler looks after the digest of the settings.
type settler struct {
	*Service
	opened *store.Store
	lease  *store.Lease // shared with the bots that have the same settings
	done   bool         // the digest is set up
	since  time.Time    // when it was first not set up that is not yet; zero for none
	others string       // settings of other bots, of which it has told
	looks  int          // how many more are to find that other bots have gone
}

// settle sets up the digest of the settings, as soon as that can be done, and anew
// where Redis has lost it, until ctx ends.
func (s *Service) settle(ctx context.Context, opened *store.Store) {
	d := &settler{Service: s, opened: opened}
	for ctx.Err() == nil {
		if err := d.settle(ctx); err != nil && ctx.Err() == nil {
			s.Log.Error("the digest of the settings is not set up; it is tried again in a minute", "error", err)
		}
		wait.For(ctx, settleAgain)
	}
	d.leave(ctx)
}

// settle sets up the digest of the settings, unless that was done and it is still
// there, or bots with other settings run.
func (d *settler) settle(ctx context.Context) error {
	if d.done && d.Subscription.Channel == "" {
		return nil // what other settings ask for later is theirs
	}
	free, err := d.agree(ctx)
	if err != nil || !free {
		d.putOff()
		return err
	}
	if d.done && !d.lost(ctx) {
		return nil
	}
	if err := d.subscribe(ctx, d.opened, d.late()); err != nil {
		d.putOff()
		return err
	}
	d.done, d.since = true, time.Time{}
	return nil
}

// putOff notes that the digest of the settings cannot be set up now.
func (d *settler) putOff() {
	d.done = false
	if d.since.IsZero() {
		d.since = time.Now()
	}
}

// late is how late the digest of the settings is set up, no more than the settings of a
// bot that was killed put it off.
func (d *settler) late() time.Duration {
	if d.since.IsZero() {
		return 0
	}
	return min(time.Since(d.since), holdSettings+settleAgain)
}

// agree reports whether no bot runs that has other settings, and sees to it that none
// will go by its own.
func (d *settler) agree(ctx context.Context) (free bool, err error) {
	own, held := SettingsTerms(d.Subscription), ""
	if d.Subscription.Channel == "" {
		held, free, err = d.outlast(ctx)
	} else {
		d.lease, held, err = d.opened.LeaseShared(ctx, SettingsLease, own, holdSettings)
		free = d.lease != nil
	}
	if err == nil && !free && held != "" && held != d.others {
		d.others = held
		d.Log.Warn("another bot with other settings uses this Redis, or did until a moment ago: its digest is posted, and not that of this one until it has ended; "+
			"give both the same settings, or each a Redis of its own", "other", held, "own", own)
	}
	return free, err
}

// outlast reports whether no bot runs whose settings ask for a digest, and where there
// was one, that it has been gone for longer than it takes to start it again.
func (d *settler) outlast(ctx context.Context) (held string, free bool, err error) {
	held, err = d.opened.LeaseTerms(ctx, SettingsLease)
	if held != "" {
		d.looks = int(holdSettings / settleAgain)
	} else if err == nil {
		d.looks--
	}
	return held, d.looks < 0, err
}

// leave lets other settings count at once.
func (d *settler) leave(ctx context.Context) {
	if d.lease == nil {
		return
	}
	longer, end := wait.Outlive(ctx)
	defer end()
	if err := d.lease.Release(longer); err != nil {
		d.Log.Warn("the settings of this bot count for three more minutes", "error", err)
	}
}

// lost reports whether Redis does not know of the digest of the settings any more.
func (d *settler) lost(ctx context.Context) bool {
	_, there, err := d.opened.Wished(ctx, settingsID)
	if err != nil || there {
		return false // what cannot be read now is looked for again
	}
	d.Log.Warn("Redis has lost the digest of the settings, which is set up anew; see that Redis keeps its data (newsbot doctor)")
	return true
}

// subscribe keeps the subscription of the settings, so late, or ends the one that earlier
// settings made.
func (s *Service) subscribe(ctx context.Context, opened *store.Store, late time.Duration) (err error) {
	sub := s.Subscription
	if sub.Channel == "" {
		sub = store.Subscription{}
	} else if sub.Channel, err = s.identify(ctx, sub.Channel); err != nil {
		return err
	}
	sub.ID = settingsID
	return schedule.Keep(ctx, opened, sub, late)
}

// identify returns the ID of a channel, under which people find its digests, or
// its name where Slack does not tell.
func (s *Service) identify(ctx context.Context, channel string) (string, error) {
	id, err := s.Poster.Identify(ctx, channel)
	switch v, _ := judge(err); {
	case err == nil:
		return id, nil
	case v == refused && !bars(err):
		s.Log.Warn("DIGEST_CHANNEL is a name whose ID Slack does not tell, so that people do not see this digest among those of the channel: "+
			"give its ID (C…), or the bot the scopes channels:read and groups:read", "error", err)
		return channel, nil
	}
	return "", fmt.Errorf("look for the channel %s: %w", channel, err)
}
