package story

import (
	"math"
	"sync"
)

// evidence tells whether what two sets of articles hold is better explained by
// one story than by two. How often the articles of a story hold a word is not
// known beforehand, but mostly it is hardly ever or nearly always: a beta
// distribution whose mean is the word's share of all documents, worth burst
// articles. So that k of n articles hold the word has a beta-binomial
// likelihood, and the evidence is the logarithm of the likelihood of one story
// over that of two, as in Bayesian hierarchical clustering (Heller and
// Ghahramani 2005), summed over words. A rare word in common speaks for one
// story; a word that all articles of one hold and none of the other speaks
// against it, the more so the more articles there are.
type evidence struct {
	rarities [rarities]logarithms
	all      [counted]float64 // ln Γ(n+burst)/Γ(burst), of n articles
}

// logarithms are those that words of about one share need.
type logarithms struct {
	held   [counted]float64 // ln Γ(k+α)/Γ(α), of k articles that hold the word
	lacked [counted]float64 // ln Γ(k+β)/Γ(β), of k articles that lack it
}

// rarity numbers shares of documents, from common to rare.
type rarity uint8

const (
	burst    = 8.
	rarities = 40
	step     = .25 // between rarities, of the logarithm of the share
	counted  = 512 // articles of two stories together are fewer, or count as fewer
)

// rarityOf returns the rarity of what a share of documents holds.
func rarityOf(share float64) rarity {
	return rarity(min(max(-math.Log(share)/step, 0), rarities-1))
}

// evidenceTable returns the evidence; it is the same for all.
var evidenceTable = sync.OnceValue(func() *evidence {
	e := new(evidence)
	for n := range counted {
		e.all[n] = rising(burst, n)
	}
	for r := range e.rarities {
		alpha := burst * math.Exp(-(float64(r)+.5)*step)
		for k := range counted {
			e.rarities[r].held[k] = rising(alpha, k)
			e.rarities[r].lacked[k] = rising(burst-alpha, k)
		}
	}
	return e
})

// rising returns the logarithm of x(x+1)...(x+k-1).
func rising(x float64, k int) float64 {
	from, _ := math.Lgamma(x)
	to, _ := math.Lgamma(x + float64(k))
	return to - from
}

// perWord returns what the evidence in every word has in common, for stories
// of n and m articles.
func (e *evidence) perWord(n, m int32) float64 { return e.all[n] + e.all[m] - e.all[n+m] }

// common returns the evidence, beyond perWord, in a word that k of n articles
// of one story hold and l of m of the other.
func (r *logarithms) common(k, n, l, m int32) float64 {
	return r.held[k+l] - (r.held[k] + r.held[l]) + r.lacked[n+m-k-l] - (r.lacked[n-k] + r.lacked[m-l])
}

// lone is common for a word that none of the m articles hold.
func (r *logarithms) lone(k, n, m int32) float64 {
	return r.lacked[n+m-k] - r.lacked[n-k] - r.lacked[m]
}

// counted returns a number of the story's items as evidence counts them: of a
// story that is too big to count, the same share of the most there may be.
func (b *bundle) counted(items int32) int32 {
	if b.size < counted/2 {
		return items
	}
	return int32(math.Ceil(float64(items) * (counted/2 - 1) / b.size))
}
