package story

import (
	"slices"
	"strings"

	"newsbot/digest/text"
)

// affairWords are words for what companies and people go through one like the other, on one day and told in the same
// words, a kind a line: results, insiders' trades, fines, verdicts and sentences.
const affairWords = `profit earnings ebitda revenue turnover dividend
	notification
	fine fined fines annulment
	convicted acquitted guilty
	jailed sentenced`

// Of verdicts and sentences titles seldom name whose they are, and some do not tell sentences as such: "Nine years for carer who stole".
const (
	sentences = 1 << 4
	verdicts  = 1<<3 | sentences
)

// authorities are words of the names of those who fine and judge.
var authorities = text.WordSet(`agency authority commission council court department european government ministry office parliament police regulator
	supreme treasury union`)

// affairKinds returns the kind of affair by term, a bit each.
var affairKinds = kindsOf(affairWords)

// affair is what titles tell that many go through alike, and who does.
type affair struct {
	kinds  uint    // bits
	inText uint    // likewise, of what texts tell
	whose  wordSet // the words that tell most of each name of those that may go through it
	rare   wordSet // the rarer words of the titles
}

// seldom is the share of articles that hold a rarer word, at most.
const seldom = .01

// affairOf returns that of an item, given the terms of its title and the words of its names.
func affairOf(it *Item, title []string, words [][]string) (a affair) {
	var whose, rare []string
	for _, term := range title {
		kind := affairKinds()[term]
		if a.kinds |= kind; kind == 0 && commonness()[term] < seldom {
			rare = append(rare, term)
		}
	}
	for _, t := range it.Terms {
		a.inText |= affairKinds()[t.Word] & sentences
	}
	if a.kinds|a.inText == 0 {
		return a
	}
	person := mainPerson(it)
	for i, n := range it.Entities {
		telling := rarest(words[i])
		named := slices.ContainsFunc(telling, func(w string) bool { return slices.Contains(title, w) })
		if named && mayGoThrough(n.ID) || (a.kinds|a.inText)&verdicts != 0 && n.ID == person {
			whose = append(whose, telling...)
		}
	}
	a.whose, a.rare = wordSetOf(whose), wordSetOf(rare)
	return a
}

// legalForms end the names of companies.
var legalForms = text.WordSet(`ab ag as asa bv co corp gmbh group holding inc limited llc ltd nv oy oyj plc sa se spa`)

// mayGoThrough reports whether it may be one of this name that goes through an affair, given the ID.
func mayGoThrough(id string) bool {
	kind, slug, _ := strings.Cut(id, "/")
	return kind == "person" || (kind == "organization" || kind == "product") && !slices.ContainsFunc(strings.Split(slug, "-"), authorities.Has)
}

// mainPerson returns the ID of the person that an item is most about, "" for none.
func mainPerson(it *Item) (id string) {
	most := asideSalience
	for _, n := range it.Entities {
		if n.Salience > most && strings.HasPrefix(n.ID, "person/") {
			id, most = n.ID, n.Salience
		}
	}
	return id
}

// rarest returns the words of a name that are no English words, or else the rarest: "nordea" and "kraft" of Nordea Kraft, "volta" of
// Volta Motors.
func rarest(words []string) (rare []string) {
	least := 1.0
	for _, w := range words {
		if legalForms.Has(w) {
			continue
		}
		switch share := commonness()[w]; {
		case share < least:
			least, rare = share, []string{w}
		case share == least:
			rare = append(rare, w)
		}
	}
	return rare
}

// plus returns what two stories tell that are one.
func (a affair) plus(other affair) affair {
	return affair{a.kinds | other.kinds, a.inText | other.inText, a.whose.plus(other.whose), a.rare.plus(other.rare)}
}

// differs reports whether two stories tell of like affairs of others: neither names whose affair the other's is, given the words that
// are known of each. What two texts tell and no title, as that somebody was once jailed, is not what the stories are of. Several may
// be sentenced in one trial, of which titles have a rarer word in common.
func (a *affair) differs(other *affair, known, otherKnown wordSet) bool {
	alike := a.kinds&(other.kinds|other.inText) | a.inText&other.kinds
	if alike == 0 || alike&^verdicts == 0 && a.rare.meet(other.rare) {
		return false
	}
	return len(a.whose) > 0 && len(other.whose) > 0 && !known.meet(other.whose) && !otherKnown.meet(a.whose)
}
