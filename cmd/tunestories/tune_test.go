package main

import (
	"math"
	"testing"
)

func TestBcubed(t *testing.T) {
	gold := []string{"a", "a", "a", "b", "b"}
	tests := []struct {
		name              string
		groups            [][]int
		precision, recall float64
	}{
		{"right", [][]int{{0, 1, 2}, {3, 4}}, 1, 1},
		{"all alone", [][]int{{0}, {1}, {2}, {3}, {4}}, 1, (3*1./3 + 2*1./2) / 5},
		{"all in one", [][]int{{0, 1, 2, 3, 4}}, (3*3./5 + 2*2./5) / 5, 1},
		{"one astray", [][]int{{0, 1}, {2, 3, 4}}, (2*1 + 1./3 + 2*2./3) / 5, (2*2./3 + 1./3 + 2*1) / 5},
	}
	for _, test := range tests {
		got := bcubed(gold, test.groups)
		f1 := 2 * test.precision * test.recall / (test.precision + test.recall)
		if math.Abs(got.precision-test.precision) > 1e-9 || math.Abs(got.recall-test.recall) > 1e-9 || math.Abs(got.f1-f1) > 1e-9 {
			t.Errorf("%s: got %+v, want P %.3f R %.3f F1 %.3f", test.name, got, test.precision, test.recall, f1)
		}
	}
}
