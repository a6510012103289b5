package bot

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"newsbot/bot/schedule"
)

// runFigures counts what a schedule.Scheduler does.
type runFigures struct {
	attempts  map[string]int // by outcome
	tally     schedule.Tally
	takeovers int
	late      *histogram // by how much digests came late
}

func newRunFigures() runFigures {
	return runFigures{attempts: atZero(schedule.Outcomes()), late: newHistogram(
		5*time.Second, 30*time.Second, time.Minute, 5*time.Minute, 15*time.Minute, time.Hour, 3*time.Hour)}
}

// add counts an attempt.
func (f *runFigures) add(r schedule.Report) {
	f.attempts[r.Outcome]++
	f.tally.Posted += r.Posted
	f.tally.Retried += r.Retried
	f.tally.Found += r.Found
	if r.Takeover {
		f.takeovers++
	}
	if r.Lateness > 0 {
		f.late.add(r.Lateness)
	}
}

// write shows the figures in the text form of Prometheus.
func (f *runFigures) write(w io.Writer) {
	head(w, "newsbot_digests_total", "counter", "Attempts to post a digest, by what became of them.")
	for _, outcome := range slices.Sorted(maps.Keys(f.attempts)) {
		fmt.Fprintf(w, "newsbot_digests_total{outcome=%q} %d\n", outcome, f.attempts[outcome])
	}
	for _, c := range []struct {
		name, help string
		n          int
	}{
		{"newsbot_posts_total", "Messages of digests that were posted.", f.tally.Posted},
		{"newsbot_post_retries_total", "Requests to post that were made again.", f.tally.Retried},
		{"newsbot_duplicates_prevented_total", "Messages that stood already when they were to be posted again.", f.tally.Found},
		{"newsbot_takeovers_total", "Attempts at a digest that another one had begun.", f.takeovers},
	} {
		head(w, c.name, "counter", c.help)
		fmt.Fprintf(w, "%s %d\n", c.name, c.n)
	}
	f.late.write(w, "newsbot_digest_late_seconds", "From when a digest was due until its message in the channel stood.")
}
