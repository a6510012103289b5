package command

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/render"
	"newsbot/digest/store"
)

// The fields of the modal in which one subscribes.
const (
	inChannel = "channel"
	inDays    = "days"
	inTime    = "time"
	inCron    = "cron"
	inZone    = "zone"
	inTopics  = "topics"
	inMutes   = "mutes"
	inSize    = "size"
	inEmpty   = "empty"
	inName    = "name"
)

// usualSize stands for as many stories as usual.
const usualSize = "0"

// subscribeForm returns the modal for a subscription of which the words say
// nothing, or for one that is to be changed.
func (r *Responder) subscribeForm(ctx context.Context, q query) (*slack.ModalViewRequest, error) {
	change := q.options["change"]
	if len(q.words) > 0 || len(q.options) > 1 || len(q.options) == 1 && change == "" {
		return nil, nil
	}
	sub := newSubscription(q)
	sub.Days, sub.At = weekdays, "08:30"
	if change != "" {
		subs, err := r.chosen(ctx, q, change)
		if err != nil || len(subs) > 1 {
			return nil, err // subscribe asks which one
		}
		sub = subs[0]
	}
	if sub.Channel != "" {
		if err := r.permitDigest(ctx, q, sub); err != nil {
			return nil, err
		}
	}
	return subscriptionForm(sub, inputsOf(sub), nil), nil
}

// subscriptionForm is the modal for a subscription with what is put in, and with what
// is wrong with that, by field.
func subscriptionForm(sub store.Subscription, inputs, wrong map[string]string) *slack.ModalViewRequest {
	fields := slices.Concat([]block.Field{channelField(sub)}, timeFields(sub), []block.Field{
		{Name: inZone, Label: "Time zone", Hint: "A city, or a name such as Europe/Berlin."},
		{Name: inTopics, Label: "Only about", Hint: "Names, words or sources, separated by commas. Empty: all news.", Optional: true},
		{Name: inMutes, Label: "Nothing about", Hint: "Names, words or sources, separated by commas.", Optional: true},
		{Name: inSize, Kind: block.Choice, Label: "Top stories", Hint: "The others are in the thread.", Options: sizeOptions()},
		{Name: inEmpty, Kind: block.Choice, Label: "On a day without news", Options: []block.Option{{Value: sayEmpty, Label: "Say so in a line"}, {Value: noEmpty, Label: "Post nothing"}}},
		{Name: inName, Label: "Name of the digest", Optional: true},
	})
	f := block.Form{Title: "A digest for a channel", Submit: "Subscribe", Action: actSubscribe, Value: sub.ID, Fields: fields}
	if sub.ID != "" {
		f.Submit = "Change"
	}
	for i := range f.Fields {
		f.Fields[i].Value, f.Fields[i].Wrong = inputs[f.Fields[i].Name], wrong[f.Fields[i].Name]
	}
	return f.Modal()
}

// channelField asks for the channel. The modal offers no direct messages: a digest that
// comes in one stays there where no channel is chosen.
func channelField(sub store.Subscription) block.Field {
	f := block.Field{Name: inChannel, Kind: block.Channel, Label: "Channel", Hint: "I must be in it: invite me first."}
	if sub.ID != "" && isDirect(sub.Channel) {
		f.Optional, f.Hint = true, "If empty, it still comes as a direct message. I must be in the channel: invite me first."
	}
	return f
}

// timeFields ask for the times of a digest, in the way in which it has them.
func timeFields(sub store.Subscription) []block.Field {
	if sub.Cron != "" {
		return []block.Field{{Name: inCron, Label: "Times", Hint: "A cron expression: minute, hour, day of the month, month, weekday."}}
	}
	return []block.Field{
		{Name: inDays, Kind: block.Checks, Label: "Days", Options: dayOptions()},
		{Name: inTime, Kind: block.Time, Label: "Time"},
	}
}

func dayOptions() []block.Option {
	var out []block.Option
	for _, d := range week {
		out = append(out, block.Option{Value: d.String()[:3], Label: d.String()})
	}
	return out
}

func sizeOptions() []block.Option {
	out := []block.Option{{Value: usualSize, Label: "The usual number"}}
	for n := 1; n <= maxSize; n++ {
		out = append(out, block.Option{Value: strconv.Itoa(n), Label: strconv.Itoa(n)})
	}
	return out
}

// inputsOf is a subscription as the modal shows it.
func inputsOf(sub store.Subscription) map[string]string {
	days := sub.Days
	if len(days) == 0 {
		days = week
	}
	inputs := map[string]string{
		inDays: ticked(days), inTime: sub.At, inCron: sub.Cron, inZone: sub.Zone, inName: sub.Name,
		inTopics: strings.Join(sub.Topics, ", "), inMutes: strings.Join(sub.Mutes, ", "),
		inSize: strconv.Itoa(sub.Size), inEmpty: sayEmpty,
	}
	if sub.Quiet {
		inputs[inEmpty] = noEmpty
	}
	if !isDirect(sub.Channel) { // the modal offers channels only
		inputs[inChannel] = sub.Channel
	}
	return inputs
}

// submitted keeps what was put into the modal; mistakes are shown in it.
func (r *Responder) submitted(ctx context.Context, c Click) Reply {
	q := newQuery(c.Asker, "", c.Now)
	old := newSubscription(q)
	if c.Value != "" {
		var err error
		if old, err = r.identifiedSubscription(ctx, q, c.Value); err != nil {
			return Reply{Message: r.excuse(ctx, q, err)}
		}
	}
	sub, wrong := fillIn(old, c.Inputs)
	for field, list := range map[string][]string{inTopics: sub.Topics, inMutes: sub.Mutes} {
		if sentence, ok := asMisuse(r.checkSought(ctx, q, list)); ok {
			wrong[field] = sentence
		}
	}
	if len(wrong) > 0 {
		return Reply{Modal: subscriptionForm(old, c.Inputs, wrong)}
	}
	switch m, refused := errors.AsType[*misuseError](r.permitChange(ctx, q, sub, old)); {
	case refused && len(m.ask) > 0: // whom a field cannot name
		q.look = modal
		return Reply{Modal: block.Modal(r.excuse(ctx, q, m))}
	case refused:
		return Reply{Modal: subscriptionForm(old, c.Inputs, map[string]string{inChannel: m.sentence})}
	}
	m, err := r.accept(ctx, q, old, func(sub *store.Subscription) error {
		*sub, _ = fillIn(*sub, c.Inputs)
		return nil
	})
	if sentence, ok := asMisuse(err); ok {
		return Reply{Modal: subscriptionForm(old, c.Inputs, map[string]string{timeFields(old)[0].Name: sentence})}
	}
	if err != nil {
		m = r.excuse(ctx, q, err)
	}
	return Reply{Message: m, Home: err == nil}
}

// fillIn puts what stands in the modal into a subscription, and tells what is
// wrong by field.
func fillIn(sub store.Subscription, in map[string]string) (_ store.Subscription, wrong map[string]string) {
	wrong = map[string]string{}
	note := func(field string, err error) {
		if sentence, ok := asMisuse(err); ok {
			wrong[field] = sentence
		}
	}
	sub.Channel = cmp.Or(in[inChannel], sub.Channel)
	if !IsChannelID(sub.Channel) || isDirect(in[inChannel]) {
		wrong[inChannel] = "Choose a channel."
	}
	fillTimes(&sub, in, wrong)
	note(inZone, setZone(&sub, in[inZone]))
	note(inEmpty, setQuiet(&sub, cmp.Or(in[inEmpty], sayEmpty)))
	sub.Size = 0
	if size := cmp.Or(in[inSize], usualSize); size != usualSize {
		note(inSize, setSize(&sub, size))
	}
	sub.Topics, sub.Mutes, sub.Name = tidy(strings.Split(in[inTopics], ",")), tidy(strings.Split(in[inMutes], ",")), render.Inert(in[inName])
	note(inTopics, checkRoom(store.Subscription{Filter: digest.Filter{Topics: sub.Topics}}))
	note(inMutes, checkRoom(store.Subscription{Filter: digest.Filter{Mutes: sub.Mutes}}))
	note(inMutes, checkApart(sub, store.Subscription{}))
	note(inName, checkRoom(store.Subscription{Name: sub.Name}))
	return sub, wrong
}

// fillTimes puts the times that stand in the modal into a subscription, in the way in
// which it has them.
func fillTimes(sub *store.Subscription, in, wrong map[string]string) {
	if sub.Cron != "" {
		if sub.Cron = strings.TrimSpace(in[inCron]); sub.Cron == "" {
			wrong[inCron] = "Write the times."
		}
		return
	}
	if sub.Days = inWeek(tickedDays(in[inDays])); in[inDays] == "" {
		wrong[inDays] = "Choose at least one day."
	}
	if sub.At = in[inTime]; sub.At == "" {
		wrong[inTime] = "Choose a time of day."
	}
}

func tickedDays(s string) []time.Weekday {
	var out []time.Weekday
	for name := range strings.SplitSeq(s, ",") {
		if d, ok := parseDay(name); ok {
			out = append(out, d)
		}
	}
	return out
}
