package demo

import (
	"context"
	"errors"
	"time"

	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/poll"
	"newsbot/digest/store"
)

// How sources are read.
const (
	readEvery = 5 * time.Minute      // of the demo's time
	readTime  = 5 * time.Second      // that one may take
	restTime  = time.Millisecond     // of a host between two of its feeds
	worker    = "demo"               // who takes items off the queue
	batch     = 100                  // items that are taken at a time
	queueTime = 5 * time.Millisecond // that the queue is looked at for the first of them
)

// sources are the feeds of the store. Those of the demo tell how they are; their
// articles have arrived with the clock, which no reading could keep up with. Package
// poll reads as time passes; here what is due is read at once.
type sources struct {
	news *news
	web  web
}

// read reads what is due and takes in what that brings.
func (s sources) read(ctx context.Context) error {
	feeds, err := s.news.store.Feeds(ctx)
	if err != nil {
		return err
	}
	for _, f := range feeds { // each visit is one of some feed of the host
		if err := s.visit(ctx, f.Host()); err != nil {
			return err
		}
	}
	return s.take(ctx)
}

// visit reads the feed of a host that is the longest due, if one is.
func (s sources) visit(ctx context.Context, host string) error {
	v, err := s.news.store.Visit(ctx, host, time.Minute)
	if err != nil || v == nil {
		return err
	}
	reading, cancel := context.WithTimeout(ctx, readTime)
	defer cancel()
	polled, err := s.web.Poll(reading, v.Feed.Address, feed.Validators{})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	r := store.Reading{Health: v.Feed.Health, Next: readEvery, Pause: restTime}
	r.Health.Checked = s.news.now().UTC().Truncate(time.Second)
	switch {
	case errors.Is(err, feed.ErrGone):
		r.State, r.Why = store.FeedGone, "its server says that it is gone for good"
	case err != nil:
		r.Health.Fail(poll.Plainly(err))
	default:
		if err := s.queue(ctx, v, polled, &r); err != nil {
			return err
		}
	}
	return v.Settle(ctx, r)
}

// queue queues what is new in a feed and notes what the feed tells of itself.
func (s sources) queue(ctx context.Context, v *store.Visit, p feed.Polled, r *store.Reading) error {
	h := &r.Health
	h.Succeed()
	h.Title, h.Site, r.Items = p.Title, p.Site, v.Feed.Own(p.Articles)
	queued, err := v.Queue(ctx, r.Items, func(digest.Article) bool { return false }, store.Most{Items: len(r.Items)})
	if queued.Items > 0 {
		h.Changed = h.Checked
	}
	return err
}

// take takes in what is queued.
func (s sources) take(ctx context.Context) error {
	for {
		items, err := s.news.store.NextItems(ctx, worker, batch, queueTime)
		switch {
		case err != nil:
			return err
		case len(items) == 0:
			return s.news.keeper.Update(ctx)
		}
		var articles []digest.Article
		for _, it := range items {
			articles = append(articles, it.Article)
		}
		if err := s.news.takeIn(ctx, articles); err != nil {
			return err
		}
		for _, it := range items {
			if err := s.news.store.Done(ctx, it, poll.IsFull(it.Article), 0); err != nil {
				return err
			}
		}
	}
}
