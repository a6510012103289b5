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
			bias: -0.954, lead: -0.93, early: 0.668, depth: -0.256, far: -1.04,
			title: 1.35, echo: 0.354, novel: 0.294, central: 0.976, close: 0.148,
			recurring: -0.238, names: 0.152, begun: -0.0143, salience: 0.382, length: 0.62,
			brevity: -0.115, excess: -0.205, clause: 0.586, quotation: -1.58, source: 0.318,
			leaning: 0.158, fronted: -1.12, fresh: 0.435, ahead: 0.936, sums: 0.0896,
			past: -0.177, wording: 1,
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

// Vectors are those of words by what stands beside them in running text: words of a like use have like ones.
type Vectors map[string][]float32

// FitScoring fits a scoring, and where vectors of words are given a wording, to the candidates of drafts by logistic
// regression: told says which of them a reader wants told and which not, and leaves out those that may be either.
// A word weighs what its vector says and, where many candidates say it, what is its own besides; so what is learnt of
// "flood" counts for "deluge" too.
// Pull is what half a weight's square costs, of features brought to one spread; ownPull and vectorPull are for words.
func FitScoring(drafts []*Draft, pull float64, vectors Vectors, told func(draft int, point text.Span) (wanted, sure bool)) (Scoring, Wording) {
	t := newFitting(drafts, vectors, told)
	mean, spread := moments(t.features)
	var s Scoring // of standard scores
	own, direction := make([]float64, len(t.words)), make([]float64, t.dimensions)
	for range scoringSteps {
		weights := t.weights(own, direction)
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
		t.climb(own, direction, ofWords)
	}
	for k := range s {
		if k != bias {
			s[k] /= spread[k]
			s[bias] -= s[k] * mean[k]
		}
	}
	s[wording] = indicator(vectors != nil)
	return s, t.wording(vectors, own, direction)
}

// The gradient is followed so many times, so far each time, less far along vectors, as many words share them;
// ownPull and vectorPull are what half the square of a word's own weight costs, and that of the weight of a dimension.
const (
	scoringSteps = 6000
	scoringRate  = 0.4
	vectorRate   = 0.04
	ownPull      = 0.004
	vectorPull   = 0.02
)

// fitting is what a scoring is fitted to: of each candidate the features, whether it is wanted and
// which words it says.
type fitting struct {
	features   []*features
	wanted     []float64
	said       [][]int32 // indexes of words
	words      []string
	common     []bool      // whether the word has a weight of its own
	vectors    [][]float32 // of words, nil of one that has none
	dimensions int
}

// leastSaid is how many candidates say a word that has a weight of its own.
const leastSaid = 10

func newFitting(drafts []*Draft, vectors Vectors, told func(draft int, point text.Span) (wanted, sure bool)) *fitting {
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
	if vectors != nil {
		for _, w := range slices.Sorted(maps.Keys(count)) {
			if vector := vectors[w]; vector != nil || count[w] >= leastSaid {
				number[w] = int32(len(t.words))
				t.words, t.vectors, t.common = append(t.words, w), append(t.vectors, vector), append(t.common, count[w] >= leastSaid)
				t.dimensions = max(t.dimensions, len(vector))
			}
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

// weights returns the weights of the words: their own and those that direction gives their vectors.
func (t *fitting) weights(own, direction []float64) []float64 {
	weights := slices.Clone(own)
	for w, vector := range t.vectors {
		weights[w] += along(vector, direction)
	}
	return weights
}

// climb follows the gradient of the words' weights.
func (t *fitting) climb(own, direction, gradient []float64) {
	toward := make([]float64, len(direction))
	for w, vector := range t.vectors {
		for d, v := range vector {
			toward[d] += gradient[w] * float64(v)
		}
		if t.common[w] {
			own[w] += scoringRate * (gradient[w] - ownPull*own[w])
		}
	}
	for d := range direction {
		direction[d] += vectorRate * (toward[d] - vectorPull*direction[d])
	}
}

// wording returns the weights of all words that have a vector or one of their own.
func (t *fitting) wording(vectors Vectors, own, direction []float64) Wording {
	w := make(Wording)
	for word, vector := range vectors {
		w[word] = along(vector, direction)
	}
	for i, word := range t.words {
		w[word] += own[i]
	}
	return w
}

// along returns how far a vector goes in a direction.
func along(vector []float32, direction []float64) (sum float64) {
	for d, v := range vector {
		sum += float64(v) * direction[d]
	}
	return sum
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
