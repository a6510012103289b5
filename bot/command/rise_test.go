package command

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"newsbot/digest/render"
	"newsbot/digest/store"
)

func TestRiseScore(t *testing.T) {
	for _, tt := range []struct {
		r    rise
		want float64
		note string
	}{
		{rise{now: 10, total: 100, before: 10, earlier: 1000}, 22.91, "10 articles, 9.5× as often as before"},
		{rise{now: 1, total: 100, before: 10, earlier: 1000}, 0, "1 article, 1.0× as often as before"},
		{rise{now: 5, total: 100, before: 0, earlier: 1000}, 24.21, "5 articles, new"},
		{rise{now: 0, total: 100, before: 100, earlier: 1000}, -20.03, "0 articles, 0.0× as often as before"},
		{rise{now: 50, total: 100, before: 1, earlier: 1000}, 258.42, "50 articles, 333× as often as before"},
		{rise{now: 3, total: 10, earlier: 0}, 0, "3 articles"},
	} {
		if got := tt.r.score(); math.Abs(got-tt.want) > 0.05 {
			t.Errorf("score of %+v = %.2f, want %.2f", tt.r, got, tt.want)
		}
		if got := tt.r.note(render.Reader{}); got != tt.note {
			t.Errorf("note of %+v = %q, want %q", tt.r, got, tt.note)
		}
	}
}

func TestTally(t *testing.T) {
	today := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	tally := newTally(today, func(a, b string) bool { return a == b || a == "person/cui-heng" })
	for i := range 5 {
		tally.articles(today.Add(-time.Duration(i)*day), 100)
	}
	for _, c := range []struct {
		id     string
		ago, n int
	}{
		{"person/cui-heng", 0, 4}, {"organization/cui-heng", 0, 3}, {"person/cui-heng", 2, 1}, // one entity under two types
		{"place/beijing", 0, 20}, {"place/beijing", 1, 20}, {"place/beijing", 2, 20}, {"place/beijing", 3, 20}, // as ever
		{"event/storm", 0, 9}, {"event/rare", 0, 2}, {"event/old", 1, 50},
	} {
		tally.add(c.id, today.Add(-time.Duration(c.ago)*day), c.n)
	}
	got := ""
	for _, r := range tally.ranked() {
		got += r.id + " "
	}
	if want := "event/storm person/cui-heng "; got != want {
		t.Errorf("ranked: %s, want %s", got, want)
	}
}

// Who is called by the surname in most articles of the day rises under the full name,
// though only articles of days before give it.
func TestTrendsJoinSurnames(t *testing.T) {
	var entries []store.Entry
	for i := range 20 {
		at := sampleNow.Add(-3*day + time.Duration(i)*time.Minute)
		entries = append(entries, entry(fmt.Sprintf("Council meets for the %dth time", i), "The council of Bellano met and went home.", at, "place:Bellano"))
	}
	for i := range 2 {
		at := sampleNow.Add(-2*day + time.Duration(i)*time.Minute)
		entries = append(entries, entry(fmt.Sprintf("Stage %d goes to a newcomer", i), "Ilse Vermaak won the stage by a wheel.", at, "person:Ilse Vermaak"))
	}
	for i := range 4 {
		at := sampleNow.Add(-time.Duration(i+1) * time.Minute)
		entries = append(entries, entry(fmt.Sprintf("Vermaak attacks on climb %d", i), "Vermaak won again.", at, "person:Vermaak"))
	}
	m := newDesk(t, stored(t, entries...)).says("trends", "Ilse Vermaak · 4 articles")
	if strings.Contains(m.Text, "• Vermaak") {
		t.Errorf("the surname is a name of its own:\n%s", m.Text)
	}
}
