package main

import (
	"fmt"
	"slices"
	"strings"

	"newsbot/digest/entity/tagger"
)

// markedName is a name in a text, between two offsets in bytes.
type markedName struct {
	start, end int
	kind       tagger.Kind
}

// withNames returns the sentences of a text, given as their pieces, with the names
// that are marked in it. Offsets outlive changes in how a text falls into
// sentences: a name that a sentence's end cuts becomes two.
func withNames(text string, sentences [][]string, names []markedName) ([]labelled, error) {
	doc := make([]labelled, len(sentences))
	at := 0
	for i, pieces := range sentences {
		s := &doc[i]
		s.pieces, s.free, s.share = pieces, make([]bool, len(pieces)), 1
		last := -1 // the name that the last piece is of
		for p, piece := range pieces {
			skip := strings.Index(text[at:], piece)
			if skip < 0 {
				return nil, fmt.Errorf("%q does not follow in %q", piece, text)
			}
			start := at + skip
			at = start + len(piece)
			n := slices.IndexFunc(names, func(n markedName) bool { return n.start < at && start < n.end })
			if n >= 0 && n != last {
				s.names = append(s.names, tagger.Name{First: p, Kind: names[n].kind})
			}
			if n >= 0 {
				s.names[len(s.names)-1].Last = p + 1
			}
			last = n
		}
	}
	return doc, nil
}
