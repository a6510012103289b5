package keypoint

import (
	"fmt"
	"math"
	"strings"
)

// Weights are the numbers that the choice of points goes by; cmd/tunepoints
// finds them. The first are those of the features, in the log-odds that a
// candidate is worth telling; the others follow here.
type Weights [weightCount]float64

const (
	// What makes a candidate the first point, which tells who did what.
	openingLead = featureCount + iota
	openingEarly
	openingDepth
	openingTitle
	openingMass
	openingHub
	openingRecurring
	openingNames
	openingBegun
	openingLength
	openingBrevity
	openingClause
	openingLeaning
	// What pick goes by.
	enough      // characters after which no further point is told
	overlapCost // of a candidate that says all of what a picked one says
	sameness    // overlap from which on two candidates say the same
	samePart    // of the terms of the one with fewer, whatever they weigh, from which on they do
	weightCount
)

// openingFeatures are the features that the weights from openingLead on weigh.
var openingFeatures = [...]int{lead, early, depth, title, mass, hub, recurring, names, begun, length, brevity, clause, leaning}

// Default returns the weights that Find uses for a text with a title, or for
// one without.
func Default(titled bool) Weights {
	if titled {
		return Weights{
			bias: -3.99, lead: -0.106, early: 0.512, depth: -0.417, far: 0,
			opens: -0.104, title: -0.958, central: 1.51, mass: -1.96, typical: 0.478,
			hub: 5.54, close: 3.72, shared: -0.654, recurring: 0.633, names: 0.107,
			begun: -0.327, salience: 0.1, numbers: 0.167, money: -0.915, length: 0.769,
			brevity: 0.515, excess: 0.31, clause: 0.0256, quotation: -0.323, source: 0.43,
			when: -0.108, leaning: -0.0121, openingLead: 0.5, openingEarly: 0, openingDepth: -0.804,
			openingTitle: 1.45, openingMass: 0.337, openingHub: 0.834, openingRecurring: 0.587, openingNames: 0.401,
			openingBegun: 0.453, openingLength: -0.358, openingBrevity: 0.179, openingClause: -0.848, openingLeaning: -1.59,
			enough: 404, overlapCost: 0.5, sameness: 0.586, samePart: 0.634,
		}
	}
	return Weights{
		bias: -0.779, lead: -0.318, early: 1.19, depth: -2.6, far: 0.234,
		opens: -0.935, title: 0, central: 2.18, mass: -0.0416, typical: 0.396,
		hub: 0.688, close: -0.223, shared: 0.029, recurring: 1.93, names: 0.00741,
		begun: -0.0181, salience: 0.1, numbers: 0.267, money: -0.517, length: -0.708,
		brevity: -1.23, excess: -0.134, clause: -0.119, quotation: -0.249, source: -0.0895,
		when: 0.272, leaning: 0.052, openingLead: 1.3, openingEarly: 0.938, openingDepth: -1.98,
		openingTitle: -0.0143, openingMass: -0.0777, openingHub: 0.0193, openingRecurring: -0.418, openingNames: 0.581,
		openingBegun: 0.523, openingLength: -0.244, openingBrevity: 1.75, openingClause: -1.06, openingLeaning: -0.867,
		enough: 293, overlapCost: 1.36, sameness: 0.428, samePart: 0.65,
	}
}

// Neutral returns weights that were fitted to nothing, for a search to set out
// from: what stands early, says the title and is tied to the rest is told, in
// about four points.
func Neutral() Weights {
	return Weights{
		bias: -2, early: 1, title: 1, central: 1, hub: 1, names: 0.2, salience: 0.1,
		openingLead: 1, openingEarly: 1, openingTitle: 1, openingLeaning: -1,
		enough: 350, overlapCost: 1, sameness: 0.5, samePart: 0.65,
	}
}

// weightNames are the names of the weights, in their order.
var weightNames = [weightCount]string{
	"bias", "lead", "early", "depth", "far", "opens", "title", "central", "mass", "typical", "hub", "close", "shared", "recurring",
	"names", "begun", "salience", "numbers", "money", "length", "brevity", "excess", "clause", "quotation", "source", "when", "leaning",
	"openingLead", "openingEarly", "openingDepth", "openingTitle", "openingMass", "openingHub", "openingRecurring", "openingNames",
	"openingBegun", "openingLength", "openingBrevity", "openingClause", "openingLeaning",
	"enough", "overlapCost", "sameness", "samePart",
}

// String returns the weights as Default lists them, five a line.
func (w Weights) String() string {
	var b strings.Builder
	for i, name := range weightNames {
		end := " "
		if i%5 == 4 || i == len(weightNames)-1 {
			end = "\n"
		}
		fmt.Fprintf(&b, "%s: %.3g,%s", name, w[i], end)
	}
	return b.String()
}

// Steps returns how far a search for better weights moves each at first. The
// bias does not decide which points are picked.
func Steps() Weights {
	var w Weights
	for i := range w[:enough] {
		w[i] = 0.5
	}
	w[bias], w[enough], w[overlapCost], w[sameness], w[samePart] = 0, 20, 0.3, 0.05, 0.05
	return w
}

// Bounded returns the weights within what a reader bears, whatever a reference
// rewards: the head of a text may not count against a sentence, nor the names
// in it, and the first point may not begin with what was told before.
func (w Weights) Bounded() Weights {
	w[lead] = max(w[lead], -0.8)
	w[salience] = max(w[salience], 0.1)
	w[openingLead] = max(w[openingLead], 0.5)
	w[openingEarly] = max(w[openingEarly], 0)
	w[overlapCost] = max(w[overlapCost], 0.5)
	w[openingLeaning] = min(w[openingLeaning], -0.5)
	w[enough] = min(w[enough], 450)
	w[sameness] = min(w[sameness], 0.6)
	w[samePart] = min(w[samePart], 0.65)
	return w
}

// Square returns the sum of the squared weights of the features.
func (w Weights) Square() float64 {
	sum := 0.0
	for _, x := range w[bias+1 : enough] {
		sum += x * x
	}
	return sum
}

// Shifted returns the weights with so much more log-odds for every candidate.
func (w Weights) Shifted(by float64) Weights {
	w[bias] += by
	return w
}

// score returns the log-odds that a candidate is worth telling.
func (w *Weights) score(f *features) float64 {
	sum := 0.0
	for i, v := range f {
		sum += w[i] * v
	}
	return sum
}

// openingScore returns what a candidate is worth as the first point.
func (w *Weights) openingScore(f *features) float64 {
	sum := 0.0
	for i, feature := range openingFeatures {
		sum += w[openingLead+i] * f[feature]
	}
	return sum
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

func round(x float64) float64 { return math.Round(x*1000) / 1000 }
