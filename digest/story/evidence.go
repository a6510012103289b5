package story

import (
	"math"
	"sync"
	"sync/atomic"
)

// evidence tells whether what two sets of articles hold is better explained by
// one story than by two. How often the articles of a story hold a word is not
// known beforehand, but mostly it is hardly ever or nearly always: a beta
// distribution whose mean is the word's share of all documents, worth burst
// articles. A few words are in a story by chance, no more often than anywhere
// (two kinds of words, as in the 2-Poisson model; Harter 1975):
// without these a word that is new in a big story would speak against it more
// than such words do, of which every title has some. So that k of n articles
// hold the word has a likelihood, and the evidence is the logarithm of the
// likelihood of one story over that of two, as in Bayesian hierarchical
// clustering (Heller and Ghahramani 2005), summed over words. A rare word in
// common speaks for one story; a word that all articles of one hold and none of
// the other speaks against it, the more so the more articles there are.
type evidence struct {
	rarities [rarities]logarithms
	all      [counted]float64                     // ln Γ(n+burst)/Γ(burst), of n articles
	tables   [counted]atomic.Pointer[likelihoods] // by articles of a story, made when they are needed
}

// logarithms are those that words of about one share need.
type logarithms struct {
	share, others float64          // ln of the share, and of what is left
	held          [counted]float64 // ln Γ(k+α)/Γ(α), of k articles that hold the word
	lacked        [counted]float64 // ln Γ(k+β)/Γ(β), of k articles that lack it
}

// likelihoods are the logarithms of the likelihood that k articles of a story
// of n hold a word of some rarity.
type likelihoods struct {
	articles int32
	values   [][rarities]float32 // by k: most words are in few articles, and stay in the cache
}

// rarity numbers shares of documents, from common to rare.
type rarity uint8

const (
	burst    = 8.
	chance   = .05 // of a word to be in a story no more often than anywhere
	rarities = 40
	step     = .25 // between rarities, of the logarithm of the share
	counted  = 512 // articles of two stories together are fewer, or count as fewer
)

// rarityOf returns the rarity of what a share of documents holds.
func rarityOf(share float64) rarity {
	return rarity(min(max(-math.Log(share)/step, 0), rarities-1))
}

// evidenceTables returns the evidence; it is the same for all.
var evidenceTables = sync.OnceValue(func() *evidence {
	e := new(evidence)
	for n := range counted {
		e.all[n] = rising(burst, n)
	}
	for i := range e.rarities {
		share := math.Exp(-(float64(i) + .5) * step)
		r := &e.rarities[i]
		r.share, r.others = math.Log(share), math.Log1p(-share)
		for k := range counted {
			r.held[k] = rising(burst*share, k)
			r.lacked[k] = rising(burst*(1-share), k)
		}
	}
	return e
})

// of returns the likelihoods for n articles.
func (e *evidence) of(n int32) *likelihoods {
	if l := e.tables[n].Load(); l != nil {
		return l
	}
	l := e.likelihoods(int(n))
	e.tables[n].Store(l) // what another made meanwhile is the same
	return l
}

func (e *evidence) likelihoods(n int) *likelihoods {
	l := &likelihoods{articles: int32(n), values: make([][rarities]float32, n+1)}
	for k := range l.values {
		for i := range e.rarities {
			r := &e.rarities[i]
			bursting := r.held[k] + r.lacked[n-k] - e.all[n]
			background := float64(k)*r.share + float64(n-k)*r.others
			l.values[k][i] = float32(logSum(math.Log1p(-chance)+bursting, math.Log(chance)+background))
		}
	}
	return l
}

// rising returns the logarithm of x(x+1)...(x+k-1).
func rising(x float64, k int) float64 {
	from, _ := math.Lgamma(x)
	to, _ := math.Lgamma(x + float64(k))
	return to - from
}

// logSum returns the logarithm of the sum of two numbers whose logarithms are
// given.
func logSum(a, b float64) float64 { return max(a, b) + math.Log1p(math.Exp(-math.Abs(a-b))) }

// weighing holds the likelihoods for two stories and for both together.
type weighing struct{ one, other, both *likelihoods }

func (e *evidence) weighing(n, m int32) weighing { return weighing{e.of(n), e.of(m), e.of(n + m)} }

// word returns the evidence in a word that k articles of the one story hold and
// l of the other.
func (w *weighing) word(r rarity, k, l int32) float64 {
	return float64(w.both.values[k+l][r]) - float64(w.one.values[k][r]) - float64(w.other.values[l][r])
}

// counted returns a number of the story's items as evidence counts them: of a
// story that is too big to count, the same share of the most there may be.
func (b *bundle) counted(items int32) int32 {
	if b.size < counted/2 {
		return items
	}
	return int32(math.Ceil(float64(items) * (counted/2 - 1) / b.size))
}
