package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"newsbot/bot/block"
	"newsbot/bot/schedule"
	"newsbot/digest"
	"newsbot/digest/render"
	"newsbot/digest/store"
	"newsbot/digest/text"
)

// Subscriptions is the store of subscriptions and of what readers know and do not
// want, as *store.Store is.
type Subscriptions interface {
	schedule.Register
	Unsubscribe(ctx context.Context, sub store.Subscription) error
	Ended(ctx context.Context, id string) (sub store.Subscription, ok bool, err error)
	Subscription(ctx context.Context, id string) (sub store.Subscription, ok bool, err error)
	Subscriptions(ctx context.Context, channel string) ([]store.Subscription, error)
	TeamSubscriptions(ctx context.Context, team string) ([]store.Subscription, error)

	Hide(ctx context.Context, channel, story string) error
	Unhide(ctx context.Context, channel, story string) error
	Hidden(ctx context.Context, channel string) ([]string, error)
	StoryNames(ctx context.Context, ids []string) ([]string, error)
	AddTold(ctx context.Context, channel string, told map[string]digest.Told) error
}

// listSubscriptions answers with the digests that the channel gets.
func (r *Responder) listSubscriptions(ctx context.Context, q query) (block.Message, error) {
	if q.asker.Channel == "" {
		return block.Message{}, errNoChannel
	}
	return r.listing(ctx, q, q.asker.Channel, "")
}

// listing shows the digests that a channel gets, below a note, which may be "".
func (r *Responder) listing(ctx context.Context, q query, channel, note string) (block.Message, error) {
	subs, err := r.subscribed(ctx, channel)
	if err != nil {
		return block.Message{}, err
	}
	subscribe := q.row(q.open("Subscribe", "subscribe"), q.open("How to subscribe", "help subscribe"), q.open("Everything you watch", "watch"))
	if len(subs) == 0 {
		return block.Say(strings.TrimSpace(note+" This "+kind(channel)+" gets no digest."), subscribe), nil
	}
	var parts []block.Part
	for i, sub := range subs {
		l := q.details(sub)
		l.Heading = fmt.Sprintf("%d. %s", i+1, title(sub))
		parts = append(parts, block.Part{List: l, Rows: []block.Row{r.controls(q, sub)}})
	}
	return block.Parts("Digests of this "+kind(channel), note, parts, func(int) []block.Row { return []block.Row{subscribe} }), nil
}

// controls are the buttons for a subscription.
func (r *Responder) controls(q query, sub store.Subscription) block.Row {
	var buttons []block.Button
	if r.Editor != nil {
		buttons = append(buttons, q.open("Preview", "preview "+sub.ID))
	}
	buttons = append(buttons, q.open("Change", "subscribe change:"+sub.ID))
	if rests(sub, q.done) {
		buttons = append(buttons, q.do("Resume", "resume "+sub.ID))
	} else {
		buttons = append(buttons, q.do("Pause", "pause "+sub.ID))
	}
	return q.row(append(buttons, q.do("Unsubscribe", "unsubscribe "+sub.ID))...)
}

// title names a digest.
func title(sub store.Subscription) string { return render.Edition(sub.Name, sub.Topics...) }

// details says what a subscription is and when the next digest comes.
func (q query) details(sub store.Subscription) block.List {
	l := block.List{Lines: []block.Line{{Text: q.rhythm(sub), Note: q.outlook(sub)}}}
	add := func(label string, values ...string) {
		if len(values) > 0 && values[0] != "" {
			l.Lines = append(l.Lines, block.Line{Text: label + strings.Join(values, ", ")})
		}
	}
	add("about ", sub.Topics...)
	add("without ", q.mutes(sub)...)
	add("in the language ", sub.Language)
	if sub.Size > 0 {
		add("the top ", q.reader().Plural(sub.Size, "story", "stories"))
	}
	if sub.Headlines {
		l.Lines = append(l.Lines, block.Line{Text: "the other stories as headlines, in one reply"})
	}
	if sub.Quiet {
		l.Lines = append(l.Lines, block.Line{Text: "nothing on a day without news"})
	}
	return l
}

// rhythm says when a digest comes: "on weekdays at 08:30, Europe/Berlin".
func (q query) rhythm(sub store.Subscription) string {
	zone := ", " + cmp.Or(sub.Zone, "UTC")
	if sub.Cron != "" {
		return "at the times of “" + sub.Cron + "”" + zone
	}
	return dayNames(sub.Days) + " at " + clock(sub.At, q.readerIn(time.UTC)) + zone
}

// clock writes the time of day of a subscription as a reader in UTC is used to.
func clock(at string, by render.Reader) string {
	if t, err := time.Parse("15:04", at); err == nil {
		return by.Clock(t)
	}
	return at
}

// outlook says when the next digest comes, or why none does.
func (q query) outlook(sub store.Subscription) string {
	if sub.Paused != "" {
		return "paused: " + sub.Paused
	}
	times, err := schedule.NewTimetable(sub)
	if err != nil {
		return "never: " + err.Error()
	}
	if rests(sub, q.done) {
		return "paused until " + q.moment(sub.RestsUntil, sub.Zone) + ", next " + q.moment(times.Next(sub.RestsUntil), sub.Zone)
	}
	return "next " + q.moment(times.Next(q.done), sub.Zone)
}

// moment writes a time in the zone of a name, which is UTC where it is "", in that of
// the asker where there is no such zone.
func (q query) moment(t time.Time, zone string) string {
	z, err := time.LoadLocation(zone)
	if err != nil {
		return q.reader().MomentFrom(t, q.done)
	}
	return q.readerIn(z).MomentFrom(t, q.done)
}

const saysNoDigest = "There is no such digest, or it has ended."

var errNoChannel = misuse("Ask that in the channel that gets the digest.")

// subscribed returns the subscriptions of a channel, the oldest first.
func (r *Responder) subscribed(ctx context.Context, channel string) ([]store.Subscription, error) {
	subs, err := r.Subscriptions.Subscriptions(ctx, channel)
	if err != nil {
		return nil, fmt.Errorf("read the digests of a channel: %w", err)
	}
	slices.SortFunc(subs, byAge)
	return subs, nil
}

// byAge puts the older of two subscriptions first, that of the settings before those of
// people, so that the numbers of digests stay when one is added.
func byAge(a, b store.Subscription) int {
	return cmp.Or(made(a).Compare(made(b)), cmp.Compare(a.ID, b.ID))
}

// newID returns the ID of a subscription that a query makes for a channel. IDs
// are in the order in which they were made.
func newID(q query, channel string) string {
	h := fnv.New32a()
	fmt.Fprintf(h, "%s/%s/%s/%s/%d", q.asker.Team, q.asker.User, channel, q.state.Words, q.done.Nanosecond())
	return fmt.Sprintf("%011x-%08x", q.done.UnixMilli(), h.Sum32())
}

// isSubscriptionID matches what newID returns.
var isSubscriptionID = regexp.MustCompile(`^[0-9a-f]{11}-[0-9a-f]{8}$`)

// made returns when people made a subscription, which its ID tells: never where the
// settings did.
func made(sub store.Subscription) time.Time {
	if !isSubscriptionID.MatchString(sub.ID) {
		return time.Time{}
	}
	stamp, _, _ := strings.Cut(sub.ID, "-")
	ms, _ := strconv.ParseInt(stamp, 16, 64) // has digits alone, of 44 bits
	return time.UnixMilli(ms)
}

// chosen returns the subscriptions that a reader means by an ID, or in the
// channel by a number, a name or a part of one or of a topic; by nothing, all of the channel. There is one at
// least. What has ended of them is not in them: who mutes it again means it anew.
func (r *Responder) chosen(ctx context.Context, q query, words string) ([]store.Subscription, error) {
	if isSubscriptionID.MatchString(words) || q.asker.Channel == "" && words != "" {
		sub, err := r.identifiedSubscription(ctx, q, words)
		return []store.Subscription{sub}, err
	}
	if q.asker.Channel == "" {
		return nil, errNoChannel
	}
	subs, err := r.subscribed(ctx, q.asker.Channel)
	switch {
	case err != nil:
		return nil, err
	case len(subs) == 0:
		return nil, misuse("This %s gets no digest. Write %s to have one.", kind(q.asker.Channel), written("subscribe"))
	}
	for i, sub := range subs {
		subs[i] = withoutEnded(sub, q.done)
	}
	if words == "" {
		return subs, nil
	}
	n, notNumber := strconv.Atoi(words)
	if notNumber == nil && 1 <= n && n <= len(subs) {
		return subs[n-1 : n], nil
	}
	named := slices.DeleteFunc(slices.Clone(subs), func(s store.Subscription) bool {
		return s.ID != words && text.Fold(title(s)) != text.Fold(words)
	})
	if len(named) == 0 && notNumber != nil {
		named = slices.DeleteFunc(slices.Clone(subs), func(s store.Subscription) bool {
			return !isPart(words, title(s)) && !isPart(words, strings.Join(s.Topics, " "))
		})
	}
	if len(named) == 0 {
		return nil, misuse("This %s gets no digest “%s”. Its digests are %s.%s", kind(q.asker.Channel), words, numbered(subs), q.forHowLong())
	}
	return named, nil
}

// isPart reports whether words are enough of a digest's name to tell it by: three letters, from the beginning of a word on.
func isPart(words, name string) bool {
	return utf8.RuneCountInString(words) >= 3 && strings.Contains(" "+text.Fold(name), " "+text.Fold(words))
}

// forHowLong tells who has written what is no digest behind pause how a time is written there, which it may have been.
func (q query) forHowLong() string {
	if q.command.name != "pause" {
		return ""
	}
	return " For how long is written as in " + written("pause 7d") + " or " + written("pause until monday") + "."
}

var errNoDigest = misuse(saysNoDigest)

// identifiedSubscription returns the subscription of an ID, if the asker may know of it.
func (r *Responder) identifiedSubscription(ctx context.Context, q query, id string) (store.Subscription, error) {
	sub, ok, err := r.Subscriptions.Subscription(ctx, id)
	switch {
	case err != nil:
		return sub, fmt.Errorf("read a digest that is subscribed to: %w", err)
	case !ok || !q.mayKnow(sub):
		return store.Subscription{}, errNoDigest
	}
	return withoutEnded(sub, q.done), nil
}

// mayKnow reports whether a subscription is of the asker's team or of the settings, and
// comes to nobody else alone.
func (q query) mayKnow(sub store.Subscription) bool {
	return (sub.Team == q.asker.Team || sub.Team == "") && q.sees(sub)
}

// withOne does something with the subscription that words mean. Where it could be several
// it asks which, and offers what asks writes for the ID of each.
func (r *Responder) withOne(ctx context.Context, q query, words string, asks func(id string) string, do func(store.Subscription) (block.Message, error)) (block.Message, error) {
	subs, err := r.chosen(ctx, q, words)
	switch {
	case err != nil:
		return block.Message{}, err
	case len(subs) > 1:
		return block.Message{}, r.which(ctx, q, subs, asks)
	}
	return do(subs[0])
}

// which asks which of several digests of a channel is meant.
func (r *Responder) which(ctx context.Context, q query, subs []store.Subscription, asks func(id string) string) error {
	all, err := r.subscribed(ctx, subs[0].Channel)
	if err != nil {
		return err
	}
	behind := q.command.name
	if _, change := q.options["change"]; change {
		behind = "change:"
	}
	m := &misuseError{sentence: "Which one? Press its button, or write its number after " + behind + "."}
	for i, sub := range all {
		if slices.ContainsFunc(subs, func(s store.Subscription) bool { return s.ID == sub.ID }) {
			m.offer(q.open(fmt.Sprintf("%d. %s", i+1, title(sub)), asks(sub.ID)), q.rhythm(sub))
		}
	}
	return m
}

// behindName writes the command of a query for the digest with an ID alone.
func (q query) behindName(id string) string { return q.command.name + " " + id }

// numbered lists digests: "1 (Harbour news), 2 (News digest)".
func numbered(subs []store.Subscription) string {
	var names []string
	for i, sub := range subs {
		names = append(names, fmt.Sprintf("%d (%s)", i+1, title(sub)))
	}
	return strings.Join(names, ", ")
}

// keep stores a new subscription, if the asker may, as schedule.Subscribe does.
func (r *Responder) keep(ctx context.Context, q query, sub store.Subscription) error {
	if err := r.permitDigest(ctx, q, sub); err != nil {
		return err
	}
	if err := storable(sub); err != nil {
		return err
	}
	if err := schedule.Subscribe(ctx, r.Subscriptions, sub); err != nil {
		return fmt.Errorf("keep a subscription: %w", err)
	}
	return nil
}

// change changes a subscription as it is by now, if the asker may, as schedule.Change does, and
// returns it. Edit may be called more than once.
func (r *Responder) change(ctx context.Context, q query, sub store.Subscription, edit func(*store.Subscription) error) (store.Subscription, error) {
	if err := r.permitDigest(ctx, q, sub); err != nil {
		return sub, err
	}
	changed, err := schedule.Change(ctx, r.Subscriptions, sub.ID, func(sub *store.Subscription) error {
		*sub = withoutEnded(*sub, q.done)
		if err := edit(sub); err != nil {
			return err
		}
		return storable(*sub)
	})
	switch {
	case errors.Is(err, store.ErrNoSubscription):
		return sub, errNoDigest
	case err != nil:
		return sub, fmt.Errorf("change a subscription: %w", err)
	}
	return changed, nil
}

// storable returns what is wrong with a subscription, as a sentence for the reader.
func storable(sub store.Subscription) error {
	if _, err := timetable(sub); err != nil {
		return err
	}
	return checkRoom(sub)
}

// end forgets a subscription, if the asker may end it.
func (r *Responder) end(ctx context.Context, q query, sub store.Subscription) error {
	if err := r.permitDigest(ctx, q, sub); err != nil {
		return err
	}
	if err := r.Subscriptions.Unsubscribe(ctx, sub); err != nil {
		return fmt.Errorf("end a subscription: %w", err)
	}
	return nil
}

// timetable is schedule.NewTimetable with a sentence for the reader as error.
func timetable(sub store.Subscription) (schedule.Timetable, error) {
	times, err := schedule.NewTimetable(sub)
	if err != nil {
		return times, misuse("%s", schedule.Sentence(err.Error()))
	}
	return times, nil
}

// unsubscribe ends a subscription.
func (r *Responder) unsubscribe(ctx context.Context, q query) (block.Message, error) {
	if strings.EqualFold(q.text(), "all") && q.asker.Channel != "" {
		return r.listing(ctx, q, q.asker.Channel, "Digests are ended one by one. "+written("pause all")+" stops all of them until you resume them.")
	}
	return r.withOne(ctx, q, q.text(), q.behindName, func(sub store.Subscription) (block.Message, error) {
		if err := r.end(ctx, q, sub); err != nil {
			return block.Message{}, err
		}
		return block.Say("Unsubscribed: “"+title(sub)+"”, "+q.rhythm(sub)+".", q.row(back(q), q.do("Subscribe again", "subscribe again:"+sub.ID))), nil
	})
}
