package main

import (
	"fmt"
	"math"
	"slices"

	"newsbot/digest/story"
)

// dial is a weight that tune turns, and by how much at first.
type dial struct {
	name string
	of   func(*story.Weights) *float64
	by   float64
}

// dials leaves out what the corpora do not tell, and what articles with a text
// do not need.
var dials = []dial{
	{"Short.Base", func(w *story.Weights) *float64 { return &w.Short.Base }, 1},
	{"Short.Names", func(w *story.Weights) *float64 { return &w.Short.Names }, .5},
	{"Short.Cosine", func(w *story.Weights) *float64 { return &w.Short.Cosine }, 1},
	{"Short.Size", func(w *story.Weights) *float64 { return &w.Short.Size }, .5},
	{"Short.Words", func(w *story.Weights) *float64 { return &w.Short.Words }, .25},
	{"Brief.Base", func(w *story.Weights) *float64 { return &w.Brief.Base }, 1},
	{"Brief.Bare", func(w *story.Weights) *float64 { return &w.Brief.Bare }, 1},
	{"Brief.Words", func(w *story.Weights) *float64 { return &w.Brief.Words }, .25},
	{"Lead.Base", func(w *story.Weights) *float64 { return &w.Lead.Base }, .5},
	{"Lead.Names", func(w *story.Weights) *float64 { return &w.Lead.Names }, .25},
	{"Lead.Words", func(w *story.Weights) *float64 { return &w.Lead.Words }, .25},
	{"Lead.Cosine", func(w *story.Weights) *float64 { return &w.Lead.Cosine }, .5},
	{"Lead.Size", func(w *story.Weights) *float64 { return &w.Lead.Size }, .5},
	{"Long.Base", func(w *story.Weights) *float64 { return &w.Long.Base }, .5},
	{"Long.Names", func(w *story.Weights) *float64 { return &w.Long.Names }, .25},
	{"Long.Words", func(w *story.Weights) *float64 { return &w.Long.Words }, .25},
	{"Long.Cosine", func(w *story.Weights) *float64 { return &w.Long.Cosine }, .25},
	{"Long.Size", func(w *story.Weights) *float64 { return &w.Long.Size }, .5},
	{"Short.Same", func(w *story.Weights) *float64 { return &w.Short.Same }, 1},
	{"Brief.Same", func(w *story.Weights) *float64 { return &w.Brief.Same }, 1},
	{"Lead.Same", func(w *story.Weights) *float64 { return &w.Lead.Same }, 1},
	{"Long.Same", func(w *story.Weights) *float64 { return &w.Long.Same }, 1},
	{"Short.Near", func(w *story.Weights) *float64 { return &w.Short.Near }, .5},
	{"Brief.Near", func(w *story.Weights) *float64 { return &w.Brief.Near }, .5},
	{"Lead.Near", func(w *story.Weights) *float64 { return &w.Lead.Near }, .5},
	{"Long.Near", func(w *story.Weights) *float64 { return &w.Long.Near }, .5},
	{"Day", func(w *story.Weights) *float64 { return &w.Day }, .5},
	{"Later", func(w *story.Weights) *float64 { return &w.Later }, .2},
}

// start returns weights that know nothing of the corpora.
func start() story.Weights {
	w := story.Default()
	w.Short = story.Odds{Base: 3, Names: 1, Words: 1, Cosine: 2}
	w.Brief = story.Odds{Base: 3, Names: 1, Words: 1, Bare: 2}
	w.Lead = story.Odds{Names: 1, Words: 1}
	w.Long = story.Odds{Names: 1, Words: 1}
	return w
}

// turns is how often tune turns with smaller steps.
const turns = 3

// tune turns the dial that helps most as long as one helps, by smaller and
// smaller steps.
func tune(corpora []corpus) story.Weights {
	w := start()
	corpora = vary(corpora)
	best := smooth(w, corpora)
	for turn := range turns {
		for {
			next, f, what := turned(w, corpora, math.Exp2(-float64(turn)))
			if f < best+least {
				break
			}
			best, w = f, next
			fmt.Printf("%.4f %s\n", f, what)
		}
	}
	return w
}

// least is the gain that is worth a turn.
const least = 2e-4

// turned returns the best of the weights that turning one dial gives.
func turned(w story.Weights, corpora []corpus, share float64) (best story.Weights, most float64, what string) {
	for _, d := range dials {
		for _, by := range []float64{share * d.by, -share * d.by} {
			next := w
			*d.of(&next) += by
			if f := smooth(next, corpora); f > most {
				best, most, what = next, f, fmt.Sprintf("%s %g", d.name, *d.of(&next))
			}
		}
	}
	return best, most, what
}

// vary adds the corpora with a quarter of their articles, so that stories are
// small, and all of them together, so that there is more to mistake.
func vary(corpora []corpus) []corpus {
	var all corpus
	varied := slices.Clone(corpora)
	for _, c := range corpora {
		varied = append(varied, c.thin(4))
		all.items, all.gold = append(all.items, c.items...), append(all.gold, c.gold...)
	}
	return append(varied, all)
}

// smooth is the mean F1 of the corpora over odds a little lower, as they are,
// and a little higher: a peak that is one merger wide is luck.
func smooth(w story.Weights, corpora []corpus) float64 {
	var sum float64
	for _, shift := range []float64{-.5, 0, .5} {
		v := w
		v.Short.Base += shift
		v.Brief.Base += shift
		v.Lead.Base += shift
		v.Long.Base += shift
		for _, c := range corpora {
			sum += c.score(v).f1
		}
	}
	return sum / float64(3*len(corpora))
}
