package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"newsbot/bot/block"
	"newsbot/bot/schedule"
	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/ingest"
	"newsbot/digest/store"
)

// Service is the bot that runs by itself: it reads feeds again and again, posts
// a digest to a channel every day, and answers people.
type Service struct {
	Open     func(context.Context) (*store.Store, error) // waits for the store
	Reader   *feed.Reader
	Analyzer *digest.Analyzer
	Log      *slog.Logger

	Feeds    []string      // addresses of the feeds
	Interval time.Duration // between two readings of them

	Poster  *Poster // nil: it posts nothing
	Channel string  // where it posts; "": nowhere
	At      schedule.Daily
	Zone    *time.Location
	Edition string // name of the digest

	App      *App                        // nil: it answers nobody
	Answerer func(*store.Store) Answerer // what the App answers from
	Metrics  *Metrics

	Listen string // address for HTTP requests: health checks, metrics, Slack's

	store atomic.Pointer[store.Store] // nil until it is there
}

// Run works until ctx ends, which is no error. What goes wrong with a feed, the
// store or Slack is logged and tried again in its turn.
func (s *Service) Run(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	answered := make(chan struct{}) // nobody waits for an answer any more
	g.Go(func() error { return serve(ctx, s.Listen, s.handler()) })
	g.Go(func() error {
		defer close(answered)
		return s.answer(ctx)
	})
	g.Go(func() error {
		opened, err := s.Open(ctx)
		if ctx.Err() != nil {
			return nil
		} else if err != nil {
			return err
		}
		defer opened.Close()
		s.store.Store(opened)
		if s.App != nil {
			s.App.Open(s.Answerer(opened), opened)
		}
		var work sync.WaitGroup
		work.Go(func() { s.poll(ctx) })
		work.Go(func() { s.postDaily(ctx) })
		work.Wait()
		<-ctx.Done()
		<-answered
		return nil
	})
	return g.Wait()
}

// handler answers HTTP requests.
func (s *Service) handler() http.Handler {
	mux := http.NewServeMux()
	handleHealth(mux, s.ready)
	if s.Metrics != nil {
		mux.Handle("GET /metrics", s.Metrics)
	}
	if s.App != nil && !s.App.config.Socket {
		mux.Handle("/slack/", s.App)
	}
	return mux
}

// answer answers people until ctx ends.
func (s *Service) answer(ctx context.Context) error {
	if s.App == nil {
		return nil
	}
	return s.App.Run(ctx)
}

// ready returns nil if the store answers.
func (s *Service) ready(ctx context.Context) error {
	opened := s.store.Load()
	if opened == nil {
		return errors.New("waiting for Redis")
	}
	return opened.Ping(ctx)
}

// poll reads the feeds at every interval, the first time at once.
func (s *Service) poll(ctx context.Context) {
	if len(s.Feeds) == 0 {
		return
	}
	keeper := ingest.NewKeeper(s.store.Load())
	tick := time.NewTicker(s.Interval)
	defer tick.Stop()
	for {
		s.readFeeds(ctx, keeper)
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// readFeeds takes in what the feeds hold now, and puts it into stories.
func (s *Service) readFeeds(ctx context.Context, keeper *ingest.Keeper) {
	start := time.Now()
	counts, err := ingest.Run(ctx, s.articles(ctx), s.Analyzer, s.store.Load())
	if err == nil {
		err = keeper.Update(ctx)
	}
	switch {
	case ctx.Err() != nil:
	case err != nil:
		s.Log.Error("feeds not read to the end; they are read again in their turn", "error", err)
	default:
		s.Log.Info("feeds read", "feeds", len(s.Feeds), "new", counts.Added, "changed", counts.Changed,
			"known", counts.Unchanged, "took", time.Since(start).Round(time.Millisecond))
	}
}

// articles yields what the feeds hold, and logs what cannot be read.
func (s *Service) articles(ctx context.Context) func(yield func(digest.Article) bool) {
	return func(yield func(digest.Article) bool) {
		for _, address := range s.Feeds {
			for item, err := range s.Reader.Read(ctx, address, nil) {
				if ctx.Err() != nil {
					return
				}
				if err != nil {
					s.Log.Warn("feed not read", "error", err)
					continue
				}
				if !yield(item.Article) {
					return
				}
			}
		}
	}
}

// How a digest that is late or could not be posted is caught up with.
const (
	catchUp    = 3 * time.Hour // a slot that is longer ago is left out
	retryPause = time.Minute   // between two attempts
	keepRun    = 7 * 24 * time.Hour
)

// postDaily posts the digest whenever it is due; at the start, also one that
// was due while no bot ran.
func (s *Service) postDaily(ctx context.Context) {
	if s.Channel == "" {
		return
	}
	for after := time.Now().Add(-catchUp); ; {
		due, slot := s.At.Next(after, s.Zone)
		s.Log.Info("next digest", "channel", s.Channel, "due", due)
		if !sleep(ctx, time.Until(due)) {
			return
		}
		s.postSlot(ctx, due, slot)
		after = due
	}
}

// postSlot posts a slot's digest, in as many attempts as catchUp leaves time
// for. What goes wrong is logged.
func (s *Service) postSlot(ctx context.Context, due time.Time, slot string) {
	for {
		err := s.postOnce(ctx, due, slot)
		if err == nil || ctx.Err() != nil {
			return
		}
		s.Log.Error("digest not posted", "channel", s.Channel, "slot", slot, "error", err)
		if !mayRetry(err) || time.Since(due) > catchUp || !sleep(ctx, retryPause) {
			return
		}
	}
}

// sleep waits and reports whether ctx is still on.
func sleep(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}

// mayRetry reports whether a digest may be posted in another attempt: Slack was
// not reached or the store was away, and nothing stands in the channel.
func mayRetry(err error) bool {
	var post *PostError
	if errors.As(err, &post) {
		return post.Retryable()
	}
	return true
}

// edition is the digest of one slot.
type edition struct {
	digest.Digest
	channel  string // by which the store knows it
	messages []block.Message
	told     map[string]digest.Told // what the channel knows once it is posted
}

// compose puts together what was published since the slot before, for readers
// who know what the channel was told.
func (s *Service) compose(ctx context.Context, due time.Time) (e edition, err error) {
	from, _ := s.At.Next(due.Add(-26*time.Hour), s.Zone) // a day has 25 hours at most
	o := digest.Options{Edition: s.Edition, From: from, To: due, Zone: s.Zone, Now: due}
	e.channel = strings.ToLower(strings.TrimPrefix(s.Channel, "#"))
	articles, err := s.store.Load().Window(ctx, o.From, o.To)
	if err != nil {
		return e, err
	}
	if o.Told, err = s.store.Load().Told(ctx, e.channel); err != nil {
		return e, err
	}
	layout := block.Options{Now: due}
	e.Digest = digest.Build(articles, o)
	e.messages = block.Digest(e.Digest, layout)
	e.told = digest.Remember(o.Told, block.Told(e.Digest, layout), due)
	return e, nil
}

// postOnce posts the digest of a slot, unless this or another process has taken
// the slot already: a slot is posted at most once. A process that ends between
// claiming and posting leaves the slot out; one that ends before it has kept
// what was told may tell it again in the next.
func (s *Service) postOnce(ctx context.Context, due time.Time, slot string) error {
	stored := s.store.Load()
	e, err := s.compose(ctx, due)
	if err != nil {
		return err
	}
	run := fmt.Sprintf("daily:%s:%s", e.channel, slot)
	first, err := stored.Claim(ctx, run, keepRun)
	if err != nil {
		return fmt.Errorf("claim the run: %w", err)
	}
	if !first {
		s.Log.Info("digest already posted", "channel", s.Channel, "slot", slot)
		return nil
	}
	ts, err := s.Poster.Post(ctx, s.Channel, e.messages)
	if err != nil && mayRetry(err) && ctx.Err() == nil {
		return errors.Join(err, stored.Release(ctx, run))
	}
	if err != nil {
		return err
	}
	if err := stored.SetTold(ctx, e.channel, e.told); err != nil {
		s.Log.Error("the next digest may tell again what this one told", "channel", s.Channel, "slot", slot, "error", err)
	}
	s.Log.Info("digest posted", "channel", s.Channel, "slot", slot, "articles", e.Articles,
		"stories", len(e.Stories), "known", e.Known, "ts", ts)
	return nil
}
