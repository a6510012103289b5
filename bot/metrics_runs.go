package bot

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"newsbot/bot/schedule"
)

// lateness are the upper bounds of the histogram of how late digests come.
var lateness = [...]time.Duration{
	5 * time.Second, 30 * time.Second, time.Minute, 5 * time.Minute, 15 * time.Minute, time.Hour, 3 * time.Hour}

// runFigures counts what a schedule.Scheduler does.
type runFigures struct {
	attempts  map[string]int // by outcome
	tally     schedule.Tally
	takeovers int
	within    [len(lateness)]int // digests that were posted no later than the bound
	posted    int
	late      time.Duration // of all of them
}

// add counts an attempt.
func (f *runFigures) add(r schedule.Report) {
	if f.attempts == nil {
		f.attempts = make(map[string]int)
	}
	f.attempts[r.Outcome]++
	f.tally.Posted += r.Posted
	f.tally.Retried += r.Retried
	f.tally.Found += r.Found
	if r.Takeover {
		f.takeovers++
	}
	if r.Outcome != schedule.Posted {
		return
	}
	f.posted++
	f.late += r.Lateness
	for i, bound := range lateness {
		if r.Lateness <= bound {
			f.within[i]++
		}
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
	const name = "newsbot_digest_late_seconds"
	head(w, name, "histogram", "From when a digest was due until it stood.")
	for i, bound := range lateness {
		fmt.Fprintf(w, "%s_bucket{le=\"%g\"} %d\n", name, bound.Seconds(), f.within[i])
	}
	fmt.Fprintf(w, "%s_bucket{le=\"+Inf\"} %d\n%s_sum %g\n%s_count %d\n", name, f.posted, name, f.late.Seconds(), name, f.posted)
}
