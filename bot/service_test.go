package bot

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/alicebob/miniredis/v2"
	"github.com/redis/go-redis/v9"

	"newsbot/bot/command"
	"newsbot/bot/schedule"
	"newsbot/bot/slackfake"
	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/ingest"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// analyzer is loaded once: under the race detector that takes seconds.
var analyzer = sync.OnceValues(digest.NewAnalyzer)

// newService returns a bot that reads one feed and posts to the channel #news
// of a fake Slack.
func newService(t *testing.T) (*Service, *slackfake.Slack) {
	t.Helper()
	feeds := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/rss+xml")
		fmt.Fprintf(w, `<rss version="2.0"><channel><title>The Courier</title><item><title>Bridge opens in Porto</title>
<link>https://courier.example/bridge</link><pubDate>%s</pubDate>
<description>The mayor of Porto opened a new bridge over the Douro on Monday after six years of work.</description></item></channel></rss>`,
			time.Now().Add(-time.Hour).Format(time.RFC1123Z))
	}))
	t.Cleanup(feeds.Close)
	workspace := slackfake.New(slackfake.Options{Token: "xoxb-test", Scopes: []string{"chat:write"}})
	workspace.AddChannel(slackfake.Channel{ID: "C0000000001", Name: "news", Member: true})
	slack := httptest.NewServer(workspace)
	t.Cleanup(slack.Close)

	z, err := analyzer()
	if err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.NewTextHandler(t.Output(), nil))
	return &Service{
		Open:   func(ctx context.Context) (*store.Store, error) { return store.OpenMemory(ctx, store.Options{}) },
		Gather: func(ctx context.Context, s *store.Store) { readFeed(t, s, z, feeds.URL) }, Log: log,
		Poster:       NewPoster(NewClient("xoxb-test", slack.URL+"/api/", nil), log, SystemClock{}),
		Subscription: store.Subscription{Channel: "C0000000001", Name: "Morning", At: "08:00", Zone: "UTC"}, Metrics: NewMetrics(),
		Listen: freeAddress(t),
	}, workspace
}

// readFeed takes in what a feed holds.
func readFeed(t *testing.T, s *store.Store, z *digest.Analyzer, address string) {
	var articles []digest.Article
	for item, err := range feed.New(feed.Config{}).Read(t.Context(), address, nil) {
		if err != nil {
			break
		}
		articles = append(articles, item.Article)
	}
	_, err := ingest.Run(t.Context(), digest.StreamOf(articles...), z, s, func(err error) { t.Error(err) })
	if err := errors.Join(err, ingest.NewKeeper(s).Update(t.Context())); err != nil {
		t.Error(err)
	}
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// open gives the service its store, as Run does.
func (s *Service) open(t *testing.T) {
	t.Helper()
	opened, err := s.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { opened.Close() })
	s.store.Store(opened)
}

// await waits until something is so.
func await(t *testing.T, what string, so func() bool) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); !so(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waited in vain: %s", what)
		}
	}
}

// The digest of the settings is set up once, posted when it is due, and ended
// with them.
func TestServicePosts(t *testing.T) {
	s, workspace := newService(t)
	s.open(t)
	opened := s.store.Load()
	s.gather(t.Context(), opened)
	if err := s.subscribe(t.Context(), opened, 0); err != nil {
		t.Fatal(err)
	}
	due := time.Now().UTC().Truncate(time.Minute)
	s.Subscription.At = due.Format("15:04")
	sub := s.Subscription
	sub.ID = settingsID
	if err := opened.Subscribe(t.Context(), sub, due); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	var posting sync.WaitGroup
	posting.Go(func() { s.post(ctx, opened) })
	await(t, "the digest", func() bool { return len(workspace.Messages("C0000000001")) > 0 })
	await(t, "the figures", func() bool { return strings.Contains(figures(s), `newsbot_digests_total{outcome="posted"} 1`) })
	stop()
	posting.Wait()
	messages := workspace.Messages("C0000000001")
	if len(messages) != 1 || !strings.Contains(messages[0].Text, "Bridge opens in Porto") {
		t.Errorf("posted %+v, want one digest that tells of the bridge", messages)
	}
	told, err := opened.Told(t.Context(), "C0000000001")
	if err != nil || len(told) != 1 {
		t.Errorf("readers were told %v (%v), want one story", told, err)
	}
	s.Subscription.Channel = ""
	if err := s.subscribe(t.Context(), opened, 0); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := opened.Subscription(t.Context(), settingsID); ok || err != nil {
		t.Errorf("the subscription outlives its settings: %v, %v", ok, err)
	}
}

// What the settings ask for is set up anew where Redis has lost it, but not where
// people have ended it.
func TestServiceSettlesAgain(t *testing.T) {
	redis := miniredis.RunT(t)
	s, _ := newService(t)
	s.Open = func(ctx context.Context) (*store.Store, error) {
		return store.Open(ctx, "redis://"+redis.Addr(), store.Options{})
	}
	s.open(t)
	opened := s.store.Load()
	d := &settler{Service: s, opened: opened}
	for _, c := range []struct {
		name    string
		between func()
		want    bool
	}{
		{"at first", func() {}, true},
		{"ended by people", func() {
			sub, _, _ := opened.Subscription(t.Context(), settingsID)
			if err := opened.Unsubscribe(t.Context(), sub); err != nil {
				t.Fatal(err)
			}
		}, false},
		{"lost", redis.FlushAll, true},
	} {
		c.between()
		if err := d.settle(t.Context()); err != nil {
			t.Fatal(err)
		}
		if _, there, err := opened.Subscription(t.Context(), settingsID); !d.done || there != c.want || err != nil {
			t.Errorf("%s: settled %t, there %t (%v), want %t", c.name, d.done, there, err, c.want)
		}
	}
}

// Bots that share a Redis do not end each other's digest: the settings of the first
// count until it has ended, whatever starts beside it, and the other says so.
func TestServiceOtherSettings(t *testing.T) {
	for name, c := range map[string]struct {
		first, second string // channel of the settings
		want          string // while both run
		told          string // what the second tells
	}{
		"another channel": {"C0000000001", "C0000000002", "C0000000001", "other=\"DIGEST_CHANNEL C0000000001, DIGEST_AT 08:00, TIMEZONE UTC, EDITION Morning\""},
		"no channel":      {"C0000000001", "", "C0000000001", "other=\"DIGEST_CHANNEL C0000000001,"},
		"a channel":       {"", "C0000000002", "C0000000002", ""},
		"the same":        {"C0000000001", "C0000000001", "C0000000001", ""},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := newService(t)
			s.open(t)
			opened := s.store.Load()
			var log strings.Builder
			at := func(channel string) *settler {
				of := &Service{Poster: s.Poster, Subscription: s.Subscription, Log: slog.New(slog.NewTextHandler(&log, nil))}
				of.Subscription.Channel = channel
				return &settler{Service: of, opened: opened}
			}
			check := func(when, want string) {
				t.Helper()
				sub, _, err := opened.Subscription(t.Context(), settingsID)
				if err != nil || sub.Channel != want {
					t.Errorf("%s: the digest goes to %q (%v), want %q", when, sub.Channel, err, want)
				}
			}
			first, second := at(c.first), at(c.second)
			for range 2 {
				for _, d := range []*settler{first, second, second} {
					if err := d.settle(t.Context()); err != nil {
						t.Fatal(err)
					}
				}
			}
			check("both run", c.want)
			if c.second == "" {
				first.leave(t.Context()) // and starts again
				if err := errors.Join(second.settle(t.Context()), first.settle(t.Context())); err != nil {
					t.Fatal(err)
				}
				check("the first starts again", c.want)
			}
			if n := strings.Count(log.String(), "another bot"); !strings.Contains(log.String(), c.told) || n != min(1, len(c.told)) {
				t.Errorf("told %d times, want %q once at most: %s", n, c.told, &log)
			}
			first.leave(t.Context())
			for range 4 {
				if err := second.settle(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
			check("the first has ended", c.second)
		})
	}
}

// What becomes due while the settings of a bot that was killed still count is posted when
// they do not any more.
func TestServiceSettlesLate(t *testing.T) {
	s, _ := newService(t)
	s.open(t)
	opened := s.store.Load()
	due := time.Now().UTC().Truncate(time.Minute)
	at := func(clock time.Time) *settler {
		of := &Service{Poster: s.Poster, Subscription: s.Subscription, Log: s.Log}
		of.Subscription.At = clock.Format("15:04")
		return &settler{Service: of, opened: opened}
	}
	killed, second := at(due.Add(12*time.Hour)), at(due)
	for _, d := range []*settler{killed, second} {
		if err := d.settle(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	second.since = second.since.Add(-2 * time.Minute)
	killed.leave(t.Context()) // as when what it held runs out
	if err := second.settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	if next, err := opened.NextDue(t.Context()); err != nil || !next.Equal(due) {
		t.Errorf("the next digest is due at %s (%v), want %s", next, err, due)
	}
	if !second.since.IsZero() {
		t.Error("what comes due later counts as missed")
	}
}

// A channel of the settings that is given by its name is the one of its ID, and
// its digest is one of those that people see there. Where Slack does not tell the
// ID, the name must do.
func TestServiceIdentifies(t *testing.T) {
	for name, c := range map[string]struct {
		scopes []string
		want   string // "": it is tried again later
		fault  slackfake.Fault
	}{
		"with the scopes":    {[]string{"chat:write", "channels:read", "groups:read"}, "C0000000001", slackfake.Fault{}},
		"without the scopes": {[]string{"chat:write"}, "#news", slackfake.Fault{}},
		"with Slack away":    {[]string{"chat:write", "channels:read", "groups:read"}, "", slackfake.Fault{Status: 503}},
		"with a bad token":   {[]string{"chat:write", "channels:read", "groups:read"}, "", slackfake.Fault{Error: "token_revoked"}},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := newService(t)
			s.open(t)
			workspace := slackfake.New(slackfake.Options{Token: "xoxb-test", Scopes: c.scopes})
			workspace.AddChannel(slackfake.Channel{ID: "C0000000001", Name: "news", Member: true})
			server := httptest.NewServer(workspace)
			defer server.Close()
			s.Poster = NewPoster(NewClient("xoxb-test", server.URL+"/api/", nil), s.Log, SystemClock{})
			workspace.Fail("conversations.list", c.fault)
			s.Subscription.Channel = "#news"
			opened := s.store.Load()
			err := s.subscribe(t.Context(), opened, 0)
			kept, ok, readErr := opened.Subscription(t.Context(), settingsID)
			if readErr != nil || kept.Channel != c.want || (err == nil) != (c.want != "") || ok != (c.want != "") {
				t.Errorf("subscribe = %v, kept for %q (%v, %v), want it for %q", err, kept.Channel, ok, readErr, c.want)
			}
			for _, channel := range []string{"news", "C0000000001"} {
				s.Subscription.Channel = channel
				if err := s.subscribe(t.Context(), opened, 0); err != nil {
					t.Fatal(err)
				}
			}
			if all, err := opened.Subscriptions(t.Context(), "C0000000001"); err != nil || len(all) != 1 {
				t.Errorf("the channel has %+v (%v), want one subscription", all, err)
			}
		})
	}
}

// What a person watches comes to them alone, and not again the next hour.
func TestServiceWatches(t *testing.T) {
	s, workspace := newService(t)
	workspace.AddUser(slackfake.User{ID: "U0000000001", Name: "ann"})
	s.open(t)
	opened := s.store.Load()
	responder := command.New(command.Config{News: opened, Subscriptions: opened})
	responder.Command(t.Context(), command.Request{
		Asker: command.Asker{User: "U0000000001", Channel: "C0000000001", Zone: time.UTC}, Words: "watch Douro", Now: time.Now(),
	})
	subs, err := opened.Subscriptions(t.Context(), "U0000000001")
	if err != nil || len(subs) != 1 {
		t.Fatalf("%d watches (%v), want 1", len(subs), err)
	}
	s.gather(t.Context(), opened)
	direct := workspace.Direct("U0000000001").ID
	due := time.Now().UTC().Truncate(time.Minute)
	if err := opened.Subscribe(t.Context(), subs[0], due); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	var posting sync.WaitGroup
	posting.Go(func() { s.post(ctx, opened) })
	await(t, "the news that is watched", func() bool { return len(workspace.Messages(direct)) > 0 })
	await(t, "what was told", func() bool { told, _ := opened.Told(t.Context(), "U0000000001"); return len(told) == 1 })
	stop()
	posting.Wait()
	e, err := NewEditor(opened).Compose(t.Context(), subs[0], schedule.Issue{From: due, Due: due.Add(time.Hour), Follows: true})
	if err != nil || len(e.Messages) != 0 {
		t.Errorf("an hour later %d messages (%v) would come, want none", len(e.Messages), err)
	}
	if n := len(workspace.Messages("C0000000001")); n != 0 {
		t.Errorf("%d messages in the channel, want none", n)
	}
}

func figures(s *Service) string {
	w := httptest.NewRecorder()
	s.Metrics.ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	return w.Body.String()
}

// TestCompose puts digests together for several wishes.
func TestCompose(t *testing.T) {
	s, _ := newService(t)
	s.open(t)
	opened := s.store.Load()
	s.gather(t.Context(), opened)
	now := time.Now()
	for _, c := range []struct {
		name              string
		change            func(*store.Subscription)
		late              bool
		stories, messages int
		text              string
	}{
		{"all", func(*store.Subscription) {}, false, 1, 1, "Morning · "},
		{"late", func(*store.Subscription) {}, true, 1, 1, "Morning (late) · "},
		{"topic", func(sub *store.Subscription) { sub.Topics = []string{"Porto"} }, false, 1, 1, "Bridge"},
		{"other topic", func(sub *store.Subscription) { sub.Topics = []string{"chess"} }, false, 0, 1, "no news"},
		{"other language", func(sub *store.Subscription) { sub.Language = "fr" }, false, 0, 1, "no news"},
		{"quiet", func(sub *store.Subscription) { sub.Language, sub.Quiet = "fr", true }, false, 0, 0, ""},
	} {
		sub := s.Subscription
		c.change(&sub)
		e, err := newEditor(opened, false).Compose(t.Context(), sub, schedule.Issue{From: now.Add(-24 * time.Hour), Due: now, Late: c.late})
		if err != nil {
			t.Fatal(err)
		}
		if e.Stories != c.stories || len(e.ToldBy(func(int) bool { return true })) != c.stories || len(e.Messages) != c.messages {
			t.Errorf("%s: %d stories, %d told, %d messages, want %d, %d, %d", c.name, e.Stories, len(e.ToldBy(func(int) bool { return true })), len(e.Messages), c.stories, c.stories, c.messages)
		}
		if c.messages > 0 && !strings.Contains(e.Messages[0].Text, c.text) {
			t.Errorf("%s: %q lacks %q", c.name, e.Messages[0].Text, c.text)
		}
	}
}

// TestComposeInTurn has as many digests under way as there are processors: another one
// waits, and is put together when one of them is.
func TestComposeInTurn(t *testing.T) {
	s, _ := newService(t)
	s.open(t)
	e := newEditor(s.store.Load(), false)
	for range cap(e.turns) {
		e.turns <- struct{}{}
	}
	now := time.Now()
	lastHour := schedule.Issue{From: now.Add(-time.Hour), Due: now}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := e.Compose(ctx, s.Subscription, lastHour); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("no turn is free: %v, want %v", err, context.DeadlineExceeded)
	}
	<-e.turns
	for range 2 {
		if _, err := e.Compose(t.Context(), s.Subscription, lastHour); err != nil {
			t.Error("a turn is free:", err)
		}
	}
}

func TestServiceRunsUntilItIsStopped(t *testing.T) {
	s, w := newService(t)
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- s.Run(ctx) }()

	deadline := time.Now().Add(20 * time.Second)
	for CheckHealth(ctx, s.Listen) != nil {
		if time.Now().After(deadline) {
			t.Fatal("the bot does not answer its health check")
		}
		time.Sleep(10 * time.Millisecond)
	}
	for {
		articles, err := storedArticles(ctx, s)
		if err != nil {
			t.Fatal(err)
		}
		if len(articles) == 1 {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("%d articles are stored, want the one of the feed", len(articles))
		}
		time.Sleep(10 * time.Millisecond)
	}
	if res, err := http.Get("http://" + s.Listen + "/readyz"); err != nil || res.StatusCode != http.StatusOK {
		t.Errorf("/readyz: %v, %v", res, err)
	}
	w.Fail("auth.test", slices.Repeat([]slackfake.Fault{{Error: "token_revoked"}}, 50)...) // whoever asks whether Slack lets him in again
	s.Poster.door.refused(time.Now(), errors.New("the token was revoked"))
	if res, err := http.Get("http://" + s.Listen + "/readyz"); err != nil || res.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("/readyz while Slack refuses everything: %v, %v", res, err)
	}
	stop()
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("Run = %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("Run does not end")
	}
	if CheckHealth(t.Context(), s.Listen) == nil {
		t.Error("the bot still answers")
	}
}

// TestReadyz breaks what the bot needs: it says that it is not ready, and why, but
// nothing that only the log is for.
func TestReadyz(t *testing.T) {
	open := map[string]func(t *testing.T) (address string, stop func()){
		"miniredis": func(t *testing.T) (string, func()) { r := miniredis.RunT(t); return r.Addr(), r.Close },
		"redis":     func(t *testing.T) (string, func()) { r := storetest.StartRedis(t); return r.Addr(), r.Kill },
	}
	for name, open := range open {
		t.Run(name, func(t *testing.T) {
			address, kill := open(t)
			s, _ := newService(t)
			var log strings.Builder
			s.Log = slog.New(slog.NewTextHandler(&log, nil))
			s.Gather = func(context.Context, *store.Store) {}
			let := make(chan struct{})
			s.Open = func(ctx context.Context) (*store.Store, error) {
				<-let
				return store.Open(ctx, "redis://"+address, store.Options{Patience: time.Millisecond})
			}
			ctx, stop := context.WithCancel(t.Context())
			done := make(chan error, 1)
			go func() { done <- s.Run(ctx) }()
			end := sync.OnceFunc(func() { stop(); <-done })
			defer end()
			answers := func(want string) {
				t.Helper()
				got := ""
				await(t, want, func() bool {
					res, err := http.Get("http://" + s.Listen + "/readyz")
					if err != nil {
						return false
					}
					defer res.Body.Close()
					body, _ := io.ReadAll(res.Body)
					got = strings.TrimSpace(string(body))
					return got == want && (res.StatusCode == http.StatusOK) == (want == "ok")
				})
			}
			client := redis.NewClient(&redis.Options{Addr: address})
			defer client.Close()
			const due = "newsbot:{plan}:due"

			answers("not ready: it waits for Redis")
			close(let)
			answers("ok")
			client.Rename(ctx, due, due+" away")
			client.Set(ctx, due, "no list", 0)
			answers("not ready: Redis does not give out which digests are due")
			client.Del(ctx, due)
			answers("ok")
			kill()
			answers("not ready: Redis does not answer as it should")
			end()
			if told := log.String(); !strings.Contains(told, address) || !strings.Contains(told, "ready again") {
				t.Errorf("the log does not tell what was wrong:\n%s", told)
			}
		})
	}
}

func TestServeNeedsItsAddress(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if err := serve(t.Context(), l.Addr().String(), http.NewServeMux()); err == nil {
		t.Error("no error for an address that is taken")
	}
}

// storedArticles returns what the service has stored so far.
func storedArticles(ctx context.Context, s *Service) ([]digest.Brief, error) {
	if opened := s.store.Load(); opened != nil {
		return opened.Window(ctx, time.Time{}, time.Time{})
	}
	return nil, nil
}
