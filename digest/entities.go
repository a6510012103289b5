package digest

import (
	"cmp"
	"slices"
	"strings"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// CountEntities returns the entities that articles name, each with the number
// of articles: the most often named first, then the most salient. A name of
// several words is one entity, of the type that most articles give it, one of a single
// word of the type that far more articles give it than others, or that an article knows where
// others guess. A surname alone is the
// person's who is called by it, the first word of a company's name the company's, and initials alone are
// the organization's whose they are.
func CountEntities(articles []Brief) []EntityCount {
	if len(articles) == 1 {
		return countOnce(articles[0])
	}
	tallies := countAll(articles, nil)
	if called := bearersOf(tallies, articles); len(called) > 0 {
		tallies = countAll(articles, called)
	}
	tallies = outvoted(tallies)
	slices.SortFunc(tallies, func(a, b tally) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(b.salience, a.salience), cmp.Compare(a.ID, b.ID))
	})
	out := make([]EntityCount, len(tallies))
	for i, t := range tallies {
		out[i] = t.EntityCount
	}
	return out
}

// CalledIn returns the name that the ID of an entity holds, folded: "harbour union" for
// "organization/harbour-union".
func CalledIn(id string) string {
	_, slug, _ := strings.Cut(id, "/")
	return strings.ReplaceAll(slug, "-", " ")
}

// countAll counts the entities that articles name; called says who is called by a
// word alone.
func countAll(articles []Brief, called bearers) []tally {
	index := make(map[string]int, 8*len(articles))
	tallies := make([]tally, 0, 8*len(articles))
	for number, a := range articles {
		for _, n := range a.Entities {
			n = called.of(n, a)
			k := key(n.ID)
			i, ok := index[k]
			if !ok {
				i = len(tallies)
				index[k] = i
				tallies = append(tallies, tally{last: -1})
			}
			if tallies[i].last != number {
				tallies[i].last = number
				tallies[i].add(n)
			}
		}
	}
	return tallies
}

// toldWeight is how many articles that guess a type count as much as one that knows it.
const toldWeight = 3

// weight tells how much speaks for the type of a name of one word. Names that no list knows are taken for those of
// places and persons more often than they are.
func (t *tally) weight() int {
	n := t.Count + (toldWeight-1)*t.told
	switch {
	case t.Type == entity.Organization || t.Type.IsThing():
		return 6 * n
	case t.Type == entity.Place:
		return 4 * n
	}
	return 3 * n
}

// typeLead is how many times as often as by another type a name of one word must be
// counted to be of its type in all articles.
const typeLead = 3

// outvoted counts a name of one word to the one of another type for which more speaks, if all articles only guess
// its own, or that is far more often
// named: a company that nobody knows is a place or a person in some articles. What a person with a full name is
// called by is no guess. An
// organization need only be named as often as a person of whom no longer name is told, and so need
// an organization and a thing: a company and what it makes are one.
func outvoted(tallies []tally) []tally {
	word := func(t tally) string { return t.ID[strings.IndexByte(t.ID, '/')+1:] }
	slices.SortStableFunc(tallies, func(a, b tally) int {
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), cmp.Compare(rank(a.Type), rank(b.Type)))
	})
	parts := partsOfPersons(tallies)
	lead := func(kept, t tally) int {
		if t.told == 0 && !parts[word(t)] {
			return 0
		}
		unknown := t.Type == entity.Person && !parts[word(t)]
		if kept.Type == entity.Organization && (t.Type.IsThing() || unknown) || kept.Type.IsThing() && t.Type == entity.Organization {
			return 1
		}
		return typeLead
	}
	most := make(map[string]int, len(tallies)) // by word, where in kept the type is that most articles give it
	kept := tallies[:0]
	for _, t := range tallies {
		at, known := most[word(t)]
		switch {
		case !known:
			most[word(t)] = len(kept)
			kept = append(kept, t)
		case kept[at].ids[0].count < lead(kept[at], t)*t.Count:
			kept = append(kept, t)
		default:
			kept[at].Count += t.Count
			kept[at].told += t.told
			kept[at].salience += t.salience
			kept[at].ids = append(kept[at].ids, t.ids...)
		}
	}
	return kept
}

// rank orders types that are given as often: organizations first.
func rank(t entity.Type) int {
	if t == entity.Organization {
		return 0
	}
	return 1
}

// partsOfPersons returns the words of persons' names that have several.
func partsOfPersons(tallies []tally) map[string]bool {
	parts := map[string]bool{}
	for _, t := range tallies {
		if name, isPerson := strings.CutPrefix(t.ID, personPrefix); isPerson && strings.Contains(name, "-") {
			for word := range strings.SplitSeq(name, "-") {
				parts[word] = true
			}
		}
	}
	return parts
}

// countOnce returns the entities of one article, the most salient first.
func countOnce(a Brief) []EntityCount {
	names := slices.Clone(a.Entities)
	slices.SortStableFunc(names, func(a, b Name) int {
		return cmp.Or(cmp.Compare(b.Salience, a.Salience), cmp.Compare(a.ID, b.ID))
	})
	out := make([]EntityCount, len(names))
	for i, n := range names {
		out[i] = EntityCount{ID: n.ID, Name: n.Name, Type: n.Type, Count: 1}
	}
	return out
}

// SameEntity reports whether two IDs are most likely of one entity, though
// articles give it different types, or of a company and what it makes by one word.
func SameEntity(a, b string) bool { return unmade(key(a)) == unmade(key(b)) }

// Sameness returns what reports whether two IDs are of one entity among those that are counted: as SameEntity does, and
// as CountEntities counts a name of one word to another type of it, and initials to whom they mean. Who only guesses a type, counts do not tell, so none
// is taken for a guess.
func Sameness(counted []EntityCount) func(a, b string) bool {
	called, abbreviated := Bearers(counted), Abbreviated(counted)
	var tallies []tally
	for _, e := range counted {
		_, isShort := abbreviated[e.ID]
		if _, ok := called[e.ID]; !ok && !isShort {
			tallies = append(tallies, tally{EntityCount: e, told: e.Count, ids: []idCount{{e.ID, e.Type, e.Count}}})
		}
	}
	counts := map[string]string{} // by ID, the one that it counts to
	for _, t := range outvoted(tallies) {
		for _, one := range t.ids[1:] {
			counts[one.id] = t.ID
		}
	}
	for id, full := range abbreviated {
		counts[id] = cmp.Or(counts[full.ID], full.ID)
	}
	return func(a, b string) bool { return SameEntity(cmp.Or(counts[a], a), cmp.Or(counts[b], b)) }
}

// unmade returns a key without what tells an organization of one word from a thing.
func unmade(key string) string {
	if word, ok := strings.CutPrefix(key, string(entity.Organization)+"/"); ok {
		return "/" + word
	}
	return key
}

// key tells entities apart. One word may be a place here and a person there
// ("Washington"), but an event, a product and a work are one; of several words that is
// most likely a mistake, and the ID counts without its type.
func key(id string) string {
	_, slug, ok := strings.Cut(id, "/")
	if !ok || !strings.Contains(slug, "-") {
		return entity.Untyped(id)
	}
	slug = uncrowned(slug)
	for w := range strings.SplitSeq(slug, "-") {
		if entity.Spelling(w) != w {
			return respelt(slug)
		}
	}
	return slug
}

// uncrowned returns the slug of a monarch or a pope who has a number without the title: "osric-iii" for "king-osric-iii".
func uncrowned(slug string) string {
	title, name, _ := strings.Cut(slug, "-")
	if _, number, more := strings.Cut(name, "-"); more && crowns.Has(title) && strings.Trim(number, "ivx") == "" {
		return name
	}
	return slug
}

var crowns = text.WordSet("emperor empress king pope prince princess queen sultan tsar")

// respelt returns the words of a slug as they are spelt whoever brought them into
// Latin letters.
func respelt(slug string) string {
	words := strings.Split(slug, "-")
	for i, w := range words {
		words[i] = entity.Spelling(w)
	}
	return strings.Join(words, "-")
}

// tally counts an entity.
type tally struct {
	EntityCount           // ID and Type are those of most articles
	told        int       // number of articles that know its type
	salience    float64   // summed
	ids         []idCount // under which articles name it, ID's first; most have one
	last        int       // number of the last article that names it, which counts once
}

type idCount struct {
	id    string
	kind  entity.Type
	count int
}

func (t *tally) add(n Name) {
	t.Count++
	if !n.Guess {
		t.told++
	}
	t.salience += n.Salience
	if n.Name != t.Name && (t.Name == "" || better(n.Name, t.Name)) {
		t.Name = n.Name
	}
	i := 0
	for i < len(t.ids) && t.ids[i].id != n.ID {
		i++
	}
	if i == len(t.ids) {
		t.ids = append(t.ids, idCount{id: n.ID, kind: n.Type})
	}
	t.ids[i].count++
	if a, b := t.ids[i], t.ids[0]; a.count > b.count || a.count == b.count && a.id < b.id {
		t.ids[0], t.ids[i] = a, b
	}
	t.ID, t.Type = t.ids[0].id, t.ids[0].kind
}

// better reports whether a is the more informative of two names of one entity, or
// the one with fewer words in capitals.
func better(a, b string) bool {
	return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(shouted(a), shouted(b)), cmp.Compare(a, b)) < 0
}

// shouted returns how many words of a name are all capitals.
func shouted(name string) (n int) {
	for word := range strings.FieldsSeq(name) {
		if len(word) > 1 && word == strings.ToUpper(word) && word != strings.ToLower(word) {
			n++
		}
	}
	return n
}
