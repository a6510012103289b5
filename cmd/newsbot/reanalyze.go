package main

import (
	"context"
	"iter"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/ingest"
	"newsbot/digest/render"
	"newsbot/digest/store"
)

// newReanalyze returns the command that reads stored articles again.
func newReanalyze(a *app) *cobra.Command {
	var since string
	var failed bool
	c := &cobra.Command{
		Use:   "reanalyze",
		Short: "Analyse stored articles again, as this version of newsbot does",
		Long: "Analyse stored articles again, as this version of newsbot does: from their pages, which are kept for RAW_DAYS\n" +
			"days, else from their stored texts. With --failed, articles that could not be taken in are tried again by newsbot serve.",
		Example: "  newsbot reanalyze --since 3d\n  newsbot reanalyze --failed",
		Args:    takes(0, 0),
		RunE: a.run(func(ctx context.Context, _ []string) error {
			if failed {
				return a.reviveItems(ctx)
			}
			back, err := parseSpan(since)
			if err != nil {
				return usageError{err}
			}
			return a.reanalyze(ctx, time.Now().Add(-back))
		}),
	}
	c.Flags().StringVar(&since, "since", "7d", "how far to look back: 24h, 7d, 2w")
	c.Flags().BoolVar(&failed, "failed", false, "try those again that could not be taken in, which newsbot doctor shows")
	return c
}

func (a *app) reanalyze(ctx context.Context, since time.Time) error {
	z, err := newAnalyzer()
	if err != nil {
		return err
	}
	s, err := a.needStore(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	progress := newProgress(a.err, "articles")
	var unread error
	failed := false
	entries := func(yield func(store.Entry) bool) {
		for n, err := range z.AnalyzeAll(again(ctx, s, since, &unread), runtime.GOMAXPROCS(0)) {
			progress.add()
			if err != nil { // it stays as it is
				failed = true
				progress.clear()
				a.tell(err)
			} else if !yield(store.Entry(n)) {
				return
			}
		}
	}
	counts, err := s.PutAll(ctx, entries)
	progress.clear()
	if err == nil {
		err = unread
	}
	if err == nil {
		err = ingest.NewKeeper(s).Update(ctx)
	}
	if err != nil {
		return err
	}
	err = a.say("%s: %s changed", render.Plural(counts.Changed+counts.Unchanged, "article", "articles"), render.Reader{}.Number(counts.Changed))
	if err == nil && failed {
		err = errReported
	}
	return err
}

// atOnce is the number of articles whose pages are looked for at once.
const atOnce = 32

// again yields the articles since a time, made anew from their pages where those
// are kept. What cannot be read ends it, and is told by unread when it has ended.
func again(ctx context.Context, s *store.Store, since time.Time, unread *error) iter.Seq[digest.Article] {
	return func(yield func(digest.Article) bool) {
		var some []digest.Article
		send := func() bool {
			made, err := fromPages(ctx, s, some)
			*unread, some = err, some[:0]
			for _, a := range made {
				if !yield(a) {
					return false
				}
			}
			return err == nil
		}
		for e, err := range s.All(ctx) {
			if err != nil {
				*unread = err
				return
			}
			if e.Brief().Time().Before(since) {
				continue
			}
			if some = append(some, e.Article); len(some) == atOnce && !send() {
				return
			}
		}
		send()
	}
}

// fromPages makes articles anew from their pages, where those are kept.
func fromPages(ctx context.Context, s *store.Store, articles []digest.Article) ([]digest.Article, error) {
	if len(articles) == 0 {
		return nil, nil
	}
	ids := make([]string, len(articles))
	for i, a := range articles {
		ids[i] = a.ID
	}
	raws, err := s.Raws(ctx, ids)
	if err != nil {
		return nil, err
	}
	made := make([]digest.Article, len(articles))
	for i, a := range articles {
		made[i] = a
		if raw, ok := raws[a.ID]; ok {
			made[i] = feed.Page{URL: raw.Address, ContentType: raw.ContentType, Data: raw.Page}.Complete(ctx, raw.Article)
		}
	}
	return made, nil
}

// reviveItems puts the items into the queue again that could not be taken in.
func (a *app) reviveItems(ctx context.Context) error {
	s, err := a.needStore(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	dead, _, err := s.DeadItems(ctx, store.MostDead)
	if err != nil {
		return err
	}
	for _, d := range dead {
		if err := s.Revive(ctx, d); err != nil {
			return err
		}
	}
	return a.say("%s in the queue again; newsbot serve takes them in", render.Plural(len(dead), "article is", "articles are"))
}
