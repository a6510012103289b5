package story

import (
	"cmp"
	"slices"
)

// tally counts a story's articles by outlet, in order of the outlets' numbers. Articles
// whose outlet is not known are not in it.
type tally []ofOutlet

// ofOutlet is how many articles an outlet has.
type ofOutlet struct{ outlet, articles int32 }

// place is where an outlet is in the tally, or belongs.
func (t tally) place(outlet int32) (at int, there bool) {
	return slices.BinarySearchFunc(t, outlet, func(x ofOutlet, outlet int32) int { return cmp.Compare(x.outlet, outlet) })
}

// plus returns the tally of both.
func (t tally) plus(other tally) tally {
	sum := slices.Clone(t)
	for _, x := range other {
		at, there := sum.place(x.outlet)
		if there {
			sum[at].articles += x.articles
		} else {
			sum = slices.Insert(sum, at, x)
		}
	}
	return sum
}

// pairs counts the pairs of articles, one of either tally, that are of one outlet.
func (t tally) pairs(other tally) (n float64) {
	if len(t) > len(other) {
		t, other = other, t
	}
	for _, x := range t {
		if at, there := other.place(x.outlet); there {
			n += float64(x.articles) * float64(other[at].articles)
		}
	}
	return n
}
