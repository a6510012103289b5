package story

import (
	"strings"
	"testing"

	"newsbot/digest/text"
)

// TestVenue expects what is told in like words of two places to be two events, unless one place may be in the other.
func TestVenue(t *testing.T) {
	const short, long = 12, fullVenue
	item := func(title string, terms int, names ...Name) *Item {
		it := &Item{Title: title, Entities: names}
		for i := range terms {
			it.Terms = append(it.Terms, text.Term{Word: strings.Repeat("x", i+1)})
		}
		return it
	}
	of := func(id string) Name { return Name{ID: id, Salience: .9} }
	inText := func(id string) Name { return Name{ID: id, Salience: .2} }
	const open, shut = "Harwick council votes to keep pool open", "Sundby council votes to close pool"
	for _, c := range []struct {
		name       string
		one, other *Item
		want       bool
	}{
		{"two towns", item(open, long, of("place/harwick")), item(shut, long, of("place/sundby")), true},
		{"one without a text", item(open, 0, of("place/harwick")), item(shut, long, of("place/sundby")), false},
		{"one in the other", item(open, long, of("place/harwick")), item(shut, long, of("place/sundby"), inText("organization/harwick-council")), false},
		{"perhaps one in the other", item(open, short, of("place/harwick")), item(shut, long, of("place/sundby")), false},
		{"in lands apart", item(open, short, of("place/harwick"), inText("place/ohio")), item(shut, short, of("place/sundby"), inText("place/texas")), true},
		{"in one land", item(open, short, of("place/harwick"), inText("place/ohio")), item(shut, short, of("place/sundby"), inText("place/ohio")), false},
		{"cities of one land", item("Fans storm pitch in Leeds", long, of("place/leeds")), item("Fans storm bus in Liverpool", long, of("place/liverpool")), true},
		{"two names of a city", item("Fans storm pitch in Rangoon", long, of("place/rangoon")), item("Fans storm bus in Yangon", long, of("place/yangon")), false},
		{"a town and a country", item("Six dead in avalanche in Georgia", long, of("place/georgia")), item("Six skiers dead in avalanche near Tarbani", long, of("place/tarbani")), false},
		{"a number in both", item("Plane skids at Harwick, 164 unhurt", long, of("place/harwick")), item("All 164 unhurt as plane from Sundby skids", long, of("place/sundby")), false},
		{"a year in both", item("Harwick council votes to keep pool till 2031", long, of("place/harwick")), item("Sundby council votes to close pool in 2031", long, of("place/sundby")), true},
		{"no word in common", item("Harwick mourns its miners", long, of("place/harwick")), item("Blast in Sundby pit kills nine", long, of("place/sundby")), false},
		{"a person in both", item(open, long, of("place/harwick"), inText("person/ada-verlin")), item(shut, long, of("place/sundby"), inText("person/ada-verlin")), false},
		{"an agency in both", item(open, long, of("place/harwick"), inText("organization/newsline")), item(shut, long, of("place/sundby"), inText("organization/newsline")), true},
		{"a company in both titles", item("Sund Steel shuts Harwick mill", long, of("place/harwick"), of("organization/sund-steel")),
			item("Union of Sund Steel meets in Orvik, mill shut", long, of("place/orvik"), of("organization/sund-steel")), false},
		{"counties", item("Flood warning for Orrin County", short, of("place/orrin-county"), inText("place/kessel")),
			item("Flood warning for Moe County", short, of("place/moe-county"), inText("place/kessel")), true},
		{"places in texts", item("Council votes to keep pool open", long, inText("place/harwick")), item(shut, long, of("place/sundby")), false},
	} {
		a, b := particularsOf(c.one, c.one.Title), particularsOf(c.other, c.other.Title)
		if got := a.venue.differs(&b.venue, a.known, b.known); got != c.want || b.venue.differs(&a.venue, b.known, a.known) != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// TestVenueOfOutlet expects an outlet to be held to name the town that its own name tells.
func TestVenueOfOutlet(t *testing.T) {
	terms := make([]text.Term, fullVenue)
	one := &Item{Title: "Four hurt in Mill Lane blaze", Source: "Harwick Post", Terms: terms, Entities: []Name{{"place/mill-lane", .9}}}
	other := &Item{Title: "Four hurt in Harwick blaze", Terms: terms, Entities: []Name{{"place/harwick", .9}}}
	a, b := particularsOf(one, one.Title), particularsOf(other, other.Title)
	if a.differ(&b) {
		t.Error("a blaze in Mill Lane and one in its town are two")
	}
}

func TestWordSet(t *testing.T) {
	a, b := wordSetOf([]string{"dam", "gate", "dam"}), wordSetOf([]string{"rain", "gate"})
	both, want := a.plus(b), wordSetOf([]string{"rain", "gate", "dam"})
	if len(a) != 2 || len(both) != 3 || !both.meet(wordSetOf([]string{"rain"})) || len(both.plus(want)) != 3 {
		t.Errorf("%v and %v are %v, want %v", a, b, both, want)
	}
	if !a.meet(b) || a.meet(wordSetOf([]string{"rain"})) || a.meet(nil) {
		t.Error("sets meet in other words than they have in common")
	}
}
