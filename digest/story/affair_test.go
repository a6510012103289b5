package story

import (
	"fmt"
	"testing"
	"time"

	"newsbot/digest/text"
)

// TestAffair expects what companies and people go through alike to be one event for each of them.
func TestAffair(t *testing.T) {
	item := func(title string, names ...Name) *Item { return &Item{Title: title, Entities: names} }
	of := func(id string) Name { return Name{ID: id, Salience: .6} }
	inText := func(id string) Name { return Name{ID: id, Salience: .1} }
	for _, c := range []struct {
		name       string
		one, other *Item
		want       bool
	}{
		{"results", item("Nordea Kraft third-quarter profit rises 4 percent", of("organization/nordea-kraft")),
			item("Volta Motors third-quarter profit rises 9 percent", of("organization/volta-motors")), true},
		{"names with a word in common", item("Brenner Foods profit rises", of("organization/brenner-foods")),
			item("Delta Foods profit rises", of("organization/delta-foods")), true},
		{"one company", item("Nordea Kraft profit rises", of("organization/nordea-kraft")), item("Kraft earnings up", of("organization/kraft")), false},
		{"an owner", item("Rindle profit jumps", of("organization/rindle")), item("Vossco earnings beat forecasts", of("organization/vossco"), inText("organization/rindle")), false},
		{"nobody's", item("Profit of power company rises"), item("Volta Motors profit rises", of("organization/volta-motors")), false},
		{"unlike affairs", item("Nordea Kraft profit rises", of("organization/nordea-kraft")), item("Volta Motors fined", of("organization/volta-motors")), false},
		{"fines", item("Rindle loses appeal over 1.8 billion euro fine", of("organization/rindle")),
			item("Vossco wins partial annulment of fine", of("organization/vossco")), true},
		{"a court", item("EU court upholds fine of Rindle", of("organization/european-union"), of("organization/rindle")),
			item("Vossco wins annulment of fine", of("organization/vossco"), inText("organization/european-union")), true},
		{"appeals for help", item("Police appeal after Ada Lind killed in hit-and-run", of("person/ada-lind")),
			item("Sund Cycling Club appeal over hit-and-run", of("organization/sund-cycling-club")), false},
		{"trades", item("Rindle ASA: Mandatory notification of trade", of("organization/rindle-asa")),
			item("Vossco ASA: Mandatory notification of trade", of("organization/vossco-asa")), true},
		{"sentences by one judge", item("Dealer who hid cocaine jailed for nine years", inText("person/jordan-kell"), Name{"person/howard-crowson", .05}),
			item("Carer who stole jailed for nine years", inText("person/tracy-holt"), Name{"person/crowson", .05}), true},
		{"a sentence in the text", item("Dealer who hid cocaine jailed for nine years", inText("person/jordan-kell")),
			&Item{Title: "Nine years for carer", Terms: []text.Term{{Word: "jail"}}, Entities: []Name{inText("person/tracy-holt")}}, true},
		{"sentences in texts alone", &Item{Title: "March against law", Terms: []text.Term{{Word: "jail"}}, Entities: []Name{inText("person/jordan-kell")}},
			&Item{Title: "Thousands march", Terms: []text.Term{{Word: "jail"}}, Entities: []Name{inText("person/tracy-holt")}}, false},
		{"one trial", item("Nightclub fire: manager jailed", of("person/jordan-kell")), item("Owner sentenced over nightclub fire", inText("person/tracy-holt")), false},
		{"one sentence", item("Dealer jailed for nine years", inText("person/jordan-kell")), item("Kell sentenced", of("person/kell")), false},
	} {
		a, known := affairAndKnown(c.one)
		b, otherKnown := affairAndKnown(c.other)
		if got := a.differs(&b, known, otherKnown); got != c.want || b.differs(&a, otherKnown, known) != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func affairAndKnown(it *Item) (affair, wordSet) {
	title, names := text.Query(it.Title), wordsOfNames(it)
	return affairOf(it, title, names), knownOf(it, title, names)
}

// TestAffairsOfManyWords compares stories of thousands of articles, whose titles have tens of thousands of rarer words.
func TestAffairsOfManyWords(t *testing.T) {
	words := func(stem string) wordSet {
		var list []string
		for i := range 20_000 {
			list = append(list, fmt.Sprintf("%s%05d", stem, i))
		}
		return wordSetOf(list)
	}
	for _, kinds := range []uint{0, verdicts} {
		kell, holt := wordSetOf([]string{"kell"}), wordSetOf([]string{"holt"})
		one, other := affair{kinds: kinds, rare: words("harbour"), whose: kell}, affair{kinds: kinds, rare: words("bridges"), whose: holt}
		start := time.Now()
		if got := one.differs(&other, kell, holt); got != (kinds != 0) {
			t.Errorf("affairs of kinds %b differ: %v", kinds, got)
		}
		if took := time.Since(start); took > time.Second {
			t.Errorf("affairs of kinds %b were compared in %v, want a second at most", kinds, took)
		}
	}
}
