package store

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
)

// keepTaken is for how long it is kept how many bytes were taken on a day.
const keepTaken = 2 * day

// Taken returns about how many bytes of Redis a feed takes with what it brought on
// this UTC day: its articles, those that wait in the queue, and the pages that were kept.
func (s *Store) Taken(ctx context.Context, feed string) (int, error) {
	taken, err := value(ctx, s, func(p redis.Pipeliner) *redis.StringCmd {
		return p.HGet(ctx, s.keys.bytesTaken(dayOf(s.options.Now())), feed)
	})
	if err != nil {
		return 0, fmt.Errorf("look for how much feed %s has brought today: %w", feed, err)
	}
	n, _ := strconv.Atoi(taken) // "" for nothing
	return n, nil
}

// addTaken notes that a feed takes so many bytes more on the day of a time.
func (s *Store) addTaken(ctx context.Context, feed string, at time.Time, bytes int) error {
	key := s.keys.bytesTaken(dayOf(at))
	return s.atomically(ctx, func(p redis.Pipeliner) {
		p.HIncrBy(ctx, key, feed, int64(bytes))
		p.PExpire(ctx, key, keepTaken)
	})
}

// What is reserved for an item, in bytes: about the most that an article takes, which
// has names in it and nothing else. A text beyond a length names no more.
const (
	leastReserved = 4 << 10
	byteReserved  = 16
	mostReserved  = 512 << 10
)

// reserved returns how many bytes are reserved for an item until it is known how many
// it takes.
func reserved(a digest.Article) int {
	return min(leastReserved+byteReserved*(len(a.Title)+len(a.Text)), mostReserved)
}

// What the parts of an entry take in Redis, in bytes, with places in indexes that are
// theirs alone; measured.
const (
	entryBytes   = 2 << 10
	titleBytes   = 32 // a byte of a title, whose words are all in an index
	termBytes    = 64
	entityBytes  = 300
	mentionBytes = 16
)

// Weight returns about how many bytes an entry takes in Redis: hardly ever less than
// half as many, and of news more than there are, since they share words and names.
func (e Entry) Weight() int {
	n := entryBytes + titleBytes*len(e.Article.Title) + len(e.Article.Text) + termBytes*len(e.Analysis.Terms)
	for _, en := range e.Analysis.Entities {
		n += entityBytes + mentionBytes*len(en.Mentions)
	}
	return n
}
