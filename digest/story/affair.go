package story

import (
	"slices"
	"strings"

	"newsbot/digest/entity"
)

// affairWords are words for what companies and people go through one like the other, on one day and told in the same
// words, a kind a line: results, fines, and sentences.
const affairWords = `profit earnings ebitda revenue turnover dividend
	fine fined fines appeal annulment
	jailed sentenced convicted acquitted guilty`

// sentences is the kind of affair of which titles seldom name whose it is: "Nine years for carer who stole".
const sentences = 1 << 2

// affairKinds returns the kind of affair by term, a bit each.
var affairKinds = kindsOf(affairWords)

// affair is what titles tell that many go through alike, and who does.
type affair struct {
	kinds uint     // bits
	whose []string // the words that tell most of each name of those that may go through it, in order
	known []string // all words of the articles that are known, in order
}

// affairOf returns that of an item, given the terms of its title.
func affairOf(it *Item, title []string) (a affair) {
	for _, term := range title {
		a.kinds |= affairKinds()[term]
	}
	if a.kinds == 0 {
		return a
	}
	a.known = slices.Clone(title)
	for _, t := range it.Terms {
		a.known = append(a.known, t.Word)
	}
	for _, n := range it.Entities {
		words := nameWords(entity.Untyped(n.ID))
		a.known = append(a.known, words...)
		if a.mayBeOf(n) {
			a.whose = append(a.whose, rarest(words)...)
		}
	}
	a.known, a.whose = inOrderOnce(a.known), inOrderOnce(a.whose)
	return a
}

// mayBeOf reports whether it may be whose name this is that goes through an affair.
func (a *affair) mayBeOf(n Name) bool {
	switch kind, _, _ := strings.Cut(n.ID, "/"); kind {
	case "organization", "product":
		return n.Salience >= inTitle
	case "person":
		return n.Salience >= inTitle || a.kinds&sentences != 0 && n.Salience > asideSalience
	}
	return false
}

// rarest returns the words of a name that are no English words, or else the rarest: "nordea" and "kraft" of Nordea Kraft, "volta" of
// Volta Motors.
func rarest(words []string) (rare []string) {
	least := 1.0
	for _, w := range words {
		switch share := commonness()[w]; {
		case share < least:
			least, rare = share, []string{w}
		case share == least:
			rare = append(rare, w)
		}
	}
	return rare
}

func inOrderOnce(words []string) []string {
	slices.Sort(words)
	return slices.Compact(words)
}

// plus returns what two stories tell that are one.
func (a affair) plus(other affair) affair {
	return affair{a.kinds | other.kinds, union(a.whose, other.whose), union(a.known, other.known)}
}

// differs reports whether two stories tell of like affairs of others: neither names whose affair the other's is.
func (a affair) differs(other affair) bool {
	return a.kinds&other.kinds != 0 && len(a.whose) > 0 && len(other.whose) > 0 && !a.knows(other.whose) && !other.knows(a.whose)
}

// knows reports whether the articles have one of some words.
func (a affair) knows(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		_, found := slices.BinarySearch(a.known, w)
		return found
	})
}
