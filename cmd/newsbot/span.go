package main

import (
	"fmt"
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

// parseDate reads a day, a week or a month as /news does: 2026-11-23, 20 Nov, monday, last week, november, 2026-11.
func parseDate(s string, now time.Time) (from, to time.Time, err error) {
	from, to, ok, err := command.ParseDays(s, now)
	if err == nil && !ok {
		err = fmt.Errorf("%q is no date; write it as 2026-11-23, 20 Nov, monday, yesterday, last week or november", s)
	}
	return from, to, err
}
