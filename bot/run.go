package bot

import (
	"context"
	"fmt"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot/block"
)

const (
	maxTries = 6               // posts of one message
	maxWait  = 5 * time.Minute // longest pause that Slack may ask for
)

// run is one digest on its way to a channel.
type run struct {
	*Poster
	id      string
	given   string // the channel as the caller named it
	channel string // the same until an answer gives its ID
	parent  string // ts of the channel's message
	last    string // ts of the newest message
	layout  int    // index of the first layout that Slack has not refused
}

// outcome is what became of one try to post.
type outcome struct {
	verdict verdict
	ts      string        // of the message that stands
	pause   time.Duration // that Slack asks for
	err     error
	lookup  error // why an unsure message could not be looked for
}

// post posts message number n, and returns once it stands or cannot.
func (r *run) post(ctx context.Context, n int, m block.Message) error {
	forms := r.layouts(n, m)
	r.layout = min(r.layout, len(forms)-1)
	var o outcome
	for try := range maxTries {
		o = r.try(ctx, n, try, forms[r.layout])
		switch {
		case o.verdict == accepted:
			r.stands(n, o.ts)
			return nil
		case ctx.Err() != nil:
			return fmt.Errorf("post digest to %s: %w", r.given, ctx.Err())
		case o.verdict == misfit && r.layout+1 < len(forms):
			r.layout++
			r.log.Warn("Slack refuses the layout, trying a plainer one", "channel", r.given, "run", r.id, "message", n,
				"error", o.err, "reasons", reasons(o.err))
		case !o.verdict.again() || o.pause > maxWait || try+1 == maxTries:
			return r.fail(n, o)
		default:
			if err := r.rest(ctx, n, try, o); err != nil {
				return fmt.Errorf("post digest to %s: %w", r.given, err)
			}
		}
	}
	return r.fail(n, o)
}

// layouts returns the forms in which to try message n: as it is, plainer, and
// its text alone. One that breaks a limit of Slack is left out.
func (r *run) layouts(n int, m block.Message) []block.Message {
	var forms []block.Message
	for _, form := range []block.Message{m, block.Plain(m)} {
		if err := form.Check(); err != nil {
			r.log.Error("a layout breaks Slack's limits, please report this as a bug", "run", r.id, "message", n, "error", err)
			continue
		}
		forms = append(forms, form)
	}
	return append(forms, block.Message{Text: m.Text})
}

// try sends a message once, and where no answer tells what became of it looks
// for it in the channel.
func (r *run) try(ctx context.Context, n, try int, m block.Message) outcome {
	ts, err := r.send(ctx, n, m)
	o := outcome{ts: ts, err: err}
	o.verdict, o.pause = judge(err)
	if o.verdict == unsure {
		return r.settle(ctx, n, try, o)
	}
	return o
}

// send posts a message when it is the channel's turn.
func (r *run) send(ctx context.Context, n int, m block.Message) (ts string, err error) {
	if err := r.pace.wait(ctx, r.channel); err != nil {
		return "", err
	}
	options := []slack.MsgOption{
		slack.MsgOptionText(m.Text, false),
		slack.MsgOptionMetadata(r.metadata(n)),
		slack.MsgOptionDisableLinkUnfurl(),
		slack.MsgOptionDisableMediaUnfurl(),
		slack.MsgOptionDisableMarkdown(),
		slack.MsgOptionParse(false),
	}
	if len(m.Blocks) > 0 {
		options = append(options, slack.MsgOptionBlocks(m.Blocks...))
	}
	if n > 0 {
		options = append(options, slack.MsgOptionTS(r.parent))
	}
	channel, ts, err := r.api.PostMessageContext(ctx, r.channel, options...)
	if err == nil && ts == "" {
		err = errNoAnswer
	}
	if err == nil {
		r.learn(channel)
	}
	return ts, err
}

// learn notes the channel's ID.
func (r *run) learn(id string) {
	if id != "" && id != r.channel {
		r.pace.rename(r.channel, id)
		r.channel = id
	}
}

// stands notes that message n is posted.
func (r *run) stands(n int, ts string) {
	if n == 0 {
		r.parent = ts
	}
	r.last = ts
	r.log.Info("posted", "channel", r.channel, "run", r.id, "message", n, "ts", ts)
}

// rest waits before the next try.
func (r *run) rest(ctx context.Context, n, try int, o outcome) error {
	pause := o.pause
	if pause == 0 {
		pause = backoff(try)
	}
	r.log.Warn("posting again", "channel", r.given, "run", r.id, "message", n, "after", pause, "error", o.err)
	return r.clock.Sleep(ctx, pause)
}

// backoff is how long to wait after a try that failed: 2 s, 4 s, 8 s …
func backoff(try int) time.Duration { return 2 * time.Second << try }

// fail is the error for a message that is not posted, or may not be. Only
// where the channel's message surely does not stand the digest may be posted
// again.
func (r *run) fail(n int, o outcome) error {
	return &PostError{
		Channel: r.given, Message: n, Code: slackCode(o.err), Advice: o.explain(r.given), Err: o.err,
		retryable: o.verdict.again() && n == 0,
	}
}
