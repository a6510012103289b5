package keypoint

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"newsbot/digest/text"
)

// TestLive: of a page that follows a match is told first how it ended, and entries without their minutes.
func TestLive(t *testing.T) {
	for _, tt := range []struct {
		title, text string
		want        []string
	}{
		{"LIVE: Sund v Halvik, cup final", "90+5 FULL TIME: Sund 1 Halvik 2. Halvik win the cup for the second year in a row.\n\n88 GOAL! Brekke heads in a corner from the left for Halvik.\n\n75 Lund limps off, holding the back of a knee.\n\n1 We are under way in Sund.", []string{
			"FULL TIME: Sund 1 Halvik 2.", "Halvik win the cup for the second year in a row.", "Brekke heads in a corner from the left for Halvik.", "Lund limps off, holding the back of a knee.",
		}},
		{"Sund Seals at Kessel Rams", "FINAL: Kessel Rams 4, Sund Seals 3 (OT)\n\n59' Adela Lund levels it with a shot from the blue line.\n\n41' Brekke goes off for two minutes for a trip on Lund.\n\n12' A shot of Lund hits the post of the goal of Kessel.", []string{
			"FINAL: Kessel Rams 4, Sund Seals 3 (OT)", "Adela Lund levels it with a shot from the blue line.", "Brekke goes off for two minutes for a trip on Lund.", "A shot of Lund hits the post of the goal of Kessel.",
		}},
		{"Election live: Greens gain in Sund", "75 Labour members of the council have lost their seats in Sund.\n\n40 Greens were elected in Halvik on Sunday.\n\n12 Liberals have kept their seats in the towns of Tarn.", []string{
			"75 Labour members of the council have lost their seats in Sund.", "40 Greens were elected in Halvik on Sunday.", "12 Liberals have kept their seats in the towns of Tarn.",
		}},
		{"How sailors live on the sound, in numbers", "12 French ships were stopped on the sound in March by the navy.\n\n7 Danish ships were stopped there in April.\n\nFinal: Ada Lund had 4 ships.", []string{
			"12 French ships were stopped on the sound in March by the navy.", "7 Danish ships were stopped there in April.",
		}},
	} {
		d := text.Parse(tt.title, tt.text)
		found, _ := newArticle(d, text.NewIndexer().Index(d), "en", nil).candidates()
		var got []string
		for _, c := range found {
			got = append(got, c.In(d.Text))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.title, diff)
		}
		points := Find(d, text.NewIndexer().Index(d), "en", nil, 3)
		if first := points[0].In(d.Text); first != tt.want[0] {
			t.Errorf("%s: first point %q, want %q", tt.title, first, tt.want[0])
		}
	}
}

// TestFinalScore: how a match ended is told in several forms, other ends are not.
func TestFinalScore(t *testing.T) {
	for s, want := range map[string]bool{
		"FULL TIME: Sund 1 Halvik 2.":                 true,
		"Full-time: Sund 1-2 Halvik":                  true,
		"FT: Real Sund 1 – 2 Brekke of Norland":       true,
		"FINAL SCORE: Sund Seals 4, Brekke Rams 3":    true,
		"Full time in Sund and nothing to tell":       false,
		"Final: Ada Lund 4 minutes behind Marta 2":    false,
		"FINAL: The board votes 4-3 for the new quay": false,
	} {
		if got := finalScore.MatchString(s); got != want {
			t.Errorf("%q is a final score: %t, want %t", s, got, want)
		}
	}
}
