package entity

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"newsbot/digest/entity/tagger"
	"newsbot/digest/table"
	"newsbot/digest/text"
)

// aliases map a name to the name under which an entity is known in every document
// ("US" and "America" to "United States"), by type.
type aliases struct {
	names map[Type]map[string]string   // by the folded form of a name
	stems map[Type]map[string]string   // by the stem of a name of several words
	ids   map[Type]map[string]string   // what the ID is made of, by the name, where it is another one
	forms map[Type]map[string][]string // all names of a thing, by the one under which it is known

	inContext map[typedKey][]contextual // by a name that has this meaning in some texts only
}

// contextual is what a name means in a text that holds one of some words.
type contextual struct {
	words     []string
	canonical string
}

// readAliases reads lines of type TAB name TAB alias|alias, or with TAB alias: word|word
// behind it, for an alias that holds in texts with one of the words. The ID is made of the
// alias behind "=", if there is one, so that it stays when the name changes.
func readAliases(table string) *aliases {
	a := &aliases{
		map[Type]map[string]string{}, map[Type]map[string]string{}, map[Type]map[string]string{}, map[Type]map[string][]string{},
		map[typedKey][]contextual{},
	}
	for line := range strings.Lines(table) {
		columns := strings.Split(strings.TrimSpace(line), "\t")
		if len(columns) < 3 || strings.HasPrefix(line, "#") {
			continue
		}
		t, canonical := Type(columns[0]), columns[1]
		if a.names[t] == nil {
			a.names[t], a.stems[t], a.ids[t] = map[string]string{}, map[string]string{}, map[string]string{}
			a.forms[t] = map[string][]string{}
		}
		a.add(t, canonical, canonical)
		for form := range strings.SplitSeq(columns[2], "|") {
			form, ofID := strings.CutPrefix(form, "=")
			if ofID {
				a.ids[t][canonical] = form
			}
			if form != "" {
				a.add(t, form, canonical)
			}
		}
		if len(columns) > 3 {
			form, words, _ := strings.Cut(columns[3], ": ")
			k := typedKey{t, key(form)}
			a.inContext[k] = append(a.inContext[k], contextual{strings.Split(words, "|"), canonical})
			a.forms[t][canonical] = append(a.forms[t][canonical], form)
		}
	}
	return a
}

func (a *aliases) add(t Type, form, canonical string) {
	setOnce(a.names[t], key(form), canonical)
	a.forms[t][canonical] = append(a.forms[t][canonical], form)
	if strings.Contains(form, " ") {
		setOnce(a.stems[t], stem(form), canonical)
	}
}

// id returns the ID of an entity, given its name.
func (a *aliases) id(t Type, name string) string { return ID(t, cmp.Or(a.ids[t][name], name)) }

// shared is the table that the binary holds.
var shared = sync.OnceValue(func() *aliases { return readAliases(table.Unpack(embeddedAliases)) })

// longestWord is the number of small letters in which a short form may be a word: "us",
// "ill".
const longestWord = 4

// KnownAs returns the names that entities have in every document which words are
// another name of, one for each type at most: "Federal Reserve" for "the Fed".
func KnownAs(words string) (names []string) {
	words = form(strings.TrimSpace(words))
	if len(words) <= longestWord && words == strings.ToLower(words) {
		return nil
	}
	for _, t := range order {
		if name := shared().meant(t, key(words)); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// canonical returns the name under which an alias, given by its key, is known
// everywhere, or "".
func (a *aliases) canonical(t Type, key string) string { return a.names[t][key] }

// meant returns what who writes an alias without a text may mean by it, or "": what it is
// everywhere, or in some texts if that is one thing alone.
func (a *aliases) meant(t Type, key string) string {
	if some := a.inContext[typedKey{t, key}]; len(some) == 1 {
		return cmp.Or(a.canonical(t, key), some[0].canonical)
	}
	return a.canonical(t, key)
}

// isShared reports whether a name means what is known by it in some texts only: "Delta".
func (a *aliases) isShared(t Type, key string) bool {
	return a.inContext[typedKey{t, key}] != nil && a.canonical(t, key) == ""
}

// canonicalIn is canonical for a name in a text: "ICC" is one thing where there is
// cricket, and another one where there are crimes.
func (a *aliases) canonicalIn(s string, t Type, key string) string {
	for _, c := range a.inContext[typedKey{t, key}] {
		if slices.ContainsFunc(c.words, func(word string) bool { return strings.Contains(s, word) }) {
			return c.canonical
		}
	}
	return a.canonical(t, key)
}

// onlyType returns the type under which alone a name, given by its key, is known, or "".
func (a *aliases) onlyType(key string) (only Type) {
	for _, t := range order {
		switch {
		case a.canonical(t, key) == "":
		case only != "":
			return ""
		default:
			only = t
		}
	}
	return only
}

// company returns the name under which an organization is known everywhere whose
// name, given by its key, says its legal form or country too, or "".
func (a *aliases) company(key string) string {
	for {
		i := strings.LastIndexByte(key, ' ')
		if i < 0 || !isCompanyTail(key[i+1:]) {
			return cmp.Or(a.canonical(Organization, withoutNation(key)), a.federal(key))
		}
		key = bareKey(key[:i])
		if canonical := a.canonical(Organization, key); canonical != "" {
			return canonical
		}
	}
}

// withoutNumber returns the key of an event without the number or year that tells it
// from the ones before: "79th academy awards", "2005 academy awards".
func withoutNumber(key string) string {
	number, event, _ := strings.Cut(key, " ")
	if number != "" && isDigit(number[0]) {
		return event
	}
	return key
}

// federal returns the name under which an office of the United States is known that
// is called federal, given its key, or "".
func (a *aliases) federal(key string) string {
	office, ok := strings.CutPrefix(key, "federal ")
	if canonical := a.canonical(Organization, office); ok && strings.HasPrefix(canonical, "U.S. ") {
		return canonical
	}
	return ""
}

// means reports whether a full name is one of those that the thing known as
// canonical has, in any spelling.
func (a *aliases) means(t Type, full, canonical string) bool {
	return a.stems[t][stem(full)] == canonical
}

func setOnce(m map[string]string, key, value string) {
	if _, taken := m[key]; !taken {
		m[key] = value
	}
}

// stem returns the key of a form with the first letters of each word, which are
// the same in British and American spelling.
func stem(form string) string {
	const letters = 4
	words := strings.Fields(key(form))
	for i, w := range words {
		if w == "&" {
			w = "and"
		}
		words[i] = w[:min(len(w), letters)]
	}
	return strings.Join(words, " ")
}

// sharedNicknames are the nicknames of teams in the table of aliases that other
// clubs have too, or that are words.
var sharedNicknames = text.WordSet(`aces angels athletics avalanche bears bills blues braves broncos browns bulls
	capitals chargers chiefs colts commanders cowboys devils dolphins dream ducks eagles falcons fever flames flyers
	guardians hawks heat hornets hurricanes islanders jaguars jazz kraken liberty lightning lions lynx magic mammoth
	mariners mercury mystics nationals nets nuggets pacers patriots penguins pirates pistons predators raiders rams
	ravens rays reds rockets rockies royals saints senators sharks sparks spurs stars storm suns tigers thunder
	titans twins vikings warriors wild wings wizards`)

// setting is what a document tells of where its names belong.
type setting struct {
	text    string
	title   text.Span
	names   []name
	abroad  bool            // it names another country than the United States, and not them
	foreign map[string]bool // the keys of names that stand behind another country's: "Israeli Supreme Court"
}

// nations are the classes of a country and its people.
const nations = tagger.Country | tagger.Nationality

func settingOf(d *text.Document, names []name) setting {
	abroad := slices.ContainsFunc(names, func(n name) bool { return n.classes&nations != 0 }) && !namesUS(d.Text)
	return setting{d.Text, d.Title, names, abroad, behindNations(d.Text, names)}
}

// behindNations returns the keys of names that another country than the United States,
// or its people, stands before.
func behindNations(s string, names []name) map[string]bool {
	behind := map[string]bool{}
	for i := 1; i < len(names); i++ {
		nation, n := &names[i-1], &names[i]
		if nation.classes&nations == 0 || namesUS(nation.form+" ") || nation.Sentence != n.Sentence || nation.End > n.Start {
			continue
		}
		switch strings.TrimSpace(s[nation.End:n.Start]) {
		case "", "'s", "’s", "'", "’":
			behind[n.key] = true
		}
	}
	return behind
}

// namesUS reports whether a text names the United States.
func namesUS(s string) bool {
	for _, w := range [...]string{"U.S.", "US ", "U. S.", "America", "United States", "Washington"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// isElsewhere reports whether a name may well be another thing than the one that the
// aliases know by it, canonical: a nickname that clubs share, where the text does not
// name the club's city, the last word of a newspaper that the text names, or what many
// countries have, where it is of another one than the United States.
func (in setting) isElsewhere(n *name, canonical string) bool {
	switch {
	case n.kind == Organization && sharedNicknames.Has(n.key) && strings.HasSuffix(text.Fold(canonical), " "+n.key):
		city := canonical[:len(canonical)-len(n.key)-1]
		return !strings.Contains(in.text, city) && !strings.Contains(in.text, strings.ToUpper(city))
	case n.kind == Organization && bodies.Has(n.key): // "The Times" may be of New York
		return in.namesAnother(n)
	case n.kind == Organization || n.kind == Work:
		american := strings.HasPrefix(canonical, "U.S. ") || strings.HasPrefix(canonical, "United States ")
		return american && !strings.HasPrefix(n.form, "U") && (in.abroad || in.foreign[n.key] || in.namesAnother(n))
	}
	return false
}

// namesAnother reports whether a longer name of the document ends in a name, as
// "China Coast Guard" does in "Coast Guard".
func (in setting) namesAnother(n *name) bool {
	return slices.ContainsFunc(in.names, func(other name) bool {
		return other.kind == n.kind && len(other.key) > len(n.key) && withoutNation(other.key) == other.key && endsIn(other.key, n.key)
	})
}

// namesFirm reports whether a document, behind its title, names another company in full before it calls
// one by a name that is short for it than the one which the aliases know by it, canonical: "Delta Foods"
// before "Delta".
func (in setting) namesFirm(n *name, canonical string) bool {
	for i := range in.names {
		switch other := &in.names[i]; {
		case other.Start < in.title.End || other.kind != n.kind:
		case other.key == n.key:
			return false
		case strings.HasPrefix(other.key, n.key+" ") && (isFirm(other.key) || other.classes&tagger.Company != 0) &&
			!strings.HasPrefix(other.key, key(canonical)) && !slices.Contains(shorter(other.kind, other.key), n.key):
			return true
		}
	}
	return false
}

// key folds a form of a name so that its spellings compare equal: without
// case, diacritics, leading article and the stops of abbreviations. An
// abbreviation keeps its capitals, for "US" is not "us".
func key(form string) string {
	bare := strings.ReplaceAll(form, ".", "")
	if isAcronym(bare) {
		return bare
	}
	folded := text.Fold(bare)
	return strings.TrimPrefix(folded, "the ")
}

// isAcronym reports whether a name is a short word of capitals, such as NATO.
func isAcronym(form string) bool {
	if len(form) < 2 || len(form) > 6 {
		return false
	}
	for i := 0; i < len(form); i++ {
		if (form[i] < 'A' || form[i] > 'Z') && form[i] != '&' {
			return false
		}
	}
	return true
}
