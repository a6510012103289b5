package digest

import (
	"maps"
	"slices"
	"strings"

	"newsbot/digest/entity"
)

// Articles call a person whom everybody knows by the surname alone, which is then
// the name of an entity of its own. Of many articles it is the person's with that
// surname, if they name one, or one far more often than others.

// bearerLead is how many times as often as all others with a surname a person must
// be named to be the one who is called by it.
const bearerLead = 3

// Bearer returns the person of named whom articles mean that name an entity, by its
// name a surname alone; ok is false where that may be several or nobody, or a company that is
// called by it and named as often.
func Bearer(surname EntityCount, named []EntityCount) (bearer EntityCount, ok bool) {
	others, firms := 0, 0
	for _, e := range named {
		switch {
		case isFirmOf(e, surname.ID):
			firms += e.Count
		case !isCalled(e, surname.ID):
		case bearer.ID == "" || SameEntity(e.ID, bearer.ID):
			e.Count += bearer.Count
			bearer = e
		case e.Count > bearer.Count:
			others += bearer.Count
			bearer = e
		default:
			others += e.Count
		}
	}
	return bearer, bearer.Count > firms && bearer.Count >= bearerLead*others && 2*bearer.Count >= surname.Count
}

// isCalled reports whether an entity is a person whose name ends in the one that an
// ID is made of.
func isCalled(e EntityCount, surnameID string) bool {
	return e.Type == entity.Person && strings.HasPrefix(surnameID, personPrefix) &&
		strings.HasSuffix(e.ID, "-"+surnameID[len(personPrefix):])
}

// isFirmOf reports whether an entity is a company whose name begins with the surname that an ID is made of.
func isFirmOf(e EntityCount, surnameID string) bool {
	return e.Type == entity.Organization && personPrefix+entity.CompanyWord(e.Name) == surnameID
}

const personPrefix = string(entity.Person) + "/"

// Surname returns the last word of a person's name, given its ID, or "" where that
// is one word or no person's.
func Surname(id string) string {
	if i := strings.LastIndexByte(id, '-'); i >= 0 && strings.HasPrefix(id, personPrefix) {
		return id[i+1:]
	}
	return ""
}

// Bearers returns which of counted entities are called by a surname alone that is one
// of them too, by the ID of the surname.
func Bearers(counted []EntityCount) map[string]EntityCount {
	surnames := map[string]EntityCount{}
	for _, e := range counted {
		if e.Type == entity.Person && !strings.Contains(e.ID, "-") {
			surnames[e.ID] = e
		}
	}
	named := map[string][]EntityCount{}
	for _, e := range counted {
		word := Surname(e.ID)
		if e.Type == entity.Organization {
			word = entity.CompanyWord(e.Name)
		}
		if id := personPrefix + word; surnames[id].ID != "" {
			named[id] = append(named[id], e)
		}
	}
	called := map[string]EntityCount{}
	for id, persons := range named {
		if one, ok := Bearer(surnames[id], persons); ok {
			called[id] = one
		}
	}
	return called
}

// bearers holds by the ID of a word alone who is called by it: a person by the surname, a
// company by the first word of its name, an organization by its initials.
type bearers map[string]*bearer

type bearer struct {
	Name
	beside map[string]bool // what articles name together with them, and their stories
}

// bearersOf finds those of counted entities who are called by a word of their name in some
// of the articles.
func bearersOf(counted []tally, articles []Brief) bearers {
	counts := make([]EntityCount, len(counted))
	for i, t := range counted {
		counts[i] = t.EntityCount
	}
	all, byKey := bearers{}, map[string]*bearer{}
	for _, called := range [...]map[string]EntityCount{Bearers(counts), companies(counts), Abbreviated(counts)} {
		for _, id := range slices.Sorted(maps.Keys(called)) {
			one := called[id]
			k := key(one.ID)
			if byKey[k] == nil {
				byKey[k] = &bearer{Name{ID: one.ID, Name: one.Name, Type: one.Type}, map[string]bool{}}
			}
			all[id] = byKey[k]
		}
	}
	for _, a := range articles {
		for _, n := range a.Entities {
			if b := byKey[key(n.ID)]; b != nil {
				b.meet(a)
			}
		}
	}
	return all
}

// meet notes what an article names beside who is called by a word alone.
func (b *bearer) meet(a Brief) {
	if a.Story != "" {
		b.beside[a.Story] = true
	}
	for _, n := range a.Entities {
		if n.Type != entity.Group {
			b.beside[key(n.ID)] = true
		}
	}
}

// of returns whom an article means by a name, the one that it is if nobody else.
// An article that shares nothing with those that name the bearer means another, and so
// does one that knows the word for an organization's, if it is not of the same story:
// "Sony" is not Sony Pictures elsewhere. Initials are nobody else's.
func (all bearers) of(n Name, a Brief) Name {
	b := all[n.ID]
	if b == nil || !slices.Contains(initialsOf(b.ID), CalledIn(n.ID)) && (!b.isIn(a) || n.Type == entity.Organization && !b.beside[a.Story]) {
		return n
	}
	n.ID, n.Name, n.Type = b.ID, b.Name.Name, b.Type
	return n
}

// isIn reports whether an article is of a story in which the bearer is named in
// full, or names what they are named with: two places, or anything else.
func (b *bearer) isIn(a Brief) bool {
	if b.beside[a.Story] {
		return true
	}
	shared := 0
	for _, n := range a.Entities {
		if !b.beside[key(n.ID)] {
			continue
		}
		if shared++; shared > 1 || n.Type != entity.Place {
			return true
		}
	}
	return false
}
