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
	openingNovel
	openingCentral
	openingClose
	openingRecurring
	openingNames
	openingBegun
	openingLength
	openingBrevity
	openingClause
	openingLeaning
	openingFronted
	openingFresh
	// What pick goes by.
	enough      // characters after which no further point is told
	overlapCost // of a candidate that says all of what a picked one says
	sameness    // overlap from which on two candidates say the same
	samePart    // of the terms of the one with fewer, whatever they weigh, from which on they do
	weightCount
)

// strangerCost is what a candidate loses that names somebody whom no point told
// before it introduces (strangers.go). The first point loses more, since its weights are
// larger, and also where the title has the surname.
const (
	strangerCost      = 0.75
	firstStrangerCost = 10
)

// openingFeatures are the features that the weights from openingLead on weigh.
var openingFeatures = [...]int{lead, early, depth, title, novel, central, close, recurring, names, begun, length, brevity, clause, leaning, fronted, fresh}

// Default returns the weights that Find uses for a text with a title, or for
// one without.
func Default(titled bool) Weights {
	if titled {
		return Weights{
			lead: -0.161, early: -0.195, depth: -0.302, far: 0.129,
			title: -0.353, echo: 1.09, novel: 0.0884, central: 1.4, close: 4.42,
			recurring: 0.158, names: 0.0148, begun: -0.0446, salience: 0.034, length: 0.4,
			brevity: 0.162, excess: 0.104, clause: -0.402, quotation: -1, source: 0.47,
			leaning: 0, openingLead: 0.5, openingEarly: 5, openingDepth: -6.97, openingTitle: 14.6,
			openingNovel: -1.74, openingCentral: 3.08, openingClose: 7.41, openingRecurring: 1.2, openingNames: 3.94,
			openingBegun: -0.524, openingLength: -1.82, openingBrevity: 0.0331, openingClause: -3.11, openingLeaning: -5.75, openingFronted: -8, openingFresh: 6,
			enough: 400, overlapCost: 0.101, sameness: 0.6, samePart: 0.65,
		}
	}
	return Weights{
		lead: 0.00798, early: 1.06, depth: -1.29, far: -1.26,
		title: 0, echo: 0.577, novel: -0.174, central: 0.567, close: 0.719,
		recurring: 0.573, names: -0.223, begun: -0.751, salience: 0.109, length: -0.0466,
		brevity: -0.0167, excess: -0.0437, clause: -0.239, quotation: -2, source: -0.105,
		leaning: 0, openingLead: 1.36, openingEarly: 3.82, openingDepth: -4.26, openingTitle: 0,
		openingNovel: 1.46, openingCentral: 0.997, openingClose: 1.57, openingRecurring: 0.999, openingNames: -0.168,
		openingBegun: -0.267, openingLength: -0.79, openingBrevity: 0.712, openingClause: -0.347, openingLeaning: -0.5, openingFronted: -4,
		enough: 290, overlapCost: 0.184, sameness: 0.5, samePart: 0.65,
	}
}

// Neutral returns weights that were fitted to nothing, for a search to set out
// from: what stands early, says the title and is close to the rest is told, in
// four or five points, or three or four without a title. What bounds the pick is
// not fitted.
func Neutral(titled bool) Weights {
	w := Weights{
		early: 1, title: 1, central: 1, close: 3, salience: 0.1,
		openingLead: 1, openingEarly: 1, openingTitle: 1, openingLeaning: -1, openingFronted: -4,
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
	"excess", "clause", "quotation", "source", "leaning", "fronted", "fresh", "openingLead", "openingEarly", "openingDepth",
	"openingTitle", "openingNovel", "openingCentral", "openingClose", "openingRecurring", "openingNames", "openingBegun", "openingLength",
	"openingBrevity", "openingClause", "openingLeaning", "openingFronted", "openingFresh", "enough", "overlapCost", "sameness", "samePart",
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
// in it, and leaning on what was told before may not count for it, least of all as
// the first point, which stands early and says what the title says.
func (w Weights) Bounded() Weights {
	w[lead] = max(w[lead], -0.8)
	w[salience] = max(w[salience], 0.1)
	w[openingLead] = max(w[openingLead], 0.5)
	w[openingEarly] = max(w[openingEarly], 5)
	w[openingTitle] = max(w[openingTitle], 8)
	w[overlapCost] = max(w[overlapCost], 0.5)
	w[leaning] = min(w[leaning], 0)
	w[openingLeaning] = min(w[openingLeaning], -0.5)
	w[openingFronted] = min(w[openingFronted], -4)
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
	for i := range w[:openingLead] {
		w[i] *= by
	}
	w[overlapCost] *= by
	return w
}

// odds returns the log-odds that a candidate is worth telling, up to a constant: the bias
// counts in Scoring alone.
func (w *Weights) odds(f *features) float64 { return f.weighed(w[:featureCount]) }

// worth returns what a candidate is worth, as the first point or beside those
// picked.
func (w *Weights) worth(c *candidate, opening bool) float64 {
	strange := indicator(len(c.strangers) > 0)
	if !opening {
		return c.odds - strangerCost*strange - w[overlapCost]*c.told
	}
	sum := -firstStrangerCost * max(strange, indicator(c.surname))
	for i, feature := range openingFeatures {
		sum += w[openingLead+i] * c.features[feature]
	}
	return sum
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

func round(x float64) float64 { return math.Round(x*1000) / 1000 }
