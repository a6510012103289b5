package story

import (
	"fmt"
	"testing"

	"newsbot/digest/text"
)

// TestMemory recognizes what goes on with a story, and nothing that is only like it.
func TestMemory(t *testing.T) {
	quake := []string{
		"An earthquake of magnitude 6.6 shook the valley of Norrdal before dawn on Saturday and killed 12 people.",
		"The road from Tarnby into Norrdal is cut in four places by landslides.",
		"Mayor Petra Sohl asked for tents and blankets.",
	}
	long := quake
	for i := range 300 {
		long = append(long, fmt.Sprintf("In Norrdal rescuers found %d people behind the landslides of street%d, after the earthquake had cut the road from Tarnby.", i, i))
	}
	told := map[string][]string{
		"quake":  quake,
		"strike": {"Tram drivers in Orrin voted to strike for three days over night lines with one driver.", "The company called the strike out of proportion."},
		"match":  {"Sund beat Halvik 2-1 with a late goal by Ole Dahl.", "Dahl headed in a corner in the last minute at Sund."},
	}
	for _, test := range []struct {
		name, title, text, want string
		articles                int
	}{
		{"it goes on", "First wooden houses reach Norrdal", "Lorries brought the first wooden houses to Norrdal, ten days after the earthquake that cut the road from Tarnby. Mayor Petra Sohl gave out the keys.", "quake", 1},
		{"several tell of it", "Norrdal rebuilds", "Norrdal counts 12 people killed in the earthquake of magnitude 6.6, Mayor Petra Sohl said; landslides cut the road from Tarnby before dawn.", "quake", 2},
		{"many tell what shares a place and a name", "Norrdal elects council", "Norrdal elected a council after a campaign about schools and taxes. Mayor Petra Sohl keeps her seat.", "", 6},
		{"another event of its kind", "Earthquake shakes Vestmar", "An earthquake of magnitude 5.9 shook the coast of Vestmar on Friday. Nobody was hurt, the police chief said.", "", 1},
		{"another thing in one place", "Orrin opens library", "The library of Orrin opened its new reading room. The architect Ada Lind spoke of light and silence.", "", 1},
		{"the next match", "Sund 3-0 Tarnby", "Sund beat Tarnby 3-0 with a late goal by Ole Dahl, who headed in a corner in the last minute at Sund.", "", 1},
		{"nothing", "", "", "", 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			var items []Item
			for range test.articles {
				items = append(items, Item{Title: test.title, Terms: text.Terms(text.Parse(test.title, test.text), 40)})
			}
			if got := NewMemory(text.NewIndexer(), told).Recall(items); got != test.want {
				t.Errorf("recalled %q, want %q", got, test.want)
			}
			told := map[string][]string{"quake": long, "strike": told["strike"], "match": told["match"]}
			if got := NewMemory(text.NewIndexer(), told).Recall(items); test.articles == 1 && got != test.want {
				t.Errorf("of a story of which much was told %q is recalled, want %q", got, test.want)
			}
		})
	}
	if got := NewMemory(text.NewIndexer(), nil).Recall([]Item{{Title: "Orrin opens library"}}); got != "" {
		t.Errorf("who was told nothing recalls %q", got)
	}
}

// BenchmarkMemory recalls what 300 stories told for each of 1,000.
func BenchmarkMemory(b *testing.B) {
	told := make(map[string][]string)
	for i := range 300 {
		for j := range 20 {
			told[fmt.Sprint(i)] = append(told[fmt.Sprint(i)], fmt.Sprintf("The council of town%d voted on Tuesday to spend %d crowns on word%d and word%d, the mayor said.", i, 100*j, (i*7+j)%900, (i+j*13)%900))
		}
	}
	items := make([][]Item, 1000)
	for i := range items {
		items[i] = []Item{{Title: "T", Terms: text.Terms(text.Parse("Council votes", fmt.Sprintf("The council of place%d voted to spend %d crowns on word%d, word%d and word%d. The mayor said so on Tuesday.", i, i, i%900, i*3%900, i*7%900)), 40)}}
	}
	indexer := text.NewIndexer()
	for b.Loop() {
		m := NewMemory(indexer, told)
		for _, it := range items {
			m.Recall(it)
		}
	}
}
