package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"newsbot/digest/entity/tagger"
)

// brownLevels are the lengths of the prefixes of Brown paths that count as
// clusters; the levels of clusterTree follow them.
var brownLevels = []int{4, 6, 8, 12, 32}

const treeLevels = 3

// buildLexicon fills the lexicon of p from the unlabelled text.
func buildLexicon(p *tagger.Parts, dir string) error {
	clusters := map[tagger.Key][]uint16{}
	if err := addBrown(clusters, dir); err != nil {
		return err
	}
	s, err := readStream(dir)
	if err != nil {
		return err
	}
	addTree(clusters, s)
	setClusters(p, clusters)
	p.Folded, p.Cases = sortedPairs(usualCases(s))
	return nil
}

// setClusters makes the lexicon of p of clusters of words, by level.
func setClusters(p *tagger.Parts, clusters map[tagger.Key][]uint16) {
	var byWord [][]uint16
	p.Words, byWord = sortedPairs(clusters)
	p.Clusters = make([][]uint16, len(byWord[0]))
	for _, ids := range byWord {
		for level, id := range ids {
			p.Clusters[level] = append(p.Clusters[level], id)
		}
	}
}

// addBrown reads Brown clusters (Brown et al. 1992): path TAB word TAB count.
func addBrown(clusters map[tagger.Key][]uint16, dir string) error {
	paths := newPathIDs(brownLevels)
	err := eachLine(filepath.Join(dir, "clusters/open-c500/paths.tsv"), func(line string) {
		path, rest, _ := strings.Cut(line, "\t")
		word, _, _ := strings.Cut(rest, "\t")
		ids := make([]uint16, len(brownLevels)+treeLevels)
		copy(ids, paths.levels(path))
		clusters[tagger.WordKey(word)] = ids
	})
	if err != nil {
		return fmt.Errorf("read clusters: %w", err)
	}
	return nil
}

// addTree adds clusters made of the unlabelled text.
func addTree(clusters map[tagger.Key][]uint16, s *stream) {
	words, vectors := embeddings(s)
	levels := clusterTree(vectors)
	for i, w := range words {
		k := tagger.WordKey(s.words[w])
		if clusters[k] == nil {
			clusters[k] = make([]uint16, len(brownLevels)+treeLevels)
		}
		for l := range levels {
			clusters[k][len(brownLevels)+l] = uint16(levels[l][i] + 1)
		}
	}
}

// minFolded is the number of times that a word must occur inside sentences
// for its usual case to be known.
const minFolded = 6

// usualCases tells how words are mostly written inside sentences.
func usualCases(s *stream) map[tagger.Key]tagger.Case {
	inside := make([]int, len(s.words))
	previous := int32(endOfSentence)
	for _, w := range s.tokens {
		if w != endOfSentence && previous != endOfSentence {
			inside[w]++
		}
		previous = w
	}
	forms := map[string][3]int{}
	for w, n := range inside {
		lower := strings.ToLower(s.words[w])
		f := forms[lower]
		f[formOf(s.words[w])] += n
		forms[lower] = f
	}
	cases := map[tagger.Key]tagger.Case{}
	for w, f := range forms {
		if f[0]+f[1]+f[2] >= minFolded && w != strings.ToUpper(w) {
			cases[tagger.WordKey(w)] = caseOf(f)
		}
	}
	return cases
}

// pathIDs numbers the prefixes of paths in a binary tree of clusters.
type pathIDs struct {
	depths []int
	ids    []map[string]uint16
}

func newPathIDs(depths []int) *pathIDs {
	p := &pathIDs{depths: depths}
	for range depths {
		p.ids = append(p.ids, map[string]uint16{})
	}
	return p
}

func (p *pathIDs) levels(path string) (levels []uint16) {
	for i, d := range p.depths {
		prefix := path[:min(d, len(path))]
		id, ok := p.ids[i][prefix]
		if !ok {
			id = uint16(len(p.ids[i]) + 1)
			p.ids[i][prefix] = id
		}
		levels = append(levels, id)
	}
	return levels
}

// sortedPairs returns the keys of a map in ascending order and their values.
func sortedPairs[V any](m map[tagger.Key]V) (keys []tagger.Key, values []V) {
	keys = slices.Sorted(maps.Keys(m))
	for _, k := range keys {
		values = append(values, m[k])
	}
	return keys, values
}

// formOf returns 0 for a word in lower case, 1 capitalised, 2 in capitals.
func formOf(w string) int {
	switch {
	case w == strings.ToLower(w):
		return 0
	case len(w) > 1 && w == strings.ToUpper(w):
		return 2
	}
	return 1
}

func caseOf(n [3]int) tagger.Case {
	all := n[0] + n[1] + n[2]
	switch {
	case n[0]*10 >= all*9:
		return tagger.CaseLower
	case n[1]*10 >= all*9:
		return tagger.CaseTitle
	case n[2]*10 >= all*9:
		return tagger.CaseUpper
	}
	return tagger.CaseMixed
}
