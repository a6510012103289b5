package bot

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot/block"
	"newsbot/bot/schedule"
	"newsbot/digest/wait"
)

const (
	maxTries = 6               // posts of one message
	fewTries = 3               // of the first, while Slack cannot be reached and somebody waits: for 6 s
	maxWait  = 5 * time.Minute // longest pause that Slack may ask for
)

// run is one digest on its way to a channel.
type run struct {
	*Poster
	schedule.Job
	channel string         // as the job names it, until an answer gives its ID
	posted  map[int]string // ts of the messages that stand
	parent  string         // ts of the channel's message
	layout  int            // index of the first layout that Slack has not refused
	tally   schedule.Tally
	awaited bool // somebody waits for it
}

func newRun(p *Poster, job schedule.Job) *run {
	r := &run{Poster: p, Job: job, channel: job.Channel, posted: make(map[int]string)}
	channel, posted := job.Posted()
	if channel != "" {
		r.channel = channel
	}
	maps.Copy(r.posted, posted)
	r.parent = r.posted[0]
	return r
}

// outcome is what became of one try to post.
type outcome struct {
	verdict verdict
	ts      string        // of the message that stands
	found   bool          // it was found in the channel, since the answer got lost
	pause   time.Duration // that Slack asks for
	err     error
	lookup  error // why an unsure message could not be looked for
}

// do posts what does not stand yet.
func (r *run) do(ctx context.Context) error {
	if r.Doubt() {
		if err := r.reconcile(ctx); err != nil {
			return err
		}
	}
	for n, m := range r.Messages {
		if r.posted[n] != "" {
			continue
		}
		if err := r.post(ctx, n, m); err != nil {
			return err
		}
	}
	return nil
}

// post posts message number n, and returns once it stands or cannot.
func (r *run) post(ctx context.Context, n int, m block.Message) error {
	forms := layouts(r.log.With("run", r.Name(), "message", n), m)
	r.layout = min(r.layout, len(forms)-1)
	var o outcome
	for try := range maxTries {
		if err := r.begin(ctx, n); err != nil {
			return err
		}
		// A request that is under way is not given up at once: its answer says what stands.
		longer, end := wait.Outlive(ctx)
		o = r.try(longer, n, try, forms[r.layout])
		end()
		switch {
		case o.verdict == accepted:
			return r.stands(ctx, n, o)
		case o.verdict == misfit && r.layout+1 < len(forms):
			r.layout++
			r.log.Warn("Slack refuses the layout, trying a plainer one", "channel", r.Channel, "run", r.Name(), "message", n,
				"error", o.err, "reasons", reasons(o.err))
		case !o.verdict.again() || o.pause > maxWait || try+1 == r.tries(n, o):
			return r.fail(ctx, n, o)
		default:
			if err := r.rest(ctx, n, try, o); err != nil {
				return errors.Join(err, r.withdraw(ctx, n, o))
			}
		}
		r.tally.Retried++
	}
	return r.fail(ctx, n, o)
}

// tries is how many times message n is sent while nothing else comes of it. Of a digest
// that has begun, the rest is worth waiting for.
func (r *run) tries(n int, o outcome) int {
	if r.awaited && n == 0 && o.verdict == unsent {
		return fewTries
	}
	return maxTries
}

// begin waits for the turn of message n and notes that it is about to be posted.
func (r *run) begin(ctx context.Context, n int) error {
	err := r.turn(ctx, r.channel, r.Class, n)
	if err == nil {
		err = r.Intend(ctx, n)
	}
	if err != nil {
		return fmt.Errorf("post digest to %s: %w", r.Channel, err)
	}
	return nil
}

// try sends a message once. Where no answer tells what became of it, it looks for it in
// the channel; a pause that Slack asks for is told to all who post.
func (r *run) try(ctx context.Context, n, try int, m block.Message) outcome {
	ts, err := r.send(ctx, n, m)
	if err == nil {
		r.door.passed()
	}
	o := outcome{ts: ts, err: err}
	switch o.verdict, o.pause = judge(err); o.verdict {
	case unsure:
		return r.settle(ctx, n, try, o)
	case limited:
		r.silence(ctx, r.channel, o.wait(try))
	}
	return o
}

// send posts a message.
func (r *run) send(ctx context.Context, n int, m block.Message) (ts string, err error) {
	marked := append(options(m, r.parent), slack.MsgOptionMetadata(r.metadata(n))) // the first message finds no parent
	channel, ts, err := r.api.PostMessageContext(guarded(ctx, r.Held), r.channel, marked...)
	if err == nil && ts == "" {
		err = errNoAnswer
	}
	if err == nil {
		r.learn(ctx, channel)
	}
	return ts, err
}

// learn notes the channel's ID.
func (r *run) learn(ctx context.Context, id string) {
	if id != "" && id != r.channel {
		r.renamed(ctx, r.channel, id)
		r.channel = id
	}
}

// stands notes that message n is posted.
func (r *run) stands(ctx context.Context, n int, o outcome) error {
	r.posted[n] = o.ts
	r.parent = r.posted[0]
	if o.found {
		r.tally.Found++
	} else {
		r.tally.Posted++
	}
	r.log.Debug("posted", "channel", r.channel, "run", r.Name(), "message", n, "ts", o.ts)
	return r.Stands(context.WithoutCancel(ctx), n, r.channel, o.ts)
}

// rest waits before the next try.
func (r *run) rest(ctx context.Context, n, try int, o outcome) error {
	pause := o.wait(try)
	r.log.Warn("posting again", "channel", r.Channel, "run", r.Name(), "message", n, "after", pause, "error", o.err)
	if err := r.clock.Sleep(ctx, pause); err != nil {
		return fmt.Errorf("post digest to %s: %w", r.Channel, err)
	}
	return nil
}

// wait is how long to wait after a try.
func (o outcome) wait(try int) time.Duration { return cmp.Or(o.pause, backoff(try)) }

// backoff is how long to wait after a try that failed: 2 s, 4 s, 8 s …
func backoff(try int) time.Duration { return 2 * time.Second << try }

// fail is the error for a message that is not posted, or may not be.
func (r *run) fail(ctx context.Context, n int, o outcome) error {
	failed := &PostError{
		Channel: r.Channel, Message: n, Code: slackCode(o.err), Advice: o.explain(r.Channel), Err: o.err, outcome: o}
	if failed.Barred() {
		r.door.refused(r.clock.Now(), failed)
	}
	if err := r.withdraw(ctx, n, o); err != nil {
		return errors.Join(err, failed)
	}
	return failed
}

// withdraw notes that message n does not stand, where that is sure.
func (r *run) withdraw(ctx context.Context, n int, o outcome) error {
	if o.verdict == unsure {
		return nil
	}
	return r.Withdraw(context.WithoutCancel(ctx), n)
}
