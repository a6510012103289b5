package keypoint

import (
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
