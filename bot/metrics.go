package bot

import (
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

// seconds are the upper bounds of the histogram of answers.
var seconds = [...]float64{0.05, 0.1, 0.3, 1, 3, 10, 30}

// Metrics counts what an App, a schedule.Scheduler and a poll.Poller do. It is an http.Handler
// that shows it in the text form of Prometheus. It is safe for concurrent use.
type Metrics struct {
	mu      sync.Mutex
	errands map[[2]string]int // by kind and outcome
	bad     int
	within  [len(seconds)]int // answers that took no longer than the bound
	answers int
	total   time.Duration
	gauges  map[string]gauge
	runs    runFigures
	news    newsFigures
}

// gauge is a figure that is looked up when it is asked for.
type gauge struct {
	help  string
	value func() int
}

// NewMetrics returns Metrics at zero.
func NewMetrics() *Metrics {
	return &Metrics{errands: make(map[[2]string]int), gauges: make(map[string]gauge)}
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
	m.answers++
	m.total += d
	for i, bound := range seconds {
		if d.Seconds() <= bound {
			m.within[i]++
		}
	}
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

// gauge adds a figure.
func (m *Metrics) gauge(name, help string, value func() int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.gauges[name] = gauge{help, value}
}

// ServeHTTP shows the figures.
func (m *Metrics) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	m.mu.Lock()
	defer m.mu.Unlock()
	head(w, "newsbot_errands_total", "counter", "What people asked, by kind and by what became of it.")
	for _, key := range slices.SortedFunc(maps.Keys(m.errands), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) }) {
		fmt.Fprintf(w, "newsbot_errands_total{kind=%q,outcome=%q} %d\n", key[0], key[1], m.errands[key])
	}
	head(w, "newsbot_forged_requests_total", "counter", "HTTP requests without a good signature.")
	fmt.Fprintf(w, "newsbot_forged_requests_total %d\n", m.bad)
	m.writeAnswers(w)
	m.runs.write(w)
	m.news.write(w)
	for _, name := range slices.Sorted(maps.Keys(m.gauges)) {
		head(w, name, "gauge", m.gauges[name].help)
		fmt.Fprintf(w, "%s %d\n", name, m.gauges[name].value())
	}
}

func (m *Metrics) writeAnswers(w io.Writer) {
	const name = "newsbot_answer_seconds"
	head(w, name, "histogram", "From the beginning of the work to the delivered answer.")
	for i, bound := range seconds {
		fmt.Fprintf(w, "%s_bucket{le=\"%g\"} %d\n", name, bound, m.within[i])
	}
	fmt.Fprintf(w, "%s_bucket{le=\"+Inf\"} %d\n%s_sum %g\n%s_count %d\n", name, m.answers, name, m.total.Seconds(), name, m.answers)
}

func head(w io.Writer, name, kind, help string) {
	fmt.Fprintf(w, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, kind)
}
