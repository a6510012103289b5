package command

import (
	"context"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"newsbot/bot/block"
	"newsbot/digest/store"
)

// What a person watches is a digest of its own: it comes to them alone, at most
// once an hour, and only with what is new on one of its topics.
const watchName = "Your watches"

// watch adds to what the asker watches, or shows it.
func (r *Responder) watch(ctx context.Context, q query) (block.Message, error) {
	sub, err := r.watches(ctx, q)
	if err != nil {
		return block.Message{}, err
	}
	list := q.listed()
	if len(list) == 0 {
		return watched(q, sub, ""), nil
	}
	sub.Topics = tidy(append(sub.Topics, list...))
	if err := r.keep(ctx, q, sub); err != nil {
		return block.Message{}, err
	}
	return watched(q, sub, "Whenever there is news on that, I write to you, at most once an hour."), nil
}

// unwatch takes from what the asker watches.
func (r *Responder) unwatch(ctx context.Context, q query) (block.Message, error) {
	list := q.listed()
	if len(list) == 0 {
		return block.Message{}, misuse("Say what to watch no longer: %s.", written("unwatch Esbjerg"))
	}
	sub, err := r.watches(ctx, q)
	if err != nil {
		return block.Message{}, err
	}
	rest := slices.DeleteFunc(slices.Clone(sub.Topics), func(t string) bool { return holds(list, t) })
	if len(rest) == len(sub.Topics) {
		return watched(q, sub, "You did not watch that."), nil
	}
	if sub.Topics = rest; len(rest) > 0 {
		err = r.keep(ctx, q, sub)
	} else if err = r.subscriptions.Unsubscribe(ctx, sub); err != nil {
		err = fmt.Errorf("end a person's watches: %w", err)
	}
	if err != nil {
		return block.Message{}, err
	}
	return watched(q, sub, "Not watched any more: "+strings.Join(list, ", ")+"."), nil
}

// watches returns the subscription of what the asker watches, a new one if they
// watch nothing.
func (r *Responder) watches(ctx context.Context, q query) (store.Subscription, error) {
	subs, err := r.subscribed(ctx, q.asker.User)
	if err != nil {
		return store.Subscription{}, err
	}
	if i := slices.IndexFunc(subs, func(s store.Subscription) bool { return s.Name == watchName }); i >= 0 {
		return subs[i], nil
	}
	return store.Subscription{
		ID: newID(q, q.asker.User), Team: q.asker.Team, Channel: q.asker.User, Maker: q.asker.User,
		Name: watchName, Cron: hourly(q.asker.User), Zone: zoneName(q.asker.Zone), Quiet: true,
	}, nil
}

// hourly is a cron expression for once an hour, at a minute that differs from
// person to person, lest all are due at once.
func hourly(user string) string {
	h := fnv.New32a()
	h.Write([]byte(user))
	return fmt.Sprintf("%d * * * *", h.Sum32()%60)
}

// watched shows what the asker watches below a note.
func watched(q query, sub store.Subscription, note string) block.Message {
	if len(sub.Topics) == 0 {
		return block.Say(strings.TrimSpace(note+" You watch nothing."), q.row(q.open("How to watch", "help watch")))
	}
	l := block.List{Heading: sub.Name, Lines: []block.Line{{Text: strings.Join(sub.Topics, ", ")}}}
	if sub.Paused != "" {
		l.Lines = append(l.Lines, block.Line{Text: "paused: " + sub.Paused})
	}
	return block.Lists("", note, []block.List{l}, func(int) []block.Row {
		return []block.Row{q.row(q.do("Watch nothing", "unwatch "+quoted(sub.Topics)))}
	})
}
