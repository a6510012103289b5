package feed

import (
	"os"
	"strings"
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"2026-11-24T07:30:00Z", "2026-11-24T07:30:00Z"},
		{"2026-11-24T07:30:00.123+02:00", "2026-11-24T05:30:00.123Z"},
		{"2026-11-24T07:30:00+0200", "2026-11-24T05:30:00Z"},
		{"2026-11-24T07:30:00", "2026-11-24T07:30:00Z"},
		{"2026-11-24T07:30Z", "2026-11-24T07:30:00Z"},
		{"2026-11-24 07:30:00 +0000 UTC", "2026-11-24T07:30:00Z"},
		{"2026-11-24 07:30:00", "2026-11-24T07:30:00Z"},
		{"2026-11-24", "2026-11-24T00:00:00Z"},
		{"20261124", "2026-11-24T00:00:00Z"},
		{"20261124073000", "2026-11-24T07:30:00Z"},
		{"Tue, 24 Nov 2026 07:30:00 GMT", "2026-11-24T07:30:00Z"},
		{"Tue, 24 Nov 2026 07:30:00 -0500", "2026-11-24T12:30:00Z"},
		{"Tue, 24 Nov 2026 07:30:00 EST", "2026-11-24T12:30:00Z"},
		{"Tue, 24 Nov 2026 07:30:00 +0200 (EET)", "2026-11-24T05:30:00Z"},
		{"Tue, 24 Nov 26 07:30 PDT", "2026-11-24T14:30:00Z"},
		{"24 November 2026", "2026-11-24T00:00:00Z"},
		{"2026-11-24T07:30:00+02", "2026-11-24T05:30:00Z"},
		{"2026-11-24T07:30:00 +02:00", "2026-11-24T05:30:00Z"},
		{"2026-328", "2026-11-24T00:00:00Z"},
		{"2026/11/24 07:30", "2026-11-24T07:30:00Z"},
		{"20261124T07:30:00Z", "2026-11-24T07:30:00Z"},
		{"24.11.2026", "2026-11-24T00:00:00Z"},
		{"24. November 2026", "2026-11-24T00:00:00Z"},
		{"3. Okt. 2026 07:30", "2026-10-03T07:30:00Z"},
		{"24.11.2026 07:30", "2026-11-24T07:30:00Z"},
		{"11/24/2026 7:30:00 PM", "2026-11-24T19:30:00Z"},
		{"24/11/2026 07:30", "2026-11-24T07:30:00Z"},
		{"Tue,24 Nov 2026 07:30:00 GMT", "2026-11-24T07:30:00Z"},
		{"Tue, 24 Nov 2026 07:30:00 GMT+02:00", "2026-11-24T05:30:00Z"},
		{"Tue, 24 Nov 2026 07:30:00 +02:00", "2026-11-24T05:30:00Z"},
		{"Tue, 24 Nov 2026 07:30:00 ET", "2026-11-24T12:30:00Z"},
		{"July 24, 2026 7:30 AM ET", "2026-07-24T11:30:00Z"},
		{"Fri, 24 Jul 2026 07:30 Pacific Time", "2026-07-24T14:30:00Z"},
		{"Tue Nov 24 07:30:00 CET 2026", "2026-11-24T06:30:00Z"},
		{"mar., 24 nov. 2026 07:30:00 +0200", "2026-11-24T05:30:00Z"},
		{"Di, 24 Dez 2025 07:30:00 +0100", "2025-12-24T06:30:00Z"},
		{"24 de agosto", ""},
		{"24 août 2026", "2026-08-24T00:00:00Z"},
		{"Tuesday, November 24th, 2026 at 7:30 a.m.", "2026-11-24T07:30:00Z"},
		{"Nov. 24, 2026 7:30 PM EST", "2026-11-25T00:30:00Z"},
		{"November 24, 2026", "2026-11-24T00:00:00Z"},
		{"Sept 4, 2026", "2026-09-04T00:00:00Z"},
		{"Tue Nov 24 07:30:00 2026", "2026-11-24T07:30:00Z"},
		{"1795505400", "2026-11-24T07:30:00Z"},
		{"1795505400000", "2026-11-24T07:30:00Z"},
		{"1795505400.5", "2026-11-24T07:30:00.5Z"},
		{"0000-00-00", ""},
		{"03/04/2026", ""}, // nobody knows
		{"soon", ""},
		{"1e300", ""},
		{"NaN", ""},
		{"", ""},
	} {
		got := ""
		if p := parseDate(c.s); !p.IsZero() {
			got = p.UTC().Format(time.RFC3339Nano)
		}
		if got != c.want {
			t.Errorf("parseDate(%q) = %q, want %q", c.s, got, c.want)
		}
	}
}

// TestDates reads the dates of testdata/dates.txt.
func TestDates(t *testing.T) {
	lines, err := os.ReadFile("testdata/dates.txt")
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for line := range strings.Lines(string(lines)) {
		date, want, ok := strings.Cut(strings.TrimSpace(line), " =>")
		if !ok {
			continue
		}
		read++
		got := ""
		if d := parseDate(date); !d.IsZero() {
			got = d.UTC().Format("2006-01-02T15:04:05")
		}
		if want = strings.TrimSpace(want); got != want {
			t.Errorf("parseDate(%q) = %q, want %q", date, got, want)
		}
	}
	if read < 200 {
		t.Errorf("%d dates were read, want 200 or more", read)
	}
}

func TestBelievable(t *testing.T) {
	for _, c := range []struct {
		what    string
		t, want time.Time
	}{
		{"yesterday", now.Add(-24 * time.Hour), now.Add(-24 * time.Hour)},
		{"skewed clock", now.Add(23 * time.Hour), now.Add(23 * time.Hour)},
		{"future", now.Add(25 * time.Hour), time.Time{}},
		{"far future", time.Date(5138, 1, 1, 0, 0, 0, 0, time.UTC), time.Time{}},
		{"clock at zero", time.Unix(0, 0), time.Time{}},
		{"absent", time.Time{}, time.Time{}},
		{"archive", time.Date(1991, 8, 6, 0, 0, 0, 0, time.UTC), time.Date(1991, 8, 6, 0, 0, 0, 0, time.UTC)},
	} {
		if got := believable(c.t, now); !got.Equal(c.want) {
			t.Errorf("%s: believable(%v) = %v, want %v", c.what, c.t, got, c.want)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"Tue, 24 Nov 2026 07:30:00 +0200 (EET)", "1795505400", "2026-11-24T07:30:00Z", "Nov. 24th, 2026 at 7:30 p.m. EST", "-1e9", "((((", "000Nov"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d := believable(parseDate(s), now); !d.IsZero() && (d.Year() < 1990 || d.After(now.Add(24*time.Hour))) {
			t.Errorf("%q gives %v", s, d)
		}
	})
}
