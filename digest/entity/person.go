package entity

import (
	"slices"
	"strings"

	"newsbot/digest/entity/tagger"
)

// shareSurnames gives the first of a couple the surname that stands only once:
// "Bill and Hillary Clinton". Who is called by this one name elsewhere, or whose
// surname it is, keeps it: "Blair and John Major".
func (r *Recognizer) shareSurnames(p *pieces, names []name) {
	couples := r.couples(p, names)
	if len(couples) == 0 {
		return
	}
	alone := calledAlone(names, couples)
	for _, i := range couples {
		if a, b := &names[i], &names[i+1]; !alone[a.key] {
			a.form += " " + p.texts[b.last-1]
			a.key = key(a.form)
		}
	}
}

// couples returns the indexes of the forenames that an "and" joins to a full name.
func (r *Recognizer) couples(p *pieces, names []name) (couples []int) {
	for i := 1; i < len(names); i++ {
		if r.isCouple(p, &names[i-1], &names[i]) {
			couples = append(couples, i-1)
		}
	}
	return couples
}

// isCouple reports whether a may be short for a full name with the surname of b:
// a usual forename without a title, and not a person known by that name alone. A
// known person shares a surname only with another: "Clinton and Barack Obama".
func (r *Recognizer) isCouple(p *pieces, a, b *name) bool {
	const usual = tagger.Forename | tagger.FirstOfPerson
	if a.kind != Person || b.kind != Person || a.last-a.first != 1 || b.last-b.first < 2 ||
		a.last+1 != b.first || p.texts[a.last] != "and" || !r.startsForename(p, b) ||
		a.classes&usual != usual || a.classes&tagger.FullName != 0 || r.titleStart(p, a) < a.first {
		return false
	}
	shared := []string{p.texts[a.first], p.texts[b.last-1]}
	return b.classes&tagger.FullName == 0 || r.tagger.Classes(shared)&tagger.FullName != 0
}

// calledAlone returns the keys of the names that stand for a person without a
// forename: surnames of full names, and single names that are in no couple.
func calledAlone(names []name, couples []int) map[string]bool {
	alone := map[string]bool{}
	for i := range names {
		n := &names[i]
		if n.kind != Person {
			continue
		}
		if n.last-n.first > 1 {
			alone[surname(n.key)] = true
		} else if _, paired := slices.BinarySearch(couples, i); !paired {
			alone[n.key] = true
		}
	}
	return alone
}

// startsForename reports whether a name begins with a forename.
func (r *Recognizer) startsForename(p *pieces, n *name) bool {
	return r.tagger.Classes(p.texts[n.first:n.first+1])&tagger.Forename != 0
}

// fullNames finds the full names of a document's persons by their last and
// first words; the lists hold indexes of names, in order.
type fullNames struct{ byLast, byFirst map[string][]int }

// linkPersons joins the short forms of persons' names, a surname most often,
// with the full name: the last one before it that fits, else the first after.
func (c *clusters) linkPersons() {
	full := fullNames{map[string][]int{}, map[string][]int{}}
	for i := range c.names {
		if parts := nameParts(c.of[i].key); c.names[i].kind == Person && len(parts) > 1 {
			c.linkVariant(full.byLast[parts[len(parts)-1]], i)
			full.add(parts, i)
		}
	}
	for i := range c.names {
		if n := &c.names[i]; n.kind == Person && !strings.Contains(n.form, " ") {
			if j := full.find(n.key, i); j >= 0 {
				c.of[i] = c.of[j]
			}
		}
	}
	c.regroup()
}

// manyNames bounds how many names with one surname are compared.
const manyNames = 50

// linkVariant joins name i with the first of others that is the same person's.
func (c *clusters) linkVariant(others []int, i int) {
	for _, j := range others[:min(len(others), manyNames)] {
		if samePerson(c.of[j].key, c.of[i].key) {
			merge(c.of[j], c.of[i])
			return
		}
	}
}

func (f *fullNames) add(parts []string, i int) {
	first, last := parts[0], parts[len(parts)-1]
	f.byFirst[first] = append(f.byFirst[first], i)
	f.byLast[last] = append(f.byLast[last], i)
}

// find returns the index of the full name that name i is short for, or -1. A
// surname stands last in most names, first in some.
func (f *fullNames) find(short string, i int) int {
	for _, of := range [...][]int{f.byLast[short], f.byFirst[short]} {
		if n, _ := slices.BinarySearch(of, i); n > 0 {
			return of[n-1]
		}
		if len(of) > 0 {
			return of[0]
		}
	}
	return -1
}

// regroup fills the clusters anew after names went from one to another, and
// forgets those that lost all their names.
func (c *clusters) regroup() {
	for _, one := range c.all {
		one.names, one.forms = one.names[:0], one.forms[:0]
	}
	for i := range c.names {
		c.of[i].root().add(i, c.names[i].form)
	}
	c.all = slices.DeleteFunc(c.all, func(one *cluster) bool { return len(one.names) == 0 })
}

// samePerson reports whether two full names can be one person's: the same
// surname, and forenames that agree as far as both go, initials included.
func samePerson(a, b string) bool {
	x, y := nameParts(a), nameParts(b)
	if len(x) < 2 || len(y) < 2 || x[len(x)-1] != y[len(y)-1] {
		return false
	}
	return x[0] == y[0] || initialOf(x[0], y[0]) || initialOf(y[0], x[0])
}

func initialOf(short, long string) bool { return len(short) == 1 && strings.HasPrefix(long, short) }

// surname returns the last word of a folded full name.
func surname(folded string) string {
	if parts := nameParts(folded); len(parts) > 1 {
		return parts[len(parts)-1]
	}
	return ""
}

// nameParts returns the words of a folded name without what follows a surname.
func nameParts(folded string) []string {
	parts := strings.Fields(strings.ReplaceAll(folded, ",", " "))
	for len(parts) > 2 {
		switch parts[len(parts)-1] {
		case "jr", "sr", "ii", "iii", "iv":
			parts = parts[:len(parts)-1]
			continue
		}
		break
	}
	return parts
}
