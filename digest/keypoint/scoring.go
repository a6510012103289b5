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
			bias: 0.7, lead: -0.763, early: 0.381, depth: 0.121, far: -1.26,
			title: 1.54, echo: 1.11, novel: 0.206, central: -0.752, close: 0.478,
			recurring: 0.383, names: 0.284, begun: -0.0734, salience: 0.101, length: 0.596,
			brevity: -1.09, excess: -0.038, clause: 0.275, quotation: -0.485, source: 0.373,
			leaning: 0.108, fronted: -1.18, fresh: 0.756, ahead: 0.8, sums: 0.8,
			past: -0.5,
		}
	}
	return Scoring{
		bias: 1.06, lead: -0.587, early: 0.503, depth: 0.0672, far: -1.27,
		title: 0, echo: 1.84, novel: 0.187, central: -0.823, close: 0.563,
		recurring: 0.361, names: 0.268, begun: -0.109, salience: 0.189, length: 0.62,
		brevity: -1.06, excess: -0.0246, clause: 0.392, quotation: -0.487, source: 0.367,
		leaning: 0.0548, fronted: -1.22, fresh: 0.885,
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
