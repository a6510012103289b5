package schedule_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"newsbot/bot/schedule"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// wish is what the settings ask for.
var wish = store.Subscription{ID: "settings", Channel: "C0NEWS0001", Name: "Morning", At: "08:30", Zone: "UTC"}

// changed returns a copy that is changed.
func changed(sub store.Subscription, change func(*store.Subscription)) store.Subscription {
	change(&sub)
	return sub
}

// TestKeep starts the bot with settings, lets people change the subscription, and
// starts it with other settings.
func TestKeep(t *testing.T) {
	same := func(*store.Subscription) {}
	for name, c := range map[string]struct {
		people, settings func(*store.Subscription)
		want             func(*store.Subscription) // of what people made of it
	}{
		"nothing changes":  {same, same, same},
		"people change it": {func(s *store.Subscription) { s.At, s.Size, s.Mutes = "09:00", 3, []string{"chess"} }, same, same},
		"people pause it":  {func(s *store.Subscription) { s.Paused = "on leave" }, same, same},
		"people let it rest, and the settings change": {func(s *store.Subscription) { s.RestsUntil = time.Now().UTC().Add(72 * time.Hour).Truncate(time.Second) },
			func(s *store.Subscription) { s.At = "07:00" }, func(s *store.Subscription) { s.At = "07:00" }},
		"the settings change": {same, func(s *store.Subscription) { s.At, s.Zone = "07:00", "Europe/Berlin" },
			func(s *store.Subscription) { s.At, s.Zone = "07:00", "Europe/Berlin" }},
		"both change": {func(s *store.Subscription) { s.At, s.Size = "09:00", 3 }, func(s *store.Subscription) { s.Name = "Evening" },
			func(s *store.Subscription) { s.Name = "Evening" }},
		"both change the time": {func(s *store.Subscription) { s.At, s.Cron = "", "5 * * * *" }, func(s *store.Subscription) { s.At = "07:00" },
			func(s *store.Subscription) { s.At, s.Cron = "07:00", "" }},
		"another channel": {func(s *store.Subscription) { s.Size = 3 }, func(s *store.Subscription) { s.Channel = "C0OTHER001" },
			func(s *store.Subscription) { s.Channel = "C0OTHER001" }},
	} {
		t.Run(name, func(t *testing.T) {
			s := storetest.Memory(t, store.Options{})
			keep(t, s, wish)
			edited := changed(wish, c.people)
			if err := s.Subscribe(t.Context(), edited, time.Now().Add(time.Hour)); err != nil {
				t.Fatal(err)
			}
			for range 2 { // restarts
				keep(t, s, changed(wish, c.settings))
			}
			want := changed(edited, c.want)
			got, ok, err := s.Subscription(t.Context(), "settings")
			if d := cmp.Diff(want, got); d != "" || !ok || err != nil {
				t.Errorf("kept (-want +got, %v, %v)\n%s", ok, err, d)
			}
			if all, err := s.Subscriptions(t.Context(), wish.Channel); err != nil || len(all) > 0 != (want.Channel == wish.Channel) {
				t.Errorf("the first channel has %+v (%v)", all, err)
			}
		})
	}
}

// What people have ended comes back only with other settings.
func TestKeepEnded(t *testing.T) {
	s := storetest.Memory(t, store.Options{})
	keep(t, s, wish)
	if err := s.Unsubscribe(t.Context(), wish); err != nil {
		t.Fatal(err)
	}
	keep(t, s, wish)
	wantKept(t, s, false)
	keep(t, s, changed(wish, func(s *store.Subscription) { s.At = "09:00" }))
	wantKept(t, s, true)
	for range 2 { // the settings want none
		keep(t, s, store.Subscription{ID: "settings"})
		wantKept(t, s, false)
	}
	keep(t, s, wish)
	wantKept(t, s, true)
}

// What was missed while no bot ran is still due, and nothing is at the start.
func TestKeepDue(t *testing.T) {
	s := storetest.Memory(t, store.Options{})
	for want := range 2 {
		keep(t, s, wish)
		due, _, err := s.TakeDue(t.Context(), false, 9, time.Hour)
		if err != nil || len(due) != want {
			t.Errorf("%d digests are due (%v), want %d", len(due), err, want)
		}
		if err := s.Subscribe(t.Context(), wish, time.Now().Add(-time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	if err := schedule.Keep(t.Context(), s, changed(wish, func(s *store.Subscription) { s.Zone = "Mars/Olympus" }), 0); err == nil {
		t.Error("no error for a zone that there is not")
	}
}

// What was missed stays due where the settings change only what is in it.
func TestKeepDueThroughChanges(t *testing.T) {
	for name, c := range map[string]struct {
		settings func(*store.Subscription)
		due      bool
	}{
		"another name":              {func(s *store.Subscription) { s.Name = "Evening" }, true},
		"another name for the zone": {func(s *store.Subscription) { s.Zone = "" }, true},
		"another time":              {func(s *store.Subscription) { s.At = "07:00" }, false},
		"another zone":              {func(s *store.Subscription) { s.Zone = "Europe/Berlin" }, false},
		"another channel":           {func(s *store.Subscription) { s.Channel = "C0OTHER001" }, false},
	} {
		t.Run(name, func(t *testing.T) {
			s := storetest.Memory(t, store.Options{})
			keep(t, s, wish)
			missed := time.Now().Add(-time.Hour).Truncate(time.Millisecond)
			if err := s.Subscribe(t.Context(), wish, missed); err != nil {
				t.Fatal(err)
			}
			keep(t, s, changed(wish, c.settings))
			due, _, err := s.TakeDue(t.Context(), false, 9, time.Hour)
			if err != nil || (len(due) == 1 && due[0].At.Equal(missed)) != c.due {
				t.Errorf("due is %+v (%v), want what was missed: %t", due, err, c.due)
			}
		})
	}
}

// The next digest is the next by the time of Redis, whatever this machine's is.
func TestKeepByTheTimeOfRedis(t *testing.T) {
	morning := time.Date(2031, 11, 24, 7, 0, 0, 0, time.UTC)
	s := storetest.Memory(t, store.Options{Now: func() time.Time { return morning }})
	keep(t, s, wish)
	if due, err := s.NextDue(t.Context()); err != nil || !due.Equal(morning.Add(90*time.Minute)) {
		t.Errorf("the digest is due at %s (%v), want 08:30 of the day", due, err)
	}
}

// What became due while the settings could not be kept is due, of a new digest and of one
// that had other times.
func TestKeepLate(t *testing.T) {
	now := time.Date(2031, 11, 24, 8, 31, 0, 0, time.UTC)
	for _, before := range []string{"", "20:00"} {
		for late, want := range map[time.Duration]time.Time{0: now.Add(24*time.Hour - time.Minute), 2 * time.Minute: now.Add(-time.Minute)} {
			s := storetest.Memory(t, store.Options{Now: func() time.Time { return now }})
			if before != "" {
				keep(t, s, changed(wish, func(s *store.Subscription) { s.At = before }))
			}
			if err := schedule.Keep(t.Context(), s, wish, late); err != nil {
				t.Fatal(err)
			}
			if due, err := s.NextDue(t.Context()); err != nil || !due.Equal(want) {
				t.Errorf("after %q and %s the digest is due at %s (%v), want %s", before, late, due, err, want)
			}
		}
	}
}

func keep(t *testing.T, s *store.Store, sub store.Subscription) {
	t.Helper()
	if err := schedule.Keep(t.Context(), s, sub, 0); err != nil {
		t.Fatal(err)
	}
}

func wantKept(t *testing.T, s *store.Store, want bool) {
	t.Helper()
	if _, ok, err := s.Subscription(t.Context(), "settings"); ok != want || err != nil {
		t.Errorf("there is a subscription: %v (%v), want %v", ok, err, want)
	}
}
