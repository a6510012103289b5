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
// several words is one entity, of the type that most articles give it.
func CountEntities(articles []Brief) []EntityCount {
	if len(articles) == 1 {
		return countOnce(articles[0])
	}
	index := map[string]int{}
	var tallies []tally
	for _, a := range articles {
		for _, n := range a.Entities {
			k := n.key()
			i, ok := index[k]
			if !ok {
				i = len(tallies)
				index[k] = i
				tallies = append(tallies, tally{})
			}
			tallies[i].add(n)
		}
	}
	slices.SortFunc(tallies, func(a, b tally) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(b.salience, a.salience), cmp.Compare(a.ID, b.ID))
	})
	out := make([]EntityCount, len(tallies))
	for i, t := range tallies {
		out[i] = t.EntityCount
	}
	return out
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

// key tells entities apart. One word may be a place here and a person there
// ("Washington"); of several words that is most likely a mistake.
func (n Name) key() string {
	if strings.Contains(n.Name, " ") {
		return text.Fold(n.Name)
	}
	return n.ID
}

// tally counts an entity.
type tally struct {
	EntityCount
	salience float64
	ids      []idCount // under which articles name it; most have one
}

type idCount struct {
	id    string
	kind  entity.Type
	count int
}

func (t *tally) add(n Name) {
	t.Count++
	t.salience += n.Salience
	if t.Name == "" || better(n.Name, t.Name) {
		t.Name = n.Name
	}
	i := slices.IndexFunc(t.ids, func(c idCount) bool { return c.id == n.ID })
	if i < 0 {
		i = len(t.ids)
		t.ids = append(t.ids, idCount{id: n.ID, kind: n.Type})
	}
	t.ids[i].count++
	most := slices.MaxFunc(t.ids, func(a, b idCount) int {
		return cmp.Or(cmp.Compare(a.count, b.count), cmp.Compare(b.id, a.id))
	})
	t.ID, t.Type = most.id, most.kind
}

// better reports whether a is the more informative of two names of one entity.
func better(a, b string) bool {
	if len(a) != len(b) {
		return len(a) > len(b)
	}
	return a < b
}

// names reports whether a text names the entity of a name, by the name itself
// or, as news does after the first mention, by its last word.
func names(str, name string) bool {
	words := text.Query(name)
	if len(words) == 0 {
		return false
	}
	return slices.Contains(text.Query(str), words[len(words)-1]) || strings.Contains(text.Fold(str), text.Fold(name))
}
