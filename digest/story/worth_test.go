package story

import (
	"math"
	"testing"

	"newsbot/digest/text"
)

func TestWorth(t *testing.T) {
	of := func(words string, names ...Name) Item {
		it := Item{Entities: names}
		for _, w := range text.Query(words) {
			it.Terms = append(it.Terms, text.Term{Word: w, Weight: 1})
		}
		return it
	}
	titled := func(title string, it Item) Item {
		it.Title = title
		return it
	}
	for _, tt := range []struct {
		name  string
		items []Item
		want  float64
	}{
		{"nothing known", []Item{of("cellars of Sund")}, 0},
		{"two grave terms", []Item{of("explosion kills keeper")}, math.Log(3) * 5 / 4},
		{"whatever the form", []Item{of("explosions killing keepers")}, math.Log(3) * 5 / 4},
		{"light", []Item{of("a film for the holidays")}, -math.Log(2) * 3 / 4},
		{"a state", []Item{of("minister and cellars")}, math.Log(2)},
		{"who died of a state", []Item{titled("Queen Ada dies", of("queen of Sund", Name{"person/ada", .5}))}, math.Log(2)*5/4 + math.Log(2) - .5},
		{"what died of a state", []Item{titled("Bill dies in the senate", of("senate of Sund"))}, math.Log(2)},
		{"who died", []Item{titled("Keeper of Sund dies", of("keeper of Sund"))}, 0},
		{"public affairs", []Item{of("tax on cellars")}, math.Log(2) / 2},
		{"of one article in two", []Item{of("explosion in Sund"), of("smoke over Sund")}, math.Log(1.5) * 5 / 4},
		{"a person", []Item{of("cellars", Name{"person/ada-lind", .5})}, -.5},
		{"places", []Item{of("cellars", Name{"place/sund", .5}, Name{"person/ada-lind", .25}, Name{"work/cellars", .25})}, .125},
		{"a known place", []Item{of("cellars", Name{"place/lima", .5})}, .75},
		{"a known place of many names", []Item{of("cellars", Name{"place/lima", .25}, Name{"place/sund", .5}, Name{"product/lima", .25}), of("cellars")}, .5},
		{"a nation", []Item{of("cellars", Name{"group/peruvian", .5})}, .75},
	} {
		if got := worth(tt.items); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}
