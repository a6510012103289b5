package poll

import (
	"cmp"
	"context"
	"errors"
	"time"

	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/parallel"
	"newsbot/digest/rescue"
	"newsbot/digest/store"
	"newsbot/digest/wait"
)

// visitors is how many hosts are asked at a time.
const visitors = 32

// visitHosts reads what is due until ctx ends.
func (p *Poller) visitHosts(ctx context.Context) {
	var outage wait.Outage
	parallel.Work(ctx, visitors, p.Look, func(free int) (visits []func()) {
		hosts, err := p.dueHosts(ctx, free)
		if ctx.Err() == nil {
			outage.Tell(p.Log, err, "feeds to read not found; they are looked for until they are", "feeds to read are found again")
		}
		for _, host := range hosts {
			visits = append(visits, func() { p.visit(ctx, host) })
		}
		return visits
	})
}

// dueHosts returns hosts to visit: none while Redis is nearly full or too many items wait.
func (p *Poller) dueHosts(ctx context.Context, n int) ([]string, error) {
	if p.full.Load() {
		return nil, nil
	}
	waiting, err := p.Store.Backlog(ctx)
	if err != nil || waiting > p.Backlog {
		return nil, err
	}
	return p.Store.DueHosts(ctx, n)
}

// visit reads the feed of a host that is due.
func (p *Poller) visit(ctx context.Context, host string) {
	longer, end := wait.Outlive(ctx)
	defer end()
	v, err := p.Store.Visit(longer, host, p.Hold)
	if err == nil && v != nil {
		r := &reading{Poller: p, feed: v.Feed}
		err = r.do(ctx, longer, v)
	}
	switch {
	case err == nil, ctx.Err() != nil:
	case errors.Is(err, store.ErrVisitLost):
		p.Log.Debug("a visit ended early", "host", host, "error", err)
	default:
		p.Log.Error("feed not read; it is read again", "host", host, "error", err)
	}
}

// reading is one reading of a feed.
type reading struct {
	*Poller
	feed   store.Feed
	result store.Reading
	report Report
}

// do reads the feed while ctx lasts, and notes in a longer one what came of it. A feed
// that could not be read to the end is left to another process, as it was.
func (r *reading) do(ctx, longer context.Context, v *store.Visit) error {
	r.result = store.Reading{Health: r.feed.Health}
	polled, err := r.poll(ctx, longer)
	var busy *busyError
	var redis *store.Error
	switch {
	case ctx.Err() != nil:
		return v.Settle(longer, r.result)
	case errors.As(err, &busy): // which is no fault of the feed
		r.Log.Debug("feed put off", "feed", r.feed.Public(), "error", err)
		r.result.Next = scatter(max(busy.alone, putOff))
		return v.Settle(longer, r.result)
	case errors.As(err, &redis):
		return err
	}
	health := &r.result.Health
	health.Checked = time.Now().UTC().Truncate(time.Second)
	switch {
	case errors.Is(err, feed.ErrGone):
		r.end("its server says that it is gone for good")
	case err != nil:
		r.fail(err)
	default:
		if err := r.succeed(longer, v, polled); err != nil {
			return err
		}
	}
	r.log()
	r.Report(r.report)
	r.result.Next = scatter(r.result.Next)
	return v.Settle(longer, r.result)
}

// poll reads the feed while ctx lasts, and lets go in a longer one of the hosts to which
// its own leads. A panic is a failure of the feed, so that it does not end the process,
// and the next one with it.
func (r *reading) poll(ctx, longer context.Context) (polled feed.Polled, err error) {
	ctx, cancel := r.whileHeld(ctx)
	defer cancel()
	led := hosts{Poller: r.Poller, leases: map[string]*store.Lease{r.feed.Host(): nil}}
	err = rescue.Do(func() (err error) {
		polled, err = r.reader().Permitting(led.permit).Poll(ctx, r.feed.Address, r.validators())
		return err
	})
	if lost := led.release(longer, err); lost != nil {
		r.Log.Warn("hosts to which a feed leads are left alone for longer than they need", "feed", r.feed.Public(), "error", lost)
	}
	r.result.Pause = led.pauseAfter(r.feed.Host(), err)
	return polled, err
}

// reader returns what may read the feed. What a feed that whoever runs the program named calls itself is not doubted.
func (r *reading) reader() *feed.Reader {
	if r.feed.MayBeInside(r.Vouched) {
		return r.Reader.Trusting()
	}
	return r.Public
}

func (r *reading) validators() feed.Validators {
	return feed.Validators{ETag: r.feed.Health.ETag, LastModified: r.feed.Health.LastModified}
}

// end notes that the feed is no longer read.
func (r *reading) end(why string) {
	r.report.Outcome = FeedGone
	r.result.State, r.result.Why = store.FeedGone, why
}

// fail notes why the feed was not read, and when it is tried again.
func (r *reading) fail(err error) {
	r.report.Outcome = FeedFailed
	h := &r.result.Health
	h.Fail(Plainly(err))
	if _, panicked := errors.AsType[*rescue.Panic](err); panicked {
		r.Log.Error("feed not read", append(rescue.Attrs(err), "feed", r.feed.Public())...)
	}
	r.result.Next = r.backOff(h.Failures, retryAfter(err))
}

// Plainly returns what is wrong with a feed, without its address.
func Plainly(err error) string {
	if input, ok := errors.AsType[*feed.InputError](err); ok {
		err = input.Err
	}
	return err.Error()
}

// succeed queues what is new and notes what the feed told.
func (r *reading) succeed(ctx context.Context, v *store.Visit, polled feed.Polled) error {
	h := &r.result.Health
	first := h.Succeeded.IsZero()
	if polled.Cut == nil {
		h.Succeed()
	} else {
		r.breakOff(polled.Cut)
	}
	r.report.Outcome = FeedUnchanged
	var queued store.Queued
	if !polled.NotModified {
		h.Title, h.Site = cmp.Or(polled.Title, h.Title), cmp.Or(polled.Site, h.Site)
		h.ETag, h.LastModified = polled.ETag, polled.LastModified
		items := newestFirst(r.feed.Own(polled.Articles))
		r.result.Items, r.result.Part = items, polled.Cut != nil
		var err error
		if queued, err = v.Queue(ctx, items, r.old(items, first), store.Most{Items: newItems, Daily: r.Daily}); err != nil {
			return err
		}
		r.report.New = queued.Items
	}
	if r.report.New > 0 {
		r.report.Outcome, h.Changed = FeedChanged, h.Checked
	}
	h.Interval = r.adapt(h.Interval, r.report.New > 0, polled.Every)
	r.result.Next = h.Interval
	if queued.More || queued.Full { // a later reading takes them in, of a feed that is whole again
		h.ETag, h.LastModified = "", ""
	}
	switch {
	case queued.More:
		r.result.Next = r.Least
	case queued.Full:
		r.cap()
	}
	return r.move(ctx, polled.MovedTo)
}

// breakOff notes why the feed was read in part, which is as good as whole where the
// first reading is over.
func (r *reading) breakOff(why error) {
	h := &r.result.Health
	h.Fail(Plainly(why))
	if !h.Succeeded.IsZero() || h.Checked.Sub(r.feed.Added) >= wholeWithin {
		h.Succeeded = h.Checked
	}
}

// cap notes that the feed has had its share of the day, which is told once.
func (r *reading) cap() {
	h := &r.result.Health
	if !h.CappedOn(h.Checked) {
		r.Log.Warn("feed brings more than is taken of one in a day; the rest waits until midnight UTC, the newest first", "feed", r.feed.Public())
	}
	h.Capped = h.Checked
}

// move notes a new address of the feed. If that is another feed's, this one ends.
func (r *reading) move(ctx context.Context, address string) error {
	if address == "" || address == r.feed.Address {
		return nil
	}
	other, there, err := r.Store.FeedAt(ctx, address)
	switch {
	case err != nil:
		return err
	case there && other.ID != r.feed.ID:
		r.end("it has moved to the address of another source")
	default:
		r.result.MovedTo = address
	}
	return nil
}

const (
	firstItems = 100                // that are taken in of what a new feed holds
	newItems   = 200                // that a reading takes in at most, so that no feed fills the queue
	noNews     = 8 * 24 * time.Hour // age from which on no digest tells of an article

	// wholeWithin is for how long after a feed was added readings that break off are
	// parts of the first one. Those of some feeds always do.
	wholeWithin = 24 * time.Hour
)

// old tells which articles are not taken in: in the first reading, those behind
// the newest. It files those without a date where they are no news.
func (r *reading) old(articles []digest.Article, first bool) func(digest.Article) bool {
	if !first {
		return func(digest.Article) bool { return false }
	}
	for i := range articles {
		if articles[i].Published.IsZero() {
			articles[i].Seen = r.result.Health.Checked.Add(-noNews)
		}
	}
	taken := make(map[string]bool)
	for _, a := range articles[:min(len(articles), firstItems)] {
		taken[a.ID] = true
	}
	return func(a digest.Article) bool { return !taken[a.ID] }
}

// log tells of the reading in a line, loudly where something changes.
func (r *reading) log() {
	h := r.result.Health
	args := []any{"feed", r.feed.Public(), "new", r.report.New, "next", cmp.Or(r.result.Next, h.Interval).Round(time.Second)}
	what := "feed read in part"
	if r.report.Outcome == FeedFailed {
		what = "feed not read"
	}
	switch {
	case r.report.Outcome == FeedGone:
		r.Log.Warn("feed is no longer read", append(args, "why", r.result.Why)...)
	case h.Failures == 1:
		r.Log.Warn(what, append(args, "error", h.Failure)...)
	case h.Failures > 1:
		r.Log.Debug(what, append(args, "error", h.Failure, "failures", h.Failures)...)
	case r.report.New > 0:
		r.Log.Info("feed read", args...)
	default:
		r.Log.Debug("feed read", args...)
	}
}
