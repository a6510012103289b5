package store

import (
	"context"
	"iter"

	"newsbot/digest"
	"newsbot/digest/rescue"
)

// Bounds on the articles that PutAll holds.
const (
	maxWaiting    = 32
	maxBatch      = 128
	maxBatchBytes = 4 << 20 // of text
)

// PutAll stores entries while they come in: it writes those that have come in since
// its last message to Redis in the next one. Each is stored with all its indexes at
// once: a reader sees all of it or nothing. An article that is there already is
// replaced where its content or analysis differs, and stays in its day. After an
// error PutAll still tells how many are stored for sure. If entries panics, it panics
// with a *rescue.Panic, after it has stored what came before.
func (s *Store) PutAll(ctx context.Context, entries iter.Seq[Entry]) (Counts, error) {
	return s.ReviseAll(ctx, func(yield func(Revision) bool) {
		for e := range entries {
			if !yield(Revision{Entry: e}) {
				return
			}
		}
	})
}

// Revision is an entry that was made of an article as it was stored; without one it
// is a new one.
type Revision struct {
	Entry
	Of *digest.Article
}

// ReviseAll is PutAll for entries that were made of stored articles. One takes the
// place of that very article: where another text has come meanwhile, or it has
// expired, that stands, and the entry counts as overtaken.
func (s *Store) ReviseAll(ctx context.Context, revisions iter.Seq[Revision]) (Counts, error) {
	producing, stop := context.WithCancel(ctx)
	arriving := make(chan Revision, maxWaiting)
	var panicked error
	go func() {
		defer close(arriving)
		panicked = rescue.Do(func() error {
			for r := range revisions {
				select {
				case arriving <- r:
				case <-producing.Done():
					return nil
				}
			}
			return nil
		})
	}()
	defer func() { // revisions is the caller's: leave it only when it has ended, and with its panic
		stop()
		for range arriving {
		}
		if panicked != nil {
			panic(panicked)
		}
	}()

	var counts Counts
	for batch := nextBatch(arriving); len(batch) > 0; batch = nextBatch(arriving) {
		outcomes, err := s.putBatch(ctx, batch)
		if err != nil {
			return counts, err
		}
		counts.count(outcomes)
	}
	return counts, ctx.Err()
}

// nextBatch waits for an entry and takes what has come in behind it.
func nextBatch(arriving <-chan Revision) []Revision {
	r, open := <-arriving
	if !open {
		return nil
	}
	batch := []Revision{r}
	for size := len(r.Article.Text); len(batch) < maxBatch && size < maxBatchBytes; size += len(r.Article.Text) {
		select {
		case r, open = <-arriving:
			if !open {
				return batch
			}
			batch = append(batch, r)
		default:
			return batch
		}
	}
	return batch
}
