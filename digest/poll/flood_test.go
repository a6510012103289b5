package poll

import (
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// invented returns a word of letters by chance.
func invented() string {
	b := make([]byte, 4+rand.IntN(6))
	for i := range b {
		b[i] = "bcdfghklmnprstvz"[rand.IntN(16)]
		if i%2 == 1 {
			b[i] = "aeiou"[rand.IntN(5)]
		}
	}
	return strings.ToUpper(string(b[:1])) + string(b[1:])
}

// namesOnly returns a text of so many bytes that is nearly all names, each another one.
func namesOnly(bytes int) string {
	var b strings.Builder
	for b.Len() < bytes {
		fmt.Fprintf(&b, "The minister %s %s said in %s on Monday that %s Corporation had met %s %s there. ",
			invented(), invented(), invented(), invented(), invented(), invented())
	}
	return b.String()
}

// flood answers with a feed of 40 items with texts of so many bytes, which change every time.
func flood(number, bytes int) func(http.ResponseWriter) bool {
	var texts [40]string
	for i := range texts {
		texts[i] = namesOnly(bytes)
	}
	return func(w http.ResponseWriter) bool {
		io.WriteString(w, "<rss><channel>")
		for i, text := range texts {
			fmt.Fprintf(w, "<item><title>%s number %d</title><link>/%d/%d</link><description>%s</description></item>", invented(), i, number, i, text)
		}
		io.WriteString(w, "</channel></rss>")
		return true
	}
}

// TestFullDay: whatever a feed brings, and changes at every reading, it takes of Redis on a
// day what one feed may, and others have theirs.
func TestFullDay(t *testing.T) {
	if testing.Short() {
		t.Skip("the races are those of the other tests, and it is long")
	}
	t.Parallel()
	server := storetest.StartRedis(t)
	s := storetest.At(t, server.URL(), store.Options{})
	n := &newsroom{T: t, store: s, press: newPress(t)}
	const daily = 3 << 20
	used := func() int64 {
		c, err := s.Checkup(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return c.Memory
	}
	empty := used()
	floods := []*paper{n.press.paper(0, 0), n.press.paper(1, 0)}
	floods[0].answer = flood(0, 60<<10)
	floods[1].answer = flood(1, 5<<10)
	other := n.press.paper(2, 20)
	n.add(floods[0], floods[1], other)
	began := time.Now()
	n.run("full days", func() bool {
		full := !n.feed(floods[0]).Health.Capped.IsZero() && !n.feed(floods[1]).Health.Capped.IsZero()
		return full && n.feed(other).Items == 20 && time.Since(began) > 5*time.Second // and they go on
	}, n.poller(func(c *Config) { c.Daily = daily }), n.poller(func(c *Config) { c.Daily = daily }))
	more := used() - empty
	if more > 2*2*daily {
		t.Errorf("two floods take %d KB of Redis, where each may take %d", more>>10, daily>>10)
	}
}

// TestNearlyFull: Redis is never so full of news that nothing else has room in it, and
// news is taken in again when there is room.
func TestNearlyFull(t *testing.T) {
	if testing.Short() {
		t.Skip("the races are those of the other tests, and it is long")
	}
	t.Parallel()
	server := storetest.StartRedis(t, "--maxmemory", "100mb")
	s := storetest.At(t, server.URL(), store.Options{})
	client := redis.NewClient(&redis.Options{Addr: server.Addr()})
	defer client.Close()
	if err := client.SetRange(t.Context(), "of others", 85<<20, " ").Err(); err != nil {
		t.Fatal(err)
	}
	n := &newsroom{T: t, store: s, press: newPress(t)}
	for i := range 3 {
		paper := n.press.paper(i, 0)
		paper.answer = flood(i, 10<<10) // so that what is on its way when Redis is nearly full has room
		n.add(paper)
	}
	log := &lines{Handler: slog.NewTextHandler(t.Output(), nil), counts: make(map[string]int)}
	began := time.Now()
	n.run("a full Redis", func() bool { return log.count("nearly full") > 0 && time.Since(began) > 5*time.Second },
		n.poller(func(c *Config) { c.Daily, c.Log = 1<<30, slog.New(log) }))
	if told := log.count("nearly full"); told != 1 {
		t.Errorf("it is told %d times that Redis is nearly full, want once", told)
	}
	if err := s.Subscribe(t.Context(), store.Subscription{ID: "S1", Channel: "C1"}, time.Now()); err != nil {
		t.Errorf("there is no room for a subscription: %v", err)
	}
	before := n.tally()[ItemStored]
	if err := client.Del(t.Context(), "of others").Err(); err != nil {
		t.Fatal(err)
	}
	n.run("more articles", func() bool { return n.tally()[ItemStored] > before+10 }, n.poller(func(c *Config) { c.Daily = 1 << 30 }))
}

// TestWire: a wire with 2,000 articles a day, half of which it changes, takes less than
// one feed may.
func TestWire(t *testing.T) {
	taken := 0
	for _, e := range storetest.NewGenerator(1, time.Now(), time.Hour).Take(300) {
		taken += 10 * e.Weight()
	}
	if most := New(Config{}).Daily; taken > most {
		t.Errorf("it takes %d MB, where a feed may take %d", taken>>20, most>>20)
	}
}

// TestPagesOfAFullDay: of a feed that has taken half of what it may no page is kept, and
// of one that has taken all none is read.
func TestPagesOfAFullDay(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name      string
		daily     func(taken int) int
		full      bool
		mostPages int
	}{
		{"much is left", func(taken int) int { return 100 * taken }, true, 3},
		{"less than half is left", func(taken int) int { return taken * 3 / 2 }, true, 0},
		{"nothing is left", func(taken int) int { return taken * 3 / 4 }, false, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := newNewsroom(t)
			one := n.press.paper(0, 3)
			one.teasers = true
			n.add(one)
			p := n.poller(func(c *Config) { c.Public, c.RawDays = insider(), 1 })
			v, err := n.store.Visit(t.Context(), n.feed(one).Host(), time.Minute)
			if err != nil || v == nil {
				t.Fatal(v, err)
			}
			polled, err := p.Reader.Poll(t.Context(), one.address, feed.Validators{})
			if err != nil {
				t.Fatal(err)
			}
			none := func(digest.Article) bool { return false }
			if _, err := v.Queue(t.Context(), polled.Articles, none, store.Most{Items: 3}); err != nil {
				t.Fatal(err)
			}
			if err := v.Settle(t.Context(), store.Reading{Next: time.Hour, Pause: time.Millisecond}); err != nil {
				t.Fatal(err)
			}
			page := make([]byte, 200<<10) // that no packing makes smaller
			for i := range page {
				page[i] = byte(rand.Uint32())
			}
			if err := n.store.KeepRaw(t.Context(), store.Raw{ID: "0000000000000001", Feed: v.Feed.ID, Page: page}, 1); err != nil {
				t.Fatal(err)
			}
			taken, err := n.store.Taken(t.Context(), v.Feed.ID)
			if err != nil {
				t.Fatal(err)
			}
			p.Daily = c.daily(taken)
			n.run("three articles", n.stored(3), p)
			var ids []string
			for _, a := range n.articles() {
				ids = append(ids, a.ID)
				if IsFull(a) != c.full {
					t.Errorf("an article has a text of %d bytes", len(a.Text))
				}
			}
			if raws, err := n.store.Raws(t.Context(), ids); err != nil || len(raws) != c.mostPages {
				t.Errorf("%d pages are kept (%v), want %d", len(raws), err, c.mostPages)
			}
		})
	}
}
