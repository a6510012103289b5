package bot

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"golang.org/x/sync/errgroup"

	"newsbot/bot/block"
	"newsbot/bot/schedule"
	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/ingest"
	"newsbot/digest/store"
)

// Service is the bot that runs by itself: it reads feeds again and again and
// posts a digest to a channel every day.
type Service struct {
	Store    *store.Store
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

	Listen string // address of the health checks
}

// Run works until ctx ends, which is no error. What goes wrong with a feed, the
// store or Slack is logged and tried again in its turn.
func (s *Service) Run(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return Health(ctx, s.Listen, s.Store.Ping) })
	g.Go(func() error { s.poll(ctx); return nil })
	if s.Channel != "" {
		g.Go(func() error { s.postDaily(ctx); return nil })
	}
	return g.Wait()
}

// poll reads the feeds at every interval, the first time at once.
func (s *Service) poll(ctx context.Context) {
	if len(s.Feeds) == 0 {
		return
	}
	tick := time.NewTicker(s.Interval)
	defer tick.Stop()
	for {
		s.readFeeds(ctx)
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// readFeeds takes in what the feeds hold now.
func (s *Service) readFeeds(ctx context.Context) {
	start := time.Now()
	counts, err := ingest.Run(ctx, s.articles(ctx), s.Analyzer, s.Store)
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

// postDaily posts the digest of the day before whenever it is due.
func (s *Service) postDaily(ctx context.Context) {
	for {
		due, slot := s.At.Next(time.Now(), s.Zone)
		s.Log.Info("next digest", "channel", s.Channel, "due", due)
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Until(due)):
		}
		if err := s.postOnce(ctx, due, slot); err != nil && ctx.Err() == nil {
			s.Log.Error("digest not posted", "channel", s.Channel, "slot", slot, "error", err)
		}
	}
}

// postOnce posts the digest of the 24 hours before due, unless this or another
// process has taken the slot already: a slot is posted at most once.
func (s *Service) postOnce(ctx context.Context, due time.Time, slot string) error {
	run := fmt.Sprintf("daily:%s:%s", s.Channel, slot)
	first, err := s.Store.Claim(ctx, run, 7*24*time.Hour)
	if err != nil {
		return fmt.Errorf("claim the run: %w", err)
	}
	if !first {
		s.Log.Info("digest already posted", "channel", s.Channel, "slot", slot)
		return nil
	}
	o := digest.Options{Edition: s.Edition, From: due.Add(-24 * time.Hour), To: due, Zone: s.Zone, Now: due}
	articles, err := s.Store.Window(ctx, o.From, o.To)
	if err != nil {
		return err
	}
	ts, err := s.Poster.Post(ctx, s.Channel, block.Digest(digest.Build(articles, o), block.Options{Now: due}))
	if err != nil {
		return err
	}
	s.Log.Info("digest posted", "channel", s.Channel, "slot", slot, "articles", len(articles), "ts", ts)
	return nil
}
