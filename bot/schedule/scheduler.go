package schedule

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"newsbot/digest/parallel"
	"newsbot/digest/store"
	"newsbot/digest/wait"
)

// Config says with what a Scheduler works. The first four fields are needed.
type Config struct {
	Store  *store.Store
	Editor Editor
	Poster Poster
	Log    *slog.Logger

	Report  func(Report)  // hears of every attempt at a run; nil: nobody
	Hold    time.Duration // after which another process takes over from one that ended; 0: 90 seconds
	Look    time.Duration // between two looks for what is due; 0: a second
	Retry   time.Duration // between two attempts at a run; 0: a minute
	Workers int           // runs into channels at a time, and a quarter as many to persons; 0: 200
}

// Editor puts digests together.
type Editor interface {
	// Compose returns a digest for the readers of a subscription.
	Compose(context.Context, store.Subscription, Issue) (Edition, error)
}

// Issue is one digest of a subscription, which is to be put together.
type Issue struct {
	From, Due time.Time // its news was published from one to the other
	Follows   bool      // a digest that was due at From: what came too late for that is news too
	Late      bool      // it says when it was due
}

// Poster posts messages. *bot.Poster is one; its errors may be Failures.
type Poster interface {
	Resume(context.Context, Job) (Tally, error)
	// Admitted returns nil as long as Slack does not refuse whatever is posted,
	// such as since the token was revoked. It finds out by itself when that is over.
	Admitted(context.Context) error
}

// Failure is why Slack did not take a message.
type Failure interface {
	error
	Explain() string      // a sentence for people: what is wrong, and the way out
	Temporary() bool      // resuming the job later may help
	Pause() time.Duration // that Slack asks for first
	Permanent() bool      // nothing can be posted there until somebody mends it
	Barred() bool         // nor anywhere else: it is no fault of the subscription
	Unsure() bool         // the message may stand, and nobody can tell
}

// Scheduler posts the digests of all subscriptions when they are due. Several
// processes may run one each with the same store.
type Scheduler struct {
	Config
	channels, persons lookout
}

// lookout looks for what is due.
type lookout struct{ err atomic.Pointer[store.Error] }

// see notes what came of a look. What cannot be read of one subscription is left out: it
// keeps nobody from the others.
func (l *lookout) see(err error) {
	refused, _ := errors.AsType[*store.Error](err)
	l.err.Store(refused)
}

// Blind returns why the store did not give out what is due when it was asked last, nil if
// it did.
func (s *Scheduler) Blind() error {
	if err := cmp.Or(s.channels.err.Load(), s.persons.err.Load()); err != nil {
		return err
	}
	return nil
}

// New returns a Scheduler.
func New(c Config) *Scheduler {
	c.Hold = cmp.Or(c.Hold, 90*time.Second)
	c.Look = cmp.Or(c.Look, time.Second)
	c.Retry = cmp.Or(c.Retry, time.Minute)
	c.Workers = cmp.Or(c.Workers, 200)
	if c.Report == nil {
		c.Report = func(Report) {}
	}
	return &Scheduler{Config: c}
}

// Run posts what is due until ctx ends, and then lets go of what is under way:
// another process goes on with it. What goes wrong is logged and tried again.
// What goes to persons has workers of its own, so that it keeps none from the
// channels.
func (s *Scheduler) Run(ctx context.Context) {
	var running sync.WaitGroup
	running.Go(func() { s.work(ctx, false, s.Workers, &s.channels) })
	running.Go(func() { s.work(ctx, true, max(1, s.Workers/4), &s.persons) })
	running.Wait()
}

// work posts what is due to channels, or to persons.
func (s *Scheduler) work(ctx context.Context, personal bool, workers int, l *lookout) {
	var outage wait.Outage
	parallel.Work(ctx, workers, s.Look, func(free int) (attempts []func()) {
		if s.Poster.Admitted(ctx) != nil { // which it has said
			return nil
		}
		longer, cancel := wait.Outlive(ctx) // what is taken goes to an attempt, which gives it back
		defer cancel()
		due, now, err := s.Store.TakeDue(longer, personal, free, s.Hold)
		if ctx.Err() == nil {
			l.see(err)
			outage.Tell(s.Log, err, "due digests not found; they are looked for until they are", "due digests are found again")
		}
		for _, d := range due {
			attempts = append(attempts, func() { s.attend(ctx, d, now) })
		}
		return attempts
	})
}
