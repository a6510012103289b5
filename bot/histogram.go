package bot

import (
	"fmt"
	"io"
	"time"
)

// histogram counts lengths of time.
type histogram struct {
	bounds []time.Duration // the upper ones
	within []int           // how many were no longer than each
	count  int
	total  time.Duration
}

func newHistogram(bounds ...time.Duration) *histogram {
	return &histogram{bounds: bounds, within: make([]int, len(bounds))}
}

// add counts a length of time.
func (h *histogram) add(d time.Duration) {
	h.count++
	h.total += d
	for i, bound := range h.bounds {
		if d <= bound {
			h.within[i]++
		}
	}
}

// write shows the histogram in the text form of Prometheus, in seconds.
func (h *histogram) write(w io.Writer, name, help string) {
	head(w, name, "histogram", help)
	for i, bound := range h.bounds {
		fmt.Fprintf(w, "%s_bucket{le=\"%g\"} %d\n", name, bound.Seconds(), h.within[i])
	}
	fmt.Fprintf(w, "%s_bucket{le=\"+Inf\"} %d\n%s_sum %g\n%s_count %d\n", name, h.count, name, h.total.Seconds(), name, h.count)
}
