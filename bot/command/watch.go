package command

import (
	"cmp"
	"context"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"newsbot/bot/block"
	"newsbot/bot/schedule"
	"newsbot/digest/store"
)

// What a person watches is a digest of its own: it comes to them alone, soon after there is
// something new on one of its topics and at most once an hour, as schedule sees to.
const watchName = "Your watches"

// IsWatch reports whether a subscription is what a person watches, of which they get notices.
func IsWatch(sub store.Subscription) bool { return sub.Name == watchName && sub.Channel == sub.Maker }

// SinceWatched returns the issue of a digest without the news that were there before somebody
// began to watch, if it is of what a person watches.
func SinceWatched(sub store.Subscription, i schedule.Issue) schedule.Issue {
	if began := made(sub); IsWatch(sub) && i.From.Before(began) {
		i.From, i.Follows = began, true
	}
	return i
}

// watch adds to what the asker watches, or shows it.
func (r *Responder) watch(ctx context.Context, q query) (block.Message, error) {
	list := listed(q.words)
	if len(list) == 0 {
		sub, err := r.watches(ctx, q)
		if err != nil {
			return block.Message{}, err
		}
		return r.watched(ctx, q, sub, "")
	}
	if what, end, err := q.forTime(1); err != nil || !end.at.IsZero() {
		line := "watch " + strings.Join(writtenWords(what), " ")
		return block.Message{}, &misuseError{sentence: "What you watch has no end of its own: stop it with " + written("unwatch") + ". Watch it without the time?", offers: []block.Button{q.do(written(line), line)}}
	}
	if err := r.checkSought(ctx, q, list); err != nil {
		return block.Message{}, err
	}
	sub, err := r.editWatches(ctx, q, func(sub *store.Subscription) error {
		sub.Topics, sub.Paused = tidy(slices.Concat(sub.Topics, list)), ""
		return nil
	})
	if err != nil {
		return block.Message{}, err
	}
	unheard, err := r.unheard(ctx, q, list)
	if err != nil {
		return block.Message{}, err
	}
	return r.watched(ctx, q, sub, strings.TrimSpace(saysSoon+" "+unheard))
}

// unwatch takes from what the asker watches, or shows it.
func (r *Responder) unwatch(ctx context.Context, q query) (block.Message, error) {
	list := listed(q.words)
	if len(list) == 0 {
		return r.watch(ctx, q)
	}
	sub, err := r.watches(ctx, q)
	if err != nil {
		return block.Message{}, err
	}
	if isAll(q.words) {
		if err := r.end(ctx, q, sub); err != nil {
			return block.Message{}, err
		}
		return block.Say("You no longer watch or follow anything.", q.row(q.open("How to watch", "help watch"))), nil
	}
	if !slices.ContainsFunc(sub.Topics, func(t string) bool { return holds(list, t) }) {
		note := "You were not watching that."
		if near := nearest(list, sub.Topics); near != "" {
			note += " Did you mean " + near + "?"
		}
		return r.watched(ctx, q, sub, note)
	}
	sub, err = r.editWatches(ctx, q, func(sub *store.Subscription) error {
		sub.Topics = slices.DeleteFunc(slices.Clone(sub.Topics), func(t string) bool { return holds(list, t) })
		return nil
	})
	if err != nil {
		return block.Message{}, err
	}
	return r.watched(ctx, q, sub, "No longer watched: "+strings.Join(list, ", ")+".")
}

// editWatches changes what the asker watches, and ends it where nothing is left: without
// topics and stories it would be all news.
func (r *Responder) editWatches(ctx context.Context, q query, edit func(*store.Subscription) error) (store.Subscription, error) {
	sub, err := r.watches(ctx, q)
	switch {
	case err != nil:
		return sub, err
	case sub.ID != "":
		sub, err = r.change(ctx, q, sub, func(sub *store.Subscription) error {
			sub.Locale = cmp.Or(q.asker.Locale, sub.Locale)
			return edit(sub)
		})
	default:
		sub.ID = newID(q, q.asker.User)
		if err = edit(&sub); err == nil {
			err = r.keep(ctx, q, sub)
		}
	}
	if err == nil && len(sub.Topics)+len(sub.Stories) == 0 {
		err = r.end(ctx, q, sub)
	}
	return sub, err
}

// watches returns the subscription of what the asker watches, a new one, which has no
// ID, if they watch nothing.
func (r *Responder) watches(ctx context.Context, q query) (store.Subscription, error) {
	subs, err := r.subscribed(ctx, q.asker.User)
	if err != nil {
		return store.Subscription{}, err
	}
	if i := slices.IndexFunc(subs, IsWatch); i >= 0 {
		return subs[i], nil
	}
	return store.Subscription{
		Team: q.asker.Team, Channel: q.asker.User, Maker: q.asker.User,
		Name: watchName, Cron: hourly(q.asker.User), Zone: zoneName(q.asker.Zone), Locale: q.asker.Locale, Quiet: true,
	}, nil
}

// unwatchAll returns the button that ends all that the asker watches and follows.
func (q query) unwatchAll(action string) block.Button {
	b := q.button(action, "Stop watching everything", q.asks("unwatch all"))
	b.Ask = "I will no longer write to you about anything that you watch or any story that you follow. This cannot be undone."
	return b
}

// saysSoon says when a person hears of what they watch.
const saysSoon = "I write to you within minutes of reading news on that, at most once an hour."

// hourly is a cron expression for a minute of the hour that differs from person to
// person, lest all are due at once.
func hourly(user string) string {
	h := fnv.New32a()
	h.Write([]byte(user))
	return fmt.Sprintf("%d * * * *", h.Sum32()%60)
}

// watched shows what the asker watches and follows below a note.
func (r *Responder) watched(ctx context.Context, q query, sub store.Subscription, note string) (block.Message, error) {
	if len(sub.Topics)+len(sub.Stories) == 0 {
		return block.Say(strings.TrimSpace(note+" You are not watching anything."), q.row(q.open("How to watch", "help watch"))), nil
	}
	followed, err := r.told(ctx, sub.Stories, q.done)
	if err != nil {
		return block.Message{}, err
	}
	l := block.List{Heading: sub.Name}
	topics := block.Row{Menu: "Stop watching"}
	for _, topic := range sub.Topics {
		l.Lines = append(l.Lines, block.Line{Text: topic})
		topics.Buttons = append(topics.Buttons, q.choice(topic, "unwatch "+quoted(topic)))
	}
	lines, menu := q.storyList(followed, "a story you follow", "Stop following a story", "unfollow")
	l.Lines = append(l.Lines, lines...)
	if sub.Paused != "" {
		l.Lines = append(l.Lines, block.Line{Text: "paused: " + sub.Paused})
	}
	return block.Lists("", note, []block.List{l}, topics, menu, q.row(q.unwatchAll(actPage))), nil
}
