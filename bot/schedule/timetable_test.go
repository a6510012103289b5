package schedule

import (
	"archive/zip"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"newsbot/digest/store"
)

func table(t testing.TB, sub store.Subscription) Timetable {
	t.Helper()
	out, err := NewTimetable(sub)
	if err != nil {
		t.Fatalf("timetable of %+v: %v", sub, err)
	}
	return out
}

func TestTimetable(t *testing.T) {
	workdays := []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday}
	for _, c := range []struct {
		name      string
		sub       store.Subscription
		now, want string
	}{
		{"later today", store.Subscription{Zone: "Europe/Berlin", At: "08:30"}, "2026-11-23T05:00:00Z", "2026-11-23T07:30:00Z"},
		{"now is past", store.Subscription{Zone: "Europe/Berlin", At: "08:30"}, "2026-11-23T07:30:00Z", "2026-11-24T07:30:00Z"},
		{"over the weekend", store.Subscription{Zone: "Europe/Berlin", At: "08:30", Days: workdays}, "2026-11-27T07:30:00Z", "2026-11-30T07:30:00Z"},
		{"Sundays", store.Subscription{Zone: "Asia/Tokyo", At: "07:00", Days: []time.Weekday{time.Sunday}}, "2026-11-23T05:00:00Z", "2026-11-28T22:00:00Z"},
		{"clocks skip it", store.Subscription{Zone: "Europe/Berlin", At: "02:30"}, "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z"},
		{"the day after the gap", store.Subscription{Zone: "Europe/Berlin", At: "02:30"}, "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z"},
		{"clocks show it twice", store.Subscription{Zone: "Europe/Berlin", At: "02:30"}, "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z"},
		{"not the second time", store.Subscription{Zone: "Europe/Berlin", At: "02:30"}, "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"},
		{"between the two", store.Subscription{Zone: "Europe/Berlin", At: "02:30"}, "2026-10-25T01:10:00Z", "2026-10-26T01:30:00Z"},
		{"half an hour of gap", store.Subscription{Zone: "Australia/Lord_Howe", At: "02:15"}, "2026-10-03T00:00:00Z", "2026-10-03T15:30:00Z"},
		{"midnight is skipped", store.Subscription{Zone: "Africa/Cairo", At: "00:15"}, "2026-04-23T12:00:00Z", "2026-04-23T22:00:00Z"},
		{"a day is left out", store.Subscription{Zone: "Pacific/Apia", At: "08:00"}, "2011-12-30T00:00:00Z", "2011-12-30T18:00:00Z"},
		{"29 February", store.Subscription{Zone: "UTC", At: "08:00"}, "2028-02-28T09:00:00Z", "2028-02-29T08:00:00Z"},
		{"only 29 February", store.Subscription{Zone: "UTC", Cron: "0 8 29 2 *"}, "2026-02-28T09:00:00Z", "2028-02-29T08:00:00Z"},
		{"year's end", store.Subscription{Zone: "Asia/Kolkata", At: "00:00"}, "2026-12-31T12:00:00Z", "2026-12-31T18:30:00Z"},
		{"cron", store.Subscription{Zone: "Europe/Berlin", Cron: "15 */6 * * mon-fri"}, "2026-11-23T12:00:00Z", "2026-11-23T17:15:00Z"},
		{"an hour that is skipped comes with the next", store.Subscription{Zone: "Europe/Berlin", Cron: "0 * * * *"}, "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z"},
		{"and only once", store.Subscription{Zone: "Europe/Berlin", Cron: "0 * * * *"}, "2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z"},
		{"an hour that comes twice comes once", store.Subscription{Zone: "Europe/Berlin", Cron: "0 * * * *"}, "2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z"},
	} {
		now, _ := time.Parse(time.RFC3339, c.now)
		if got := table(t, c.sub).Next(now).UTC().Format(time.RFC3339); got != c.want {
			t.Errorf("%s: Next(%s) = %s, want %s", c.name, c.now, got, c.want)
		}
	}
}

func TestSameTimes(t *testing.T) {
	daily := store.Subscription{At: "08:30"}
	mondays := store.Subscription{At: "08:30", Days: []time.Weekday{time.Monday}}
	for _, c := range []struct {
		a, b store.Subscription
		want bool
	}{
		{daily, daily, true},
		{daily, store.Subscription{At: "08:30", Zone: "UTC", Name: "Morning", Size: 3}, true},
		{daily, store.Subscription{Cron: "30 8 * * *"}, true},
		{daily, mondays, false},
		{daily, store.Subscription{At: "08:31"}, false},
		{daily, store.Subscription{At: "08:30", Zone: "Europe/London"}, false},
		{mondays, store.Subscription{Cron: "30 8 * * mon"}, true},
		{store.Subscription{}, store.Subscription{}, false},
	} {
		if got := SameTimes(c.a, c.b); got != c.want {
			t.Errorf("%+v and %+v are due at the same times: %t, want %t", c.a, c.b, got, c.want)
		}
	}
}

func TestTimetableWrong(t *testing.T) {
	for _, c := range []struct {
		sub  store.Subscription
		want string
	}{
		{store.Subscription{Zone: "Mars/Olympus", At: "08:30"}, "time zone"},
		{store.Subscription{Zone: "UTC"}, "time of day"},
		{store.Subscription{Zone: "UTC", At: "8:61"}, "time of day"},
		{store.Subscription{Zone: "UTC", Cron: "every morning"}, "five fields"},
		{store.Subscription{Zone: "UTC", Cron: "@every 1s"}, "five fields"},
		{store.Subscription{Zone: "UTC", Cron: "CRON_TZ=Europe/Berlin 0 8 * * *"}, "five fields"},
		{store.Subscription{Zone: "UTC", Cron: "* * * * *"}, "once an hour"},
		{store.Subscription{Zone: "UTC", Cron: "0,30 8 * * *"}, "once an hour"},
		{store.Subscription{Zone: "UTC", Cron: "0 8 30 2 *"}, "no such day"},
	} {
		if _, err := NewTimetable(c.sub); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("timetable of %+v: %v, want an error that says %q", c.sub, err, c.want)
		}
	}
}

// What a person watches is looked for every few minutes, from the minute of the hour that
// its expression names; no other digest is, whatever its expression.
func TestNoticeTimes(t *testing.T) {
	at := func(hour, minute int) time.Time { return time.Date(2026, 11, 23, hour, minute, 0, 0, time.UTC) }
	for _, c := range []struct {
		channel, cron string
		now, want     time.Time
	}{
		{"U1", "58 * * * *", at(8, 30), at(8, 33)},
		{"W1", "0 * * * *", at(8, 55), at(9, 0)},
		{"C1", "58 * * * *", at(8, 30), at(8, 58)},
		{"D1", "58 * * * *", at(8, 30), at(8, 58)},
	} {
		times, err := NewTimetable(store.Subscription{Channel: c.channel, Zone: "UTC", Cron: c.cron})
		if err != nil {
			t.Fatal(err)
		}
		if got := times.Next(c.now); !got.Equal(c.want) {
			t.Errorf("%s %s: after %s comes %s, want %s", c.channel, c.cron, c.now, got, c.want)
		}
	}
}

// zoneNames returns all zones of the tz database that comes with Go, each once.
func zoneNames(t *testing.T) []string {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	r, err := zip.OpenReader(filepath.Join(strings.TrimSpace(string(root)), "lib", "time", "zoneinfo.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var names []string
	seen := make(map[uint32]bool) // by the checksum of its rules
	for _, f := range r.File {
		if !strings.HasSuffix(f.Name, "/") && f.Name != "Factory" && !seen[f.CRC32] {
			seen[f.CRC32] = true
			names = append(names, f.Name)
		}
	}
	return names
}

// TestEveryZone: in every zone, over twenty years around now, each local date
// near a change of its clocks has one digest, in the first minute that shows its
// time or a later one. Between two changes all dates are alike.
func TestEveryZone(t *testing.T) {
	names := zoneNames(t)
	if len(names) < 300 {
		t.Fatalf("only %d zones", len(names))
	}
	for _, name := range names {
		for _, at := range []string{"00:00", "02:30", "23:59"} {
			everyChange(t, store.Subscription{Zone: name, At: at})
		}
	}
}

func everyChange(t *testing.T, sub store.Subscription) {
	t.Helper()
	times := table(t, sub)
	at, _ := ParseTimeOfDay(sub.At)
	due := time.Date(2010, 12, 31, 0, 0, 0, 0, time.UTC)
	due = times.Next(due)
	for date := due.In(times.zone); date.Year() < 2031; {
		y, m, d := date.Date()
		if !firstMinute(due, y, m, d, at, times.zone) {
			t.Fatalf("%s %s: the digest of %04d-%02d-%02d is due at %s", sub.Zone, sub.At, y, m, d, due.In(times.zone))
		}
		if later := restless(due.In(times.zone)); later.After(due) {
			due = times.Next(later)
			date = due.In(times.zone)
			continue
		}
		for date = time.Date(y, m, d+1, 12, 0, 0, 0, times.zone); date.Day() == d; {
			date = date.Add(24 * time.Hour) // a date that was left out
		}
		due = times.Next(due)
	}
}

// restless returns t within three days of a change of the clocks, else when the
// three days before the next change begin.
func restless(t time.Time) time.Time {
	const near = 3 * 24 * time.Hour
	last, next := t.ZoneBounds()
	if next.IsZero() {
		next = time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	if t.Sub(last) < near || next.Sub(t) < near {
		return t
	}
	return next.Add(-near)
}

// firstMinute reports whether due is the first moment at which the clocks show
// the time of that date or later.
func firstMinute(due time.Time, y int, m time.Month, d int, at TimeOfDay, zone *time.Location) bool {
	wall := time.Date(y, m, d, at.Hour, at.Minute, 0, 0, time.UTC)
	shows := func(t time.Time) bool { return !onWall(t.In(zone)).Before(wall) }
	return shows(due) && !shows(due.Add(-time.Minute)) && !shows(due.Add(-time.Hour)) && !shows(due.Add(-3*time.Hour))
}

// TestTimetableProperties: for any timetable and time, Next lies ahead, nothing
// is due in between, and slots differ.
func TestTimetableProperties(t *testing.T) {
	names := zoneNames(t)
	rapid.Check(t, func(r *rapid.T) {
		sub := store.Subscription{Zone: rapid.SampledFrom(names).Draw(r, "zone")}
		if rapid.Bool().Draw(r, "cron") {
			sub.Cron = rapid.StringMatching(`[1-5]?[0-9] (\*|[0-9]|1[0-9]|\*/[1-6]) (\*|[1-9],2[0-8]) (\*|[1-9]) (\*|[0-6]|mon-fri)`).Draw(r, "expression")
		} else {
			sub.At = time.Unix(int64(rapid.IntRange(0, 86399).Draw(r, "time")), 0).UTC().Format("15:04")
			for d := range 7 {
				if rapid.Bool().Draw(r, "day") {
					sub.Days = append(sub.Days, time.Weekday(d))
				}
			}
		}
		times, err := NewTimetable(sub)
		if err != nil {
			return // a day that does not exist
		}
		now := time.Unix(rapid.Int64Range(1262304000, 1893456000).Draw(r, "now"), 0)
		due := times.Next(now)
		if !due.After(now) || due.Second() != 0 {
			r.Fatalf("%+v: after %s comes %s", sub, now, due)
		}
		between := now.Add(time.Duration(rapid.Int64Range(0, int64(due.Sub(now))-1).Draw(r, "between")))
		if got := times.Next(between); !got.Equal(due) {
			r.Fatalf("%+v: after %s comes %s, but after %s in between comes %s", sub, now, due, between, got)
		}
		next := times.Next(due)
		if times.Slot(next) == times.Slot(due) || !times.Latest(due, next.Add(-1)).Equal(due) || !times.Latest(due, next).Equal(next) {
			r.Fatalf("%+v: %s and %s are taken for one", sub, due, next)
		}
	})
}

// FuzzCron: what is taken for a cron expression has a next time.
func FuzzCron(f *testing.F) {
	for _, s := range []string{"30 8 * * mon-fri", "0 */2 1,15 jan-jun ?", "@daily", "TZ=UTC 1 1 1 1 1", "61 * * * *", "5-5 0 29 2 *"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		times, err := NewTimetable(store.Subscription{Cron: s, Zone: "America/St_Johns"})
		if err != nil || s == "" {
			return
		}
		now := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
		if due := times.Next(now); !due.After(now) || due.Year() > 2040 {
			t.Errorf("%q: after %s comes %s", s, now, due)
		}
	})
}

func BenchmarkNext(b *testing.B) {
	times := table(b, store.Subscription{Zone: "Europe/Berlin", At: "08:30", Days: []time.Weekday{time.Monday}})
	now := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	for b.Loop() {
		times.Next(now)
	}
}
