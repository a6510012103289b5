package bot

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"newsbot/bot/schedule"
	"newsbot/bot/slackfake"
	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/ingest"
	"newsbot/digest/store"
)

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

	z, err := digest.NewAnalyzer()
	if err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.NewTextHandler(t.Output(), nil))
	return &Service{
		Open:   func(ctx context.Context) (*store.Store, error) { return store.OpenMemory(ctx, store.Options{}) },
		Reader: feed.New(feed.Config{}), Analyzer: z, Log: log,
		Feeds: []string{feeds.URL, "http://127.0.0.1:1/gone"}, Interval: time.Hour,
		Poster:  NewPoster(NewClient("xoxb-test", slack.URL+"/api/", nil), log, SystemClock{}),
		Channel: "C0000000001", At: schedule.Daily{Hour: 8}, Zone: time.UTC, Edition: "Morning",
		Listen: freeAddress(t),
	}, workspace
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

// A digest that Slack did not take may be posted in another attempt.
func TestServiceGivesTheSlotBack(t *testing.T) {
	s, workspace := newService(t)
	s.open(t)
	s.readFeeds(t.Context(), ingest.NewKeeper(s.store.Load()))
	workspace.Fail("chat.postMessage", slackfake.Fault{Status: http.StatusTooManyRequests, RetryAfter: time.Hour})
	err := s.postOnce(t.Context(), time.Now(), "2026-11-23")
	if err == nil || !mayRetry(err) {
		t.Fatalf("postOnce = %v, want an error after which it may be tried again", err)
	}
	if err := s.postOnce(t.Context(), time.Now(), "2026-11-23"); err != nil {
		t.Fatal(err)
	}
	if n := len(workspace.Messages("C0000000001")); n != 1 {
		t.Errorf("%d messages, want 1", n)
	}
}

// A channel that the bot is not in is no reason to try again.
func TestServiceLeavesASlotThatCannotBePosted(t *testing.T) {
	s, _ := newService(t)
	s.open(t)
	s.Channel = "C0000000404"
	if err := s.postOnce(t.Context(), time.Now(), "2026-11-23"); err == nil || mayRetry(err) {
		t.Errorf("postOnce = %v, want an error for good", err)
	}
}

func TestServicePostsASlotOnce(t *testing.T) {
	s, workspace := newService(t)
	s.open(t)
	s.readFeeds(t.Context(), ingest.NewKeeper(s.store.Load()))
	for range 2 {
		if err := s.postOnce(t.Context(), time.Now(), "2026-11-23"); err != nil {
			t.Fatal(err)
		}
	}
	messages := workspace.Messages("C0000000001")
	if len(messages) != 1 || !strings.Contains(messages[0].Text, "Bridge opens in Porto") {
		t.Fatalf("posted %+v, want one digest that tells of the bridge", messages)
	}
}

func TestServiceRunsUntilItIsStopped(t *testing.T) {
	s, _ := newService(t)
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

func TestReadyzTellsWhy(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	address := freeAddress(t)
	mux := http.NewServeMux()
	handleHealth(mux, func(context.Context) error { return fmt.Errorf("no Redis") })
	go serve(ctx, address, mux)
	var res *http.Response
	var err error
	for range 200 {
		if res, err = http.Get("http://" + address + "/readyz"); err == nil {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if err != nil || res.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("/readyz without Redis: %v, %v; want 503", res, err)
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
