package entity

import (
	"slices"
	"strings"

	"newsbot/digest/entity/tagger"
	"newsbot/digest/text"
)

// findTold gives the type that the document tells to names that the tagger took for those of companies, things or
// places: "Wexley 3-1 Dorling", "Orange, a town in France", "the Amazon", "the A174 is closed", "the Golden Heron of the festival", "Lund will
// remain chief executive".
func findTold(p *pieces, names []name) {
	told := map[string]Type{}
	for i := range names {
		if n := &names[i]; mayBeTold(n) {
			if t := p.toldType(n); t != "" {
				told[n.key] = t
			}
		}
	}
	for i := range names {
		if n := &names[i]; told[n.key] != "" && mayBeTold(n) {
			n.kind, n.listed = told[n.key], told[n.key]
		}
	}
}

func mayBeTold(n *name) bool { return n.kind == Organization || n.kind == Place || n.kind.IsThing() }

// toldType returns the type of a name that the words around it tell, or "".
func (p *pieces) toldType(n *name) Type {
	switch one := n.last-n.first == 1; {
	case one && (p.isTown(n) || n.form == "Amazon" && p.isInNature(n) || p.isRoad(n)):
		return Place
	case one && n.classes&(orgListed|placeListed) == 0 && p.holdsOffice(n):
		return Person
	case n.kind == Place && n.classes&(tagger.Country|tagger.Region) == 0 && p.hasScore(n):
		return Organization
	case p.isStatuette(n):
		return Other
	}
	return ""
}

// isTown reports whether the words around a name say that it is a town's: "Orange, a town", "the town of Orange".
func (p *pieces) isTown(n *name) bool {
	return p.isSaidToBe(n, towns) || p.before(n.Sentence, n.first, 1) == "of" && towns.Has(p.before(n.Sentence, n.first, 2))
}

var towns = text.WordSet(`borough commune hamlet municipality suburb town village`)

// isInNature reports whether the words around a name that a company and a river have say that it is the river's or its
// land's.
func (p *pieces) isInNature(n *name) bool {
	return p.hasArticle(n) || wilds.Has(p.after(n.Sentence, n.last, 0))
}

var wilds = text.WordSet(`basin deforestation forest jungle rainforest river tribe tribes`)

// isRoad reports whether a name is a letter with a number, in a sentence on traffic: "the A174 is closed".
func (p *pieces) isRoad(n *name) bool {
	letter, number := n.form[:1], n.form[1:]
	return strings.Contains("ABM", letter) && number != "" && strings.Trim(number, "0123456789") == "" && n.classes&tagger.Goods == 0 &&
		slices.ContainsFunc(p.sentences[n.Sentence], ofRoads.Has)
}

var ofRoads = text.WordSet(`carriageway closed collided collision drivers junction lane lanes lorries lorry motorway road traffic van`)

// holdsOffice reports whether the verb behind a name and an office say that it is a person's: "Lund will remain chief
// executive", "Lund became chairman".
func (p *pieces) holdsOffice(n *name) bool {
	at := 0
	if auxiliaries.Has(p.after(n.Sentence, n.last, 0)) {
		at = 1
	}
	office := p.after(n.Sentence, n.last, at+1)
	return becoming.Has(p.after(n.Sentence, n.last, at)) && (offices.Has(office) || office == "chief" && p.after(n.Sentence, n.last, at+2) == "executive")
}

var (
	becoming = text.WordSet(`became become becomes remain remained remains`)
	offices  = text.WordSet(`CEO CFO captain chair chairman chairwoman president`)
)

// hasScore reports whether the result of a match stands beside a name: "Wexley 3-1 Dorling", "beat Wexley 2-0", "Wexley
// lost 1-0". A ground has it too: "at Wexley 2-0".
func (p *pieces) hasScore(n *name) bool {
	if beforePlaces.Has(p.before(n.Sentence, n.first, 1)) {
		return false
	}
	if played.Has(p.after(n.Sentence, n.last, 0)) && p.isScore(n.Sentence, n.last+1) {
		return true
	}
	return p.isScore(n.Sentence, n.last) && isCapitalised(p.after(n.Sentence, n.last, 3)) || p.isScore(n.Sentence, n.first-3) && isCapitalised(p.before(n.Sentence, n.first, 4))
}

var played = text.WordSet(`drew lost win won`)

// isScore reports whether the three pieces from i on are the goals of two sides.
func (p *pieces) isScore(sentence, i int) bool {
	const most = 2 // digits of points
	if i < p.first[sentence] || i+2 >= p.first[sentence+1] {
		return false
	}
	ours, theirs := p.texts[i], p.texts[i+2]
	return (p.texts[i+1] == "-" || p.texts[i+1] == "–") && p.touches(i+1) && p.touches(i+2) &&
		len(ours) <= most && len(theirs) <= most && strings.Trim(ours+theirs, "0123456789") == ""
}

// isStatuette reports whether a name is that of a prize of gold or silver: "the Golden Heron of the festival".
func (p *pieces) isStatuette(n *name) bool {
	return n.classes == 0 && n.last-n.first == 2 && n.kind.IsThing() && (p.texts[n.first] == "Golden" || p.texts[n.first] == "Silver") &&
		slices.ContainsFunc(p.sentences[n.Sentence], ofPrizes.Has)
}

var ofPrizes = text.WordSet(`award awarded awards festival jury prize prizes won`)
