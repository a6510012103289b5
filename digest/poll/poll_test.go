package poll

import (
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
	"unicode/utf8"

	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/render"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

var analyzer = sync.OnceValues(digest.NewAnalyzer)

// newsroom is a store in memory with a poller.
type newsroom struct {
	*testing.T
	store *store.Store
	press *press

	mu      sync.Mutex
	reports []Report
}

func newNewsroom(t *testing.T) *newsroom {
	t.Helper()
	return newsroomWith(t, store.Options{})
}

func newsroomWith(t *testing.T, o store.Options) *newsroom {
	t.Helper()
	s := storetest.Memory(t, o)
	return &newsroom{T: t, store: s, press: newPress(t)}
}

// poller returns a poller that is quick.
func (n *newsroom) poller(change func(*Config)) *Poller {
	n.Helper()
	z, err := analyzer()
	if err != nil {
		n.Fatal(err)
	}
	c := Config{
		Store: n.store, Reader: feed.New(feed.Config{}), Public: feed.New(feed.Config{Public: true}), Analyzer: z,
		Log:   slog.New(slog.NewTextHandler(n.Output(), &slog.HandlerOptions{Level: slog.LevelDebug})),
		Least: 100 * time.Millisecond, Most: time.Second, Pause: time.Millisecond, Look: 10 * time.Millisecond, Idle: 200 * time.Millisecond,
		Report: func(r Report) {
			n.mu.Lock()
			defer n.mu.Unlock()
			n.reports = append(n.reports, r)
		},
	}
	if change != nil {
		change(&c)
	}
	return New(c)
}

// run lets pollers work until something is so.
func (n *newsroom) run(what string, so func() bool, pollers ...*Poller) {
	n.Helper()
	ctx, stop := contextOf(n)
	var working sync.WaitGroup
	for _, p := range pollers {
		working.Go(func() { p.Run(ctx) })
	}
	defer working.Wait()
	defer stop()
	for deadline := time.Now().Add(time.Minute); !so(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			n.Errorf("waited in vain: %s; reports %v", what, n.tally())
			return
		}
	}
}

// tally counts the reports by outcome.
func (n *newsroom) tally() map[string]int {
	n.mu.Lock()
	defer n.mu.Unlock()
	counts := make(map[string]int)
	for _, r := range n.reports {
		counts[r.Outcome]++
	}
	return counts
}

func (n *newsroom) add(papers ...*paper) {
	n.Helper()
	for _, one := range papers {
		if _, err := n.store.AddFeeds(n.Context(), store.Feed{Address: one.address, Vouched: digest.HostPort(one.address)}); err != nil {
			n.Fatal(err)
		}
	}
}

func (n *newsroom) feed(one *paper) store.Feed {
	n.Helper()
	feeds, err := n.store.Feeds(n.Context())
	if err != nil {
		n.Fatal(err)
	}
	id, _ := store.FeedID(one.address)
	i := slices.IndexFunc(feeds, func(f store.Feed) bool { return f.ID == id })
	if i < 0 {
		n.Fatalf("no feed %s", one.address)
	}
	return feeds[i]
}

// articles returns what is stored.
func (n *newsroom) articles() []digest.Article {
	n.Helper()
	var articles []digest.Article
	for e, err := range n.store.Entries(n.Context(), time.Time{}, time.Time{}) {
		if err != nil {
			n.Fatal(err)
		}
		articles = append(articles, e.Article)
	}
	return articles
}

func (n *newsroom) stored(count int) func() bool {
	return func() bool { return len(n.articles()) >= count }
}

// What a feed brings is stored and put into stories; it is asked with its
// validators, more seldom while nothing happens.
func TestNewItems(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	one := n.press.paper(0, 3)
	n.add(one)
	p := n.poller(nil)
	n.run("the first three", n.stored(3), p)
	n.press.print(one)
	n.run("one more, which is in a story", func() bool {
		unplaced, err := storetest.Unplaced(t.Context(), n.store)
		return err == nil && len(unplaced) == 0 && n.stored(4)()
	}, n.poller(nil))
	n.run("readings without news", func() bool { return n.tally()[FeedUnchanged] >= 3 && n.feed(one).Items == 4 }, n.poller(nil))
	f := n.feed(one)
	h := f.Health
	if h.Title != "Coast Wire" || h.Succeeded.IsZero() || h.Changed.IsZero() || h.Failure != "" || h.Interval <= p.Least {
		t.Errorf("the feed's health is %+v", h)
	}
	if f.Items != 4 || f.Full != 4 {
		t.Errorf("%d items were taken in, %d with their full text; want 4 and 4", f.Items, f.Full)
	}
	if now, _ := n.press.find(0); now.same < 3 {
		t.Errorf("asked %d times, %d of them with the right validators", now.asked, now.same)
	}
}

// An item whose link is another at each reading, as its GUID is the same, is one article.
func TestUnsteadyLinks(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	one := n.press.paper(0, 1)
	var asked atomic.Int64
	var more atomic.Bool
	one.answer = func(w http.ResponseWriter) bool {
		text := strings.Repeat("The harbour at Rotterdam closed on Monday. ", 40)
		if more.Load() {
			text += "It will open on Tuesday."
		}
		fmt.Fprintf(w, `<rss><channel><title>Coast Wire</title><item><title>Harbour closes</title><link>%s/a?t=%d</link>`+
			`<guid isPermaLink="false">17</guid><description>%s</description></item></channel></rss>`, one.address, asked.Add(1), text)
		return true
	}
	n.add(one)
	n.run("some readings", func() bool { return n.tally()[FeedUnchanged] >= 3 }, n.poller(nil))
	more.Store(true)
	n.run("a longer text", func() bool {
		stored := n.articles()
		return len(stored) != 1 || strings.HasSuffix(stored[0].Text, "Tuesday.")
	}, n.poller(nil))
	if stored := n.articles(); len(stored) != 1 || stored[0].URL != one.address+"/a?t=1" {
		t.Errorf("stored: %d articles, the first at %s", len(stored), stored[0].URL)
	}
}

// An item that is corrected with its address, as its GUID and date are the same, is the
// article that it was, and its page the one at the address that it has now.
func TestCorrectedAddress(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	one := n.press.paper(0, 1)
	print := func(link, title string) {
		n.press.set(one, func(p *paper) {
			p.answer = func(w http.ResponseWriter) bool {
				fmt.Fprintf(w, `<rss><channel><title>Coast Wire</title><item><title>%s</title><link>%s</link><guid isPermaLink="false">17</guid>`+
					`<pubDate>%s</pubDate></item></channel></rss>`, title, link, "Mon, 23 Nov 2026 09:17:00 GMT")
				return true
			}
		})
	}
	gone := strings.TrimSuffix(one.address, "/0/feed") + "/9/gone" // no paper has that number
	print(gone, "Harbour closes")
	n.add(one)
	n.run("the first form", n.stored(1), n.poller(func(c *Config) { c.Public = insider() }))
	before := n.articles()[0]
	print(one.article(0), headline(0, "0"))
	n.run("the corrected one", func() bool {
		stored := n.articles()
		return len(stored) > 1 || stored[0].Title != before.Title
	}, n.poller(func(c *Config) { c.Public = insider() }))
	stored := n.articles()
	if a := stored[0]; len(stored) != 1 || a.ID != before.ID || a.URL != one.article(0) || !IsFull(a) {
		t.Errorf("stored: %d articles, the first is %s at %s with %d bytes of text; want %s alone, in full at %s",
			len(stored), a.ID, a.URL, len(a.Text), before.ID, one.article(0))
	}
}

// A source keeps the title that it was added with until its feed tells its own.
func TestTitleGiven(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	one := n.press.paper(0, 1)
	one.answer = func(w http.ResponseWriter) bool {
		io.WriteString(w, `[{"title":"Ferry sails","text":"The ferry sailed."}]`)
		return true
	}
	named := store.Feed{Address: one.address, Vouched: digest.HostPort(one.address), Health: store.FeedHealth{Title: "As listed"}}
	if _, err := n.store.AddFeeds(t.Context(), named); err != nil {
		t.Fatal(err)
	}
	n.run("a reading without a title", n.stored(1), n.poller(nil))
	if got := n.feed(one).Name(); got != "As listed" {
		t.Errorf("the source is called %q", got)
	}
	n.press.set(one, func(p *paper) { p.answer = nil })
	n.run("its own title", func() bool { return n.feed(one).Name() == "Coast Wire" }, n.poller(nil))
}

// What a new feed holds is no news: undated items are filed in the past, and an
// archive is not taken in whole.
func TestFirstReading(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	undated, long := n.press.paper(0, 3), n.press.paper(1, 150)
	undated.undated = true
	n.add(undated, long)
	n.run("what is taken in", n.stored(3+firstItems), n.poller(nil))
	n.press.print(undated)
	n.press.print(long)
	n.run("what is new", n.stored(5+firstItems), n.poller(nil))
	recent, newest := 0, ""
	for _, a := range n.articles() {
		if !strings.HasPrefix(a.URL, strings.TrimSuffix(undated.address, "feed")) {
			continue
		}
		if time.Since(a.Seen) < 24*time.Hour {
			recent, newest = recent+1, a.URL
		}
	}
	if recent != 1 || newest != undated.article(3) {
		t.Errorf("%d undated articles count as news, %s; want the one that came later", recent, newest)
	}
	if got := len(n.articles()); got != 5+firstItems {
		t.Errorf("%d articles are stored, want %d", got, 5+firstItems)
	}
}

// Of an answer that breaks off, neither what it has nor what it lacks makes old items
// news, be it the first one or a later one.
func TestCutReading(t *testing.T) {
	t.Parallel()
	const whole, part = 400, 20
	for _, c := range []struct {
		what string
		held []int // items in each answer
	}{
		{"a later one", []int{whole, part, whole}},
		{"the first one", []int{part, whole, whole}},
	} {
		n := newNewsroom(t)
		one := n.press.paper(0, 0)
		var answered atomic.Int32
		one.answer = func(w http.ResponseWriter) bool {
			held := c.held[min(int(answered.Add(1)), len(c.held))-1]
			io.WriteString(w, "<rss><channel><title>Long</title>")
			for k := range held {
				fmt.Fprintf(w, "<item><title>Lighthouse %d is lit</title><guid>light:%d</guid></item>", k, k)
			}
			if held == whole {
				io.WriteString(w, "</channel></rss>")
			}
			return true
		}
		n.add(one)
		n.run("all answers and what they bring", func() bool {
			waiting, err := n.store.Backlog(t.Context())
			return int(answered.Load()) > len(c.held) && err == nil && waiting == 0
		}, n.poller(nil))
		recent := 0
		for _, a := range n.articles() {
			if time.Since(a.Seen) < 24*time.Hour {
				recent++
			}
		}
		if got := len(n.articles()); got != firstItems || recent > 0 {
			t.Errorf("%s breaks off: %d articles are stored, %d as news; want %d and none", c.what, got, recent, firstItems)
		}
		if n.feed(one).Health.Succeeded.IsZero() {
			t.Errorf("%s breaks off: no reading counts as whole", c.what)
		}
	}
}

// A feed that breaks off is read as far as it goes, and says what is wrong with it and
// since when, until it is whole.
func TestBroken(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	one := n.press.paper(0, 0)
	mended := false
	one.answer = func(w http.ResponseWriter) bool {
		io.WriteString(w, "<rss><channel><item><title>Lighthouse is lit</title></item>")
		if mended {
			io.WriteString(w, "</channel></rss>")
		}
		return true
	}
	n.add(one)
	n.run("the item and a second failure", func() bool { return len(n.articles()) == 1 && n.feed(one).Health.Failures >= 2 }, n.poller(nil))
	f := n.feed(one)
	if why := "is broken XML; only what stands before the mistake is read"; f.Well() || f.Health.Failure != why || f.Health.Failing.IsZero() {
		t.Errorf("%+v, want a failure since it began: %q", f.Health, why)
	}
	if tally := n.tally(); tally[FeedChanged] != 1 || tally[FeedFailed] > 0 {
		t.Errorf("reported %v, want one change and no reading that failed", tally)
	}
	n.press.set(one, func(*paper) { mended = true })
	n.run("a reading of it whole", func() bool { return n.feed(one).Well() }, n.poller(nil))
}

// answers returns what gives a status in the place of a feed.
func answers(status int, headers ...string) func(http.ResponseWriter) bool {
	return func(w http.ResponseWriter) bool {
		for i := 0; i < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		w.WriteHeader(status)
		return true
	}
}

// A feed that fails is tried again, later each time; one that asks for a pause
// gets it with its whole host; one that is gone is left alone.
func TestFailures(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	broken, busy, neighbour, gone := n.press.paper(0, 1), n.press.paper(1, 1), n.press.paper(1, 1), n.press.paper(2, 1)
	broken.answer, gone.answer = answers(500), answers(410)
	busy.answer = answers(429, "Retry-After", "1000")
	n.add(broken, busy, gone)
	n.run("failures", func() bool {
		return n.feed(broken).Health.Failures >= 3 && n.feed(busy).Health.Failures == 1 && n.feed(gone).State == store.FeedGone
	}, n.poller(nil))
	h := n.feed(broken).Health
	if !strings.Contains(h.Failure, "500") || strings.Contains(h.Failure, "127.") || h.Failing.IsZero() || !h.Succeeded.IsZero() {
		t.Errorf("the broken feed's health is %+v", h)
	}
	if why := n.feed(gone).Why; why == "" {
		t.Error("nobody says why the feed that is gone is not read")
	}
	n.press.set(broken, func(p *paper) { p.answer = nil })
	n.add(neighbour)
	n.run("the broken feed is mended", func() bool { return n.stored(1)() && !n.feed(broken).Health.Succeeded.IsZero() }, n.poller(nil))
	time.Sleep(300 * time.Millisecond)
	if h := n.feed(broken).Health; h.Failures != 0 || h.Failure != "" || !h.Failing.IsZero() {
		t.Errorf("the mended feed's health is %+v", h)
	}
	if len(n.articles()) != 1 || n.feed(busy).Health.Failures != 1 {
		t.Error("the host that asked for a pause did not get it")
	}
}

// A feed that takes longer than its host may be held fails, like one that does not
// answer: later nobody could note that it was read at all.
func TestTooSlow(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	slow := n.press.paper(0, 1)
	slow.answer = func(http.ResponseWriter) bool {
		time.Sleep(time.Second)
		return false
	}
	n.add(slow)
	p := n.poller(func(c *Config) { c.Hold = 400 * time.Millisecond })
	n.run("the failure to be noted", func() bool { return n.feed(slow).Health.Failures > 0 }, p)
	if why := n.feed(slow).Health.Failure; !strings.Contains(why, "does not answer in time") {
		t.Errorf("it fails because it %s", why)
	}
}

// A feed that has moved for good is read at its new address; if that is another
// feed's, it ends.
func TestMoved(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	inside := func(c *Config) { c.Reader, c.Public = insider(), insider() }
	old, next, twin := n.press.paper(0, 1), n.press.paper(1, 2), n.press.paper(2, 1)
	redirect := answers(308, "Location", next.address)
	old.answer = redirect
	n.add(old)
	n.run("articles at the new address", func() bool { return n.stored(2)() && n.feed(old).Address == next.address }, n.poller(inside))
	n.press.set(twin, func(p *paper) { p.answer = redirect })
	n.add(next, twin)
	feeds, err := n.store.Feeds(t.Context())
	if err != nil || len(feeds) != 2 {
		t.Fatalf("%d feeds (%v), want the one that has moved and its twin", len(feeds), err)
	}
	n.run("the twin ends", func() bool { return n.feed(twin).State == store.FeedGone }, n.poller(inside))
}

// Feeds that people name are read by who may not reach inside.
func TestPeopleReachNoInnerAddress(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	inner := n.press.paper(0, 1)
	if _, err := n.store.AddFeeds(t.Context(), store.Feed{Address: inner.address, Maker: "U1"}); err != nil {
		t.Fatal(err)
	}
	n.run("a refusal", func() bool { return n.feed(inner).Health.Failures > 0 }, n.poller(nil))
	if now, _ := n.press.find(0); now.asked > 0 {
		t.Error("the inner address was asked")
	}
}

// A feed that the operator named may be inside, where it was named: not where it
// moves to, and not when the settings do not name it any more.
func TestNamedHostAlone(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	named, moved, inside := n.press.paper(0, 1), n.press.paper(1, 1), n.press.paper(2, 1)
	moved.answer = func(w http.ResponseWriter) bool {
		w.Header().Set("Location", inside.address)
		w.WriteHeader(http.StatusMovedPermanently)
		return true
	}
	if _, err := n.store.SeedFeeds(t.Context(), []string{named.address, moved.address}); err != nil {
		t.Fatal(err)
	}
	settings := func(c *Config) { c.Vouched = []string{digest.HostPort(named.address), digest.HostPort(moved.address)} }
	n.run("one read and one refused", func() bool {
		return !n.feed(named).Health.Succeeded.IsZero() && n.feed(moved).Health.Failures > 0
	}, n.poller(settings))
	if now, _ := n.press.find(2); now.asked > 0 {
		t.Error("a host was asked that nobody named")
	}
	n.run("a refusal", func() bool { return n.feed(named).Health.Failures > 0 }, n.poller(nil))
}

// Of a teaser the page is fetched, and its host left alone like that of a feed.
func TestFullText(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	one := n.press.paper(0, 5)
	one.teasers = true
	n.add(one)
	const pause = 50 * time.Millisecond
	inner := func(c *Config) { c.Public, c.Pause, c.RawDays = insider(), pause, 1 }
	n.run("five articles", func() bool { return n.feed(one).Items == 5 }, n.poller(inner), n.poller(inner))
	for _, a := range n.articles() {
		if !IsFull(a) || !strings.Contains(a.Text, "six months") {
			t.Errorf("%s has the text %.80q", a.URL, a.Text)
		}
	}
	ids := make([]string, 5)
	for i, a := range n.articles() {
		ids[i] = a.ID
	}
	raws, err := n.store.Raws(t.Context(), ids)
	if err != nil || len(raws) != 5 || !strings.Contains(string(raws[ids[0]].Page), "<article>") || IsFull(raws[ids[0]].Article) {
		t.Errorf("%d pages are kept (%v), want 5", len(raws), err)
	}
	if f := n.feed(one); f.Items != 5 || f.Full != 5 {
		t.Errorf("%d items were taken in, %d with their full text; want 5 and 5", f.Items, f.Full)
	}
	n.press.spared(t, pause)
}

// A host to which others redirect, from feeds and from pages, is spared like any other;
// that it is asked by others is no failure of theirs.
func TestRedirectedHost(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	const pause = 50 * time.Millisecond
	one, first, second, teasing := n.press.paper(0, 2), n.press.paper(1, 1), n.press.paper(2, 1), n.press.paper(3, 2)
	first.answer, second.answer = answers(http.StatusFound, "Location", one.address), answers(http.StatusFound, "Location", one.address)
	teasing.teasers, teasing.leads = true, one.article(0)
	n.add(one, first, second, teasing)
	inner := func(c *Config) {
		c.Reader, c.Public, c.Pause, c.Least, c.Most = insider(), insider(), pause, time.Minute, time.Minute
	}
	n.run("all feeds, and the pages of one", func() bool {
		feeds, err := n.store.Feeds(t.Context())
		return err == nil && n.feed(teasing).Items == 2 &&
			!slices.ContainsFunc(feeds, func(f store.Feed) bool { return f.Health.Succeeded.IsZero() })
	}, n.poller(inner), n.poller(inner))
	if f := n.feed(teasing); f.Full != 2 {
		t.Errorf("%d of 2 articles have the text of the page to which theirs leads", f.Full)
	}
	if failed := n.tally()[FeedFailed]; failed > 0 {
		t.Errorf("%d readings count as failed", failed)
	}
	n.press.spared(t, pause)
}

// What a host asks for to which a feed leads is for that host, and not for the one that
// leads there.
func TestRedirectedPause(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	busy, led, neighbour, own := n.press.paper(0, 1), n.press.paper(1, 1), n.press.paper(1, 1), n.press.paper(0, 1)
	busy.answer = answers(429, "Retry-After", "1000")
	led.answer = answers(http.StatusFound, "Location", busy.address)
	n.add(led)
	inner := func(c *Config) { c.Reader, c.Public = insider(), insider() }
	n.run("a refusal", func() bool { return n.feed(led).Health.Failures == 1 }, n.poller(inner))
	n.add(neighbour, own)
	n.run("the neighbour", func() bool { return !n.feed(neighbour).Health.Succeeded.IsZero() }, n.poller(inner))
	time.Sleep(1500 * time.Millisecond) // more than a pause takes in memory
	if h := n.feed(own).Health; !h.Checked.IsZero() {
		t.Errorf("the host that asked for a pause did not get it: %+v", h)
	}
}

// An article that comes anew with its full text has no former page, which newsbot
// reanalyze would go back to.
func TestFormerPage(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	one := n.press.paper(0, 1)
	one.teasers = true
	n.add(one)
	p := n.poller(func(c *Config) { c.Public, c.RawDays = insider(), 1 })
	pages := func(count int) func() bool {
		return func() bool {
			articles := n.articles()
			if len(articles) != 1 {
				return false
			}
			raws, err := n.store.Raws(t.Context(), []string{articles[0].ID})
			return err == nil && len(raws) == count
		}
	}
	n.run("its page", pages(1), p)
	n.press.set(one, func(p *paper) {
		p.answer = func(w http.ResponseWriter) bool {
			fmt.Fprintf(w, "<rss><channel><item><title>Changed</title><link>%s</link><description>%s</description></item></channel></rss>",
				one.article(0), strings.Repeat("The harbour opened again on Monday. ", 60))
			return true
		}
	})
	n.run("no page", pages(0), n.poller(func(c *Config) { c.Public, c.RawDays = insider(), 1 }))
}

// insider returns a reader for pages on loopback addresses.
func insider() *feed.Reader {
	return feed.New(feed.Config{Public: true, Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")},
		Limits: feed.Limits{Delay: time.Millisecond}})
}

// While too many items wait, no feed is read.
func TestBackPressure(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	n.add(n.press.paper(0, 30))
	reads := n.poller(func(c *Config) { c.Backlog = 10 })
	ctx, stop := contextOf(n)
	var reading sync.WaitGroup
	reading.Go(func() { reads.visitHosts(ctx) }) // nobody takes items in
	waitFor(t, "items in the queue", func() bool { b, _ := n.store.Backlog(t.Context()); return b == 30 })
	late := n.press.paper(1, 1)
	n.add(late)
	time.Sleep(300 * time.Millisecond)
	if now, _ := n.press.find(1); now.asked > 0 {
		t.Error("a feed is read while too many items wait")
	}
	stop()
	reading.Wait()
	n.run("the rest", n.stored(31), n.poller(nil))
}

// No reading of a feed takes in more than so many items; the next ones take the
// rest, though the feed stays as it is.
func TestFlood(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	flood := n.press.paper(0, 1)
	n.add(flood)
	n.run("the first", n.stored(1), n.poller(nil))
	const many = 2*newItems + 50
	n.press.set(flood, func(p *paper) {
		p.answer = func(w http.ResponseWriter) bool {
			w.Header().Set("ETag", `"flood"`)
			io.WriteString(w, "<rss><channel><title>Flood</title>")
			for k := range many {
				fmt.Fprintf(w, "<item><title>Drop %d</title><guid>drop:%d</guid></item>", k, k)
			}
			io.WriteString(w, "</channel></rss>")
			return true
		}
	})
	n.run("all of them", n.stored(1+many), n.poller(nil))
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, r := range n.reports {
		if r.New > newItems {
			t.Errorf("a reading took in %d items, want at most %d", r.New, newItems)
		}
	}
}

// A feed whose pages do not come, from many hosts, leaves workers for other feeds.
func TestPagesThatHang(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	silent, err := net.Listen("tcp4", "0.0.0.0:0") // it takes connections and says nothing
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	port := silent.Addr().(*net.TCPAddr).Port
	slow, quick := n.press.paper(0, 1), n.press.paper(1, 1)
	slow.answer = func(w http.ResponseWriter) bool {
		io.WriteString(w, "<rss><channel><title>Slow</title>")
		for k := range 12 {
			fmt.Fprintf(w, "<item><title>Slow %d</title><link>http://127.9.0.%d:%d/</link></item>", k, k+1, port)
		}
		io.WriteString(w, "</channel></rss>")
		return true
	}
	n.add(slow)
	added := false
	n.run("the quick article", func() bool {
		if waiting, _ := n.store.Backlog(t.Context()); waiting >= 12 && !added {
			n.add(quick)
			added = true
		}
		return slices.ContainsFunc(n.articles(), func(a digest.Article) bool { return a.Source == "Coast Wire" })
	}, n.poller(func(c *Config) {
		c.Public, c.Workers, c.Hold = insider(), 4, 8*time.Second
	}))
	if taken := len(n.articles()) - 1; taken > 2 {
		t.Errorf("%d articles of the slow feed went before that of the quick one", taken)
	}
}

// Of an endless text the first words are taken in, so that a feed of such does not
// fill Redis.
func TestEndlessText(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	endless := n.press.paper(0, 1)
	texts := map[string]string{
		"words": strings.Repeat("All work and no play. ", 20_000), "no words": strings.Repeat("ü", 100_000),
		"many": strings.Repeat("工作", 30_000) + "\n" + strings.Repeat("工作", 30_000),
	}
	endless.answer = func(w http.ResponseWriter) bool {
		io.WriteString(w, "<rss><channel><title>Endless</title>")
		for title, text := range texts {
			fmt.Fprintf(w, "<item><title>%s</title><guid>urn:%s</guid><description>%s</description></item>", title, title, text)
		}
		io.WriteString(w, "</channel></rss>")
		return true
	}
	n.add(endless)
	n.run("the articles", n.stored(len(texts)), n.poller(nil))
	for _, a := range n.articles() {
		if len(a.Text) > mostText || len(a.Text) < mostText/2 || !utf8.ValidString(a.Text) {
			t.Errorf("%s: %d bytes of text are stored, want up to %d of %d", a.Title, len(a.Text), mostText, len(texts[a.Title]))
		}
	}
}

// A page that was kept gives no more text than one that is fetched.
func TestRereadEndlessText(t *testing.T) {
	if testing.Short() {
		t.Skip("no goroutines to race, and long")
	}
	text := strings.Repeat("<p>All work and no play makes Jack a dull boy.</p>", 20_000)
	raw := store.Raw{
		Article: digest.Article{URL: "https://a.example/1", Title: "All work", Text: "All work and no play."},
		Address: "https://a.example/1", ContentType: "text/html", Page: []byte("<html><body><article><h1>All work</h1>" + text + "</article></body></html>"),
	}
	if got := len(Reread(t.Context(), raw).Text); got > mostText || got < mostText/2 {
		t.Errorf("%d bytes of text, want up to %d", got, mostText)
	}
}

// Items whose pages are on a host that asks for a long pause rest until it is over:
// nobody looks at them meanwhile.
func TestPagesThatRest(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	var asked atomic.Int32
	strict := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		asked.Add(1)
		w.Header().Set("Retry-After", "1000")
		w.WriteHeader(http.StatusTooManyRequests)
	}))
	defer strict.Close()
	const items = 12
	teasers := n.press.paper(0, 1)
	teasers.answer = func(w http.ResponseWriter) bool {
		io.WriteString(w, "<rss><channel><title>Strict</title>")
		for k := range items {
			fmt.Fprintf(w, "<item><title>Page %d</title><link>%s/%d</link></item>", k, strict.URL, k)
		}
		io.WriteString(w, "</channel></rss>")
		return true
	}
	n.add(teasers)
	last, since := -1, time.Now()
	n.run("nobody looks at them", func() bool {
		if now := n.tally()[ItemPutOff]; now != last {
			last, since = now, time.Now()
		}
		return last >= items-1 && time.Since(since) > 2*waitHost+time.Second
	}, n.poller(func(c *Config) { c.Public, c.Workers, c.Idle = insider(), 4, time.Minute }))
	if got := asked.Load(); got != 1 {
		t.Errorf("the host was asked %d times, want once", got)
	}
	if waiting, err := n.store.Backlog(t.Context()); waiting != items-1 || err != nil {
		t.Errorf("%d items rest (%v), want %d", waiting, err, items-1)
	}
}

// The address of an article may hold a key, as those of paid feeds do: no log has it.
func TestLogsHoldNoKeys(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	paid := n.press.paper(0, 1)
	paid.answer = func(w http.ResponseWriter) bool {
		io.WriteString(w, "<rss><channel><item><title>Paid</title><link>http://127.0.0.1:1/story?token=s3cret</link></item></channel></rss>")
		return true
	}
	n.add(paid)
	var logged strings.Builder
	n.run("the article", n.stored(1), n.poller(func(c *Config) {
		c.Log = slog.New(slog.NewTextHandler(&logged, &slog.HandlerOptions{Level: slog.LevelDebug}))
	}))
	if said := logged.String(); !strings.Contains(said, "/story") || strings.Contains(said, "s3cret") {
		t.Errorf("want a log of the story without its key:\n%s", said)
	}
}

// An item that cannot be stored is tried again and then given up, with the reason.
func TestDeadItems(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	one := n.press.paper(0, 1)
	n.add(one)
	host := n.feed(one).Host()
	v, err := n.store.Visit(t.Context(), host, time.Minute)
	if err != nil || v == nil {
		t.Fatal(v, err)
	}
	bad := digest.Article{ID: "00000000000000aa", Title: "From the year 20000", Published: time.Date(20_000, 1, 1, 0, 0, 0, 0, time.UTC)}
	blank := digest.Article{URL: "http://127.0.0.1:1/page"}
	blank.Identify("")
	killer := digest.Article{URL: "https://a.example/killer", Title: "What ends every process"}
	killer.Identify("")
	if _, err := v.Queue(t.Context(), []digest.Article{bad, blank, killer}, func(digest.Article) bool { return false }, store.Most{Items: 3}); err != nil {
		t.Fatal(err)
	}
	const tries = 3
	for range tries { // processes that die with the second item
		items, err := n.store.NextItems(t.Context(), "victim", 3, time.Millisecond)
		if err != nil {
			t.Fatal(err)
		}
		for _, it := range items {
			if it.Article.ID != killer.ID {
				n.poller(func(c *Config) { c.Tries = tries }).take(t.Context(), it)
			}
		}
		time.Sleep(30 * time.Millisecond)
		for range 3 {
			if it, err := n.store.Abandoned(t.Context(), "victim", 25*time.Millisecond); err != nil {
				t.Fatal(err)
			} else if it != nil && it.Article.ID != killer.ID {
				n.poller(func(c *Config) { c.Tries = tries }).take(t.Context(), *it)
			}
		}
	}
	n.run("all given up", func() bool { _, total, err := n.store.DeadItems(t.Context(), 9); return err == nil && total == 3 },
		n.poller(func(c *Config) { c.Tries = tries; c.Idle = 20 * time.Millisecond }))
	dead, _, err := n.store.DeadItems(t.Context(), 9)
	if err != nil {
		t.Fatal(err)
	}
	reasons := make(map[string]string)
	for _, d := range dead {
		reasons[d.Article.Title] = d.Why
	}
	if why := reasons[bad.Title]; !strings.Contains(why, "year 20000") {
		t.Errorf("the bad item was given up because %q", why)
	}
	if why := reasons[blank.Title]; !strings.Contains(why, "neither title nor text") {
		t.Errorf("the blank item was given up because %q", why)
	}
	if why := reasons[killer.Title]; !strings.Contains(why, fmt.Sprint("ended ", tries, " times")) {
		t.Errorf("the killer was given up because %q", why)
	}
}

// A feed that brings more than is taken of one in a day waits for the next one, and
// that is told once; another feed has its own share.
func TestDaily(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	flood, other := n.press.paper(0, 50), n.press.paper(1, 3)
	n.add(flood, other)
	log := &lines{Handler: slog.NewTextHandler(t.Output(), nil), counts: make(map[string]int)}
	poller := func(daily int) *Poller {
		return n.poller(func(c *Config) { c.Daily, c.Log, c.Most = daily, slog.New(log), 100*time.Millisecond })
	}
	const daily = 200 << 10 // room for some ten articles
	flooded := func() bool { return n.feed(flood).Health.Capped != time.Time{} }
	n.run("a full day", flooded, poller(daily))
	for range 3 {
		n.press.print(other)
	}
	n.run("all of the other", func() bool { return n.feed(other).Items == 6 }, poller(daily))
	if count := n.feed(flood).Items; count < 3 || count > 20 {
		t.Errorf("%d articles of a feed with 50, where there is room for ten", count)
	}
	if times := log.count("more than is taken"); times != 1 {
		t.Errorf("told %d times of a feed that brings too much, want once", times)
	}
	if trouble := HealthOf(n.feed(flood), time.Now(), render.Reader{Zone: time.UTC}).Trouble; !strings.Contains(trouble, "midnight UTC") {
		t.Errorf("people are told %q", trouble)
	}
	n.run("the rest, where there is room", n.stored(56), poller(100*daily))
}

// A feed that links to the article of another first does not hide it in another day.
func TestForeignDate(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	own, hub := n.press.paper(0, 1), n.press.paper(1, 0)
	hub.answer = func(w http.ResponseWriter) bool {
		fmt.Fprintf(w, "<rss><channel><item><link>%s</link><title>%s</title><description>%s</description><pubDate>Sat, 23 Nov 2019 08:00:00 GMT</pubDate></item></channel></rss>",
			own.article(0), headline(0, "0"), strings.Repeat(body(0, "0")+" ", paragraphs))
		return true
	}
	n.add(hub)
	n.run("the hub's word", n.stored(1), n.poller(nil))
	n.add(own)
	n.run("the outlet's own", func() bool {
		return slices.ContainsFunc(n.articles(), func(a digest.Article) bool { return a.Via == "" })
	}, n.poller(nil))
	briefs, err := n.store.Window(t.Context(), time.Now().AddDate(0, 0, -2), time.Now())
	if err != nil || len(briefs) != 1 || len(n.articles()) != 1 {
		t.Errorf("%d articles of these days, %d in all (%v), want the one", len(briefs), len(n.articles()), err)
	}
}

// A feed that calls itself and its items what another does neither hides nor changes them.
func TestForeignNames(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	own, thief := n.press.paper(0, 0), n.press.paper(1, 0)
	say := func(text string) func(http.ResponseWriter) bool {
		return func(w http.ResponseWriter) bool {
			fmt.Fprintf(w, `<rss><channel><title>Coast Wire</title><link>http://coast-wire.example</link>
				<item><guid isPermaLink="false">17</guid><title>Harbour</title><description>%[1]s</description></item>
				<item><title>Harbour closes</title><description>%[1]s</description></item></channel></rss>`, text)
			return true
		}
	}
	own.answer, thief.answer = say("The harbour closed."), say("The harbour burned down.")
	n.add(thief)
	n.run("the thief's", n.stored(2), n.poller(nil))
	n.add(own)
	n.run("the outlet's own", n.stored(4), n.poller(nil))
}

// A feed of the settings may be called as an outlet is that is known. Of one that somebody added its host is told too.
func TestNameOfTheSettings(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	named, added := n.press.paper(0, 0), n.press.paper(1, 0)
	for _, p := range []*paper{named, added} {
		p.answer = func(w http.ResponseWriter) bool {
			fmt.Fprintf(w, `<rss><channel><title>Reuters Wire</title><link>%s</link><item><title>Harbour</title><description>It closed.</description></item></channel></rss>`, p.address)
			return true
		}
	}
	if _, err := n.store.SeedFeeds(t.Context(), []string{named.address}); err != nil {
		t.Fatal(err)
	}
	if _, err := n.store.AddFeeds(t.Context(), store.Feed{Address: added.address, Maker: "U1"}); err != nil {
		t.Fatal(err)
	}
	n.run("both", n.stored(2), n.poller(func(c *Config) {
		c.Vouched = []string{digest.HostPort(named.address), digest.HostPort(added.address)}
		c.Public = insider()
	}))
	var names []string
	for _, a := range n.articles() {
		names = append(names, a.Source)
	}
	slices.Sort(names)
	if want := []string{"Reuters Wire", "Reuters Wire (" + digest.Site(added.address) + ")"}; !slices.Equal(names, want) {
		t.Errorf("articles by %q, want %q", names, want)
	}
}

// A feed that links to the pages of others neither changes what those say nor speaks in
// their names. Where the page can be read, that is what is told.
func TestForeignLinks(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	own, read, hub := n.press.paper(0, 1), n.press.paper(1, 2), n.press.paper(2, 0)
	n.add(own)
	n.run("the outlet's article", n.stored(1), n.poller(nil))
	lie := strings.Repeat("A minister resigned over bribes, said nobody. ", 30)
	hub.answer = func(w http.ResponseWriter) bool {
		io.WriteString(w, `<rss version="2.0"><channel><title>Coast Wire</title><link>`+strings.TrimSuffix(own.address, "feed")+`</link>`)
		for _, it := range [][3]string{
			{own.article(0), "Minister resigns", lie},
			{read.article(0), "Minister resigns", "So we hear."},
			{read.article(1), headline(1, "1"), "Comments"},
		} {
			fmt.Fprintf(w, "<item><link>%s</link><title>%s</title><description>%s</description><source>Coast Wire</source></item>", it[0], it[1], it[2])
		}
		io.WriteString(w, "</channel></rss>")
		return true
	}
	n.add(hub)
	n.run("the hub's articles", func() bool { // on a busy machine an item may be taken up, and stored, twice
		waiting, err := n.store.Backlog(t.Context())
		return err == nil && waiting == 0 && n.tally()[ItemStored] >= 4
	}, n.poller(func(c *Config) {
		c.Public = feed.New(feed.Config{Public: true, Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}, Limits: feed.Limits{Delay: time.Millisecond}})
	}))
	site := digest.Site(hub.address)
	for _, a := range n.articles() {
		switch lies := strings.Contains(a.Title+a.Text, "Minister resigns"); a.URL {
		case own.article(0):
			if lies || a.Source != "Coast Wire" || a.Via != "" {
				t.Errorf("the outlet's article is %+v", a)
			}
		case read.article(0):
			if !lies || a.Source != "Coast Wire ("+site+")" || a.Via != site {
				t.Errorf("what only the hub says is %+v", a)
			}
		case read.article(1):
			if !IsFull(a) || a.Title != headline(1, "1") || strings.Contains(a.Source, "Coast Wire") || a.Via != digest.Site(read.address) {
				t.Errorf("what the page says is %+v", a)
			}
		}
	}
	if count := len(n.articles()); count != 3 {
		t.Errorf("%d articles, want 3", count)
	}
}

// An article that cannot be analysed ends no process: it is given up at once, and
// said why, and the next one is taken in.
func TestPanic(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	one := n.press.paper(0, 1)
	n.add(one)
	var logged strings.Builder
	broken := n.poller(func(c *Config) {
		c.Analyzer = new(digest.Analyzer)
		c.Log = slog.New(slog.NewTextHandler(&logged, nil))
	})
	n.run("it is given up", func() bool { return n.tally()[ItemDead] > 0 }, broken) // on a busy machine twice
	dead, _, err := n.store.DeadItems(t.Context(), 9)
	if err != nil || len(dead) != 1 || !strings.Contains(dead[0].Why, dead[0].Article.URL) || !strings.Contains(dead[0].Why, "report this as a bug") {
		t.Errorf("given up: %v (%v), want the article with its address and what to do", dead, err)
	}
	if !strings.Contains(logged.String(), "stack=") || !strings.Contains(logged.String(), "(*Analyzer).analyze") {
		t.Errorf("the log has no stack:\n%s", logged.String())
	}
	n.press.print(one)
	n.run("the next article", n.stored(1), n.poller(nil))
	if tally := n.tally(); tally[ItemFailed] > 0 {
		t.Errorf("reports %v, want none tried again", tally)
	}
}

// A process that is told to end leaves nothing behind that others have to wait
// for.
func TestGracefulEnd(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t)
	slow := n.press.paper(0, 2)
	started := make(chan struct{})
	var once sync.Once
	slow.answer = func(http.ResponseWriter) bool {
		once.Do(func() { close(started) })
		time.Sleep(500 * time.Millisecond)
		return false
	}
	n.add(slow)
	n.run("a request", func() bool {
		select {
		case <-started:
			return true
		default:
			return false
		}
	}, n.poller(nil))
	if h := n.feed(slow).Health; h.Failures > 0 || !h.Checked.IsZero() {
		t.Errorf("a reading that was broken off counts: %+v", h)
	}
	n.press.set(slow, func(p *paper) { p.answer = nil })
	began := time.Now()
	n.run("another process reads it", n.stored(2), n.poller(nil))
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("that took %s", took)
	}
}
