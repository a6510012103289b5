package entity

import (
	"strings"
	"testing"

	"newsbot/digest/text"
)

func TestIsCredit(t *testing.T) {
	for sentence, want := range map[string]bool{
		"By Jane Hartwell":                        true,
		"By JANE HARTWELL, Meridian Staff Writer": true,
		"(Reporting by Jane Hartwell and Tom Brule in Oslo; Editing by Susan Ekeby)":    true,
		"Additional reporting by Tom Brule.":                                            true,
		"Photograph: Per Olsen/Meridian":                                                true,
		"PHOTO | PER OLSEN":                                                             true,
		"Meridian writer Tom Brule in Oslo contributed to this report.":                 true,
		"By Jane Hartwell, business desk":                                               true,
		"Opinion / Jane Hartwell":                                                       true,
		"Analysis by Jane Hartwell":                                                     true,
		"Contact: Jane Hartwell, press@esbjerg.example":                                 true,
		"Contacts for media: Tom Brule (+45 2 299 00 00), Jane Hartwell":                true,
		"Media contact: Press officer Jane Hartwell":                                    true,
		"Contact: the ferries have lost it, says Jane Hartwell.":                        false,
		"Analysis by the Danish Technical University showed salt.":                      false,
		"By Monday Denmark had sent help.":                                              false,
		"Photographs by Per Olsen hang in the town hall of Esbjerg.":                    false,
		"Reporting by the Danish press has shown that the wall was weak.":               false,
		"Denmark contributed to this fund.":                                             false,
		"Storm Hedda hit Denmark, and Jane Hartwell wrote of it by the light of a lamp": false,
	} {
		if got := isCredit(sentence); got != want {
			t.Errorf("isCredit(%q) = %v", sentence, got)
		}
	}
}

// TestCreditsAreNoNews expects who wrote or sent a text to be found, but to be
// nothing that it is about, unless it tells of them too.
func TestCreditsAreNoNews(t *testing.T) {
	d := text.Parse("Storm hits coast", `By Jane Hartwell

COPENHAGEN, Denmark (Reuters) - Storm Hedda hit the coast of Denmark on Monday, the Danish police said.

Susan Ekeby, the mayor of Esbjerg, asked for help.

(Reporting by Jane Hartwell and Tom Brule; Editing by Susan Ekeby)`)
	told := map[string]bool{}
	for _, e := range newRecognizer(t).Find(d, "en") {
		told[e.Name] = e.Salience > 0
	}
	for name, want := range map[string]bool{
		"Jane Hartwell": false, "Tom Brule": false, "Reuters": false,
		"Susan Ekeby": true, "Storm Hedda": true, "Denmark": true, "Copenhagen": true,
	} {
		if got, found := told[name]; !found || got != want {
			t.Errorf("%s: found %v, of the news %v; want %v", name, found, got, want)
		}
	}
}

// TestBylinesAreNoNews expects the writers whom a line before the text names to be none of the
// news, but those of whom another line tells to be.
func TestBylinesAreNoNews(t *testing.T) {
	r := newRecognizer(t)
	for _, test := range []struct {
		head string
		want bool // that Jane Hartwell is of the news
	}{
		{"Jane Hartwell", false},
		{"Shipping\n\nJane Hartwell and Tom Brule in Oslo", false},
		{"JANE HARTWELL", false},
		{"Jane Hartwell, Staff Writer", false},
		{"Jane Hartwell — 8:45 AM PST", false},
		{"Jane Hartwell was there.", true},
		{"Jane Hartwell writes on wine every Tuesday.", true},
		{"Jane Hartwell wins the race", true},
		{"It was a storm.\n\nJane Hartwell", true},
	} {
		d := text.Parse("Storm hits coast", test.head+"\n\nStorm Hedda hit the coast of Denmark on Monday, the Danish police said.")
		got := false
		for _, e := range r.Find(d, "en") {
			got = got || strings.EqualFold(e.Name, "Jane Hartwell") && e.Salience > 0
		}
		if got != test.want {
			t.Errorf("%q: Jane Hartwell is of the news: %v, want %v", test.head, got, test.want)
		}
	}
	for foot, want := range map[string]bool{
		"Jane Hartwell writes on wine every Tuesday.":  false,
		"Jane Hartwell is our shipping correspondent.": false,
		"Jane Hartwell writes letters to the king.":    true,
	} {
		d := text.Parse("Storm hits coast", "Opinion / Jane Hartwell\n\nStorm Hedda hit the coast of Denmark on Monday.\n\n"+foot)
		for _, e := range r.Find(d, "en") {
			if e.Name == "Jane Hartwell" && e.Salience > 0 != want {
				t.Errorf("%q: Jane Hartwell is of the news: %v, want %v", foot, e.Salience > 0, want)
			}
		}
	}
	if got := r.Find(text.Parse("", "Jane Hartwell\n\nStorm Hedda hit the coast of Denmark."), "en"); len(got) == 0 {
		t.Error("nothing found without a title")
	}
}
