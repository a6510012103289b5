package main

import (
	"fmt"
	"strings"
	"time"

	"newsbot/bot/command"
)

// parseSpan reads a length of time as /news does, or a Go duration ("90m").
func parseSpan(s string) (time.Duration, error) {
	if d, ok := command.ParseSpan(s); ok {
		return d, nil
	}
	d, err := time.ParseDuration(s)
	if err != nil || d <= 0 {
		return 0, fmt.Errorf("%q is no length of time; write it as 24h, 7d or 2w", s)
	}
	return d, nil
}

// parseDay reads a calendar day in a zone: 2026-11-23, today or yesterday.
func parseDay(s string, now time.Time, zone *time.Location) (from, to time.Time, err error) {
	y, m, d := now.In(zone).Date()
	switch strings.ToLower(s) {
	case "today":
	case "yesterday":
		d--
	default:
		t, err := time.ParseInLocation(time.DateOnly, s, zone)
		if err != nil {
			return from, to, fmt.Errorf("%q is no date; write it as 2026-11-23, today or yesterday", s)
		}
		y, m, d = t.Date()
	}
	return time.Date(y, m, d, 0, 0, 0, 0, zone), time.Date(y, m, d+1, 0, 0, 0, 0, zone), nil
}
