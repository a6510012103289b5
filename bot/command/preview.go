package command

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"newsbot/bot/block"
	"newsbot/bot/schedule"
	"newsbot/digest/store"
)

// preview answers with the digest as it would be posted now. Who names none but a time,
// as in "digest at 9am", may want a new one.
func (r *Responder) preview(ctx context.Context, q query) (block.Message, error) {
	m, err := r.withOne(ctx, q, q.text(), q.behindName, func(sub store.Subscription) (block.Message, error) { return r.previewOf(ctx, q, sub) })
	if mistake, ok := errors.AsType[*misuseError](err); ok {
		if w, no := readWish(q.words); no == nil && w.at != "" {
			offer := *mistake // which may be one for all
			offer.sentence += " Do you want a new one?"
			offer.offers = append(slices.Clip(offer.offers), q.rewritten("subscribe", q.words))
			return m, &offer
		}
	}
	return m, err
}

func (r *Responder) previewOf(ctx context.Context, q query, sub store.Subscription) (block.Message, error) {
	times, err := timetable(sub)
	if err != nil {
		return block.Message{}, err
	}
	e, err := r.Editor.Compose(ctx, sub, schedule.Issue{From: q.done.Add(-spanOf(times, q.done)), Due: q.done})
	if err != nil {
		return block.Message{}, fmt.Errorf("put a digest together: %w", err)
	}
	if len(e.Messages) == 0 {
		return block.Say("There is no news, so nothing would be posted now.", r.controls(q, sub)), nil
	}
	note := []string{"Only you see this: the digest as it would be posted now"}
	if n := len(e.Messages) - 1; n > 0 {
		note = append(note, fmt.Sprintf("%d more in its thread", n))
	}
	return block.Preview(e.Messages[0], strings.Join(append(note, q.outlook(sub)), " · ")), nil
}

// spanOf returns how long a time one digest covers: that from the last one that
// was due, for which one looks no further back than it may cover, to the next.
func spanOf(times schedule.Timetable, now time.Time) time.Duration {
	next, last := times.Next(now), times.Next(now.Add(-schedule.LongestSpan))
	if last.After(now) {
		return schedule.LongestSpan
	}
	return min(schedule.LongestSpan, next.Sub(times.Latest(last, now)))
}
