package entity

import (
	"slices"
	"testing"
)

func TestSlug(t *testing.T) {
	for _, test := range []struct {
		t          Type
		name, want string
	}{
		{Place, "Uzbekistan", "place/uzbekistan"},
		{Person, "Recep Tayyip Erdoğan", "person/recep-tayyip-erdogan"},
		{Organization, "SCO-RATS", "organization/sco-rats"},
		{Organization, "AT&T Inc.", "organization/at-t-inc"},
		{Event, "  World  Cup ", "event/world-cup"},
		{Group, "Tories", "group/tory"},
		{Group, "Democratic", "group/democrat"},
		{Group, "Swiss", "group/swiss"},
	} {
		if got := ID(test.t, test.name); got != test.want {
			t.Errorf("ID(%s, %q) = %s, want %s", test.t, test.name, got, test.want)
		}
	}
}

func TestKey(t *testing.T) {
	for _, test := range []struct {
		a, b string
		same bool
	}{
		{"U.S.", "US", true},
		{"US", "us", false},
		{"Erdoğan", "Erdogan", true},
		{"The Hague", "Hague", true},
		{"O’Brien", "O'Brien", true},
		{"NAIROBI", "Nairobi", true},
		{"Iran", "Iraq", false},
	} {
		if got := key(test.a) == key(test.b); got != test.same {
			t.Errorf("key(%q) = %q, key(%q) = %q, want same: %v", test.a, key(test.a), test.b, key(test.b), test.same)
		}
	}
}

func TestAbbreviates(t *testing.T) {
	for _, test := range []struct {
		short, long string
		want        bool
	}{
		{"SCO", "Shanghai Cooperation Organisation", true},
		{"S.C.O.", "Shanghai Cooperation Organisation", true},
		{"MPS", "Ministry of Public Security", true},
		{"MOPS", "Ministry of Public Security", true},
		{"DRC", "Democratic Republic of the Congo", true},
		{"UKIP", "UK Independence Party", true},
		{"BP", "BNP Paribas", false},
		{"WHO", "World Bank", false},
		{"I", "Iran", false},
		{"Who", "World Health Organization", false},
	} {
		if got := abbreviates(test.short, test.long); got != test.want {
			t.Errorf("abbreviates(%q, %q) = %v, want %v", test.short, test.long, got, test.want)
		}
	}
}

func TestSamePerson(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"daniel arap moi", "daniel moi", true},
		{"j smith", "john smith", true},
		{"john smith", "jane smith", false},
		{"john smith jr", "john smith", false},
		{"george w bush", "george hw bush", false},
		{"george walker bush", "george w bush", true},
		{"w mark felt", "mark felt", true},
		{"john smith", "john smyth", false},
		{"smith", "john smith", false},
	} {
		if got := samePerson(test.a, test.b); got != test.want {
			t.Errorf("samePerson(%q, %q) = %v, want %v", test.a, test.b, got, test.want)
		}
	}
}

func TestCloseUp(t *testing.T) {
	for f, want := range map[string]string{
		"U. S.":       "U.S.",
		"U. S. Steel": "U.S. Steel",
		"U.S. Army":   "U.S. Army",
		"U. S":        "U. S",
		"A. Smith":    "A. Smith",
		"É. S.":       "É. S.",
		"":            "",
	} {
		if got := closeUp(f); got != want {
			t.Errorf("closeUp(%q) = %q, want %q", f, got, want)
		}
	}
}

func TestAbbreviations(t *testing.T) {
	for name, want := range map[string][]string{
		"Ministry of Public Security": {"MPS", "MOPS"},
		"BBC 3":                       nil,
		"Reuters":                     nil,
	} {
		if got := abbreviations(&cluster{forms: []string{name}}); !slices.Equal(got, want) {
			t.Errorf("abbreviations of %q are %q, want %q", name, got, want)
		}
	}
}
