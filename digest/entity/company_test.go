package entity

import (
	"slices"
	"testing"

	"newsbot/digest/text"
)

func TestShowsCompany(t *testing.T) {
	for s, want := range map[string]bool{
		"The chipmaker Toverlen closed a works.":            true,
		"The mayor Toverlen closed a works.":                false,
		"Shares in Toverlen rose.":                          true,
		"Rain in Toverlen fell.":                            false,
		"The chief executive of Toverlen left.":             true,
		"The mayor of Toverlen left.":                       false,
		"Critics called Toverlen's shareholders patient.":   true,
		"Critics called Toverlen's sisters patient.":        false,
		"Critics thought Toverlen shares dear.":             true,
		"Critics said Toverlen shares their view.":          false,
		"Toverlen chief Ada Lund left.":                     true,
		"Toverlen's chief executive left.":                  true,
		"Toverlen's chief of staff left.":                   false,
		"Toverlen chief minister Ada Lund left.":            false,
		"Toverlen, the Danish chipmaker, was silent.":       true,
		"Toverlen, a maker of pumps, was silent.":           true,
		"Toverlen, the company's founder, was silent.":      false,
		"Toverlen, the head of the firm, was silent.":       false,
		"Toverlen said it had paid.":                        true,
		"Toverlen said that its works would close.":         true,
		"Toverlen said it was raining.":                     false,
		"Toverlen said it would be days before it rained.":  false,
		"Toverlen said it had been a hard month.":           false,
		"Toverlen said he had paid.":                        false,
		"Toverlen cut and Toverlen raised its forecast.":    true,
		"Toverlen sees its end.":                            true,
		"The works were Toverlen's, its price was not told": false,
		"Critics saw the firm with Toverlen as its head.":   false,
		"Toverlen is recalling about 86,000 loungers.":      true,
		"Toverlen recalled 86,000 of its loungers.":         true,
		"Toverlen recalled the 20,000 fans who marched.":    false,
		"Toverlen recalls 30,000 people in the square.":     false,
		"Toverlen recalled a night with 30,000 fans.":       false,
		"Toverlen laid off 70 of its staff.":                true,
		"Toverlen laid out a plan for 70 jobs.":             false,
		"Toverlen will cut 400 jobs.":                       true,
		"Toverlen cut hundreds of jobs.":                    true,
		"Toverlen shed tears over lost jobs.":               false,
		"Toverlen cut the ribbon at the jobs fair.":         false,
		"Toverlen cut": false,
		"Toverlen":     false,
	} {
		d := text.Parse("", s)
		p := newPieces(d)
		got := false
		for i, piece := range p.texts {
			if piece == "Toverlen" {
				sentence := slices.IndexFunc(p.first, func(first int) bool { return first > i }) - 1
				got = got || p.showsCompany(&name{Mention: Mention{Sentence: sentence}, first: i, last: i + 1, kind: Person})
			}
		}
		if got != want {
			t.Errorf("%q shows that Toverlen is a company: %v, want %v", s, got, want)
		}
	}
}

func TestCompanyWord(t *testing.T) {
	for name, want := range map[string]string{
		"Toverlen Energy": "toverlen", "Toverlen Auto Group": "toverlen", "The Toverlen Company": "toverlen",
		"Toverlen": "", "Toverlen University": "", "Toverlen City Council": "", "Toverlen's Holder Bank": "", "": "",
	} {
		if got := CompanyWord(name); got != want {
			t.Errorf("CompanyWord(%q) is %q, want %q", name, got, want)
		}
	}
}
