package entity

import (
	"strings"

	"newsbot/digest/advisory"
	"newsbot/digest/entity/refine"
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

// gatherings are the last words of names that stand for events, whatever the
// tagger took them for.
var gatherings = text.WordSet(`Summit Cup Olympics Games War Festival Championship Championships Marathon Election Referendum`)

// kindOf refines the kind that the tagger found.
func (r *Recognizer) kindOf(p *pieces, n *name, k tagger.Kind) Type {
	first, last := p.texts[n.first], p.texts[n.last-1]
	if n.last-n.first > 1 && (k != tagger.Person && gatherings.Has(last) && n.classes&(orgListed|tagger.Brand) == 0 || storms.Has(first)) {
		return Event
	}
	if k == tagger.Misc && isConference(first) || last == "Olympic" && k == tagger.Misc || k == tagger.Organization && r.aliases.onlyType(n.key) == Event {
		return Event
	}
	if n.bracketed && p.signsDateline(n) {
		return Organization
	}
	if p.isPlanet(n) || k == tagger.Person && r.isBen(p, n) {
		return Place
	}
	if protocols.Has(n.form) || n.classes == 0 && n.last-n.first == 2 && isRelease(last) {
		return Product
	}
	if k == tagger.Person && r.isBill(p, n) {
		return Work
	}
	if advisory.IsCode(last) || advisory.IsCode(n.form) || k == tagger.Misc && n.last-n.first > 1 && awards.Has(last) {
		return Other
	}
	if k != tagger.Misc {
		return r.settledKind(n, kinds[k])
	}
	switch {
	case n.last-n.first > 1 && landforms.Has(first):
		return Place
	case n.last-n.first > 1 && n.classes == 0 && trades.Has(strings.ToLower(last)) && last != "Gold": // "Lund Hosting", but "Lund Gold" may be an album
		return Organization
	case n.last-n.first > 1 && r.tagger.Classes([]string{last})&tagger.OrgHead != 0:
		return Organization
	case periodicals.Has(p.before(n.Sentence, n.first, 1)) && n.classes&(groupClasses|eventClasses|tagger.Goods) == 0: // "in the journal Southern Astronomy"
		return Organization
	case n.classes&tagger.Band != 0 && n.classes&(eventClasses|tagger.Goods|tagger.Opus) == 0:
		return Organization
	}
	if t := r.sortOf(p, n); t != Group || n.listed != Person || n.classes&groupClasses != 0 {
		return t
	}
	return Person // "the Hegel school"
}

// isBen reports whether what was taken for a person's name is that of a Scottish mountain: "on Ben Macdui", but not "on Ben
// Lind".
func (r *Recognizer) isBen(p *pieces, n *name) bool {
	return n.last-n.first == 2 && p.texts[n.first] == "Ben" && n.classes == 0 && climbs.Has(p.before(n.Sentence, n.first, 1)) &&
		r.tagger.Classes(p.texts[n.first+1:n.last])&(tagger.Surname|tagger.Forename) == 0
}

// climbs stand before the names of mountains.
var climbs = text.WordSet(`ascended climbed climbing down off on reached searched up`)

// isBill reports whether what was taken for a person's name is that of a bill: "the Harbour
// Bill", but not "Ada Bill" or "Buffalo Bill", whom lists know.
func (r *Recognizer) isBill(p *pieces, n *name) bool {
	last := p.texts[n.last-1]
	return n.last-n.first > 1 && (last == "Bill" || last == "Act") &&
		n.classes == 0 && r.tagger.Classes(p.texts[n.first:n.first+1])&tagger.Forename == 0
}

// protocols are abbreviations of standards of computers.
var protocols = text.WordSet(`BGP BIOS BPF SAML SSH SSL TLS UEFI`)

// awards are the last words of names of prizes.
var awards = text.WordSet(`Award Medal Prize`)

// isConference reports whether the first word of a name is what meetings on software are called by: "PyConf 2027".
func isConference(word string) bool {
	return len(word) > len("Conf") && strings.HasSuffix(word, "Conf")
}

// licences are words that licences of software share with who wrote them.
var licences = text.WordSet(`Apache Artistic Boost BSD Eclipse GNU ISC MIT Mozilla X11`)

// isLicence reports whether a name is that of a licence of software: "under the MIT licence".
func (p *pieces) isLicence(n *name) bool {
	if n.last-n.first > 1 || !licences.Has(p.texts[n.first]) {
		return false
	}
	switch p.after(n.Sentence, n.last, 0) {
	case "licence", "license", "licences", "licenses":
		next := p.after(n.Sentence, n.last, 1)
		return next != "fee" && next != "fees"
	case "-licensed":
		return true
	case "-":
		return p.after(n.Sentence, n.last, 1) == "licensed"
	}
	return false
}

// sortOf tells of which type a name is that is neither person, organization nor place.
func (r *Recognizer) sortOf(p *pieces, n *name) Type {
	from := p.first[n.Sentence]
	return sortTypes[r.sorts.Best(&refine.Name{
		Pieces: p.sentences[n.Sentence], First: n.first - from, Last: n.last - from, Class: n.classes, Lists: r.tagger,
	})]
}

// sortTypes are the types of sorts.
var sortTypes = [refine.NumSorts]Type{
	refine.Event: Event, refine.Product: Product, refine.Work: Work, refine.Group: Group, refine.Other: Other,
}

// landforms are the first words of names of mountains, passes, lakes and islands abroad.
var landforms = text.WordSet(`Cerro Col Ilha Isla Lago Mont Monte Passo Piz`)

// periodicals are words before the names of what comes out time and again.
var periodicals = text.WordSet(`journal magazine`)

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
	case k == Organization && n.classes&tagger.Country != 0 && n.classes&(tagger.International|tagger.Company) == 0:
		return Place
	case k == Place && n.listed == Organization && n.classes&(orgListed|tagger.Brand) != 0 && n.classes&tagger.Facility == 0:
		return Organization
	case people && (k == Place && n.classes&placeListed == 0 || k == Organization && n.classes&orgListed == 0):
		return Group
	}
	return k
}
