package entity

import (
	"cmp"
	"slices"
	"strings"

	"newsbot/digest/entity/tagger"
	"newsbot/digest/text"
)

// resolve brings the names of a document together as entities.
func (r *Recognizer) resolve(d *text.Document, names []name) []Entity {
	settle(names)
	r.aliases.settle(names)
	defined := definitionsIn(d.Text)
	names = slices.DeleteFunc(names, func(n name) bool { return defined.areCommon(r.aliases, &n) })
	in := settingOf(d, names)
	c := newClusters(r.aliases, names, onceForEach(func(n *name) string { return defined.knownAs(r.aliases, n, in) }))
	c.linkBrackets(defined)
	c.linkKnownAs(d.Text)
	c.linkPersons()
	c.linkShort(defined, in)
	return c.entities(d)
}

// typedKey is what the names of one thing share.
type typedKey struct {
	kind Type
	key  string
}

// cluster is a set of names that mean one thing.
type cluster struct {
	typedKey
	canonical string       // from the aliases, or ""
	classes   tagger.Class // of its first name
	forms     []string
	names     []int
	into      *cluster // the cluster that took this one in, or nil
}

// clusters are the things that a document names.
type clusters struct {
	aliases *aliases
	names   []name
	of      []*cluster      // by name
	all     []*cluster      // in order of their first name
	couples map[string]bool // surnames of a man and of a woman
}

// newClusters makes a cluster of all names of one type and form, and of those for
// which canonical gives the same name.
func newClusters(a *aliases, names []name, canonical func(*name) string) *clusters {
	c := &clusters{aliases: a, names: names}
	byKey := map[typedKey]*cluster{}
	for i := range names {
		n := &names[i]
		everywhere := canonical(n)
		k := typedKey{n.kind, n.key}
		if everywhere != "" {
			k.key = key(everywhere)
		}
		if byKey[k] == nil {
			byKey[k] = &cluster{typedKey: k, canonical: everywhere, classes: n.classes}
			c.all = append(c.all, byKey[k])
		}
		byKey[k].add(i, n.form)
		c.of = append(c.of, byKey[k])
	}
	return c
}

// onceForEach returns find, which looks at all of a text, so that it does once for all
// names of one type and spelling.
func onceForEach(find func(*name) string) func(*name) string {
	type spelling struct {
		typedKey
		form string
	}
	found := map[spelling]string{}
	return func(n *name) string {
		s := spelling{typedKey{n.kind, n.key}, n.form}
		if _, done := found[s]; !done {
			found[s] = find(n)
		}
		return found[s]
	}
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

// merge moves everything of b into a, which decides the type.
func merge(a, b *cluster) {
	a, b = a.root(), b.root()
	if a == b {
		return
	}
	a.canonical = cmp.Or(a.canonical, b.canonical)
	a.names, a.forms = append(a.names, b.names...), append(a.forms, b.forms...)
	b.into, b.names = a, nil
}

// linkBrackets joins a name with the abbreviation in brackets behind it, "the
// Shanghai Cooperation Organisation (SCO)", or the other way round.
func (c *clusters) linkBrackets(defined definitions) {
	for i := 1; i < len(c.names); i++ {
		a, b := &c.names[i-1], &c.names[i]
		switch {
		case !b.bracketed || a.Sentence != b.Sentence || b.first-a.last > 1:
		case abbreviates(b.form, a.form) || defined.says(b.form, a.key):
			merge(c.of[i-1], c.of[i])
		case abbreviates(a.form, b.form):
			merge(c.of[i], c.of[i-1])
		case c.isTranslated(i-1, i):
			merge(c.of[i-1], c.of[i])
		}
	}
}

// isTranslated reports whether an abbreviation in brackets may be one in another
// language of the organization before it: "National Rally (RN)". A league or
// country stands there too, but lists know it.
func (c *clusters) isTranslated(long, short int) bool {
	const known = tagger.Country | tagger.Competition | tagger.International | tagger.Company | tagger.Media
	a, b := &c.names[long], &c.names[short]
	return a.kind == Organization && b.kind == Organization && strings.Contains(a.form, " ") &&
		isAcronym(b.form) && c.of[short].canonical == "" && b.classes&known == 0
}

// linkKnownAs joins a name with the other one that the text s gives: "Mohamed
// Hamdan Dagalo, known as Hemedti".
func (c *clusters) linkKnownAs(s string) {
	for i := 1; i < len(c.names); i++ {
		a, b := &c.names[i-1], &c.names[i]
		if a.kind == b.kind && a.Sentence == b.Sentence && isKnownAs(s[a.End:b.Start]) {
			if a.rolled {
				c.of[i-1].canonical = cmp.Or(c.of[i-1].canonical, a.form)
			}
			merge(c.of[i-1], c.of[i])
		}
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
	switch {
	case e.Type == Person:
		e.Name, e.Role = c.person(one, e.Role)
	case e.Type == Organization && one.canonical == "":
		e.Name = withoutLegalForm(e.Name)
	case e.Type == Product && one.canonical == "":
		e.Name = withoutRelease(e.Name)
	}
	e.Guess = one.canonical == "" && !strings.Contains(e.Name, " ") && !slices.ContainsFunc(one.names, func(i int) bool { return c.names[i].isKnown() })
	e.ID = c.aliases.id(e.Type, e.Name)
	if one.canonical == "" && c.hasArticle(one) {
		e.Name = "The " + e.Name
	}
	return e
}

// isKnown reports whether lists or the document tell what a name stands for. That it is somebody's
// surname, or a street's, tells little.
func (n *name) isKnown() bool {
	const known = personListed | orgListed | placeListed | groupClasses | eventClasses | tagger.OftenOrg | tagger.OftenPlace | tagger.Nature |
		tagger.Facility | tagger.University | tagger.Armed | tagger.Brand | tagger.Goods | tagger.Law | tagger.Band | tagger.Opus
	return n.told || n.classes&known != 0 || n.role != "" || n.courtesy != ""
}

// hasArticle reports whether a name has an article of its own, and never goes
// without.
func (c *clusters) hasArticle(one *cluster) (its bool) {
	for _, i := range one.names {
		if c.names[i].bare {
			return false
		}
		its = its || c.names[i].article
	}
	return its
}

// person returns the name and the role of a person, as the text spells the name: a
// surname that is nobody else's in the text is that of the one whom all know by it.
func (c *clusters) person(one *cluster, role string) (string, string) {
	name, role := withTitle(withoutNickname(bestForm(one)), role)
	known := cmp.Or(c.aliases.canonical(Person, key(name)), one.canonical)
	if known == "" || key(known) == key(name) {
		return name, role
	}
	return known, role
}
