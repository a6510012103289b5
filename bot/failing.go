package bot

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"newsbot/bot/block"
	"newsbot/bot/schedule"
	"newsbot/digest/render"
	"newsbot/digest/store"
	"newsbot/digest/wait"
)

const (
	failsLong   = 24 * time.Hour   // after which administrators are told of a feed
	lookFailing = 10 * time.Minute // between two looks for such feeds
	holdTelling = 90 * time.Second // for which it is left to one process to tell somebody
	maxFailing  = 20               // feeds that a message names
)

// watchFeeds tells administrators of feeds that fail for a day, until ctx ends.
func (s *Service) watchFeeds(ctx context.Context, opened *store.Store) {
	if s.Poster == nil || len(s.Admins) == 0 {
		return
	}
	for ctx.Err() == nil {
		if err := s.tellAdmins(ctx, opened); err != nil && ctx.Err() == nil {
			s.Log.Warn("administrators are not told of sources that fail; that is tried again", "error", err)
		}
		wait.For(ctx, lookFailing)
	}
}

// tellAdmins tells them of feeds of which they were not told yet. What is told is
// named by the feeds, so that after a death the same message is not sent again.
func (s *Service) tellAdmins(ctx context.Context, opened *store.Store) error {
	feeds, err := opened.TellFailing(ctx, failsLong)
	if err != nil || len(feeds) == 0 {
		return err
	}
	text, sum := failingText(feeds), sha256.New()
	for _, f := range feeds {
		fmt.Fprintln(sum, f.ID, f.Health.Failing.Unix())
	}
	slot := hex.EncodeToString(sum.Sum(nil)[:8])
	var failed error
	for _, admin := range s.Admins {
		id := store.RunID{Channel: admin, Subscription: "failing-sources", Slot: slot}
		switch err := schedule.Tell(ctx, opened, s.Poster, id, block.Message{Text: block.Escape(text)}, holdTelling); {
		case schedule.Never(err):
			s.Log.Warn("an administrator cannot be told of sources that fail; correct ADMINS", "user", admin, "error", err)
		case err != nil:
			failed = errors.Join(failed, fmt.Errorf("tell %s: %w", admin, err))
		}
	}
	if failed != nil {
		return failed
	}
	return opened.ToldFailing(ctx, feeds)
}

// failingText says which feeds fail and why.
func failingText(feeds []store.Feed) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s for a day:", render.Plural(len(feeds), "source fails", "sources fail"))
	for _, f := range feeds[:min(len(feeds), maxFailing)] {
		fmt.Fprintf(&b, "\n• %s (%s): %s", render.Shorten(f.Name(), 60), render.Shorten(f.Public(), 120), render.Shorten(f.Health.Failure, 200))
	}
	if more := len(feeds) - maxFailing; more > 0 {
		fmt.Fprintf(&b, "\n• and %d more", more)
	}
	b.WriteString("\n`newsbot sources --failing` shows them; `newsbot sources remove` ends one.")
	return b.String()
}
