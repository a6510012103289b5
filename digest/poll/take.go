package poll

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"time"

	"newsbot/digest"
	"newsbot/digest/ingest"
	"newsbot/digest/parallel"
	"newsbot/digest/rescue"
	"newsbot/digest/store"
	"newsbot/digest/wait"
)

// waitItems is how long a look at the queue waits for the first item.
const waitItems = time.Second

// takeItems takes new items in until ctx ends.
func (p *Poller) takeItems(ctx context.Context) {
	var outage wait.Outage
	parallel.Work(ctx, p.Workers, p.Look, func(free int) (takes []func()) {
		if p.full.Load() {
			return nil
		}
		items, err := p.Store.NextItems(ctx, p.worker, free, waitItems)
		if ctx.Err() == nil {
			outage.Tell(p.Log, err, "queue not read; this is tried until it is", "queue is read again")
		}
		for _, it := range items {
			takes = append(takes, func() { p.take(ctx, it) })
		}
		return takes
	})
}

// retakeItems takes in what others did not bring to an end, until ctx ends: one
// by one, so that what kills a process takes little with it.
func (p *Poller) retakeItems(ctx context.Context) {
	for ctx.Err() == nil {
		if p.full.Load() {
			wait.For(ctx, p.Idle/4)
			continue
		}
		it, err := p.Store.Abandoned(ctx, p.worker, p.Idle)
		switch {
		case err != nil && ctx.Err() == nil:
			p.Log.Error("items that were abandoned not found; they are looked for again", "error", err)
			fallthrough
		case it == nil:
			wait.For(ctx, p.Idle/4)
		case it.Tries > p.Tries:
			p.bury(ctx, *it, fmt.Sprintf("newsbot ended %d times while it took this in", p.Tries))
		default:
			p.take(ctx, *it)
		}
	}
}

// errBlank says that there is nothing to take in.
var errBlank = errors.New("its feed gives neither title nor text, and its page cannot be read")

// take takes an item in.
func (p *Poller) take(ctx context.Context, it store.Item) {
	if err := it.Readable(); err != nil {
		p.bury(ctx, it, err.Error())
		return
	}
	a, bytes, err := p.takeIn(ctx, it)
	var redis *store.Error
	var panicked *rescue.Panic
	var busy *busyError
	switch {
	case err == nil:
		p.note(ctx, it, ItemStored, p.Store.Done(ctx, it, IsFull(a), bytes))
	case errors.As(err, &panicked): // as another try would
		p.Log.Error("item not taken in", rescue.Attrs(err)...)
		p.bury(ctx, it, err.Error())
	case errors.As(err, &busy):
		p.note(ctx, it, ItemPutOff, p.later(ctx, it, busy.alone))
	case ctx.Err() != nil:
		ctx, cancel := wait.Outlive(ctx)
		defer cancel()
		p.note(ctx, it, ItemPutOff, p.Store.Requeue(ctx, it))
	case errors.As(err, &redis): // no fault of the item, so that this try does not count
		wait.For(ctx, p.Idle/4)
		p.note(ctx, it, ItemPutOff, errors.Join(err, p.Store.Requeue(ctx, it)))
	case it.Tries >= p.Tries:
		p.bury(ctx, it, err.Error())
	default:
		p.note(ctx, it, ItemFailed, err)
	}
}

// bury gives an item up, and says why.
func (p *Poller) bury(ctx context.Context, it store.Item, why string) {
	p.note(ctx, it, ItemDead, p.Store.Bury(ctx, it, why))
}

// later puts an item at the end of the queue, now or after a while.
func (p *Poller) later(ctx context.Context, it store.Item, rest time.Duration) error {
	if rest > waitHost {
		return p.Store.Rest(ctx, it, rest)
	}
	return p.Store.Requeue(ctx, it)
}

// takeIn completes the article of an item, analyses and stores it, and returns how many
// bytes it takes. A panic is an error of the item, so that it does not end the process,
// and the next one with it.
func (p *Poller) takeIn(ctx context.Context, it store.Item) (a digest.Article, bytes int, err error) {
	var failed error
	into := weighing{Store: p.Store}
	err = rescue.Do(func() (err error) {
		a, err = p.complete(ctx, it)
		a = cut(a)
		if err == nil && a.Title == "" && a.Text == "" { // from a list of addresses
			err = errBlank
		}
		if err == nil {
			_, err = ingest.Run(ctx, digest.StreamOf(a), p.Analyzer, &into, func(err error) { failed = err })
		}
		return err
	})
	return a, into.bytes, cmp.Or(err, failed)
}

// weighing is a store that adds up how many bytes take what is put into it.
type weighing struct {
	*store.Store
	bytes int
}

// PutAll implements ingest.Store.
func (w *weighing) PutAll(ctx context.Context, entries iter.Seq[store.Entry]) (store.Counts, error) {
	return w.Store.PutAll(ctx, func(yield func(store.Entry) bool) {
		for e := range entries {
			w.bytes += e.Weight()
			if !yield(e) {
				return
			}
		}
	})
}

// note reports and logs what came of an item. An item about which something
// could not be noted is taken up again after a while.
func (p *Poller) note(ctx context.Context, it store.Item, outcome string, err error) {
	p.Report(Report{Outcome: outcome})
	args := []any{"item", it.Article.ID, "url", digest.Redact(it.Article.URL), "feed", it.Feed, "tries", it.Tries}
	switch {
	case err != nil && ctx.Err() == nil:
		p.Log.Error(outcome, append(args, "error", err)...)
	case outcome == ItemDead:
		p.Log.Error("item given up; newsbot doctor shows it", args...)
	default:
		p.Log.Debug(outcome, args...)
	}
}
