package command

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"newsbot/bot/block"
	"newsbot/digest/render"
	"newsbot/digest/store"
)

// maxSubscriptions is how many digests a channel may have.
const maxSubscriptions = 10

// optionTopics is another way to say what a digest is about.
const optionTopics = "topics"

// subscribe makes a subscription of what the words say, or changes one.
func (r *Responder) subscribe(ctx context.Context, q query) (block.Message, error) {
	if ended := q.options["again"]; ended != "" {
		return r.subscribeAgain(ctx, q, ended)
	}
	if change := q.options["change"]; change != "" {
		asks := func(id string) string { return q.with("change", id) }
		return r.withOne(ctx, q, change, asks, func(old store.Subscription) (block.Message, error) { return r.wish(ctx, q, old) })
	}
	return r.wish(ctx, q, newSubscription(q))
}

// newSubscription returns a subscription of the asker's channel that does not say when,
// and has no ID.
func newSubscription(q query) store.Subscription {
	return store.Subscription{Team: q.asker.Team, Channel: q.asker.Channel, Maker: q.asker.User, Zone: zoneName(q.asker.Zone), Locale: q.asker.Locale}
}

// wish makes an old subscription, or a new one, what the words say.
func (r *Responder) wish(ctx context.Context, q query, old store.Subscription) (block.Message, error) {
	w, err := readWish(q.words)
	if err != nil {
		return block.Message{}, err
	}
	if more := q.options[optionTopics]; more != "" {
		w.topics = append(w.topics, tidy(strings.Split(more, ","))...)
	}
	return r.accept(ctx, q, old, func(sub *store.Subscription) error {
		w.apply(sub)
		return applyOptions(sub, q.options)
	})
}

// subscribeAgain makes another digest as the one with an ID was, which has ended.
func (r *Responder) subscribeAgain(ctx context.Context, q query, id string) (block.Message, error) {
	sub, ok, err := r.Subscriptions.Ended(ctx, id)
	switch {
	case err != nil:
		return block.Message{}, fmt.Errorf("read a digest that has ended: %w", err)
	case !ok || !q.mayKnow(sub):
		return block.Message{}, misuse("That digest ended more than a day ago. Write %s for another one.", written("subscribe"))
	}
	return r.accept(ctx, q, store.Subscription{}, func(again *store.Subscription) error {
		*again = sub
		again.ID = ""
		return nil
	})
}

// accept keeps what becomes of a subscription, a new one where it has no ID.
func (r *Responder) accept(ctx context.Context, q query, old store.Subscription, edit func(*store.Subscription) error) (block.Message, error) {
	sub := old
	if err := edit(&sub); err != nil {
		return block.Message{}, err
	}
	others, err := r.others(ctx, sub)
	if err != nil {
		return block.Message{}, err
	}
	r.callApart(&sub, old, others)
	switch err = r.acceptable(ctx, q, sub, old, others); {
	case err != nil:
	case old.ID == "":
		sub.ID = newID(q, sub.Channel)
		err = r.keep(ctx, q, sub)
	case old.Channel != sub.Channel:
		sub.ID = newID(q, sub.Channel)
		if err = r.keep(ctx, q, sub); err == nil {
			err = r.end(ctx, q, old)
		}
	default:
		sub, err = r.change(ctx, q, old, func(sub *store.Subscription) error {
			was := *sub
			if err := edit(sub); err != nil {
				return err
			}
			r.callApart(sub, was, others)
			return nil
		})
	}
	if err != nil {
		return block.Message{}, err
	}
	unheard, err := r.unheard(ctx, q, notIn(slices.Concat(old.Topics, old.Mutes), slices.Concat(sub.Topics, sub.Mutes)))
	if err != nil {
		return block.Message{}, err
	}
	return r.accepted(q, sub, unheard, r.invitation(ctx, sub)), nil
}

// others returns the other digests of the channel of a subscription.
func (r *Responder) others(ctx context.Context, sub store.Subscription) ([]store.Subscription, error) {
	subs, err := r.subscribed(ctx, sub.Channel)
	return slices.DeleteFunc(subs, func(o store.Subscription) bool { return o.ID == sub.ID }), err
}

// callApart names a digest that has no name of its own after the edition, so that no other of the channel is
// called as it is, as far as its times can tell; so it does with one that had such a name as it was before.
func (r *Responder) callApart(sub *store.Subscription, old store.Subscription, others []store.Subscription) {
	if sub.Name != "" && !slices.Contains(r.usualNames(old), sub.Name) {
		return
	}
	for _, sub.Name = range r.usualNames(*sub) {
		if sub.Cron != "" || !slices.ContainsFunc(others, func(o store.Subscription) bool { return o.ID != sub.ID && title(o) == title(*sub) }) {
			return
		}
	}
}

// usualNames are the names of a digest that has none of its own: that of the edition with its topics, which is none
// where the edition is called as digests without a name are, after when it comes, and in which zone that is.
func (r *Responder) usualNames(sub store.Subscription) []string {
	name := render.Shorten(render.EditionAbout(r.Edition, sub.Topics...), maxInterest)
	if render.Edition(r.Edition) == render.Edition("") {
		name = ""
	}
	return []string{name, r.whenName(sub, ""), r.whenName(sub, ", "+cmp.Or(sub.Zone, "UTC"))}
}

// whenName names a digest after its topics and when it comes, with a zone behind it: "News
// digest on weekdays at 17:30", "News digest: ferries, every day at 17:30".
func (r *Responder) whenName(sub store.Subscription, zone string) string {
	when := " " + dayNames(sub.Days) + " at " + clock(sub.At, render.NewReader(time.UTC, sub.Locale)) + zone
	if len(sub.Topics) > 0 {
		when = "," + when
	}
	return render.Shorten(render.EditionAbout(r.Edition, sub.Topics...), maxInterest-utf8.RuneCountInString(when)) + when
}

// notIn returns what is in a list and was not in an old one.
func notIn(old, list []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return holds(old, s) })
}

// permitChange returns why the asker may not make a subscription of an old one, or a new
// one where that has no ID, nil where they may.
func (r *Responder) permitChange(ctx context.Context, q query, sub, old store.Subscription) error {
	if err := r.permitDigest(ctx, q, sub); err != nil || old.ID == "" {
		return err
	}
	return r.permitDigest(ctx, q, old)
}

// acceptable says in a sentence for the reader why a subscription that was old before
// cannot be kept beside the others of its channel.
func (r *Responder) acceptable(ctx context.Context, q query, sub, old store.Subscription, others []store.Subscription) error {
	switch {
	case sub.Channel == "":
		return misuse("Say which channel: %s.", written("subscribe #news weekdays 08:30"))
	case sub.At == "" && sub.Cron == "":
		return misuse("Say at what time of day: %s.", written("subscribe weekdays 08:30"))
	}
	if err := r.permitChange(ctx, q, sub, old); err != nil {
		return err
	}
	if _, err := timetable(sub); err != nil {
		return err
	}
	if err := checkApart(sub, old); err != nil {
		return err
	}
	if err := r.checkSought(ctx, q, slices.Concat(sub.Topics, sub.Mutes)); err != nil {
		return err
	}
	if i := slices.IndexFunc(others, func(o store.Subscription) bool {
		return alike(o, sub) && !(o.Channel == old.Channel && alike(o, old)) // what was the same already may be changed otherwise
	}); i >= 0 {
		other := others[i]
		return &misuseError{
			sentence: fmt.Sprintf("The channel already has that digest: “%s”, %s. Change that one, or give this one another time or topics.", title(other), q.rhythm(other)),
			offers:   []block.Button{q.open("Change that one", "subscribe change:"+other.ID)},
		}
	}
	if len(others) >= maxSubscriptions {
		return misuse("A channel has at most %d digests: end one with %s first.", maxSubscriptions, written("unsubscribe"))
	}
	return nil
}

// alike reports whether the same digest would come of two subscriptions of a channel, at
// least on some days.
func alike(a, b store.Subscription) bool {
	return sameClock(a, b) && shareDay(a.Days, b.Days) && a.Language == b.Language && slices.Equal(a.Topics, b.Topics) && slices.Equal(a.Mutes, b.Mutes)
}

// shareDay reports whether a day is among the days of two subscriptions; none are all.
func shareDay(a, b []time.Weekday) bool {
	return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(d time.Weekday) bool { return slices.Contains(b, d) })
}

// sameClock reports whether two subscriptions are due at the same times of their days.
func sameClock(a, b store.Subscription) bool {
	return a.Cron == b.Cron && a.At == b.At && cmp.Or(a.Zone, "UTC") == cmp.Or(b.Zone, "UTC")
}

// invitation asks to invite the bot to the channel of a subscription: it is "" where the bot is in
// it.
func (r *Responder) invitation(ctx context.Context, sub store.Subscription) string {
	const unsure = "If I am not in the channel yet, invite me there first."
	switch {
	case isDirect(sub.Channel):
		return ""
	case r.People == nil || !IsChannelID(sub.Channel):
		return unsure
	}
	switch inside, err := r.People.Inside(ctx, sub.Channel); {
	case err != nil:
		r.Log.WarnContext(ctx, "it is not known whether the bot is in a channel", "channel", sub.Channel, "err", err)
		return unsure
	case inside:
		return ""
	}
	return "I am not in the channel yet: invite me there first, with /invite."
}

// accepted tells what was set and when the first digest comes, and notes, which may be "".
func (r *Responder) accepted(q query, sub store.Subscription, notes ...string) block.Message {
	l := q.details(sub)
	l.Heading = "This " + kind(sub.Channel) + " gets “" + title(sub) + "”"
	if sub.Channel != q.asker.Channel {
		l.Heading = "“" + title(sub) + "” comes to"
		l.Lines = append([]block.Line{{Channel: sub.Channel}}, l.Lines...)
	}
	lists := []block.List{l}
	for _, note := range notes {
		if note != "" {
			lists = append(lists, block.List{Lines: []block.Line{{Text: note}}})
		}
	}
	return block.Lists("", "", lists, r.controls(q, sub))
}
