package main

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"newsbot/digest"
	"newsbot/digest/ingest"
	"newsbot/digest/poll"
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
	again := reanalysis{store: s, analyzer: z, done: progress.add}
	again.left = func(err error) {
		progress.clear()
		a.tell(err)
	}
	counts, err := s.ReviseAll(ctx, again.since(ctx, since))
	progress.clear()
	if err = cmp.Or(err, again.unread); err == nil {
		err = ingest.NewKeeper(s).Update(ctx)
	}
	if err != nil {
		return err
	}
	err = a.say("%s", reanalysed(counts))
	if err == nil && again.failed {
		err = errReported
	}
	return err
}

// reanalysed tells what came of the articles.
func reanalysed(c store.Counts) string {
	number := render.Reader{}.Number
	told := fmt.Sprintf("%s: %s changed", render.Plural(c.Changed+c.Unchanged+c.Overtaken, "article", "articles"), number(c.Changed))
	if c.Overtaken > 0 {
		told += fmt.Sprintf(", %s left as meanwhile taken in anew", number(c.Overtaken))
	}
	return told
}

// reanalysis makes the stored articles anew.
type reanalysis struct {
	store    *store.Store
	analyzer *digest.Analyzer
	done     func()      // is called for every article
	left     func(error) // is told of an article that stays as it is
	failed   bool        // there was one
	unread   error       // why it ended before the last article
}

// atOnce is the number of articles whose pages are looked for at once.
const atOnce = 64

// since yields the articles since a time. What cannot be read ends it.
func (r *reanalysis) since(ctx context.Context, t time.Time) iter.Seq[store.Revision] {
	return func(yield func(store.Revision) bool) {
		var some []digest.Article
		for e, err := range r.store.Entries(ctx, t, time.Time{}) {
			if err != nil {
				r.unread = err
				return
			}
			if some = append(some, e.Article); len(some) < atOnce {
				continue
			}
			if !r.revise(ctx, some, yield) {
				return
			}
			some = nil
		}
		r.revise(ctx, some, yield)
	}
}

// revise yields articles, made anew from their pages where those are kept. It reports
// whether to go on.
func (r *reanalysis) revise(ctx context.Context, articles []digest.Article, yield func(store.Revision) bool) bool {
	made, err := fromPages(ctx, r.store, articles)
	if err != nil {
		r.unread = err
		return false
	}
	i := -1
	for n, err := range r.analyzer.AnalyzeAll(ctx, digest.StreamOf(made...), runtime.GOMAXPROCS(0)) {
		i++
		r.done()
		if err != nil {
			r.failed = true
			r.left(err)
		} else if !yield(store.Revision{Entry: store.Entry(n), Of: &articles[i]}) {
			return false
		}
	}
	return true
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
			made[i] = poll.Reread(ctx, raw)
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
