package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/store"
)

// fleet is five articles: three of a day, two of the next.
func fleet() []store.Entry {
	var entries []store.Entry
	for i, hours := range []int{-20, -19, -2, 1, 2} {
		st := at(harbour, yesterday().Add(time.Duration(hours)*time.Hour))
		st.slug = fmt.Sprint("fleet", i)
		entries = append(entries, st.entry())
	}
	return entries
}

func idsOf(briefs []digest.Brief) []string {
	var ids []string
	for _, b := range briefs {
		ids = append(ids, b.ID)
	}
	return ids
}

// Unplaced returns the days that have articles which are in no story yet, in order
// ("2026-11-23").
func Unplaced(ctx context.Context, s *store.Store) ([]string, error) {
	states, err := s.DayStates(ctx, time.Time{}, time.Time{})
	var open []string
	for _, d := range states {
		if d.Placed < d.Articles {
			open = append(open, d.Day)
		}
	}
	return open, err
}

func testStories(t *testing.T, open Open) {
	s := open(t, store.Options{})
	entries := fleet()
	id := func(i int) string { return entries[i].Article.ID }
	yesterday, now := yesterday().AddDate(0, 0, -1), yesterday()
	dayName := func(d time.Time) string { return d.Format(time.DateOnly) }
	unplaced := func() []string {
		days, err := Unplaced(t.Context(), s)
		check(t, err)
		return days
	}
	story := func(i int) []string {
		briefs, err := s.Story(t.Context(), id(i))
		check(t, err)
		return idsOf(briefs)
	}
	place := func(d time.Time, version string, placements ...store.Placement) string {
		next, err := s.Place(t.Context(), dayName(d), version, placements)
		check(t, err)
		return next
	}

	equal(t, "days with unplaced articles of an empty store", unplaced(), []string(nil))
	putAll(t, s, entries...)
	equal(t, "days with unplaced articles", unplaced(), []string{dayName(yesterday), dayName(now)})
	if _, err := s.Story(t.Context(), id(0)); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("Story of an unplaced article: error %v, want ErrNotFound", err)
	}

	first := place(yesterday, "", store.Placement{Article: id(0), To: id(0)}, store.Placement{Article: id(1), To: id(0)}, store.Placement{Article: id(2), To: id(2)})
	second := place(now, "", store.Placement{Article: id(3), To: id(2)}, store.Placement{Article: id(4), To: id(4)})
	equal(t, "days with unplaced articles after placing", unplaced(), []string(nil))
	equal(t, "story of two articles", story(1), []string{id(0), id(1)})
	equal(t, "story over midnight", story(2), []string{id(2), id(3)})
	equal(t, "story by its later article", story(3), []string{id(2), id(3)})
	equal(t, "put of a placed article again", putAll(t, s, entries[3]), unchanged)

	states, err := s.DayStates(t.Context(), yesterday, now.Add(24*time.Hour))
	check(t, err)
	equal(t, "states of the days", states, []store.DayState{{Day: dayName(yesterday), Version: first, Articles: 3, Placed: 3}, {Day: dayName(now), Version: second, Articles: 2, Placed: 2}})
	elsewhere, err := s.Elsewhere(t.Context(), []string{id(0), id(2), id(4)}, func(day string) bool { return day == dayName(now) })
	check(t, err)
	equal(t, "the stories on another day", elsewhere, []store.DayStories{
		{Day: dayName(yesterday), Version: first, Articles: []store.Placed{{ID: id(0), Story: id(0)}, {ID: id(1), Story: id(0)}, {ID: id(2), Story: id(2)}}},
	})
	days, err := s.DaysStories(t.Context(), yesterday, now)
	check(t, err)
	equal(t, "the days", days, []store.DayStories{
		{Day: dayName(yesterday), Version: first, Articles: []store.Placed{{ID: id(0), Story: id(0)}, {ID: id(1), Story: id(0)}, {ID: id(2), Story: id(2)}}},
		{Day: dayName(now), Version: second, Articles: []store.Placed{{ID: id(3), Story: id(2)}, {ID: id(4), Story: id(4)}}},
	})
	var stories []string
	for _, b := range window(t, s, time.Time{}, time.Time{}) {
		stories = append(stories, b.Story)
	}
	equal(t, "stories of the articles in the window", stories, []string{id(0), id(0), id(2), id(2), id(4)})

	if _, err := s.Place(t.Context(), dayName(yesterday), "", []store.Placement{{Article: id(0), From: id(0), To: id(4)}}); !errors.Is(err, store.ErrConflict) {
		t.Errorf("Place with an old version: error %v, want ErrConflict", err)
	}
	if _, err := s.Place(t.Context(), "2001-01-01", "", []store.Placement{{Article: id(0), To: id(0)}}); !errors.Is(err, store.ErrConflict) {
		t.Errorf("Place in a day without articles: error %v, want ErrConflict", err)
	}
	place(now, second, store.Placement{Article: id(3), From: id(2), To: id(0)}, store.Placement{Article: id(4), From: id(4), To: id(0)})
	place(yesterday, first, store.Placement{Article: id(2), From: id(2), To: id(0)})
	for i := range entries {
		equal(t, fmt.Sprint("merged story by article ", i), story(i), []string{id(0), id(1), id(2), id(3), id(4)})
	}
	for _, odd := range []string{"", "x", "0123456789abcdef", "{2026-01-01}0000"} {
		if _, err := s.Story(t.Context(), odd); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("Story(%q): error %v, want ErrNotFound", odd, err)
		}
	}
}

// testStoriesMany: a day with more articles than one script places.
func testStoriesMany(t *testing.T, open Open) {
	if testing.Short() {
		t.Skip("no goroutines to race, and long")
	}
	s := open(t, store.Options{})
	putAll(t, s, NewGenerator(5, yesterday(), 20*time.Hour).Take(1200)...)
	var placements []store.Placement
	briefs := window(t, s, time.Time{}, time.Time{})
	unplaced := func(placed int) []string {
		t.Helper()
		states, err := s.DayStates(t.Context(), time.Time{}, time.Time{})
		check(t, err)
		equal(t, "articles of the day", states[0].Articles, len(briefs))
		equal(t, "those in stories", states[0].Placed, placed)
		ids, err := s.UnplacedOf(t.Context(), states[0])
		check(t, err)
		return ids
	}
	equal(t, "articles in no story", unplaced(0), idsOf(briefs))
	for _, b := range briefs {
		placements = append(placements, store.Placement{Article: b.ID, To: briefs[0].ID})
	}
	today := yesterday().Format(time.DateOnly)
	version, err := s.Place(t.Context(), today, "", placements[1:])
	check(t, err)
	equal(t, "the first article, in no story", unplaced(len(briefs)-1), idsOf(briefs[:1]))
	version, err = s.Place(t.Context(), today, version, placements[:1])
	check(t, err)
	equal(t, "articles in no story, of those that all are", unplaced(len(briefs)), []string(nil))
	story, err := s.Story(t.Context(), briefs[7].ID)
	check(t, err)
	equal(t, "the story", idsOf(story), idsOf(briefs))
	if version == "" {
		t.Error("no version after placing")
	}
}

func testLease(t *testing.T, open Open) {
	s := open(t, store.Options{})
	take := func(name string) *store.Lease {
		l, err := s.Lease(t.Context(), name, time.Minute)
		check(t, err)
		return l
	}
	mine := take("work")
	if mine == nil {
		t.Fatal("a free lease is not given")
	}
	if take("work") != nil {
		t.Error("a lease is given twice")
	}
	other := take("other work")
	if other == nil {
		t.Error("a lease keeps one of another name")
	}
	check(t, mine.Release(t.Context()))
	next := take("work")
	if next == nil {
		t.Fatal("a lease that was given back is not given")
	}
	check(t, mine.Release(t.Context()))
	if take("work") != nil {
		t.Error("a lease was ended by its former holder")
	}
}

// testLeaseShared: a lease is held by all who agree on its terms.
func testLeaseShared(t *testing.T, open Open) {
	s := open(t, store.Options{})
	take := func(terms, want string, hold time.Duration) *store.Lease {
		t.Helper()
		l, held, err := s.LeaseShared(t.Context(), "work", terms, hold)
		check(t, err)
		if held != want || (l != nil) != (terms == want) {
			t.Errorf("taken on the terms %q: %v, held on %q, want %q", terms, l != nil, held, want)
		}
		found, err := s.LeaseTerms(t.Context(), "work")
		check(t, err)
		equal(t, "terms", found, want)
		return l
	}
	mine := take("at 08:30", "at 08:30", time.Minute)
	take("at 09:00", "at 08:30", time.Minute)
	also := take("at 08:30", "at 08:30", time.Minute)
	check(t, mine.Release(t.Context()))
	check(t, also.Release(t.Context()))
	take("at 09:00", "at 09:00", time.Minute)
}

func testTold(t *testing.T, open Open) {
	s := open(t, store.Options{})
	told := func() map[string]digest.Told {
		got, err := s.Told(t.Context(), "C1")
		check(t, err)
		return got
	}
	equal(t, "what a channel that got nothing was told", told(), map[string]digest.Told{})
	now := yesterday().Add(90 * time.Minute)
	entries := fleet()
	first, second := entries[0].Article.ID, entries[2].Article.ID
	old := digest.Told{First: now.AddDate(0, 0, -30), Last: now.AddDate(0, 0, -15), Points: []string{"forgotten"}}
	one := digest.Told{First: now.AddDate(0, 0, -2), Last: now.AddDate(0, 0, -1), Heard: 3, Points: []string{"The harbour closed.", "Ships wait."}}
	two := digest.Told{First: now.AddDate(0, 0, -1), Last: now, Heard: 200, Points: []string{"\x00 é"}}
	tell := func(slot string, told map[string]digest.Told) {
		r := takeRun(t, s, store.RunID{Channel: "C1", Subscription: "S1", Slot: slot}, time.Minute)
		check(t, r.End(t.Context(), "posted", told))
	}
	tell("1", map[string]digest.Told{first: one, "00000000000000aa": old})
	tell("2", map[string]digest.Told{second: two})
	equal(t, "what it was told", told(), map[string]digest.Told{first: one, second: two})

	putAll(t, s, entries...)
	yesterday := yesterday().AddDate(0, 0, -1).Format(time.DateOnly)
	version, err := s.Place(t.Context(), yesterday, "", []store.Placement{{Article: first, To: first}, {Article: second, To: first}})
	check(t, err)
	both := digest.Told{First: one.First, Last: two.Last, Heard: two.Heard, Points: append(append([]string{}, one.Points...), two.Points...)}
	equal(t, "what it was told of two stories that are one", told(), map[string]digest.Told{first: both})

	// The article that made them one has a story of its own again: what was told of it goes with it.
	third := entries[1].Article.ID
	parted := digest.Told{First: now, Last: now, Heard: 2, Points: []string{"A ferry sank."}, Articles: []string{third, first}}
	check(t, s.AddTold(t.Context(), "C2", map[string]digest.Told{third: parted}))
	_, err = s.Place(t.Context(), yesterday, version, []store.Placement{{Article: third, To: third}, {Article: second, From: first, To: second}, {Article: first, From: first, To: second}})
	check(t, err)
	other, err := s.Told(t.Context(), "C2")
	check(t, err)
	moved := parted
	moved.Moved = 1
	equal(t, "what was told of a story that was taken apart", other, map[string]digest.Told{third: parted, second: moved})
	equal(t, "what it was told of two stories that are one by another name", told(), map[string]digest.Told{second: both})
	check(t, s.AddTold(t.Context(), "C3", map[string]digest.Told{first: {First: now, Last: now, Heard: 1, Points: []string{"a"}}, second: {First: now, Last: now, Heard: 2, Points: []string{"b"}}}))
	once, err := s.Told(t.Context(), "C3")
	check(t, err)
	for range 9 {
		again, err := s.Told(t.Context(), "C3")
		check(t, err)
		equal(t, "what was told at one time, asked again", again, once)
	}
	first = second

	check(t, s.AddTold(t.Context(), "C1", nil))
	check(t, s.AddTold(t.Context(), "C1", map[string]digest.Told{"00000000000000bb": one}))
	equal(t, "what it was told with what is added", told(), map[string]digest.Told{first: both, "00000000000000bb": one})
}

// testToldTogether: of digests of one channel that are put together at one time, none
// takes away what readers were told of a story by the others.
func testToldTogether(t *testing.T, open Open) {
	s := open(t, store.Options{})
	const story = "00000000000000aa"
	now := yesterday()
	before := digest.Told{First: now.AddDate(0, 0, -2), Last: now.AddDate(0, 0, -1), Points: []string{"The harbour closed."}}
	check(t, s.AddTold(t.Context(), "C1", map[string]digest.Told{story: before}))
	want := []string{"The harbour closed."}
	var writers sync.WaitGroup
	for i := range 8 {
		// Each run is of another subscription, so that no hold keeps them apart.
		r := takeRun(t, s, store.RunID{Channel: "C1", Subscription: fmt.Sprint(i), Slot: "1"}, time.Minute)
		point := fmt.Sprintf("Ship %d waits.", i)
		want = append(want, point)
		told := digest.Told{First: before.First, Last: now.Add(time.Duration(i) * time.Second), Points: []string{"The harbour closed.", point}}
		writers.Go(func() {
			write := func() error { return r.End(t.Context(), "posted", map[string]digest.Told{story: told}) }
			if i%2 == 1 {
				write = func() error { return s.AddTold(t.Context(), "C1", map[string]digest.Told{story: told}) }
			}
			if err := write(); err != nil {
				t.Errorf("writer %d: %v", i, err)
			}
		})
	}
	writers.Wait()
	told, err := s.Told(t.Context(), "C1")
	check(t, err)
	got := told[story]
	slices.Sort(got.Points)
	slices.Sort(want)
	equal(t, "what the channel was told", got, digest.Told{First: before.First, Last: now.Add(7 * time.Second), Points: want})
}

// testHidden: a story that became part of another one stays hidden, and is shown
// again, under the other's name.
func testHidden(t *testing.T, open Open) {
	s := open(t, store.Options{})
	hidden := func(what string, want ...string) {
		t.Helper()
		got, err := s.Hidden(t.Context(), "C1")
		check(t, err)
		equal(t, what, got, want)
	}
	hidden("what nobody hid")
	entries := fleet()
	first, second := entries[0].Article.ID, entries[2].Article.ID
	check(t, s.Hide(t.Context(), "C1", second))
	check(t, s.Hide(t.Context(), "C1", second))
	check(t, s.Hide(t.Context(), "C2", first))
	hidden("what is hidden", second)
	putAll(t, s, entries...)
	yesterday := yesterday().AddDate(0, 0, -1).Format(time.DateOnly)
	_, err := s.Place(t.Context(), yesterday, "", []store.Placement{{Article: first, To: first}, {Article: second, To: first}})
	check(t, err)
	hidden("a hidden story that became part of another", first)
	check(t, s.Unhide(t.Context(), "C1", first))
	hidden("what is shown again")
}
