package command

import (
	"strings"
	"testing"
	"time"
)

func TestLocale(t *testing.T) {
	at := time.Date(2026, 11, 24, 17, 5, 0, 0, time.UTC)
	for name, want := range map[string]string{
		"":       "Monday|Tue 24 Nov 2026|17 – 24 Nov 2026|Tue 24 Nov 17:05|12,345 articles",
		"bad!":   "Monday|Tue 24 Nov 2026|17 – 24 Nov 2026|Tue 24 Nov 17:05|12,345 articles",
		"en-US":  "Sunday|Tue Nov 24, 2026|Nov 17 – Nov 24, 2026|Tue Nov 24 5:05 PM|12,345 articles",
		"en-GB":  "Monday|Tue 24 Nov 2026|17 – 24 Nov 2026|Tue 24 Nov 17:05|12,345 articles",
		"en-AU":  "Sunday|Tue 24 Nov 2026|17 – 24 Nov 2026|Tue 24 Nov 5:05 PM|12,345 articles",
		"de-DE":  "Monday|Tue 24 Nov 2026|17 – 24 Nov 2026|Tue 24 Nov 17:05|12.345 articles",
		"ar-EG":  "Saturday|Tue 24 Nov 2026|17 – 24 Nov 2026|Tue 24 Nov 5:05 PM|",
		"ja-JP":  "Sunday|Tue 24 Nov 2026|17 – 24 Nov 2026|Tue 24 Nov 17:05|12,345 articles",
		"pt-BR":  "Sunday|Tue 24 Nov 2026|17 – 24 Nov 2026|Tue 24 Nov 17:05|12.345 articles",
		"es-419": "Monday|Tue 24 Nov 2026|17 – 24 Nov 2026|Tue 24 Nov 17:05|",
	} {
		l := newLocale(name)
		got := strings.Join([]string{l.weekStart().String(), l.day(at), l.days(at.AddDate(0, 0, -7), at), l.moment(at), l.plural(12345, "article", "articles")}, "|")
		if !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// A week begins on the asker's first day, also when somebody else turns the page.
func TestWeekOfALocale(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.who.Locale = "en-US"
	d.says("last week", "There is no news of Nov 15 – Nov 21, 2026.")
	m := d.says("this week", "Top stories · Nov 22 – Nov 28, 2026")
	d.who.Locale = "de-DE"
	d.says("last week", "Top stories · 16 – 22 Nov 2026")
	if b := button(t, m, "Share to channel"); !strings.Contains(b.Value, `"l":"en-US"`) {
		t.Errorf("the button forgets the locale: %s", b.Value)
	}
	d.who.Locale = "en-US"
	d.says("subscribe 08:30", "next Wed Nov 25 8:30 AM")
}
