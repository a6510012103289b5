package load

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"newsbot/bot"
	"newsbot/bot/command"
	"newsbot/bot/slackfake"
	"newsbot/digest"
	"newsbot/digest/ingest"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

var (
	articleCount = flag.Int("articles", 2000, "articles in Redis")
	rate         = flag.Int("rate", 20, "commands a second")
	span         = flag.Duration("for", 3*time.Second, "how long commands come")
	redisURL     = flag.String("redis", "", "a Redis that keeps the articles from run to run, empty at first; \"\": one of its own")
)

// limits are what the 99th of a hundred may take in the long form, which lasts a
// minute.
const (
	ackLimit    = 50 * time.Millisecond
	answerLimit = 300 * time.Millisecond
	longForm    = time.Minute
)

const (
	token   = "xoxb-load"
	secret  = "a-signing-secret"
	channel = "C0LOAD0001"
	people  = 400 // who ask in turn, so that nobody asks again before the answer
)

// TestLoad has people ask at a rate, and times what they get.
func TestLoad(t *testing.T) {
	if *redisURL == "" {
		*redisURL = storetest.StartRedis(t).URL()
	}
	open := func(prefix string) *store.Store {
		return storetest.At(t, *redisURL, store.Options{Prefix: prefix})
	}
	news := open("")
	fill(t, news, *articleCount)
	b := newBench(t, news, open(fmt.Sprintf("run-%d:", time.Now().UnixNano()))) // the commands of another run have the same IDs
	b.warm()
	b.run(*rate, *span)
	b.report()
}

// fill takes articles in, and puts them into stories.
func fill(t *testing.T, news *store.Store, n int) {
	began := time.Now()
	if sources, err := news.Outlets(t.Context(), time.Time{}, time.Time{}); err != nil || len(sources) > 0 {
		t.Logf("the store has articles already (%v)", err)
		return
	}
	z, err := digest.NewAnalyzer()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ingest.Run(t.Context(), func(context.Context) iter.Seq[digest.Article] { return articles(n, time.Now()) }, z, news, func(err error) { t.Error(err) }); err != nil {
		t.Fatal(err)
	}
	if err := ingest.NewKeeper(news).Update(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d articles taken in and put into stories in %s", n, time.Since(began).Round(time.Second))
}

// bench is the bot between a Slack and people who ask.
type bench struct {
	t     testing.TB
	slack *slackfake.Slack

	mu    sync.Mutex
	open  map[string]*asking // by user
	by    map[string]*asking // by response_url
	done  []*asking
	wrong []string
}

// asking is a command on its way.
type asking struct {
	kind, line  string
	began       time.Time
	ack, answer time.Duration
}

func newBench(t testing.TB, news, ledger *store.Store) *bench {
	b := &bench{t: t, open: map[string]*asking{}, by: map[string]*asking{}}
	web := httptest.NewUnstartedServer(nil)
	b.slack = slackfake.New(slackfake.Options{Token: token, SigningSecret: secret, RequestURL: "http://" + web.Listener.Addr().String(),
		Scopes: []string{"chat:write", "users:read", "channels:read", "groups:read"}})
	b.slack.AddChannel(slackfake.Channel{ID: channel, Name: "load", Member: true})
	for i := range people {
		b.slack.AddUser(slackfake.User{ID: user(i), Name: user(i), Zone: "Europe/Copenhagen", Locale: "en-US"})
	}
	server := httptest.NewServer(http.HandlerFunc(b.serveSlack))
	t.Cleanup(server.Close)
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	poster := bot.NewPoster(bot.NewClient(token, server.URL+"/api/", &http.Client{}), log, bot.SystemClock{})
	app := bot.NewApp(bot.AppConfig{Poster: poster, Secret: secret, Zone: time.UTC})
	app.Open(command.New(command.Config{News: news, Subscriptions: news, Editor: bot.NewEditor(news), People: app.People(), Log: log}), ledger)
	web.Config.Handler = b.noting(app)
	web.Start()
	t.Cleanup(web.Close)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- app.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return b
}

func user(i int) string { return fmt.Sprintf("U0LOAD%04d", i) }

// noting notes which command has which response_url, before the bot hears of it.
func (b *bench) noting(app http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		form, _ := url.ParseQuery(string(body))
		if response, bad := url.Parse(form.Get("response_url")); err == nil && bad == nil {
			b.mu.Lock()
			b.by[response.Path] = b.open[form.Get("user_id")]
			b.mu.Unlock()
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		app.ServeHTTP(w, r)
	})
}

// serveSlack is Slack, and times the answers that come to it.
func (b *bench) serveSlack(w http.ResponseWriter, r *http.Request) {
	b.mu.Lock()
	a := b.by[r.URL.Path]
	delete(b.by, r.URL.Path)
	b.mu.Unlock()
	if a == nil {
		b.slack.ServeHTTP(w, r)
		return
	}
	body, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(body))
	shown := httptest.NewRecorder()
	b.slack.ServeHTTP(shown, r)
	w.WriteHeader(shown.Code)
	w.Write(shown.Body.Bytes())
	b.answered(a, r.URL.Path, shown.Code, string(body))
}

// excuses are what the bot says where it fails.
var excuses = []string{"Something went wrong", "too much to do", "took too long", "does not answer", "cannot reach"}

func (b *bench) answered(a *asking, path string, status int, body string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if strings.Contains(body, "The answer follows") {
		b.by[path] = a
		return
	}
	a.answer = time.Since(a.began)
	b.done = append(b.done, a)
	if status != http.StatusOK {
		b.wrong = append(b.wrong, fmt.Sprintf("%s: Slack answers %d", a.line, status))
	}
	for _, excuse := range excuses {
		if strings.Contains(body, excuse) {
			b.wrong = append(b.wrong, a.line+": "+excuse)
		}
	}
}

// warm asks each kind of question once, so that what is loaded once is loaded.
func (b *bench) warm() {
	for len(b.slack.Calls("auth.test")) == 0 {
		time.Sleep(10 * time.Millisecond) // the bot is not there yet
	}
	r := rand.New(rand.NewPCG(5, 6))
	for i := range 60 {
		kind, line := question(r)
		b.ask(i, kind, line)
	}
	b.settle()
	b.mu.Lock()
	defer b.mu.Unlock()
	b.done = nil
}

// run asks at a rate, whatever becomes of the answers, and waits for all of them.
func (b *bench) run(rate int, span time.Duration) {
	r := rand.New(rand.NewPCG(3, 4))
	tick := time.NewTicker(time.Second / time.Duration(rate))
	defer tick.Stop()
	var asking sync.WaitGroup
	for i := range int(span.Seconds() * float64(rate)) {
		<-tick.C
		kind, line := question(r)
		asking.Go(func() { b.ask(i%people, kind, line) })
	}
	asking.Wait()
	b.settle()
}

// ask types a command and waits for its acknowledgement.
func (b *bench) ask(who int, kind, line string) {
	a := &asking{kind: kind, line: strings.TrimSpace("/news " + line), began: time.Now()}
	b.mu.Lock()
	b.open[user(who)] = a
	b.mu.Unlock()
	err := b.slack.Command(b.t.Context(), user(who), channel, a.line)
	a.ack = time.Since(a.began)
	if err != nil {
		b.mu.Lock()
		b.wrong = append(b.wrong, a.line+": "+err.Error())
		b.mu.Unlock()
	}
}

// settle waits until no answer is on its way any more.
func (b *bench) settle() {
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		b.mu.Lock()
		left := len(b.by)
		b.mu.Unlock()
		if left == 0 {
			return
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for path, a := range b.by {
		b.t.Errorf("not answered at %s: %+v", path, a)
	}
	b.by = map[string]*asking{}
}

// report prints the figures, and fails for what went wrong.
func (b *bench) report() {
	b.mu.Lock()
	defer b.mu.Unlock()
	load, _ := os.ReadFile("/proc/loadavg")
	b.t.Logf("%d commands at %d/s, load average %.14s", len(b.done), *rate, load)
	ack := times(b.done, func(a *asking) time.Duration { return a.ack })
	answer := times(b.done, func(a *asking) time.Duration { return a.answer })
	b.t.Logf("%-20s %s", "acknowledgement", ack)
	b.t.Logf("%-20s %s", "answer", answer)
	byKind := map[string][]*asking{}
	for _, a := range b.done {
		byKind[a.kind] = append(byKind[a.kind], a)
	}
	for _, kind := range slices.Sorted(maps.Keys(byKind)) {
		b.t.Logf("  %-18s %s", kind, times(byKind[kind], func(a *asking) time.Duration { return a.answer }))
	}
	for _, w := range b.wrong[:min(5, len(b.wrong))] {
		b.t.Error(w)
	}
	if len(b.wrong) > 0 {
		b.t.Errorf("%d commands went wrong", len(b.wrong))
	}
	if *span >= longForm && (ack.at(99) > ackLimit || answer.at(99) > answerLimit) {
		b.t.Errorf("too slow: at most %s for an acknowledgement and %s for an answer", ackLimit, answerLimit)
	}
}

// durations are times in order.
type durations []time.Duration

func times(list []*asking, of func(*asking) time.Duration) durations {
	var out durations
	for _, a := range list {
		out = append(out, of(a))
	}
	slices.Sort(out)
	return out
}

// at returns the time that so many of a hundred keep to.
func (d durations) at(percent int) time.Duration {
	if len(d) == 0 {
		return 0
	}
	return d[min(len(d)-1, len(d)*percent/100)]
}

func (d durations) String() string {
	const unit = 100 * time.Microsecond
	return fmt.Sprintf("%5d  p50 %8s  p90 %8s  p99 %8s  max %8s", len(d), d.at(50).Round(unit), d.at(90).Round(unit), d.at(99).Round(unit), d.at(100).Round(unit))
}
