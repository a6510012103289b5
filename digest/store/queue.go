package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
)

// group is the consumer group of the processes that take items in.
const group = "workers"

// Item is an article that a feed brought, on its way into the store.
type Item struct {
	Feed    string // its ID
	Article digest.Article
	Queued  time.Time // first
	Tries   int       // how often it was given out, this time included

	entry  string // ID in the stream
	record string // the article, encoded
}

// DeadItem is an item that could not be taken in.
type DeadItem struct {
	Item
	Why  string
	When time.Time
}

var (
	itemDoneScript    = script("item_done")
	itemMoveScript    = script("item_move")
	itemRestScript    = script("now", "feed", "item_rest")
	itemWakeScript    = script("now", "feed", "item_wake")
	queueForgetScript = script("queue_forget")
)

// Backlog returns how many items wait, rest or are under way.
func (s *Store) Backlog(ctx context.Context) (int, error) {
	var queued, resting *redis.IntCmd
	err := s.pipelined(ctx, func(p redis.Pipeliner) {
		queued, resting = p.XLen(ctx, s.keys.queue()), p.ZCard(ctx, s.keys.restingItems())
	})
	if err != nil {
		return 0, fmt.Errorf("count the queue: %w", err)
	}
	return int(queued.Val() + resting.Val()), nil
}

// NextItems returns up to n items that nobody was given yet or that have rested, and
// waits a little while for the first. Each is the worker's until Done, Bury, Requeue
// or Rest; if none comes, Abandoned gives it to another.
func (s *Store) NextItems(ctx context.Context, worker string, n int, wait time.Duration) ([]Item, error) {
	if _, err := ask(ctx, s, (*redis.Cmd).Int, itemWakeScript, []string{s.keys.queue(), s.keys.restingItems()}, n); err != nil {
		return nil, fmt.Errorf("put items that have rested into the queue: %w", err)
	}
	streams, err := s.readGroup(ctx, worker, n, wait)
	if redis.HasErrorPrefix(err, "NOGROUP") {
		if err = s.makeGroup(ctx); err == nil {
			streams, err = s.readGroup(ctx, worker, n, wait)
		}
	}
	if err = s.explain(err); err != nil {
		return nil, fmt.Errorf("read the queue: %w", err)
	}
	var items []Item
	for _, stream := range streams {
		for _, m := range stream.Messages {
			items = append(items, itemFrom(m, 1))
		}
	}
	return items, nil
}

func (s *Store) readGroup(ctx context.Context, worker string, n int, wait time.Duration) ([]redis.XStream, error) {
	return s.redis.XReadGroup(ctx, &redis.XReadGroupArgs{
		Group: group, Consumer: worker, Streams: []string{s.keys.queue(), ">"}, Count: int64(n), Block: wait}).Result()
}

func (s *Store) makeGroup(ctx context.Context) error {
	err := s.redis.XGroupCreateMkStream(ctx, s.keys.queue(), group, "0").Err()
	if redis.HasErrorPrefix(err, "BUSYGROUP") {
		return nil // another process was quicker
	}
	return err
}

// Abandoned gives the worker an item that was given out and not heard of for as
// long as idle; nil if there is none.
func (s *Store) Abandoned(ctx context.Context, worker string, idle time.Duration) (*Item, error) {
	messages, err := s.takeOver(ctx, worker, idle)
	if redis.HasErrorPrefix(err, "NOGROUP") {
		return nil, nil // nothing was given out ever
	}
	if err := s.explain(err); err != nil {
		return nil, fmt.Errorf("look for items that were abandoned: %w", err)
	}
	if len(messages) == 0 {
		return nil, nil
	}
	pending, err := value(ctx, s, func(p redis.Pipeliner) *redis.XPendingExtCmd {
		return p.XPendingExt(ctx, &redis.XPendingExtArgs{
			Stream: s.keys.queue(), Group: group, Start: messages[0].ID, End: messages[0].ID, Count: 1})
	})
	if err != nil {
		return nil, fmt.Errorf("look for items that were abandoned: %w", err)
	}
	tries := 1
	if len(pending) == 1 {
		tries = int(pending[0].RetryCount)
	}
	item := itemFrom(messages[0], tries)
	return &item, nil
}

// takeOver claims the first entry that nobody was heard of for as long as idle.
// Redis looks at ten that are under way at a time, and says where to go on.
func (s *Store) takeOver(ctx context.Context, worker string, idle time.Duration) (found []redis.XMessage, err error) {
	const first, end = "0-0", "0-0"
	for from := first; ; {
		found, from, err = s.redis.XAutoClaim(ctx, &redis.XAutoClaimArgs{
			Stream: s.keys.queue(), Group: group, Consumer: worker, MinIdle: idle, Start: from, Count: 1}).Result()
		if err != nil || len(found) > 0 || from == end {
			return found, err
		}
	}
}

// itemFrom reads an entry of the stream. One that cannot be read has no article.
func itemFrom(m redis.XMessage, tries int) Item {
	it := Item{entry: m.ID, Tries: tries}
	it.Feed, _ = m.Values["feed"].(string)
	it.record, _ = m.Values["item"].(string)
	at, _ := m.Values["at"].(string)
	it.Queued = milli(at)
	it.Article, _ = decodeArticle(it.record)
	return it
}

// fields returns an item as an entry of the stream holds it, which itemFrom reads.
func (it Item) fields() []any {
	return []any{"feed", it.Feed, "item", it.record, "at", it.Queued.UnixMilli()}
}

// Done ends the way of an item: it is stored, and takes so many bytes (Entry.Weight).
// Full says that it has its full text.
func (s *Store) Done(ctx context.Context, it Item, full bool, bytes int) error {
	today := dayOf(s.options.Now())
	keys := []string{s.keys.queue(), s.keys.bytesTaken(dayOf(it.Queued)), s.keys.itemCounts(today), s.keys.fullCounts(today)}
	_, err := ask(ctx, s, (*redis.Cmd).Result, itemDoneScript, keys, group, it.entry, it.Feed, full, (feedDays+1)*day.Milliseconds(),
		bytes-reserved(it.Article), keepTaken.Milliseconds())
	if err != nil {
		return fmt.Errorf("take an item off the queue: %w", err)
	}
	return nil
}

// MostDead is how many items are kept that could not be taken in.
const MostDead = 1000

// Bury takes an item off the queue that cannot be taken in, and keeps it with the
// reason.
func (s *Store) Bury(ctx context.Context, it Item, why string) error {
	return s.moveItem(ctx, it, s.keys.dead(), MostDead, "why", why)
}

// Requeue puts an item at the end of the queue.
func (s *Store) Requeue(ctx context.Context, it Item) error {
	return s.moveItem(ctx, it, s.keys.queue(), 0)
}

// Rest takes an item off the queue and puts it there again after a while.
func (s *Store) Rest(ctx context.Context, it Item, d time.Duration) error {
	_, err := ask(ctx, s, (*redis.Cmd).Int, itemRestScript, []string{s.keys.queue(), s.keys.restingItems()},
		group, it.entry, d.Milliseconds(), it.Feed, it.Queued.UnixMilli(), it.record)
	if err != nil {
		return fmt.Errorf("let an item of the queue rest: %w", err)
	}
	return nil
}

func (s *Store) moveItem(ctx context.Context, it Item, to string, most int, more ...any) error {
	args := slices.Concat([]any{group, it.entry, most}, it.fields(), more)
	if _, err := ask(ctx, s, (*redis.Cmd).Result, itemMoveScript, []string{s.keys.queue(), to}, args...); err != nil {
		return fmt.Errorf("move an item of the queue: %w", err)
	}
	return nil
}

// DeadItems returns up to n items that could not be taken in, the last first, and
// how many there are.
func (s *Store) DeadItems(ctx context.Context, n int) (items []DeadItem, total int, err error) {
	var messages *redis.XMessageSliceCmd
	var count *redis.IntCmd
	err = s.pipelined(ctx, func(p redis.Pipeliner) {
		messages = p.XRevRangeN(ctx, s.keys.dead(), "+", "-", int64(n))
		count = p.XLen(ctx, s.keys.dead())
	})
	if err != nil {
		return nil, 0, fmt.Errorf("read the items that could not be taken in: %w", err)
	}
	for _, m := range messages.Val() {
		d := DeadItem{Item: itemFrom(m, 0), When: entryTime(m.ID)}
		d.Why, _ = m.Values["why"].(string)
		items = append(items, d)
	}
	return items, int(count.Val()), nil
}

// Revive puts an item that could not be taken in into the queue again.
func (s *Store) Revive(ctx context.Context, d DeadItem) error {
	err := s.atomically(ctx, func(p redis.Pipeliner) {
		p.XDel(ctx, s.keys.dead(), d.entry)
		p.XAdd(ctx, &redis.XAddArgs{Stream: s.keys.queue(), Values: d.fields()})
	})
	if err != nil {
		return fmt.Errorf("put an item into the queue again: %w", err)
	}
	return nil
}

// entryTime returns when an entry of a stream was made: its ID begins with that.
func entryTime(id string) time.Time {
	ms, _, _ := strings.Cut(id, "-")
	return milli(ms)
}

// Leave takes a worker off the list of those that take items in, unless it was
// given some that are not done.
func (s *Store) Leave(ctx context.Context, worker string) error {
	pending, err := s.redis.XPendingExt(ctx, &redis.XPendingExtArgs{
		Stream: s.keys.queue(), Group: group, Consumer: worker, Start: "-", End: "+", Count: 1}).Result()
	if err == nil && len(pending) == 0 {
		err = s.redis.XGroupDelConsumer(ctx, s.keys.queue(), group, worker).Err()
	}
	if redis.HasErrorPrefix(err, "NOGROUP") {
		return nil
	}
	if err := s.explain(err); err != nil {
		return fmt.Errorf("leave the queue: %w", err)
	}
	return nil
}

// ForgetWorkers takes those workers off that list that were not heard of for so
// long and have nothing in hand, which Abandoned gave to others, and returns how
// many: a process that dies cannot Leave.
func (s *Store) ForgetWorkers(ctx context.Context, silent time.Duration) (n int, err error) {
	n, err = ask(ctx, s, (*redis.Cmd).Int, queueForgetScript, []string{s.keys.queue()}, group, silent.Milliseconds())
	if err != nil {
		return 0, fmt.Errorf("forget who does not take items in any more: %w", err)
	}
	return n, nil
}

const articleVersion = 1 // first byte of every record of an article by itself

func encodeArticle(a digest.Article) string {
	var w writer
	for _, s := range []string{a.ID, a.Ref, a.URL, a.Source, a.Title, a.Author, a.Language, a.Text} {
		w.string(s)
	}
	w.time(a.Published)
	w.time(a.Seen)
	w.bits(a.Paywalled, a.Opinion)
	w.optional(a.Via)
	return string(compress([]byte{articleVersion}, w.b))
}

func decodeArticle(record string) (digest.Article, error) {
	r, err := unpacked(record, articleVersion, versionLen)
	if err != nil {
		return digest.Article{}, err
	}
	var a digest.Article
	for _, s := range []*string{&a.ID, &a.Ref, &a.URL, &a.Source, &a.Title, &a.Author, &a.Language, &a.Text} {
		*s = r.string()
	}
	a.Published, a.Seen = r.time(), r.time()
	facts := r.bits()
	a.Paywalled, a.Opinion = facts.has(factPaywalled), facts.has(factOpinion)
	a.Via = r.optional()
	if r.bad {
		return digest.Article{}, errRecord
	}
	return a, nil
}

// errNoItem says that an entry of the queue holds no article.
var errNoItem = errors.New("the record is damaged, or of another version of newsbot")

// Readable returns an error for an item whose article cannot be read.
func (it Item) Readable() error {
	if it.Article.ID == "" {
		return errNoItem
	}
	return nil
}
