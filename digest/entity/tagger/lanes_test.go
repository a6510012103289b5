package tagger

import (
	"math/rand/v2"
	"testing"
)

func TestLanes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 2, 40, 255} {
		rows := make([][NumLabels]int8, n)
		var want scores
		for i := range rows {
			for l := range rows[i] {
				rows[i][l] = int8(r.IntN(256) - 128)
				want[l] += float32(rows[i][l]) * .5
			}
		}
		var sum lanes
		for _, weights := range rows {
			row := NewRow(weights)
			sum.add(&row)
			if at := n % NumLabels; row.At(at) != weights[at] {
				t.Errorf("weight %d is %d, want %d", at, row.At(at), weights[at])
			}
		}
		var got scores
		if sum.scaleTo(&got, .5); got != want {
			t.Errorf("%d rows sum up to %v, want %v", n, got, want)
		}
	}
}
