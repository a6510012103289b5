package main

import (
	"context"
	"sync"
	"time"

	"newsbot/bot"
	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/poll"
	"newsbot/digest/store"
	"newsbot/digest/wait"
)

// maxFeed is the size in bytes of the largest feed or page that serve reads: many
// are read at a time.
const maxFeed = 8 << 20

// gather returns what reads the feeds of a store, those of the settings among
// them, and takes in what they bring, until its context ends.
func (a *app) gather(z *digest.Analyzer, m *bot.Metrics) func(context.Context, *store.Store) {
	return func(ctx context.Context, s *store.Store) {
		if feeds, err := s.Feeds(ctx); err == nil && len(feeds)+len(a.config.Feeds) == 0 {
			a.log.Warn("there is nothing to read: set FEEDS, or add sources with newsbot sources add")
		}
		var seeding sync.WaitGroup
		defer seeding.Wait()
		seeding.Go(func() { (&seeder{app: a, store: s}).run(ctx) })
		poll.New(poll.Config{
			Store: s, Reader: a.webReader(false), Public: a.webReader(true), Analyzer: z, Log: a.log,
			Vouched: hostPorts(a.config.Feeds), Report: m.Gathered,
			Least: time.Duration(a.config.Interval), RawDays: int(a.config.RawDays),
		}).Run(ctx)
	}
}

// seedAgain is the time between two looks whether the feeds of the settings are there.
const seedAgain = time.Minute

// seeder adds the feeds of the settings to a store, as soon as that can be done, and
// anew where Redis has lost them.
type seeder struct {
	*app
	store  *store.Store
	done   bool // once
	outage wait.Outage
}

// run works until ctx ends.
func (s *seeder) run(ctx context.Context) {
	for ; ctx.Err() == nil; wait.For(ctx, seedAgain) {
		s.seed(ctx)
	}
}

// seed adds those feeds that were not added yet, or were lost.
func (s *seeder) seed(ctx context.Context) {
	added, err := s.store.SeedFeeds(ctx, s.config.Feeds)
	if ctx.Err() == nil {
		s.outage.Tell(s.log, err, "the feeds of the settings are not added; that is tried until they are", "the feeds of the settings are added")
	}
	if s.done && len(added) > 0 {
		s.log.Warn("Redis has lost the feeds of the settings, which are added anew; see that Redis keeps its data (newsbot doctor)", "feeds", len(added))
	}
	s.done = s.done || err == nil
}

// hostPorts returns the hosts and ports of addresses.
func hostPorts(addresses []string) []string {
	all := make([]string, len(addresses))
	for i, a := range addresses {
		all[i] = digest.HostPort(a)
	}
	return all
}

// webReader reads feeds and pages; a public one those that strangers name.
func (a *app) webReader(public bool) *feed.Reader {
	return feed.New(feed.Config{
		Public: public, Allow: a.config.Allow, Proxy: a.config.Proxy.URL, Contact: a.config.Contact, Log: a.log,
		Limits: feed.Limits{Document: maxFeed},
	})
}
