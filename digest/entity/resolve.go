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
	defined := definitionsIn(d.Text)
	names = slices.DeleteFunc(names, func(n name) bool { return defined.areCommon(r.aliases, &n) })
	in := settingOf(d.Text, names)
	c := newClusters(names, func(n *name) string { return defined.knownAs(r.aliases, n, in) })
	c.linkBrackets(defined)
	c.linkKnownAs(d.Text)
	c.linkPersons()
	c.linkShort(r.aliases, defined)
	return c.entities(d)
}

// cluster is a set of names that mean one thing.
type cluster struct {
	kind      Type
	key       string
	canonical string       // from the aliases, or ""
	classes   tagger.Class // of its first name
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
			byID[k] = &cluster{kind: n.kind, key: k.key, canonical: everywhere, classes: n.classes}
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

// linkBrackets joins a name with the abbreviation in brackets behind it, "the
// Shanghai Cooperation Organisation (SCO)", or the other way round.
func (c *clusters) linkBrackets(defined definitions) {
	for i := 1; i < len(c.names); i++ {
		a, b := &c.names[i-1], &c.names[i]
		switch {
		case !b.bracketed || a.Sentence != b.Sentence || b.first-a.last > 1:
		case abbreviates(b.form, a.form) || defined.says(b.form, a.key):
			c.join(i-1, i)
		case abbreviates(a.form, b.form):
			c.join(i, i-1)
		case c.isTranslated(i-1, i):
			c.join(i-1, i)
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
			merge(c.of[i-1], c.of[i])
		}
	}
}

// join merges the cluster of an abbreviation with that of its full name, which
// decides the type.
func (c *clusters) join(long, short int) {
	merge(c.of[long], c.of[short])
}

// linkShort joins abbreviations and forms without their first or last words with
// the full names that they stand for.
func (c *clusters) linkShort(a *aliases, defined definitions) {
	type id struct {
		kind Type
		key  string
	}
	short, closed := map[id]*cluster{}, map[id]*cluster{}
	acronyms, clubs := map[string][]*cluster{}, map[string][]*cluster{}
	for _, one := range c.all {
		short[id{one.kind, one.key}] = one
		if form := bareAcronym(one.forms[0]); form != "" && one.kind != Person {
			acronyms[form] = append(acronyms[form], one)
		}
		if one.kind != Person && one.kind != Place {
			k := id{one.kind, together(one.kind, one.key)}
			if same := closed[k]; same != nil {
				merge(same, one)
				continue
			}
			closed[k] = one
		}
	}
	for _, long := range c.all {
		if long.into != nil {
			continue
		}
		for _, form := range shorter(long.kind, long.key) {
			if s := short[id{long.kind, form}]; s != nil && !isOther(s, long) {
				merge(long, s)
			}
		}
		if head, _, ok := strings.Cut(long.key, " "); ok && long.classes&tagger.Team != 0 {
			clubs[head] = append(clubs[head], long)
		}
		for _, form := range abbreviations(long) {
			for _, s := range acronyms[form] {
				if (s.kind == long.kind || long.kind == Organization && s.kind == Other) && defined.allow(form, long.key) {
					if len(form) <= manyMeanings && !a.means(long.kind, long.forms[0], s.canonical) {
						s.canonical = "" // the text's abbreviation, not the one of the aliases
					}
					merge(long, s)
				}
			}
		}
	}
	for head, called := range clubs {
		if s := short[id{Organization, head}]; len(called) == 1 && s != nil && s.canonical == "" {
			merge(called[0], s) // "Inter" is Inter Milan, where the text names no other
		}
	}
	for _, one := range c.all {
		if words := defined[bareAcronym(one.forms[0])]; one.into == nil && words != "" && one.kind != Person {
			if long := c.ending(key(words)); long != nil {
				merge(long, one)
			}
		}
	}
}

// manyMeanings is the number of letters up to which an abbreviation stands for many
// things.
const manyMeanings = 3

// ending returns the first thing whose name is, or ends in, the words of a key.
func (c *clusters) ending(key string) *cluster {
	for _, one := range c.all {
		if one.into == nil && one.kind != Person && endsIn(one.key, key) {
			return one
		}
	}
	return nil
}

// endsIn reports whether one key has the words of another at its end.
func endsIn(key, words string) bool {
	head, ok := strings.CutSuffix(key, words)
	return ok && (head == "" || strings.HasSuffix(head, " "))
}

// together returns a key without what may stand between its words, "TimeWarner" is
// "Time Warner", and without the plural of groups and events.
func together(t Type, key string) string {
	if t == Group || t == Event {
		key = singular(key)
	}
	if !strings.ContainsAny(key, " -") {
		return key
	}
	return strings.NewReplacer(" ", "", "-", "").Replace(key)
}

// legalTails, orgTails and placeTails are the words that may be missing at the end
// of the short form of an organization or a place.
var (
	legalTails = words("inc corp corporation co company ltd limited plc llc group holdings ag sa nv se gmbh ab spa")
	orgTails   = words("organization organisation party university airlines airways securities technologies " +
		"pharmaceuticals fc afc")
	placeTails = words("autonomous region province city state district republic prefecture oblast governorate " +
		"uygur uyghur zhuang hui special administrative strip peninsula island islands")
)

func words(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// shorter returns the forms that are left of a folded name when its last words go,
// or what stands before it: an organization's country, a storm's kind.
func shorter(t Type, key string) (forms []string) {
	switch t {
	case Organization:
		if bare := withoutNation(key); bare != key {
			forms = append(shorter(t, bare), bare)
		}
	case Event:
		if storm := stormName(key); storm != "" {
			return []string{storm}
		}
	}
	for {
		i := strings.LastIndexByte(key, ' ')
		if i < 0 || !isTail(t, key[i+1:]) {
			return forms
		}
		key = bareKey(key[:i])
		forms = append(forms, key)
	}
}

// bareKey returns the key of what is left of a name when its last word went; the
// letters of an abbreviation are capitals.
func bareKey(rest string) string {
	rest = strings.TrimRight(rest, " ,&")
	if capitals := strings.ToUpper(rest); len(rest) <= 3 && isAcronym(capitals) {
		return capitals
	}
	return rest
}

func isTail(t Type, word string) bool {
	switch t {
	case Organization:
		return legalTails[word] || orgTails[word]
	case Place:
		return placeTails[word]
	}
	return false
}

// withoutNation returns the key of an organization of several words without the
// country that it is of: "us department of energy".
func withoutNation(key string) string {
	for _, nation := range [...]string{"us ", "uk ", "united states "} {
		if bare, ok := strings.CutPrefix(key, nation); ok && strings.Contains(bare, " ") {
			return bare
		}
	}
	return key
}

// isOther reports whether a place is not the one whose name has more words: Mexico
// is not Mexico City, nor is the town of Kandahar its province.
func isOther(short, long *cluster) bool {
	if long.kind != Place {
		return false
	}
	switch tail, _, _ := strings.Cut(long.key[len(short.key)+1:], " "); tail {
	case "city":
		return short.classes&tagger.Country != 0 || short.classes&(tagger.Region|tagger.City) == tagger.Region ||
			short.canonical != "" && short.key != key(short.forms[0])
	case "state", "province", "region", "district", "prefecture", "oblast", "governorate":
		return short.classes&tagger.City != 0
	}
	return false
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
		e.Name, e.Role = withTitle(e.Name, e.Role)
	case e.Type == Organization && one.canonical == "":
		e.Name = withoutLegalForm(e.Name)
	}
	e.ID = slug(e.Type, e.Name)
	return e
}
