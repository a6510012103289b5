package main

import (
	"context"
	"time"

	"newsbot/bot"
	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/poll"
	"newsbot/digest/store"
)

// maxFeed is the size in bytes of the largest feed or page that serve reads: many
// are read at a time.
const maxFeed = 8 << 20

// gather returns what reads the feeds of a store, those of the settings among
// them, and takes in what they bring, until its context ends.
func (a *app) gather(z *digest.Analyzer, m *bot.Metrics) func(context.Context, *store.Store) {
	return func(ctx context.Context, s *store.Store) {
		if _, err := s.SeedFeeds(ctx, a.config.Feeds); err != nil && ctx.Err() == nil {
			a.log.Error("the feeds of the settings are not added; restart the bot to try again", "error", err)
		}
		if feeds, err := s.Feeds(ctx); err == nil && len(feeds) == 0 {
			a.log.Warn("there is nothing to read: set FEEDS, or add sources with newsbot sources add")
		}
		poll.New(poll.Config{
			Store: s, Reader: a.webReader(false), Public: a.webReader(true), Analyzer: z, Log: a.log,
			Vouched: hostPorts(a.config.Feeds), Report: m.Gathered,
			Least: time.Duration(a.config.Interval), Daily: int(a.config.Daily), RawDays: int(a.config.RawDays),
		}).Run(ctx)
	}
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
		Public: public, Allow: a.config.Allow, Contact: a.config.Contact, Log: a.log, Limits: feed.Limits{Document: maxFeed},
	})
}
