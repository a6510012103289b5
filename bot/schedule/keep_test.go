package schedule_test

import (
	"testing"
	"time"

	"newsbot/bot/schedule"
	"newsbot/digest/store"
)

func TestKeep(t *testing.T) {
	s, err := store.OpenMemory(t.Context(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	sub := store.Subscription{ID: "settings", Channel: "#news", Name: "Morning", At: "08:30", Zone: "UTC"}
	keep := func(sub store.Subscription) {
		t.Helper()
		if err := schedule.Keep(t.Context(), s, sub); err != nil {
			t.Fatal(err)
		}
	}
	due := func() int {
		t.Helper()
		found, _, err := s.TakeDue(t.Context(), false, 9, time.Hour)
		if err != nil {
			t.Fatal(err)
		}
		return len(found)
	}
	keep(sub)
	if n := due(); n != 0 {
		t.Errorf("%d digests are due at once, want 0", n)
	}
	if err := s.Subscribe(t.Context(), sub, time.Now().Add(-time.Hour)); err != nil { // while no bot ran
		t.Fatal(err)
	}
	keep(sub)
	if n := due(); n != 1 {
		t.Errorf("%d digests are due that were missed, want 1", n)
	}
	paused := sub
	paused.Paused = "no channel"
	if err := s.Subscribe(t.Context(), paused, time.Time{}); err != nil {
		t.Fatal(err)
	}
	keep(sub)
	sub.Channel = "#other"
	keep(sub)
	got, ok, err := s.Subscription(t.Context(), "settings")
	if err != nil || !ok || got.Channel != "#other" || got.Paused != "" {
		t.Errorf("kept %+v, %v, %v", got, ok, err)
	}
	if old, err := s.Subscriptions(t.Context(), "#news"); err != nil || len(old) != 0 {
		t.Errorf("the former channel has %+v (%v)", old, err)
	}
	for range 2 {
		if err := schedule.Drop(t.Context(), s, "settings"); err != nil {
			t.Fatal(err)
		}
	}
	if _, ok, err := s.Subscription(t.Context(), "settings"); ok || err != nil {
		t.Errorf("dropped, but %v, %v", ok, err)
	}
	sub.Zone = "Mars/Olympus"
	if err := schedule.Keep(t.Context(), s, sub); err == nil {
		t.Error("no error for a zone that there is not")
	}
}
