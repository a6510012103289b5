package keypoint

import "math"

// weights of the features in the log-odds that a candidate is worth telling.
var weights = features{
	bias: -6, lead: -0.8, early: 1.1, untitled: 3.2, depth: -2.3, opens: -0.5, title: 0.6, central: 2, mass: 0.5, hub: 3.85, shared: 2.5,
	names: 0.45, salience: 0.5, numbers: 0.2, money: 0.55, length: -0.25, brevity: 2.5, quotation: -0.15, source: 0.1, when: 0.45, definite: -0.2,
}

func (f *features) score() float64 {
	sum := 0.0
	for i, w := range weights {
		sum += w * f[i]
	}
	return sum
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

func round(x float64) float64 { return math.Round(x*1000) / 1000 }
