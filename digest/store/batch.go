package store

import (
	"context"
	"iter"
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
// error PutAll still tells how many are stored for sure.
func (s *Store) PutAll(ctx context.Context, entries iter.Seq[Entry]) (Counts, error) {
	producing, stop := context.WithCancel(ctx)
	arriving := make(chan Entry, maxWaiting)
	go func() {
		defer close(arriving)
		for e := range entries {
			select {
			case arriving <- e:
			case <-producing.Done():
				return
			}
		}
	}()
	defer func() { // entries is the caller's: leave it only when it has ended
		stop()
		for range arriving {
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
func nextBatch(arriving <-chan Entry) []Entry {
	e, open := <-arriving
	if !open {
		return nil
	}
	batch := []Entry{e}
	for size := len(e.Article.Text); len(batch) < maxBatch && size < maxBatchBytes; size += len(e.Article.Text) {
		select {
		case e, open = <-arriving:
			if !open {
				return batch
			}
			batch = append(batch, e)
		default:
			return batch
		}
	}
	return batch
}
