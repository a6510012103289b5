package entity

import (
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
		"Meridian writer Tom Brule in Oslo contributed to this report.":                 true,
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
