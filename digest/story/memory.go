package story

import (
	"maps"
	"math"
	"slices"

	"newsbot/digest/parallel"
	"newsbot/digest/text"
)

// Memory holds what a reader was told of stories. It recognizes one that goes on under another
// name: where nobody told of it for days, or it is seen from another side, grouping takes what
// comes for a story of its own.
type Memory struct {
	Weights
	names   []string           // of the stories
	lengths []float64          // of the vectors that they are by their words
	holding map[string][]int32 // by word the stories, by index, that were told with it
	common  map[string]float64
}

// recalled is the least cosine between a story of one article and what was told of the one that it goes on
// with; recalledMore is what more articles add to it with their logarithm: what many tell is
// seldom left apart by mistake. Of the 82 stories of cmd/tunestories/weeks and the demo that the digests of their
// days told as new though an earlier one had told of their event 25 are recognized so, and none of 519 others;
// of all these weeks at once, as one channel's, 22 of 84, and one other. From .15
// on some ten more would be, and fifteen others.
const (
	recalled     = .22
	recalledMore = .25
	leastShared  = 5  // words: two briefs from one town have its name in common, and little else to compare
	mainShare    = 25 // one of so many sentences holds a main word: all that is told in a week is like nothing else
)

// NewMemory returns a Memory of what was told, in sentences, of stories by their names. The
// indexer is for the terms of the sentences.
func NewMemory(indexer *text.Indexer, told map[string][]string) *Memory {
	m := &Memory{Weights: Default(), names: slices.Sorted(maps.Keys(told)), holding: make(map[string][]int32), common: commonness()}
	words := make([][]string, len(m.names))
	parallel.Each(len(words), func(i int) { words[i] = mainWords(indexer, told[m.names[i]]) })
	for i := range words {
		for _, w := range words[i] {
			m.holding[w] = append(m.holding[w], int32(i))
		}
	}
	m.lengths = make([]float64, len(words))
	for i := range words {
		for _, w := range words[i] {
			m.lengths[i] += m.square(w)
		}
	}
	return m
}

// mainWords returns the words of what a few sentences tell, and those that come again and again
// in more.
func mainWords(indexer *text.Indexer, sentences []string) []string {
	counts := make(map[string]int)
	for _, s := range sentences {
		for _, w := range distinct(indexer.Query(s)) {
			counts[w]++
		}
	}
	maps.DeleteFunc(counts, func(_ string, n int) bool { return n*mainShare < len(sentences) })
	return slices.Sorted(maps.Keys(counts))
}

// Recall returns the name of the story that a story of some items goes on with, "" if it is
// none that the reader was told of.
func (m *Memory) Recall(items []Item) string {
	if slices.ContainsFunc(items, func(it Item) bool { return isApart(CleanHeadline(it.Title, it.Source)) }) {
		return ""
	}
	shared, length := make([]overlap, len(m.names)), 0.0
	for _, w := range wordsOf(items) {
		x := m.square(w)
		length += x
		for _, i := range m.holding[w] {
			shared[i].words++
			shared[i].product += x
		}
	}
	name, most := "", recalled+recalledMore*math.Log(float64(len(items)))
	for i, s := range shared {
		if cosine := s.product / math.Sqrt(max(length*m.lengths[i], 1)); cosine >= most && s.words >= leastShared {
			name, most = m.names[i], cosine
		}
	}
	return name
}

// overlap is what two stories have in common: words, and the inner product of their vectors.
type overlap struct {
	words   int
	product float64
}

// square returns the square of how telling a word is: each counts once in a story.
func (m *Memory) square(word string) float64 {
	x := math.Log((float64(len(m.names)) + m.Prior) / (float64(len(m.holding[word])) + m.Prior*m.share(word)))
	return x * x
}

// share returns the share of articles in general that hold a word.
func (m *Memory) share(word string) float64 {
	if share, known := m.common[word]; known {
		return share
	}
	return m.Rare
}

// isApart reports whether a title is of what is another time by time, though in like words: a
// match, a release, an advisory, a round-up.
func isApart(title string) bool {
	return resultOf(title).told || len(releasesOf(title)) > 0 || len(codesOf(title)) > 0 || gathers(title, spaced(title))
}

// wordsOf returns the salient terms of items, in order and each once.
func wordsOf(items []Item) []string {
	var words []string
	for _, it := range items {
		for _, t := range it.Terms {
			words = append(words, t.Word)
		}
	}
	return distinct(words)
}

// distinct returns words in order, each once. It changes the given ones.
func distinct(words []string) []string {
	slices.Sort(words)
	return slices.Compact(words)
}
