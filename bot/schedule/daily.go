// Package schedule tells when a digest is due.
package schedule

import (
	"fmt"
	"time"
)

// Daily is a time of day at which a digest is due, every day.
type Daily struct {
	Hour, Minute int
}

// ParseDaily reads a time of day such as "08:30".
func ParseDaily(s string) (Daily, error) {
	t, err := time.Parse("15:04", s)
	if err != nil {
		return Daily{}, fmt.Errorf("no time of day: write it as 08:30")
	}
	return Daily{Hour: t.Hour(), Minute: t.Minute()}, nil
}

// Next returns the first time after now at which the digest is due in a zone,
// and its slot: the local date, which names the run. A time of day that clocks skip is
// due at the first minute after the gap; one that they show twice is due the
// first time.
func (d Daily) Next(now time.Time, zone *time.Location) (due time.Time, slot string) {
	y, m, day := now.In(zone).Date()
	for i := -1; ; i++ { // yesterday's may be due today, where clocks skip midnight
		slot = time.Date(y, m, day+i, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		noon := time.Date(y, m, day+i, 12, 0, 0, 0, zone)
		if noon.Format(time.DateOnly) != slot {
			continue // a day that the zone left out, as Samoa did 30 December 2011
		}
		if due = d.on(slot, noon); due.After(now) {
			return due, slot
		}
	}
}

// on returns when the digest is due on a local date: the first minute of it
// that shows the wanted time or a later one.
func (d Daily) on(date string, noon time.Time) time.Time {
	wanted := d.Hour*60 + d.Minute
	// Where the clocks stay as they are, it is due this long before or after
	// noon; no zone changes them by as much as four hours on a day.
	t := noon.Add(time.Duration(wanted-12*60)*time.Minute - 4*time.Hour)
	for ; ; t = t.Add(time.Minute) {
		local := t.In(noon.Location())
		today := local.Format(time.DateOnly)
		if today > date || today == date && local.Hour()*60+local.Minute() >= wanted {
			return t
		}
	}
}
