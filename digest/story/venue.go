package story

import (
	"slices"
	"strconv"
	"strings"
)

// venue is where what titles tell has happened, and what articles have in common that tell of one event at two places.
type venue struct {
	where  wordSet  // the words that tell most of each place in the titles
	cities wordSet  // codes of those places that are known cities
	whole  bool     // one of them is a whole country or state
	others bool     // one of them is no county
	lands  []string // codes of the lands that the articles name, in order
	words  wordSet  // of the titles, but for those of names
	names  wordSet  // but those of organizations that no title holds: an agency or a chain is in many towns
	counts wordSet  // the numbers of the articles, of 10 and more and no years
	told   bool     // more than titles is known
	full   bool     // a text is long enough to tell in which town or region it happened
}

// fullVenue is how many terms articles have that tell in which town or region it happened.
const fullVenue = 18

// venueOf returns that of an item, given the terms of its title and the words of its names.
func venueOf(it *Item, title []string, words [][]string) (v venue) {
	var where, names, cities []string
	for i, n := range it.Entities {
		kind, slug, _ := strings.Cut(n.ID, "/")
		if kind != "organization" || n.Salience >= inTitle {
			names = append(names, n.ID)
		}
		if kind != "place" {
			continue
		}
		land, city, known := landAt(slug)
		if land != "" {
			v.lands = append(v.lands, land)
		}
		if telling := rarest(words[i]); n.Salience >= inTitle && slices.ContainsFunc(telling, func(w string) bool { return slices.Contains(title, w) }) {
			where = append(where, telling...)
			v.others = v.others || !strings.HasSuffix(slug, "-county")
			v.whole = v.whole || known && city == ""
			if city != "" {
				cities = append(cities, city)
			}
		}
	}
	bare := slices.DeleteFunc(slices.Clone(title), func(w string) bool {
		return slices.ContainsFunc(words, func(name []string) bool { return slices.Contains(name, w) })
	})
	v.where, v.cities, v.words, v.names = wordSetOf(where), wordSetOf(cities), wordSetOf(bare), wordSetOf(names)
	v.counts, v.lands = countsOf(it, title), distinct(v.lands)
	v.told, v.full = !it.isTitle(), len(it.Terms) >= fullVenue
	return v
}

// plus returns what two stories tell that are one.
func (v *venue) plus(other *venue) venue {
	return venue{
		where: v.where.plus(other.where), cities: v.cities.plus(other.cities), whole: v.whole || other.whole, others: v.others || other.others,
		lands: union(v.lands, other.lands), words: v.words.plus(other.words), names: v.names.plus(other.names), counts: v.counts.plus(other.counts),
		told: v.told || other.told, full: v.full || other.full,
	}
}

// differs reports whether two stories tell in like words of what happened at two places: neither names a place that the other's titles
// name, nor have they another name in common. Where the places are not known to be in different lands, one may be in the other, which
// texts that are long enough would tell, if they have not a number in common besides. Of two counties neither is.
func (v *venue) differs(other *venue, known, otherKnown wordSet) bool {
	if !v.told || !other.told || len(v.where) == 0 || len(other.where) == 0 || known.meet(other.where) || otherKnown.meet(v.where) ||
		!v.words.meet(other.words) {
		return false
	}
	if !v.others && !other.others {
		return true
	}
	if v.names.meet(other.names) {
		return false
	}
	apart := v.full && other.full && !v.whole && !other.whole && !v.counts.meet(other.counts) && !v.cities.meet(other.cities)
	return apart || abroad(v.lands, other.lands)
}

// countsOf returns the numbers of an item, given the terms of its title: how many died, how old somebody was, what was paid. A small number is
// in many articles, and so is a year.
func countsOf(it *Item, title []string) wordSet {
	var counts []string
	add := func(word string) {
		if n, err := strconv.Atoi(word); err == nil && n >= 10 && (n < 1900 || n >= 2100) {
			counts = append(counts, word)
		}
	}
	for _, word := range title {
		add(word)
	}
	for _, t := range it.Terms {
		add(t.Word)
	}
	return wordSetOf(counts)
}
