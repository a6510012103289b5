package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"newsbot/bot/schedule"
	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/ingest"
	"newsbot/digest/store"
)

// Service is the bot that runs by itself: it reads feeds again and again, posts
// digests to the channels that subscribe to them, and answers people.
type Service struct {
	Open     func(context.Context) (*store.Store, error) // waits for the store
	Reader   *feed.Reader
	Analyzer *digest.Analyzer
	Log      *slog.Logger

	Feeds    []string      // addresses of the feeds
	Interval time.Duration // between two readings of them

	Poster       *Poster            // nil: it posts nothing
	Subscription store.Subscription // one of the settings, without an ID; without a channel: none

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
		if s.Poster != nil {
			s.Poster.Share(opened, UsualPace)
		}
		if s.App != nil {
			s.App.Open(s.Answerer(opened), opened)
		}
		var work sync.WaitGroup
		work.Go(func() { s.poll(ctx) })
		work.Go(func() { s.post(ctx, opened) })
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

// ready returns nil if the store answers and Slack lets the bot post.
func (s *Service) ready(ctx context.Context) error {
	opened := s.store.Load()
	if opened == nil {
		return errors.New("waiting for Redis")
	}
	if err := opened.Ping(ctx); err != nil || s.Poster == nil {
		return err
	}
	return s.Poster.door.closed()
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

// settingsID is the subscription that the settings make.
const settingsID = "settings"

// post posts the digests of all subscriptions.
func (s *Service) post(ctx context.Context, opened *store.Store) {
	if s.Poster == nil {
		return
	}
	var settling sync.WaitGroup
	defer settling.Wait()
	settling.Go(func() { s.settle(ctx, opened) })
	c := schedule.Config{Store: opened, Editor: editor{opened, s.App != nil}, Poster: s.Poster, Log: s.Log}
	if s.Metrics != nil {
		c.Report = s.Metrics.attempted
	}
	schedule.New(c).Run(ctx)
}

// settleAgain is the time between two attempts to set up the digest of the settings.
const settleAgain = time.Minute

// settle sets up the digest of the settings, as soon as that can be done.
func (s *Service) settle(ctx context.Context, opened *store.Store) {
	for {
		err := s.subscribe(ctx, opened)
		if err == nil {
			return
		}
		if ctx.Err() == nil {
			s.Log.Error("the digest of the settings is not set up; it is tried again in a minute", "error", err)
		}
		if schedule.Sleep(ctx, settleAgain) != nil {
			return
		}
	}
}

// subscribe keeps the subscription of the settings, or ends the one that earlier
// settings made.
func (s *Service) subscribe(ctx context.Context, opened *store.Store) (err error) {
	sub := s.Subscription
	if sub.Channel == "" {
		sub = store.Subscription{}
	} else if sub.Channel, err = s.identify(ctx, sub.Channel); err != nil {
		return err
	}
	sub.ID = settingsID
	return schedule.Keep(ctx, opened, sub)
}

// identify returns the ID of a channel, under which people find its digests, or
// its name where Slack does not tell.
func (s *Service) identify(ctx context.Context, channel string) (string, error) {
	id, err := s.Poster.Identify(ctx, channel)
	switch v, _ := judge(err); {
	case err == nil:
		return id, nil
	case v == refused && !bars(err):
		s.Log.Warn("DIGEST_CHANNEL is a name whose ID Slack does not tell, so that people do not see this digest among those of the channel: "+
			"give its ID (C…), or the bot the scopes channels:read and groups:read", "error", err)
		return channel, nil
	}
	return "", fmt.Errorf("look for the channel %s: %w", channel, err)
}
