package main

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"unicode"
	"unicode/utf8"

	"newsbot/digest/entity/tagger"
)

// labelCounts counts the labels that a model gave.
type labelCounts [tagger.NumLabels]int32

// uses counts the labels of words with a capital, and those of the runs that
// stand in a context.
type uses struct {
	words, contexts map[tagger.Key]*labelCounts
}

// The number of times that a word or a context must have been seen, and of the
// groups that they are put into.
const (
	minWordUses    = 4
	minContextUses = 8
	wordGroups     = 96
	contextGroups  = 48
)

// addWords counts the labels of the capitalised words inside sentences.
func (u *uses) addWords(sentences [][]string, found [][]tagger.Label) {
	for i, pieces := range sentences {
		for j, w := range pieces {
			if r, _ := utf8.DecodeRuneInString(w); j > 0 && unicode.IsUpper(r) {
				addLabel(u.words, tagger.WordKey(w), found[i][j])
			}
		}
	}
}

// addContext counts the kinds of the names at both ends of a run.
func (u *uses) addContext(c tagger.Context, found []tagger.Label) {
	addLabel(u.contexts, c.Left, kindLabel(found[c.First]))
	addLabel(u.contexts, c.Right, kindLabel(found[c.Last-1]))
}

// kindLabel returns the same label for all of a kind.
func kindLabel(l tagger.Label) tagger.Label {
	if l == tagger.Outside {
		return l
	}
	return tagger.LabelOf(l.Kind(), tagger.Single)
}

func addLabel(counts map[tagger.Key]*labelCounts, k tagger.Key, l tagger.Label) {
	if counts[k] == nil {
		counts[k] = new(labelCounts)
	}
	counts[k][l]++
}

// addTo adds the groups of words to the lexicon of p, as its first level of
// clusters, and those of contexts.
func (u *uses) addTo(p *tagger.Parts) {
	level := grouped(u.words, minWordUses, wordGroups)
	clusters := map[tagger.Key][]uint16{}
	for k := range level {
		clusters[k] = make([]uint16, len(p.Clusters)+1)
	}
	for row, k := range p.Words {
		clusters[k] = make([]uint16, len(p.Clusters)+1)
		for l := range p.Clusters {
			clusters[k][l+1] = p.Clusters[l][row]
		}
	}
	for k, group := range level {
		clusters[k][0] = uint16(group)
	}
	setClusters(p, clusters)
	p.Contexts, p.Uses = sortedPairs(grouped(u.contexts, minContextUses, contextGroups))
}

// grouped puts what has labels often enough into groups by the shares of its
// labels, numbered from 1. The square roots of shares are compared (Hellinger 1909).
func grouped(counts map[tagger.Key]*labelCounts, least int32, k int) map[tagger.Key]uint8 {
	var keys []tagger.Key
	var vectors [][]float32
	for _, key := range slices.Sorted(maps.Keys(counts)) {
		all := int32(0)
		for _, n := range counts[key] {
			all += n
		}
		if all < least {
			continue
		}
		keys = append(keys, key)
		vectors = append(vectors, counts[key].roots(all))
	}
	groups := map[tagger.Key]uint8{}
	group, _ := kmeans(vectors, k, rand.New(rand.NewPCG(9, 10)))
	for i, key := range keys {
		groups[key] = uint8(group[i] + 1)
	}
	return groups
}

// roots returns the square roots of the shares of labels.
func (c *labelCounts) roots(all int32) []float32 {
	v := make([]float32, (len(c)+3)/4*4) // as dot has it
	for l, n := range c {
		v[l] = float32(math.Sqrt(float64(n) / float64(all)))
	}
	return v
}
