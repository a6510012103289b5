package keypoint

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"newsbot/digest/text"
)

// TestAbstract: of a study's abstract is told what was found, without the labels of its parts; how it was done where nothing
// else can be told.
func TestAbstract(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"labels with colons", `Background: Gulls take the eggs of terns on most islands of Norland in spring.

Methods: Islands of Norland were given nets or none by lot, and nests were counted weekly. The primary outcome was the loss of half of the eggs.

Results: Eggs were lost in 21 of 1,823 nests below nets and 55 of 1,412 others (hazard ratio 0.76, 95% CI 0.62-0.91; p<0.001). Terns stayed for longer below the nets (p = 0.03).

Conclusions: Nets keep most gulls away from the eggs of terns in Norland.

Funding: The study was paid for by the harbour board of Sund.`, []string{
			"Eggs were lost in 21 of 1,823 nests below nets and 55 of 1,412 others (hazard ratio 0.76, 95% CI 0.62-0.91; p<0.001).",
			"Terns stayed for longer below the nets (p = 0.03).",
			"Nets keep most gulls away from the eggs of terns in Norland.",
		}},
		{"labels without colons", `BACKGROUND Gulls take the eggs of terns on most islands of Norland. METHODS Islands were given nets or none by lot in spring. ` +
			`FINDINGS Eggs were lost in 4% of nests below nets and in 11% of others. INTERPRETATION Nets keep most gulls away from the eggs of terns.`, []string{
			"Eggs were lost in 4% of nests below nets and in 11% of others.",
			"Nets keep most gulls away from the eggs of terns.",
		}},
		{"nothing found", `Objective: Nets were given to forty of the islands off Norland by lot in the spring of last year.

Results: Pending.

Conclusions: None.`, []string{"Nets were given to forty of the islands off Norland by lot in the spring of last year."}},
		{"no abstract", `Background Music, a band from Sund, plays in the harbour of Norland on Friday.

Findings of the harbour board were read out in the town hall on Monday.`, []string{
			"Background Music, a band from Sund, plays in the harbour of Norland on Friday.",
			"Findings of the harbour board were read out in the town hall on Monday.",
		}},
		{"a report", `The people of Sund chose a new council on Sunday and gave Labour 31 of its 60 seats.

Background: The council was dissolved in May after the mayor of Sund left her office. The mayor of Halvik leaves her own office in the spring.

Results: Labour won 31 seats and the Greens won 18 of them on Sunday.`, []string{
			"The people of Sund chose a new council on Sunday and gave Labour 31 of its 60 seats.",
			"The mayor of Halvik leaves her own office in the spring.",
		}},
		{"outcomes", `The primary outcome was a loss of half of the eggs or a death of both birds.

The primary outcome was reached on nine of the forty islands off Norland.`, []string{
			"The primary outcome was reached on nine of the forty islands off Norland.",
		}},
	} {
		d := text.Parse("Quay", tt.text)
		found, _ := newArticle(d, text.NewIndexer().Index(d), "en", nil).candidates()
		var got []string
		for _, c := range found {
			got = append(got, c.In(d.Text))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestConclusionFirst: what a study concludes comes first.
func TestConclusionFirst(t *testing.T) {
	d := text.Parse("Nets and the eggs of terns: a trial on forty islands", `Methods: Islands of Norland were given nets or none by lot, and nests were counted weekly.

Results: Eggs of terns were lost in 21 of 1,823 nests below nets and 55 of 1,412 others (hazard ratio 0.76, 95% CI 0.62-0.91).

Conclusions: Nets keep most gulls away from the eggs of terns on islands. More studies are needed on other coasts of Norland.`)
	points := Find(d, text.NewIndexer().Index(d), "en", nil, 3)
	if got, want := points[0].In(d.Text), "Nets keep most gulls away from the eggs of terns on islands."; got != want {
		t.Errorf("first point %q, want %q", got, want)
	}
}
