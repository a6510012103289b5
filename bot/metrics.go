package bot

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"sync"
	"time"

	"newsbot/bot/schedule"
	"newsbot/digest/poll"
)

// Metrics counts what an App, a schedule.Scheduler and a poll.Poller do. It is an http.Handler
// that shows it in the text form of Prometheus. It is safe for concurrent use.
type Metrics struct {
	mu      sync.Mutex
	errands map[[2]string]int // by kind and outcome
	bad     int
	answers *histogram
	gauges  map[string]gauge
	runs    runFigures
	news    newsFigures
}

// gauge is a figure that is looked up when it is asked for.
type gauge struct {
	help  string
	value func(context.Context) (n int, known bool)
}

// gaugeTime is how long all gauges together may take to be looked up.
const gaugeTime = 2 * time.Second

// NewMetrics returns Metrics at zero: all counters are shown from the start, so that the
// first event can be told from none.
func NewMetrics() *Metrics {
	m := &Metrics{
		errands: make(map[[2]string]int), gauges: make(map[string]gauge), runs: newRunFigures(), news: newNewsFigures(),
		answers: newHistogram(50*time.Millisecond, 100*time.Millisecond, 300*time.Millisecond, time.Second, 3*time.Second, 10*time.Second, 30*time.Second),
	}
	for _, k := range []kind{isCommand, isMention, isClick, isSubmission, isHome} {
		for _, outcome := range []string{wasAnswered, wasFailed, wasLate, wasUndelivered, wasRefused, wasRepeated, wasStarting} {
			m.errands[[2]string{string(k), outcome}] = 0
		}
	}
	return m
}

// atZero returns a count of each outcome.
func atZero(outcomes []string) map[string]int {
	counts := make(map[string]int)
	for _, outcome := range outcomes {
		counts[outcome] = 0
	}
	return counts
}

// count counts an errand.
func (m *Metrics) count(k kind, outcome string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.errands[[2]string{string(k), outcome}]++
}

// forged counts a request without a good signature.
func (m *Metrics) forged() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.bad++
}

// took notes how long an errand took until its answer was delivered.
func (m *Metrics) took(d time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.answers.add(d)
}

// attempted counts an attempt to post a digest.
func (m *Metrics) attempted(r schedule.Report) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.runs.add(r)
}

// Gathered counts a feed that was read or an item that was taken in.
func (m *Metrics) Gathered(r poll.Report) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.news.add(r)
}

// gauge adds a figure, which is left out where it is not known.
func (m *Metrics) gauge(name, help string, value func(context.Context) (n int, known bool)) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.gauges[name] = gauge{help, value}
}

// ServeHTTP shows the figures.
func (m *Metrics) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	var text bytes.Buffer // who reads slowly must not hold up who counts
	gauges := m.write(&text)
	ctx, cancel := context.WithTimeout(r.Context(), gaugeTime)
	defer cancel()
	for _, name := range slices.Sorted(maps.Keys(gauges)) {
		if n, known := gauges[name].value(ctx); known {
			head(&text, name, "gauge", gauges[name].help)
			fmt.Fprintf(&text, "%s %d\n", name, n)
		}
	}
	text.WriteTo(w)
}

// write shows what was counted, and returns the gauges, which are not to be looked up
// while the counters are held.
func (m *Metrics) write(w io.Writer) map[string]gauge {
	m.mu.Lock()
	defer m.mu.Unlock()
	head(w, "newsbot_errands_total", "counter", "What people asked, by kind and by what became of it.")
	for _, key := range slices.SortedFunc(maps.Keys(m.errands), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) }) {
		fmt.Fprintf(w, "newsbot_errands_total{kind=%q,outcome=%q} %d\n", key[0], key[1], m.errands[key])
	}
	head(w, "newsbot_forged_requests_total", "counter", "HTTP requests without a good signature.")
	fmt.Fprintf(w, "newsbot_forged_requests_total %d\n", m.bad)
	m.answers.write(w, "newsbot_answer_seconds", "From the beginning of the work to the delivered answer.")
	m.runs.write(w)
	m.news.write(w)
	return maps.Clone(m.gauges)
}

func head(w io.Writer, name, kind, help string) {
	fmt.Fprintf(w, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, kind)
}
