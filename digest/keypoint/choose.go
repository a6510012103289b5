package keypoint

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"newsbot/digest/text"
)

// Candidate is a point of some article that tells of a story.
type Candidate struct {
	Text      string
	Source    string  // whose article it stands in; where it is not known each article counts as a source of its own
	Score     float64 // Point.Score
	Order     int     // rank of its article in the story, 0 first
	Title     string  // of its article
	Toll      bool    // it tells how many died, as far as is known by now
	Latest    bool    // its article is of the last of the days that the story has gone on for
	Secondary bool    // its article tells what was to come, where a later one tells what came, or what was said of the news
	Truth     bool    // it is of an article whose title, like the headline, says that what was told is not so (Refutes)
	OfItself  bool    // its source tells of itself, as it likes to

	Persons  []string // whom its article names, in full
	Surnames []string // of those whom it names by these alone
}

// What a candidate is worth as the first point, beside the logarithm of the odds of its
// score.
const (
	openingWorth  = 3.0  // it is the first point of its article
	supportWorth  = 12.0 // every other source says it
	aboutWorth    = 5.0  // it has all terms of the headline
	titlesWorth   = 30.0 // it has all terms of the titles of all articles
	tollWorth     = 15.0 // Candidate.Toll
	latestWorth   = 10.0 // Candidate.Latest
	truthWorth    = 15.0 // Candidate.Truth
	secondaryCost = 12.0 // Candidate.Secondary
	itselfCost    = 4.0  // Candidate.OfItself
	quotedCost    = 10.0 // most of it is what somebody said, and comes first
)

// What it is worth behind the first point: what has little to do with the
// other articles is an aside or an opinion, or tells of another event, however well it tells
// of that.
const (
	laterOdds    = 2.2 // for the logarithm of the odds of its score
	laterAbout   = 0.5 // it has all terms of the headline
	laterShared  = 5.5 // for the logarithm of the terms that it shares with points of other articles, for each point there is
	laterArticle = 4.0 // for the logarithm of those that a point of its article shares so, on average
	laterToll    = 3.0 // Candidate.Toll
	laterLatest  = 2.0 // Candidate.Latest
	laterFirst   = 9.0 // it calls something a first, as a title does
	sourceWorth  = 0.1 // its source has no point among those chosen yet
)

// What counts as shared by what shares nothing: the less, the more it loses.
const (
	fewShared  = 3.0
	nextToNone = 0.1 // of all points of an article
)

// Two points are told of every story. A further one is told where it is worth so
// much, and wherever the other sources say the first point too: then all is of one
// event.
const (
	leastChosen = 2
	leastWorth  = 5.0
	oneEvent    = 0.35 // from this share of the other sources on
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
	shared  []float64   // for each candidate, how many terms it has in common with those of other articles, for each candidate there is
	support []float64   // for each candidate, how many other sources say it
	alone   []float64   // for each candidate, what it is worth by itself
	first   []float64   // for each candidate, what it is worth beside that as the first point
	later   []float64   // for each candidate, what it is worth behind the first point of a story
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
	c.weigh(r.read(headline), r.titles(candidates))
	return c
}

// weigh finds what the candidates are worth, whatever else is chosen.
func (c *chooser) weigh(headline statement, titles []statement) {
	n := len(c.candidates)
	c.support = make([]float64, n)
	c.alone, c.first, c.later = make([]float64, n), make([]float64, n), make([]float64, n)
	told := make([]float64, c.others+1)
	ofArticle := c.sharedOfArticles()
	first := firsts(c.candidates)
	for i, x := range c.candidates {
		c.support[i] = c.supportOf(i, told)
		odds, about := logOdds(x.Score), c.said[i].covers(headline)
		c.first[i] = aboutWorth * about
		c.alone[i] = odds + titlesWorth*c.said[i].coversOfAll(titles) + supportWorth*c.support[i]/float64(max(1, c.others))
		c.later[i] = laterOdds*odds + laterAbout*about + laterShared*math.Log(fewShared+c.shared[i]) + laterArticle*math.Log(nextToNone+ofArticle[x.Order])
		if i == 0 || c.candidates[i-1].Order != x.Order {
			c.alone[i] += openingWorth
		}
		if opensQuoted(x.Text) {
			c.first[i] -= quotedCost
		}
		if x.Toll {
			c.first[i] += tollWorth
			c.later[i] += laterToll
		}
		if first[i] {
			c.later[i] += laterFirst
		}
		if x.Secondary {
			c.first[i] -= secondaryCost
		}
		if x.OfItself {
			c.first[i] -= itselfCost
		}
		if x.Truth {
			c.first[i] += truthWorth
		}
		if x.Latest {
			c.first[i] += latestWorth
			c.later[i] += laterLatest
		}
	}
}

// opensQuoted reports whether a point begins with a quotation, which ends behind its middle.
func opensQuoted(point string) bool {
	r, size := utf8.DecodeRuneInString(point)
	return isQuote(string(r)) && strings.LastIndexAny(point[size:], `"”’'»`) > len(point)/2
}

// logOdds returns the logarithm of the odds of a score, within bounds.
func logOdds(score float64) float64 {
	score = min(max(score, 0.02), 0.98)
	return math.Log(score / (1 - score))
}

// sharedOfArticles returns for each article, by its rank, how many terms its candidates
// share with those of others, on average.
func (c *chooser) sharedOfArticles() map[int]float64 {
	mean, n := make(map[int]float64), make(map[int]float64)
	for i, x := range c.candidates {
		n[x.Order]++
		mean[x.Order] += (c.shared[i] - mean[x.Order]) / n[x.Order]
	}
	return mean
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
			v := worth[i]
			if len(chosen) == 0 {
				v = c.alone[i] + c.first[i]
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
	return worth, repeated < refused
}

// compare reads the candidates and finds how likely they repeat each other.
func (c *chooser) compare(r *reader) {
	c.said = make([]statement, len(c.candidates))
	c.repeats = make([][]float64, len(c.candidates))
	c.shared = make([]float64, len(c.candidates))
	each := 1 / float64(max(1, len(c.candidates)-1))
	for i, x := range c.candidates {
		c.said[i] = r.read(x.Text)
		c.repeats[i] = make([]float64, len(c.candidates))
		for j := range i {
			ij, ji, common := r.repeats(c.said[i], c.said[j])
			c.repeats[i][j], c.repeats[j][i] = ij, ji
			if x.Order != c.candidates[j].Order {
				c.shared[i] += float64(common) * each
				c.shared[j] += float64(common) * each
			}
		}
	}
}
