package storetest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"newsbot/digest/store"
)

// testSearchTexts tests what a search looks for in whole texts.
func testSearchTexts(t *testing.T, open Open) {
	s := open(t, store.Options{})
	d := yesterday()
	for i, st := range []story{
		{slug: "title", title: "The sea wall breaks", terms: "wall"},
		{slug: "body", title: "A night of storm", terms: "storm wall", body: "Nobody slept.\nThe Sea-Wall held, they said."},
		{slug: "apart", title: "Wall of sea fog", terms: "sea wall fog", body: "A wall by the sea."},
		{slug: "across", title: "Out at sea", terms: "sea wall", body: "Wall Street fell.\nThey went to sea\nwall by wall."},
		{slug: "longer", title: "Seawall and sea walls", terms: "sea wall", body: "Sea walls are dear."},
		{slug: "curly", title: "Mayor “will not resign”", terms: "mayor resign", body: "“I won’t,” Lucía said."},
		{slug: "kanji", title: "大地震が発生", terms: "大地 地震", body: ""},
	} {
		st.at = d.Add(-time.Duration(i) * time.Minute)
		putAll(t, s, st.entry())
	}
	for _, c := range []struct {
		name string
		q    store.Query
		want string
	}{
		{"phrase", store.Query{Phrases: []string{"sea wall"}}, "title body"},
		{"phrase in another form", store.Query{Phrases: []string{"SEA-wall"}}, "title body"},
		{"phrase with a word", store.Query{Phrases: []string{"sea wall"}, Terms: []string{"storm"}}, "body"},
		{"phrase with a word that none has", store.Query{Phrases: []string{"sea wall"}, Terms: []string{"nowher"}}, "title body"},
		{"phrase with quotation marks", store.Query{Phrases: []string{"I won't"}, Terms: []string{"mayor"}}, "curly"},
		{"phrase without accents", store.Query{Phrases: []string{"lucia said"}, Terms: []string{"mayor"}}, "curly"},
		{"phrase in a script without spaces", store.Query{Phrases: []string{"地震"}}, "kanji"},
		{"two phrases", store.Query{Phrases: []string{"sea wall", "nobody slept"}}, "body"},
		{"phrase that stands nowhere", store.Query{Phrases: []string{"wall sea"}}, ""},
		{"phrase of marks", store.Query{Phrases: []string{" – "}, Terms: []string{"storm"}}, "body"},
		{"without a word of the text", store.Query{Terms: []string{"wall"}, Without: []string{"slept"}}, "title apart across longer"},
		{"without another form of a word", store.Query{Terms: []string{"sea", "wall"}, Without: []string{"storms"}}, "title apart across longer"},
		{"without a phrase", store.Query{Terms: []string{"wall"}, Without: []string{"sea wall"}}, "apart across longer"},
		{"without what all have", store.Query{Terms: []string{"wall"}, Without: []string{"wall"}}, ""},
	} {
		got, total := found(t, s, c.q)
		equal(t, c.name, asSet(got), asSet(strings.Fields(c.want)))
		equal(t, "total of "+c.name, total, len(strings.Fields(c.want)))
	}
	hits, _, err := s.Search(t.Context(), store.Query{Terms: []string{"storm", "nowher"}, Phrases: []string{"sea wall"}})
	check(t, err)
	equal(t, "terms that the hit holds", hits[0].Terms, 3)
}

func asSet(list []string) map[string]bool {
	set := map[string]bool{}
	for _, s := range list {
		set[s] = true
	}
	return set
}

func testSources(t *testing.T, open Open) {
	s := open(t, store.Options{})
	d := yesterday()
	for i, source := range []string{"The Wire", "ärger heute", "The Wire", "", "Bay News"} {
		putAll(t, s, story{slug: fmt.Sprint("s", i), title: "News", source: source, at: d.Add(-time.Duration(i) * 24 * time.Hour)}.entry())
	}
	for _, c := range []struct {
		from time.Time
		want []string
	}{
		{time.Time{}, []string{"ärger heute", "Bay News", "The Wire"}},
		{d.Add(-24 * time.Hour), []string{"ärger heute", "The Wire"}},
		{d.Add(24 * time.Hour), nil},
	} {
		outlets, err := s.Outlets(t.Context(), c.from, time.Time{})
		check(t, err)
		var got []string
		for _, o := range outlets {
			got = append(got, o.Name)
		}
		equal(t, fmt.Sprint("sources from ", c.from), got, c.want)
	}
}

// testManySources: a source that writes seldom is found beside those that write a lot,
// until its article has another.
func testManySources(t *testing.T, open Open) {
	s := open(t, store.Options{})
	d := yesterday()
	for i := range 120 {
		putAll(t, s, story{slug: fmt.Sprint("w", i), title: "News", source: "The Wire", at: d.Add(time.Duration(i) * time.Minute)}.entry())
	}
	rare := story{slug: "rare", title: "News", source: "Rare Bird", at: d}
	sources := func(want ...string) {
		t.Helper()
		outlets, err := s.Outlets(t.Context(), time.Time{}, time.Time{})
		check(t, err)
		var got []string
		for _, o := range outlets {
			got = append(got, o.Name)
			equal(t, "hosts of "+o.Name, o.Hosts, []string{"test.example"})
		}
		equal(t, "sources", got, want)
	}
	putAll(t, s, rare.entry())
	sources("Rare Bird", "The Wire")
	rare.source = "Rarer Bird"
	putAll(t, s, rare.entry())
	sources("Rarer Bird", "The Wire")
}
