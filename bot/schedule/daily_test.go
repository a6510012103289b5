package schedule

import (
	"testing"
	"time"
)

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func TestNext(t *testing.T) {
	for _, c := range []struct{ name, zone, at, now, due, slot string }{
		{"later today", "Europe/Berlin", "08:30", "2026-11-23T05:00:00Z", "2026-11-23T07:30:00Z", "2026-11-23"},
		{"now is past", "Europe/Berlin", "08:30", "2026-11-23T07:30:00Z", "2026-11-24T07:30:00Z", "2026-11-24"},
		{"clocks skip it", "Europe/Berlin", "02:30", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z", "2026-03-29"},
		{"clocks show it twice", "Europe/Berlin", "02:30", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z", "2026-10-25"},
		{"not the second time", "Europe/Berlin", "02:30", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z", "2026-10-26"},
		{"midnight is skipped", "Africa/Cairo", "00:15", "2026-04-23T12:00:00Z", "2026-04-23T22:00:00Z", "2026-04-24"},
		{"a day is left out", "Pacific/Apia", "08:00", "2011-12-30T00:00:00Z", "2011-12-30T18:00:00Z", "2011-12-31"},
		{"29 February", "UTC", "08:00", "2028-02-28T09:00:00Z", "2028-02-29T08:00:00Z", "2028-02-29"},
		{"half-hour zone", "Asia/Kolkata", "00:00", "2026-12-31T12:00:00Z", "2026-12-31T18:30:00Z", "2027-01-01"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := ParseDaily(c.at)
			if err != nil {
				t.Fatal(err)
			}
			now, _ := time.Parse(time.RFC3339, c.now)
			due, slot := d.Next(now, zone(t, c.zone))
			if got := due.UTC().Format(time.RFC3339); got != c.due || slot != c.slot {
				t.Errorf("Next(%s) of %s in %s = %s, slot %s; want %s, slot %s", c.now, c.at, c.zone, got, slot, c.due, c.slot)
			}
		})
	}
}

// Over years, every local day has one slot and due times only grow.
func TestNextIsDaily(t *testing.T) {
	for _, name := range []string{"UTC", "Europe/London", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Tehran", "Pacific/Chatham", "America/Santiago"} {
		d := Daily{Hour: 2, Minute: 15}
		z := zone(t, name)
		now := time.Date(2019, 12, 31, 12, 0, 0, 0, time.UTC)
		last := ""
		for range 3 * 366 {
			due, slot := d.Next(now, z)
			if !due.After(now) || slot <= last {
				t.Fatalf("%s: after %s comes %s, slot %s after %s", name, now, due, slot, last)
			}
			if gap := due.Sub(now); last != "" && (gap < 22*time.Hour || gap > 26*time.Hour) {
				t.Fatalf("%s: %s lies %s after the run before", name, due, gap)
			}
			now, last = due, slot
		}
	}
}

func TestParseDailyWrong(t *testing.T) {
	for _, s := range []string{"", "8", "25:00", "08:60", "noon"} {
		if _, err := ParseDaily(s); err == nil {
			t.Errorf("ParseDaily(%q) gave no error", s)
		}
	}
}
