package keypoint

import (
	"cmp"
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

	Persons []string // whom its article names, in full
}

// What a candidate is worth in a story, in units of Candidate.Score.
const (
	supportWorth = 3.0  // every other source says it
	aboutWorth   = 1.5  // the first point has all terms of the headline
	frontWorth   = 0.05 // its article is the story's first; less for later ones
	leadWorth    = 0.6  // it is the first point of its article
	sourceWorth  = 0.15 // its source has no point among the chosen yet
	repeatCost   = 3.0  // a chosen point says it
	bareCost     = 0.5  // it begins with "The" and a noun that nothing told names
)

// refused is the likelihood of a repeat from which on a candidate is not told.
const refused = 0.15

// maxChosenFrom bounds how many candidates are compared with each other.
const maxChosenFrom = 200

// Choose returns the indexes of at most max candidates that together tell the
// story under a headline: the one that tells most of what the headline says,
// then time and again the one that adds most to those before it. So the first n
// of them are what Choose gives for n. Arrange brings them in the order of a
// text. Without a headline ("") any point may come first. The indexer is for the
// terms of the candidates; one for many stories saves work.
func Choose(indexer *text.Indexer, headline string, candidates []Candidate, max int) []int {
	candidates = candidates[:min(len(candidates), maxChosenFrom)]
	c := newChooser(indexer, headline, candidates)
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

// Best returns the indexes of at most max candidates that tell the story of one
// article, in their order, which is that of Find: they say different things, and the
// first tells who did what. Beside it come those that score most.
func Best(headline string, candidates []Candidate, max int) []int {
	var c chooser
	c.meet(headline, candidates)
	var chosen []int
	for len(chosen) < min(max, len(candidates)) {
		best := -1
		for i, x := range candidates {
			if !slices.Contains(chosen, i) && c.meets(i, chosen) && (best < 0 || len(chosen) > 0 && x.Score > candidates[best].Score) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		chosen = append(chosen, best)
	}
	slices.Sort(chosen)
	return chosen
}

// chooser compares the candidates of one story.
type chooser struct {
	candidates []Candidate

	sources []int       // of each candidate, numbered from 0
	repeats [][]float64 // for each candidate how likely it repeats each other one
	worth   []float64   // for each candidate, whatever else is chosen
	about   []float64   // for each candidate, how much of the headline it says
	bare    []string    // for each candidate, the noun that something told before it must name
	full    [][]string  // for each candidate, the surnames of those whom it names in full
	lone    [][]string  // for each candidate, the surnames that another one has to introduce
}

func newChooser(indexer *text.Indexer, headline string, candidates []Candidate) *chooser {
	sources, n := numbered(candidates)
	c := &chooser{candidates: candidates, sources: sources, worth: make([]float64, len(candidates))}
	c.compare(indexer, headline, candidates)
	c.meet(headline, candidates)
	c.findBare(headline)
	told := make([]float64, n)
	for i, x := range candidates {
		c.worth[i] = x.Score + frontWorth/float64(1+max(0, x.Order))
		if i == 0 || candidates[i-1].Order != x.Order {
			c.worth[i] += leadWorth
		}
		if n > 1 {
			c.worth[i] += supportWorth * c.support(i, told) / float64(n-1)
		}
	}
	return c
}

// numbered returns the sources of candidates as numbers and how many there are;
// an article without a source is one of its own.
func numbered(candidates []Candidate) (sources []int, n int) {
	numbers := map[string]int{}
	for _, x := range candidates {
		name := cmp.Or(x.Source, "\x00"+strconv.Itoa(x.Order))
		if _, ok := numbers[name]; !ok {
			numbers[name] = len(numbers)
		}
		sources = append(sources, numbers[name])
	}
	return sources, len(numbers)
}

// support returns how far candidate i tells what other sources say, summed; told
// is room for a number for each source.
func (c *chooser) support(i int, told []float64) float64 {
	clear(told)
	for j, source := range c.sources {
		if source != c.sources[i] {
			told[source] = max(told[source], c.repeats[j][i])
		}
	}
	sum := 0.0
	for _, t := range told {
		sum += t
	}
	return sum
}

// value returns what candidate i adds to those chosen, and whether it may be
// chosen.
func (c *chooser) value(i int, chosen []int) (float64, bool) {
	if !c.meets(i, chosen) {
		return 0, false
	}
	v, repeated := c.worth[i]+sourceWorth, 0.0
	for _, j := range chosen {
		if j == i {
			return 0, false
		}
		if c.sources[j] == c.sources[i] {
			v = c.worth[i]
		}
		repeated = max(repeated, c.repeats[i][j])
	}
	if len(chosen) == 0 {
		v += aboutWorth * c.about[i]
	}
	if c.isBare(i, chosen) {
		v -= bareCost
	}
	return v - repeatCost*repeated, repeated < refused
}

// compare finds how likely the candidates repeat each other, and how much of the
// headline each says.
func (c *chooser) compare(indexer *text.Indexer, headline string, candidates []Candidate) {
	r := newReader(indexer)
	title := r.read(headline)
	said := make([]statement, len(candidates))
	c.about = make([]float64, len(candidates))
	c.repeats = make([][]float64, len(candidates))
	for i, x := range candidates {
		said[i] = r.read(x.Text)
		c.about[i] = said[i].covers(title)
		c.repeats[i] = make([]float64, len(candidates))
		for j := range i {
			c.repeats[i][j], c.repeats[j][i] = r.repeats(said[i], said[j])
		}
	}
}
