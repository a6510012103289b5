package command

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"
	"pgregory.net/rapid"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/entity"
	"newsbot/digest/feed"
	"newsbot/digest/ingest"
	"newsbot/digest/keypoint"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
	"newsbot/digest/text"
)

// TestWalk asks whatever comes to mind of news that is out to break the answers,
// and presses what the answers offer. 10,000 steps; fewer with -short.
func TestWalk(t *testing.T) {
	s := hostileStore(t)
	r := walker(t, s, web{
		"https://page.example/": func() (digest.Article, error) {
			a := digest.Article{Title: strings.Repeat(hostileTexts[0], 50), Text: strings.Repeat(hostileTexts[1]+"\n", 100)}
			a.Identify("")
			return a, nil
		},
	})
	steps, walks := 100, 100
	if testing.Short() {
		walks = 5
	}
	zones := []*time.Location{time.UTC, zone(t, "Pacific/Auckland"), zone(t, "America/St_Johns"), time.FixedZone("", -3600)}
	taken := 0
	rapid.Check(t, func(rt *rapid.T) {
		if taken >= steps*walks {
			return
		}
		var offered []block.Button
		for range steps {
			taken++
			a := ann
			a.Zone = rapid.SampledFrom(zones).Draw(rt, "zone")
			now := sampleNow.Add(time.Duration(rapid.IntRange(-100, 100).Draw(rt, "hours")) * time.Hour)
			var reply Reply
			if len(offered) > 0 && rapid.IntRange(0, 2).Draw(rt, "press") > 0 {
				b := rapid.SampledFrom(offered).Draw(rt, "button")
				c := Click{Asker: a, Action: b.Action, Value: b.Value, Now: now, Inputs: inputs().Draw(rt, "inputs")}
				c.Message = rapid.SampledFrom([]string{"", "1.2"}).Draw(rt, "message")
				reply = r.Click(t.Context(), c)
			} else {
				reply = r.Command(t.Context(), Request{Asker: a, Words: line().Draw(rt, "words"), Aloud: rapid.Bool().Draw(rt, "aloud"), Now: now})
			}
			blocks := checkReply(rt, reply)
			if found := buttons(blocks); len(found) > 0 {
				offered = found
			}
			if m := reply.Modal; m != nil && m.CallbackID != "" {
				offered = []block.Button{{Action: m.CallbackID, Value: m.PrivateMetadata}} // sends it
			}
			if rapid.IntRange(0, 50).Draw(rt, "home") == 0 {
				if err := block.CheckView(r.Home(t.Context(), a)); err != nil {
					rt.Fatalf("Home: %v", err)
				}
			}
		}
	})
	if taken < steps*walks {
		t.Errorf("%d steps, want %d", taken, steps*walks)
	}
}

// checkReply fails for a reply that Slack would refuse, or that is silence or a
// fault, and returns its blocks.
func checkReply(t *rapid.T, reply Reply) []slack.Block {
	if reply.Modal != nil {
		if err := block.CheckModal(reply.Modal); err != nil {
			t.Fatal(err)
		}
		return nil
	}
	m := reply.Message
	if err := m.Check(); err != nil {
		t.Fatalf("%v in:\n%s", err, m.Text)
	}
	if m.Text == "" || m.Text == SaysAway || strings.ContainsAny(m.Text, "<>") {
		t.Fatalf("answer: %q", m.Text)
	}
	return m.Blocks
}

// walker is a responder with subscriptions.
func walker(t *testing.T, s *store.Store, pages web) *Responder {
	r := responder(t, s, pages)
	hostile := hostileFeeds(t, s)
	return New(Config{
		News: s, Pages: pages, Analyzer: r.Analyzer, Subscriptions: s, Editor: editions{s}, Now: r.Now,
		Feeds: s, PublicFeeds: hostile, OwnFeeds: hostile, People: crowd{channels: map[string][]string{"U1": {"C1"}}},
	})
}

// hostileFeeds adds sources whose every text is out to break an answer, and
// returns a web of such.
func hostileFeeds(t *testing.T, s *store.Store) feeds {
	t.Helper()
	web := feeds{}
	for i, text := range hostileTexts {
		long := strings.Repeat(text, 1+20*(i%2))
		address := "https://feeds.example/" + strings.Repeat("ü|", 300*(i%2)) + fmt.Sprint(i)
		if _, err := s.AddFeeds(t.Context(), store.Feed{Address: address, Source: long, Maker: []string{"", "U1"}[i%2]}); err != nil {
			t.Fatal(err)
		}
		web["https://site.example"] = append(web["https://site.example"], found(address, long))
		web[address] = web["https://site.example"][i:]
	}
	web["https://one.example"] = []feed.Found{found("https://one.example/rss", hostileTexts[0])}
	web["https://one.example/rss"] = web["https://one.example"]
	all, err := s.Feeds(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.PauseFeed(t.Context(), all[0], strings.Repeat(hostileTexts[0], 9)); err != nil {
		t.Fatal(err)
	}
	v, err := s.Visit(t.Context(), "feeds.example", time.Minute)
	if err != nil || v == nil {
		t.Fatalf("no visit: %v", err)
	}
	h := store.FeedHealth{Title: hostileTexts[2], Site: "javascript:alert(1)", Failure: strings.Repeat(hostileTexts[0], 9), Failures: 1, Failing: sampleNow}
	if err := v.Settle(t.Context(), store.Reading{Health: h, Next: time.Hour}); err != nil {
		t.Fatal(err)
	}
	return web
}

// inputs draws what could be put into the modal of a subscription.
func inputs() *rapid.Generator[map[string]string] {
	texts := append([]string{"", "Mon,Tue", "08:30", "Berlin", "C1", "C2", "3", usualSize, sayEmpty, noEmpty, strings.Repeat("a,", 400)}, hostileTexts...)
	good := map[string]string{inChannel: "C1", inDays: "Mon,Fri", inTime: "08:30", inCron: "0 9 * * *", inZone: "UTC", inSize: usualSize, inEmpty: sayEmpty, inAddress: "one.example"}
	return rapid.Custom(func(t *rapid.T) map[string]string {
		in := maps.Clone(good)
		for _, name := range []string{inChannel, inDays, inTime, inCron, inZone, inTopics, inMutes, inSize, inEmpty, inName, inAddress} {
			if rapid.IntRange(0, 3).Draw(t, "spoil") == 0 {
				in[name] = rapid.SampledFrom(texts).Draw(t, name)
			}
		}
		return in
	})
}

// line draws what a reader could type.
func line() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			"about", "search", "trends", "summarize", "story", "help", "top", "find", "serch", "yesterday", "last week", "2026-11-23",
			"from:wire", "since:7d", "until: yesterday", "type:person", "--since", "7d", "-boom", `"dam holds"`, "“dam”", "the", "dam", "boom",
			"https://page.example/", "<https://page.example/|page>", "<@U1|x>", "&amp;&lt;", "Cui", "person/cui-heng", "0123456789abcdef",
			"subscribe", "08:30", "8pm", "weekdays", "mon-fri", "Berlin", "<#C1|news>", "<#C2|x>", "#x", "top:5", "change:1", "name:x", `cron:"0 9 * * *"`, "and",
			"subscriptions", "sources", "sources add", "sources add one.example", "sources add https://site.example", "sources failing", "sources test", "sources remove", "feeds.example", "preview", "unsubscribe", "pause", "resume", "mute", "unmute", "topics", "all", "1", "2",
			strings.Repeat("dam ", 220), "👩\u200d👩\u200d👧", "\x00\u202e",
		}),
		rapid.SampledFrom(hostileTexts),
		rapid.StringN(0, 20, 60),
	)
	return rapid.Map(rapid.SliceOfN(piece, 0, 4), func(pieces []string) string { return strings.Join(pieces, " ") })
}

// hostileTexts are titles, sentences and names of hostile news.
var hostileTexts = []string{
	"<!channel> *boom* </script> <https://evil|bank.example> ",
	"The dam holds & the <@U123> minister said `boom` _so_ ~now~ to the dam. ",
	"Dam \u202egnp.exe\x1b[31m \u2066 holds\u2028\ufeff",
	"a\u0301\u0301\u0301\u0301\u0301 dam 👩\u200d👩\u200d👧 क्षि \xff\xfe 大地震",
	"\u0085\u200b\u2060", "Cui Heng", `"Cui" \Heng\`, ":tada: &amp;lt; | dam",
}

// hostileStore returns a store of news whose every text is out to break an
// answer, in lengths up to far too long.
func hostileStore(t *testing.T) *store.Store {
	t.Helper()
	s := storetest.Memory(t, store.Options{Now: func() time.Time { return sampleNow }})
	var entries []store.Entry
	for i := range 30 {
		entries = append(entries, hostileEntry(i))
	}
	if _, err := s.PutAll(t.Context(), slices.Values(entries)); err != nil {
		t.Fatal(err)
	}
	if err := ingest.NewKeeper(s).Update(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s
}

func hostileEntry(i int) store.Entry {
	pick := func(n int) string { return hostileTexts[n%len(hostileTexts)] }
	long := []int{1, 1, 3, 40}[i%4]
	a := digest.Article{
		URL:    []string{"", "javascript:alert(1)", "https://news.example/" + strings.Repeat("ü|", 10*long) + fmt.Sprint(i), "https://a:b@news.example/" + strings.Repeat("x", 60*long)}[i/4%4],
		Source: strings.Repeat(pick(i/2), long), Title: strings.Repeat(pick(i), long) + fmt.Sprint(i%7),
		Published: sampleNow.Add(-time.Duration(i*i) * time.Minute * 11),
	}
	var points []text.Span
	for j := range 5 {
		start := len(a.Text)
		a.Text += strings.Repeat(pick(i+j), min(long, 10))
		points = append(points, text.Span{Start: len(a.Title) + 1 + start, End: len(a.Title) + 1 + len(a.Text)})
		a.Text += "\n"
	}
	a.Identify("")
	n := digest.Analysis{Language: "en", Terms: text.Terms(text.Parse(a.Title, a.Text), 20)}
	for _, p := range points {
		n.Points = append(n.Points, keypoint.Point{Span: p, Score: 0.5})
	}
	kinds := []entity.Type{entity.Person, entity.Place, entity.Other, "?"}
	for j := range 12 {
		name := strings.Repeat(pick(i+j), 1+j%3) + []string{"", "Heng", "Lan"}[j%3]
		n.Entities = append(n.Entities, entity.Entity{
			ID: string(kinds[j%4]) + "/" + strings.ReplaceAll(text.Fold(name), " ", "-"), Name: name, Type: kinds[j%4],
			Role: pick(j), Salience: 1 / float64(j+1), Mentions: []entity.Mention{{Span: points[0]}},
		})
	}
	return store.Entry{Article: a, Analysis: n}
}
