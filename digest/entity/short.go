package entity

import (
	"cmp"
	"slices"
	"strings"

	"newsbot/digest/entity/tagger"
	"newsbot/digest/text"
)

// shortForms finds what short forms of names stand for, by type and key.
type shortForms struct {
	byKey    map[typedKey]*cluster
	acronyms map[string][]*cluster
	called   map[string][]*cluster // clubs and companies, by the word that stands for their names
	begun    map[string][]*cluster // organizations of several words, by the first
	ended    map[string][]*cluster // of two, by the last
}

// linkShort joins abbreviations and forms without their first or last words with
// the full names that they stand for.
func (c *clusters) linkShort(defined definitions, in setting) {
	short := c.shortForms()
	c.linkSpellings()
	for _, long := range c.all {
		if long.into == nil {
			short.linkWords(long, in)
			short.linkProduct(long)
			short.linkAcronyms(c.aliases, defined, long)
		}
	}
	short.linkPrizes(c.all)
	for _, one := range c.all {
		short.linkCalled(c.aliases, one, in)
	}
	c.linkEnds(in.title)
	c.linkDefined(defined)
}

func (c *clusters) shortForms() shortForms {
	s := shortForms{map[typedKey]*cluster{}, map[string][]*cluster{}, map[string][]*cluster{}, map[string][]*cluster{}, map[string][]*cluster{}}
	for _, one := range c.all {
		s.byKey[one.typedKey] = one
		if form := one.acronym(); form != "" && one.kind != Person {
			s.acronyms[form] = append(s.acronyms[form], one)
		}
		for _, word := range one.calledBy() {
			s.called[word] = append(s.called[word], one)
		}
		if first, rest, more := strings.Cut(one.key, " "); more && one.kind == Organization {
			s.begun[first] = append(s.begun[first], one)
			s.ended[rest] = append(s.ended[rest], one)
		}
	}
	return s
}

// acronym returns the abbreviation that a cluster's first name is, in capitals, or may be,
// as British and Indian papers write those that are spoken: "Sebi", "Nasa".
func (c *cluster) acronym() string {
	form := c.forms[0]
	if len(form) > manyMeanings && c.kind == Organization {
		form = strings.ToUpper(form)
	}
	return bareAcronym(form)
}

// calledBy returns the words that may stand for the name of a club, its first or
// last, of a company that it says the trade of, "Halden" for "Halden Robotics", of a party,
// "Greens" for "Green Party", or of a public body: "Congress" for "U.S. Congress", "Ministry" for
// "Ministry of Health".
func (c *cluster) calledBy() []string {
	words := strings.Fields(c.key)
	if len(words) < 2 || c.kind != Organization {
		return nil
	}
	first, last := words[0], words[len(words)-1]
	switch {
	case c.classes&tagger.Team != 0:
		return []string{first, last}
	case trades.Has(last):
		return []string{withoutTrade(c.key)}
	case len(words) == 2 && last == "party":
		return []string{first + "s"}
	case bodies.Has(last):
		return []string{last}
	case bodies.Has(first) && (words[1] == "of" || words[1] == "for"):
		return []string{first}
	}
	return nil
}

// withoutTrade returns the key of what a company is called for short, that of its name without the
// trade: "golden ridge" for Golden Ridge Resources. It is "" for what has no trade in its name.
func withoutTrade(key string) string {
	i := strings.LastIndexByte(key, ' ')
	if i < 0 || !trades.Has(key[i+1:]) {
		return ""
	}
	return key[:i]
}

// linkSpellings joins names that differ in blanks and hyphens, or in the plural.
func (c *clusters) linkSpellings() {
	first := map[typedKey]*cluster{}
	for _, one := range c.all {
		if one.kind == Person || one.kind == Place {
			continue
		}
		k := typedKey{one.kind, together(one.kind, one.key)}
		if first[k] == nil {
			first[k] = one
		}
		merge(first[k], one)
	}
}

// linkWords joins a name with the forms that lack its first or last words, but one of the
// United States not with what the text says to be another country's.
func (s shortForms) linkWords(long *cluster, in setting) {
	for _, form := range shorter(long.kind, long.key) {
		if one := s.byKey[typedKey{long.kind, form}]; one != nil && !isOther(one, long) && !in.foreign[form] {
			merge(long, one)
		}
	}
}

// linkProduct joins a product whose name begins with its maker's, "Apple AirPods", or
// ends with its version, "Proton 11", with the rest of it, by which most texts call it,
// if this one does; where it is the maker's, if it names this one too.
func (s shortForms) linkProduct(long *cluster) {
	if long.kind != Product && long.kind != Other {
		return
	}
	if maker, rest, _ := strings.Cut(long.key, " "); s.byKey[typedKey{Organization, maker}] != nil {
		s.linkRest(long, rest)
	}
	if i := strings.LastIndexByte(long.key, ' '); i > 0 && long.kind == Product && isVersion(long.key[i+1:]) {
		s.linkRest(long, long.key[:i])
	}
}

// linkPrizes joins a prize whose name says what it is for, "Halden Prize for Poetry", with the same without that, unless there are
// others of it, "Halden Prize for Drama".
func (s shortForms) linkPrizes(all []*cluster) {
	full := map[string][]*cluster{} // by the name without that
	for _, long := range all {
		if short := prizeOf(long); short != "" && long.into == nil {
			full[short] = append(full[short], long)
		}
	}
	for short, longs := range full {
		for _, kind := range [...]Type{Other, Event, Work} {
			if one := s.byKey[typedKey{kind, short}]; one != nil && one.canonical == "" && areOne(longs) {
				merge(one, longs[0])
			}
		}
	}
}

// prizeOf returns the name of a prize without what it is for, or "" for what has no such name.
func prizeOf(long *cluster) string {
	if !long.kind.IsThing() || long.canonical != "" {
		return ""
	}
	for _, joint := range [...]string{" for ", " in ", " of "} {
		if short, _, more := strings.Cut(long.key, joint); more && prizes.Has(short[strings.LastIndexByte(short, ' ')+1:]) {
			return short
		}
	}
	return ""
}

var prizes = text.WordSet(`award medal prize trophy`)

// linkRest joins a product with what is left of its name.
func (s shortForms) linkRest(long *cluster, rest string) {
	for _, kind := range [...]Type{Product, Other} {
		if one := s.byKey[typedKey{kind, rest}]; one != nil {
			one.canonical = cmp.Or(one.canonical, bestForm(one))
			merge(one, long)
		}
	}
}

// linkAcronyms joins a name with the abbreviations that its initials are.
func (s shortForms) linkAcronyms(a *aliases, defined definitions, long *cluster) {
	for _, form := range abbreviations(long) {
		for _, one := range s.acronyms[form] {
			if !mayAbbreviate(one, long) || !defined.allow(form, long.key) {
				continue
			}
			if len(form) <= manyMeanings && !a.means(long.kind, long.forms[0], one.canonical) {
				one.canonical = "" // the text's abbreviation, not the one of the aliases
			}
			merge(long, one)
		}
	}
}

// mayAbbreviate reports whether initials may be those of a name by what both are: an
// organization's may have no type, and a person's, "AMLO", pass for an organization's that
// no list knows.
func mayAbbreviate(short, long *cluster) bool {
	switch long.kind {
	case short.kind:
		return true
	case Organization:
		return short.kind == Other
	case Person:
		return short.canonical == "" && len(short.key) >= manyMeanings && short.classes&orgListed == 0
	}
	return false
}

// linkCalled joins an organization with the one that its name may stand for, of one word or of
// several that no list knows: with a club or a company that is called so, "Inter" is Inter Milan, but "Milan" a club of the
// same city; or, where no list knows the word or many share it, with a company of two words or more that
// begins with it: "Novo" is Novo Nordisk, "Calder" Calder Asset Management, "Southwest" Southwest Water; where no list
// knows the word but for a club, with the only name of two words that it ends: "Rovers" are Ashford Rovers.
func (s shortForms) linkCalled(a *aliases, one *cluster, in setting) {
	const known = orgListed | placeListed | tagger.Brand
	if one.kind != Organization || one.into != nil || one.canonical != "" || one.classes&known != 0 && strings.Contains(one.key, " ") {
		return
	}
	called, begun := s.called[one.key], s.begun[one.key]
	mayBeCut := func(long *cluster) bool {
		return strings.Count(long.key, " ") == 1 || isFirm(long.key) || strings.Contains(long.key, " & ")
	}
	switch {
	case areOne(called) && !in.foreign[one.key] && (one.classes&placeListed == 0 || !endsIn(called[0].key, one.key)):
		merge(called[0], one)
	case areOne(begun) && (one.classes&known == 0 || a.isShared(one.kind, one.key)) && slices.ContainsFunc(begun, mayBeCut):
		merge(begun[0], one)
	case one.classes&(known&^tagger.Team) == 0 && areOne(s.ended[one.key]) && !strings.Contains(one.key, " "):
		merge(s.ended[one.key][0], one)
	}
}

// linkEnds joins events and organizations with those named before them that end in all words of
// their names: "Radio 2" is BBC Radio 2, "the Globes" are the Golden Globes, where the text has
// named these and none else that ends so. Of organizations one word alone may end many.
func (c *clusters) linkEnds(title text.Span) {
	ending := map[typedKey][]*cluster{}
	for _, one := range c.inOrder(title) {
		if one.kind != Event && one.kind != Organization || one.into != nil {
			continue
		}
		k := typedKey{one.kind, one.key}
		if long := ending[k]; areOne(long) && one.canonical == "" {
			merge(long[0], one)
		}
		for i, r := range one.key {
			if r != ' ' || isSmall(one.key[strings.LastIndexByte(one.key[:i], ' ')+1:i]) {
				continue
			}
			if k.key = one.key[i+1:]; one.kind == Event || strings.Contains(k.key, " ") {
				ending[k] = append(ending[k], one)
			}
		}
	}
}

// isSmall reports whether a word goes on to name another thing: the "Union of Halden Robotics"
// is not Halden Robotics.
func isSmall(word string) bool {
	switch word {
	case "of", "for", "at", "in", "and", "the", "&":
		return true
	}
	return false
}

// inOrder returns the clusters in the order of their first names behind the title, which calls
// things by short names.
func (c *clusters) inOrder(title text.Span) []*cluster {
	ordered, seen := make([]*cluster, 0, len(c.all)), make(map[*cluster]bool, len(c.all))
	for _, titled := range [...]bool{false, true} {
		for i, of := range c.of {
			if one := of.root(); (c.names[i].Start < title.End) == titled && !seen[one] {
				seen[one] = true
				ordered = append(ordered, one)
			}
		}
	}
	return ordered
}

// areOne reports whether there are clusters and all became one.
func areOne(some []*cluster) bool {
	return len(some) > 0 && !slices.ContainsFunc(some, func(c *cluster) bool { return c.root() != some[0].root() })
}

// trades are last words of companies' names that may be missing.
var trades = text.WordSet(`aerospace analytics assurance automotive bakery bank beverages biosciences biotech brewery brewing cargo cement
	chemical chemicals communications construction distribution electric electronics energy entertainment financial foods
	freight gaming gold healthcare homes hosting hotels industries insurance interactive investments knitwear labs logistics marine
	media metals microsystems minerals mining motor motors mutual oil partners petroleum pharma pictures properties
	records resources restaurants robotics semiconductor semiconductors shipping software solar solutions steel stores studios
	supermarkets systems telecom terminals textiles therapeutics ventures wireless`)

// bodies are the words by which texts call a public body or a newspaper when they have
// named it.
var bodies = text.WordSet(`academy agency army assembly association authority board bureau cabinet chamber commission
	committee congress council court department federation foundation guard institute institution league legislature
	chronicle courier gazette globe guardian herald journal ministry navy parliament post rada senate society telegraph times
	treasury tribunal tribune trust union university`)

// linkDefined joins abbreviations with what the text says they mean.
func (c *clusters) linkDefined(defined definitions) {
	for _, one := range c.all {
		words := defined[bareAcronym(one.forms[0])]
		if words == "" || one.into != nil || one.kind == Person {
			continue
		}
		if long := c.ending(key(words)); long != nil {
			merge(long, one)
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
	return joints.Replace(key)
}

var joints = strings.NewReplacer(" ", "", "-", "")

// companyTails, orgTails and placeTails are the words that may be missing at the end
// of the short form of a company, as its legal form may, of an organization or of a
// place.
var (
	companyTails = text.WordSet(`corp corporation co company limited group holdings ab`)
	orgTails     = text.WordSet(`organization organisation party university airline airlines airways securities technologies
		pharmaceuticals market markets stores fc afc`)
	placeTails = text.WordSet(`autonomous region province city state district republic prefecture oblast governorate
		uygur uyghur zhuang hui special administrative strip peninsula island islands`)
)

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
		if event := withoutOrdinal(key); event != key {
			return []string{event}
		}
	case Place:
		if half, ok := strings.CutSuffix(key, " korea"); ok {
			return []string{half}
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

// withoutOrdinal returns the key of an event without how often it is held: "light
// festival" for "7th light festival".
func withoutOrdinal(key string) string {
	ordinal, event, _ := strings.Cut(key, " ")
	switch strings.TrimLeft(ordinal, "0123456789") {
	case "st", "nd", "rd", "th":
		return event
	}
	return key
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

func isCompanyTail(word string) bool { return legalForms.Has(word) || companyTails.Has(word) }

func isTail(t Type, word string) bool {
	switch t {
	case Organization:
		return isCompanyTail(word) || orgTails.Has(word)
	case Place:
		return placeTails.Has(word)
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
