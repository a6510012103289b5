package poll

import (
	"fmt"
	"time"

	"newsbot/digest/render"
	"newsbot/digest/store"
)

// Health is how a feed is, in words for people. What a feed says stands in it as
// it came.
type Health struct {
	Success string // when it was read last: "2 h ago", "never"
	PerDay  string // items that it brings a day: "3.2"
	Full    string // the share of them that came with their full text: "80%"; "-" for none
	Trouble string // what is wrong with it, "" if it is well
}

// HealthOf returns how a feed is, for people who read that at now in a zone.
func HealthOf(f store.Feed, now time.Time, zone *time.Location) Health {
	return Health{
		Success: ago(f.Health.Succeeded, now, zone),
		PerDay:  fmt.Sprintf("%.1f", f.PerDay(now)),
		Full:    percent(f.Full, f.Items),
		Trouble: trouble(f, now, zone),
	}
}

// ago tells when something was.
func ago(t, now time.Time, zone *time.Location) string {
	if t.IsZero() {
		return "never"
	}
	return render.When(t, now, zone)
}

func percent(part, all int) string {
	if all == 0 {
		return "-"
	}
	return fmt.Sprintf("%d%%", 100*part/all)
}

// trouble says what is wrong with a feed, "" if it is well.
func trouble(f store.Feed, now time.Time, zone *time.Location) string {
	switch {
	case f.State != store.FeedActive:
		return f.Why
	case f.Health.Failures > 0:
		return fmt.Sprintf("%s (%s since %s)", f.Health.Failure, render.Plural(f.Health.Failures, "failure", "failures"), ago(f.Health.Failing, now, zone))
	}
	return ""
}
