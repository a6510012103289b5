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
