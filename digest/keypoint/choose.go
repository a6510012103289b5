package keypoint

import (
	"math"
	"slices"
	"strconv"

	"newsbot/digest/text"
)

// Candidate is a point of some article that tells of a story.
type Candidate struct {
	Text   string
	Source string  // whose article it stands in; where it is not known each article counts as a source of its own
	Score  float64 // Point.Score
	Order  int     // rank of its article in the story, 0 first
}

// What a candidate is worth in a story, in units of Candidate.Score.
const (
	supportWorth = 1.0  // every other source says it
	frontWorth   = 0.05 // its article is the story's first; less for later ones
	leadWorth    = 0.6  // it is the first point of its article
	sourceWorth  = 0.15 // its source has no point among the chosen yet
	repeatCost   = 1.0  // a chosen point says it
)

// maxChosenFrom bounds how many candidates are compared with each other.
const maxChosenFrom = 200

// Choose returns the indexes of at most max candidates that together tell a
// story: the one that tells most, then time and again the one that adds most
// to those before it. So the first n of them are what Choose gives for n.
// Arrange brings them in the order of a text. The indexer is for the terms of
// the candidates; one for many stories saves work.
func Choose(indexer *text.Indexer, candidates []Candidate, max int) []int {
	candidates = candidates[:min(len(candidates), maxChosenFrom)]
	c := newChooser(indexer, candidates)
	var chosen []int
	for len(chosen) < max {
		best, value := -1, math.Inf(-1)
		for i := range candidates {
			if v, ok := c.value(i, chosen); ok && v > value {
				best, value = i, v
			}
		}
		if best < 0 {
			break
		}
		chosen = append(chosen, best)
	}
	return chosen
}

// Arrange returns chosen candidates in the order in which they make sense: the
// one that tells most comes first, the rest follow in the order in which they
// were given, which is that of their articles and texts.
func Arrange(chosen []int) []int {
	arranged := slices.Clone(chosen)
	if len(arranged) > 2 {
		slices.Sort(arranged[1:])
	}
	return arranged
}

// chooser compares the candidates of one story.
type chooser struct {
	candidates []Candidate
	overlap    [][]float64 // for each two candidates the share of terms in common
	worth      []float64   // for each candidate, whatever else is chosen
}

func newChooser(indexer *text.Indexer, candidates []Candidate) *chooser {
	candidates = sourced(candidates)
	c := &chooser{candidates: candidates, overlap: overlaps(indexer, candidates), worth: make([]float64, len(candidates))}
	sources := map[string]bool{}
	for _, x := range candidates {
		sources[x.Source] = true
	}
	for i, x := range candidates {
		c.worth[i] = x.Score + frontWorth/float64(1+max(0, x.Order))
		if i == 0 || candidates[i-1].Order != x.Order {
			c.worth[i] += leadWorth
		}
		if len(sources) > 1 {
			c.worth[i] += supportWorth * c.support(i) / float64(len(sources)-1)
		}
	}
	return c
}

// sourced returns the candidates with a source made up for each article that has
// none.
func sourced(candidates []Candidate) []Candidate {
	out := slices.Clone(candidates)
	for i := range out {
		if out[i].Source == "" {
			out[i].Source = "\x00" + strconv.Itoa(out[i].Order)
		}
	}
	return out
}

// support returns how far the other sources say what candidate i says, summed.
func (c *chooser) support(i int) float64 {
	most := map[string]float64{}
	for j, x := range c.candidates {
		if x.Source != c.candidates[i].Source {
			most[x.Source] = max(most[x.Source], c.overlap[i][j])
		}
	}
	sum := 0.0
	for _, x := range c.candidates { // in a fixed order: sums of floats depend on it
		sum += most[x.Source]
		delete(most, x.Source)
	}
	return sum
}

// value returns what candidate i adds to those chosen, and whether it may be
// chosen.
func (c *chooser) value(i int, chosen []int) (float64, bool) {
	v, repeated := c.worth[i]+sourceWorth, 0.0
	for _, j := range chosen {
		if j == i {
			return 0, false
		}
		if c.candidates[j].Source == c.candidates[i].Source {
			v = c.worth[i]
		}
		repeated = max(repeated, c.overlap[i][j])
	}
	return v - repeatCost*repeated, repeated < storySameness
}

// storySameness is the overlap from which on two candidates say the same.
const storySameness = 0.45

// overlaps returns for each two candidates the number of their common terms as
// a part of the number of the one with fewer.
func overlaps(indexer *text.Indexer, candidates []Candidate) [][]float64 {
	numbers := map[string]int32{}
	terms := make([][]int32, len(candidates))
	for i, x := range candidates {
		for _, t := range indexer.Query(x.Text) {
			n, ok := numbers[t]
			if !ok {
				n = int32(len(numbers))
				numbers[t] = n
			}
			terms[i] = append(terms[i], n)
		}
		slices.Sort(terms[i])
		terms[i] = slices.Compact(terms[i])
	}
	out := make([][]float64, len(candidates))
	for i := range out {
		out[i] = make([]float64, len(candidates))
		for j := range i {
			common := intersection(terms[i], terms[j])
			out[i][j] = float64(common) / float64(max(1, min(len(terms[i]), len(terms[j]))))
			out[j][i] = out[i][j]
		}
	}
	return out
}
