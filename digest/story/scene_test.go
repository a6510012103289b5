package story

import (
	"testing"

	"newsbot/digest/text"
)

// TestScene expects like events in different lands to be two, whatever words they have in common.
func TestScene(t *testing.T) {
	item := func(title string, ids ...string) *Item {
		it := &Item{Title: title}
		for _, id := range ids {
			it.Entities = append(it.Entities, Name{ID: id, Salience: .6})
		}
		return it
	}
	for _, c := range []struct {
		name       string
		one, other *Item
		want       bool
	}{
		{"countries", item("Earthquake of magnitude 6.1 hits northern Japan", "place/japan"), item("Quake of magnitude 5.9 shakes Chile", "place/chile"), true},
		{"cities", item("Wildfire near Marseille", "place/marseille"), item("Wildfires near Athens", "place/athens"), true},
		{"states", item("Two shot dead at mall in Ohio", "place/ohio"), item("Shooting at school in Texas", "place/texas"), true},
		{"a people", item("Two Britons die in avalanche", "group/british"), item("Avalanche in Austria kills four", "place/austria"), false},
		{"a part", item("Fire in Hong Kong tower", "place/hong-kong"), item("China tower fire kills 40", "place/china"), false},
		{"central banks", item("ECB leaves rates at 2 percent", "organization/european-central-bank"), item("Bank of England cuts rates", "organization/bank-of-england"), true},
		{"a state and its country", item("Shooting at school in Texas", "place/texas"), item("US shooting leaves three dead", "place/united-states"), false},
		{"a city and its people", item("Fire in Athens", "place/athens"), item("Greek fire kills two", "group/greek"), false},
		{"one in both", item("Fire in Chile", "place/chile"), item("Peru sends planes to fire in Chile", "place/peru", "place/chile"), false},
		{"unlike events", item("Earthquake hits Japan", "place/japan"), item("Fire in Chile", "place/chile"), false},
		{"no place", item("Earthquake kills nine"), item("Quake shakes Chile", "place/chile"), false},
		{"no scene", item("Japan signs pact", "place/japan"), item("Chile signs pact", "place/chile"), false},
	} {
		a, b := sceneOf(c.one, text.Query(c.one.Title)), sceneOf(c.other, text.Query(c.other.Title))
		if got := a.differs(&b); got != c.want || b.differs(&a) != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
