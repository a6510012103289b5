package bot

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"newsbot/digest/poll"
)

// newsFigures counts what a poll.Poller does.
type newsFigures struct {
	outcomes map[string]int // of feeds and items
	brought  int            // items that feeds brought
}

func newNewsFigures() newsFigures { return newsFigures{outcomes: atZero(poll.Outcomes())} }

// add counts a feed or an item.
func (f *newsFigures) add(r poll.Report) {
	f.outcomes[r.Outcome]++
	f.brought += r.New
}

// write shows the figures in the text form of Prometheus.
func (f *newsFigures) write(w io.Writer) {
	for _, c := range []struct{ what, name, help string }{
		{"feed", "newsbot_feed_readings_total", "Readings of feeds, by what came of them."},
		{"item", "newsbot_items_total", "Items of feeds that were given out to be taken in, by what became of them."},
	} {
		head(w, c.name, "counter", c.help)
		for _, outcome := range slices.Sorted(maps.Keys(f.outcomes)) {
			if what, came, _ := strings.Cut(outcome, " "); what == c.what {
				fmt.Fprintf(w, "%s{outcome=%q} %d\n", c.name, came, f.outcomes[outcome])
			}
		}
	}
	head(w, "newsbot_new_items_total", "counter", "Items that feeds brought for the first time, or changed.")
	fmt.Fprintf(w, "newsbot_new_items_total %d\n", f.brought)
}
