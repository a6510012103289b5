package command

import (
	"cmp"
	"context"
	"errors"
	"regexp"
	"slices"
	"strconv"
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

// pause lets a digest rest, or all of the channel, until somebody resumes them or for a time.
func (r *Responder) pause(ctx context.Context, q query) (block.Message, error) {
	words, _, _ := q.forTime(0) // the zone does not change where a time begins
	asks := func(id string) string {
		return strings.Join(append([]string{"pause", id}, writtenWords(q.words[len(words):])...), " ")
	}
	return r.withOneOrAll(ctx, q, joinWords(words), asks, func(subs []store.Subscription) (block.Message, error) {
		_, end, err := q.inZoneOf(subs).forTime(0)
		if err != nil {
			return block.Message{}, err
		}
		why := ""
		if end.at.IsZero() {
			why = "since " + q.reader().Moment(q.done) + ", until somebody writes " + written("resume")
		}
		return r.rest(ctx, q, subs, "Paused"+end.says+".", "It is already paused.", func(sub *store.Subscription) { sub.Paused, sub.RestsUntil = why, end.at })
	})
}

// resume ends the pause of a digest, or of all of the channel. Who names none means the one
// that is paused.
func (r *Responder) resume(ctx context.Context, q query) (block.Message, error) {
	wake := func(subs []store.Subscription) (block.Message, error) {
		return r.rest(ctx, q, subs, "Resumed.", "Nothing is paused.", func(sub *store.Subscription) { sub.Paused, sub.RestsUntil = "", time.Time{} })
	}
	if len(q.words) == 0 {
		subs, err := r.chosen(ctx, q, "")
		if err != nil {
			return block.Message{}, err
		}
		resting := slices.DeleteFunc(slices.Clone(subs), func(s store.Subscription) bool { return !rests(s, q.done) })
		switch len(resting) {
		case 0:
			return wake(subs)
		case 1:
			return wake(resting)
		}
	}
	return r.withOneOrAll(ctx, q, q.text(), q.behindName, wake)
}

// withOneOrAll is withOne for what can be done with all digests of the channel too, which the
// word all says.
func (r *Responder) withOneOrAll(ctx context.Context, q query, words string, asks func(id string) string, do func([]store.Subscription) (block.Message, error)) (block.Message, error) {
	if strings.EqualFold(words, "all") {
		subs, err := r.chosen(ctx, q, "")
		if err != nil {
			return block.Message{}, err
		}
		return do(subs)
	}
	m, err := r.withOne(ctx, q, words, asks, func(sub store.Subscription) (block.Message, error) { return do([]store.Subscription{sub}) })
	if which, ok := errors.AsType[*misuseError](err); ok && len(which.offers) > 0 {
		which.offers = slices.Insert(which.offers, 0, q.open("All of them", asks("all")))
	}
	return m, err
}

// rest begins or ends the pause of digests, and says so. Those that are paused already,
// or are not, are left alone: where all are, it says why.
func (r *Responder) rest(ctx context.Context, q query, subs []store.Subscription, note, why string, set func(*store.Subscription)) (block.Message, error) {
	said := why
	for i, was := range subs {
		sub := was
		set(&sub)
		if sub.Paused != "" && was.Paused != "" || sub.Paused == was.Paused && sub.RestsUntil.Equal(was.RestsUntil) {
			continue
		}
		changed, err := r.change(ctx, q, was, func(sub *store.Subscription) error { set(sub); return nil })
		if err != nil {
			return block.Message{}, err
		}
		subs[i], said = changed, note
	}
	if len(subs) > 1 {
		return r.listing(ctx, q, subs[0].Channel, said)
	}
	l := q.details(subs[0])
	l.Heading = title(subs[0])
	row := r.controls(q, subs[0])
	if subs[0].Channel == q.asker.Channel {
		row.Buttons = append(row.Buttons, back(q))
	}
	return block.Lists("", "", []block.List{{Lines: []block.Line{{Text: said}}}, l}, row), nil
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
			e := q.endAfter(span)
			return q.words[:n-taken], e, q.checkRest(e)
		}
	}
	return q.words, end{}, nil
}

// endAfter is the end of what lasts for so long.
func (q query) endAfter(span time.Duration) end {
	return end{q.done.Add(span).UTC(), " for " + spanName(span, q.reader())}
}

// numerals are numbers of hours, days, weeks or months that people rather write as words.
var numerals = map[string]string{"a": "1", "an": "1", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}

// months finds a number of months, which have 30 days where a pause lasts for them.
var months = regexp.MustCompile(`^(\d{1,3}) ?months?$`)

// restSpan reads a length of time, also with for: "for 7 days", "for a week", "for two months".
func restSpan(text string) (time.Duration, bool) {
	text, isFor := strings.CutPrefix(strings.ToLower(text), "for ")
	if numeral, unit, ok := strings.Cut(text, " "); ok && isFor && numerals[numeral] != "" {
		text = numerals[numeral] + " " + unit
	}
	if m := months.FindStringSubmatch(text); m != nil {
		n, _ := strconv.Atoi(m[1])
		return time.Duration(n) * 30 * day, n > 0
	}
	return ParseSpan(text)
}

// untilDay takes "until" and a day to come off the end of a query's words, of which so
// many must be left. Until 7d is for 7 days.
func (q query) untilDay(least int) (rest []word, e end, err error) {
	by := q.reader()
	now := render.Local(q.done, by.Zone)
	for i := least; i < len(q.words)-1; i++ {
		if q.words[i].Quoted || !slices.Contains([]string{"until", "till"}, strings.ToLower(q.words[i].Text)) {
			continue
		}
		until := joinWords(q.words[i+1:])
		if span, ok := restSpan("for " + strings.TrimPrefix(until, "in ")); ok {
			e := q.endAfter(span)
			return q.words[:i], e, q.checkRest(e)
		}
		day, ok, err := comingDay(until, now, by)
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
		return misuse("That is too long: the limit is %s. Without a time it has no end.", spanName(longestRest, q.reader()))
	}
	return nil
}
