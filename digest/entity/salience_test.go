package entity

import (
	"testing"

	"newsbot/digest/text"
)

func TestSalience(t *testing.T) {
	d := text.Parse("Uzbekistan opens first metro line in Samarkand",
		"Uzbekistan opened its first metro line outside the capital on Monday. The line in Samarkand was built with a loan from Japan. "+
			"Uzbekistan plans two more lines. A similar project in Latvia was given up.")
	found := newRecognizer(t).Find(d, "en")
	rank := map[string]int{}
	for i, e := range found {
		rank[e.Name] = i + 1
	}
	for _, pair := range [][2]string{{"Uzbekistan", "Samarkand"}, {"Samarkand", "Japan"}, {"Japan", "Latvia"}} {
		if rank[pair[0]] == 0 || rank[pair[1]] == 0 || rank[pair[0]] > rank[pair[1]] {
			t.Errorf("%s is not more salient than %s:\n%s", pair[0], pair[1], describe(found))
		}
	}
}

// TestAgencyIsNotTold expects the agency that signs a dateline to be none of the names that a text is about.
func TestAgencyIsNotTold(t *testing.T) {
	for _, dateline := range []string{"STAVANGER (NP) ", "STAVANGER (NP) - ", "STAVANGER, Norway (Nordpress) — "} {
		d := text.Parse("Wave sweeps woman off pier", dateline+"A 61-year-old woman was swept off a pier by a wave on Monday, police in Norway said.")
		for _, e := range newRecognizer(t).Find(d, "en") {
			if (e.Name == "NP" || e.Name == "Nordpress") && e.Salience > 0 {
				t.Errorf("%q: %s has a salience of %v", dateline, e.Name, e.Salience)
			}
		}
	}
}
