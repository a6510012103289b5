package crash

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"newsbot/bot/schedule"
	"newsbot/bot/slackfake"
	"newsbot/digest/replica"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

const token = "xoxb-crash"

// hold is how long a dead replica's runs stay with it.
const hold = 600 * time.Millisecond

// bench is where replicas are killed: a Redis and a fake Slack.
type bench struct {
	t      testing.TB
	slack  *slackfake.Slack
	server *httptest.Server
	store  *store.Store
	orders orders
	storms atomic.Bool // whether Slack loses answers and slows down
	mixed  bool        // whether two processes may have put a digest together

	mu      sync.Mutex
	reports []schedule.Report
	killed  int
	faults  int
	due     []store.Due // one in each channel
}

func newBench(t testing.TB, redisURL, prefix string) *bench {
	t.Helper()
	opened := storetest.At(t, redisURL, store.Options{Prefix: prefix, Wait: true})
	b := &bench{t: t, store: opened}
	start := time.Now()
	b.slack = slackfake.New(slackfake.Options{Token: token, Scopes: []string{"chat:write", "channels:history"},
		Now: func() time.Time { return start.Add(speed * time.Since(start)) }})
	b.server = httptest.NewServer(http.HandlerFunc(b.serve))
	t.Cleanup(b.server.Close)
	b.orders = orders{Redis: redisURL, Prefix: prefix, Slack: b.server.URL + "/api/", Hold: hold, Distrust: time.Nanosecond}
	return b
}

// serve is Slack on a bad day: one post in ten goes wrong.
func (b *bench) serve(w http.ResponseWriter, r *http.Request) {
	if b.storms.Load() && strings.HasSuffix(r.URL.Path, "chat.postMessage") && rand.IntN(10) == 0 {
		faults := []slackfake.Fault{
			{Status: 502}, {Status: 502, Done: true}, {Cut: true}, {Cut: true, Done: true},
			{Error: "internal_error", Done: true}, {Status: 429, RetryAfter: time.Second}, {Error: "ratelimited"}}
		b.mu.Lock()
		b.faults++
		b.mu.Unlock()
		b.slack.Fail("chat.postMessage", faults[rand.IntN(len(faults))])
	}
	b.slack.ServeHTTP(w, r)
}

// subscribe has a digest due now in a new channel, and returns its ID.
func (b *bench) subscribe() string {
	b.t.Helper()
	id := fmt.Sprintf("C%09d", len(b.due))
	b.slack.AddChannel(slackfake.Channel{ID: id, Name: strings.ToLower(id), Member: true})
	due := time.Now().Truncate(time.Minute)
	b.due = append(b.due, store.Due{At: due, Subscription: store.Subscription{
		ID: "S" + id, Channel: id, Name: id, At: due.UTC().Format("15:04"), Zone: "UTC"}})
	if err := b.store.Subscribe(b.t.Context(), b.due[len(b.due)-1].Subscription, due); err != nil {
		b.t.Fatal(err)
	}
	return id
}

// forgets says that Redis may lose what it wrote: a digest may be put together
// twice, and is looked for in its channel before it is begun.
func (b *bench) forgets() { b.mixed, b.orders.Distrust = true, time.Hour }

// renew keeps subscriptions again that Redis has lost.
func (b *bench) renew() {
	b.t.Helper()
	for _, d := range b.due {
		_, ok, err := b.store.Subscription(b.t.Context(), d.ID)
		if err == nil && !ok {
			err = b.store.Subscribe(b.t.Context(), d.Subscription, d.At)
		}
		if err != nil {
			b.t.Fatal(err)
		}
	}
}

// process is a replica.
type process struct {
	cmd  *exec.Cmd
	log  bytes.Buffer
	done chan struct{} // closed when it has ended
}

// start starts a replica that kills itself at a step, or at none.
func (b *bench) start(step int, skew time.Duration) *process {
	b.t.Helper()
	o := b.orders
	o.Step, o.Skew = step, skew
	r := &process{cmd: replica.Command(b.t, o), done: make(chan struct{})}
	r.cmd.Stderr = &r.log
	out, err := r.cmd.StdoutPipe()
	if err == nil {
		err = r.cmd.Start()
	}
	if err != nil {
		b.t.Fatal(err)
	}
	go func() {
		defer close(r.done)
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			var report schedule.Report
			if json.Unmarshal(lines.Bytes(), &report) == nil {
				b.mu.Lock()
				b.reports = append(b.reports, report)
				b.mu.Unlock()
			}
		}
		if err := r.cmd.Wait(); err != nil {
			b.mu.Lock()
			b.killed++
			b.mu.Unlock()
		}
	}()
	return r
}

// kill ends a replica by SIGKILL.
func (r *process) kill() {
	r.cmd.Process.Signal(syscall.SIGKILL)
	<-r.done
}

// stop ends a replica as a rolling restart does.
func (r *process) stop() {
	r.cmd.Process.Signal(syscall.SIGTERM)
	<-r.done
}

// freeze lets a replica stand still for longer than its runs stay with it.
func (r *process) freeze() {
	r.cmd.Process.Signal(syscall.SIGSTOP)
	time.Sleep(hold * 3 / 2)
	r.cmd.Process.Signal(syscall.SIGCONT)
}

// reported reports whether an attempt at a run has had an outcome.
func (b *bench) reported(outcome string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.ContainsFunc(b.reports, func(r schedule.Report) bool { return r.Outcome == outcome })
}

// whole reports whether the digest of a channel stands, in order and once; why
// says what is wrong with what stands, "" if it is only not complete.
func (b *bench) whole(channel string) (whole bool, why string) {
	var maker string
	messages := b.slack.Messages(channel)
	for n, m := range messages {
		var name, made string
		var number int
		if _, err := fmt.Sscan(m.Text, &name, &number, &made); err != nil || name != channel || number != n {
			return false, fmt.Sprintf("message %d is %q", n, m.Text)
		}
		if n == 0 {
			maker = made
		}
		if made != maker && !b.mixed {
			return false, fmt.Sprintf("message %d is of another digest", n)
		}
		if (n > 0) != (m.ThreadTS != "") || n > 0 && m.ThreadTS != messages[0].TS {
			return false, fmt.Sprintf("message %d is in the wrong place", n)
		}
	}
	return len(messages) == replies+1, ""
}

// await waits until all digests stand.
func (b *bench) await(channels []string, limit time.Duration) {
	b.t.Helper()
	for deadline := time.Now().Add(limit); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if b.missing(channels) == 0 {
			return
		}
	}
	b.t.Errorf("%d of %d digests are missing after %s", b.missing(channels), len(channels), limit)
}

func (b *bench) missing(channels []string) (n int) {
	for _, c := range channels {
		if whole, _ := b.whole(c); !whole {
			n++
		}
	}
	return n
}

// judge checks every channel and prints the figures.
func (b *bench) judge(channels []string, began time.Time) {
	b.t.Helper()
	good := 0
	for _, c := range channels {
		whole, why := b.whole(c)
		if whole {
			good++
			continue
		}
		_, subscribed, err := b.store.Subscription(b.t.Context(), "S"+c)
		b.t.Errorf("%s: %d messages stand, %s; Redis has its subscription: %t, %v", c, len(b.slack.Messages(c)), cmp.Or(why, "all well"), subscribed, err)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	var sum schedule.Report
	takeovers := 0
	for _, r := range b.reports {
		sum.Posted += r.Posted
		sum.Retried += r.Retried
		sum.Found += r.Found
		if r.Takeover {
			takeovers++
		}
	}
	b.t.Logf("%d runs, %d with every message exactly once and the thread in order; %d processes killed, %d faults of Slack, "+
		"%d takeovers, %d requests made again, %d messages found instead of sent twice; %s",
		len(channels), good, b.killed, b.faults, takeovers, sum.Retried, sum.Found, time.Since(began).Round(time.Second))
}
