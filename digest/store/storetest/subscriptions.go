package storetest

import (
	"errors"
	"strings"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/store"
)

// a subscription with every field set.
func fullSubscription(id string) store.Subscription {
	return store.Subscription{
		ID: id, Team: "T1", Channel: "C1", Name: "Früh & spät\x00", Days: []time.Weekday{time.Sunday, time.Friday}, At: "08:30",
		Cron: "30 8 * * *", Zone: "Europe/Berlin", Filter: digest.Filter{Topics: []string{"sea wall", "é"}, Mutes: []string{"football"}},
		Size: 3, Language: "en", Quiet: true, Maker: "U1", CatchUp: 2 * time.Hour,
	}
}

func subscribe(t *testing.T, s *store.Store, sub store.Subscription, due time.Time) {
	t.Helper()
	check(t, s.Subscribe(t.Context(), sub, due))
}

func takeDue(t *testing.T, s *store.Store, n int, hold time.Duration) []store.Due {
	t.Helper()
	due, now, err := s.TakeDue(t.Context(), n, hold)
	check(t, err)
	if d := time.Since(now).Abs(); d > time.Minute {
		t.Errorf("the time by Redis is %s away", d)
	}
	return due
}

func testSubscriptions(t *testing.T, open Open) {
	s := open(t, store.Options{})
	one, two := fullSubscription("S1"), store.Subscription{ID: "S2", Channel: "C1", At: "09:00", Zone: "UTC"}
	subscribe(t, s, one, time.Now())
	subscribe(t, s, two, time.Now())
	got, ok, err := s.Subscription(t.Context(), "S1")
	check(t, err)
	equal(t, "the subscription", got, one)
	all, err := s.Subscriptions(t.Context(), "C1")
	check(t, err)
	if !ok || len(all) != 2 {
		t.Errorf("found %v, and %d in the channel, want 2", ok, len(all))
	}
	one.Name, one.Paused = "Evening", "on leave"
	subscribe(t, s, one, time.Now())
	got, _, err = s.Subscription(t.Context(), "S1")
	check(t, err)
	equal(t, "the changed subscription", got, one)
	check(t, s.Unsubscribe(t.Context(), one))
	if _, ok, err := s.Subscription(t.Context(), "S1"); ok || err != nil {
		t.Errorf("a subscription that is forgotten: %v, %v", ok, err)
	}
	if all, err = s.Subscriptions(t.Context(), "C1"); err != nil || len(all) != 1 {
		t.Errorf("%d subscriptions in the channel (%v), want 1", len(all), err)
	}
	if err := s.Subscribe(t.Context(), store.Subscription{ID: "S3"}, time.Now()); err == nil {
		t.Error("no error for a subscription without a channel")
	}
}

func testDue(t *testing.T, open Open) {
	s := open(t, store.Options{})
	now := time.Now().UTC().Truncate(time.Millisecond)
	early, late := now.Add(-2*time.Hour), now.Add(-time.Hour)
	subscribe(t, s, fullSubscription("late"), late)
	subscribe(t, s, fullSubscription("early"), early)
	subscribe(t, s, fullSubscription("later"), now.Add(time.Hour))
	resting := fullSubscription("resting")
	resting.Paused = "on leave"
	subscribe(t, s, resting, early)

	first := takeDue(t, s, 1, time.Minute)
	equal(t, "what is due first", first, []store.Due{{Subscription: fullSubscription("early"), At: early}})
	rest := takeDue(t, s, 9, time.Minute)
	equal(t, "what is due next", rest, []store.Due{{Subscription: fullSubscription("late"), At: late}})
	if again := takeDue(t, s, 9, time.Minute); len(again) != 0 {
		t.Errorf("taken twice: %+v", again)
	}

	check(t, s.Defer(t.Context(), first[0], now))
	if again := takeDue(t, s, 9, time.Minute); len(again) != 1 || again[0].ID != "early" {
		t.Errorf("after it was put off until now, due is %+v", again)
	}
	check(t, s.Advance(t.Context(), first[0], late, true))
	next := takeDue(t, s, 9, time.Minute)
	equal(t, "what is due after it was done", next, []store.Due{{Subscription: fullSubscription("early"), At: late, Last: early}})
	check(t, s.Advance(t.Context(), first[0], now.Add(-time.Minute), true)) // said twice
	check(t, s.Pause(t.Context(), first[0], "no channel"))                  // too late
	if again := takeDue(t, s, 9, time.Minute); len(again) != 0 {
		t.Errorf("moved by who has no say any more: %+v", again)
	}
	check(t, s.Pause(t.Context(), next[0], "no channel"))
	got, _, err := s.Subscription(t.Context(), "early")
	check(t, err)
	if got.Paused != "no channel" {
		t.Errorf("paused: %q", got.Paused)
	}
	if again := takeDue(t, s, 9, time.Millisecond); len(again) != 0 {
		t.Errorf("due while it rests: %+v", again)
	}
	subscribe(t, s, fullSubscription("late"), now.Add(time.Hour)) // while it is looked after
	check(t, s.Advance(t.Context(), rest[0], early, false))
	if again := takeDue(t, s, 9, time.Millisecond); len(again) != 0 {
		t.Errorf("a change got lost: %+v", again)
	}
}

// testDueAgain: who dies with what it took loses it.
func testDueAgain(t *testing.T, open Open) {
	s := open(t, store.Options{})
	subscribe(t, s, fullSubscription("S1"), time.Now().Add(-time.Second))
	if due := takeDue(t, s, 9, time.Millisecond); len(due) != 1 {
		t.Fatalf("due: %+v", due)
	}
	time.Sleep(5 * time.Millisecond)
	if due := takeDue(t, s, 9, time.Minute); len(due) != 1 {
		t.Errorf("due again: %+v", due)
	}
}

func takeRun(t *testing.T, s *store.Store, id store.RunID, hold time.Duration) *store.Run {
	t.Helper()
	r, free, err := s.TakeRun(t.Context(), id, hold)
	check(t, err)
	if r == nil && free.Before(time.Now().Add(-time.Minute)) {
		t.Errorf("held until %s", free)
	}
	return r
}

var runID = store.RunID{Channel: "C1", Subscription: "S1", Slot: "2026-11-24T08:30"}

func testRun(t *testing.T, open Open) {
	s, ctx := open(t, store.Options{}), t.Context()
	r := takeRun(t, s, runID, time.Minute)
	if r == nil || r.Plan != nil || len(r.Begun()) > 0 || r.Attempts != 1 || r.Ended != "" {
		t.Fatalf("a new run is %+v", r)
	}
	if takeRun(t, s, runID, time.Minute) != nil {
		t.Fatal("a run is given twice")
	}
	if other := takeRun(t, s, store.RunID{Channel: "C1", Subscription: "S1", Slot: "2026-11-25T08:30"}, time.Minute); other == nil {
		t.Error("a run keeps one of another slot")
	}
	plan := strings.Repeat("what is posted ", 1000)
	check(t, r.Freeze(ctx, []byte(plan)))
	check(t, r.Intend(ctx, 0))
	check(t, r.Stands(ctx, 0, "C000000001", "1.000001"))
	check(t, r.Intend(ctx, 1))
	check(t, r.Intend(ctx, 2))
	check(t, r.Withdraw(ctx, 2))
	check(t, r.Keep(ctx))
	if !r.Doubt() || len(r.Begun()) != 1 {
		t.Errorf("doubt %v about %v, want it about a message that was begun", r.Doubt(), r.Begun())
	}
	check(t, r.Release(ctx))

	heir := takeRun(t, s, runID, time.Minute)
	if heir == nil || string(heir.Plan) != plan || !heir.Doubt() || heir.Attempts != 2 {
		t.Fatalf("the run that was let go of is %+v", heir)
	}
	channel, posted := heir.Posted()
	equal(t, "what stands", posted, map[int]string{0: "1.000001"})
	equal(t, "what was begun", heir.Begun(), []int{1})
	if channel != "C000000001" || !heir.Since().Equal(r.Since()) || heir.Name() != "S1:2026-11-24T08:30" {
		t.Errorf("channel %q, since %s, name %q", channel, heir.Since(), heir.Name())
	}
	for what, err := range map[string]error{
		"Freeze": r.Freeze(ctx, nil), "Intend": r.Intend(ctx, 3), "Stands": r.Stands(ctx, 1, "C1", "1"), "Keep": r.Keep(ctx),
		"Release": r.Release(ctx), "End": r.End(ctx, "posted", nil),
	} {
		if !errors.Is(err, store.ErrLost) {
			t.Errorf("%s of who lost the run = %v, want %v", what, err, store.ErrLost)
		}
	}
	now := time.Now()
	check(t, heir.End(ctx, "posted", map[string]digest.Told{"00000000000000aa": {First: now, Last: now}}))
	check(t, heir.End(ctx, "refused", nil)) // said twice
	if err := heir.Intend(ctx, 4); !errors.Is(err, store.ErrLost) {
		t.Errorf("Intend of a run that has ended = %v", err)
	}
	ended := takeRun(t, s, runID, time.Minute)
	if ended == nil || ended.Ended != "posted" || ended.Plan != nil {
		t.Fatalf("a run that has ended is %+v", ended)
	}
	told, err := s.Told(ctx, "C1")
	check(t, err)
	if len(told) != 1 {
		t.Errorf("readers were told %v", told)
	}
}

// testRunDies: who dies with a run loses it when its hold ends.
func testRunDies(t *testing.T, open Open) {
	s := open(t, store.Options{})
	r := takeRun(t, s, runID, 300*time.Millisecond)
	for range 5 {
		time.Sleep(80 * time.Millisecond)
		check(t, r.Keep(t.Context()))
	}
	if takeRun(t, s, runID, time.Minute) != nil {
		t.Fatal("a run that is kept is given to another")
	}
	time.Sleep(350 * time.Millisecond)
	if takeRun(t, s, runID, time.Minute) == nil {
		t.Fatal("a run whose holder is dead is not given")
	}
	if err := r.Keep(t.Context()); !errors.Is(err, store.ErrLost) {
		t.Errorf("Keep of who lost the run = %v", err)
	}
}

func testTurns(t *testing.T, open Open) {
	s, ctx := open(t, store.Options{}), t.Context()
	pace := store.Pace{Channel: time.Hour, Workspace: time.Minute}
	turn := func(channel string, reach time.Duration) (time.Duration, bool) {
		wait, granted, err := s.Turn(ctx, "T1", channel, pace, reach)
		check(t, err)
		return wait, granted
	}
	if wait, granted := turn("C1", 0); wait != 0 || !granted {
		t.Errorf("the first turn comes in %s (%v)", wait, granted)
	}
	if wait, granted := turn("C1", time.Hour); granted || wait < 59*time.Minute {
		t.Errorf("a channel that had its turn has the next in %s (%v)", wait, granted)
	}
	if wait, granted := turn("C2", 10*time.Second); granted || wait < 45*time.Second || wait > 50*time.Second {
		t.Errorf("a turn out of reach is %s out (%v)", wait, granted)
	}
	if wait, granted := turn("C2", time.Minute); !granted || wait < 55*time.Second || wait > time.Minute {
		t.Errorf("the second turn comes in %s (%v)", wait, granted)
	}
	if wait, granted, err := s.Turn(ctx, "T2", "C1", pace, 0); wait != 0 || !granted || err != nil {
		t.Errorf("the first turn in another workspace comes in %s (%v, %v)", wait, granted, err)
	}
	check(t, s.Silence(ctx, "T3", "C1", time.Hour, false))
	if wait, granted, err := s.Turn(ctx, "T3", "C1", pace, time.Hour); wait < 59*time.Minute || granted || err != nil {
		t.Errorf("a silent channel has its turn in %s (%v, %v)", wait, granted, err)
	}
	check(t, s.Silence(ctx, "T3", "C1", time.Hour, true))
	if wait, granted, err := s.Turn(ctx, "T3", "C3", pace, 0); wait < 59*time.Minute || granted || err != nil {
		t.Errorf("a silent workspace has its turn in %s (%v, %v)", wait, granted, err)
	}
}
