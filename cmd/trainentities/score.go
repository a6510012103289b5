package main

import (
	"fmt"
	"io"

	"newsbot/digest/entity/tagger"
)

// tally counts names found, in the gold standard, and in both.
type tally struct{ found, gold, both int }

func (t tally) f1() float64 {
	if t.found+t.gold == 0 {
		return 0
	}
	return 2 * float64(t.both) / float64(t.found+t.gold)
}

func (t tally) String() string {
	return fmt.Sprintf("P %.3f R %.3f F1 %.3f", float64(t.both)/float64(max(1, t.found)), float64(t.both)/float64(max(1, t.gold)), t.f1())
}

// evaluate tags a corpus and compares exact spans of persons, organizations
// and places.
func evaluate(t *tagger.Tagger, docs [][]labelled) (all tally, byKind [tagger.NumKinds]tally) {
	for _, doc := range docs {
		found := make([][]tagger.Name, len(doc))
		t.Tag(texts(doc), func(i int, names []tagger.Name) { found[i] = names })
		for i, s := range doc {
			count(&byKind, found[i], s.names)
		}
	}
	for k, n := range byKind {
		if tagger.Kind(k) != tagger.Misc {
			all.found, all.gold, all.both = all.found+n.found, all.gold+n.gold, all.both+n.both
		}
	}
	return all, byKind
}

func count(byKind *[tagger.NumKinds]tally, found, gold []tagger.Name) {
	in := map[tagger.Name]bool{}
	for _, n := range gold {
		in[n] = true
		byKind[n.Kind].gold++
	}
	for _, n := range found {
		byKind[n.Kind].found++
		if in[n] {
			byKind[n.Kind].both++
		}
	}
}

// report prints the scores of each corpus and their mean.
func report(w io.Writer, t *tagger.Tagger, parts map[string][][]labelled) {
	sum, n := 0.0, 0
	for _, c := range corpora {
		if len(parts[c.name]) == 0 {
			continue
		}
		all, kinds := evaluate(t, parts[c.name])
		fmt.Fprintf(w, "%-18s %s   PER %.3f ORG %.3f LOC %.3f MISC %.3f\n", c.name, all,
			kinds[tagger.Person].f1(), kinds[tagger.Organization].f1(), kinds[tagger.Place].f1(), kinds[tagger.Misc].f1())
		sum, n = sum+all.f1(), n+1
	}
	fmt.Fprintf(w, "%-18s %.4f\n", "mean", sum/float64(n))
}
