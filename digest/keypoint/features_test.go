package keypoint

import (
	"strings"
	"testing"

	"newsbot/digest/text"
)

func TestIsFronted(t *testing.T) {
	for s, want := range map[string]bool{
		"Only 12 of the 40 schools in Sund were open.":     false,
		"Only one in three schools was open.":              false,
		"Only two weeks ago, Nordline bought a ferry.":     true,
		"Only three days after the crash, Nordline folded": true,
		"Only":                             true,
		"Only two":                         false,
		"Over 40 schools were closed.":     false,
		"In March, 40 schools were closed": true,
		"Nordline bought a ferry.":         false,
	} {
		d := text.Parse("", s)
		a := newArticle(d, text.NewIndexer().Index(d), text.Language(s), nil)
		if got := a.isFronted(0); got != want {
			t.Errorf("isFronted(%q) = %v, want %v", s, got, want)
		}
	}
}

func TestFindNews(t *testing.T) {
	const scene = "It was cold on the quay of Sund when a nurse came home from the sea with her son. "
	for body, want := range map[string]string{
		scene + "The boy had a fever. The council of Sund has begun to build a hospital that will have 400 beds and two theatres.": "The council",
		scene + "A ferry is late. In March, Nordline has been fined for a leak at its shipyard that killed four workers in Sund.":  "",
		"A nurse came home on Monday to the quay. The council of Sund has begun to build a hospital that will have 400 beds.":      "",
	} {
		d := text.Parse("Sund to build a hospital", body)
		got := ""
		for _, c := range NewDraft(d, text.NewIndexer().Index(d), text.Language(body), nil).candidates {
			if c.features[fresh] > 0 {
				got += c.In(d.Text)
			}
		}
		if (got == "") != (want == "") || !strings.HasPrefix(got, want) {
			t.Errorf("in %q %q tells the news, want %q", body, got, want)
		}
	}
}
