package crash

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"newsbot/bot"
	"newsbot/bot/block"
	"newsbot/bot/schedule"
	"newsbot/bot/slackfake"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// rush is how many times faster than real a rush hour passes.
const rush = 20

// perMinute is how many messages a minute the workspace takes.
const perMinute = 600

// quick is a clock for a rush hour.
type quick struct{ start time.Time }

func (c quick) Now() time.Time { return c.start.Add(rush * time.Since(c.start)) }

func (quick) Sleep(ctx context.Context, d time.Duration) error {
	return bot.SystemClock{}.Sleep(ctx, d/rush)
}

// crowd is a workspace that takes so many messages a minute, besides one a
// second in each channel. It notes when each message came.
type crowd struct {
	*slackfake.Slack
	clock quick

	mu       sync.Mutex
	arrivals []time.Time
	refused  int
}

// ServeHTTP implements http.Handler.
func (c *crowd) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if strings.HasSuffix(r.URL.Path, "chat.postMessage") && !c.admit() {
		w.Header().Set("Retry-After", "1")
		w.WriteHeader(http.StatusTooManyRequests)
		return
	}
	c.Slack.ServeHTTP(w, r)
}

func (c *crowd) admit() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := c.clock.Now()
	if n := len(c.arrivals) - perMinute; n >= 0 && now.Sub(c.arrivals[n]) < time.Minute {
		c.refused++
		return false
	}
	c.arrivals = append(c.arrivals, now)
	return true
}

// short makes digests of a message and a reply up.
type short struct{}

// Compose implements schedule.Editor.
func (short) Compose(_ context.Context, sub store.Subscription, _, _ time.Time, _ bool) (schedule.Edition, error) {
	return schedule.Edition{Messages: []block.Message{{Text: sub.Name}, {Text: "the rest"}}}, nil
}

// TestRushHour: a thousand channels that want their digest at nine have it by
// five past nine, from two replicas, and Slack has to refuse next to nothing.
func TestRushHour(t *testing.T) {
	channels := 1000
	if testing.Short() {
		channels = 100
	}
	clock := quick{time.Now()}
	slack := &crowd{clock: clock, Slack: slackfake.New(slackfake.Options{Token: token, Scopes: []string{"chat:write", "channels:history"}, Now: clock.Now})}
	server := httptest.NewServer(slack)
	defer server.Close()
	opened, err := store.Open(t.Context(), storetest.StartRedis(t).URL(), store.Options{Wait: true, Distrust: time.Nanosecond})
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	for i := range channels {
		id := fmt.Sprintf("C%09d", i)
		slack.AddChannel(slackfake.Channel{ID: id, Name: strings.ToLower(id), Member: true})
		due := time.Now().Truncate(time.Minute)
		sub := store.Subscription{ID: "S" + id, Channel: id, Name: id, At: due.UTC().Format("15:04"), Zone: "UTC"}
		if err := opened.Subscribe(t.Context(), sub, due); err != nil {
			t.Fatal(err)
		}
	}
	began := clock.Now()
	post(t, opened, server.URL, clock, channels)
	var parents []time.Duration
	for i := range channels {
		messages := slack.Messages(fmt.Sprintf("C%09d", i))
		if len(messages) != 2 || messages[1].ThreadTS != messages[0].TS {
			t.Errorf("channel %d has %+v", i, messages)
			continue
		}
		var sec, micro int64
		fmt.Sscanf(messages[0].TS, "%d.%d", &sec, &micro)
		parents = append(parents, time.UnixMicro(sec*1e6+micro).Sub(began))
	}
	slices.Sort(parents)
	done := slack.arrivals[len(slack.arrivals)-1].Sub(began)
	t.Logf("%d channels, %d messages in %s (half of the channels had theirs after %s), %d requests refused",
		channels, len(slack.arrivals), done.Round(time.Second), parents[len(parents)/2].Round(time.Second), slack.refused)
	if done > 5*time.Minute {
		t.Errorf("done after %s, want 5m or less", done)
	}
}

// post lets two schedulers work until so many runs have ended.
func post(t *testing.T, opened *store.Store, url string, clock quick, runs int) {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 2*time.Minute)
	defer stop()
	var mu sync.Mutex
	var working sync.WaitGroup
	report := func(r schedule.Report) {
		mu.Lock()
		defer mu.Unlock()
		if runs--; runs == 0 {
			stop()
		}
	}
	log := slog.New(slog.DiscardHandler)
	for range 2 {
		poster := bot.NewPoster(bot.NewClient(token, url+"/api/", nil), log, clock)
		working.Go(func() {
			schedule.New(schedule.Config{
				Store: opened, Editor: short{}, Poster: poster, Log: log, Report: report,
				Look: time.Second / rush, Pace: store.Pace{Channel: 1100 * time.Millisecond / rush, Workspace: time.Minute / (perMinute - 30) / rush},
			}).Run(ctx)
		})
	}
	working.Wait()
}
