package schedule

import (
	"context"
	"errors"
	"fmt"
	"time"

	"newsbot/bot/block"
	"newsbot/digest/store"
)

// notice is what the maker of a subscription is told about it, once.
type notice struct {
	kind, text string
}

func paused(d store.Due, why error) notice {
	return notice{":paused", fmt.Sprintf("The digest %q for %s is paused: %s. Once that is mended, set it up again to resume it.",
		d.Name, d.Channel, reason(why))}
}

func doubtful(d store.Due, why error) notice {
	return notice{":doubtful", fmt.Sprintf("Part of the digest %q for %s may be missing. It is not posted again, since it would then come twice: %s.",
		d.Name, d.Channel, reason(why))}
}

// reason is an error as people are to read it.
func reason(err error) string {
	var f Failure
	if errors.As(err, &f) {
		return f.Explain()
	}
	return err.Error()
}

// errBeingTold is why it is not known whether somebody was told: another process
// was about to.
var errBeingTold = errors.New("another process sends the direct message")

// tell sends the maker a direct message.
func (a *attempt) tell(ctx context.Context, n notice) error {
	if a.due.Maker == "" {
		return nil // whoever reads the log
	}
	if err := Tell(ctx, a.Store, a.Poster, a.runID(a.due.Maker, n.kind), n.text, a.Hold); err != nil {
		return fmt.Errorf("tell the maker of the subscription: %w", err)
	}
	return nil
}

// Tell sends a user a direct message of plain text. It is a run, into the channel
// that is the user's ID, so that it comes once whoever dies; hold is for how long
// that is left to one process.
func Tell(ctx context.Context, s *store.Store, p Poster, id store.RunID, text string, hold time.Duration) error {
	run, _, err := s.TakeRun(ctx, id, hold)
	switch {
	case err != nil:
		return err
	case run == nil:
		return errBeingTold
	case run.Ended != "":
		return nil
	}
	message := block.Message{Text: block.Escape(text)}
	if _, err := p.Resume(ctx, Job{Record: run, Channel: id.Channel, Messages: []block.Message{message}, Class: Digest}); err != nil {
		return errors.Join(err, run.Release(ctx))
	}
	return run.End(ctx, Posted, nil)
}

// Never reports whether an error of Tell says that Slack will never take the
// message.
func Never(err error) bool {
	var failure Failure
	return errors.As(err, &failure) && !failure.Temporary() && !failure.Barred()
}
