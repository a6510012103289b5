package story

import (
	"regexp"
	"slices"
	"strings"

	"newsbot/digest/text"
)

// contest is where an election ended that is held in many towns or regions on one day, each of which has a result of its own.
type contest struct {
	seats wordSet // the words that tell most of each place that titles say was won, held or lost
	known wordSet // all words of the articles with such titles
}

// outcomes match how an election ended in a place: "take Harwick", "Harwick goes to". The place is of words with capitals.
var outcomes = regexp.MustCompile(`\b(?i:wins?|won|takes?|took|holds?|held|keeps?|kept|retains?|flips?|gains?|loses?|lost|captures?|sweeps?|elected mayor of|elected governor of) ` +
	`(\p{Lu}\S*(?: \p{Lu}\S*){0,2})|(?:^|: )(\p{Lu}\S*(?: \p{Lu}\S*){0,2}) (?i:elects|re-elects|goes to|stays with|swings to)\b`)

// ballots are terms of which the news of an election has some.
var ballots = text.WordSet("elect re-elect by-elect ballot turnout voter")

// contestOf returns that of an item, given its title as it is told, the words of its names and all that are known; nil for none.
func contestOf(it *Item, title string, names [][]string, known wordSet) *contest {
	if !slices.ContainsFunc(it.Terms, func(t text.Term) bool { return ballots.Has(t.Word) }) {
		return nil
	}
	m := outcomes.FindStringSubmatch(title)
	if m == nil {
		return nil
	}
	place := text.Query(m[1] + m[2])
	var seats []string
	for i, n := range it.Entities {
		if telling := rarest(names[i]); n.Salience >= inTitle && !strings.HasPrefix(n.ID, "organization/") && len(telling) > 0 && containsAll(place, telling) {
			seats = append(seats, telling...)
		}
	}
	if len(seats) == 0 {
		return nil
	}
	return &contest{wordSetOf(seats), known}
}

// plus returns the contests of two stories that are one.
func (c *contest) plus(other *contest) *contest {
	switch {
	case c == nil:
		return other
	case other == nil:
		return c
	}
	return &contest{c.seats.plus(other.seats), c.known.plus(other.known)}
}

// differs reports whether two stories tell of the results of two places, of which neither names the other's. What is known of a
// round-up does not count, which names both.
func (c *contest) differs(other *contest) bool {
	return c != nil && other != nil && !c.known.meet(other.seats) && !other.known.meet(c.seats)
}
