package render

import (
	"strings"
	"testing"
	"time"
)

func TestReader(t *testing.T) {
	berlin := time.FixedZone("CET", 3600)
	at := time.Date(2026, 11, 24, 16, 5, 0, 0, time.UTC)
	for locale, want := range map[string]string{
		"":       "Monday|24 Nov|Tue 24 Nov 2026|17 – 24 Nov 2026|Tue 24 Nov 17:05|24 Nov 17:05|24 Nov 2026 17:05|3.2|12,345 articles",
		"bad!":   "Monday|24 Nov|Tue 24 Nov 2026|17 – 24 Nov 2026|Tue 24 Nov 17:05|24 Nov 17:05|24 Nov 2026 17:05|3.2|12,345 articles",
		"en":     "Monday|24 Nov|Tue 24 Nov 2026|17 – 24 Nov 2026|Tue 24 Nov 17:05|24 Nov 17:05|24 Nov 2026 17:05|3.2|12,345 articles",
		"en-US":  "Sunday|Nov 24|Tue Nov 24, 2026|Nov 17 – Nov 24, 2026|Tue Nov 24 5:05 PM|Nov 24 5:05 PM|Nov 24, 2026 5:05 PM|3.2|12,345 articles",
		"en-GB":  "Monday|24 Nov|Tue 24 Nov 2026|17 – 24 Nov 2026|Tue 24 Nov 17:05|24 Nov 17:05|24 Nov 2026 17:05|3.2|12,345 articles",
		"en-AU":  "Sunday|24 Nov|Tue 24 Nov 2026|17 – 24 Nov 2026|Tue 24 Nov 5:05 PM|24 Nov 5:05 PM|24 Nov 2026 5:05 PM|3.2|12,345 articles",
		"de":     "Monday|24 Nov|Tue 24 Nov 2026|17 – 24 Nov 2026|Tue 24 Nov 17:05|24 Nov 17:05|24 Nov 2026 17:05|3,2|12.345 articles",
		"de-DE":  "Monday|24 Nov|Tue 24 Nov 2026|17 – 24 Nov 2026|Tue 24 Nov 17:05|24 Nov 17:05|24 Nov 2026 17:05|3,2|12.345 articles",
		"ar-EG":  "Saturday|24 Nov|Tue 24 Nov 2026|17 – 24 Nov 2026|Tue 24 Nov 5:05 PM|24 Nov 5:05 PM|24 Nov 2026 5:05 PM|",
		"ja-JP":  "Sunday|24 Nov|Tue 24 Nov 2026|17 – 24 Nov 2026|Tue 24 Nov 17:05|24 Nov 17:05|24 Nov 2026 17:05|3.2|12,345 articles",
		"pt-BR":  "Sunday|24 Nov|Tue 24 Nov 2026|17 – 24 Nov 2026|Tue 24 Nov 17:05|24 Nov 17:05|24 Nov 2026 17:05|3,2|12.345 articles",
		"es-419": "Monday|24 Nov|Tue 24 Nov 2026|17 – 24 Nov 2026|Tue 24 Nov 17:05|24 Nov 17:05|24 Nov 2026 17:05|",
	} {
		r := NewReader(berlin, locale)
		got := strings.Join([]string{
			r.WeekStart().String(), r.Day(at), r.Date(at), r.Days(at.AddDate(0, 0, -7), at), r.Moment(at),
			r.When(at, at.AddDate(0, 0, 2)), r.Full(at), r.Decimal(3.21), r.Plural(12345, "article", "articles"),
		}, "|")
		if !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s, want %s", locale, got, want)
		}
	}
	var nobody Reader
	if got := nobody.Moment(at) + " " + nobody.Number(12345); got != "Tue 24 Nov 16:05 12,345" {
		t.Errorf("the zero Reader reads %s", got)
	}
}

func TestReaderDays(t *testing.T) {
	first, last := time.Date(2026, 12, 28, 0, 0, 0, 0, time.UTC), time.Date(2027, 1, 3, 0, 0, 0, 0, time.UTC)
	for locale, want := range map[string]string{"": "28 Dec 2026 – 3 Jan 2027", "en-US": "Dec 28, 2026 – Jan 3, 2027"} {
		if got := NewReader(nil, locale).Days(first, last); got != want {
			t.Errorf("%s: %s, want %s", locale, got, want)
		}
	}
}

func TestMomentFrom(t *testing.T) {
	now := time.Date(2026, 11, 24, 16, 5, 0, 0, time.UTC)
	for days, want := range map[int]string{
		0: "Tue 24 Nov 16:05", -90: "Wed 26 Aug 16:05", 60: "Sat 23 Jan 16:05", -400: "20 Oct 2025 16:05", 366: "25 Nov 2027 16:05",
	} {
		if got := (Reader{}).MomentFrom(now.AddDate(0, 0, days), now); got != want {
			t.Errorf("%d days away: %s, want %s", days, got, want)
		}
	}
}
