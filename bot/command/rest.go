package command

import (
	"context"
	"time"

	"newsbot/bot/block"
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
	words, span, err := q.forTime(0)
	if err != nil {
		return block.Message{}, err
	}
	note, until, why := "Paused.", time.Time{}, "since "+q.reader().Moment(q.done)+", until somebody writes "+written("resume")
	if span > 0 {
		note, until, why = "Paused for "+spanName(span)+".", q.done.Add(span).UTC(), ""
	}
	return r.rest(ctx, q, words, note, "It is paused already.", func(sub *store.Subscription) { sub.Paused, sub.RestsUntil = why, until })
}

// resume ends a pause.
func (r *Responder) resume(ctx context.Context, q query) (block.Message, error) {
	return r.rest(ctx, q, q.words, "Resumed.", "Nothing is paused.", func(sub *store.Subscription) { sub.Paused, sub.RestsUntil = "", time.Time{} })
}

// rest begins or ends the pause of the digests that words mean, and says so. Those
// that are paused already, or are not, are left alone: where all are, it says why.
func (r *Responder) rest(ctx context.Context, q query, words []word, note, why string, set func(*store.Subscription)) (block.Message, error) {
	subs, err := r.chosen(ctx, q, call{words: words}.text())
	if err != nil {
		return block.Message{}, err
	}
	said := why
	for _, sub := range subs {
		was := sub
		set(&sub)
		if sub.Paused != "" && was.Paused != "" || sub.Paused == was.Paused && sub.RestsUntil.Equal(was.RestsUntil) {
			continue
		}
		if err := r.keep(ctx, q, sub); err != nil {
			return block.Message{}, err
		}
		said = note
	}
	return r.listing(ctx, q, subs[0].Channel, said)
}

// forTime takes a length of time off the end of a query's words, of which so many
// must be left: "7d", "2 weeks". It is 0 where there is none.
func (q query) forTime(least int) (rest []word, span time.Duration, err error) {
	n := len(q.words)
	for _, taken := range []int{2, 1} {
		if n-taken < least || n < taken {
			continue
		}
		last := q.words[n-taken:]
		if last[0].Quoted || last[taken-1].Quoted {
			continue
		}
		if span, ok := ParseSpan(call{words: last}.text()); ok {
			if span > longestRest {
				return nil, 0, misuse("That is too long: at most %s. Without a time it is for good.", spanName(longestRest))
			}
			return q.words[:n-taken], span, nil
		}
	}
	return q.words, 0, nil
}
