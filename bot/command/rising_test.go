package command

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"newsbot/digest/store"
)

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

// Where there is enough to compare with and nothing has risen, that is said.
func TestNothingRises(t *testing.T) {
	var entries []store.Entry
	for i := range 8 {
		at := sampleNow.Add(-time.Duration(i)*day - time.Minute)
		entries = append(entries, entry(fmt.Sprintf("Council meets for the %dth time", i), "The council of Bellano met and went home.", at, "place:Bellano"))
	}
	newDesk(t, stored(t, entries...)).says("trends", "Nothing has been in the news clearly more than before since Mon 23 Nov 2026. Compared with 6 articles of the 7 days before.")
}
