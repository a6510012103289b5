package bot

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"newsbot/bot/schedule"
	"newsbot/digest/store"
	"newsbot/digest/wait"
)

// Service is the bot that runs by itself: it gathers news, posts digests to the
// channels that subscribe to them, and answers people.
type Service struct {
	Open   func(context.Context) (*store.Store, error) // waits for the store
	Gather func(context.Context, *store.Store)         // reads feeds until its context ends
	Log    *slog.Logger

	Poster       *Poster            // nil: it posts nothing
	Admins       []string           // IDs of the users who are told of sources that fail
	Subscription store.Subscription // one of the settings, without an ID; without a channel: none

	App      *App                        // nil: it answers nobody
	Answerer func(*store.Store) Answerer // what the App answers from
	Metrics  *Metrics

	Listen string // address for HTTP requests: health checks, metrics, Slack's

	store     atomic.Pointer[store.Store]        // nil until it is there
	scheduler atomic.Pointer[schedule.Scheduler] // nil until it runs

	mu     sync.Mutex
	outage wait.Outage // of what it needs to be ready
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
		work.Go(func() { s.gather(ctx, opened) })
		work.Go(func() { s.post(ctx, opened) })
		work.Go(func() { s.watchFeeds(ctx, opened) })
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
	handleHealth(mux, s.unready)
	mux.Handle("GET /metrics", s.Metrics)
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

// unready returns why the bot is not ready, "" if the store answers, and digests can be
// taken and posted. What an error tells more than that goes to the log.
func (s *Service) unready(ctx context.Context) string {
	why, err := s.obstacle(ctx)
	if errors.Is(err, context.Canceled) { // by who asked
		return why
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.outage.Tell(s.Log, err, "not ready", "ready again")
	return why
}

// obstacle returns why the bot is not ready, and the error that says so, if there is one.
func (s *Service) obstacle(ctx context.Context) (why string, err error) {
	opened := s.store.Load()
	if opened == nil {
		return "it waits for Redis", nil // as store.Open says
	}
	if err := opened.Ping(ctx); err != nil {
		return "Redis does not answer as it should", err
	}
	if s.Poster == nil {
		return "", nil
	}
	if err := s.Poster.door.closed(); err != nil {
		return "Slack lets nothing be posted", err
	}
	if scheduler := s.scheduler.Load(); scheduler != nil {
		if err := scheduler.Blind(); err != nil {
			return "Redis does not give out which digests are due", err
		}
	}
	return "", nil
}

// gather gathers news until ctx ends.
func (s *Service) gather(ctx context.Context, opened *store.Store) {
	s.Metrics.gauge("newsbot_queue_items", "Items of feeds that wait to be taken in or are under way.", func(ctx context.Context) (int, bool) {
		n, err := opened.Backlog(ctx)
		return n, err == nil
	})
	s.Gather(ctx, opened)
}

// post posts the digests of all subscriptions.
func (s *Service) post(ctx context.Context, opened *store.Store) {
	if s.Poster == nil {
		return
	}
	var settling sync.WaitGroup
	defer settling.Wait()
	settling.Go(func() { s.settle(ctx, opened) })
	scheduler := schedule.New(schedule.Config{
		Store: opened, Editor: newEditor(opened, s.App != nil), Poster: s.Poster, Log: s.Log, Report: s.Metrics.attempted,
	})
	s.scheduler.Store(scheduler)
	scheduler.Run(ctx)
}
