package store

import (
	"errors"
	"fmt"
	"time"
)

// First bytes of the records of feeds.
const (
	feedVersion   = 1
	healthVersion = 1
)

func encodeFeed(f Feed) string {
	w := writer{[]byte{feedVersion}}
	w.string(f.Address)
	w.string(f.Source)
	w.string(f.Maker)
	w.time(f.Added)
	w.optional(f.Vouched)
	return string(w.b)
}

// decodeFeed reads what people said of a feed, and what its readings told, ""
// where there was none. If the latter is damaged, the feed counts as never read.
func decodeFeed(id, record, health string) (Feed, error) {
	r, err := versioned(record, feedVersion)
	if err != nil {
		return Feed{}, fmt.Errorf("read feed %s: %w", id, err)
	}
	f := Feed{ID: id, State: FeedActive, Address: r.string(), Source: r.string(), Maker: r.string(), Added: r.time(), Vouched: r.optional()}
	if health != "" && !r.bad {
		if f.Health, err = decodeHealth(health); err != nil && !errors.Is(err, errRecord) {
			return Feed{}, fmt.Errorf("read feed %s: %w", id, err)
		}
	}
	if r.bad {
		return Feed{}, fmt.Errorf("read feed %s: %w", id, errRecord)
	}
	return f, nil
}

func encodeHealth(h FeedHealth) string {
	w := writer{[]byte{healthVersion}}
	for _, s := range []string{h.Title, h.Site, h.ETag, h.LastModified, h.Failure} {
		w.string(s)
	}
	for _, t := range []time.Time{h.Checked, h.Succeeded, h.Changed, h.Failing} {
		w.time(t)
	}
	w.int(h.Failures)
	w.int(int(h.Interval))
	if !h.Capped.IsZero() { // the records of older versions end before
		w.time(h.Capped)
	}
	return string(w.b)
}

func decodeHealth(record string) (FeedHealth, error) {
	r, err := versioned(record, healthVersion)
	if err != nil {
		return FeedHealth{}, err
	}
	var h FeedHealth
	for _, s := range []*string{&h.Title, &h.Site, &h.ETag, &h.LastModified, &h.Failure} {
		*s = r.string()
	}
	for _, t := range []*time.Time{&h.Checked, &h.Succeeded, &h.Changed, &h.Failing} {
		*t = r.time()
	}
	h.Failures = r.int()
	h.Interval = time.Duration(r.int())
	if r.s != "" {
		h.Capped = r.time()
	}
	if r.bad {
		return FeedHealth{}, errRecord
	}
	return h, nil
}
