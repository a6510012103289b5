package schedule

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"newsbot/bot/block"
	"newsbot/digest/render"
	"newsbot/digest/store"
)

// notice is what the maker of a subscription is told about it, once.
type notice struct {
	kind    string
	message block.Message
}

// newNotice returns a notice of some lines about a digest, the first of which begins
// with its channel.
func newNotice(kind string, d store.Due, lines ...string) notice {
	var l block.List
	for _, text := range lines {
		l.Lines = append(l.Lines, block.Line{Text: text})
	}
	if !d.Personal() {
		l.Lines[0].Channel = d.Channel
	}
	return notice{kind, block.Lists("", "", []block.List{l})}
}

func paused(d store.Due, why error) notice {
	resume := "write /news resume there"
	if d.Personal() {
		resume = "write /news watch with what you watch"
	}
	return newNotice(":paused", d, fmt.Sprintf("The digest “%s” is paused.", name(d)),
		Sentence(reason(d, why)), "Once that is mended, "+resume+".")
}

func doubtful(d store.Due, why error) notice {
	return newNotice(":doubtful", d, fmt.Sprintf("Part of the digest “%s” may be missing. It is not posted again, since it would then come twice.", name(d)),
		Sentence(reason(d, why)))
}

func refused(d store.Due, why error) notice {
	return newNotice(":refused", d, fmt.Sprintf("Slack does not take the digest “%s”, or part of it. The next one is posted when it is due.", name(d)),
		Sentence(reason(d, why)))
}

// Sentence writes a reason as a sentence.
func Sentence(reason string) string {
	first, n := utf8.DecodeRuneInString(reason)
	return string(unicode.ToUpper(first)) + reason[n:] + "."
}

// name is what people call a digest.
func name(d store.Due) string { return render.Edition(d.Name, d.Topics...) }

// reason is an error as people are to read it, who know the channel by no ID.
func reason(d store.Due, err error) string {
	if f, ok := errors.AsType[Failure](err); ok {
		return strings.ReplaceAll(f.Explain(), d.Channel, "the channel")
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
	if err := Tell(ctx, a.Store, a.Poster, a.runID(a.due.Maker, n.kind), n.message, a.Hold); err != nil {
		return fmt.Errorf("tell the maker of the subscription: %w", err)
	}
	return nil
}

// Tell sends a user a direct message. It is a run, into the channel
// that is the user's ID, so that it comes once whoever dies; hold is for how long
// that is left to one process.
func Tell(ctx context.Context, s *store.Store, p Poster, id store.RunID, message block.Message, hold time.Duration) error {
	run, _, err := s.TakeRun(ctx, id, hold)
	switch {
	case err != nil:
		return err
	case run == nil:
		return errBeingTold
	case run.Ended != "":
		return nil
	}
	if _, err := p.Resume(ctx, Job{Record: run, Channel: id.Channel, Messages: []block.Message{message}, Class: Digest}); err != nil {
		return errors.Join(err, run.Release(ctx))
	}
	return run.End(ctx, Posted, nil)
}

// Never reports whether an error of Tell says that Slack will never take the
// message.
func Never(err error) bool {
	failure, ok := errors.AsType[Failure](err)
	return ok && !failure.Temporary() && !failure.Barred()
}
