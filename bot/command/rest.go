package command

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"newsbot/bot/block"
	"newsbot/digest/render"
	"newsbot/digest/store"
)

// longestRest is the longest time for which digests are paused or something is
// muted; what is to last longer has no end.
const longestRest = 366 * day

// rests reports whether no digest comes of a subscription for now.
func rests(sub store.Subscription, now time.Time) bool {
	return sub.Paused != "" || now.Before(sub.RestsUntil)
}

// pause lets digests rest, until somebody resumes them or for a time.
func (r *Responder) pause(ctx context.Context, q query) (block.Message, error) {
	words, _, _ := q.forTime(0) // the zone does not change where a time begins
	subs, err := r.chosen(ctx, q, joinWords(words))
	if err != nil {
		return block.Message{}, err
	}
	_, end, err := q.inZoneOf(subs).forTime(0)
	if err != nil {
		return block.Message{}, err
	}
	why := ""
	if end.at.IsZero() {
		why = "since " + q.reader().Moment(q.done) + ", until somebody writes " + written("resume")
	}
	return r.rest(ctx, q, subs, "Paused"+end.says+".", "It is paused already.", func(sub *store.Subscription) { sub.Paused, sub.RestsUntil = why, end.at })
}

// resume ends a pause.
func (r *Responder) resume(ctx context.Context, q query) (block.Message, error) {
	subs, err := r.chosen(ctx, q, q.text())
	if err != nil {
		return block.Message{}, err
	}
	return r.rest(ctx, q, subs, "Resumed.", "Nothing is paused.", func(sub *store.Subscription) { sub.Paused, sub.RestsUntil = "", time.Time{} })
}

// rest begins or ends the pause of digests, and says so. Those that are paused already,
// or are not, are left alone: where all are, it says why.
func (r *Responder) rest(ctx context.Context, q query, subs []store.Subscription, note, why string, set func(*store.Subscription)) (block.Message, error) {
	said := why
	for _, was := range subs {
		sub := was
		set(&sub)
		if sub.Paused != "" && was.Paused != "" || sub.Paused == was.Paused && sub.RestsUntil.Equal(was.RestsUntil) {
			continue
		}
		if _, err := r.change(ctx, q, was, func(sub *store.Subscription) error { set(sub); return nil }); err != nil {
			return block.Message{}, err
		}
		said = note
	}
	return r.listing(ctx, q, subs[0].Channel, said)
}

// end is when a pause or a mute ends by itself.
type end struct {
	at   time.Time // zero: never
	says string    // " for 7 days", " until Tue 1 Dec 2026", or ""
}

// inZoneOf returns the query as it is in the zone that digests have in common: where
// they come, a day begins by that, and not by the zone of the asker.
func (q query) inZoneOf(subs []store.Subscription) query {
	name := cmp.Or(subs[0].Zone, "UTC")
	for _, sub := range subs[1:] {
		if cmp.Or(sub.Zone, "UTC") != name {
			return q
		}
	}
	if zone, err := time.LoadLocation(name); err == nil {
		q.now, q.done = q.now.In(zone), q.done.In(zone)
	}
	return q
}

// forTime takes a time off the end of a query's words, of which so many must be left:
// "7d", "2 weeks", "for a week", "until monday".
func (q query) forTime(least int) (rest []word, e end, err error) {
	if rest, e, err = q.untilDay(least); err != nil || !e.at.IsZero() {
		return rest, e, err
	}
	n := len(q.words)
	for _, taken := range []int{3, 2, 1} {
		if n-taken < least || n < taken {
			continue
		}
		last := q.words[n-taken:]
		if slices.ContainsFunc(last, func(w word) bool { return w.Quoted }) {
			continue
		}
		if span, ok := restSpan(joinWords(last)); ok {
			e := end{q.done.Add(span).UTC(), " for " + spanName(span, q.reader())}
			return q.words[:n-taken], e, q.checkRest(e)
		}
	}
	return q.words, end{}, nil
}

// restSpan reads a length of time, also with for: "for 7 days", "for a week".
func restSpan(text string) (time.Duration, bool) {
	text, isFor := strings.CutPrefix(strings.ToLower(text), "for ")
	for _, one := range []string{"a ", "an ", "one "} {
		if unit, ok := strings.CutPrefix(text, one); ok && isFor {
			text = "1 " + unit
		}
	}
	return ParseSpan(text)
}

// untilDay takes "until" and a day to come off the end of a query's words, of which so
// many must be left.
func (q query) untilDay(least int) (rest []word, e end, err error) {
	by := q.reader()
	now := render.Local(q.done, by.Zone)
	for i := least; i < len(q.words)-1; i++ {
		if q.words[i].Quoted || !strings.EqualFold(q.words[i].Text, "until") {
			continue
		}
		day, ok, err := comingDay(joinWords(q.words[i+1:]), now, by)
		switch {
		case err != nil:
			return q.words[:i], end{}, err
		case !ok:
			return q.words, end{}, nil
		}
		e := end{day.UTC(), " until " + by.Date(day)}
		return q.words[:i], e, q.checkRest(e)
	}
	return q.words, end{}, nil
}

// checkRest says so where a pause or a mute is to last too long.
func (q query) checkRest(e end) error {
	if e.at.Sub(q.done) > longestRest {
		return misuse("That is too long: at most %s. Without a time it is for good.", spanName(longestRest, q.reader()))
	}
	return nil
}
