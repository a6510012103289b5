package storetest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/store"
)

const (
	holdHost = time.Minute
	allItems = 10_000 // that may be queued at once
)

func addFeeds(t *testing.T, s *store.Store, addresses ...string) []store.Feed {
	t.Helper()
	var feeds []store.Feed
	for _, a := range addresses {
		feeds = append(feeds, store.Feed{Address: a, Source: "Coast Wire", Maker: "U1"})
	}
	added, err := s.AddFeeds(t.Context(), feeds...)
	check(t, err)
	return added
}

func visit(t *testing.T, s *store.Store, host string) *store.Visit {
	t.Helper()
	v, err := s.Visit(t.Context(), host, holdHost)
	check(t, err)
	return v
}

// mustVisit waits for the pause of the host to be over, which in memory takes as
// long as its ticker.
func mustVisit(t *testing.T, s *store.Store, host string) *store.Visit {
	t.Helper()
	for deadline := time.Now().Add(5 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if v := visit(t, s, host); v != nil {
			return v
		}
	}
	t.Fatalf("no feed of %s is due", host)
	return nil
}

// visiting returns a store of one feed, in the middle of a visit.
func visiting(t *testing.T, open Open) (*store.Store, *store.Visit) {
	t.Helper()
	s := open(t, store.Options{})
	addFeeds(t, s, "https://a.example/1")
	return s, mustVisit(t, s, "a.example")
}

// queue queues those of some articles that are new, however many.
func queue(t *testing.T, v *store.Visit, articles []digest.Article) (items int) {
	t.Helper()
	done, err := v.Queue(t.Context(), articles, none, store.Most{Items: allItems})
	check(t, err)
	return done.Items
}

func dueHosts(t *testing.T, s *store.Store) []string {
	t.Helper()
	hosts, err := s.DueHosts(t.Context(), 10)
	check(t, err)
	slices.Sort(hosts)
	return hosts
}

func feedAt(t *testing.T, s *store.Store, address string) store.Feed {
	t.Helper()
	feeds, err := s.Feeds(t.Context())
	check(t, err)
	for _, f := range feeds {
		if f.Address == address {
			return f
		}
	}
	t.Fatalf("no feed %s among %+v", address, feeds)
	return store.Feed{}
}

func testFeeds(t *testing.T, open Open) {
	s := open(t, store.Options{})
	added := addFeeds(t, s, "https://ann:secret@a.example/rss", "https://b.example/rss")
	equal(t, "feeds added", len(added), 2)
	again := addFeeds(t, s, "http://A.example/rss", " https://c.example/rss ")
	equal(t, "feeds added the second time", len(again), 1)
	equal(t, "feeds in another spelling", len(addFeeds(t, s, "http://a.example:80/rss", "https://C.example:443/x/../%72ss")), 0)
	if got := added[0].Public(); got != "https://a.example/rss" {
		t.Errorf("shown as %s", got)
	}
	got := feedAt(t, s, "https://ann:secret@a.example/rss")
	equal(t, "the feed", got, added[0])
	if _, err := s.AddFeeds(t.Context(), store.Feed{Address: "ftp://a.example"}); err == nil {
		t.Error("an address that is none of the web is added")
	}

	named := store.Feed{Address: "https://named.example/rss", Health: store.FeedHealth{Title: "The Named", Site: "https://named.example/"}}
	_, err := s.AddFeeds(t.Context(), named)
	check(t, err)
	got = feedAt(t, s, named.Address)
	equal(t, "what is known of a feed that was never read", got.Health, named.Health)
	check(t, s.RemoveFeed(t.Context(), got))

	check(t, s.PauseFeed(t.Context(), added[0], "too loud"))
	got = feedAt(t, s, added[0].Address)
	equal(t, "state and reason", []string{string(got.State), got.Why}, []string{"paused", "too loud"})
	if visit(t, s, "a.example") != nil {
		t.Error("a paused feed is read")
	}
	check(t, s.ResumeFeed(t.Context(), added[0]))
	mustVisit(t, s, "a.example")
	check(t, s.RemoveFeed(t.Context(), added[1]))
	if visit(t, s, "b.example") != nil {
		t.Error("a removed feed is read")
	}
	feeds, err := s.Feeds(t.Context())
	check(t, err)
	equal(t, "feeds that are left", len(feeds), 2)
}

// testSeedFeeds: what the settings name comes once, and not again once removed.
func testSeedFeeds(t *testing.T, open Open) {
	s := open(t, store.Options{})
	seed := func(addresses ...string) int {
		added, err := s.SeedFeeds(t.Context(), addresses)
		check(t, err)
		return len(added)
	}
	equal(t, "feeds of the settings", seed("https://a.example/rss", "https://b.example/rss"), 2)
	equal(t, "the same again", seed("https://a.example/rss", "https://b.example/rss"), 0)
	check(t, s.RemoveFeed(t.Context(), feedAt(t, s, "https://a.example/rss")))
	equal(t, "one removed, one more named", seed("https://a.example/rss", "https://c.example/rss"), 1)
	equal(t, "added by hand", len(addFeeds(t, s, "https://a.example/rss")), 1)
	equal(t, "one of no more than a host", seed("https://d.example"), 1)
	equal(t, "the same with a slash", seed("https://d.example/")+len(addFeeds(t, s, "http://d.example/")), 0)
	equal(t, "one in another spelling", seed("https://E.example:443/%7erss", "https://e.example/~rss"), 1)

	addFeeds(t, s, "https://f.example/rss")
	next, err := s.UnseededFeeds(t.Context(), []string{"https://a.example/rss", "https://f.example/rss", "https://g.example/rss"})
	check(t, err)
	if len(next) != 1 || next[0].Address != "https://g.example/rss" {
		t.Errorf("still to be added are %v, want g.example alone", next)
	}
	seed("https://f.example/rss")
	check(t, s.RemoveFeed(t.Context(), feedAt(t, s, "https://f.example/rss")))
	equal(t, "one that was added by hand before, and removed", seed("https://f.example/rss"), 0)
}

func testVisits(t *testing.T, open Open) {
	s, ctx := open(t, store.Options{}), t.Context()
	addFeeds(t, s, "https://a.example/1", "https://a.example/2", "https://b.example/1")
	equal(t, "hosts that are due", dueHosts(t, s), []string{"a.example", "b.example"})
	equal(t, "hosts that are due while they are visited", dueHosts(t, s), []string(nil))

	v := mustVisit(t, s, "a.example")
	if visit(t, s, "a.example") != nil {
		t.Fatal("two visit one host")
	}
	if l, alone, err := s.LeaseHost(ctx, "http://A.example:8080/page", holdHost); l != nil || alone != 0 || err != nil {
		t.Fatalf("a host that is visited is given to who wants a page, or left alone for %s (%v)", alone, err)
	}
	at := time.Now().UTC().Truncate(time.Second)
	health := store.FeedHealth{
		Title: "A", Site: "https://a.example/", ETag: `"1"`, LastModified: "Mon", Checked: at, Succeeded: at, Changed: at,
		Failure: "does not answer", Failures: 2, Failing: at, Interval: time.Hour,
	}
	read := store.Reading{Health: health, Next: time.Hour, Pause: 500 * time.Millisecond}
	check(t, v.Settle(ctx, read))
	check(t, v.Settle(ctx, read)) // the answer was lost
	equal(t, "what the visit told", feedAt(t, s, v.Feed.Address).Health, health)
	if visit(t, s, "a.example") != nil {
		t.Error("a host is visited again without a pause")
	}
	second := mustVisit(t, s, "a.example")
	if second.Feed.ID == v.Feed.ID {
		t.Error("a feed is read twice, another one waits")
	}
	if err := v.Settle(ctx, store.Reading{Health: health}); !errors.Is(err, store.ErrVisitLost) {
		t.Errorf("Settle of who lost the host = %v", err)
	}
	if _, err := v.Queue(ctx, articlesOf(v.Feed, 1), none, store.Most{Items: allItems}); !errors.Is(err, store.ErrVisitLost) {
		t.Errorf("Queue of who lost the host = %v", err)
	}
	check(t, second.Settle(ctx, store.Reading{Next: time.Hour, Pause: time.Millisecond}))
	time.Sleep(5 * time.Millisecond)
	equal(t, "hosts that are due when all is read", dueHosts(t, s), []string(nil))
}

// testVisitMeanwhile: what somebody does to a feed while it is read stands.
func testVisitMeanwhile(t *testing.T, open Open) {
	s, ctx := open(t, store.Options{}), t.Context()
	addFeeds(t, s, "https://a.example/1", "https://b.example/1", "https://c.example/1", "https://d.example/1")
	a, b, c, d := mustVisit(t, s, "a.example"), mustVisit(t, s, "b.example"), mustVisit(t, s, "c.example"), mustVisit(t, s, "d.example")
	check(t, s.PauseFeed(ctx, a.Feed, "too loud"))
	check(t, s.RemoveFeed(ctx, b.Feed))
	if _, err := b.Queue(ctx, articlesOf(b.Feed, 2), none, store.Most{Items: allItems}); !errors.Is(err, store.ErrVisitLost) {
		t.Errorf("Queue of a feed that is removed = %v", err)
	}
	soon := store.Reading{Next: time.Millisecond, Pause: time.Millisecond}
	check(t, a.Settle(ctx, soon))
	check(t, b.Settle(ctx, soon))
	gone := soon
	gone.State, gone.Why = store.FeedGone, "the server says so"
	check(t, c.Settle(ctx, gone))
	moved := soon
	moved.MovedTo = "https://e.example/1"
	check(t, d.Settle(ctx, moved))
	time.Sleep(5 * time.Millisecond)
	equal(t, "hosts with a feed to read", dueHosts(t, s), []string{"e.example"})
	got := feedAt(t, s, c.Feed.Address)
	equal(t, "state and reason", []string{string(got.State), got.Why}, []string{"gone", "the server says so"})
	e := mustVisit(t, s, "e.example")
	if e.Feed.ID != d.Feed.ID || e.Feed.Source != "Coast Wire" {
		t.Errorf("the feed that has moved is %+v", e.Feed)
	}
	check(t, s.PauseFeed(ctx, d.Feed, "known by its old address"))
	check(t, e.Settle(ctx, soon))
	check(t, s.ResumeFeed(ctx, d.Feed))
	time.Sleep(5 * time.Millisecond)
	if visit(t, s, "d.example") != nil {
		t.Error("a feed that has moved is read at its old host")
	}
	check(t, mustVisit(t, s, "e.example").Settle(ctx, store.Reading{Next: time.Hour}))
	equal(t, "feeds added under the old and the new address", len(addFeeds(t, s, "https://d.example/1", "https://e.example/1")), 0)
}

func none(digest.Article) bool { return false }

// articlesOf makes up articles of a feed.
func articlesOf(f store.Feed, n int) []digest.Article {
	articles := make([]digest.Article, n)
	for i := range articles {
		articles[i] = digest.Article{
			URL: fmt.Sprintf("%s/%d", f.Public(), i), Source: "Coast Wire", Title: fmt.Sprint("Harbour ", i), Author: "A. Writer",
			Language: "en", Published: time.Now().UTC().Truncate(time.Second), Text: "The harbour closed.", Paywalled: i%2 == 1,
		}
		articles[i].Identify("")
	}
	return articles
}

func nextItems(t *testing.T, s *store.Store, worker string) []store.Item {
	t.Helper()
	items, err := s.NextItems(t.Context(), worker, 1000, 5*time.Millisecond)
	check(t, err)
	return items
}

func backlog(t *testing.T, s *store.Store) int {
	t.Helper()
	n, err := s.Backlog(t.Context())
	check(t, err)
	return n
}

func testQueue(t *testing.T, open Open) {
	ctx := t.Context()
	s, v := visiting(t, open)
	articles := articlesOf(v.Feed, 200)
	queue := func(old func(digest.Article) bool) int {
		done, err := v.Queue(ctx, articles, old, store.Most{Items: allItems})
		check(t, err)
		return done.Items
	}
	equal(t, "items before anything was queued", len(nextItems(t, s, "w1")), 0)
	equal(t, "new items", queue(func(a digest.Article) bool { return a.ID == articles[0].ID }), 199)
	equal(t, "the same again", queue(none), 0)
	for i := range articles {
		articles[i].Published = articles[i].Published.Add(time.Hour)
	}
	equal(t, "dated anew", queue(none), 0)
	articles[1].Text += " It opened."
	equal(t, "one changed", queue(none), 1)
	twin := articles[1]
	twin.Text = "Another text at the same address."
	articles = append(articles, twin)
	equal(t, "one address with two texts", queue(none), 0)
	equal(t, "the same again", queue(none), 0)

	items := nextItems(t, s, "w1")
	equal(t, "items given out", len(items), 200)
	equal(t, "the last", items[199].Article, articles[1])
	if items[0].Feed != v.Feed.ID || items[0].Tries != 1 || time.Since(items[0].Queued).Abs() > time.Minute {
		t.Errorf("an item is %+v", items[0])
	}
	equal(t, "items given out again", len(nextItems(t, s, "w2")), 0)
	for i, it := range items {
		check(t, s.Done(ctx, it, i%2 == 0, 0))
		check(t, s.Done(ctx, it, i%2 == 0, 0)) // the answer was lost
	}
	equal(t, "items left", backlog(t, s), 0)
	f := feedAt(t, s, v.Feed.Address)
	equal(t, "items and those with full text", []int{f.Items, f.Full}, []int{200, 100})
	equal(t, "items a day", f.PerDay(time.Now()), 200.0)

	check(t, v.Settle(ctx, store.Reading{Items: articles[:10], Pause: time.Millisecond}))
	time.Sleep(5 * time.Millisecond)
	v = mustVisit(t, s, "a.example")
	equal(t, "what the feed still holds, after the rest was forgotten", func() int { articles = articles[:10]; return queue(none) }(), 0)
	check(t, s.Leave(ctx, "w1"))
	check(t, s.Leave(ctx, "nobody"))
}

// testQueueSome: of many items the first go in, and the rest the next time.
func testQueueSome(t *testing.T, open Open) {
	ctx := t.Context()
	s, v := visiting(t, open)
	articles := articlesOf(v.Feed, 5)
	known := func(a digest.Article) bool { return a.ID == articles[1].ID }
	for _, want := range []store.Queued{{Items: 2, More: true}, {Items: 2}, {}} {
		done, err := v.Queue(ctx, articles, known, store.Most{Items: 2})
		check(t, err)
		equal(t, "what went in", done, want)
	}
	equal(t, "the order", nextItems(t, s, "w1")[1].Article.ID, articles[2].ID)
}

// testQueueMarked: what has the mark that something had before is that also at another
// address, unless it is not like it.
func testQueueMarked(t *testing.T, open Open) {
	_, v := visiting(t, open)
	day := time.Date(2026, 11, 23, 8, 5, 0, 0, time.UTC)
	first := digest.Article{Mark: "g1", URL: "https://a.example/1?session=1", Title: "The harbour closed", Text: "It closed.", Published: day}
	for _, c := range []struct {
		what   string
		change func(*digest.Article)
		items  int
		url    string
	}{
		{"the first", func(a *digest.Article) {}, 1, first.URL},
		{"another link", func(a *digest.Article) { a.URL = "https://a.example/1?session=2" }, 0, first.URL},
		{"another link, dated anew", func(a *digest.Article) { a.URL += "3"; a.Published = day.Add(time.Hour) }, 0, first.URL},
		{"another link and title", func(a *digest.Article) { a.URL += "4"; a.Published = day.Add(time.Hour); a.Title = "It opened" }, 1, first.URL},
		{"another link and text", func(a *digest.Article) { a.URL += "5"; a.Title = "It opened"; a.Text = "It opened." }, 1, first.URL},
		{"another path", func(a *digest.Article) {
			a.URL, a.Title, a.Text = "https://a.example/session6", "It opened", "It opened."
		}, 0, "https://a.example/session6"},
		{"another path and title", func(a *digest.Article) {
			a.URL, a.Title, a.Text = "https://a.example/opens", "It opens", "It opened."
		}, 1, "https://a.example/opens"},
		{"the first path", func(a *digest.Article) { a.URL += "7"; a.Title = "It opens"; a.Text = "It opened." }, 0, first.URL},
		{"another site's", func(a *digest.Article) { a.URL = "https://b.example/1"; a.Title = "It opens" }, 1, "https://b.example/1"},
		{"another item", func(a *digest.Article) {
			a.URL, a.Title, a.Published = "https://b.example/2", "The road closed", day.Add(2*time.Hour)
		}, 1, "https://b.example/2"},
		{"in another's word", func(a *digest.Article) {
			a.URL, a.Title, a.Via = "https://b.example/3", "The road closed", "a.example"
		}, 1, "https://b.example/3"},
		{"at an address that is too long to be kept", func(a *digest.Article) { a.URL = "https://c.example/" + strings.Repeat("x", 600) }, 1, "https://c.example/" + strings.Repeat("x", 600)},
		{"at another one", func(a *digest.Article) { a.URL = "https://c.example/5" }, 1, "https://c.example/5"},
		{"without the mark", func(a *digest.Article) { a.Mark, a.URL = "", "https://b.example/4" }, 1, "https://b.example/4"},
	} {
		now := first
		c.change(&now)
		now.Identify("")
		articles := []digest.Article{now}
		equal(t, c.what+": items", queue(t, v, articles), c.items)
		want := now
		if want.URL = c.url; digest.SameSite(c.url, first.URL) { // it is what it was at first
			want.URL = first.URL
		}
		want.Identify("")
		want.URL = c.url
		equal(t, c.what, articles[0], want)
	}
}

// testQueueNumbered: a feed that numbers what it holds by its position, and dates it by
// the day or all alike, gives the mark of one item to another, which has its own address.
func testQueueNumbered(t *testing.T, open Open) {
	_, v := visiting(t, open)
	day := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	item := func(mark, path, title string, published time.Time) digest.Article {
		a := digest.Article{Mark: mark, URL: "https://a.example/" + path, Title: title, Text: title + ".", Published: published}
		a.Identify("")
		return a
	}
	for _, c := range []struct {
		what  string
		items []digest.Article
		new   int
	}{
		{"the first", []digest.Article{item("item-1", "harbour", "The harbour closed", day)}, 1},
		{"one more", []digest.Article{item("item-1", "election", "The mayor won", day), item("item-2", "harbour", "The harbour closed", day)}, 1},
		{"another in place of both", []digest.Article{item("item-1", "fire", "The mill burned", day)}, 1},
		{"dated by the day in another zone", []digest.Article{item("item-3", "a", "A", day.Add(-time.Hour))}, 1},
		{"and another", []digest.Article{item("item-3", "b", "B", day.Add(-time.Hour))}, 1},
		{"all dated alike", []digest.Article{item("item-4", "c", "C", day.Add(time.Second)), item("item-5", "d", "D", day.Add(time.Second))}, 2},
		{"and others", []digest.Article{item("item-4", "e", "E", day.Add(time.Second)), item("item-5", "f", "F", day.Add(time.Second))}, 2},
		{"under one title", []digest.Article{item("item-6", "g", "Weather", day)}, 1},
		{"and one more", []digest.Article{item("item-6", "h", "Weather", day), item("item-7", "g", "Weather", day)}, 1},
	} {
		got := slices.Clone(c.items)
		equal(t, c.what+": items", queue(t, v, got), c.new)
		equal(t, c.what, got, c.items)
	}
}

// testQueueOnTheHour: a date on the hour tells an item where the feed gives times, and not days
// alone.
func testQueueOnTheHour(t *testing.T, open Open) {
	_, v := visiting(t, open)
	hour := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	item := func(mark, path string, published time.Time) digest.Article {
		a := digest.Article{Mark: mark, URL: "https://a.example/" + path, Title: path, Text: path, Published: published}
		a.Identify("")
		return a
	}
	first, other, undated := item("g1", "closed", hour), item("g2", "won", hour.Add(5*time.Minute)), item("g3", "burned", time.Time{})
	for _, c := range []struct {
		what    string
		items   []digest.Article
		queued  int
		already bool // the first of them is the first article
	}{
		{"at first", []digest.Article{first, other, undated}, 3, true},
		{"another link and title", []digest.Article{item("g1", "opened", hour), other, undated}, 1, true},
		{"of what has no date", []digest.Article{item("g3", "rebuilt", time.Time{}), other}, 1, false},
		{"of a feed that gives no times", []digest.Article{item("g1", "sank", hour)}, 1, false},
	} {
		equal(t, c.what+": items", queue(t, v, c.items), c.queued)
		equal(t, c.what+": the first article", c.items[0].ID == first.ID, c.already)
	}
}

// testQueueDaily: items of a feed go in on a day, new and changed ones, until they may
// come to take more bytes than there are for it. What they take counts once they are done.
func testQueueDaily(t *testing.T, open Open) {
	now := awayFromMidnight(t)
	s, ctx := open(t, store.Options{Now: func() time.Time { return now }}), t.Context()
	addFeeds(t, s, "https://a.example/1")
	v := mustVisit(t, s, "a.example")
	articles := articlesOf(v.Feed, 12)
	const each = 10 << 10 // bytes that are reserved, more or less
	for i := range articles {
		articles[i].Text = strings.Repeat("The harbour closed. ", each/20/20)
	}
	taken := func() int {
		n, err := s.Taken(ctx, v.Feed.ID)
		check(t, err)
		return n
	}
	queue := func(name string, want store.Queued) {
		t.Helper()
		done, err := v.Queue(ctx, articles, none, store.Most{Items: 100, Daily: 3.5 * 12 << 10})
		check(t, err)
		equal(t, name, done, want)
	}
	done := func(bytes int) {
		for _, it := range nextItems(t, s, "w1") {
			check(t, s.Done(ctx, it, true, bytes))
			check(t, s.Done(ctx, it, true, bytes)) // the answer was lost
		}
	}
	queue("at first", store.Queued{Items: 3, Full: true})
	queue("again", store.Queued{Full: true})
	if n := taken(); n < 3*each || n > 3.5*12<<10 {
		t.Errorf("%d bytes are reserved for three items", n)
	}
	done(100)
	equal(t, "bytes that they take", taken(), 300)
	queue("when they are done", store.Queued{Items: 3, Full: true})
	done(12 << 10)
	articles[0].Text += "It opened."
	queue("changed", store.Queued{Full: true})
	now = now.Add(24 * time.Hour)
	equal(t, "bytes on the next day", taken(), 0)
	queue("the next day", store.Queued{Items: 3, Full: true})
	page := store.Raw{ID: articles[0].ID, Feed: v.Feed.ID, Article: articles[0], Page: []byte("<p>The harbour closed.")}
	before := taken()
	check(t, s.KeepRaw(ctx, page, 3))
	if more := taken() - before; more < len(page.Page) || more > 1<<10 {
		t.Errorf("a page of %d bytes takes %d", len(page.Page), more)
	}
}

// awayFromMidnight returns the present time, when its day goes on for a while.
func awayFromMidnight(t *testing.T) time.Time {
	t.Helper()
	if left := time.Until(time.Now().UTC().Truncate(24*time.Hour).AddDate(0, 0, 1)); left < 10*time.Second {
		time.Sleep(left)
	}
	return time.Now()
}

// testAbandoned: what a worker dies with is given to another, and counted.
func testAbandoned(t *testing.T, open Open) {
	s, ctx := open(t, store.Options{}), t.Context()
	const idle = 200 * time.Millisecond
	abandoned := func(worker string) *store.Item {
		it, err := s.Abandoned(ctx, worker, idle)
		check(t, err)
		return it
	}
	if it := abandoned("w2"); it != nil {
		t.Errorf("abandoned before anything was queued: %+v", it)
	}
	addFeeds(t, s, "https://a.example/1")
	v := mustVisit(t, s, "a.example")
	articles := articlesOf(v.Feed, 2)
	queue(t, v, articles)
	equal(t, "items given out", len(nextItems(t, s, "w1")), 2)
	check(t, s.Leave(ctx, "w1")) // it does not: it has items
	for try := 2; try <= 3; try++ {
		time.Sleep(idle + 10*time.Millisecond)
		it := abandoned("w2")
		if it == nil || it.Tries != try || it.Article.ID != articles[0].ID {
			t.Fatalf("abandoned: %+v, want the first item at its try %d", it, try)
		}
		other := abandoned("w3")
		if other == nil || other.Article.ID != articles[1].ID {
			t.Fatalf("abandoned: %+v, want the second item", other)
		}
		if more := abandoned("w3"); more != nil {
			t.Errorf("abandoned, although somebody has it: %+v", more)
		}
		if try == 3 {
			check(t, s.Bury(ctx, *it, "it cannot be read"))
			check(t, s.Requeue(ctx, *other))
		}
	}
	items := nextItems(t, s, "w2")
	if len(items) != 1 || items[0].Article.ID != articles[1].ID || items[0].Queued.IsZero() {
		t.Fatalf("queued again: %+v", items)
	}
	dead, total, err := s.DeadItems(ctx, 10)
	check(t, err)
	if total != 1 || len(dead) != 1 || dead[0].Why != "it cannot be read" || time.Since(dead[0].When).Abs() > time.Minute {
		t.Fatalf("%d dead items: %+v", total, dead)
	}
	equal(t, "the dead item", dead[0].Article, articles[0])
	check(t, s.Revive(ctx, dead[0]))
	items = nextItems(t, s, "w2")
	if _, total, _ := s.DeadItems(ctx, 10); total != 0 || len(items) != 1 || items[0].Readable() != nil {
		t.Errorf("%d dead items, and revived: %+v", total, items)
	}
}

// testBusyHost: who fetches the pages of a host, each with a long hold, does not
// keep its feed from being read.
func testBusyHost(t *testing.T, open Open) {
	s, ctx := open(t, store.Options{}), t.Context()
	addFeeds(t, s, "https://a.example/1")
	lease, _, err := s.LeaseHost(ctx, "https://a.example/page", holdHost)
	check(t, err)
	if visit(t, s, "a.example") != nil {
		t.Fatal("a host is visited that somebody asks for a page")
	}
	check(t, lease.ReleaseAfter(ctx, time.Millisecond))
	for deadline := time.Now().Add(5 * time.Second); len(dueHosts(t, s)) == 0; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the host is not due long after its page was fetched")
		}
	}
	again := func(want time.Duration) *store.Lease {
		t.Helper()
		l, alone, err := s.LeaseHost(ctx, "https://a.example/page", holdHost)
		check(t, err)
		if alone > want || alone < want/2 {
			t.Errorf("the host is left alone for %s, want %s", alone, want)
		}
		return l
	}
	lease = again(0)
	again(0)
	check(t, lease.ReleaseAfter(ctx, time.Hour))
	again(time.Hour)
	addFeeds(t, s, "https://b.example/1")
	v := mustVisit(t, s, "b.example")
	check(t, v.Settle(ctx, store.Reading{Health: v.Feed.Health, Next: time.Hour, Pause: time.Hour}))
	if l, alone, err := s.LeaseHost(ctx, "https://b.example/page", holdHost); l != nil || alone < time.Hour/2 || err != nil {
		t.Errorf("a host whose feed was read is left alone for %s (%v)", alone, err)
	}
}

// testRest: an item that rests is given out again when it has rested, as it was.
func testRest(t *testing.T, open Open) {
	ctx := t.Context()
	s, v := visiting(t, open)
	queue(t, v, articlesOf(v.Feed, 2))
	first := nextItems(t, s, "w1")
	const rest = 500 * time.Millisecond
	began := time.Now()
	for _, it := range first {
		check(t, s.Rest(ctx, it, rest))
	}
	check(t, s.Rest(ctx, first[0], rest)) // it is off the queue already
	equal(t, "items that rest or wait", backlog(t, s), 2)
	var again []store.Item
	for len(again) < 2 && time.Since(began) < 20*time.Second {
		again = append(again, nextItems(t, s, "w2")...)
		if took := time.Since(began); len(again) > 0 && took < rest-5*time.Millisecond {
			t.Fatalf("an item rested for %s, want %s", took, rest)
		}
	}
	byID := func(a, b store.Item) int { return strings.Compare(a.Article.ID, b.Article.ID) }
	slices.SortFunc(first, byID)
	slices.SortFunc(again, byID)
	for i, it := range again {
		equal(t, "the article", it.Article, first[i].Article)
		equal(t, "when it was queued", it.Queued, first[i].Queued)
		equal(t, "its feed", it.Feed, first[i].Feed)
		check(t, s.Done(ctx, it, true, 0))
	}
	equal(t, "items left", backlog(t, s), 0)
}

// testManyAbandoned: what is under way keeps nothing behind it from being found.
func testManyAbandoned(t *testing.T, open Open) {
	s, ctx := open(t, store.Options{}), t.Context()
	const idle, many = 2 * time.Second, 25
	addFeeds(t, s, "https://a.example/1")
	v := mustVisit(t, s, "a.example")
	queue(t, v, articlesOf(v.Feed, many))
	given, err := s.NextItems(ctx, "w1", many, time.Millisecond)
	check(t, err)
	equal(t, "items given out", len(given), many)
	time.Sleep(idle)
	seen := make(map[string]bool)
	for range many {
		if it, err := s.Abandoned(ctx, "w2", idle); err == nil && it != nil {
			seen[it.Article.ID] = true
		}
	}
	equal(t, "items that were abandoned", len(seen), many)
}

// testPausedAfterMove: a feed that is paused by who knows its old host alone rests.
func testPausedAfterMove(t *testing.T, open Open) {
	s, ctx := open(t, store.Options{}), t.Context()
	known := addFeeds(t, s, "https://a.example/1")[0]
	soon := store.Reading{Next: time.Millisecond, Pause: time.Millisecond}
	moved := soon
	moved.MovedTo = "https://b.example/1"
	check(t, mustVisit(t, s, "a.example").Settle(ctx, moved))
	check(t, s.PauseFeed(ctx, known, "too loud"))
	time.Sleep(5 * time.Millisecond)
	if visit(t, s, "b.example") != nil {
		t.Error("a paused feed is read at its new host")
	}
	equal(t, "hosts with a feed to read", len(dueHosts(t, s)), 0)
	feeds, err := s.Feeds(ctx)
	check(t, err)
	equal(t, "state", feeds[0].State, store.FeedPaused)
}

// testRaw: pages are found by their articles, the last one that was fetched.
func testRaw(t *testing.T, open Open) {
	now := time.Now()
	s, ctx := open(t, store.Options{Now: func() time.Time { return now }}), t.Context()
	articles := articlesOf(store.Feed{Address: "https://a.example/rss"}, 2)
	raw := store.Raw{ID: articles[0].ID, Article: articles[1], Address: "https://a.example/page", ContentType: "text/html", Page: []byte("<p>The harbour closed.")}
	ids := []string{articles[0].ID, articles[1].ID}
	raws := func() map[string]store.Raw {
		found, err := s.Raws(ctx, ids)
		check(t, err)
		return found
	}
	equal(t, "pages before any was kept", len(raws()), 0)
	check(t, s.KeepRaw(ctx, raw, 3))
	now = now.Add(48 * time.Hour)
	later := raw
	later.Page = []byte("<p>The harbour opened.")
	check(t, s.KeepRaw(ctx, later, 3))
	huge := raw
	huge.ID, huge.Page = articles[1].ID, make([]byte, 3<<20)
	check(t, s.KeepRaw(ctx, huge, 3))
	equal(t, "pages that are kept", raws(), map[string]store.Raw{raw.ID: later})
	now = now.Add(24 * time.Hour)
	check(t, s.ForgetRaw(ctx, raw.ID, 3))
	equal(t, "pages after the article came without one", len(raws()), 0)
	dense := raw
	dense.Page = make([]byte, 300<<10)
	rand.NewChaCha8([32]byte{}).Read(dense.Page)
	for name, large := range map[string]store.Raw{"large": huge, "dense": dense} {
		large.ID = raw.ID
		check(t, s.KeepRaw(ctx, raw, 3))
		check(t, s.KeepRaw(ctx, large, 3))
		equal(t, "pages after one that is too "+name, len(raws()), 0)
	}
}

// testFailing: of a feed that fails for long people are told once, and again when
// it has been well in between.
func testFailing(t *testing.T, open Open) {
	now := time.Now().UTC().Truncate(time.Second)
	s, ctx := open(t, store.Options{Now: func() time.Time { return now }}), t.Context()
	addFeeds(t, s, "https://a.example/1", "https://b.example/1", "https://c.example/1")
	settle := func(host string, failures int, since time.Time) {
		t.Helper()
		v := mustVisit(t, s, host)
		check(t, v.Settle(ctx, store.Reading{Health: store.FeedHealth{Failures: failures, Failing: since}, Pause: time.Millisecond}))
	}
	failing := func() []string {
		feeds, err := s.TellFailing(ctx, 24*time.Hour)
		check(t, err)
		var hosts []string
		for _, f := range feeds {
			hosts = append(hosts, f.Host())
		}
		if len(feeds) > 0 {
			check(t, s.ToldFailing(ctx, feeds))
		}
		return hosts
	}
	settle("a.example", 3, now.Add(-25*time.Hour))
	settle("b.example", 3, now.Add(-23*time.Hour))
	equal(t, "feeds to tell of", failing(), []string{"a.example"})
	equal(t, "feeds to tell of again", failing(), []string(nil))
	now = now.Add(2 * time.Hour)
	equal(t, "feeds to tell of two hours later", failing(), []string{"b.example"})
	settle("a.example", 0, time.Time{})
	settle("a.example", 1, now)
	now = now.Add(25 * time.Hour)
	equal(t, "feeds to tell of that fail once more", failing(), []string{"a.example"})
}
