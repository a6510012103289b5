package main

import (
	"fmt"

	"newsbot/digest/story"
)

// dial is a weight with the values that are tried for it.
type dial struct {
	name   string
	of     func(*story.Weights) *float64
	values []float64
}

var dials = []dial{
	{"Names", func(w *story.Weights) *float64 { return &w.Names }, []float64{0, .15, .3, .45, .6, .8, 1, 1.4}},
	{"Prior", func(w *story.Weights) *float64 { return &w.Prior }, []float64{300, 1000, 3000, 10000}},
	{"Rare", func(w *story.Weights) *float64 { return &w.Rare }, []float64{.0001, .0002, .0003, .0005}},
	{"Spread", func(w *story.Weights) *float64 { return &w.Spread }, []float64{.2, .3, .4, .5, .6, .7, .85, 1}},
	{"Short", func(w *story.Weights) *float64 { return &w.Short }, []float64{.07, .08, .09, .1, .11, .12, .14, .16, .18}},
	{"Long", func(w *story.Weights) *float64 { return &w.Long }, []float64{.2, .22, .24, .26, .28, .3, .32, .34, .36, .38, .4, .42}},
}

// tune improves one weight after the other as long as that helps, and prints
// what it tries.
func tune(w story.Weights, corpora []corpus) story.Weights {
	best := smooth(w, corpora)
	for improved := true; improved; {
		improved = false
		for _, d := range dials {
			for _, v := range d.values {
				next := w
				*d.of(&next) = v
				f := smooth(next, corpora)
				if f > best+1e-4 {
					best, w, improved = f, next, true
					fmt.Printf("%.4f %s %g\n", f, d.name, v)
				}
			}
		}
	}
	return w
}

// smooth is the mean F1 of the corpora over thresholds a little lower, as they
// are, and a little higher: a peak that is one merger wide is luck.
func smooth(w story.Weights, corpora []corpus) float64 {
	var sum float64
	for _, shift := range []float64{.93, 1, 1.07} {
		v := w
		v.Short *= shift
		v.Long *= shift
		for _, c := range corpora {
			sum += c.score(v).f1
		}
	}
	return sum / float64(3*len(corpora))
}
