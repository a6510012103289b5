package demo

import (
	"cmp"
	"context"
	"log/slog"
	"slices"
	"time"

	"newsbot/digest"
	"newsbot/digest/ingest"
	"newsbot/digest/rescue"
	"newsbot/digest/store"
)

// news are articles that arrive one after the other. It is not safe for concurrent
// use.
type news struct {
	store    *store.Store
	analyzer *digest.Analyzer
	keeper   *ingest.Keeper
	sourced  bool // an article arrives while its source is read
	now      func() time.Time
	log      *slog.Logger

	pending []digest.Article // the earliest first; undated ones before them
}

func newNews(s *store.Store, c Config, now func() time.Time) *news {
	pending := slices.SortedStableFunc(slices.Values(c.News), func(a, b digest.Article) int {
		return cmp.Compare(a.Published.UnixNano(), b.Published.UnixNano())
	})
	return &news{store: s, analyzer: c.Analyzer, keeper: ingest.NewKeeper(s), sourced: c.MadeUp, now: now, log: c.Log, pending: pending}
}

// arrive takes in the articles of which the time has come.
func (n *news) arrive(ctx context.Context) error {
	read, err := n.read(ctx)
	if err != nil {
		return err
	}
	now := n.now()
	var due, rest []digest.Article
	for _, a := range n.pending {
		if a.Published.After(now) || n.sourced && a.Source != "" && !read[a.Source] {
			rest = append(rest, a)
		} else {
			due = append(due, a)
		}
	}
	if len(due) == 0 {
		return nil
	}
	if err := n.takeIn(ctx, due); err != nil {
		return err
	}
	n.pending = rest
	return n.keeper.Update(ctx)
}

// next returns when the next article is published, the zero time where there is none to come.
func (n *news) next() time.Time {
	now := n.now()
	for _, a := range n.pending {
		if a.Published.After(now) {
			return a.Published
		}
	}
	return time.Time{}
}

// takeIn stores articles, but for those that cannot be analysed.
func (n *news) takeIn(ctx context.Context, articles []digest.Article) error {
	_, err := ingest.Run(ctx, digest.StreamOf(articles...), n.analyzer, n.store, func(err error) {
		n.log.Error("article left out", rescue.Attrs(err)...)
	})
	return err
}

// read returns the names of the sources that nobody has paused or removed.
func (n *news) read(ctx context.Context) (map[string]bool, error) {
	feeds, err := n.store.Feeds(ctx)
	read := make(map[string]bool)
	for _, f := range feeds {
		read[f.Name()] = f.State == store.FeedActive
	}
	return read, err
}
