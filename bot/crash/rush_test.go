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

// perMinute is how many messages a minute the workspace takes.
const perMinute = 600

// quick is a clock for a rush hour, which passes so many times faster than real.
type quick struct {
	start time.Time
	rush  time.Duration
}

func (c quick) Now() time.Time { return c.start.Add(c.rush * time.Since(c.start)) }

func (c quick) Sleep(ctx context.Context, d time.Duration) error {
	return bot.SystemClock{}.Sleep(ctx, d/c.rush)
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
func (short) Compose(_ context.Context, sub store.Subscription, _ schedule.Issue) (schedule.Edition, error) {
	return schedule.Edition{Messages: []block.Message{{Text: sub.Name}, {Text: "the rest"}}}, nil
}

// rushHour is what is due at nine.
type rushHour struct {
	t        *testing.T
	slack    *crowd
	url      string
	clock    quick
	store    *store.Store
	channels []string
	persons  []string // who watch something
}

// TestRushHour: a thousand channels that want their digest at nine have it by
// five past nine, from two replicas, and Slack has to refuse next to nothing.
// People who ask meanwhile have their answers at once, and what others watch, due
// just before, comes after the digests. A machine that is too busy for an hour
// in three minutes may show it in twelve.
func TestRushHour(t *testing.T) {
	channels, persons := 1000, 200
	if testing.Short() {
		channels, persons = 100, 20
	}
	wrong := newRushHour(t, 20).pass(channels, persons)
	if len(wrong) > 0 {
		t.Logf("once more, slower, since %s", strings.Join(wrong, ", "))
		wrong = newRushHour(t, 5).pass(channels, persons)
	}
	for _, w := range wrong {
		t.Error(w)
	}
}

// pass lets the rush hour pass, and returns what was wrong with it.
func (h *rushHour) pass(channels, persons int) (wrong []string) {
	h.t.Helper()
	for i := range channels {
		id := fmt.Sprintf("C%09d", i)
		h.slack.AddChannel(slackfake.Channel{ID: id, Name: strings.ToLower(id), Member: true})
		h.channels = append(h.channels, id)
		h.subscribe(id, time.Now())
	}
	for i := range persons {
		id := fmt.Sprintf("U%09d", i)
		h.slack.AddUser(slackfake.User{ID: id, Name: strings.ToLower(id)})
		h.persons = append(h.persons, id)
		h.subscribe(id, time.Now().Add(-time.Minute))
	}
	began := h.clock.Now()
	answers := h.work(channels + persons)
	parents, replies := h.arrivals(h.channels, began)
	watches, _ := h.arrivals(h.persons, began)
	done := max(parents[len(parents)-1], replies[len(replies)-1])
	h.t.Logf("%d digests and as many replies stood after %s (half of the digests after %s), %d messages to persons after %s (half after %s); "+
		"%d answers meanwhile, half in %s, the slowest in %s; %d requests refused",
		channels, done.Round(time.Second), middle(parents).Round(time.Second),
		persons, watches[len(watches)-1].Round(time.Second), middle(watches).Round(time.Second),
		len(answers), middle(answers).Round(10*time.Millisecond), answers[len(answers)-1].Round(10*time.Millisecond), h.slack.refused)
	if done > 5*time.Minute {
		wrong = append(wrong, fmt.Sprintf("the digests stood after %s, want 5m or less", done))
	}
	if middle(watches) < parents[len(parents)*9/10] {
		wrong = append(wrong, fmt.Sprintf("half of the watches came after %s, want them after the digests", middle(watches)))
	}
	if late := answers[len(answers)*9/10]; late > 5*time.Second {
		wrong = append(wrong, fmt.Sprintf("a tenth of the answers took more than %s, want less than 5s", late))
	}
	return wrong
}

func middle(sorted []time.Duration) time.Duration { return sorted[len(sorted)/2] }

func newRushHour(t *testing.T, rush time.Duration) *rushHour {
	t.Helper()
	clock := quick{time.Now(), rush}
	slack := &crowd{clock: clock, Slack: slackfake.New(slackfake.Options{Token: token, Scopes: []string{"chat:write", "channels:history"}, Now: clock.Now})}
	slack.AddChannel(slackfake.Channel{ID: "CANSWERS00", Name: "answers", Member: true})
	server := httptest.NewServer(slack)
	t.Cleanup(server.Close)
	opened := storetest.At(t, storetest.StartRedis(t).URL(), store.Options{Wait: true, Distrust: time.Nanosecond})
	return &rushHour{t: t, slack: slack, url: server.URL + "/api/", clock: clock, store: opened}
}

// subscribe has a digest due to a channel or a person.
func (h *rushHour) subscribe(to string, due time.Time) {
	h.t.Helper()
	due = due.Truncate(time.Minute)
	sub := store.Subscription{ID: "S" + to, Channel: to, Name: to, At: due.UTC().Format("15:04"), Zone: "UTC"}
	if err := h.store.Subscribe(h.t.Context(), sub, due); err != nil {
		h.t.Fatal(err)
	}
}

// arrivals returns when the messages of some channels came, and their replies, in
// order.
func (h *rushHour) arrivals(to []string, began time.Time) (parents, replies []time.Duration) {
	h.t.Helper()
	for _, id := range to {
		channel := id
		if id[0] == 'U' {
			channel = h.slack.Direct(id).ID
		}
		messages := h.slack.Messages(channel)
		if len(messages) != 2 || messages[1].ThreadTS != messages[0].TS {
			h.t.Fatalf("%s has %+v", id, messages)
		}
		parents = append(parents, stamped(messages[0].TS).Sub(began))
		replies = append(replies, stamped(messages[1].TS).Sub(began))
	}
	slices.Sort(parents)
	slices.Sort(replies)
	return parents, replies
}

// stamped returns the time that a ts tells.
func stamped(ts string) time.Time {
	var sec, micro int64
	fmt.Sscanf(ts, "%d.%d", &sec, &micro)
	return time.UnixMicro(sec*1e6 + micro)
}

// poster returns the Poster of a replica.
func (h *rushHour) poster() *bot.Poster {
	p := bot.NewPoster(bot.NewClient(token, h.url, nil), slog.New(slog.DiscardHandler), h.clock)
	p.Share(h.store, store.Pace{
		Channel: 1100 * time.Millisecond / h.clock.rush, Workspace: time.Minute / (perMinute - 30) / h.clock.rush, Rest: time.Second / h.clock.rush})
	return p
}

// work lets two schedulers work until so many digests are posted. Meanwhile somebody
// asks something every two seconds; how long the answers took comes back, in order.
func (h *rushHour) work(runs int) (answers []time.Duration) {
	h.t.Helper()
	ctx, stop := context.WithTimeout(h.t.Context(), 5*time.Minute)
	defer stop()
	var mu sync.Mutex
	report := func(r schedule.Report) {
		if r.Outcome != schedule.Posted { // it is tried again
			return
		}
		mu.Lock()
		defer mu.Unlock()
		if runs--; runs == 0 {
			stop()
		}
	}
	var working sync.WaitGroup
	for range 2 {
		working.Go(func() {
			schedule.New(schedule.Config{
				Store: h.store, Editor: short{}, Poster: h.poster(), Log: slog.New(slog.DiscardHandler), Report: report, Look: time.Second / h.clock.rush,
			}).Run(ctx)
		})
	}
	answerer := h.poster()
	for h.clock.Sleep(ctx, 2*time.Second) == nil {
		began := h.clock.Now()
		if _, err := answerer.Post(ctx, "CANSWERS00", []block.Message{{Text: "an answer"}}); err == nil {
			answers = append(answers, h.clock.Now().Sub(began))
		}
	}
	working.Wait()
	slices.Sort(answers)
	return answers
}
