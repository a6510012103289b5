package command

import (
	"strings"
	"testing"
	"time"

	"newsbot/digest/render"
)

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func TestParsePeriod(t *testing.T) {
	const layout = "2006-01-02T15:04"
	berlin := zone(t, "Europe/Berlin")
	now := time.Date(2026, 11, 24, 0, 30, 0, 0, berlin) // a Tuesday, in UTC still the Monday
	for _, tt := range []struct{ words, from, to, name string }{
		{"", "2026-11-24T00:00", "2026-11-24T00:30", "Tue 24 Nov 2026"},
		{"Today", "2026-11-24T00:00", "2026-11-24T00:30", "Tue 24 Nov 2026"},
		{"yesterday", "2026-11-23T00:00", "2026-11-24T00:00", "Mon 23 Nov 2026"},
		{"Monday", "2026-11-23T00:00", "2026-11-24T00:00", "Mon 23 Nov 2026"},
		{"tuesday", "2026-11-24T00:00", "2026-11-24T00:30", "Tue 24 Nov 2026"},
		{"last tuesday", "2026-11-17T00:00", "2026-11-18T00:00", "Tue 17 Nov 2026"},
		{"last monday", "2026-11-23T00:00", "2026-11-24T00:00", "Mon 23 Nov 2026"},
		{"2026-11-20", "2026-11-20T00:00", "2026-11-21T00:00", "Fri 20 Nov 2026"},
		{"2026-3-29", "2026-03-29T00:00", "2026-03-30T00:00", "Sun 29 Mar 2026"}, // of 23 hours
		{"20 Nov", "2026-11-20T00:00", "2026-11-21T00:00", "Fri 20 Nov 2026"},
		{"Fri Nov 20, 2026", "2026-11-20T00:00", "2026-11-21T00:00", "Fri 20 Nov 2026"},
		{"november 20th", "2026-11-20T00:00", "2026-11-21T00:00", "Fri 20 Nov 2026"},
		{"20.11.2026", "2026-11-20T00:00", "2026-11-21T00:00", "Fri 20 Nov 2026"},
		{"20.11.", "2026-11-20T00:00", "2026-11-21T00:00", "Fri 20 Nov 2026"},
		{"20/11", "2026-11-20T00:00", "2026-11-21T00:00", "Fri 20 Nov 2026"},
		{"11/20/2026", "2026-11-20T00:00", "2026-11-21T00:00", "Fri 20 Nov 2026"},
		{"5/11/2026", "2026-11-05T00:00", "2026-11-06T00:00", "Thu 5 Nov 2026"},
		{"2026/11/20", "2026-11-20T00:00", "2026-11-21T00:00", "Fri 20 Nov 2026"},
		{"26 oct", "2026-10-26T00:00", "2026-10-27T00:00", "Mon 26 Oct 2026"},
		{"1 Dec 2025", "2025-12-01T00:00", "2025-12-02T00:00", "Mon 1 Dec 2025"},
		{"29 Feb 2024", "2024-02-29T00:00", "2024-03-01T00:00", "Thu 29 Feb 2024"},
		{"this  week", "2026-11-23T00:00", "2026-11-24T00:30", "23 – 29 Nov 2026"},
		{"last week", "2026-11-16T00:00", "2026-11-23T00:00", "16 – 22 Nov 2026"},
		{"weekend", "2026-11-21T00:00", "2026-11-23T00:00", "21 – 22 Nov 2026"},
		{"last weekend", "2026-11-21T00:00", "2026-11-23T00:00", "21 – 22 Nov 2026"},
		{"this month", "2026-11-01T00:00", "2026-11-24T00:30", "1 – 30 Nov 2026"},
		{"last month", "2026-10-01T00:00", "2026-11-01T00:00", "1 – 31 Oct 2026"},
		{"november", "2026-11-01T00:00", "2026-11-24T00:30", "1 – 30 Nov 2026"},
		{"in October", "2026-10-01T00:00", "2026-11-01T00:00", "1 – 31 Oct 2026"},
		{"december", "2025-12-01T00:00", "2026-01-01T00:00", "1 – 31 Dec 2025"},
		{"last november", "2025-11-01T00:00", "2025-12-01T00:00", "1 – 30 Nov 2025"},
		{"in march", "2026-03-01T00:00", "2026-04-01T00:00", "1 – 31 Mar 2026"},
		{"may 2026", "2026-05-01T00:00", "2026-06-01T00:00", "1 – 31 May 2026"},
		{"feb 2024", "2024-02-01T00:00", "2024-03-01T00:00", "1 – 29 Feb 2024"},
		{"on monday", "2026-11-23T00:00", "2026-11-24T00:00", "Mon 23 Nov 2026"},
		{"since november", "2026-11-01T00:00", "2026-11-24T00:30", "1 – 24 Nov 2026"},
		{"1d", "2026-11-24T00:00", "2026-11-24T00:30", "Tue 24 Nov 2026"},
		{"7d", "2026-11-18T00:00", "2026-11-24T00:30", "18 – 24 Nov 2026"},
		{"the last 2 weeks", "2026-11-11T00:00", "2026-11-24T00:30", "11 – 24 Nov 2026"},
		{"past 3 days", "2026-11-22T00:00", "2026-11-24T00:30", "22 – 24 Nov 2026"},
		{"31d", "2026-10-25T00:00", "2026-11-24T00:30", "25 Oct – 24 Nov 2026"}, // one day of them has 25 hours
		{"since friday", "2026-11-20T00:00", "2026-11-24T00:30", "20 – 24 Nov 2026"},
		{"since last week", "2026-11-16T00:00", "2026-11-24T00:30", "16 – 24 Nov 2026"},
		{"since 25 oct", "2026-10-25T00:00", "2026-11-24T00:30", "25 Oct – 24 Nov 2026"},
		{"since today", "2026-11-24T00:00", "2026-11-24T00:30", "Tue 24 Nov 2026"},
		{"since 24h", "2026-11-23T00:30", "2026-11-24T00:30", "the last 24 hours"},
		{"24h", "2026-11-23T00:30", "2026-11-24T00:30", "the last 24 hours"},
		{"48 hours", "2026-11-22T00:30", "2026-11-24T00:30", "the last 48 hours"},
	} {
		p, ok, err := parsePeriod(tt.words, now, render.Reader{})
		if err != nil || !ok {
			t.Errorf("parsePeriod(%q) = %t, %v", tt.words, ok, err)
			continue
		}
		if from, to := p.from.Format(layout), p.to.Format(layout); from != tt.from || to != tt.to || p.name != tt.name {
			t.Errorf("parsePeriod(%q) = %s to %s, %q; want %s to %s, %q", tt.words, from, to, p.name, tt.from, tt.to, tt.name)
		}
	}
	for words, want := range map[string]string{
		"2026-13-01": "There is no day 2026-13-01.", "2026-02-30": "There is no day 2026-02-30.", "31 Nov 2026": "There is no day 31 nov 2026.",
		"31 Nov": "There is no day 31 nov.", "Feb 30": "There is no day feb 30.",
		"2026-11-25": "Wed 25 Nov 2026 is still to come.", "tomorrow": "Wed 25 Nov 2026 is still to come.",
		"december 2026":    "Tue 1 Dec 2026 is still to come.",
		"32d":              "That is too long: the limit is 31 days. Go week by week or day by day, as in 2026-11-20.",
		"since march":      "That is too long: the limit is 31 days. Go week by week or day by day, as in 2026-11-20.",
		"since 2026-10-01": "That is too long: the limit is 31 days. Go week by week or day by day, as in 2026-11-20.",
		"9999w":            "That is too long: the limit is 31 days. Go week by week or day by day, as in 2026-11-20.",
	} {
		if _, ok, err := parsePeriod(words, now, render.Reader{}); !ok || err == nil || err.Error() != want {
			t.Errorf("parsePeriod(%q) = %t, %v; want %s", words, ok, err, want)
		}
	}
	for _, words := range []string{"storm", "last storm", "sun", "2026", "monday night", "last last week", "20", "nov", "20 mon", "no 20", "january 6", "october 7", "1 dec", "29 feb", "may", "march", "in", "in storm", "storm 2026", "may day 5", "storm 20 nov", "nov 123", "0d", "7", "24/7", "11/9", "20.11", "last d", "since", "since the storm"} {
		if _, ok, err := parsePeriod(words, now, render.Reader{}); ok || err != nil {
			t.Errorf("parsePeriod(%q) = %t, %v; want no period", words, ok, err)
		}
	}
}

// A date of numbers is in the order of the reader.
func TestDateOfALocale(t *testing.T) {
	now := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	for _, tt := range []struct{ words, locale, want string }{
		{"11/5/2026", "en-US", "Thu Nov 5, 2026"},
		{"11/20", "en-US", "Fri Nov 20, 2026"},
		{"20/11", "en-US", "Fri Nov 20, 2026"},
		{"5/11/2026", "en-GB", "Thu 5 Nov 2026"},
		{"5.11.2026", "en-US", "Thu Nov 5, 2026"},
	} {
		p, ok, err := parsePeriod(tt.words, now, render.NewReader(time.UTC, tt.locale))
		if !ok || err != nil || p.name != tt.want {
			t.Errorf("parsePeriod(%q) in %s = %q, %t, %v; want %q", tt.words, tt.locale, p.name, ok, err, tt.want)
		}
	}
}

// On a weekend it is the one that goes on, and the last one is the one before.
func TestWeekend(t *testing.T) {
	sunday := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	for words, want := range map[string]string{"the weekend": "21 – 22 Nov 2026", "last weekend": "14 – 15 Nov 2026"} {
		if p, ok, err := parsePeriod(words, sunday, render.Reader{}); !ok || err != nil || p.name != want {
			t.Errorf("parsePeriod(%q) = %q, %t, %v; want %q", words, p.name, ok, err, want)
		}
	}
}

// May and march are months where a word links them.
func TestSinceMay(t *testing.T) {
	now := time.Date(2026, 5, 20, 12, 0, 0, 0, time.UTC)
	for words, want := range map[string]string{"since may": "1 – 20 May 2026", "in may": "1 – 31 May 2026"} {
		if p, ok, err := parsePeriod(words, now, render.Reader{}); !ok || err != nil || p.name != want {
			t.Errorf("parsePeriod(%q) = %q, %t, %v; want %q", words, p.name, ok, err, want)
		}
	}
}

func TestPeriodAcrossMonths(t *testing.T) {
	p, _, err := parsePeriod("last week", time.Date(2026, 12, 8, 12, 0, 0, 0, time.UTC), render.Reader{})
	if want := "30 Nov – 6 Dec 2026"; err != nil || p.name != want {
		t.Errorf("last week is %q, %v; want %q", p.name, err, want)
	}
}

func TestParseSpan(t *testing.T) {
	for s, want := range map[string]time.Duration{
		"24h": 24 * time.Hour, "7d": 7 * day, "2W": 14 * day, "7 days": 7 * day, "1 week": 7 * day, "3 hours": 3 * time.Hour,
		"": 0, "7": 0, "0d": 0, "-1d": 0, "999999d": 0, "7m": 0, "1d2h": 0, "d": 0,
	} {
		if got, ok := ParseSpan(s); got != want || ok != (want > 0) {
			t.Errorf("ParseSpan(%q) = %s, %t; want %s", s, got, ok, want)
		}
	}
}

func TestParseMoment(t *testing.T) {
	now := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		s    string
		end  bool
		want time.Time
	}{
		{"6h", false, now.Add(-6 * time.Hour)},
		{"6h", true, now.Add(-6 * time.Hour)},
		{"2026-11-20", false, time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)},
		{"2026-11-20", true, time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)},
		{"march", false, time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)},
		{"May", true, time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)},
	} {
		if got, err := parseMoment(tt.s, now, render.Reader{}, tt.end); err != nil || !got.Equal(tt.want) {
			t.Errorf("parseMoment(%q, %t) = %s, %v; want %s", tt.s, tt.end, got, err, tt.want)
		}
	}
	if _, err := parseMoment("soon", now, render.Reader{}, false); err == nil || !strings.Contains(err.Error(), "7d") {
		t.Errorf("parseMoment of no time = %v, want the right form", err)
	}
}

func TestNearest(t *testing.T) {
	names := []string{"about", "search", "trends", "summarize", "story", "help", "top", "find"}
	for word, want := range map[string]string{
		"serch": "search", "saerch": "search", "seearch": "search", "searhc": "search", "abuot": "about", "hepl": "help",
		"trend": "trends", "trneds": "trends", "sumarise": "summarize", "stroy": "story", "storm": "story", "top": "top",
		"wheat": "", "": "", "toe": "top", "x": "", "Esbjerg": "",
	} {
		if got := Nearest(word, names); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

// A day that is not in every year is the last one, or the next.
func TestLeapDay(t *testing.T) {
	now := time.Date(2027, 3, 2, 10, 0, 0, 0, time.UTC)
	for _, words := range []string{"29 feb", "Feb 29", "29.2.", "2/29"} {
		if from, to, ok, err := ParseDays(words, now); !ok || err != nil || !from.Equal(time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)) || !to.Equal(from.Add(day)) {
			t.Errorf("ParseDays(%q) = %v, %v, %t, %v; want 29 Feb 2024", words, from, to, ok, err)
		}
		if next, ok, err := comingDay(words, now, render.Reader{}); !ok || err != nil || !next.Equal(time.Date(2028, 2, 29, 0, 0, 0, 0, time.UTC)) {
			t.Errorf("comingDay(%q) = %v, %t, %v; want 29 Feb 2028", words, next, ok, err)
		}
	}
	if _, _, ok, err := ParseDays("29 feb 2026", now); ok || err == nil {
		t.Errorf("29 Feb 2026 is a day: %v", err)
	}
}
