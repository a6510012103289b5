package tagger

import (
	"strings"
	"unicode/utf8"
)

// maxLevels is the number of levels of clusters that a lexicon may have.
const maxLevels = 12

// The templates of features. A feature is a template, the offset of the token
// it looks at, and a value.
const (
	tBias = iota + 1
	tWord
	tLower
	tShape
	tPrefix
	tSuffix
	tCluster // and one more for each level
	tClass   = tCluster + maxLevels
	tUsual   = tClass + 1 + iota
	tUsualShape
	tLength
	tClasses
	tPair
	tAround
	tShapes
	tTwoLeft
	tTwoRight
	tClusters
	tFirst
	tMatch
	tRunLeft
	tRunRight
	tRunHead
	tRunStart
	tRunLength
	tSeen
	tClassPair
	tInduced
	tInducedPair
	tRunClasses
	tRunSides
	tContext
	tRunWhole
)

func feature(template, offset int, value uint64) uint64 {
	return mix(uint64(template)<<8|uint64(offset+window), value)
}

// wordFeatures appends the features that depend on one word alone, as seen
// from the token that stands offset tokens before it.
func (x *Extractor) wordFeatures(dst []uint64, w *word, offset int) []uint64 {
	add := func(template int, value uint64) { dst = append(dst, feature(template, offset, value)) }
	add(tLower, w.lower)
	add(tShape, w.shape)
	add(tUsual, uint64(w.usual))
	if w.classes != 0 {
		add(tClasses, uint64(w.classes&listed))
		add(tInduced, uint64(w.classes>>numListed))
	}
	for c := 0; c < numClasses; c++ {
		if w.classes&(1<<c) != 0 {
			add(tClass, uint64(c))
		}
	}
	if w.row >= 0 {
		for level, clusters := range x.lexicon.clusters {
			add(tCluster+level, uint64(clusters[w.row]))
		}
	}
	if offset < -1 || offset > 1 {
		return dst
	}
	add(tWord, w.hash)
	add(tUsualShape, mix(w.shape, uint64(w.usual)))
	return appendAffixes(dst, w, offset)
}

func appendAffixes(dst []uint64, w *word, offset int) []uint64 {
	s := strings.ToLower(w.text)
	longest := 4
	if offset != 0 {
		longest = 3
	} else {
		dst = append(dst, feature(tBias, 0, 0), feature(tLength, 0, uint64(min(len(s), 8))))
	}
	a, b := 0, len(s)
	for n := 1; n <= longest && a < len(s); n++ {
		_, size := utf8.DecodeRuneInString(s[a:])
		a += size
		_, size = utf8.DecodeLastRuneInString(s[:b])
		b -= size
		if offset == 0 {
			dst = append(dst, feature(tPrefix, offset, mix(Hash(s[:a]), uint64(n))))
		}
		if offset == 0 || n > 1 {
			dst = append(dst, feature(tSuffix, offset, mix(Hash(s[b:]), uint64(n))))
		}
	}
	return dst
}
