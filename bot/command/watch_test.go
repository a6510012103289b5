package command

import (
	"fmt"
	"strings"
	"testing"

	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

func TestWatch(t *testing.T) {
	s := storetest.Memory(t, store.Options{})
	d := newDesk(t, s)
	d.says("watch", "You are not watching anything")
	d.says("watch Esbjerg", "Esbjerg", "at most once an hour")
	m := d.says(`watch "sea wall", Ilse Vermaak`, "• Esbjerg\n• sea wall\n• Ilse Vermaak")
	subs, err := s.Subscriptions(t.Context(), d.who.User)
	if err != nil || len(subs) != 1 {
		t.Fatalf("%d subscriptions of the person (%v), want 1", len(subs), err)
	}
	if sub := subs[0]; !sub.Quiet || len(sub.Topics) != 3 || sub.Maker != d.who.User {
		t.Errorf("what is watched is kept as %+v", sub)
	}
	d.says("unwatch Esbjrg", "You were not watching that. Did you mean Esbjerg?")
	d.says("unwatch football", "You were not watching that", "Esbjerg")
	d.says("unwatch esbjerg", "No longer watched: esbjerg", "• sea wall\n• Ilse Vermaak")
	d.presses(m, "sea wall", "No longer watched: sea wall.")
	resting := subs[0]
	resting.Paused = "Slack did not let me write to you"
	if err := s.Subscribe(t.Context(), resting, sampleNow); err != nil {
		t.Fatal(err)
	}
	d.says("watch", "paused: Slack did not let me write to you")
	if m := d.says("watch Skagen", "at most once an hour"); strings.Contains(m.Text, "paused") {
		t.Errorf("watching again does not end the pause:\n%s", m.Text)
	}
	d.presses(m, "Stop watching everything", "You no longer watch or follow anything")
	if subs, err = s.Subscriptions(t.Context(), d.who.User); err != nil || len(subs) != 0 {
		t.Errorf("%d subscriptions are left (%v), want none", len(subs), err)
	}
	d.says("unwatch", "You are not watching anything.")
}

// What nothing in the news is about is kept, and told.
func TestUnheardOf(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	const vain = "No article from the last 30 days is about “Esbjergg”. Did you mean Esbjerg?"
	d.says("watch Esbjergg, sea wall, the ledger weekly", vain, "• Esbjergg")
	d.says("subscribe 08:30 Esbjergg", vain)
	d.says("watch courier", "No article from the last 30 days is about “courier”. Did you mean the source The Harbour Courier?")
	d.says("mute courir", "“courir”. Did you mean the source The Harbour Courier?")
	d.says("topics ledger-weekly.example", "“ledger-weekly.example”. Did you mean the source The Ledger Weekly?")
	d.says("mute ledger weekly", "“ledger weekly”. Did you mean the source The Ledger Weekly?")
	d.says("mute zebras, giraffes, storm", "Muted for this channel: zebras, giraffes, storm. No article from the last 30 days is about “zebras” or “giraffes”.")
	d.says("topics esbjergg", "No article from the last 30 days is about “esbjergg”. Did you mean Esbjerg?")
	for _, words := range []string{"watch Esbjerg, US Federal Reserve", "subscribe 09:00 storm", "subscribe change:1 09:00", "topics all", "mute hedda"} {
		if m := d.says(words); strings.Contains(m.Text, "No article") {
			t.Errorf("%s: %s", words, m.Text)
		}
	}
}

// All that may be watched is in the menu that ends it.
func TestManyWatches(t *testing.T) {
	d := newDesk(t, storetest.Memory(t, store.Options{}))
	var topics []string
	for i := range maxInterests {
		topics = append(topics, fmt.Sprintf("harbour %d", i+1))
	}
	m := d.says("watch "+strings.Join(topics, ", "), topics...)
	for _, topic := range topics {
		button(t, m, topic)
	}
}

// TestWatchHasNoEnd: a time behind what is watched is no part of it.
func TestWatchHasNoEnd(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	m := d.says("watch storm hedda 7d", "What you watch has no end of its own")
	d.clicks(button(t, m, "/news watch storm hedda"), "storm hedda")
	d.says(`watch "7d"`, "7d")
}
