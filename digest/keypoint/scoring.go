package keypoint

import (
	"maps"
	"math"
	"slices"

	"newsbot/digest/text"
)

// Scoring weighs the features of a candidate in the log-odds that a reader would want it
// told rather than left out, which is Point.Score. What is picked follows Weights, which
// learn from summaries: these are of what a text is about, not of what reads well by itself.
type Scoring [featureCount]float64

// scoring returns the weights for a text with a title, or for one without, whose words count for nothing;
// cmd/tunepoints fits them to graded sentences.
func scoring(titled bool) Scoring {
	if titled {
		return Scoring{
			bias: 0.526, lead: -0.405, early: 0.242, depth: 0.154, far: -1,
			title: 1.46, echo: 3.12, novel: 0.0626, central: -0.962, close: 0.131,
			recurring: 0.156, names: 0.248, begun: -0.187, salience: 0.17, length: 0.506,
			brevity: -0.0751, excess: 0.0968, clause: 0.744, quotation: -0.345, source: 0.256,
			leaning: 0.202, fronted: -1.26, fresh: 0.45, ahead: 0.8, sums: 0.223,
			past: -0.366, wording: 1,
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

// FitScoring fits a scoring, and where wanted a wording, to the candidates of drafts by logistic regression: told
// says which of them a reader wants told and which not, and leaves out those that may be either.
// Pull is what half a weight's square costs, of features brought to one spread; wordPull is for words.
func FitScoring(drafts []*Draft, pull float64, words bool, told func(draft int, point text.Span) (wanted, sure bool)) (Scoring, Wording) {
	t := newFitting(drafts, words, told)
	mean, spread := moments(t.features)
	var s Scoring // of standard scores
	weights := make([]float64, len(t.words))
	for range scoringSteps {
		var gradient Scoring
		ofWords := make([]float64, len(weights))
		for i, f := range t.features {
			standard := f.standard(&mean, &spread)
			standard[wording] = 0 // what is to be found
			odds := standard.weighed(s[:])
			for _, w := range t.said[i] {
				odds += weights[w]
			}
			miss := (t.wanted[i] - logistic(odds)) / float64(len(t.features))
			for k, v := range standard {
				gradient[k] += miss * v
			}
			for _, w := range t.said[i] {
				ofWords[w] += miss
			}
		}
		for k := range s {
			s[k] += scoringRate * (gradient[k] - indicator(k != bias)*pull*s[k])
		}
		for w := range weights {
			weights[w] += scoringRate * (ofWords[w] - wordPull*weights[w])
		}
	}
	for k := range s {
		if k != bias {
			s[k] /= spread[k]
			s[bias] -= s[k] * mean[k]
		}
	}
	s[wording] = indicator(words)
	w := make(Wording, len(weights))
	for i, word := range t.words {
		w[word] = weights[i]
	}
	return s, w
}

// The gradient is followed so many times, so far each time; wordPull is what half the square of a word's
// weight costs.
const (
	scoringSteps = 3000
	scoringRate  = 0.4
	wordPull     = 0.003
)

// fitting is what a scoring is fitted to: of each candidate the features, whether it is wanted and
// which words it says.
type fitting struct {
	features []*features
	wanted   []float64
	said     [][]int32 // indexes of words
	words    []string
}

// leastSaid is how many candidates say a word that is weighed.
const leastSaid = 10

func newFitting(drafts []*Draft, words bool, told func(draft int, point text.Span) (wanted, sure bool)) *fitting {
	var t fitting
	var said [][]string
	count := map[string]int{}
	for i, d := range drafts {
		for j := range d.candidates {
			c := &d.candidates[j]
			wanted, sure := told(i, c.Span)
			if !sure {
				continue
			}
			t.features, t.wanted = append(t.features, &c.features), append(t.wanted, indicator(wanted))
			said = append(said, slices.Collect(d.article.worded(c.first, c.last)))
			for _, w := range said[len(said)-1] {
				count[w]++
			}
		}
	}
	number := map[string]int32{}
	for _, w := range slices.Sorted(maps.Keys(count)) {
		if words && count[w] >= leastSaid {
			number[w] = int32(len(t.words))
			t.words = append(t.words, w)
		}
	}
	t.said = make([][]int32, len(said))
	for i, words := range said {
		for _, w := range words {
			if n, weighed := number[w]; weighed {
				t.said[i] = append(t.said[i], n)
			}
		}
	}
	return &t
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
