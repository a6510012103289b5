package digest

import (
	"testing"

	"newsbot/digest/entity"
)

// TestLeadNames: a title that names nothing gives way to one that names what most of the articles name.
func TestLeadNames(t *testing.T) {
	const nameless = "Old bridge over the river is closed for repairs"
	brief := func(id, title string, names ...string) Brief {
		b := Brief{ID: id, Source: id, Title: title, Points: []KeyPoint{{Text: title + "."}}}
		for _, n := range names {
			b.Entities = append(b.Entities, Name{ID: "place/" + n, Name: n, Type: entity.Place, Salience: .5})
		}
		return b
	}
	for _, test := range []struct {
		name  string
		first Brief
		other Brief
		want  string
	}{
		{"a name of both", brief("a", nameless, "Sund"), brief("b", "Sund closes", "Sund"), "Sund closes"},
		{"a name of the other alone", brief("a", nameless), brief("b", "Sund closes", "Sund"), nameless},
		{"a name of the other alone, of two entities", brief("a", nameless), brief("b", "Sund closes", "Sund", "Sund"), nameless},
		{"a name in either", brief("a", "Old bridge over the Lind is closed for repairs", "Sund"), brief("b", "Sund closes", "Sund"), "Old bridge over the Lind is closed for repairs"},
		{"an abbreviation", brief("a", "EU closes old bridge over the river for repairs", "Sund"), brief("b", "Sund closes", "Sund"), "EU closes old bridge over the river for repairs"},
		{"dead", brief("a", "Three people killed as old bridge over the river falls", "Sund"), brief("b", "Sund closes", "Sund"), "Three people killed as old bridge over the river falls"},
	} {
		for _, articles := range [][]Brief{{test.first, test.other}, {test.other, test.first}} {
			if s := NewStory(articles, noon); s.Headline != test.want {
				t.Errorf("%s: %q, want %q", test.name, s.Headline, test.want)
			}
		}
	}
}

// TestHeadlineOf: what a company tells on its own page has its name in the headline.
func TestHeadlineOf(t *testing.T) {
	for _, test := range []struct{ source, title, want string }{
		{"Fenwork Blog", "What happened on Tuesday", "Fenwork: What happened on Tuesday"},
		{"Fenwork Status", "[Resolved] Slow pumps", "Fenwork: [Resolved] Slow pumps"},
		{"Fenwork Blog", "Fenwork's pumps run again", "Fenwork's pumps run again"},
		{"Fenwork Blog", "", ""},
		{"Fenwork Foundation Blog", "Call for papers", "Fenwork Foundation: Call for papers"},
		{"Foundation Blog", "Call for papers", "Call for papers"},
		{"The Company Blog", "Call for papers", "Call for papers"},
		{"Security Team Status", "Call for papers", "Call for papers"},
		{"Fenwork News", "What happened on Tuesday", "What happened on Tuesday"},
	} {
		if got := headlineOf(Brief{Source: test.source, Title: test.title}); got != test.want {
			t.Errorf("%s: %q, want %q", test.source, got, test.want)
		}
	}
}
