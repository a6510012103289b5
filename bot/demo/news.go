package demo

import (
	"cmp"
	"context"
	"slices"
	"time"

	"newsbot/digest"
	"newsbot/digest/ingest"
	"newsbot/digest/store"
)

// news are articles that arrive one after the other. It is not safe for
// concurrent use.
type news struct {
	store    *store.Store
	analyzer *digest.Analyzer
	keeper   *ingest.Keeper
	now      func() time.Time

	pending []digest.Article // the earliest first; undated ones before them
}

func newNews(s *store.Store, z *digest.Analyzer, articles []digest.Article, now func() time.Time) *news {
	pending := slices.SortedStableFunc(slices.Values(articles), func(a, b digest.Article) int {
		return cmp.Compare(a.Published.UnixNano(), b.Published.UnixNano())
	})
	return &news{store: s, analyzer: z, keeper: ingest.NewKeeper(s), now: now, pending: pending}
}

// arrive takes in the articles of which the time has come.
func (n *news) arrive(ctx context.Context) error {
	now := n.now()
	due := 0
	for due < len(n.pending) && !n.pending[due].Published.After(now) {
		due++
	}
	if due == 0 {
		return nil
	}
	if _, err := ingest.Run(ctx, slices.Values(n.pending[:due]), n.analyzer, n.store); err != nil {
		return err
	}
	n.pending = n.pending[due:]
	return n.keeper.Update(ctx)
}
