package bot

import (
	"context"
	"crypto/rand"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot/block"
	"newsbot/bot/schedule"
)

// Poster posts digests. It is safe for concurrent use; one for all posts keeps
// Slack's pace, and with Share the posters of all processes together.
type Poster struct {
	api   *slack.Client
	log   *slog.Logger
	clock Clock
	door  *door

	pace   *pace                   // while it is not shared
	shared atomic.Pointer[budgets] // nil until Share
}

// NewPoster returns a Poster that posts with api.
func NewPoster(api *slack.Client, log *slog.Logger, clock Clock) *Poster {
	return &Poster{api: api, log: log, clock: clock, door: &door{log: log},
		pace: &pace{clock: clock, next: make(map[string]time.Time)}}
}

// Post posts the first message to a channel, given as "C0123456789", "#news"
// or "news", and the others as replies in its thread, in order. It returns the
// ts of the first message, also with an error once that one stands: the error,
// a *PostError unless ctx is done, is then about a reply. Where Slack cannot be reached
// it gives up sooner than Resume does.
func (p *Poster) Post(ctx context.Context, channel string, messages []block.Message) (ts string, err error) {
	r := newRun(p, schedule.Job{Record: unrecorded{rand.Text(), p.clock.Now()}, Channel: channel, Messages: messages})
	r.awaited = true
	err = r.do(ctx)
	return r.parent, err
}

// Resume posts those messages of a job that do not stand yet: the first into the
// channel, the others into its thread, in order. What it does is noted in the
// job's record before and after, so that another process can go on from there.
// An error is a *PostError, or what kept it from noting.
func (p *Poster) Resume(ctx context.Context, job schedule.Job) (schedule.Tally, error) {
	r := newRun(p, job)
	err := r.do(ctx)
	return r.tally, err
}

// unrecorded is the record of what is forgotten with the process.
type unrecorded struct {
	name  string
	since time.Time
}

func (u unrecorded) Name() string                                    { return u.name }
func (u unrecorded) Since() time.Time                                { return u.since }
func (unrecorded) Posted() (string, map[int]string)                  { return "", nil }
func (unrecorded) Begun() []int                                      { return nil }
func (unrecorded) Doubt() bool                                       { return false }
func (unrecorded) Intend(context.Context, int) error                 { return nil }
func (unrecorded) Held() bool                                        { return true }
func (unrecorded) Withdraw(context.Context, int) error               { return nil }
func (unrecorded) Stands(context.Context, int, string, string) error { return nil }
