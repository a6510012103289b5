package main

import (
	"math"
	"testing"
)

// TestCut checks that what joined and split stories cost is what B-cubed lacks.
func TestCut(t *testing.T) {
	gold := []string{"a", "b", "a", "a", "b", "c", "a"}
	groups := [][]int{{0, 1, 2}, {3, 4}, {5}, {6}}
	n := float64(len(gold))
	s := bcubed(gold, groups)
	for _, test := range []struct {
		what   string
		losses []loss
		lacks  float64
		count  int
	}{
		{"joined", cut("joined", groups, gold), 1 - s.precision, 2},
		{"split", cut("split", groupsOf(gold), labels(groups, len(gold))), 1 - s.recall, 2},
	} {
		var cost float64
		for _, l := range test.losses {
			cost += l.cost / n
		}
		if math.Abs(cost-test.lacks) > 1e-9 || len(test.losses) != test.count {
			t.Errorf("%s: %d losses of %v together, want %d of %v", test.what, len(test.losses), cost, test.count, test.lacks)
		}
	}
}
