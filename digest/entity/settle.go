package entity

import (
	"slices"
	"strings"

	"newsbot/digest/entity/tagger"
)

// settle gives one type to a form that the tagger gave several to: in one
// document a name means one thing nearly always (Gale, Church, Yarowsky 1992,
// "one sense per discourse"). The gazetteer and the surnames of persons named
// in full have a voice too.
func settle(names []name) {
	groupsNotPersons(names)
	stormsNotPersons(names)
	shopsNotPersons(names)
	nicknamesOfPersons(names)
	v, firms := votes{}, map[string]bool{}
	for i := range names {
		if n := &names[i]; n.told && n.kind == Organization {
			firms[n.key] = true
		}
	}
	for i := range names {
		n := &names[i]
		if v[n.key] == nil {
			v.add(n.key, n.listed, listedVote)
		}
		v.add(n.key, n.kind, taggerVote)
		if n.kind == Person && n.last-n.first > 1 && !firms[surname(n.key)] && !strings.Contains(n.key, " of ") { // the king of Norland has no surname
			v.add(surname(n.key), Person, surnameVote)
		}
	}
	for i := range names {
		names[i].kind = v.best(names[i].key)
	}
}

// settle gives what is neither person, organization nor place the type under which the aliases
// know it, if it is one alone and the name does not mean many things; events and groups only become
// each other. Where a text has the members of a party they are a group also as those who
// act: "Tories" and "Conservatives won".
func (a *aliases) settle(names []name) {
	groups := map[string]bool{}
	for i := range names {
		if n := &names[i]; n.kind == Group {
			groups[a.canonical(Group, n.key)] = true
		}
	}
	for i := range names {
		n := &names[i]
		if n.kind == Organization && n.classes&(tagger.Party|tagger.Peoples) != 0 {
			if members := a.canonical(Group, n.key); members != "" && groups[members] {
				n.kind = Group
			}
		}
		if n.kind == Person || n.kind == Organization || n.kind == Place || sharedNicknames.Has(n.key) {
			continue
		}
		if short := bareAcronym(n.form); short != "" && len(short) <= manyMeanings {
			continue
		}
		if t := a.onlyType(n.key); t != "" && (n.kind != Event && n.kind != Group || t == Event || t == Group) {
			n.kind = t
		}
	}
}

// The votes for the type of a form: for each time that the tagger gave it, for
// the gazetteer, for each person with this surname.
const (
	taggerVote  = 2
	listedVote  = 1
	surnameVote = 3
)

// votes counts for each key of a name the votes for its types, in their order.
type votes map[string]*[len(order)]int

func (v votes) add(key string, t Type, n int) {
	if v[key] == nil {
		v[key] = new([len(order)]int)
	}
	if at := slices.Index(order[:], t); at >= 0 {
		v[key][at] += n
	}
}

func (v votes) best(key string) Type {
	best := 0
	for at, n := range v[key] {
		if n > v[key][best] {
			best = at
		}
	}
	return order[best]
}

// groupsNotPersons makes groups of the persons that are called like a people or
// a creed ("Muslim", "French") and are nowhere called by a longer name.
func groupsNotPersons(names []name) {
	parts := map[string]bool{}
	for i := range names {
		if n := &names[i]; n.kind == Person && n.last-n.first > 1 {
			for w := range strings.FieldsSeq(n.key) {
				parts[w] = true
			}
		}
	}
	for i := range names {
		n := &names[i]
		if n.kind == Person && n.last-n.first == 1 && n.role == "" && n.classes&peopleClasses != 0 && !parts[n.key] {
			n.kind = Group
		}
	}
}

// stormsNotPersons makes events of the names that a text gives to storms: "Kalmaegi"
// where it tells of Typhoon Kalmaegi.
func stormsNotPersons(names []name) {
	called := map[string]bool{}
	for i := range names {
		if storm := stormName(names[i].key); storm != "" && names[i].kind == Event {
			called[storm] = true
		}
	}
	for i := range names {
		if n := &names[i]; called[n.key] && (n.kind == Person || n.kind == Other || n.kind == Place && n.classes&placeListed == 0) {
			n.kind = Event
		}
	}
}

// nicknamesOfPersons makes one of a person and the nickname that stands in quotation marks within
// the name: "The Chin" where the text tells of Vincent "The Chin" Gigante.
func nicknamesOfPersons(names []name) {
	called := map[string]string{}
	for i := range names {
		if n := &names[i]; n.kind == Person {
			_, behind, _ := strings.Cut(n.form, ` "`)
			if nickname, _, closed := strings.Cut(behind, `" `); closed {
				called[key(nickname)] = n.key
			}
		}
	}
	for i := range names {
		if n := &names[i]; called[n.key] != "" {
			n.kind, n.key = Person, called[n.key]
		}
	}
}

// stormName returns the name of a storm without what kind of storm it is, given its
// key, or "".
func stormName(key string) string {
	kind, name, _ := strings.Cut(key, " ")
	if kind == "" || !storms.Has(strings.ToUpper(kind[:1])+kind[1:]) {
		return ""
	}
	return name
}

// shopsNotPersons makes one of a firm's name with its possessive and without, where no
// person has the name: "Macy" and "Macy's".
func shopsNotPersons(names []name) {
	shops, surnames := map[string]string{}, map[string]bool{}
	for i := range names {
		switch n := &names[i]; {
		case n.kind == Person:
			surnames[surname(n.key)] = true
		case strings.HasSuffix(n.key, "'s"):
			shops[strings.TrimSuffix(n.key, "'s")] = n.key
		}
	}
	for i := range names {
		n := &names[i]
		if shop := shops[n.key]; shop != "" && !surnames[n.key] && (n.kind == Person || n.kind == Organization) {
			n.kind, n.key = Organization, shop
		}
	}
}

// Types returns all types, in an order that stays.
func Types() []Type { return slices.Clone(order[:]) }

// order lists the types in the order in which ties are broken.
var order = [...]Type{Person, Organization, Place, Event, Product, Work, Group, Other}
