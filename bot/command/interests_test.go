package command

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/store"
)

// TestNothingSought: what nothing is found by is refused wherever it is written,
// unless a source is called so, and nothing is kept.
func TestNothingSought(t *testing.T) {
	s := sampleStore(t)
	of := store.Entry{Article: digest.Article{ID: "0123456789abcdef", Source: "The Now", Title: "Ferry stops", Published: sampleNow, Text: "The ferry stops."}}
	if _, err := s.PutAll(t.Context(), slices.Values([]store.Entry{of})); err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, s)
	d.says("subscribe 08:30")
	before := d.only()
	for _, words := range []string{"topics +", "topics storms, *", "mute the", `mute "..."`, "watch x", "subscribe 09:00 storms, +", "subscribe 09:00 -an", "subscribe 09:00 mute:the"} {
		d.says(words, "finds nothing", "Write a name, words or a source.")
	}
	form := d.sends(d.opens("subscribe"), map[string]string{inChannel: "C1", inDays: "Mon", inTime: "09:00", inZone: "UTC", inTopics: "*", inMutes: "storms, the"})
	if form.Modal == nil || !strings.Contains(wrongs(form.Modal), "“*” finds nothing") || !strings.Contains(wrongs(form.Modal), "“the” finds nothing") {
		t.Errorf("the modal says %+v", form)
	}
	if after := d.only(); len(after.Topics)+len(after.Mutes) > 0 || after.ID != before.ID {
		t.Errorf("kept %+v", after)
	}
	d.says("watch", "You are not watching anything")
	d.says("mute the now", "Muted for this channel: the now.")
}

// TestListed reads words as the topics that they list.
func TestListed(t *testing.T) {
	for line, want := range map[string]string{
		"sea wall, ferries": "sea wall|ferries", `storm "sea wall" ferries`: "storm|sea wall|ferries",
		"sea wall OR storm OR OR flood": "sea wall|storm|flood", "flood or storm": "flood or storm", `flood "OR" storm`: "flood|OR|storm",
		"football; tennis": "football|tennis", "Portland OR": "Portland OR", "Portland OR, Salem OR": "Portland OR|Salem OR", "OR": "OR",
	} {
		if got := strings.Join(listed(split(line)), "|"); got != want {
			t.Errorf("listed(%q) = %s, want %s", line, got, want)
		}
	}
}

// TestMuteTopic: what a digest is about is muted in the other digests of the channel alone, in this one for a time
// where something is left of it.
func TestMuteTopic(t *testing.T) {
	for _, tt := range []struct{ line, says, mutes string }{
		{"mute Kenya", "Muted for this channel: Kenya. “News digest: kenya, storms” is about Kenya, so that is not muted there: /news subscribe change:2 changes its topics, /news pause 2 lets it rest.", "Kenya||Kenya"},
		{"mute Kenya, golf", "Muted for this channel: Kenya, golf. “News digest: kenya, storms” is about Kenya", "Kenya,golf|golf|Kenya,golf"},
		{"mute Kenya 3d", "Muted for this channel for 3 days: Kenya.", "Kenya|Kenya|Kenya"},
		{"mute Kenya, storms 3d", "“News digest: kenya, storms” is about Kenya, storms", "Kenya,storms||Kenya,storms"},
		{"mute Esbjerg 3d", "“News digest: Esbjerg” is about Esbjerg", "Esbjerg|Esbjerg|"},
	} {
		d := newDesk(t, sampleStore(t))
		for _, line := range []string{"subscribe 08:30", "subscribe 09:00 kenya, storms", "subscribe 10:00 Esbjerg"} {
			d.later(time.Minute)
			d.says(line)
		}
		d.says(tt.line, tt.says)
		var mutes []string
		subs, err := d.subscribed(t.Context(), d.who.Channel)
		for _, sub := range subs {
			mutes = append(mutes, strings.Join(sub.Mutes, ","))
		}
		if got := strings.Join(mutes, "|"); err != nil || got != tt.mutes {
			t.Errorf("/news %s mutes %q (%v), want %q", tt.line, got, err, tt.mutes)
		}
	}
}

// TestUnmuteTogether: who names two mutes as one is shown them, to choose.
func TestUnmuteTogether(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.says("subscribe 08:30")
	d.says("mute Kenya, golf")
	button(t, d.says("unmute kenya golf", "That was not muted."), "golf")
}

// TestUnsubscribeAll: no word ends all digests at once.
func TestUnsubscribeAll(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.says("subscribe 08:30")
	button(t, d.says("unsubscribe all", "Digests are ended one by one. /news pause all stops all of them"), "Unsubscribe")
}

// TestLongMute: the menu holds a mute as long as one may be, whatever its reader's zone.
func TestLongMute(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	zone, err := time.LoadLocation("America/Argentina/ComodRivadavia")
	if err != nil {
		t.Fatal(err)
	}
	d.who.Zone, d.who.Locale = zone, "es-AR"
	d.says("subscribe 08:30")
	mute := strings.Repeat("s", 30) + " " + strings.Repeat("t", maxInterest-31)
	d.says("mute "+mute, "Muted for this channel: "+mute)
	d.clicks(button(t, d.says("mute"), mute[:block.MaxOptionText-1]+"…"), "No longer muted: "+mute)
}

// Digests on different topics do not lose them together.
func TestTopicsOfSeveralDigests(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.says("subscribe 08:30")
	d.says("subscribe 17:00")
	d.says("topics ferries", "The digests are about ferries.")
	d.says("subscribe change:2 storms")
	for _, words := range []string{"topics football", "topics all"} {
		m := d.says(words, "These digests have different topics. Change the one that you mean.", "about ferries", "about storms")
		button(t, m, "Change")
	}
	var topics []string
	for _, sub := range d.kept() {
		topics = append(topics, sub.Topics...)
	}
	if want := []string{"ferries", "storms"}; !slices.Equal(topics, want) {
		t.Errorf("kept %q, want %q", topics, want)
	}
}

// What people change in a digest at one time all counts.
func TestMuteTogether(t *testing.T) {
	eachStore(t, func(t *testing.T, s *store.Store) {
		d := newDesk(t, s)
		d.says("subscribe weekdays 08:30")
		d.says("watch Esbjerg")
		var people sync.WaitGroup
		for i := range 8 {
			for _, words := range []string{"mute sport%d", "watch town%d"} {
				people.Go(func() { d.Command(t.Context(), Request{Asker: d.who, Words: fmt.Sprintf(words, i), Now: d.now}) })
			}
		}
		people.Wait()
		if got := d.only().Mutes; len(got) != 8 {
			t.Errorf("8 mutes at one time leave %v", got)
		}
		if watches, err := d.subscribed(t.Context(), d.who.User); err != nil || len(watches) != 1 || len(watches[0].Topics) != 9 {
			t.Errorf("8 watches at one time leave %+v (%v)", watches, err)
		}
	})
}

// TestApartBefore: what was a topic and muted before this was asked may be changed otherwise.
func TestApartBefore(t *testing.T) {
	torn := store.Subscription{Filter: digest.Filter{Topics: []string{"storms"}, Mutes: []string{"storms"}}}
	if err := keepApart([]store.Subscription{torn}, func(s *store.Subscription) { s.Mutes = append(s.Mutes, "golf") }); err != nil {
		t.Error(err)
	}
	whole := store.Subscription{Filter: digest.Filter{Topics: []string{"storms"}}}
	if err := keepApart([]store.Subscription{whole}, func(s *store.Subscription) { s.Mutes = []string{"storms"} }); err == nil {
		t.Error("a topic may be muted")
	}
}
