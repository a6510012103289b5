package command

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"newsbot/bot/block"
	"newsbot/digest/store"
	"newsbot/digest/text"
)

// listed returns words as topics or mutes: quoted phrases, and the words between
// commas, or OR: any of them is enough.
func listed(words []word) []string {
	var out, one []string
	end := func() {
		out = append(out, strings.Join(one, " "))
		one = nil
	}
	words = atCommas(words)
	for i, w := range words {
		switch {
		case w.Quoted:
			end()
			out = append(out, w.Text)
		case w.Text == ",", isOr(words, i):
			end()
		default:
			one = append(one, w.Text)
		}
	}
	end()
	return tidy(out)
}

// mute keeps something out of the digests of the channel, for good or for a time.
func (r *Responder) mute(ctx context.Context, q query) (block.Message, error) {
	words, _, _ := q.forTime(1) // the zone does not change where a time begins
	list := listed(words)
	if len(list) == 0 {
		return r.interests(ctx, q)
	}
	subs, err := r.chosen(ctx, q, "")
	if err != nil {
		return block.Message{}, err
	}
	_, end, err := q.inZoneOf(subs).forTime(1)
	if err != nil {
		return block.Message{}, err
	}
	if err := r.checkSought(ctx, q, list); err != nil {
		return block.Message{}, err
	}
	muting := func(s *store.Subscription) { muteUntil(s, mutable(*s, list, end.at), end.at) }
	spared, muted := sparing(subs, list, end.at)
	if !muted {
		return block.Message{}, misuse("%s", strings.Join(spared, " "))
	}
	unheard, err := r.unheard(ctx, q, list)
	if err != nil {
		return block.Message{}, err
	}
	if err := r.edit(ctx, q, subs, muting); err != nil {
		return block.Message{}, err
	}
	note := "Muted" + forChannel(q.asker.Channel) + end.says + ": " + strings.Join(list, ", ") + ". " + strings.Join(append(spared, unheard), " ")
	return shown(q, subs, strings.TrimSpace(note), q.do("Unmute", "unmute "+quoted(list...))), nil
}

// sparing tells which of a channel's digests are about something of a list, so that it is not muted in them, and
// whether anything is muted.
func sparing(subs []store.Subscription, list []string, until time.Time) (says []string, muted bool) {
	for i, sub := range subs {
		rest := mutable(sub, list, until)
		muted = muted || len(rest) > 0
		if len(rest) < len(list) {
			number := strconv.Itoa(i + 1)
			says = append(says, fmt.Sprintf("“%s” is about %s, so that is not muted there: %s changes its topics, %s lets it rest.",
				title(sub), strings.Join(notIn(rest, list), ", "), written("subscribe change:"+number), written("pause "+number)))
		}
	}
	return says, muted
}

// mutable returns those of a list that may be muted in a digest until a time, for good where it is zero: not what
// the digest is about, unless that is for a time and something else is left of it.
func mutable(sub store.Subscription, list []string, until time.Time) []string {
	all := sub
	muteUntil(&all, list, until)
	left := slices.ContainsFunc(all.Topics, func(topic string) bool { return !isAmong(all.Mutes, topic) })
	if left && !until.IsZero() {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(m string) bool { return isAmong(sub.Topics, m) })
}

// muteUntil adds mutes that end at a time, never where it is zero.
func muteUntil(sub *store.Subscription, list []string, until time.Time) {
	list = tidy(list)
	sub.Mutes = tidy(slices.Concat(sub.Mutes, list))
	ends := map[string]time.Time{}
	maps.Copy(ends, sub.MuteEnds)
	for _, m := range sub.Mutes {
		switch {
		case !holds(list, m):
		case until.IsZero():
			delete(ends, m)
		default:
			ends[m] = until
		}
	}
	sub.MuteEnds = ends
}

// withoutEnded returns a subscription without the mutes and the rest that have
// ended.
func withoutEnded(sub store.Subscription, now time.Time) store.Subscription {
	sub.Mutes = sub.FilterAt(now).Mutes
	sub.MuteEnds = maps.Clone(sub.MuteEnds)
	maps.DeleteFunc(sub.MuteEnds, func(m string, _ time.Time) bool { return !slices.Contains(sub.Mutes, m) })
	if !now.Before(sub.RestsUntil) {
		sub.RestsUntil = time.Time{}
	}
	return sub
}

// mutes lists the mutes of a subscription that have not ended, with the ends of
// those that do.
func (q query) mutes(sub store.Subscription) []string {
	list := sub.FilterAt(q.done).Mutes
	for i, m := range list {
		if end, ends := sub.MuteEnds[m]; ends {
			list[i] = m + " (until " + q.moment(end, sub.Zone) + ")"
		}
	}
	return list
}

// unmute lets something into the digests again, or shows what they leave out.
func (r *Responder) unmute(ctx context.Context, q query) (block.Message, error) {
	list := listed(q.words)
	if len(list) == 0 {
		return r.interests(ctx, q)
	}
	var found []string
	all := isAll(q.words)
	subs, err := r.chosen(ctx, q, "")
	if err != nil {
		return block.Message{}, err
	}
	err = r.edit(ctx, q, subs, func(s *store.Subscription) {
		var rest []string
		for _, m := range s.Mutes {
			if all || holds(list, m) {
				found = append(found, m)
				continue
			}
			rest = append(rest, m)
		}
		s.Mutes = rest
	})
	if err != nil {
		return block.Message{}, err
	}
	if found = tidy(found); len(found) == 0 {
		if near := nearest(list, subs[0].Mutes); near != "" {
			return shown(q, subs, "That was not muted. Did you mean "+near+"?", q.do("Unmute "+near, "unmute "+quoted(near))), nil
		}
		return shown(q, subs, "That was not muted.", back(q), q.unmutes(subs)), nil
	}
	return shown(q, subs, "No longer muted: "+strings.Join(found, ", ")+".", q.do("Mute", "mute "+quoted(found...))), nil
}

// nearest returns the one of some topics or mutes of which the first of a list is a
// misspelling, "" where there is none.
func nearest(list, of []string) string {
	folded := make([]string, len(of))
	for i, s := range of {
		folded[i] = text.Fold(s)
	}
	if i := slices.Index(folded, Nearest(text.Fold(list[0]), folded)); i >= 0 {
		return of[i]
	}
	return ""
}

// topics says what the digests of the channel are about, or sets it for all of them.
// Digests on different topics keep theirs.
func (r *Responder) topics(ctx context.Context, q query) (block.Message, error) {
	list := listed(q.words)
	if len(list) == 0 {
		return r.interests(ctx, q)
	}
	note := "The digests are about " + strings.Join(list, ", ") + "."
	if isAll(q.words) {
		list, note = nil, "The digests are about all news."
	}
	if err := r.checkSought(ctx, q, list); err != nil {
		return block.Message{}, err
	}
	subs, err := r.chosen(ctx, q, "")
	if err != nil {
		return block.Message{}, err
	}
	if slices.ContainsFunc(subs, func(s store.Subscription) bool { return !slices.Equal(s.Topics, subs[0].Topics) }) {
		return r.listing(ctx, q, subs[0].Channel, "These digests have different topics. Change the one that you mean.")
	}
	about := func(s *store.Subscription) {
		old := *s
		s.Topics = list
		r.callApart(s, old, subs)
	}
	if err := keepApart(subs, about); err != nil {
		return block.Message{}, err
	}
	if err := r.edit(ctx, q, subs, about); err != nil {
		return block.Message{}, err
	}
	unheard, err := r.unheard(ctx, q, list)
	if err != nil {
		return block.Message{}, err
	}
	return shown(q, subs, strings.TrimSpace(note+" "+unheard), back(q)), nil
}

// isAll reports whether words list the word all alone, unquoted.
func isAll(words []word) bool {
	list := listed(words)
	return len(list) == 1 && strings.EqualFold(list[0], "all") && !words[0].Quoted
}

// keepApart returns an error where a change would make a topic of one of the digests a mute
// of it as well, or a mute a topic.
func keepApart(subs []store.Subscription, change func(*store.Subscription)) error {
	for _, old := range subs {
		sub := old
		change(&sub)
		if err := checkApart(sub, old); err != nil {
			return err
		}
	}
	return nil
}

// edit changes the topics and mutes of digests. Those that stay as they were are left
// alone.
func (r *Responder) edit(ctx context.Context, q query, subs []store.Subscription, edit func(*store.Subscription)) (err error) {
	for i, old := range subs {
		sub := old
		edit(&sub)
		if slices.Equal(old.Topics, sub.Topics) && slices.Equal(old.Mutes, sub.Mutes) && maps.Equal(old.MuteEnds, sub.MuteEnds) {
			continue
		}
		if subs[i], err = r.change(ctx, q, old, func(sub *store.Subscription) error { edit(sub); return nil }); err != nil {
			return err
		}
	}
	return nil
}

// interests shows what the digests of the channel are about, and not.
func (r *Responder) interests(ctx context.Context, q query) (block.Message, error) {
	subs, err := r.chosen(ctx, q, "")
	if err != nil {
		return block.Message{}, err
	}
	return shown(q, subs, "", back(q), q.unmutes(subs)), nil
}

// unmutes is a menu of what digests leave out, to let it in again.
func (q query) unmutes(subs []store.Subscription) block.Row {
	var muted []string
	for _, sub := range subs {
		muted = append(muted, sub.FilterAt(q.done).Mutes...)
	}
	var buttons []block.Button
	for _, m := range tidy(muted) {
		buttons = append(buttons, q.choice(m, "unmute "+quoted(m)))
	}
	row := q.row(buttons...)
	row.Menu = "Unmute"
	return row
}

// back returns the button to all of the channel's digests.
func back(q query) block.Button {
	return q.do("Digests of this "+kind(q.asker.Channel), "subscriptions")
}

// shown lists the topics and mutes of digests below a note, and above a button and
// more.
func shown(q query, subs []store.Subscription, note string, button block.Button, more ...block.Row) block.Message {
	var lists []block.List
	if note != "" {
		lists = append(lists, block.List{Lines: []block.Line{{Text: note}}})
	}
	for _, sub := range subs {
		about := "all news"
		if len(sub.Topics) > 0 {
			about = strings.Join(sub.Topics, ", ")
		}
		l := block.List{Heading: title(sub), Lines: []block.Line{{Text: "about " + about}}}
		if muted := q.mutes(sub); len(muted) > 0 {
			l.Lines = append(l.Lines, block.Line{Text: "without " + strings.Join(muted, ", ")})
		}
		lists = append(lists, l)
	}
	return block.Lists("", "", lists, append(more, q.row(button))...)
}

// quoted writes a list so that it is read as such again.
func quoted(list ...string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = `"` + unquoted(s) + `"`
	}
	return strings.Join(out, " ")
}
