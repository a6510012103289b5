package keypoint

import (
	"slices"
	"testing"

	"newsbot/digest/text"
)

// TestChooseFirst: what a title calls a first is told before what scores more.
func TestChooseFirst(t *testing.T) {
	said := []Candidate{
		{Text: "The Sund Rams named Ada Lund as their new coach on Monday after the dismissal of Karel Voss.", Score: 0.7},
		{Text: "Lund has lived in the old town of Sund for twelve years and rides to work on a red bicycle.", Score: 0.6},
		{Text: "No team of the Norland league was ever led by a woman, and Lund is the first woman to lead one.", Score: 0.3, Order: 1},
		{Text: "Ada Lund told reporters in Sund that the coach of the Rams should speak on the ice alone.", Score: 0.6, Order: 1},
	}
	for title, want := range map[string]bool{"Lund is first woman to coach Rams": true, "Lund to coach Rams": false} {
		for i := range said {
			said[i].Title = title
		}
		chosen := Choose(text.NewIndexer(), title, said, 2)
		if got := slices.Contains(chosen, 2); got != want {
			t.Errorf("below %q are chosen %v, with the first: %t, want %t", title, chosen, got, want)
		}
	}
}

func TestIsFirst(t *testing.T) {
	for s, want := range map[string]bool{
		"Lund is the first woman to lead Sund.":                  true,
		"It was the first win of Sund since 1972.":               true,
		"For the first time, a woman leads the board of Sund.":   true,
		"The first frost in thirty years fell on Sund.":          true,
		"Lund took office, the first woman to do so.":            true,
		"The profit of Sund rose in the first half to a record.": false,
		"The first lady travelled to Halvik on Monday.":          false,
		"The first of three trains left Sund on time.":           false,
		"Lund has coached the first team since July.":            false,
		"The club won the first match of its tour of the north.": false,
	} {
		if got := isFirst.MatchString(s); got != want {
			t.Errorf("%q is called a first: %t, want %t", s, got, want)
		}
	}
}
