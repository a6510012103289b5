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
	Title  string  // of its article

	Persons []string // whom its article names, in full
}

// What a candidate is worth by itself and as the first point, beside Candidate.Score.
const (
	frontWorth   = 0.05 // its article is the story's first; less for later ones
	openingWorth = 0.6  // it is the first point of its article
	supportWorth = 3.0  // every other source says it
	aboutWorth   = 1.5  // it has all terms of the headline
	titlesWorth  = 4.0  // it has all terms of the titles of all articles
)

// What it is worth behind the first point: what has little to do with the rest is an
// aside or an opinion, however well it tells of its own article.
const (
	laterLead   = 1.5  // it is the first point of its article
	laterAbout  = 3.0  // it has all terms of the headline
	laterSaid   = 0.9  // for the logarithm of how many other sources say it, where there are others
	unsaid      = 0.05 // what counts as said by none
	laterShared = 2.5  // for the logarithm of the number of terms that it shares with another candidate, on average
)

// What it is worth beside those chosen.
const (
	sourceWorth = 0.15 // its source has no point among them yet
	repeatCost  = 3.0  // one of them says it
	bareCost    = 0.5  // it begins with "The" and a noun that nothing told names
)

// Two points are told of every story. A further one is told where it is worth so
// much, and wherever the other sources say the first point too: then all is of one
// event.
const (
	leastChosen = 2
	leastWorth  = 1.0
	oneEvent    = 0.45 // from this share of the other sources on
)

// refused is the likelihood of a repeat from which on a candidate is not told.
const refused = 0.15

// maxChosenFrom bounds how many candidates are compared with each other.
const maxChosenFrom = 200

// Choose returns the indexes of at most max candidates that together tell the
// story under a headline: the one that tells most of what the headline says,
// then time and again the one that adds most to those before it, as long as it
// is of the story. So the first n of them are what Choose gives for n. Arrange
// brings them in the order of a text. Without a headline ("") any point may come
// first. The indexer is for the terms of the candidates; one for many stories
// saves work.
func Choose(indexer *text.Indexer, headline string, candidates []Candidate, max int) []int {
	c := newChooser(indexer, headline, candidates)
	return c.choose(max, c.later, c.least)
}

// Survey returns the indexes of at most max candidates that say different things,
// of many events or of one that the reader knows: first what the headline says, then
// time and again the one that would best tell a story of its own. The headline and
// the indexer are as in Choose.
func Survey(indexer *text.Indexer, headline string, candidates []Candidate, max int) []int {
	c := newChooser(indexer, headline, candidates)
	return c.choose(max, c.alone, func([]int) float64 { return math.Inf(-1) })
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
	others  int         // how many sources there are but one
	said    []statement // by each candidate
	repeats [][]float64 // for each candidate how likely it repeats each other one
	shared  []int       // for each candidate, how many terms it has in common with the others, summed over them
	support []float64   // for each candidate, how many other sources say it
	about   []float64   // for each candidate, how much of the headline it says
	alone   []float64   // for each candidate, what it is worth by itself
	later   []float64   // for each candidate, what it is worth behind the first point of a story
	bare    []string    // for each candidate, the noun that something told before it must name
	full    [][]string  // for each candidate, the surnames of those whom it names in full
	lone    [][]string  // for each candidate, the surnames that another one has to introduce
}

func newChooser(indexer *text.Indexer, headline string, candidates []Candidate) *chooser {
	candidates = candidates[:min(len(candidates), maxChosenFrom)]
	sources, n := numbered(candidates)
	c := &chooser{candidates: candidates, sources: sources, others: n - 1}
	r := newReader(indexer)
	c.compare(r)
	c.meet(headline, candidates)
	c.findBare(headline)
	c.weigh(r.read(headline), r.titles(candidates))
	return c
}

// weigh finds what the candidates are worth, whatever else is chosen.
func (c *chooser) weigh(headline statement, titles []statement) {
	n := len(c.candidates)
	c.support, c.about = make([]float64, n), make([]float64, n)
	c.alone, c.later = make([]float64, n), make([]float64, n)
	told := make([]float64, c.others+1)
	for i, x := range c.candidates {
		c.support[i] = c.supportOf(i, told)
		c.about[i] = c.said[i].covers(headline)
		c.alone[i] = x.Score + frontWorth/float64(1+max(0, x.Order)) + supportWorth*c.support[i]/float64(max(1, c.others)) +
			titlesWorth*c.said[i].coversOfAll(titles)
		c.later[i] = laterAbout*c.about[i] + laterShared*math.Log1p(float64(c.shared[i])/float64(max(1, n-1)))
		if c.others > 0 {
			c.later[i] += laterSaid * math.Log(unsaid+c.support[i])
		}
		if i == 0 || c.candidates[i-1].Order != x.Order {
			c.alone[i] += openingWorth
			c.later[i] += laterLead
		}
	}
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

// supportOf returns how many other sources say what candidate i tells, as a sum of
// likelihoods; told is room for a number for each source.
func (c *chooser) supportOf(i int, told []float64) float64 {
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

// choose returns at most max candidates: time and again the one that adds most to
// those chosen, until none adds what least asks for. What each is worth behind the first
// one, worth says.
func (c *chooser) choose(max int, worth []float64, least func(chosen []int) float64) []int {
	var chosen []int
	for len(chosen) < max {
		best, value := -1, math.Inf(-1)
		for i := range c.candidates {
			v := c.alone[i] + aboutWorth*c.about[i]
			if len(chosen) > 0 {
				v = worth[i]
			}
			if v, ok := c.adds(i, v, chosen); ok && v > value {
				best, value = i, v
			}
		}
		if best < 0 || value < least(chosen) {
			break
		}
		chosen = append(chosen, best)
	}
	return chosen
}

// least returns what the next point of a story has to be worth.
func (c *chooser) least(chosen []int) float64 {
	if len(chosen) < leastChosen || c.support[chosen[0]] >= oneEvent*float64(c.others) {
		return math.Inf(-1)
	}
	return leastWorth
}

// adds returns what candidate i, worth so much by itself, adds to those chosen, and
// whether it may be chosen.
func (c *chooser) adds(i int, worth float64, chosen []int) (float64, bool) {
	if slices.Contains(chosen, i) || !c.meets(i, chosen) {
		return 0, false
	}
	known, repeated := false, 0.0
	for _, j := range chosen {
		known = known || c.sources[j] == c.sources[i]
		repeated = max(repeated, c.repeats[i][j])
	}
	if !known {
		worth += sourceWorth
	}
	if c.isBare(i, chosen) {
		worth -= bareCost
	}
	return worth - repeatCost*repeated, repeated < refused
}

// compare reads the candidates and finds how likely they repeat each other.
func (c *chooser) compare(r *reader) {
	c.said = make([]statement, len(c.candidates))
	c.repeats = make([][]float64, len(c.candidates))
	c.shared = make([]int, len(c.candidates))
	for i, x := range c.candidates {
		c.said[i] = r.read(x.Text)
		c.repeats[i] = make([]float64, len(c.candidates))
		for j := range i {
			ij, ji, common := r.repeats(c.said[i], c.said[j])
			c.repeats[i][j], c.repeats[j][i] = ij, ji
			c.shared[i] += common
			c.shared[j] += common
		}
	}
}
