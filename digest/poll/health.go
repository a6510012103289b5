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

// HealthOf returns how a feed is, for somebody who reads that at now.
func HealthOf(f store.Feed, now time.Time, by render.Reader) Health {
	return Health{
		Success: ago(f.Health.Succeeded, now, by),
		PerDay:  by.Decimal(f.PerDay(now)),
		Full:    percent(f.Full, f.Items),
		Trouble: trouble(f, now, by),
	}
}

// ago tells when something was.
func ago(t, now time.Time, by render.Reader) string {
	if t.IsZero() {
		return "never"
	}
	return by.When(t, now)
}

func percent(part, all int) string {
	if all == 0 {
		return "-"
	}
	return fmt.Sprintf("%d%%", 100*part/all)
}

// trouble says what is wrong with a feed, "" if it is well.
func trouble(f store.Feed, now time.Time, by render.Reader) string {
	switch {
	case f.State != store.FeedActive:
		return f.Why
	case f.Health.Failures > 0:
		first := ""
		if f.Health.Failures > 1 {
			first = "the first "
		}
		return fmt.Sprintf("%s (%s, %s%s)", f.Health.Failure, by.Plural(f.Health.Failures, "failure", "failures"), first, ago(f.Health.Failing, now, by))
	case f.Health.CappedOn(now):
		return "brings more than is taken from one source in a day; the rest waits until midnight UTC"
	}
	return ""
}
