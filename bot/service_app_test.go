package bot

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"newsbot/bot/command"
	"newsbot/bot/slackfake"
	"newsbot/digest/store"
)

// A Service answers signed requests beside its health checks, before and after
// its store is there, and stops with nothing left to do.
func TestServiceAnswers(t *testing.T) {
	s, _ := newService(t)
	s.Gather, s.Subscription = func(context.Context, *store.Store) {}, store.Subscription{}
	workspace := slackfake.New(slackfake.Options{Token: "xoxb-test", Scopes: []string{"chat:write", "users:read"},
		RequestURL: "http://" + s.Listen, SigningSecret: "0123456789abcdef"})
	workspace.AddChannel(slackfake.Channel{ID: "C0000000001", Name: "news", Member: true})
	workspace.AddUser(slackfake.User{ID: "U0000000001", Name: "ann"})
	slack := httptest.NewServer(workspace)
	defer slack.Close()
	log := slog.New(slog.NewTextHandler(t.Output(), nil))
	s.Metrics = NewMetrics()
	s.App = NewApp(AppConfig{Poster: NewPoster(NewClient("xoxb-test", slack.URL+"/api/", nil), log, SystemClock{}),
		Secret: "0123456789abcdef", Zone: time.UTC, Metrics: s.Metrics})
	s.Answerer = func(news *store.Store) Answerer { return command.New(command.Config{News: news, Log: log}) }
	open, there := s.Open, make(chan struct{})
	s.Open = func(ctx context.Context) (*store.Store, error) {
		<-there
		return open(ctx)
	}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- s.Run(ctx) }()

	sees := func(want string) {
		t.Helper()
		for range 500 {
			workspace.Command(ctx, "U0000000001", "C0000000001", "/news help")
			for _, m := range workspace.Visible("U0000000001", "C0000000001") {
				if strings.Contains(m.Text, want) {
					return
				}
			}
			time.Sleep(20 * time.Millisecond)
		}
		t.Fatalf("no answer says %q", want)
	}
	sees("just started")
	close(there)
	sees("/news")
	none := `kind="command",outcome="answered"} 0` // until the answer is delivered
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		metrics := fetched(t, "http://"+s.Listen+"/metrics")
		if !strings.Contains(metrics, none) {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("/metrics do not tell of the answer:\n%s", metrics)
		}
	}
	stop()
	if err := <-done; err != nil {
		t.Errorf("Run = %v", err)
	}
}

// fetched returns what is at an address.
func fetched(t *testing.T, address string) string {
	t.Helper()
	res, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
