package store_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
	"newsbot/digest/ingest"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// damaged is a store with a value that somebody else has put in, or taken away.
type damaged struct {
	*testing.T
	store    *store.Store
	redis    *redis.Client
	articles []store.Entry
	day      string // prefix of its keys
}

func newDamaged(t *testing.T, harm func(d damaged)) damaged {
	r := storetest.StartRedis(t)
	begin := time.Now().UTC().Truncate(day).Add(-day)
	d := damaged{t, storetest.At(t, r.URL(), store.Options{}), client(t, r), storetest.NewGenerator(9, begin, day).Take(5), "newsbot:{" + begin.Format(time.DateOnly) + "}:"}
	d.put(d.articles...)
	d.must(ingest.NewKeeper(d.store).Update(t.Context()))
	for _, id := range []string{"S1", "S2"} {
		d.must(d.store.Subscribe(t.Context(), store.Subscription{ID: id, Team: "T1", Channel: "C1", At: "08:30", Zone: "UTC"}, time.Now()))
	}
	_, err := d.store.AddFeeds(t.Context(), store.Feed{Address: "https://one.example/feed"}, store.Feed{Address: "https://two.example/feed"})
	d.must(err)
	told := digest.Told{First: begin, Last: begin, Points: []string{"It rained."}}
	d.must(d.store.AddTold(t.Context(), "C1", map[string]digest.Told{d.articles[0].Article.ID: told, d.articles[1].Article.ID: told}))
	harm(d)
	return d
}

func (d damaged) must(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

func (d damaged) put(entries ...store.Entry) store.Counts {
	d.Helper()
	counts, err := d.store.PutAll(d.Context(), slices.Values(entries))
	d.must(err)
	return counts
}

func (d damaged) set(key, field, value string) {
	d.Helper()
	if field == "" {
		field = d.redis.HKeys(d.Context(), key).Val()[0]
	}
	d.must(d.redis.HSet(d.Context(), key, field, value).Err())
}

// TestDamage: a value that makes no sense is left out of what is read together with
// it, and what comes again takes its place.
func TestDamage(t *testing.T) {
	ctx := t.Context()
	const nonsense = "\x01no record at all"
	window := func(d damaged) string {
		found, err := d.store.Window(ctx, time.Time{}, time.Time{})
		return fmt.Sprint(len(found), err)
	}
	all := func(d damaged) string {
		n := 0
		for _, err := range d.store.Entries(ctx, time.Time{}, time.Time{}) {
			d.must(err)
			n++
		}
		return fmt.Sprint(n)
	}
	without := func(d damaged) string {
		hits, _, err := d.store.Search(ctx, store.Query{Without: []string{"zyzzyva"}})
		return fmt.Sprint(len(hits), err)
	}
	for _, c := range []struct {
		name string
		harm func(d damaged)
		read func(d damaged) string
		want string
	}{
		{"an article", func(d damaged) { d.set(d.day+"briefs", d.articles[0].Article.ID, nonsense) }, window, "4 <nil>"},
		{"an article, of all", func(d damaged) { d.set(d.day+"briefs", d.articles[0].Article.ID, nonsense) }, all, "4"},
		{"an article of a later version, of the days after its own", func(d damaged) { d.set(d.day+"briefs", d.articles[0].Article.ID, "\xff") }, func(d damaged) string {
			for _, err := range d.store.Entries(ctx, time.Now().UTC().Truncate(day), time.Time{}) {
				return fmt.Sprint("an article, or ", err)
			}
			return "none"
		}, "none"},
		{"an article that comes again", func(d damaged) { d.set(d.day+"briefs", d.articles[0].Article.ID, nonsense) }, func(d damaged) string {
			return fmt.Sprint(d.put(d.articles[0]), window(d), all(d))
		}, "{0 1 0 0}5 <nil>5"},
		{"an article, among those that find their stories", func(d damaged) {
			d.set(d.day+"briefs", d.articles[0].Article.ID, nonsense)
			d.must(d.redis.Del(ctx, d.day+"stories").Err())
		}, func(d damaged) string { return fmt.Sprint(ingest.NewKeeper(d.store).Update(ctx)) }, "<nil>"},
		{"no texts, as where Redis evicts keys", func(d damaged) { d.must(d.redis.Del(ctx, d.day+"texts").Err()) }, func(d damaged) string {
			d.articles[0].Article.Title += ", again"
			return fmt.Sprint(all(d), d.put(d.articles[0]), window(d), all(d))
		}, "0{0 1 0 0}5 <nil>1"},
		{"an article, of a search in texts", func(d damaged) { d.set(d.day+"briefs", d.articles[0].Article.ID, nonsense) }, without, "4 <nil>"},
		{"a text, of a search in texts", func(d damaged) { d.set(d.day+"texts", d.articles[0].Article.ID, nonsense) }, without, "4 <nil>"},
		{"a page", func(d damaged) {
			for _, e := range d.articles[:2] {
				d.must(d.store.KeepRaw(ctx, store.Raw{ID: e.Article.ID, Article: e.Article}, 1))
			}
			d.set("newsbot:raw:{"+time.Now().UTC().Format(time.DateOnly)+"}", d.articles[0].Article.ID, nonsense)
		}, func(d damaged) string {
			raws, err := d.store.Raws(ctx, []string{d.articles[0].Article.ID, d.articles[1].Article.ID})
			_, whole := raws[d.articles[1].Article.ID]
			return fmt.Sprint(len(raws), whole, err)
		}, "1 true <nil>"},
		{"a subscription", func(d damaged) { d.set("newsbot:{plan}:subscriptions", "S1", nonsense) }, func(d damaged) string {
			subs, err := d.store.Subscriptions(ctx, "C1")
			team, teamErr := d.store.TeamSubscriptions(ctx, "T1")
			return fmt.Sprint(len(subs), err, len(team), teamErr)
		}, "1 <nil> 1 <nil>"},
		{"a feed", func(d damaged) { d.set("newsbot:{feeds}:records", "", nonsense) }, func(d damaged) string {
			feeds, err := d.store.Feeds(ctx)
			d.must(err)
			again, err := d.store.AddFeeds(ctx, store.Feed{Address: "https://one.example/feed"}, store.Feed{Address: "https://two.example/feed"})
			return fmt.Sprint(len(feeds), len(again), err)
		}, "1 1 <nil>"},
		{"the health of a feed", func(d damaged) {
			id, _ := store.FeedID("https://one.example/feed")
			d.set("newsbot:{feeds}:health", id, nonsense)
		}, func(d damaged) string {
			feeds, err := d.store.Feeds(ctx)
			d.must(err)
			v, err := d.store.Visit(ctx, "one.example", time.Minute)
			return fmt.Sprint(len(feeds), v != nil, err)
		}, "2 true <nil>"},
		{"what a channel was told", func(d damaged) { d.set("newsbot:told:{C1}", "", nonsense) }, func(d damaged) string {
			told, err := d.store.Told(ctx, "C1")
			return fmt.Sprint(len(told), err)
		}, "1 <nil>"},
		{"a run with a field without a name", func(d damaged) {
			d.must(d.redis.HSet(ctx, "newsbot:run:{C1}:S1:now", "", "x", "m", "y", "i2", "1").Err())
		}, func(d damaged) string {
			r, _, err := d.store.TakeRun(ctx, store.RunID{Channel: "C1", Subscription: "S1", Slot: "now"}, time.Minute)
			d.must(err)
			return fmt.Sprint(r.Begun())
		}, "[2]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.read(newDamaged(t, c.harm)); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// What a later version of the program noted that readers were told stays as it is.
func TestToldLater(t *testing.T) {
	const later = "\xffas a later version has it"
	d := newDamaged(t, func(d damaged) { d.set("newsbot:told:{C1}", d.articles[0].Article.ID, later) })
	for i, refused := range []bool{true, false} {
		told := digest.Told{First: time.Now(), Last: time.Now()}
		err := d.store.AddTold(t.Context(), "C1", map[string]digest.Told{d.articles[i].Article.ID: told})
		if (err != nil) != refused {
			t.Errorf("AddTold of article %d: %v, want an error: %v", i, err, refused)
		}
		if got := d.redis.HGet(t.Context(), "newsbot:told:{C1}", d.articles[0].Article.ID).Val(); got != later {
			t.Errorf("kept is %q, want %q", got, later)
		}
	}
}

// The sources of a day that a former version stored, which did not count them, are
// found in its last articles, also where later ones are counted.
func TestUncountedSources(t *testing.T) {
	d := newDamaged(t, func(d damaged) { d.must(d.redis.Del(t.Context(), d.day+"outlets").Err()) })
	want := map[string]bool{}
	for _, e := range d.articles {
		want[e.Article.Source] = true
	}
	check := func() {
		t.Helper()
		outlets, err := d.store.Outlets(t.Context(), time.Time{}, time.Time{})
		d.must(err)
		got := map[string]bool{}
		for _, o := range outlets {
			got[o.Name] = true
		}
		if !maps.Equal(got, want) {
			t.Errorf("sources are %v, want %v", got, want)
		}
	}
	check()
	changed := d.articles[0]
	changed.Article.Title, changed.Analysis.Entities, changed.Analysis.Points = "Another title", nil, nil
	d.put(changed)
	check()
}
