package keypoint

import (
	"newsbot/digest/text"
)

// Opening weighs the features of a candidate by how much it is worth as the first point of
// its article, which tells who did what.
type Opening [featureCount]float64

// strangerOpens is what a candidate loses as the first point that names somebody by a surname
// alone whom it takes a point told before it to introduce, or whom the title names so too.
const strangerOpens = 1

// definiteOpens is what a candidate loses as the first point that begins with what a candidate
// before it may have told of: "The blaze".
const definiteOpens = 1.5

// noticeOpens is what a candidate loses as the first point that tells more of a flaw: "Affected versions:".
const noticeOpens = 6

// truthOpens is what a candidate gains as the first point that says what the title says: that a claim is not so.
const truthOpens = 6

// outcomeOpens is what a candidate gains as the first point that tells how a match ended or what a study means.
const outcomeOpens = 4

// mostQuoted is what a first point within quotation marks is worth at most: few of those
// graded are, and to readers the first one tells who did what, not what somebody says of it.
const mostQuoted = -2.5

// openingFor returns the weights for a text with a title, or for one without; cmd/tunepoints
// fits them to graded sentences.
func openingFor(titled bool) *Opening {
	if titled {
		return &Opening{
			lead: 0.31, early: 0.683, depth: -0.834, far: -0.44,
			title: 3.41, echo: 1.98, novel: 1.92, central: 3.33, close: 1.15,
			recurring: 1.41, names: 0.332, begun: -0.336, salience: 0.561, length: 1.27,
			brevity: -2.23, excess: 0.22, clause: 1.87, quotation: -2.5, source: 0.408,
			leaning: 0.158, fronted: -1.43, fresh: 2.05,
		}
	}
	return &Opening{
		lead: 0.827, early: 0.941, depth: -0.9, far: -0.374,
		title: 0, echo: 3.77, novel: 1.68, central: 1.84, close: 1.65,
		recurring: 1.16, names: 0.344, begun: -0.227, salience: 0.674, length: 1.28,
		brevity: -2.26, excess: 0.218, clause: 0.895, quotation: -2.5, source: 0.439,
		leaning: -0.0616, fronted: -1.28, fresh: 2.46,
	}
}

// worth returns what a candidate is worth as the first point.
func (o *Opening) worth(c *candidate) float64 {
	return c.features.weighed(o[:]) - strangerOpens*indicator(len(c.strangers) > 0 || c.surname) - definiteOpens*indicator(c.definite) - noticeOpens*indicator(c.notice) + truthOpens*indicator(c.truth) + outcomeOpens*indicator(c.outcome)
}

// isDefinite reports whether tokens first to last begin with what a sentence before them may have
// told of: "The blaze at", "The Halvik company", not "The cost of".
func (a *article) isDefinite(first, last int) bool {
	if a.low[first] != "the" {
		return false
	}
	i := first + 1
	for i < min(first+longestName, last-1) && (isName(a.word(i)) || a.word(i) == ",") {
		i++
	}
	if i > first+1 {
		return companies.Has(a.low[i])
	}
	return !a.explained(first+2, last)
}

// companies are nouns by which a text speaks of one that it has named.
var companies = text.WordSet(`company firm group retailer maker carmaker bank airline club team`)

// FitOpening fits an opening to the candidates of drafts: one of each draft is drawn by the
// softmax of what they are worth, and what it is of use to a reader, which use tells, is
// raised in the mean (ListNet's likelihoods, Cao et al. 2007). Pull is what half a weight's square
// costs, of features brought to one spread.
func FitOpening(drafts []*Draft, pull float64, use func(draft int, point text.Span) float64) Opening {
	var all []*features
	for _, d := range drafts {
		for i := range d.candidates {
			all = append(all, &d.candidates[i].features)
		}
	}
	mean, spread := moments(all)
	standard := make([][]*candidate, len(drafts))
	for i, d := range drafts {
		for _, c := range d.candidates {
			c.features = c.features.standard(&mean, &spread)
			standard[i] = append(standard[i], &c)
		}
	}
	var o Opening
	for range fitSteps {
		var gradient Opening
		for i, candidates := range standard {
			gradient.addUse(&o, candidates, func(c *candidate) float64 { return use(i, c.Span) })
		}
		for k := bias + 1; k < featureCount; k++ {
			o[k] += gradient[k]/float64(len(drafts)) - pull*o[k]
		}
	}
	for k := range o {
		o[k] /= spread[k]
	}
	o[quotation] = min(o[quotation], mostQuoted)
	return o
}

// addUse adds the gradient of what the candidate is of use that is drawn by an opening.
func (o *Opening) addUse(by *Opening, candidates []*candidate, use func(*candidate) float64) {
	likelihoods := softmax(candidates, by.worth)
	mean := 0.0
	for i, p := range likelihoods {
		mean += p * use(candidates[i])
	}
	for i, p := range likelihoods {
		better := p * (use(candidates[i]) - mean)
		for k, v := range candidates[i].features {
			o[k] += better * v
		}
	}
}

// String returns the weights as openingFor lists them, five a line.
func (o Opening) String() string { return listed(weightNames[:featureCount], o[:]) }
