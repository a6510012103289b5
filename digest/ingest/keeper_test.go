package ingest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/rescue"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
	"newsbot/digest/story"
)

// report is an article of a keeper's test.
type report struct {
	event string
	hours int // since yesterday's midnight
	title string
}

// reports tell of three events; the dam's go on over midnight.
var reports = []report{
	{"dam", 20, "Dam on the Orrin bursts, two valley towns evacuated"},
	{"dam", 22, "Kessel and Vire evacuated as Orrin dam bursts"},
	{"ferry", 21, "Parliament passes the ferry bill by four votes"},
	{"dam", 26, "Two missing after Orrin dam bursts above Kessel and Vire"},
	{"ferry", 30, "Ferry bill passes parliament by four votes"},
	{"lark", 31, "Singer Ilva Brandt wins the Silver Lark"},
	{"dam", 40, "Orrin dam bursts: Kessel and Vire still evacuated"},
}

func yesterday() time.Time { return time.Now().UTC().Truncate(24*time.Hour).AddDate(0, 0, -1) }

func (r report) article(n int) digest.Article {
	a := digest.Article{
		URL: fmt.Sprintf("https://news.example/%s/%d", r.event, n), Source: fmt.Sprint("Outlet ", n), Title: r.title,
		Published: yesterday().Add(time.Duration(r.hours) * time.Hour),
	}
	a.Identify("")
	return a
}

// arrive stores reports, analysed.
func arrive(t *testing.T, z *digest.Analyzer, s *store.Store, articles ...digest.Article) {
	t.Helper()
	if _, err := Run(t.Context(), digest.StreamOf(articles...), z, s, failNever(t)); err != nil {
		t.Fatal(err)
	}
}

func update(t *testing.T, k *Keeper) {
	t.Helper()
	if err := k.Update(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// checkEvents checks that articles are in one story exactly if they are of one
// event, and that every story is found under all the names that it had.
func checkEvents(t *testing.T, s *store.Store, articles []digest.Article) {
	t.Helper()
	event := make(map[string]string)
	for i, a := range articles {
		event[a.ID] = reports[i].event
	}
	for i, a := range articles {
		story, err := s.Story(t.Context(), a.ID)
		if err != nil {
			t.Fatal(err)
		}
		want := 0
		for _, e := range event {
			if e == reports[i].event {
				want++
			}
		}
		if len(story) != want || slices.ContainsFunc(story, func(b digest.Brief) bool { return event[b.ID] != reports[i].event }) {
			t.Errorf("the story of %q:", a.Title)
			for _, b := range story {
				t.Errorf("    %s (in story %s)", b.Title, b.Story)
			}
		}
	}
}

func all() []digest.Article {
	articles := make([]digest.Article, len(reports))
	for i, r := range reports {
		articles[i] = r.article(i)
	}
	return articles
}

func TestKeeper(t *testing.T) {
	z, articles := analyzer(t), all()
	for _, test := range []struct {
		name  string
		order []int
	}{
		{"in order", []int{0, 1, 2, 3, 4, 5, 6}},
		{"late articles", []int{6, 5, 4, 3, 2, 1, 0}},
		{"the middle last", []int{0, 6, 2, 5, 4, 1, 3}},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := storetest.Memory(t, store.Options{})
			one := NewKeeper(s)
			for _, i := range test.order {
				arrive(t, z, s, articles[i])
				update(t, one)
			}
			checkEvents(t, s, articles)
		})
		t.Run(test.name+", a new keeper each time", func(t *testing.T) {
			s := storetest.Memory(t, store.Options{})
			for _, i := range test.order {
				arrive(t, z, s, articles[i])
				update(t, NewKeeper(s))
			}
			checkEvents(t, s, articles)
		})
	}
	t.Run("all at once", func(t *testing.T) {
		s := storetest.Memory(t, store.Options{})
		arrive(t, z, s, articles...)
		update(t, NewKeeper(s))
		checkEvents(t, s, articles)
	})
}

// TestNearest: a book holds the days around one as far as there is room.
func TestNearest(t *testing.T) {
	for _, c := range []struct {
		articles [7]int // of each day; that at hand is the fourth
		want     string
	}{
		{[7]int{1, 1, 1, 1, 1, 1, 1}, "21 22 23 24 25 26 27"},
		{[7]int{9, 9, 9, 2 * mostOpen, 9, 9, 9}, "24"},
		{[7]int{9, 9, mostOpen - 9, 9, 9, 9, 9}, "23 24"},
		{[7]int{9, mostOpen, 9, 9, 9, 9, 9}, "23 24 25"},
	} {
		var days []store.DayState
		for i, n := range c.articles {
			days = append(days, store.DayState{Day: fmt.Sprintf("2026-11-%d", 21+i), Articles: n})
		}
		var got []string
		for _, d := range nearest(days, time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)) {
			got = append(got, d.Day[len("2026-11-"):])
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%v: days %v, want %s", c.articles, got, c.want)
		}
	}
}

// TestKeepers: several processes that take in parts of the news at once keep
// the same stories.
func TestKeepers(t *testing.T) {
	z, articles := analyzer(t), all()
	r := storetest.StartRedis(t)
	s := storetest.At(t, r.URL(), store.Options{})
	var running sync.WaitGroup
	for n := range 3 {
		running.Go(func() {
			k := NewKeeper(s)
			for i, a := range articles {
				if i%3 == n {
					if _, err := Run(t.Context(), digest.StreamOf(a), z, s, failNever(t)); err != nil {
						t.Error(err)
					}
					if err := k.Update(t.Context()); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	running.Wait()
	checkEvents(t, s, articles)
}

// TestKeeperDied: what a keeper left half done, the next one mends: an article
// that a story began with is in another story, the rest of it not yet.
func TestKeeperDied(t *testing.T) {
	z, articles := analyzer(t), all()
	s := storetest.Memory(t, store.Options{})
	arrive(t, z, s, articles...)
	update(t, NewKeeper(s))
	days, err := s.DaysStories(t.Context(), yesterday(), yesterday().AddDate(0, 0, 1))
	if err != nil {
		t.Fatal(err)
	}
	from, to := articles[0].ID, articles[2].ID
	if _, err := s.Place(t.Context(), days[0].Day, days[0].Version, []store.Placement{{Article: from, From: from, To: to}}); err != nil {
		t.Fatal(err)
	}
	next := report{"lark", 41, "Silver Lark goes to singer Ilva Brandt"}.article(99)
	arrive(t, z, s, next)
	update(t, NewKeeper(s))
	story, err := s.Story(t.Context(), articles[6].ID)
	if err != nil {
		t.Fatal(err)
	}
	if len(story) != 6 || story[0].Story != to {
		t.Errorf("the story that was left half moved has %d articles of 6 and is in %s, want %s", len(story), story[0].Story, to)
	}
}

// TestKeeperElder: a story that goes on for longer than a book holds leads to the one that
// it becomes part of under every name, also where its first article is of a day before.
func TestKeeperElder(t *testing.T) {
	z, s := analyzer(t), storetest.Memory(t, store.Options{})
	arriveOn := func(day int, title string) digest.Article {
		a := report{"dam", 24 * day, title}.article(1000 + day*100 + len(title))
		arrive(t, z, s, a)
		return a
	}
	var elder, young []digest.Article
	for day := -8; day <= -1; day++ {
		elder = append(elder, arriveOn(day, fmt.Sprintf("Kessel evacuated, governor Verlin says, day %d", day+9)))
	}
	for i := range 12 {
		young = append(young, arriveOn(0, fmt.Sprintf("Dam on the Orrin bursts after %s of rain", strings.Repeat("many ", i+1))))
	}
	for _, story := range [][]digest.Article{elder, young} {
		for _, a := range story {
			day := a.Published.Format(time.DateOnly)
			days, err := s.DaysStories(t.Context(), a.Published, a.Published)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := s.Place(t.Context(), day, days[0].Version, []store.Placement{{Article: a.ID, To: story[0].ID}}); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, title := range []string{
		"Kessel evacuated as dam on the Orrin bursts, governor Verlin says",
		"Dam on the Orrin bursts after rain: Kessel evacuated, governor Verlin says",
	} {
		arriveOn(0, title)
		update(t, NewKeeper(s))
	}
	names, err := s.StoryNames(t.Context(), []string{elder[0].ID, elder[len(elder)-1].ID, young[0].ID})
	if err != nil {
		t.Fatal(err)
	}
	if names[0] != young[0].ID || names[1] != young[0].ID || names[2] != young[0].ID {
		t.Errorf("the elder story is named %s by its first article and %s by its last, the one that took it in %s, want %s", names[0], names[1], names[2], young[0].ID)
	}
	if all, err := s.Story(t.Context(), elder[0].ID); err != nil || len(all) != len(elder)+len(young)+2 {
		t.Errorf("the story has %d articles (%v), want all %d", len(all), err, len(elder)+len(young)+2)
	}
}

// TestKeeperTends: who tends the stories keeps others from that until it rests, but not
// from an update.
func TestKeeperTends(t *testing.T) {
	z, articles := analyzer(t), all()
	s := storetest.Memory(t, store.Options{})
	one, other := NewKeeper(s), NewKeeper(s)
	tend := func(k *Keeper) {
		t.Helper()
		if err := k.Tend(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	unplaced := func(want int) {
		t.Helper()
		if days, err := storetest.Unplaced(t.Context(), s); err != nil || len(days) != want {
			t.Fatalf("%v have articles in no story (%v), want %d days", days, err, want)
		}
	}
	arrive(t, z, s, articles[0])
	tend(one)
	unplaced(0)
	arrive(t, z, s, articles[1:3]...)
	tend(other)
	unplaced(1)
	tend(one)
	unplaced(0)
	arrive(t, z, s, articles[3:5]...)
	update(t, NewKeeper(s))
	unplaced(0)
	if err := one.Rest(t.Context()); err != nil {
		t.Fatal(err)
	}
	arrive(t, z, s, articles[5:]...)
	tend(other)
	unplaced(0)
	checkEvents(t, s, articles)
}

// TestKeeperHoldsOn: a keeper that reads for long keeps its leases, and leaves off where it
// has lost one.
func TestKeeperHoldsOn(t *testing.T) {
	s := storetest.Memory(t, store.Options{})
	one, other := NewKeeper(s), NewKeeper(s)
	if mine, err := one.take(t.Context(), keeping); !mine || err != nil {
		t.Fatal(mine, err)
	}
	if err := one.holdOn(t.Context()); err != nil {
		t.Error(err)
	}
	if err := one.leases[keeping].Release(t.Context()); err != nil {
		t.Fatal(err)
	}
	if mine, err := other.take(t.Context(), keeping); !mine || err != nil {
		t.Fatal(mine, err)
	}
	if err := one.holdOn(t.Context()); !errors.Is(err, store.ErrConflict) {
		t.Errorf("a lease that another has is held on to: %v", err)
	}
}

// TestKeeperLeavesDamage: an article that cannot be read is not looked for all the time.
func TestKeeperLeavesDamage(t *testing.T) {
	z, s := analyzer(t), storetest.Memory(t, store.Options{})
	k := NewKeeper(s)
	arrive(t, z, s, all()...)
	states, err := s.DayStates(t.Context(), time.Time{}, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	k.left[states[0].Day] = left{states[0], time.Now()}
	update(t, k)
	if days, err := storetest.Unplaced(t.Context(), s); err != nil || len(days) != 1 || days[0] != states[0].Day {
		t.Errorf("%v have articles in no story (%v), want %s, which was left", days, err, states[0].Day)
	}
	k.left[states[0].Day] = left{states[0], time.Now().Add(-tryAgain)}
	update(t, k)
	checkEvents(t, s, all())
}

// A keeper that panics lets go of the stories, and begins anew.
func TestKeeperPanics(t *testing.T) {
	z, articles := analyzer(t), all()
	s := storetest.Memory(t, store.Options{})
	arrive(t, z, s, articles...)
	update(t, NewKeeper(s))
	arrive(t, z, s, report{"lark", 41, "Silver Lark goes to singer Ilva Brandt"}.article(99))
	days, err := s.DaysStories(t.Context(), yesterday().AddDate(0, 0, -openDays), yesterday().AddDate(0, 0, openDays+1))
	if err != nil {
		t.Fatal(err)
	}
	k := NewKeeper(s)
	k.book, k.days = new(story.Book), make(map[string]string) // which has no space for anything
	for _, d := range days {
		k.days[d.Day] = d.Version
	}
	var p *rescue.Panic
	if err := k.Update(t.Context()); !errors.As(err, &p) {
		t.Fatalf("a broken book: %v, want a panic as an error", err)
	}
	began := time.Now()
	update(t, k)
	if took := time.Since(began); took > holdLease/2 {
		t.Errorf("the next update had to wait %s for the stories", took)
	}
}
