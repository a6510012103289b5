package keypoint

import (
	"fmt"
	"math"
	"strings"
)

// Weights are the numbers that the choice of points behind the first goes by; cmd/tunepoints
// finds them. The first are those of the features, in the log-odds that a
// candidate is worth telling; the others follow here.
type Weights [weightCount]float64

const (
	// What pick goes by:
	enough      = featureCount + iota // characters after which no further point is told
	overlapCost                       // of a candidate that says all of what a picked one says
	sameness                          // overlap from which on two candidates say the same
	samePart                          // of the terms of the one with fewer, whatever they weigh, from which on they do
	weightCount
)

// strangerCost is what a candidate loses that names somebody whom no point told
// before it introduces (strangers.go).
const strangerCost = 0.75

// Default returns the weights that Find uses for a text with a title, or for
// one without.
func Default(titled bool) Weights {
	if titled {
		return Weights{
			lead: -0.161, early: -0.195, depth: -0.302, far: 0.129,
			title: -0.353, echo: 1.09, novel: 0.0884, central: 1.4, close: 4.42,
			recurring: 0.158, names: 0.0148, begun: -0.0446, salience: 0.034, length: 0.4,
			brevity: 0.162, excess: 0.104, clause: -0.402, quotation: -1, source: 0.47,
			leaning: 0, enough: 400, overlapCost: 0.101, sameness: 0.6, samePart: 0.65,
		}
	}
	return Weights{
		lead: 0.00798, early: 1.06, depth: -1.29, far: -1.26,
		title: 0, echo: 0.577, novel: -0.174, central: 0.567, close: 0.719,
		recurring: 0.573, names: -0.223, begun: -0.751, salience: 0.109, length: -0.0466,
		brevity: -0.0167, excess: -0.0437, clause: -0.239, quotation: -2, source: -0.105,
		leaning: 0, enough: 290, overlapCost: 0.184, sameness: 0.5, samePart: 0.65,
	}
}

// Neutral returns weights that were fitted to nothing, for a search to set out
// from: what stands early, says the title and is close to the rest is told, in
// four or five points, or three or four without a title. What bounds the pick is
// not fitted.
func Neutral(titled bool) Weights {
	w := Weights{
		early: 1, title: 1, central: 1, close: 3, salience: 0.1,
		enough: 290, overlapCost: 1, sameness: 0.5, samePart: 0.65,
	}
	if titled {
		w[enough], w[sameness] = 400, 0.6
	}
	return w
}

// weightNames are the names of the weights, in their order.
var weightNames = [weightCount]string{
	"bias", "lead", "early", "depth", "far", "title", "echo", "novel",
	"central", "close", "recurring", "names", "begun", "salience", "length", "brevity",
	"excess", "clause", "quotation", "source", "leaning", "fronted", "fresh", "ahead", "sums", "past", "wording", "enough", "overlapCost", "sameness", "samePart",
}

// String returns the weights in the form in which Default lists them, five a line.
func (w Weights) String() string { return listed(weightNames[:], w[:]) }

func listed(names []string, weights []float64) string {
	var b strings.Builder
	for i, name := range names {
		end := " "
		if i%5 == 4 || i == len(names)-1 {
			end = "\n"
		}
		fmt.Fprintf(&b, "%s: %.3g,%s", name, weights[i], end)
	}
	return b.String()
}

// Bounded returns the weights within what a reader bears, whatever a reference
// rewards: the head of a text may not count against a sentence, nor the names
// in it, and leaning on what was told before may not count for it.
func (w Weights) Bounded() Weights {
	w[lead] = max(w[lead], -0.8)
	w[salience] = max(w[salience], 0.1)
	w[overlapCost] = max(w[overlapCost], 0.5)
	w[leaning] = min(w[leaning], 0)
	return w
}

// Plus returns the weights with so many times those of v added.
func (w Weights) Plus(v Weights, times float64) Weights {
	for i, x := range v {
		w[i] += times * x
	}
	return w
}

// Pulled returns a gradient less that of half the squared weights, so many times:
// of those that have a gradient.
func (w Weights) Pulled(gradient Weights, times float64) Weights {
	for i, x := range w {
		if i < enough || i == overlapCost {
			gradient[i] -= times * x
		}
	}
	return gradient
}

// Scaled returns the weights with so many times the log-odds for every candidate,
// which changes the order of none but those with strangers: strangerCost stays.
func (w Weights) Scaled(by float64) Weights {
	for i := range w[:featureCount] {
		w[i] *= by
	}
	w[overlapCost] *= by
	return w
}

// odds returns the log-odds that a candidate is worth telling, up to a constant: the bias
// counts in Scoring alone.
func (w *Weights) odds(f *features) float64 { return f.weighed(w[:featureCount]) }

// worth returns what a candidate is worth beside those picked.
func (w *Weights) worth(c *candidate) float64 {
	return c.odds - strangerCost*indicator(len(c.strangers) > 0) - w[overlapCost]*c.told
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

func round(x float64) float64 { return math.Round(x*1000) / 1000 }
