package entity

import (
	"cmp"
	"slices"
	"strings"

	"newsbot/digest/text"
)

// resolve brings the names of a document together as entities.
func (r *Recognizer) resolve(d *text.Document, names []name) []Entity {
	settle(names)
	defined := definitionsIn(d.Text)
	names = slices.DeleteFunc(names, func(n name) bool { return defined.areCommon(r.aliases, &n) })
	c := newClusters(names, func(n *name) string {
		canonical := defined.canonical(r.aliases, n)
		if isElsewhere(n, canonical, d.Text) {
			return ""
		}
		return canonical
	})
	c.linkBrackets()
	c.linkKnownAs(d.Text)
	c.linkPersons()
	c.linkShort()
	return c.entities(d)
}

// cluster is a set of names that mean one thing.
type cluster struct {
	kind      Type
	key       string
	canonical string // from the aliases, or ""
	forms     []string
	names     []int
	into      *cluster // the cluster that took this one in, or nil
}

// clusters are the things that a document names.
type clusters struct {
	names []name
	of    []*cluster // by name
	all   []*cluster // in order of their first name
}

// newClusters makes a cluster of all names of one type and form, and of those for
// which canonical gives the same name.
func newClusters(names []name, canonical func(*name) string) *clusters {
	c := &clusters{names: names}
	type id struct {
		kind Type
		key  string
	}
	byID := map[id]*cluster{}
	for i := range names {
		n := &names[i]
		everywhere := canonical(n)
		k := id{n.kind, n.key}
		if everywhere != "" {
			k.key = key(everywhere)
		}
		if byID[k] == nil {
			byID[k] = &cluster{kind: n.kind, key: k.key, canonical: everywhere}
			c.all = append(c.all, byID[k])
		}
		byID[k].add(i, n.form)
		c.of = append(c.of, byID[k])
	}
	return c
}

func (c *cluster) add(i int, form string) {
	c.names = append(c.names, i)
	c.forms = append(c.forms, form)
}

// root follows mergers to the cluster that stands.
func (c *cluster) root() *cluster {
	for c.into != nil {
		c = c.into
	}
	return c
}

// merge moves everything of b into a.
func merge(a, b *cluster) {
	a, b = a.root(), b.root()
	if a == b {
		return
	}
	a.canonical = cmp.Or(a.canonical, b.canonical)
	a.names, a.forms = append(a.names, b.names...), append(a.forms, b.forms...)
	b.into, b.names = a, nil
}

// linkBrackets joins a name with the abbreviation in brackets behind it: "the
// Shanghai Cooperation Organisation (SCO)".
func (c *clusters) linkBrackets() {
	for i := 1; i < len(c.names); i++ {
		long, short := &c.names[i-1], &c.names[i]
		if short.bracketed && long.Sentence == short.Sentence && short.first-long.last <= 1 && abbreviates(short.form, long.form) {
			c.join(i-1, i)
		}
	}
}

// linkKnownAs joins a name with the other one that the text s gives: "Mohamed
// Hamdan Dagalo, known as Hemedti".
func (c *clusters) linkKnownAs(s string) {
	for i := 1; i < len(c.names); i++ {
		a, b := &c.names[i-1], &c.names[i]
		if a.kind == b.kind && a.Sentence == b.Sentence && isKnownAs(s[a.End:b.Start]) {
			merge(c.of[i-1], c.of[i])
		}
	}
}

// join merges the cluster of an abbreviation with that of its full name, which
// decides the type.
func (c *clusters) join(long, short int) {
	merge(c.of[long], c.of[short])
}

// linkShort joins abbreviations and forms without their last words with the
// full names that they stand for.
func (c *clusters) linkShort() {
	type id struct {
		kind Type
		key  string
	}
	short := map[id]*cluster{}
	acronyms := map[string][]*cluster{}
	for _, one := range c.all {
		if one.into != nil {
			continue
		}
		short[id{one.kind, one.key}] = one
		if form := bareAcronym(one.forms[0]); form != "" && one.kind != Person {
			acronyms[form] = append(acronyms[form], one)
		}
	}
	for _, long := range c.all {
		if long.into != nil {
			continue
		}
		for _, form := range withoutTails(long.kind, long.key) {
			if s := short[id{long.kind, form}]; s != nil {
				merge(long, s)
			}
		}
		for _, form := range abbreviations(long) {
			for _, s := range acronyms[form] {
				if s.kind == long.kind || long.kind == Organization && s.kind == Other {
					merge(long, s)
				}
			}
		}
	}
}

// legalTails and placeTails are the words that may be missing at the end of
// the short form of an organization or a place.
var (
	legalTails = words("inc corp corporation co company ltd limited plc llc group holdings ag sa nv se gmbh ab " +
		"organization organisation party")
	placeTails = words("autonomous region province city state county district republic prefecture oblast governorate " +
		"uygur uyghur zhuang hui special administrative strip peninsula island islands")
)

func words(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// withoutTails returns the forms that are left of a folded name when its last
// words go.
func withoutTails(t Type, key string) (forms []string) {
	tails := map[Type]map[string]bool{Organization: legalTails, Place: placeTails}[t]
	for {
		i := strings.LastIndexByte(key, ' ')
		if i < 0 || !tails[key[i+1:]] {
			return forms
		}
		key = strings.TrimRight(key[:i], " ,")
		forms = append(forms, key)
	}
}

// entities makes the entities, the most salient first.
func (c *clusters) entities(d *text.Document) []Entity {
	byID := map[string]*Entity{}
	var found []*Entity
	for _, one := range c.all {
		if one.into != nil {
			continue
		}
		e := c.entity(one)
		if same := byID[e.ID]; same != nil {
			same.Mentions = append(same.Mentions, e.Mentions...)
			same.Role = cmp.Or(same.Role, e.Role)
			continue
		}
		byID[e.ID] = &e
		found = append(found, &e)
	}
	entities := make([]Entity, 0, len(found))
	for _, e := range found {
		slices.SortFunc(e.Mentions, func(a, b Mention) int { return cmp.Compare(a.Start, b.Start) })
		entities = append(entities, *e)
	}
	weigh(d, entities)
	slices.SortStableFunc(entities, func(a, b Entity) int { return cmp.Compare(b.Salience, a.Salience) })
	return entities
}

func (c *clusters) entity(one *cluster) Entity {
	e := Entity{Type: one.kind, Name: cmp.Or(one.canonical, bestForm(one))}
	for _, i := range one.names {
		n := &c.names[i]
		e.Mentions = append(e.Mentions, n.Mention)
		e.Role = cmp.Or(e.Role, n.role)
	}
	e.ID = slug(e.Type, e.Name)
	return e
}
