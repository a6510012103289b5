package keypoint

import (
	"math"

	"newsbot/digest/text"
)

// Scoring weighs the features of a candidate in the log-odds that a reader would want it
// told rather than left out, which is Point.Score. What is picked follows Weights, which
// learn from summaries: these are of what a text is about, not of what reads well by itself.
type Scoring [featureCount]float64

// scoring returns the weights for a text with a title, or for one without; cmd/tunepoints
// fits them to graded sentences.
func scoring(titled bool) Scoring {
	if titled {
		return Scoring{
			bias: 1.8, lead: -0.561, early: 0.195, depth: 0.282, far: -1.57,
			title: 2.11, echo: 3.53, novel: -0.424, central: -2.01, close: 0.261,
			recurring: 2.38, names: 0.302, begun: -0.2, salience: 0.013, length: 0.633,
			brevity: -0.786, excess: 0.141, clause: 1.15, quotation: -0.429, source: 0.37,
			leaning: 0.304, fronted: -1.35, fresh: 0.805,
		}
	}
	return Scoring{
		bias: 2.18, lead: -0.44, early: 0.348, depth: 0.175, far: -1.59,
		title: 0, echo: 3.9, novel: -0.453, central: -1.99, close: 0.37,
		recurring: 4.01, names: 0.309, begun: -0.229, salience: 0.0802, length: 0.691,
		brevity: -0.751, excess: 0.259, clause: 1.29, quotation: -0.481, source: 0.362,
		leaning: 0.243, fronted: -1.39, fresh: 0.998,
	}
}

// score returns the likelihood that a reader would want a candidate told.
func (s *Scoring) score(f *features) float64 { return logistic(f.weighed(s[:])) }

// FitScoring fits a scoring to the candidates of drafts by logistic regression: told says
// which of them a reader wants told and which not, and leaves out those that may be either.
// Pull is what half a weight's square costs, of features brought to one spread.
func FitScoring(drafts []*Draft, pull float64, told func(draft int, point text.Span) (wanted, sure bool)) Scoring {
	var all []*features
	var wanted []float64
	for i, d := range drafts {
		for j := range d.candidates {
			c := &d.candidates[j]
			if w, sure := told(i, c.Span); sure {
				all, wanted = append(all, &c.features), append(wanted, indicator(w))
			}
		}
	}
	mean, spread := moments(all)
	var s Scoring // of standard scores
	for range fitSteps {
		var gradient Scoring
		for i, f := range all {
			standard := f.standard(&mean, &spread)
			miss := (wanted[i] - s.score(&standard)) / float64(len(all))
			for k, v := range standard {
				gradient[k] += miss * v
			}
		}
		for k := range s {
			s[k] += gradient[k] - indicator(k != bias)*pull*s[k]
		}
	}
	for k := range s {
		if k != bias {
			s[k] /= spread[k]
			s[bias] -= s[k] * mean[k]
		}
	}
	return s
}

const fitSteps = 500

// standard returns the features in standard deviations from their mean.
func (f *features) standard(mean, spread *features) features {
	s := features{bias: 1}
	for k := bias + 1; k < featureCount; k++ {
		s[k] = (f[k] - mean[k]) / spread[k]
	}
	return s
}

// moments returns mean and standard deviation of every feature, 1 of one that does not vary.
func moments(all []*features) (mean, spread features) {
	n := float64(len(all))
	for _, f := range all {
		for k, v := range f {
			mean[k] += v / n
		}
	}
	for _, f := range all {
		for k, v := range f {
			spread[k] += (v - mean[k]) * (v - mean[k]) / n
		}
	}
	for k, v := range spread {
		if spread[k] = math.Sqrt(v); spread[k] < 1e-9 {
			spread[k] = 1
		}
	}
	return mean, spread
}

// String returns the weights as scoring lists them, five a line.
func (s Scoring) String() string { return listed(weightNames[:featureCount], s[:]) }
