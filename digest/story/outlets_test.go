package story

import (
	"reflect"
	"testing"
)

func TestTally(t *testing.T) {
	a, b := tally{{1, 2}, {4, 1}}, tally{{2, 1}, {4, 3}, {7, 1}}
	for _, tt := range []struct {
		x, y, sum tally
		pairs     float64
	}{
		{a, b, tally{{1, 2}, {2, 1}, {4, 4}, {7, 1}}, 3},
		{b, a, tally{{1, 2}, {2, 1}, {4, 4}, {7, 1}}, 3},
		{a, a, tally{{1, 4}, {4, 2}}, 5},
		{a, nil, a, 0},
		{nil, b, b, 0},
	} {
		if got := tt.x.plus(tt.y); !reflect.DeepEqual(got, tt.sum) {
			t.Errorf("%v and %v are %v, want %v", tt.x, tt.y, got, tt.sum)
		}
		if got := tt.x.pairs(tt.y); got != tt.pairs {
			t.Errorf("%v and %v have %v pairs, want %v", tt.x, tt.y, got, tt.pairs)
		}
	}
	if want := (tally{{1, 2}, {4, 1}}); !reflect.DeepEqual(a, want) {
		t.Errorf("a sum has changed %v to %v", want, a)
	}
}
