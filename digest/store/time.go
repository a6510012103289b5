package store

import (
	"strconv"
	"time"
)

const day = 24 * time.Hour

func dayOf(t time.Time) string     { return t.UTC().Format(time.DateOnly) }
func dayEnd(t time.Time) time.Time { return t.UTC().Truncate(day).Add(day) }

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

func parseMilli(s string) (time.Time, error) {
	ms, err := strconv.ParseInt(s, 10, 64)
	return time.UnixMilli(ms).UTC(), err
}

// milli reads Unix milliseconds, "" as the zero time.
func milli(s string) time.Time {
	t, err := parseMilli(s)
	if err != nil {
		return time.Time{}
	}
	return t
}
