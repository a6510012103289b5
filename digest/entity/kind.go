package entity

import (
	"slices"
	"strings"

	"newsbot/digest/entity/tagger"
	"newsbot/digest/text"
)

// kinds are the types of the kinds that need no refinement.
var kinds = [tagger.NumKinds]Type{
	tagger.Person: Person, tagger.Organization: Organization, tagger.Place: Place,
}

// The classes that make a name a person, an organization, a place.
const (
	personListed = tagger.FullName
	orgListed    = tagger.Company | tagger.Government | tagger.International | tagger.Party | tagger.Media | tagger.Team
	placeListed  = tagger.Country | tagger.City | tagger.Region
)

const (
	peopleClasses = tagger.Nationality | tagger.Peoples
	groupClasses  = peopleClasses | tagger.Language
	eventClasses  = tagger.Event | tagger.Competition
)

// listedType returns the type that the gazetteer gives to a name, if it is one.
func listedType(c tagger.Class) (t Type) {
	for _, known := range [...]struct {
		classes tagger.Class
		t       Type
	}{
		{personListed | tagger.OftenPerson, Person},
		{orgListed | tagger.OftenOrg, Organization},
		{placeListed | tagger.OftenPlace, Place},
	} {
		if c&known.classes != 0 {
			if t != "" {
				return ""
			}
			t = known.t
		}
	}
	return t
}

// heads tell the type of a name that is neither person, organization nor place by
// one of its words.
var heads = []struct {
	kind  Type
	words map[string]bool
}{
	{Event, text.WordSet(`war wars summit cup games olympics championship championships festival conference battle
		revolution election elections referendum day tournament open grand prix awards marathon massacre uprising
		hurricane operation exercise interaction crisis bowl fair expo week forum session congress series tour siege`)},
	{Work, text.WordSet(`act treaty agreement report accord accords protocol constitution convention declaration bill
		resolution charter pact code law amendment bible koran quran album symphony license licence`)},
	{Other, text.WordSet(`prize award medal`)},
	{Product, text.WordSet(`engine suite lts`)},
}

// gatherings are the last words of names that stand for events, whatever the
// tagger took them for.
var gatherings = text.WordSet(`Summit Cup Olympics Games War Festival Championship Championships Marathon Election Referendum`)

// kindOf refines the kind that the tagger found.
func (r *Recognizer) kindOf(p *pieces, n *name, k tagger.Kind) Type {
	first, last := p.texts[n.first], p.texts[n.last-1]
	if n.last-n.first > 1 && (k != tagger.Person && gatherings[last] && n.classes&(orgListed|tagger.Brand) == 0 || storms[first]) {
		return Event
	}
	if last == "Olympic" && k == tagger.Misc {
		return Event
	}
	if n.bracketed && p.signsDateline(n) {
		return Organization
	}
	if k != tagger.Misc {
		return r.settledKind(n, kinds[k])
	}
	switch {
	case n.last-n.first > 1 && r.tagger.Classes([]string{last})&tagger.OrgHead != 0:
		return Organization
	case n.classes&groupClasses != 0:
		return Group
	case n.classes&eventClasses != 0:
		return Event
	case n.classes&tagger.Goods != 0:
		return Product
	case n.classes&(tagger.Law|tagger.Opus) != 0:
		return Work
	case n.classes&tagger.Band != 0:
		return Organization
	case isRelease(last):
		return Product
	}
	return r.kindByWords(p, n)
}

// signsDateline reports whether a name in brackets is the agency of a dateline:
// "COPENHAGEN (Meridian) —".
func (p *pieces) signsDateline(n *name) bool {
	switch p.after(n.Sentence, n.last, 1) {
	case "-", "--", "–", "—":
		place := p.sentences[n.Sentence][0]
		return len(place) > 2 && shouted(place)
	}
	return false
}

// settledKind corrects what the tagger found where lists know better: countries
// and cities are places also when they act, and a nationality is never a place.
func (r *Recognizer) settledKind(n *name, k Type) Type {
	people := n.classes&peopleClasses != 0 && n.last-n.first == 1
	switch {
	case k == Person && n.last-n.first == 1 && n.listed == Place && n.classes&placeListed != 0 && n.classes&(tagger.Forename|tagger.Surname) == 0:
		return Place
	case k == Person:
		return k
	case k == Organization && n.classes&tagger.Country != 0 && n.classes&tagger.International == 0:
		return Place
	case k == Place && n.listed == Organization && n.classes&(orgListed|tagger.Brand) != 0 && n.classes&tagger.Facility == 0:
		return Organization
	case people && (k == Place && n.classes&placeListed == 0 || k == Organization && n.classes&orgListed == 0):
		return Group
	}
	return k
}

// kindByWords tells the type by the words in and around a name: the head word
// of English names is the last, "of" and "on" apart.
func (r *Recognizer) kindByWords(p *pieces, n *name) Type {
	words := p.texts[n.first:n.last]
	head := len(words)
	for i, w := range words {
		if i > 0 && (w == "of" || w == "on" || w == "for") {
			head = i
			break
		}
	}
	for i := head - 1; i >= 0; i-- {
		word := strings.ToLower(words[i])
		for _, h := range heads {
			if h.words[word] {
				return h.kind
			}
		}
	}
	if r.isPeopleLike(words) {
		return Group
	}
	if quoted(p.before(n.Sentence, n.first, 1)) && quoted(p.after(n.Sentence, n.last, 0)) {
		return Work
	}
	return Other
}

// isPeopleLike reports whether one word looks like the name of a people or a creed, or
// two do of which one is listed as such: "Malayan Chinese", but not "Fairey Swordfish".
func (r *Recognizer) isPeopleLike(words []string) bool {
	last := words[len(words)-1]
	if !endsAsPeople(last) || r.tagger.UsualCase(last) == tagger.CaseLower {
		return false
	}
	listed := func(word string) bool { return r.tagger.Classes([]string{word})&groupClasses != 0 }
	return len(words) == 1 || len(words) == 2 && slices.ContainsFunc(words, listed)
}

func quoted(mark string) bool {
	switch mark {
	case `"`, "“", "”", "'", "‘", "’", "``", "''", "«", "»":
		return true
	}
	return false
}

// endsAsPeople reports whether a word has an ending of nationalities and creeds.
func endsAsPeople(w string) bool {
	for _, e := range [...]string{"ian", "ians", "ese", "ish", "ist", "ists", "ite", "ites", "ican", "icans", "crat", "crats"} {
		if len(w) > len(e)+2 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}
