package poll

import (
	"cmp"
	"context"
	"crypto/rand"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/store"
	"newsbot/digest/wait"
)

// Config says with what a Poller works. The first five fields are needed.
type Config struct {
	Store    *store.Store
	Reader   *feed.Reader // of feeds that may be in private networks, see Vouched
	Public   *feed.Reader // of all others and of all pages: it may not reach inside
	Analyzer *digest.Analyzer
	Log      *slog.Logger

	Vouched []string // hosts and ports (digest.HostPort) of the feeds of the settings, which may be in private networks

	Report func(Report)  // hears of every feed that is read and every item that is taken in; nil: nobody
	Least  time.Duration // between two readings of a feed; 0: five minutes
	Most   time.Duration // at most; 0: six hours
	Pause  time.Duration // for which a host is left alone after a request; 0: a second
	Look   time.Duration // between two looks for what is due and how full Redis is; 0: half a second

	Hold    time.Duration // for which a host is a process's own, longer than a request may take; 0: a minute
	Workers int           // items that are taken in at a time; 0: 16
	Backlog int           // items that may wait; 0: 5,000
	Tries   int           // for an item; 0: 5
	Daily   int           // bytes of Redis that one feed may take on a UTC day (store.Taken); 0: 64 MB
	Idle    time.Duration // after which an item is taken from who does not bring it to an end; 0: two minutes
	RawDays int           // for how many days the pages of articles are kept; 0: not at all
}

// Report tells what came of a feed or an item.
type Report struct {
	Outcome string
	New     int // items that a feed brought
}

// What came of a feed, and of an item.
const (
	FeedChanged   = "feed changed"
	FeedUnchanged = "feed unchanged"
	FeedFailed    = "feed failed"
	FeedGone      = "feed gone"
	ItemStored    = "item stored"
	ItemPutOff    = "item put off" // its host or the store is busy
	ItemFailed    = "item failed"
	ItemDead      = "item dead"
)

// Outcomes returns all that may come of a feed or an item.
func Outcomes() []string {
	return []string{FeedChanged, FeedUnchanged, FeedFailed, FeedGone, ItemStored, ItemPutOff, ItemFailed, ItemDead}
}

// Poller reads feeds and takes their items in.
type Poller struct {
	Config
	worker string      // name in the group of those that take items in
	full   atomic.Bool // Redis is nearly full
	turns  turns
}

// New returns a Poller.
func New(c Config) *Poller {
	c.Least = cmp.Or(c.Least, 5*time.Minute)
	c.Most = max(cmp.Or(c.Most, 6*time.Hour), c.Least)
	c.Pause = cmp.Or(c.Pause, time.Second)
	c.Look = cmp.Or(c.Look, 500*time.Millisecond)
	c.Hold = cmp.Or(c.Hold, time.Minute)
	c.Workers = cmp.Or(c.Workers, 16)
	c.Backlog = cmp.Or(c.Backlog, 5000)
	c.Tries = cmp.Or(c.Tries, 5)
	c.Daily = cmp.Or(c.Daily, 64<<20)
	c.Idle = cmp.Or(c.Idle, 2*time.Minute)
	if c.Report == nil {
		c.Report = func(Report) {}
	}
	return &Poller{Config: c, worker: rand.Text(), turns: turns{taken: make(map[string]int)}}
}

// Run works until ctx ends, and leaves what is under way to other processes. What
// goes wrong is logged and tried again.
func (p *Poller) Run(ctx context.Context) {
	if _, err := p.Store.ForgetWorkers(ctx, silent); err != nil && ctx.Err() == nil {
		p.Log.Warn("processes that died stay in the list of those that take items in", "error", err)
	}
	var work sync.WaitGroup
	work.Go(func() { p.watchMemory(ctx) })
	work.Go(func() { p.visitHosts(ctx) })
	work.Go(func() { p.takeItems(ctx) })
	work.Go(func() { p.retakeItems(ctx) })
	work.Go(func() { p.keepStories(ctx) })
	work.Wait()
	ctx, cancel := wait.Outlive(ctx)
	defer cancel()
	if err := p.Store.Leave(ctx, p.worker); err != nil {
		p.Log.Warn("this process stays in the list of those that take items in", "error", err)
	}
}

// silent is for how long a process is not heard of that has died: it looks at the
// queue every second.
const silent = time.Hour
