package bot_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"newsbot/bot"
	"newsbot/bot/command"
	"newsbot/bot/schedule"
	article "newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/feed/syndication"
	"newsbot/digest/ingest"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// hostile are texts that are out to break what shows them.
var hostile = []string{
	"<!channel> *boom* </script> <https://evil|bank.example>",
	"Mayor of Porto opens bridge over the Douro", "`code` ~strike~ _under_ &amp; &lt;", "\u202etxet sdrawkcab \x1b[31m",
	strings.Repeat("Grand Duchy of Long Names ", 40), "Zürich 東京 🇵🇹👩‍👩‍👧", "@here <@U0ANN00001> <#C0NEWS0001|news>",
}

// analyzer is loaded once for all tests.
var analyzer = sync.OnceValues(article.NewAnalyzer)

// hostileStore returns a store with news made of hostile texts, and a few stories
// beside them.
func hostileStore(t *testing.T) *store.Store {
	s := storetest.Memory(t, store.Options{})
	z, err := analyzer()
	if err != nil {
		t.Fatal(err)
	}
	var articles []article.Article
	for i := range 40 {
		articles = append(articles, article.Article{
			Title:     hostile[i%len(hostile)],
			Text:      fmt.Sprintf("%s. The minister of Porto, Ana Silva, said on day %d that Acme Corporation would open %s in Lisbon. %s", hostile[(i+1)%len(hostile)], i, hostile[(i+2)%len(hostile)], hostile[(i+3)%len(hostile)]),
			URL:       fmt.Sprintf("https://news.example/%d?a=b|c", i),
			Published: time.Now().Add(-time.Duration(i) * time.Hour),
		})
	}
	for i, text := range []string{
		"Glacier loses its last snow. Climbers found bare rock above the northern hut.",
		"Chess federation bans a coach. The ruling follows letters from eleven players.",
		"Bakers strike over night shifts. Bread was short in every market hall by noon.",
		"Telescope sees a dying comet. Its tail broke into pieces beyond Neptune.",
		"Court frees a whistleblower. Judges called the old secrecy law too vague.",
	} {
		title, _, _ := strings.Cut(text, ".")
		articles = append(articles, article.Article{Title: title, Text: text, URL: fmt.Sprintf("https://alone.example/%d", i), Published: time.Now().Add(-time.Duration(i) * time.Hour)})
	}
	for i, a := range articles {
		a.Source = hostile[(i+4)%len(hostile)]
		a.Identify("")
		articles[i] = a
	}
	if _, err := ingest.Run(t.Context(), article.StreamOf(articles...), z, s, func(err error) { t.Error(err) }); err != nil {
		t.Fatal(err)
	}
	if err := ingest.NewKeeper(s).Update(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestWalk types commands and clicks whatever can be clicked, with the real
// answers between the real client and the strict Slack, over both transports:
// everything is acknowledged and answered, and Slack refuses nothing. It takes
// ten steps a check: 10,000 with -rapid.checks=1000.
func TestWalk(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, socket bool) {
		news := hostileStore(t)
		o := build(t, socket)
		for i, text := range hostile {
			_, err := news.AddFeeds(t.Context(), store.Feed{Address: fmt.Sprintf("https://news.example/%d?a=b|c", i), Source: text, Maker: ann})
			o.must(err)
		}
		o.employ(news, command.Config{})
		o.must(o.postDigest(news))
		taken := 0
		rapid.Check(t, func(rt *rapid.T) {
			for range 10 {
				o.step(rt)
				taken++
			}
		})
		answered := 0
		for _, kind := range []string{"command", "click", "home", "submission"} {
			answered += o.metric(`newsbot_errands_total{kind="` + kind + `",outcome="answered"}`)
		}
		if answered != taken {
			t.Errorf("%d of %d steps were answered", answered, taken)
		}
		for _, wrong := range []string{"level=ERROR", "panic", "another way", "Slack refuses", "breaks Slack's limits"} {
			if i := strings.Index(o.log.String(), wrong); i >= 0 {
				t.Errorf("%d steps, and the log says: %.600s", taken, o.log.String()[max(0, i-100):])
			}
		}
	})
}

// shortcuts are those that open modals.
var shortcuts = []string{command.ShortcutTop, command.ShortcutSearch, command.ShortcutSubscribe}

// employ runs an App that has the real answers, from a store of news.
func (o *office) employ(news *store.Store, c command.Config) {
	o.t.Helper()
	z, err := analyzer()
	o.must(err)
	c.News, c.Subscriptions, c.Editor = news, news, bot.NewEditor(news)
	c.Feeds = news
	if c.PublicFeeds == nil {
		c.PublicFeeds, c.OwnFeeds = site{}, site{}
	}
	c.Pages, c.Analyzer, c.People, c.Log = page{}, z, o.app.People(), slog.New(slog.NewTextHandler(o.log, nil))
	o.app.Open(command.New(c), news)
	o.run()
	o.await("a bot that listens", func() bool {
		return len(o.Calls("auth.test")) > 0 && (!o.socket || o.Links() == 2)
	})
}

// page is the only page that there is, whatever is asked for.
type page struct{}

func (page) Read(_ context.Context, address string, _ io.Reader) iter.Seq2[feed.Item, error] {
	return func(yield func(feed.Item, error) bool) {
		a := article.Article{URL: address, Source: hostile[0], Title: hostile[1], Text: strings.Repeat(hostile[0]+". Ana Silva of Porto spoke in Lisbon.\n", 20)}
		a.Identify("")
		yield(feed.Item{Article: a, Input: address}, nil)
	}
}

// site is the only site that there is, with as many feeds as its address has
// dots; each feed has all hostile texts.
type site struct{}

func (site) Discover(_ context.Context, address string) ([]feed.Found, error) {
	var found []feed.Found
	for i := range strings.Count(address, ".") {
		found = append(found, feed.Found{Outline: syndication.Outline{Feed: fmt.Sprintf("https://feeds/x.%d?a|b", i), Title: hostile[i%len(hostile)]}})
	}
	return found, nil
}

func (site) Poll(_ context.Context, address string, _ feed.Validators) (feed.Polled, error) {
	p := feed.Polled{Title: hostile[0]}
	for _, text := range hostile {
		p.Articles = append(p.Articles, article.Article{Title: text, URL: address})
	}
	return p, nil
}

// postDigest posts the digest of a day into the newsroom.
func (o *office) postDigest(news *store.Store) error {
	now := time.Now()
	e, err := bot.NewEditor(news).Compose(o.t.Context(), store.Subscription{Channel: newsroom, Name: hostile[0], Zone: "Europe/Lisbon", Size: 3}, schedule.Issue{From: now.Add(-24 * time.Hour), Due: now})
	if err != nil {
		return err
	}
	_, err = o.poster.Post(o.t.Context(), newsroom, e.Messages[:min(2, len(e.Messages))])
	return err
}

// words are what a person may type after /news.
func words() *rapid.Generator[string] {
	first := []string{"", "about ", "search ", "trends ", "story ", "help ", "subscribe", "subscribe ", "subscribe daily 08:30 ", "subscriptions",
		"preview", "unsubscribe ", "pause", "resume", "mute ", "unmute ", "topics ", "pause 7d", "mute Porto 7d", "watch ", "unwatch ", "unwatch all", "summarize https://page.example/?a|b ", "search", "yesterday", "monday", "this week", "2026-11-20", "sources", "sources add", "sources add https://a.b.example ", "sources test ", "sources pause ", "abuot ", "nonsense "}
	rest := append([]string{"", "Ana Silva", "Porto", "7d", "from:x since:7d -not", `"exact phrase`, "type:person Silva", strings.Repeat("long ", 300)}, hostile...)
	return rapid.Custom(func(t *rapid.T) string {
		return rapid.SampledFrom(first).Draw(t, "command") + rapid.SampledFrom(rest).Draw(t, "words")
	})
}

// step does one thing that a person can do, and waits for the end of the answer.
func (o *office) step(rt *rapid.T) {
	channel := rapid.SampledFrom([]string{newsroom, foreign}).Draw(rt, "channel")
	changes, cancel := o.Subscribe()
	defer cancel()
	before := o.metric("newsbot_answer_seconds_count")
	what, err := o.act(rt, channel)
	if err != nil {
		rt.Fatalf("%s: %v", what, err)
	}
	for deadline := time.Now().Add(30 * time.Second); o.metric("newsbot_answer_seconds_count") == before; time.Sleep(200 * time.Microsecond) {
		if time.Now().After(deadline) {
			rt.Fatalf("%s is not answered", what)
		}
	}
	if len(changes) == 0 {
		rt.Fatalf("%s is answered by silence", what)
	}
}

// metric returns a figure of the metrics, 0 where it is not there.
func (o *office) metric(name string) int {
	shown := httptest.NewRecorder()
	o.metrics.ServeHTTP(shown, httptest.NewRequest("GET", "/metrics", nil))
	_, after, _ := strings.Cut(shown.Body.String(), "\n"+name+" ")
	value, _, _ := strings.Cut(after, "\n")
	n, _ := strconv.Atoi(value)
	return n
}

func (o *office) act(rt *rapid.T, channel string) (what string, err error) {
	ctx := o.t.Context()
	seen := o.Visible(ann, channel)
	switch kind := rapid.IntRange(0, 11).Draw(rt, "kind"); {
	case kind == 0:
		return "home", o.OpenHome(ctx, ann)
	case kind == 10:
		return "a shortcut", o.Shortcut(ctx, ann, "", "", rapid.SampledFrom(shortcuts).Draw(rt, "shortcut"))
	case kind == 11:
		return "a shortcut of a digest", o.Shortcut(ctx, ann, newsroom, o.Messages(newsroom)[0].TS, command.ShortcutSummarize)
	case kind == 1:
		if home, ok := o.Home(ann); ok {
			return o.clickAny(rt, "home", home.JSON, func(action, choice string) error { return o.ClickHome(ctx, ann, action, choice) })
		}
	case kind == 2:
		if modal, ok := o.Modal(ann); ok {
			if bytes.Contains(modal.JSON, []byte(`"submit"`)) {
				return "a sent modal", o.send(rt, modal.JSON)
			}
			return o.clickAny(rt, "modal", modal.JSON, func(action, choice string) error { return o.ClickModal(ctx, ann, action, choice) })
		}
	case kind < 6 && len(seen) > 0:
		m := seen[len(seen)-1-rapid.IntRange(0, min(3, len(seen)-1)).Draw(rt, "message")]
		return o.clickAny(rt, "message", m.Blocks, func(action, choice string) error { return o.Click(ctx, ann, channel, m.TS, action, choice) })
	}
	line := words().Draw(rt, "line")
	return line, o.Command(ctx, ann, channel, "/news "+line)
}

// send sends the modal that is open.
func (o *office) send(rt *rapid.T, modal json.RawMessage) error {
	if bytes.Contains(modal, []byte(`"search"`)) {
		err := o.Submit(o.t.Context(), ann, map[string]string{"words": rapid.SampledFrom(append(hostile[1:4:4], "Porto since:7d", "the", `"`)).Draw(rt, "search")})
		return err
	}
	if bytes.Contains(modal, []byte(`"add_source"`)) {
		err := o.Submit(o.t.Context(), ann, map[string]string{"address": rapid.SampledFrom(append(hostile[:3:3], "b.example", "https://a.b.example/")).Draw(rt, "address")})
		return err
	}
	in := map[string]string{
		"channel": newsroom, "time": fmt.Sprintf("%02d:00", rapid.IntRange(0, 23).Draw(rt, "hour")),
		"zone": rapid.SampledFrom([]string{"Tokyo", "UTC", "Atlantis"}).Draw(rt, "zone"),
	}
	for _, name := range []string{"topics", "mutes", "name"} {
		in[name] = rapid.SampledFrom([]string{"", "Porto, Lisbon", hostile[0], hostile[2]}).Draw(rt, name)
	}
	err := o.Submit(o.t.Context(), ann, in)
	return err
}

// clickAny uses one of the elements in blocks; where there is none, it asks for
// help instead.
func (o *office) clickAny(rt *rapid.T, where string, blocks json.RawMessage, click func(action, choice string) error) (string, error) {
	all := usable(blocks)
	if len(all) == 0 {
		return "help", o.Command(o.t.Context(), ann, newsroom, "/news help")
	}
	u := rapid.SampledFrom(all).Draw(rt, "element")
	if strings.HasPrefix(u.action, "thread") && rapid.IntRange(0, 9).Draw(rt, "thread") > 0 {
		u = all[0] // since Slack's pace makes a thread take seconds
	}
	return where + " " + u.action + " " + u.choice, click(u.action, u.choice)
}

// use is an element with one of its options.
type use struct{ action, choice string }

// usable returns what can be used in blocks.
func usable(blocks json.RawMessage) []use {
	var out []use
	var visit func(v any)
	visit = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, item := range v {
				visit(item)
			}
		case map[string]any:
			action, _ := v["action_id"].(string)
			address, _ := v["url"].(string)
			switch options, _ := v["options"].([]any); {
			case v["type"] == "input":
				return // Slack tells of it when the modal is sent
			case action != "" && v["type"] == "button" && address == "":
				out = append(out, use{action, ""})
			case action != "" && len(options) > 0:
				for _, option := range options {
					value, _ := option.(map[string]any)["value"].(string)
					out = append(out, use{action, value})
				}
			}
			for _, child := range v {
				visit(child)
			}
		}
	}
	var root any
	if json.Unmarshal(blocks, &root) == nil {
		visit(root)
	}
	return out
}
