package command

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"newsbot/bot/block"
	"newsbot/bot/schedule"
	"newsbot/digest"
	"newsbot/digest/ingest"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// editions is a plain schedule.Editor.
type editions struct{ *store.Store }

func (e editions) Compose(ctx context.Context, sub store.Subscription, i schedule.Issue) (schedule.Edition, error) {
	articles, err := e.Window(ctx, i.From, i.Due)
	if err != nil {
		return schedule.Edition{}, err
	}
	d := digest.Build(articles, digest.Options{Edition: sub.Name, From: i.From, To: i.Due, Now: i.Due, Filter: sub.Filter})
	if sub.Quiet && len(d.Stories) == 0 {
		return schedule.Edition{}, nil
	}
	return schedule.Edition{Messages: block.Digest(d, block.Options{Now: i.Due, Top: sub.Size})}, nil
}

// subscriber returns a Responder with subscriptions in a store.
func subscriber(s *store.Store) *Responder {
	return New(Config{News: s, Subscriptions: s, Editor: editions{s}, Now: func() time.Time { return sampleNow }})
}

// desk is a person at a channel of a store.
type desk struct {
	*testing.T
	*Responder
	who Asker
	now time.Time
}

func newDesk(t *testing.T, s *store.Store) *desk {
	who := ann
	who.Zone = zone(t, "Europe/Copenhagen")
	return &desk{t, subscriber(s), who, sampleNow}
}

// says asks and returns the answer, which must hold the texts.
func (d *desk) says(words string, texts ...string) block.Message {
	d.Helper()
	d.now = d.now.Add(time.Millisecond)
	reply := d.Command(d.Context(), Request{Asker: d.who, Words: words, Now: d.now})
	d.expect(words, reply, texts...)
	return reply.Message
}

func (d *desk) presses(m block.Message, label string, texts ...string) Reply {
	d.Helper()
	c := press(button(d.T, m, label))
	c.Asker = d.who
	reply := d.Click(d.Context(), c)
	d.expect(label, reply, texts...)
	return reply
}

func (d *desk) expect(what string, reply Reply, texts ...string) {
	d.Helper()
	if reply.Modal != nil {
		if err := block.CheckModal(reply.Modal); err != nil {
			d.Errorf("%s: %v", what, err)
		}
		return
	}
	if err := reply.Message.Check(); err != nil {
		d.Errorf("%s: %v", what, err)
	}
	for _, text := range texts {
		if !strings.Contains(reply.Message.Text, text) {
			d.Errorf("%s: no %q in:\n%s", what, text, reply.Message.Text)
		}
	}
}

// kept returns the subscriptions of the channel.
func (d *desk) kept() []store.Subscription {
	d.Helper()
	subs, err := d.subscribed(d.Context(), d.who.Channel)
	if err != nil {
		d.Fatal(err)
	}
	return subs
}

func (d *desk) only() store.Subscription {
	d.Helper()
	subs := d.kept()
	if len(subs) != 1 {
		d.Fatalf("%d subscriptions, want one", len(subs))
	}
	return subs[0]
}

// eachStore runs a test on miniredis and on a real Redis.
func eachStore(t *testing.T, test func(*testing.T, *store.Store)) {
	t.Run("memory", func(t *testing.T) { test(t, sampleStore(t)) })
	t.Run("redis", func(t *testing.T) {
		s := storetest.At(t, storetest.StartRedis(t).URL(), store.Options{Now: func() time.Time { return sampleNow }})
		entries, err := sample()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.PutAll(t.Context(), slices.Values(entries)); err != nil {
			t.Fatal(err)
		}
		if err := ingest.NewKeeper(s).Update(t.Context()); err != nil {
			t.Fatal(err)
		}
		test(t, s)
	})
}

// TestSubscribe makes a digest by words, looks at it, changes it and ends it.
func TestSubscribe(t *testing.T) {
	eachStore(t, func(t *testing.T, s *store.Store) {
		d := newDesk(t, s)
		d.says("subscriptions", "This channel gets no digest.")
		d.says("pause", "This channel gets no digest. Write /news subscribe to have one.")
		d.says(`subscribe every weekday at 8.30 about "sea wall", ferries -football top:5 name:"Harbour news" empty:silent lang:en`,
			"This channel gets “Harbour news”", "on weekdays at 08:30, Europe/Copenhagen · next Wed 25 Nov 08:30",
			"about sea wall, ferries", "without football", "the top 5 stories", "in the language en", "nothing on a day without news")
		sub := d.only()
		want := store.Subscription{
			ID: sub.ID, Team: "T1", Channel: "C1", Name: "Harbour news", Days: weekdays, At: "08:30", Zone: "Europe/Copenhagen",
			Filter: digest.Filter{Topics: []string{"sea wall", "ferries"}, Mutes: []string{"football"}}, Size: 5, Language: "en", Quiet: true, Maker: "U1",
		}
		if got := sub; !isSubscriptionID.MatchString(sub.ID) || !schedule.SameTimes(got, want) || !slices.Equal(got.Topics, want.Topics) ||
			!slices.Equal(got.Mutes, want.Mutes) || got.Name != want.Name || got.Size != 5 || !got.Quiet || got.Maker != "U1" || got.Team != "T1" {
			t.Errorf("kept %+v, want %+v", got, want)
		}
		d.says(`subscribe weekdays 08:30 "sea wall", ferries -football lang:en`, "The channel already has that digest: “Harbour news”")
		d.says("subscribe change:1 9am daily", "every day at 09:00", "about sea wall, ferries")
		if got := d.only(); got.ID != sub.ID || got.Days != nil || got.At != "09:00" {
			t.Errorf("changed to %+v", got)
		}
		list := d.says("subscriptions", "1. Harbour news", "every day at 09:00, Europe/Copenhagen · next Wed 25 Nov 09:00")
		paused := d.presses(list, "Pause", "paused: since Tue 24 Nov")
		if !paused.Replace || d.only().Paused == "" {
			t.Errorf("paused: %+v, %+v", paused, d.only())
		}
		resumed := d.presses(paused.Message, "Resume", "next Wed 25 Nov 09:00")
		end, last := button(t, resumed.Message, "Unsubscribe"), d.only()
		ended := d.presses(resumed.Message, "Unsubscribe", "Unsubscribed: “Harbour news”, every day at 09:00, Europe/Copenhagen.")
		if len(d.kept()) != 0 {
			t.Errorf("kept after the end: %+v", d.kept())
		}
		d.presses(ended.Message, "Subscribe again", "This channel gets “Harbour news”")
		last.ID = d.only().ID
		if diff := cmp.Diff(last, d.only(), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("subscribed again (-before +after):\n%s", diff)
		}
		c := press(end)
		c.Asker = d.who
		d.expect("once more", d.Click(t.Context(), c), "There is no such digest, or it has ended.")
	})
}

// TestEdition: a digest without a name of its own is called as those of the settings are, with its topics beside that.
func TestEdition(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.Responder.Edition = "Tees Morning"
	d.says("subscribe 08:30", "This channel gets “Tees Morning”")
	d.says("subscribe 09:30", "This channel gets “Tees Morning every day at 09:30”")
	d.says("subscribe 10:30 Wilton", "This channel gets “Tees Morning: Wilton”")
	d.says("subscribe change:3 topics:ferries", "This channel gets “Tees Morning: ferries”")
	d.says("subscribe cron:\"0 9 1 * *\" Wilton", "This channel gets “Tees Morning: Wilton”")
	d.says("subscribe 11:30 name:\"Harbour news\" quays", "This channel gets “Harbour news”")
	long := strings.Repeat("quay ", maxInterest/6)
	d.says("subscribe 12:30 topics:\""+long+","+long+"2\"", "This channel gets “Tees Morning: quay quay")
	d.says("unsubscribe wilton", "Unsubscribed: “Tees Morning: Wilton”")
	d.says("unsubscribe Quays", "Unsubscribed: “Harbour news”")
}

// TestThread: who makes a digest says whether its thread has a reply for each story.
func TestThread(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	const only = "the other stories as headlines, in one reply"
	d.says("subscribe 08:30 thread:headlines", only)
	d.says("subscribe change:1 09:00", only)
	if m := d.says("subscribe change:1 thread:stories"); strings.Contains(m.Text, only) {
		t.Errorf("the thread has headlines alone still:\n%s", m.Text)
	}
	d.says("help subscribe", "thread:headlines")
}

// TestHelpSubscribe: help names what a digest is changed by, and how other times are written, as README.md does.
func TestHelpSubscribe(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.says("help subscribe", "or changes one (change:1)", `/news subscribe cron:"0 9 1 * *"`, "/news subscribe change:1 09:00", `/news subscribe change:1 name:"Harbour news"`)
	d.says("help", "or changes one (change:1)")
}

func TestSubscribeMistakes(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	for _, tt := range []struct{ words, want string }{
		{"subscribe daily", "Say at what time of day: /news subscribe weekdays 08:30."},
		{"subscribe 08:30 top:99", "“99” is not a number of stories: write top:5, or another from 1 to 20."},
		{"subscribe 08:30 zone:Atlantis", "“Atlantis” is not a time zone"},
		{"subscribe 08:30 empty:maybe", "Write empty:line"},
		{"subscribe 08:30 thread:none", "Write thread:headlines"},
		{"subscribe 08:30 lang:german", "“german” is not the code of a language"},
		{"subscribe 08:30 lang:xx", "“xx” is not the code of a language"},
		{`subscribe cron:"* * * * *"`, "A digest comes at most once an hour: name one minute."},
		{`subscribe cron:"8:30"`, "No cron expression:"},
		{"subscribe change:7 08:30", "This channel gets no digest."},
		{"subscribe 08:30 zone:Berln", "“Berln” is not a time zone that I know. Did you mean Berlin?"},
		{"subscribe 08:30 topic:chile", "There is no option topic. Did you mean topics:chile?"},
		{"subscribe 08:30 tops:5", "There is no option tops. Did you mean top:5?"},
		{"subscribe 08:30 " + strings.Repeat("long ", 20), "A name, a topic or a mute has at most 80 characters."},
		{"subscribe 08:30 storms, ferries -Storms", "“storms” would be both a topic of the digest and muted in it, so nothing would be told of it. Leave out one of the two."},
		{"subscribe 08:30 storms mute:storms", "“storms” would be both"},
		{"subscribe 08:30", "This channel gets “News digest”"},
		{"mute storms", "Muted for this channel: storms."},
		{"topics ferries, storms", "“storms” would be both"},
		{"topics ferries", "The digests are about ferries."},
		{"mute ferries", "“News digest: ferries” is about ferries, so that is not muted there: /news subscribe change:1 changes its topics, /news pause 1 lets it rest."},
		{"mute ferries 3d", "“News digest: ferries” is about ferries"},
		{"unmute all", "No longer muted"},
		{"topics all", "about all news"},
		{"unmute", "about all news"},
		{"unmute golf", "That was not muted."},
		{"mute golf 400d", "That is too long: the limit is 366 days"},
		{"pause 2000d", "That is too long: the limit is 366 days"},
		{"pause 9", "This channel gets no digest “9”. Its digests are 1 (News digest)."},
		{`subscribe cron:"30 8 1 * *" <#C1|news>`, "at the times of “30 8 1 * *”, Europe/Copenhagen · next Tue 1 Dec 08:30"},
		{"unsubscribe", "Which one? Press its button, or write its number after unsubscribe."},
		{"subscribe change:\"News digest\"", "Which one? Press its button, or write its number after change:."},
		{"unsubscribe 2", "Unsubscribed: “News digest”"},
	} {
		d.says(tt.words, tt.want)
	}
	d.who.Channel = ""
	for _, words := range []string{"subscriptions", "pause", "preview"} {
		d.says(words, "Ask that in the channel that gets the digest.")
	}
	d.says("subscribe 08:30", "Say which channel")
}

// The same digest is not made twice for one day.
func TestOverlap(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.says("subscribe 08:30")
	const has = "The channel already has that digest: “News digest”, every day at 08:30, Europe/Copenhagen."
	change := button(t, d.says("subscribe weekdays 08:30", has), "Change that one")
	c := press(change)
	c.Asker = d.who
	if reply := d.Click(t.Context(), c); reply.Modal == nil || reply.Modal.PrivateMetadata != d.only().ID {
		t.Errorf("the button opens %+v", reply)
	}
	for _, words := range []string{"mondays 09:00", "tue,thu 09:00", "weekdays 08:30 ferries", "weekdays 08:30 -football", "weekdays 08:30 Tokyo", "weekdays 08:30 lang:de"} {
		d.says("subscribe "+words, "This channel gets")
	}
	d.says("subscribe mon-wed 09:00", "The channel already has that digest: “News digest on Mondays at 09:00”, on Mondays at 09:00")
	d.says("subscribe change:2 tuesdays", "The channel already has that digest: “News digest on Tue, Thu at 09:00”, on Tue, Thu at 09:00")
	d.says("subscribe change:2 fridays", "on Fridays at 09:00")
	twin := d.kept()[0]
	twin.ID = newID(query{}, "C1")
	if err := d.Subscriptions.Subscribe(t.Context(), twin, sampleNow); err != nil {
		t.Fatal(err)
	}
	d.says("subscribe change:2 top:3", "the top 3 stories")
	d.says("subscribe change:2 <#C2|x>", "comes to")
	d.says("subscribe change:1 <#C2|x>", has)
}

// What has ended can be had again as it was for a day, also in a direct message, with mutes
// that end and in the words of its maker, whoever presses the button.
func TestSubscribeAgain(t *testing.T) {
	eachStore(t, func(t *testing.T, s *store.Store) {
		for _, channel := range []string{"C1", "D1"} {
			d := newDesk(t, s)
			d.who.Channel, d.who.Locale = channel, "en-US"
			d.says(`subscribe mondays 17:00 "sea wall" -golf lang:en top:3 empty:silent name:"The ""brief"`)
			d.says("mute football 7d")
			before := d.only()
			ended := d.says("unsubscribe", "Unsubscribed:")
			d.who.Locale = "de-DE"
			d.presses(ended, "Subscribe again", "without golf, football (until")
			before.ID = d.only().ID
			if diff := cmp.Diff(before, d.only(), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("subscribed again in %s (-before +after):\n%s", channel, diff)
			}
			d.presses(ended, "Subscribe again", "The channel already has that digest")
			d.says("unsubscribe")
			d.who.Team = "T2"
			d.presses(ended, "Subscribe again", "That digest ended more than a day ago.")
		}
	})
}

// Digests of one name are told apart by the numbers that they have in the channel.
func TestDigestsOfOneName(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	for _, words := range []string{"07:00 name:Morning", "08:00 name:Harbour", "09:00 name:Harbour"} {
		d.says("subscribe " + words)
	}
	for _, words := range []string{"subscribe change:harbour 10:00", "subscribe change:Harbour", "unsubscribe harbour", "preview harbour"} {
		d.says(words, "Which one?", "2. Harbour · every day at 08:00", "3. Harbour · every day at 09:00")
	}
	d.presses(d.says("subscribe change:harbour 10:00"), "2. Harbour", "“Harbour”", "every day at 10:00")
	var at []string
	for _, sub := range d.kept() {
		at = append(at, sub.At)
	}
	if want := []string{"07:00", "10:00", "09:00"}; !slices.Equal(at, want) {
		t.Errorf("the digests come at %q, want %q", at, want)
	}
}

// A digest keeps its number when another one is added, also that of the settings, whose
// ID tells no time.
func TestNumbersStay(t *testing.T) {
	s := sampleStore(t)
	if err := s.Subscribe(t.Context(), store.Subscription{ID: "settings", Channel: "C1", At: "08:30", Zone: "UTC"}, sampleNow); err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, s)
	d.says("subscribe mondays 9:00")
	d.says("subscribe tuesdays 9:00")
	d.says("subscriptions", "1. News digest\n• every day at 08:30", "2. News digest on Mondays at 09:00\n• on Mondays at 09:00", "3. News digest on Tuesdays at 09:00\n• on Tuesdays at 09:00")
	d.says("unsubscribe 1", "every day at 08:30")
}

// Who subscribes a channel is told to invite the bot where it is not in it, or that is not known.
func TestInvitation(t *testing.T) {
	for _, tt := range []struct {
		people People
		want   string
	}{
		{nil, "If I am not in the channel yet"},
		{crowd{err: errors.New("missing_scope")}, "If I am not in the channel yet"},
		{crowd{}, "I am not in the channel yet: invite me there first, with /invite."},
		{crowd{inside: []string{"C1"}}, ""},
	} {
		d := newDesk(t, sampleStore(t))
		d.People = tt.people
		if m := d.says("subscribe 08:30", tt.want); tt.want == "" && strings.Contains(m.Text, "nvite me") {
			t.Errorf("the bot is in the channel:\n%s", m.Text)
		}
	}
}

// Digests of a channel that have no names of their own are called apart, also when one of them
// comes at another time.
func TestCalledApart(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.who.Locale = "en-US"
	d.says("subscribe 08:30", "This channel gets “News digest”")
	d.says("subscribe weekdays 17:30", "This channel gets “News digest on weekdays at 5:30 PM”")
	d.says("subscribe 17:30 ferries", "This channel gets “News digest: ferries”")
	d.says("subscribe change:2 18:00", "This channel gets “News digest on weekdays at 6:00 PM”")
	d.says("subscribe change:2 name:Evening", "This channel gets “Evening”")
	d.says("subscribe change:2 19:00", "This channel gets “Evening”")
}

// The name that tells a digest apart says what the title would, and the zone where the same
// clock of two zones is all that they differ by; it follows the topics.
func TestCalledApartByTopicAndZone(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.says("subscribe 08:30 New York", "This channel gets “News digest”")
	d.says("subscribe 08:30 Berlin", "This channel gets “News digest every day at 08:30”")
	d.says("subscribe 08:30 Tokyo", "This channel gets “News digest every day at 08:30, Asia/Tokyo”")
	d.says("subscribe change:3 09:30", "This channel gets “News digest every day at 09:30”")

	d.who.Channel = "C0FERRIES"
	d.says("subscribe 08:30 ferries", "This channel gets “News digest: ferries”")
	d.says("subscribe 17:30 ferries", "This channel gets “News digest: ferries, every day at 17:30”")
	d.says("topics storms", "News digest: storms\n", "News digest: storms, every day at 17:30\n")
	d.says("topics all", "News digest\n", "News digest every day at 17:30\n")
	long := strings.Repeat("a", 40) + ", " + strings.Repeat("b", 40)
	d.says("topics "+long, "…, every day at 17:30\n")
}

// TestAnotherChannel subscribes a channel from elsewhere, and lets no stranger
// near it.
func TestAnotherChannel(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	m := d.says("subscribe <#C0HARBOUR|harbour> 08:30", "“News digest” comes to\n• #C0HARBOUR")
	if len(d.kept()) != 0 {
		t.Errorf("this channel got %+v", d.kept())
	}
	d.presses(m, "Pause", "Paused.", "paused: since")
	d.who.Team = "T2"
	d.presses(m, "Unsubscribe", "There is no such digest, or it has ended.")
	if d.who.Channel = "C0HARBOUR"; len(d.kept()) != 1 {
		t.Errorf("a stranger ended it")
	}
}

func TestTooManySubscriptions(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	for i := range maxSubscriptions {
		d.says("subscribe "+timeAt(i)+" about "+strings.Repeat("topic ", 12), "This channel gets")
	}
	d.says("subscribe 23:00", "A channel has at most 10 digests")
	if list := textOf(d.says("subscriptions").Blocks); !strings.Contains(list, "10. News digest") {
		t.Errorf("the list is not whole:\n%s", list)
	}
	d.says("pause all", "Paused.")
	for _, sub := range d.kept() {
		if sub.Paused == "" {
			t.Errorf("%s goes on", sub.ID)
		}
	}
}

// Topics may be said as in other searches.
func TestTopicsOption(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.says("subscribe 08:30 topics:chile,ferries", "about chile, ferries")
	d.says(`subscribe 09:30 storms topics:"sea wall"`, "about storms, sea wall")
	d.says("subscribe change:1 topics: robots", "about robots")
}

func timeAt(hour int) string { return time.Date(0, 1, 1, hour, 0, 0, 0, time.UTC).Format("15:04") }

// TestMuteAndTopics changes all digests of the channel.
func TestMuteAndTopics(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.says("subscribe 08:30")
	d.says("subscribe 18:00 name:Evening")
	m := d.says(`mute football, "The Ledger Weekly"`, "Muted for this channel: football, The Ledger Weekly.", "Evening")
	d.says("mute FOOTBALL")
	for _, sub := range d.kept() {
		if !slices.Equal(sub.Mutes, []string{"football", "The Ledger Weekly"}) {
			t.Errorf("%s has the mutes %q", sub.Name, sub.Mutes)
		}
	}
	undone := d.presses(m, "Unmute", "No longer muted: football, The Ledger Weekly.")
	d.presses(undone.Message, "Mute", "Muted for this channel: football, The Ledger Weekly.")
	d.says("unmute the ledger weekly", "No longer muted: The Ledger Weekly.")
	d.says("mute", "about all news", "without football")
	d.says("mute rowing, golf")
	d.presses(d.says("mute", "without football, rowing, golf"), "rowing", "No longer muted: rowing.", "without football, golf")
	d.presses(d.says("unmute footbal", "That was not muted. Did you mean football?"), "Unmute football", "No longer muted: football.")
	d.says("mute football")
	d.says("unmute all", "No longer muted: golf, football.")
	d.says("unmute all", "That was not muted.")
	d.says("mute football")
	d.says(`topics "sea wall" and storms, ferries`, "The digests are about sea wall, and storms, ferries.")
	d.says("topics", "about sea wall, and storms, ferries")
	d.says("topics all", "The digests are about all news.")
	if sub := d.kept()[0]; sub.Topics != nil || !slices.Equal(sub.Mutes, []string{"football"}) {
		t.Errorf("at last %+v", sub)
	}
}

func TestPreview(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.says("digest", "This channel gets no digest. Write /news subscribe to have one.")
	button(t, d.says("digest at 9am weekdays", "This channel gets no digest.", "Do you want a new one?"), "/news subscribe at 9am weekdays")
	button(t, d.says("daily at 9am", "No article is about"), "/news subscribe daily at 9am")
	d.says("subscribe 08:30 name:Morning")
	button(t, d.says("digest 9am", "This channel gets no digest “9am”. Its digests are 1 (Morning). Do you want a new one?"), "/news subscribe 9am")
	before := d.only()
	asked := d.who
	d.who.Channel = "" // as in the Home tab, where no digest is named so
	for range 2 {
		if m := d.says("digest 9am"); m.Text != saysNoDigest+" Do you want a new one?" {
			t.Errorf("of no channel: %q", m.Text)
		}
	}
	d.who = asked
	d.says("preview", "Only you see this: the digest as it would be posted now", "next Wed 25 Nov 08:30", "Morning · ", "1. ")
	d.says("digest", "Only you see this: the digest as it would be posted now")
	d.says("settings", "Digests of this channel", "Morning")
	if diff := cmp.Diff(before, d.only()); diff != "" {
		t.Errorf("the preview changed it (-before +after):\n%s", diff)
	}
	d.says("subscribe 18:00 about zebras empty:silent")
	d.says("preview", "Which one? Press its button")
	d.says("preview 2", "There is no news, so nothing would be posted now.")
	d.says("preview morning", "Only you see this")
}

func TestSpanOf(t *testing.T) {
	now := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC) // a Tuesday
	for _, tt := range []struct {
		sub  store.Subscription
		want time.Duration
	}{
		{store.Subscription{At: "08:30"}, day},
		{store.Subscription{At: "08:30", Days: []time.Weekday{time.Tuesday}}, 7 * day},
		{store.Subscription{At: "08:30", Days: []time.Weekday{time.Monday, time.Thursday}}, 3 * day},
		{store.Subscription{Cron: "0 8 1 * *"}, 7 * day},
		{store.Subscription{Cron: "0 * * * *"}, time.Hour},
	} {
		times, err := schedule.NewTimetable(tt.sub)
		if err != nil {
			t.Fatal(err)
		}
		if got := spanOf(times, now); got != tt.want {
			t.Errorf("%s %s %s: %s, want %s", tt.sub.At, tt.sub.Cron, tt.sub.Zone, got, tt.want)
		}
	}
}

// A direct message is no channel to people.
func TestDigestsOfAConversation(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.who.Channel = "D1"
	d.says("subscriptions", "This conversation gets no digest.")
	d.says("pause", "This conversation gets no digest. Write")
	d.says("subscribe 08:30", "This conversation gets “News digest”")
	d.says("pause 7", "This conversation gets no digest “7”.")
	d.says("subscriptions", "Digests of this conversation")
	button(t, d.says("topics"), "Digests of this conversation")
	button(t, d.says("stop", "Digests of this conversation"), "Unsubscribe")
	d.clicks(button(t, d.says("subscriptions"), "Everything you watch"), "You are not watching anything.")
	d.says("trending", "before")
	if m := d.says("yesterday", "Top stories"); slices.Contains(labels(m), "Share to channel") {
		t.Error("there is a button that shares to a channel")
	}
}

// Every digest of a channel has its buttons, however many there are.
func TestManyDigests(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	for i := range maxSubscriptions {
		d.says(fmt.Sprintf("subscribe %02d:30 Esbjerg, Rotterdam, Uganda -football", i))
	}
	m := d.says("subscriptions", "10. News digest")
	counts := make(map[string]int)
	for _, label := range labels(m) {
		counts[label]++
	}
	want := map[string]int{"Preview": maxSubscriptions, "Change": maxSubscriptions, "Pause": maxSubscriptions, "Unsubscribe": maxSubscriptions,
		"Subscribe": 1, "How to subscribe": 1, "Everything you watch": 1}
	if diff := cmp.Diff(want, counts); diff != "" {
		t.Errorf("buttons (-want +got):\n%s", diff)
	}
}

// A digest that is due, but was not posted yet, comes all the same where somebody
// changes what is in it; another time of day is one of the days to come.
func TestChangeWhileDue(t *testing.T) {
	for words, stays := range map[string]bool{
		"mute football": true, "topics ferries": true, "subscribe change:1 top:3": true, "subscribe change:1 name:Dawn": true,
		"subscribe change:1 09:15": false, "subscribe change:1 weekdays": false, "pause 1": false, "pause 1 7d": false,
	} {
		t.Run(words, func(t *testing.T) {
			s := sampleStore(t)
			d := newDesk(t, s)
			d.says("subscribe 08:30")
			sub := d.only()
			was := sampleNow.Add(-time.Minute)
			if err := s.Subscribe(t.Context(), sub, was); err != nil {
				t.Fatal(err)
			}
			d.says(words)
			due, _, err := s.TakeDue(t.Context(), false, 9, time.Minute)
			if err != nil || (len(due) == 1 && due[0].At.Equal(was)) != stays {
				t.Errorf("due is %+v (%v), want what was due: %t", due, err, stays)
			}
		})
	}
}

// The first digest is the next by the time of Redis, whatever this machine's is.
func TestFirstDigestByTheTimeOfRedis(t *testing.T) {
	s := sampleStore(t)
	d := newDesk(t, s)
	d.who.Zone = time.UTC
	d.now = sampleNow.Add(2 * time.Hour)
	first := sampleNow.Truncate(time.Hour).Add(time.Hour)
	d.says("subscribe " + first.Format("15:04"))
	if due, err := s.NextDue(t.Context()); err != nil || !due.Equal(first) {
		t.Errorf("the digest is due at %s (%v), want %s", due, err, first)
	}
}

// forgetful is a store of subscriptions that fails.
type forgetful struct {
	*store.Store
	err error
}

func (f forgetful) Subscribe(context.Context, store.Subscription, time.Time) error { return f.err }

func TestSubscriptionStoreFails(t *testing.T) {
	s := sampleStore(t)
	for _, c := range []struct {
		err  error
		want string
	}{
		{errors.New("away"), SaysAway},
		{&store.Error{Temporary: true}, SaysAway},
		{&store.Error{}, saysRefused},
	} {
		r := New(Config{News: s, Subscriptions: forgetful{s, c.err}})
		if got := r.Command(t.Context(), ask("subscribe 08:30")).Message.Text; got != c.want {
			t.Errorf("subscribe: %s, want %s", got, c.want)
		}
	}
}

func TestWithoutSubscriptionsThereAreNone(t *testing.T) {
	r := responder(t, sampleStore(t), nil)
	if m := r.Command(t.Context(), ask("help")).Message; strings.Contains(m.Text, "subscribe") {
		t.Errorf("help speaks of it:\n%s", m.Text)
	}
	r = New(Config{News: sampleStore(t), Subscriptions: sampleStore(t)})
	if m := r.Command(t.Context(), ask("help")).Message; !strings.Contains(m.Text, "/news subscribe ") || strings.Contains(m.Text, "preview") {
		t.Errorf("help:\n%s", m.Text)
	}
}
