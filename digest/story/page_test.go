package story

import (
	"slices"
	"testing"

	"newsbot/digest/text"
)

// TestOwnPage checks that an article on a company's own page has its name, which its text need not.
func TestOwnPage(t *testing.T) {
	long := text.Terms(text.Parse("", "alder birch cedar dogwood elder fir ginkgo hazel ilex juniper kauri larch maple nutmeg oak pine quince rowan spruce teak ulmus viburnum willow yew zelkova hickory"), 40)
	for _, test := range []struct {
		source string
		terms  []text.Term
		want   bool
	}{
		{"Fenwork Blog", long, true},
		{"Fenwork Status", long, true},
		{"Fenwork Engineering Blog", long, true},
		{"Fenwork Live Blog", long, false},
		{"Fenwork Evening Times Politics Blog", long, false},
		{"Fenwork News", long, false}, // may be a newspaper
		{"Fenwork", long, false},
		{"Fenwork Blog", long[:4], false}, // a title alone, of which most others are of other things
	} {
		s := Default().newSpace()
		v := s.number(&Item{Source: test.source, Title: "What happened", Terms: test.terms})
		for _, dim := range []int32{s.name("organization/fenwork").dim, s.term(text.Query("Fenwork")[0])} {
			if got := slices.ContainsFunc(v, func(c component) bool { return c.dim == dim }); got != test.want {
				t.Errorf("%s, %d terms: %v", test.source, len(test.terms), got)
			}
		}
	}
}

func TestTellsOfItself(t *testing.T) {
	for _, c := range []struct {
		title, source string
		want          bool
	}{
		{"Garrick-Lund Announces Realignment of Planter Production", "newsroom.garrick-lund.example", true},
		{"Norvane launches customer care programme", "Norvane Newsroom", true},
		{"Heron 4.0.7", "Heron releases", true},
		{"IBM cuts 400 jobs", "IBM Newsroom", true},
		{"Tesla recalls cars", "newsroom.tesla.com", true},
		{"Saudi Arabia cuts oil output", "Arab News", false},
		{"Churchill's papers sold", "The Hill", false},
		{"Overtime pay rules", "time.com", false},
		{"News conference held", "news.sky.com", false},
		{"Farm machinery maker to idle 640 in Iowa", "unitedwire.example", false},
		{"Garrick-Lund to idle 640 in Iowa", "The Courier", false},
		{"The sun sets on a mill", "The Sun", false},
		{"A title", "", false},
		{"A title", ".", false},
	} {
		if got := TellsOfItself(c.title, c.source); got != c.want {
			t.Errorf("TellsOfItself(%q, %q) = %v", c.title, c.source, got)
		}
	}
}
