package digest

import (
	"slices"
	"testing"
	"time"
)

// TestBuildComing: what was to come on the day of an article is told on that day alone, unless
// hardly anything else is.
func TestBuildComing(t *testing.T) {
	const missing, moved, sold = "Lund will miss tonight's match in Sund.", "The club moved to Sund in May.", "Halvik sold 7,200 tickets."
	late := noon.Add(20 * time.Hour)
	for _, test := range []struct {
		points []string
		now    time.Time
		want   []string
	}{
		{[]string{missing, moved, sold}, noon.Add(6 * time.Hour), []string{missing, moved, sold}},
		{[]string{missing, moved, sold}, late, []string{moved, sold}},
		{[]string{missing, moved}, late, []string{missing, moved}},
	} {
		a := Article{Source: "Courier", Published: noon, Title: "Lund out for Rovers"}
		a.Identify("lund")
		b := NewBrief(a, Analysis{})
		for _, p := range test.points {
			b.Points = append(b.Points, KeyPoint{Text: p, Score: 1})
		}
		if got := texts(Build([]Brief{b}, Options{Now: test.now}).Stories[0].Points); !slices.Equal(got, test.want) {
			t.Errorf("of %q is told at %v %q, want %q", test.points, test.now, got, test.want)
		}
	}
}
