package schedule

import (
	"context"
	"log/slog"
	"math/rand/v2"
	"time"

	"newsbot/digest/store"
)

// usualPace is what Slack allows: a message a second in a channel, and several
// hundred a minute in a workspace, of which answers to people take their part.
var usualPace = store.Pace{Channel: 1100 * time.Millisecond, Workspace: 100 * time.Millisecond}

// How many turns of the workspace may be taken already when a message takes its
// own: the fewer, the later it gets one when many want one.
const (
	queueParent = 20 // a channel's message
	queueReply  = 10 // a reply in its thread
)

// turns keeps the pace of a workspace, with all other processes.
type turns struct {
	store *store.Store
	team  string
	pace  store.Pace
	log   *slog.Logger
}

// Wait implements Turns.
func (t turns) Wait(ctx context.Context, channel string, n int) error {
	reach := queueParent * t.pace.Workspace
	if n > 0 {
		reach = queueReply * t.pace.Workspace
	}
	for {
		wait, granted, err := t.store.Turn(ctx, t.team, channel, t.pace, reach)
		if err != nil {
			return err
		}
		if !granted {
			wait += rand.N(wait/2 + t.pace.Workspace) // so that those who wait do not come at once
		}
		if err := Sleep(ctx, wait); err != nil || granted {
			return err
		}
	}
}

// wideSilence is from where on a pause that Slack asks for is taken to be meant
// for the whole workspace.
const wideSilence = 5 * time.Second

// Silence implements Turns.
func (t turns) Silence(ctx context.Context, channel string, d time.Duration) {
	if err := t.store.Silence(ctx, t.team, channel, d, d >= wideSilence); err != nil {
		t.log.Warn("other processes do not hear of the pause that Slack wants", "channel", channel, "pause", d, "error", err)
	}
}

// Sleep returns after d, or with the context's error once that is done.
func Sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
