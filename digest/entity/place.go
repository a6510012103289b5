package entity

import "newsbot/digest/text"

// findPlaces makes places of names of one word that the tagger took for those of companies or things, where the
// document says what they are: "Orange, a town in France", "the Amazon".
func findPlaces(p *pieces, names []name) {
	places := map[string]bool{}
	for i := range names {
		if n := &names[i]; mayBePlace(n) && (p.isTown(n) || n.form == "Amazon" && p.isInNature(n)) {
			places[n.key] = true
		}
	}
	for i := range names {
		if n := &names[i]; places[n.key] && mayBePlace(n) {
			n.kind, n.listed = Place, Place
		}
	}
}

func mayBePlace(n *name) bool {
	return n.last-n.first == 1 && (n.kind == Organization || n.kind.IsThing() || n.kind == Place)
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
