package keypoint

import (
	"math"
	"testing"

	"newsbot/digest/text"
)

func TestWording(t *testing.T) {
	w := defaultWording()
	for said, words := range map[string][]string{
		"He and he again came.":                 {"he", "and", "again", "came", "."},
		"Sund has 40 boats and 12 of 3 are new": {"sund", "has", "0", "boats", "and", "of", "are", "new"},
		"On Thursday Ada Lind fell":             {"on", "thursday", "fell"},
	} {
		d := text.Parse("Cellars of Orrin", said)
		a := newArticle(d, text.NewIndexer().Index(d), "en", nil)
		s := a.Sentences[1]
		want := 0.0
		for _, word := range words {
			want += w[word]
		}
		if got := a.wording(s.First, s.Last); math.Abs(got-want) > 1e-9 {
			t.Errorf("%q: %.2f, want %.2f", said, got, want)
		}
	}
	if w["he"] >= 0 || w["0"] <= 0 {
		t.Errorf(`"he" weighs %.2f, a number %.2f`, w["he"], w["0"])
	}
	if got := (Wording{"a": .049, "b": -.05, "c": 1}).String(); got != "b -0.05\nc 1.00\n" {
		t.Errorf("printed as %q", got)
	}
}
