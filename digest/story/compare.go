package story

import "math"

// likeness tells how like two stories are.
type likeness struct {
	odds float32 // logarithm of the odds that they are one; they become one from 0 up
	need float32 // or from here up while few others are like them
	near float32 // orders the stories that one may become one with
}

// comparison compares a story with others, one after the other.
type comparison struct {
	evidence *evidence
	story    *bundle
	articles int32       // of the story, as counted
	spread   []held      // the story's vector by dimension
	without  []nothingOf // what was found out already
}

// held is what a story has of a dimension.
type held struct {
	value float32
	items uint16 // as counted, which is less than 512
	kind  kind
}

// nothingOf is the evidence in the words of a story if the other, of so many
// articles, holds none of them.
type nothingOf struct {
	articles int32
	sums     sums
}

// sums are sums by the kind of dimension: over terms, entities and the words of these.
type sums [kinds]float64

func (c *comparison) begin(story *bundle) {
	c.evidence, c.story, c.articles, c.without = evidenceTables(), story, story.counted(int32(story.size)), c.without[:0]
	for _, x := range story.vector {
		c.spread[x.dim] = held{x.value, uint16(story.counted(int32(x.held))), x.kind}
	}
}

func (c *comparison) end() {
	for _, x := range c.story.vector {
		c.spread[x.dim] = held{}
	}
}

// weigh returns the inner product of the story's vector and another's by the kind of
// dimension, and the evidence that the two are one.
func (c *comparison) weigh(other *bundle) (product, sum sums) {
	w := c.evidence.weighing(c.articles, other.counted(int32(other.size)))
	sum = c.nothingOf(&w)
	for _, y := range other.vector {
		l := other.counted(int32(y.held))
		x := c.spread[y.dim]
		k := int32(x.items)
		evidence := w.word(y.rarity, k, l)
		if k > 0 {
			product[max(x.kind, y.kind)] += float64(x.value) * float64(y.value)
			sum[x.kind] -= w.word(y.rarity, k, 0)
		}
		sum[max(x.kind, y.kind)] += evidence
	}
	return product, sum
}

// nothingOf returns the evidence in the words of the story if the articles of
// the other hold none of them.
func (c *comparison) nothingOf(w *weighing) sums {
	articles := w.other.articles
	for _, found := range c.without {
		if found.articles == articles {
			return found.sums
		}
	}
	var sum sums
	for _, x := range c.story.vector {
		sum[x.kind] += w.word(x.rarity, int32(c.spread[x.dim].items), 0)
	}
	c.without = append(c.without, nothingOf{articles, sum})
	return sum
}

// compare tells how like the story of the comparison and another are.
func (w Weights) compare(c *comparison, y *bundle) likeness {
	x := c.story
	if x.told.differ(&y.told) {
		return likeness{odds: otherEvent}
	}
	product, sum := c.weigh(y)
	o := w.between(x, y)
	evidence := (sum[isTerm] + o.Names*sum[isName] + o.Words*sum[isWord]) / nats
	few, many := min(x.size, y.size), max(x.size, y.size)
	odds := o.Base + evidence/math.Sqrt(few) + o.Size*math.Log(many) + w.times(o, x, y)
	whole := product[isTerm] + product[isName] + product[isWord]
	like := x.meaning.like(&y.meaning)
	soft := o.Soft * like * max(like, 0)
	cosine := logarithm(whole/max(x.length*y.length, 1e-9) + soft)
	common := min(cosine, logarithm(product[isTerm]/max(x.bare*y.bare, 1e-9)+soft))
	odds += o.Cosine*cosine + o.Bare*common + o.Meaning*like - w.same(o, x, y, common)
	need := o.Alone * max(enough-common, 0)
	return likeness{float32(odds), float32(need), float32(evidence/few + 2*logarithm(whole/(x.size*y.size)))}
}

// between returns the weights for two stories.
func (w Weights) between(x, y *bundle) Odds {
	return w.odds((x.titles/x.size+y.titles/y.size)/2, (x.rich/x.size+y.rich/y.size)/2, (x.full/x.size+y.full/y.size)/2)
}

// enough is the logarithm of what stories have in common besides names that need no better odds.
const enough = -1.2

// otherEvent are the odds of stories whose titles say that they tell of two events.
const otherEvent = -100

// nats of evidence are the unit of odds.
const nats = 10

// logarithm returns the logarithm of a similarity; those of stories that have
// next to nothing in common differ little.
func logarithm(similarity float64) float64 { return math.Log(similarity + .02) }

// times returns what the times of two stories tell: those of one day are the likelier to be
// one, those further apart the less likely, unless one tells how the other went on.
func (w Weights) times(o Odds, x, y *bundle) float64 {
	days, known := w.apart(x, y)
	if !known {
		return 0
	}
	days *= 1 - goesOn*sequels(x, y)
	near := o.Near * (1 - max(x.coy/x.size, y.coy/y.size))
	return near - min(days*w.Day, w.Apart+near)
}

// goesOn is what part of the days between a story and what tells how it went on does not count.
const goesOn = .5

// sequels returns the share of sequels among the articles of the story that has more of them.
func sequels(x, y *bundle) float64 { return max(x.sequels/x.size, y.sequels/y.size) }

// same returns what speaks against two stories because one outlet tells both: it tells one event once, but the next
// day how it went on, above all where it says so, or once more where it says so and they have enough in common besides names.
func (w Weights) same(o Odds, x, y *bundle, common float64) float64 {
	same := o.Same * x.outlets.pairs(y.outlets) / (x.size * y.size)
	days, _ := w.apart(x, y)
	if days > 0 {
		same *= w.Later
	}
	if days > 0 || common > enough {
		same *= 1 - sequels(x, y)
	}
	return same
}

// apart returns how many days more than Grace are between two stories, if that is known.
func (w Weights) apart(x, y *bundle) (days float64, known bool) {
	gap := max(y.first-x.last, x.first-y.last) - w.Grace.Hours()
	return max(gap, 0) / 24, x.dated && y.dated
}
