// Package ingest is the way of an article: it is analysed once, when it
// arrives, and stored with what was read out of it.
package ingest

import (
	"context"
	"iter"
	"runtime"

	"newsbot/digest"
	"newsbot/digest/store"
)

// Store is where articles go.
type Store interface {
	// Known reports for each article whether it is stored with the same content.
	Known(context.Context, []digest.Article) ([]bool, error)
	// PutAll stores entries; every one is visible whole or not at all.
	PutAll(context.Context, iter.Seq[store.Entry]) (store.Counts, error)
}

// batch is the number of articles that are looked up at once.
const batch = 64

// Run analyses and stores articles. Those that are stored already with the same
// content are only counted, so that a run that was interrupted can be repeated
// at little cost. It holds few articles at a time. An article that cannot be
// analysed is left out and told to failed, with the error of Analyzer.Analyze.
// After an error, what Counts tells is stored.
func Run(ctx context.Context, articles digest.Stream, z *digest.Analyzer, s Store, failed func(error)) (store.Counts, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	known := make(chan int, 1)
	fresh := func(reading context.Context) iter.Seq[digest.Article] {
		return func(yield func(digest.Article) bool) {
			n, err := unknown(reading, articles(reading), s, yield)
			if err != nil && reading.Err() == nil { // else it is why the store wants no more
				cancel(err)
			}
			known <- n
		}
	}
	analysed := func(yield func(store.Entry) bool) {
		for a, err := range z.AnalyzeAll(ctx, fresh, runtime.GOMAXPROCS(0)) {
			switch {
			case ctx.Err() != nil:
				return
			case err != nil:
				failed(err)
			case !yield(store.Entry(a)):
				return
			}
		}
	}
	counts, err := s.PutAll(ctx, analysed)
	if cause := context.Cause(ctx); cause != nil {
		err = cause
	}
	if err != nil {
		return counts, err
	}
	counts.Unchanged += <-known
	return counts, nil
}

// unknown yields the articles that are not stored and returns how many are.
func unknown(ctx context.Context, articles iter.Seq[digest.Article], s Store, yield func(digest.Article) bool) (int, error) {
	count := 0
	for some := range chunks(articles) {
		known, err := s.Known(ctx, some)
		if err != nil {
			return count, err
		}
		for i, a := range some {
			if known[i] {
				count++
			} else if !yield(a) {
				return count, nil
			}
		}
	}
	return count, nil
}

// chunks cuts a sequence into batches.
func chunks(articles iter.Seq[digest.Article]) iter.Seq[[]digest.Article] {
	return func(yield func([]digest.Article) bool) {
		some := make([]digest.Article, 0, batch)
		for a := range articles {
			if some = append(some, a); len(some) == batch {
				if !yield(some) {
					return
				}
				some = some[:0]
			}
		}
		if len(some) > 0 {
			yield(some)
		}
	}
}
