package store

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
)

// Subscription is a channel's wish for a digest. When it is due is told by Days
// and At, or by Cron, in Zone; package schedule reads them.
type Subscription struct {
	ID      string // chosen by who makes it, never used again
	Team    string // the workspace
	Channel string // ID or name; it stays the same
	Name    string // of the digest

	Days []time.Weekday // none: every day
	At   string         // time of day, "08:30"
	Cron string         // five fields, instead of Days and At
	Zone string         // IANA name

	digest.Filter
	Size      int    // most top stories; 0: as many as usual
	Language  string // of the articles, as a BCP 47 code; "": any
	Quiet     bool   // nothing is posted when there is no news, instead of one line
	Headlines bool   // the thread has the headlines of the other stories in one reply, instead of a reply to each

	Maker   string        // ID of the user who made it; "": the settings
	CatchUp time.Duration // how late a digest may still be posted; 0: three hours
	Paused  string        // why it rests; "": it does not

	RestsUntil time.Time            // no digest is due before; zero, or past: it does not rest
	MuteEnds   map[string]time.Time // by those of the Mutes that end by themselves, when
	Locale     string               // of the maker, "en-US": how dates and numbers are written; "" where it is not known
}

// FilterAt returns the filter without the mutes that have ended at a time.
func (s Subscription) FilterAt(now time.Time) digest.Filter {
	f := s.Filter
	f.Mutes = slices.DeleteFunc(slices.Clone(f.Mutes), func(m string) bool {
		end, ends := s.MuteEnds[m]
		return ends && !end.After(now)
	})
	return f
}

// Personal reports whether what comes goes to a person, as what they watch does,
// and not to a channel.
func (s Subscription) Personal() bool {
	return strings.HasPrefix(s.Channel, "U") || strings.HasPrefix(s.Channel, "W") // as IDs of users do
}

// Awake returns the time after which a digest may be due: now, or the end of a rest
// that lasts longer.
func (s Subscription) Awake(now time.Time) time.Time {
	return later(now, s.RestsUntil)
}

// Due is a subscription that is to be looked after.
type Due struct {
	Subscription
	At   time.Time // when its digest was due
	Last time.Time // when the last digest that was done was due; zero: there was none
}

var (
	takeScript      = script("now", "take")
	subscribeScript = script("subscribe")
	settleScript    = script("settle")
)

// ErrNoSubscription says that there is no subscription of an ID, or no longer.
var ErrNoSubscription = errors.New("there is no such subscription")

// Subscribe keeps a subscription, in the place of one of that ID, so that its next
// digest is due at a time. A paused one has none.
func (s *Store) Subscribe(ctx context.Context, sub Subscription, due time.Time) error {
	err := s.keep(ctx, sub.ID, func(keptSubscription) (Subscription, time.Time, error) { return sub, due, nil })
	if err != nil {
		return fmt.Errorf("keep subscription %s: %w", sub.ID, err)
	}
	return nil
}

// Change has edit change a subscription as it is kept now, all but its channel, and
// returns it as it is kept then. Edit says when its next digest is due; the zero time
// leaves that as it is, so that one that is due and not done yet stays due. It is
// called again where somebody else has changed the subscription meanwhile. The error
// may be edit's own, or ErrNoSubscription.
func (s *Store) Change(ctx context.Context, id string, edit func(*Subscription) (due time.Time, err error)) (sub Subscription, err error) {
	err = s.keep(ctx, id, func(was keptSubscription) (_ Subscription, due time.Time, err error) {
		if was.record == "" {
			return sub, due, ErrNoSubscription
		}
		if sub, err = decodeSubscription(id, was.record); err != nil {
			return sub, due, err
		}
		sub.Paused = was.paused
		due, err = edit(&sub)
		return sub, due, err
	})
	if err != nil {
		return Subscription{}, fmt.Errorf("change subscription %s: %w", id, err)
	}
	return sub, nil
}

// keptSubscription is what is kept of a subscription: its record, "" if there is none,
// and why it rests.
type keptSubscription struct{ record, paused string }

// keep keeps what next makes of a subscription, which is asked again where somebody
// has changed that meanwhile.
func (s *Store) keep(ctx context.Context, id string, next func(was keptSubscription) (Subscription, time.Time, error)) error {
	for {
		var record, paused *redis.StringCmd
		err := s.snapshot(ctx, func(p redis.Pipeliner) {
			record, paused = p.HGet(ctx, s.keys.subscriptions(), id), p.HGet(ctx, s.keys.paused(), id)
		})
		if err != nil {
			return err
		}
		was := keptSubscription{record.Val(), paused.Val()}
		sub, due, err := next(was)
		if err != nil {
			return err
		}
		if kept, err := s.replace(ctx, was, sub, due); err != nil || kept {
			return err
		}
	}
}

// replace keeps a subscription in the place of what was kept of it; false says that this
// is something else by now.
func (s *Store) replace(ctx context.Context, was keptSubscription, sub Subscription, due time.Time) (bool, error) {
	if sub.ID == "" || sub.Channel == "" {
		return false, errors.New("a subscription needs an ID and a channel")
	}
	var slot, look any = "", ""
	if !due.IsZero() {
		slot, look = due.UnixMilli(), lot(sub.ID, due)
	}
	k := s.keys
	keys := []string{k.subscriptions(), k.paused(), k.slots(), k.due(sub.Personal()), k.subscribed(sub.Channel), k.ofTeam(sub.Team)}
	return ask(ctx, s, (*redis.Cmd).Bool, subscribeScript, keys, sub.ID, was.record, was.paused, encodeSubscription(sub), sub.Paused, slot, look)
}

// lot is the place of a digest in the order of what is due: its time, and within
// a millisecond a place that changes from day to day, so that no channel is
// always the last of those that are due together.
func lot(id string, due time.Time) float64 {
	h := fnv.New32a()
	fmt.Fprint(h, id, due.Unix())
	return float64(due.UnixMilli()) + float64(h.Sum32()%1000)/1000
}

// regret is for how long it is known what a subscription was that has ended.
const regret = 24 * time.Hour

// Unsubscribe ends a subscription. For a day Ended returns it.
func (s *Store) Unsubscribe(ctx context.Context, sub Subscription) error {
	k := s.keys
	err := s.atomically(ctx, func(p redis.Pipeliner) {
		p.Set(ctx, k.ended(sub.ID), encodeSubscription(sub), regret)
		for _, key := range []string{k.subscriptions(), k.slots(), k.last(), k.paused()} {
			p.HDel(ctx, key, sub.ID)
		}
		p.ZRem(ctx, k.due(sub.Personal()), sub.ID)
		p.SRem(ctx, k.subscribed(sub.Channel), sub.ID)
		p.SRem(ctx, k.ofTeam(sub.Team), sub.ID)
	})
	if err != nil {
		return fmt.Errorf("end subscription %s: %w", sub.ID, err)
	}
	return nil
}

// Ended returns the subscription of that ID as it was when it ended, but not paused; ok is
// false if it has not, or more than a day ago.
func (s *Store) Ended(ctx context.Context, id string) (sub Subscription, ok bool, err error) {
	record, err := value(ctx, s, func(p redis.Pipeliner) *redis.StringCmd { return p.Get(ctx, s.keys.ended(id)) })
	if err != nil {
		return sub, false, fmt.Errorf("read a subscription that has ended: %w", err)
	}
	return subscriptionIn(id, record)
}

// subscriptionIn reads a record; ok is false for "".
func subscriptionIn(id, record string) (sub Subscription, ok bool, err error) {
	if record == "" {
		return sub, false, nil
	}
	sub, err = decodeSubscription(id, record)
	return sub, err == nil, err
}

// Subscription returns the subscription of that ID; ok is false if there is none.
func (s *Store) Subscription(ctx context.Context, id string) (sub Subscription, ok bool, err error) {
	found, err := s.readSubscriptions(ctx, []string{id})
	if err != nil || len(found) == 0 {
		return sub, false, err
	}
	return found[0], true, nil
}

// Subscriptions returns the subscriptions of a channel, in no order.
func (s *Store) Subscriptions(ctx context.Context, channel string) ([]Subscription, error) {
	subs, err := s.subscriptionsIn(ctx, s.keys.subscribed(channel))
	if err != nil {
		return nil, fmt.Errorf("read the subscriptions of %s: %w", channel, err)
	}
	return subs, nil
}

// TeamSubscriptions returns the subscriptions of a workspace, in no order.
func (s *Store) TeamSubscriptions(ctx context.Context, team string) ([]Subscription, error) {
	subs, err := s.subscriptionsIn(ctx, s.keys.ofTeam(team))
	if err != nil {
		return nil, fmt.Errorf("read the subscriptions of workspace %s: %w", team, err)
	}
	return slices.DeleteFunc(subs, func(sub Subscription) bool { return sub.Team != team }), nil // it may have moved
}

// subscriptionsIn returns the subscriptions whose IDs are in a set.
func (s *Store) subscriptionsIn(ctx context.Context, set string) ([]Subscription, error) {
	ids, err := value(ctx, s, func(p redis.Pipeliner) *redis.StringSliceCmd { return p.SMembers(ctx, set) })
	if err != nil {
		return nil, err
	}
	return s.readSubscriptions(ctx, ids)
}

func (s *Store) readSubscriptions(ctx context.Context, ids []string) ([]Subscription, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var records, paused *redis.SliceCmd
	err := s.snapshot(ctx, func(p redis.Pipeliner) {
		records = p.HMGet(ctx, s.keys.subscriptions(), ids...)
		paused = p.HMGet(ctx, s.keys.paused(), ids...)
	})
	if err != nil {
		return nil, fmt.Errorf("read subscriptions: %w", err)
	}
	return readable(ctx, s, records.Val(), func(i int, record string) (Subscription, error) {
		sub, err := decodeSubscription(ids[i], record)
		sub.Paused, _ = paused.Val()[i].(string)
		return sub, err
	})
}

// TakeDue returns up to n subscriptions whose digest is due, personal ones or the
// others, the longest due first, and the time by Redis. For as long as hold no
// other caller gets them; who is done earlier says so with Advance, Defer or
// Pause. An error may be about some of them that cannot be read; it does not keep
// back the others.
func (s *Store) TakeDue(ctx context.Context, personal bool, n int, hold time.Duration) (due []Due, now time.Time, err error) {
	k := s.keys
	answer, err := ask(ctx, s, (*redis.Cmd).Slice, takeScript, []string{k.due(personal), k.slots(), k.subscriptions(), k.last()}, n, hold.Milliseconds())
	if err != nil {
		return nil, now, fmt.Errorf("take what is due: %w", err)
	}
	now = time.UnixMilli(answer[0].(int64)).UTC()
	var unread []error
	for row := answer[1:]; len(row) >= 4; row = row[4:] {
		d := Due{At: milli(row[1].(string)), Last: milli(row[3].(string))}
		if d.Subscription, err = decodeSubscription(row[0].(string), row[2].(string)); err != nil {
			unread = append(unread, err)
			continue
		}
		due = append(due, d)
	}
	return due, now, errors.Join(unread...)
}

// NextDue returns when the digest is due that is due first, also while somebody
// looks after it; the zero time if none is.
func (s *Store) NextDue(ctx context.Context) (next time.Time, err error) {
	for _, personal := range []bool{false, true} {
		all, err := s.Dues(ctx, personal)
		if err != nil {
			return time.Time{}, err
		}
		for _, due := range all {
			if next.IsZero() || due.Before(next) {
				next = due
			}
		}
	}
	return next, nil
}

// Dues returns when the digests are due next, also while somebody looks after them: all
// that go to persons, or all that go to channels.
func (s *Store) Dues(ctx context.Context, personal bool) (all []time.Time, err error) {
	var ids *redis.StringSliceCmd
	var slots *redis.MapStringStringCmd
	err = s.pipelined(ctx, func(p redis.Pipeliner) {
		ids, slots = p.ZRange(ctx, s.keys.due(personal), 0, -1), p.HGetAll(ctx, s.keys.slots())
	})
	if err != nil {
		return nil, fmt.Errorf("read what is due next: %w", err)
	}
	for _, id := range ids.Val() {
		if slot, ok := slots.Val()[id]; ok {
			all = append(all, milli(slot))
		}
	}
	return all, nil
}

// Advance ends what was due: the next digest is due at next. Done says that it
// counts as the last one, also if the subscription was changed in between.
func (s *Store) Advance(ctx context.Context, d Due, next time.Time, done bool) error {
	return s.settle(ctx, d, next.UnixMilli(), lot(d.ID, next), done, "")
}

// Defer puts off what is due to a time.
func (s *Store) Defer(ctx context.Context, d Due, until time.Time) error {
	return s.settle(ctx, d, d.At.UnixMilli(), float64(until.UnixMilli()), false, "")
}

// Pause lets a subscription rest until it is kept anew, and says why. Done is that
// of Advance.
func (s *Store) Pause(ctx context.Context, d Due, why string, done bool) error {
	return s.settle(ctx, d, 0, 0, done, why)
}

// settle leaves what is due alone if somebody changed or ended the subscription in
// between: then something else is.
func (s *Store) settle(ctx context.Context, d Due, slot int64, look float64, done bool, paused string) error {
	k, last := s.keys, int64(0)
	if done {
		last = d.At.UnixMilli()
	}
	_, err := ask(ctx, s, (*redis.Cmd).Result, settleScript, []string{k.due(d.Personal()), k.slots(), k.last(), k.paused(), k.subscriptions()},
		d.ID, d.At.UnixMilli(), slot, look, last, paused)
	if err != nil {
		return fmt.Errorf("note what comes next for subscription %s: %w", d.ID, err)
	}
	return nil
}

// subscriptionVersion is the first byte of every record. Version 1 ended with the
// mutes, version 2 with their ends, version 3 with the locale.
const subscriptionVersion = 4

func encodeSubscription(sub Subscription) []byte {
	w := writer{[]byte{subscriptionVersion}}
	for _, s := range []string{sub.Team, sub.Channel, sub.Name, sub.At, sub.Cron, sub.Zone, sub.Language, sub.Maker} {
		w.string(s)
	}
	w.int(sub.Size)
	w.int(int(sub.CatchUp))
	w.bool(sub.Quiet)
	w.len(len(sub.Days))
	for _, d := range sub.Days {
		w.int(int(d))
	}
	w.strings(sub.Topics)
	w.strings(sub.Mutes)
	w.strings(sub.Stories)
	w.time(sub.RestsUntil)
	w.len(len(sub.MuteEnds))
	for _, m := range slices.Sorted(maps.Keys(sub.MuteEnds)) {
		w.string(m)
		w.time(sub.MuteEnds[m])
	}
	w.string(sub.Locale)
	w.bool(sub.Headlines)
	return w.b
}

func decodeSubscription(id, record string) (Subscription, error) {
	if record == "" {
		return Subscription{}, fmt.Errorf("read subscription %s: %w", id, errRecord)
	}
	version := record[0]
	if version == 0 || version > subscriptionVersion {
		return Subscription{}, fmt.Errorf("read subscription %s: its record has version %d; this program reads up to version %d", id, version, subscriptionVersion)
	}
	r := &reader{s: record[1:]}
	sub := Subscription{ID: id}
	for _, s := range []*string{&sub.Team, &sub.Channel, &sub.Name, &sub.At, &sub.Cron, &sub.Zone, &sub.Language, &sub.Maker} {
		*s = r.string()
	}
	sub.Size = r.int()
	sub.CatchUp = time.Duration(r.int())
	sub.Quiet = r.bool()
	sub.Days = list(r, func() time.Weekday { return time.Weekday(r.int()) })
	sub.Topics, sub.Mutes = list(r, r.string), list(r, r.string)
	if version > 1 {
		sub.Stories, sub.RestsUntil = list(r, r.string), r.time()
		sub.MuteEnds = muteEnds(r)
	}
	if version > 2 {
		sub.Locale = r.string()
	}
	if version > 3 {
		sub.Headlines = r.bool()
	}
	if r.bad {
		return Subscription{}, fmt.Errorf("read subscription %s: %w", id, errRecord)
	}
	return sub, nil
}

// muteEnds reads when mutes end, nil where none does.
func muteEnds(r *reader) map[string]time.Time {
	var ends map[string]time.Time
	for range r.len() {
		if ends == nil {
			ends = map[string]time.Time{}
		}
		m := r.string()
		ends[m] = r.time()
	}
	return ends
}
