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
	handleHealth(mux, s.ready)
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
	schedule.New(schedule.Config{
		Store: opened, Editor: newEditor(opened, s.App != nil), Poster: s.Poster, Log: s.Log, Report: s.Metrics.attempted,
	}).Run(ctx)
}
