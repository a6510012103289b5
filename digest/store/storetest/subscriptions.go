package storetest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/store"
)

// a subscription with every field set.
func fullSubscription(id string) store.Subscription {
	return store.Subscription{
		ID: id, Team: "T1", Channel: "C1", Name: "Früh & spät\x00", Days: []time.Weekday{time.Sunday, time.Friday}, At: "08:30",
		Cron: "30 8 * * *", Zone: "Europe/Berlin", Filter: digest.Filter{Topics: []string{"sea wall", "é"}, Stories: []string{"0123456789abcdef"}, Mutes: []string{"football"}},
		Size: 3, Language: "en", Quiet: true, Headlines: true, Maker: "U1", CatchUp: 2 * time.Hour,
		RestsUntil: time.Date(2026, 12, 1, 8, 30, 0, 0, time.UTC), MuteEnds: map[string]time.Time{"football": time.Date(2026, 12, 2, 0, 0, 0, 0, time.UTC)},
	}
}

func subscribe(t *testing.T, s *store.Store, sub store.Subscription, due time.Time) {
	t.Helper()
	check(t, s.Subscribe(t.Context(), sub, due))
}

func takeDue(t *testing.T, s *store.Store, n int, hold time.Duration) []store.Due {
	t.Helper()
	due, now, err := s.TakeDue(t.Context(), false, n, hold)
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
	team, err := s.TeamSubscriptions(t.Context(), "T1")
	check(t, err)
	equal(t, "the subscriptions of the workspace", team, []store.Subscription{one})
	one.Name, one.Paused = "Evening", "on leave"
	subscribe(t, s, one, time.Now())
	got, _, err = s.Subscription(t.Context(), "S1")
	check(t, err)
	equal(t, "the changed subscription", got, one)
	if _, ok, err := s.Ended(t.Context(), "S1"); ok || err != nil {
		t.Errorf("a subscription that goes on has ended: %v (%v)", ok, err)
	}
	check(t, s.Unsubscribe(t.Context(), one))
	if _, ok, err := s.Subscription(t.Context(), "S1"); ok || err != nil {
		t.Errorf("a subscription that is forgotten: %v, %v", ok, err)
	}
	if all, err = s.Subscriptions(t.Context(), "C1"); err != nil || len(all) != 1 {
		t.Errorf("%d subscriptions in the channel (%v), want 1", len(all), err)
	}
	if team, err = s.TeamSubscriptions(t.Context(), "T1"); err != nil || len(team) != 0 {
		t.Errorf("the workspace has %+v (%v), want none", team, err)
	}
	ended, ok, err := s.Ended(t.Context(), "S1")
	check(t, err)
	one.Paused = ""
	equal(t, "the subscription that has ended", ended, one)
	if !ok {
		t.Error("it has not ended")
	}
	if err := s.Subscribe(t.Context(), store.Subscription{ID: "S3"}, time.Now()); err == nil {
		t.Error("no error for a subscription without a channel")
	}
}

// testWished: what the settings asked for is kept beside what became of it.
func testWished(t *testing.T, open Open) {
	s := open(t, store.Options{})
	sub := fullSubscription("S1")
	check(t, s.SetWished(t.Context(), sub))
	got, ok, err := s.Wished(t.Context(), "S1")
	check(t, err)
	equal(t, "the wish", got, sub)
	if _, there, err := s.Subscription(t.Context(), "S1"); !ok || there || err != nil {
		t.Errorf("a wish: %v, subscribed: %v (%v)", ok, there, err)
	}
	check(t, s.SetWished(t.Context(), store.Subscription{ID: "S1"}))
	if _, ok, err := s.Wished(t.Context(), "S1"); ok || err != nil {
		t.Errorf("a wish that is forgotten: %v (%v)", ok, err)
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
	due, err := s.NextDue(t.Context())
	check(t, err)
	equal(t, "when the next one is due, while somebody looks after it", due, early)
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
	check(t, s.Pause(t.Context(), first[0], "no channel", false))           // too late
	if again := takeDue(t, s, 9, time.Minute); len(again) != 0 {
		t.Errorf("moved by who has no say any more: %+v", again)
	}
	check(t, s.Pause(t.Context(), next[0], "no channel", false))
	due, err = s.NextDue(t.Context())
	check(t, err)
	equal(t, "when the next one is due, while another rests", due, now.Add(-time.Hour))
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
	check(t, s.Advance(t.Context(), rest[0], early, true))
	check(t, s.Advance(t.Context(), store.Due{Subscription: rest[0].Subscription, At: early}, early, true)) // an older one
	subscribe(t, s, fullSubscription("late"), late)
	equal(t, "what is due after a change", takeDue(t, s, 9, time.Minute), []store.Due{{Subscription: fullSubscription("late"), At: late, Last: late}})
	check(t, s.Unsubscribe(t.Context(), fullSubscription("late")))
	check(t, s.Advance(t.Context(), rest[0], early, true))
	subscribe(t, s, fullSubscription("late"), late)
	equal(t, "what is due of one that was ended and made again", takeDue(t, s, 9, time.Minute), []store.Due{{Subscription: fullSubscription("late"), At: late}})
}

// change changes a subscription, and when its next digest is due where the time is not zero.
func change(t *testing.T, s *store.Store, id string, due time.Time, edit func(*store.Subscription)) store.Subscription {
	t.Helper()
	sub, err := s.Change(t.Context(), id, func(sub *store.Subscription) (time.Time, error) { edit(sub); return due, nil })
	check(t, err)
	return sub
}

// testChange: a change of what is in a digest leaves one that is due so, also while
// somebody looks after it.
func testChange(t *testing.T, open Open) {
	s := open(t, store.Options{})
	now := time.Now().UTC().Truncate(time.Millisecond)
	was, tomorrow := now.Add(-time.Hour), now.Add(24*time.Hour)
	subscribe(t, s, fullSubscription("S1"), was)
	sub := change(t, s, "S1", time.Time{}, func(sub *store.Subscription) { sub.Mutes = []string{"rugby"} })
	due := takeDue(t, s, 9, time.Minute)
	equal(t, "what is due", due, []store.Due{{Subscription: sub, At: was}})
	change(t, s, "S1", time.Time{}, func(sub *store.Subscription) { sub.Size = 7 })
	if again := takeDue(t, s, 9, time.Minute); len(again) != 0 {
		t.Errorf("taken twice: %+v", again)
	}
	check(t, s.Advance(t.Context(), due[0], tomorrow, true))
	next := func(what string, want time.Time) {
		t.Helper()
		got, err := s.NextDue(t.Context())
		check(t, err)
		equal(t, what, got, want)
	}
	next("when the next one is due", tomorrow)
	change(t, s, "S1", now, func(sub *store.Subscription) { sub.At = "09:00" })
	next("when it is due at another time", now)
	change(t, s, "S1", now, func(sub *store.Subscription) { sub.Paused = "on leave" })
	next("when it is due while it is paused", time.Time{})
	sub = change(t, s, "S1", was, func(sub *store.Subscription) { sub.Paused = "" })
	equal(t, "what is due when it is resumed", takeDue(t, s, 9, time.Minute), []store.Due{{Subscription: sub, At: was, Last: was}})

	refused := errors.New("refused")
	if _, err := s.Change(t.Context(), "S1", func(*store.Subscription) (time.Time, error) { return now, refused }); !errors.Is(err, refused) {
		t.Errorf("Change that is refused = %v", err)
	}
	got, _, err := s.Subscription(t.Context(), "S1")
	check(t, err)
	equal(t, "the subscription", got, sub)
}

// testChangeMeanwhile: what somebody else does to a subscription while it is changed stands.
func testChangeMeanwhile(t *testing.T, open Open) {
	s := open(t, store.Options{})
	mute := func(what string) func(*store.Subscription) {
		return func(sub *store.Subscription) { sub.Mutes = append(slices.Clone(sub.Mutes), what) }
	}
	subscribe(t, s, store.Subscription{ID: "S1", Channel: "C1"}, time.Now())
	var readers sync.WaitGroup
	for i := range 20 {
		readers.Go(func() { change(t, s, "S1", time.Time{}, mute(fmt.Sprint(i))) })
	}
	readers.Wait()
	got, _, err := s.Subscription(t.Context(), "S1")
	check(t, err)
	if len(got.Mutes) != 20 {
		t.Errorf("of 20 mutes that 20 readers add, %d are kept: %v", len(got.Mutes), got.Mutes)
	}

	during := func(what func()) error {
		once := sync.OnceFunc(what)
		_, err := s.Change(t.Context(), "S1", func(sub *store.Subscription) (time.Time, error) {
			once()
			mute("cricket")(sub)
			return time.Time{}, nil
		})
		return err
	}
	check(t, during(func() { check(t, s.Pause(t.Context(), takeDue(t, s, 1, time.Minute)[0], "no channel", false)) }))
	got, _, err = s.Subscription(t.Context(), "S1")
	check(t, err)
	if got.Paused != "no channel" || !slices.Contains(got.Mutes, "cricket") {
		t.Errorf("a subscription that is paused while it is changed: %+v", got)
	}
	if err := during(func() { check(t, s.Unsubscribe(t.Context(), got)) }); !errors.Is(err, store.ErrNoSubscription) {
		t.Errorf("Change of what is ended meanwhile = %v", err)
	}
	if _, there, err := s.Subscription(t.Context(), "S1"); there || err != nil {
		t.Errorf("what was ended is there again (%v)", err)
	}
}

// testDuePersonal: what is due to persons is found apart, and goes the same way.
func testDuePersonal(t *testing.T, open Open) {
	s := open(t, store.Options{})
	due := time.Now().UTC().Add(-time.Minute).Truncate(time.Millisecond)
	watch := store.Subscription{ID: "W1", Channel: "U000000001", Cron: "5 * * * *", Zone: "UTC"}
	subscribe(t, s, watch, due)
	if got := takeDue(t, s, 9, time.Minute); len(got) != 0 {
		t.Errorf("due to channels: %+v", got)
	}
	take := func() []store.Due {
		got, _, err := s.TakeDue(t.Context(), true, 9, time.Minute)
		check(t, err)
		return got
	}
	got := take()
	equal(t, "what is due to persons", got, []store.Due{{Subscription: watch, At: due}})
	check(t, s.Advance(t.Context(), got[0], due.Add(time.Second), true))
	got = take()
	equal(t, "what is due next", got, []store.Due{{Subscription: watch, At: due.Add(time.Second), Last: due}})
	check(t, s.Pause(t.Context(), got[0], "on leave", true))
	subscribe(t, s, watch, due)
	equal(t, "what is due after a rest that a digest began", take(), []store.Due{{Subscription: watch, At: due, Last: due.Add(time.Second)}})
	check(t, s.Unsubscribe(t.Context(), watch))
	if got := take(); len(got) != 0 {
		t.Errorf("due after it was ended: %+v", got)
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

// line is a line of those who want to send.
type line struct {
	t      *testing.T
	s      *store.Store
	budget string
	pace   store.Pace
	turns  map[string]*store.Turn // by their tickets
}

func newLine(t *testing.T, s *store.Store, budget string, pace store.Pace) line {
	return line{t, s, budget, pace, make(map[string]*store.Turn)}
}

// take asks for a turn once.
func (l line) take(channel, ticket string, yield time.Duration) (wait time.Duration, granted bool) {
	l.t.Helper()
	if l.turns[ticket] == nil {
		l.turns[ticket] = &store.Turn{Budget: l.budget, Channel: channel, Ticket: ticket, Yield: yield}
	}
	wait, granted, err := l.s.TakeTurn(l.t.Context(), l.turns[ticket], l.pace)
	check(l.t, err)
	if granted {
		delete(l.turns, ticket)
	}
	return wait, granted
}

// want takes a turn that is the caller's at once.
func (l line) want(channel, ticket string, yield time.Duration) {
	l.t.Helper()
	if wait, granted := l.take(channel, ticket, yield); wait != 0 || !granted {
		l.t.Errorf("%s has its turn in %s (%v), want it now", ticket, wait, granted)
	}
}

// wantWait asks for a turn that is not the caller's yet.
func (l line) wantWait(channel, ticket string, yield, least, most time.Duration) {
	l.t.Helper()
	if wait, granted := l.take(channel, ticket, yield); granted || wait < least || wait > most {
		l.t.Errorf("%s is to ask again in %s (turn %v), want in %s to %s", ticket, wait, granted, least, most)
	}
}

func testTurns(t *testing.T, open Open) {
	s := open(t, store.Options{})
	l := newLine(t, s, "messages", store.Pace{Channel: time.Hour, Workspace: 200 * time.Millisecond})
	l.want("C1", "a", time.Minute)
	l.wantWait("C1", "b", time.Minute, 59*time.Minute, time.Hour) // the channel had its turn
	l.wantWait("C2", "c", time.Minute, time.Millisecond, 200*time.Millisecond)
	l.wantWait("C3", "d", time.Minute, 250*time.Millisecond, 250*time.Millisecond) // asks again before its turn comes
	other := newLine(t, s, "homes", l.pace)
	other.want("C1", "a", 0)
	if wait, granted := l.take("C1", "share", 0); granted || wait > 200*time.Millisecond {
		t.Errorf("who yields to nobody has to wait %s (turn %v) for a channel that is busy, want it first in line", wait, granted)
	}
	time.Sleep(220 * time.Millisecond)
	if wait, granted := l.take("C1", "share", 0); !granted || wait < 59*time.Minute {
		t.Errorf("who yields to nobody has the busy channel's next turn in %s (%v)", wait, granted)
	}

	check(t, s.Silence(t.Context(), "quiet", "C1", time.Hour, false))
	quiet := newLine(t, s, "quiet", l.pace)
	quiet.wantWait("C1", "a", time.Minute, 59*time.Minute, time.Hour)
	quiet.want("C2", "b", time.Minute)
	check(t, s.Silence(t.Context(), "quiet", "C1", time.Hour, true))
	quiet.wantWait("C3", "c", 0, 250*time.Millisecond, 250*time.Millisecond)
}

// testTurnsMadeUp: after a rest some go at once, but not more than would have
// gone in it.
func testTurnsMadeUp(t *testing.T, open Open) {
	l := newLine(t, open(t, store.Options{}), "messages", store.Pace{Workspace: 10 * time.Second, Rest: 20 * time.Second})
	for _, ticket := range []string{"a", "b", "c"} {
		l.want("C1", ticket, 0)
	}
	l.wantWait("C1", "d", 0, 250*time.Millisecond, 250*time.Millisecond)
}

// testTurnsOrder: who yields lets all go first that come within that time, but
// nobody waits for ever.
func testTurnsOrder(t *testing.T, open Open) {
	l := newLine(t, open(t, store.Options{}), "messages", store.Pace{Workspace: 100 * time.Millisecond})
	l.want("C0", "first", 0)
	waiting := []struct {
		ticket string
		yield  time.Duration
	}{{"answer A", 0}, {"answer B", 0}, {"digest", 250 * time.Millisecond}, {"watch", 500 * time.Millisecond}}
	began := time.Now()
	for range 1000 {
		for _, w := range waiting { // somebody who has an answer asks for the next one
			if _, granted := l.take("C-"+w.ticket, w.ticket, w.yield); !granted {
				continue
			}
			if waited := time.Since(began); waited < w.yield {
				t.Errorf("%s has its turn after %s, want the answers of %s first", w.ticket, waited, w.yield)
			}
			if w.ticket == "watch" {
				return
			}
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Error("the watch waits for ever")
}

// testTurnsGone: who does not ask again keeps nobody waiting, and has its place
// back when it does.
func testTurnsGone(t *testing.T, open Open) {
	l := newLine(t, open(t, store.Options{}), "messages", store.Pace{Workspace: 300 * time.Millisecond})
	l.want("C0", "first", 0)
	l.take("C1", "gone", 0)
	l.wantWait("C2", "last", time.Minute, 250*time.Millisecond, 250*time.Millisecond)
	time.Sleep(500 * time.Millisecond)
	l.want("C2", "last", time.Minute)
	l.take("C3", "later", 0)
	l.take("C1", "gone", 0)
	time.Sleep(310 * time.Millisecond)
	l.want("C1", "gone", 0) // though the other one came again before it
}
