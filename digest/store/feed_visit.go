package store

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
)

var (
	feedHostsScript  = script("now", "feed", "feed_hosts")
	feedTakeScript   = script("now", "feed", "feed_take")
	feedItemsScript  = script("now", "feed", "feed_items")
	feedSettleScript = script("now", "feed", "feed_settle")
)

// ErrVisitLost is what a Visit returns that is over, or whose feed was removed.
var ErrVisitLost = errors.New("another process visits the host, or the feed is removed")

// hideHost is how long a host is hidden between DueHosts and Visit.
const hideHost = 10 * time.Second

// DueHosts returns up to n hosts with feeds that are to be read, the longest due
// first. For a little while no other caller gets them: visit them now.
func (s *Store) DueHosts(ctx context.Context, n int) (hosts []string, err error) {
	hosts, err = ask(ctx, s, (*redis.Cmd).StringSlice, feedHostsScript, []string{s.keys.hosts()}, n, hideHost.Milliseconds())
	if err != nil {
		return nil, fmt.Errorf("find feeds to read: %w", err)
	}
	return hosts, nil
}

// Visit is the right to ask a host, and to read the one of its feeds that is the
// longest due. Others keep away from the host until it ends, by Settle or because
// the hold is over. A feed that is on hold is read by nobody else.
type Visit struct {
	Feed Feed

	store *Store
	host  string
	token string
	hold  time.Duration
	known map[string]string // the items that were seen, with their contents, when that was read last
}

// LeaseHost takes the right to ask the host of an address, for at most hold: give it
// back with ReleaseAfter, so that the host is left alone for a while. It returns nil if
// another process asks it, or has done so and leaves it alone, and for how long still.
func (s *Store) LeaseHost(ctx context.Context, address string, hold time.Duration) (l *Lease, alone time.Duration, err error) {
	work := hostWork(HostOf(address))
	if l, err = s.Lease(ctx, work, hold); l != nil || err != nil {
		return l, 0, err
	}
	var holder *redis.StringCmd
	var left *redis.DurationCmd
	err = s.pipelined(ctx, func(p redis.Pipeliner) {
		holder, left = p.Get(ctx, s.keys.lease(work)), p.PTTL(ctx, s.keys.lease(work))
	})
	if err != nil {
		return nil, 0, fmt.Errorf("look for how long a host is left alone: %w", err)
	}
	if strings.HasSuffix(holder.Val(), isDone) {
		alone = max(left.Val(), 0)
	}
	return nil, alone, nil
}

// Visit takes the next feed of a host, for as long as hold. It returns nil if
// none is due, or somebody visits the host.
func (s *Store) Visit(ctx context.Context, host string, hold time.Duration) (*Visit, error) {
	v := &Visit{store: s, host: host, token: rand.Text(), hold: hold}
	keys := []string{s.keys.hosts(), s.keys.feedsAt(host), s.keys.feeds(), s.keys.feedHealth(), v.lease()}
	found, err := ask(ctx, s, (*redis.Cmd).StringSlice, feedTakeScript, keys, host, v.token, hold.Milliseconds())
	if err != nil {
		return nil, fmt.Errorf("take a feed of %s: %w", host, err)
	}
	if len(found) == 0 {
		return nil, nil
	}
	if v.Feed, err = decodeFeed(found[0], found[1], found[2]); err != nil {
		return nil, err
	}
	return v, nil
}

func (v *Visit) lease() string { return v.store.keys.lease(hostWork(v.host)) }

// Bounds on what goes into the queue at once.
const (
	queueItems = 64
	queueBytes = 1 << 20
)

// Most bounds what Queue puts into the queue.
type Most struct {
	Items int // at once
	Daily int // bytes of Redis that the feed takes on a UTC day (Store.Taken); 0: as many as it does
}

// Queued is what Queue did.
type Queued struct {
	Items int  // that went in
	More  bool // there are more, for the next time
	Full  bool // there are more, and no room for them on this day
}

// Queue puts those articles of the feed into the queue that were not seen yet, or
// not with this content, the first ones up to a bound. In the same step they count
// as seen. Of articles that old holds for only that is noted. Articles that the feed
// gave under other addresses before are the same ones (feed_mark.go).
func (v *Visit) Queue(ctx context.Context, articles []digest.Article, old func(digest.Article) bool, most Most) (done Queued, err error) {
	seen, err := v.seen(ctx)
	if err != nil {
		return done, err
	}
	spent, err := v.store.Taken(ctx, v.Feed.ID)
	if err != nil {
		return done, err
	}
	held := holding(articles)
	given := make(map[string]bool) // to keep to the first where items share an address
	var args []any
	taken, size, room := 0, 0, most.Daily-spent
	send := func() error {
		n, err := v.queue(ctx, args)
		done.Items, args, size = done.Items+n, nil, 0
		return err
	}
	for i := range articles {
		if len(args) >= 4*queueItems || size > queueBytes {
			if err := send(); err != nil {
				return done, err
			}
		}
		isOld := old(articles[i])
		first, field, record := held.recognize(&articles[i], seen)
		if record != seen[field] {
			args = append(args, field, record, "", 0)
		}
		a := articles[i]
		item, content := itemOf(first) // so that no other address alone is news
		if given[item] || seen[item] == content {
			given[item] = true
			continue
		}
		given[item] = true
		entry, bytes := "", 0
		if !isOld {
			bytes = reserved(a)
			switch {
			case taken == most.Items:
				done.More = true
				continue
			case most.Daily > 0 && bytes > room:
				done.Full = true
				continue
			}
			entry, taken, room = encodeArticle(a), taken+1, room-bytes
		}
		args, size = append(args, item, content, entry, bytes), size+len(entry)
	}
	if len(args) > 0 {
		err = send()
	}
	return done, err
}

// seen returns the items that were seen, with their contents.
func (v *Visit) seen(ctx context.Context) (map[string]string, error) {
	seen, err := value(ctx, v.store, func(p redis.Pipeliner) *redis.MapStringStringCmd {
		return p.HGetAll(ctx, v.store.keys.itemsSeen(v.Feed.ID))
	})
	if err != nil {
		return nil, fmt.Errorf("read what was seen of feed %s: %w", v.Feed.Public(), err)
	}
	v.known = seen
	return seen, nil
}

// itemOf returns the name of an item of a feed, and a hash of its content. The
// date is not part of it: there are feeds that date everything anew.
func itemOf(a digest.Article) (item, print string) {
	a.Published, a.Seen = time.Time{}, time.Time{}
	return packID(a.ID), content(a)
}

func (v *Visit) queue(ctx context.Context, items []any) (added int, err error) {
	s := v.store
	keys := []string{v.lease(), s.keys.feeds(), s.keys.itemsSeen(v.Feed.ID), s.keys.queue(), s.keys.bytesTaken(dayOf(s.options.Now()))}
	args := append([]any{v.token, v.hold.Milliseconds(), v.Feed.ID, keepTaken.Milliseconds()}, items...)
	added, err = ask(ctx, s, (*redis.Cmd).Int, feedItemsScript, keys, args...)
	if err == nil && added < 0 {
		added, err = 0, ErrVisitLost
	}
	if err != nil {
		return 0, fmt.Errorf("queue items of feed %s: %w", v.Feed.Public(), err)
	}
	return added, nil
}

// Reading is what came of reading a feed.
type Reading struct {
	Health  FeedHealth
	Next    time.Duration    // until it is read again
	Pause   time.Duration    // for which its host is left alone
	MovedTo string           // new address of the feed; "": it has not moved
	State   FeedState        // not FeedActive: it is not read any more
	Why     string           // that is
	Items   []digest.Article // that it holds now; nil if that is not known or has not changed
	Part    bool             // it may hold more than Items, since its reading broke off
}

// Settle ends the visit. A feed that was removed or paused meanwhile stays so.
func (v *Visit) Settle(ctx context.Context, r Reading) error {
	s, f, moved := v.store, v.Feed, v.Feed
	before, after := "", ""
	if r.MovedTo != "" {
		moved.Address = r.MovedTo
		before, after = encodeFeed(f), encodeFeed(moved)
	}
	rests := ""
	if r.State != FeedActive && r.State != "" {
		rests = string(r.State) + " " + r.Why
	}
	forget, err := v.outdated(ctx, r)
	if err != nil {
		return err
	}
	keys := []string{v.lease(), s.keys.hosts(), s.keys.feedsAt(v.host), s.keys.feeds(), s.keys.feedHealth(), s.keys.resting(),
		s.keys.itemsSeen(f.ID), s.keys.feedsAt(moved.Host())}
	args := append([]any{v.token, max(r.Pause.Milliseconds(), 1), v.host, f.ID, encodeHealth(r.Health), r.Next.Milliseconds(), rests,
		moved.Host(), before, after}, forget...)
	mine, err := ask(ctx, s, (*redis.Cmd).Bool, feedSettleScript, keys, args...)
	if err == nil && !mine {
		err = ErrVisitLost
	}
	if err != nil {
		return fmt.Errorf("note what came of reading feed %s: %w", f.Public(), err)
	}
	return nil
}

// How many items a feed may have that it does not hold any more before they are
// forgotten, besides as many as it holds: some servers give an old state of a feed now
// and then. And up to how many it may have while its readings break off, so that it may
// hold them still: more than any holds. And how many are forgotten at once: more than one
// reading adds, so that no feed fills Redis whose items are others each time.
const (
	keepSeen   = 64
	mostSeen   = 40_000
	mostForget = 50_000
)

// outdated returns the items that were seen and that the feed does not hold any
// more, if those are many.
func (v *Visit) outdated(ctx context.Context, r Reading) ([]any, error) {
	if r.Items == nil {
		return nil, nil
	}
	seen := v.known
	if seen == nil { // nothing was queued
		var err error
		if seen, err = v.seen(ctx); err != nil {
			return nil, err
		}
	}
	held := make(map[string]bool, 2*len(r.Items))
	for _, a := range r.Items {
		item, _ := itemOf(a)
		held[item], held[markField(a)] = true, true
	}
	if len(seen) <= 2*len(held)+keepSeen || r.Part && len(seen) <= mostSeen {
		return nil, nil
	}
	var forget []any
	for item := range seen {
		if !held[item] && len(forget) < mostForget {
			forget = append(forget, item)
		}
	}
	return forget, nil
}
