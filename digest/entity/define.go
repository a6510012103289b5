package entity

import (
	"slices"
	"strings"
	"unicode"

	"newsbot/digest/text"
)

// definitions are the words that a text says that its abbreviations stand for, by
// abbreviation: "the Mobile Data Association (MDA)", "a blowout preventer (BOP)".
type definitions map[string]string

// definitionsIn returns what a text defines; the first of each abbreviation counts.
func definitionsIn(s string) definitions {
	defined := definitions{}
	for at := 0; ; {
		open := strings.IndexByte(s[at:], '(')
		if open < 0 {
			defined.defineOthers(s)
			return defined
		}
		before := s[max(0, at+open-longestDefinition) : at+open]
		at += open + 1
		short := bracketed(s[at:])
		words := definedBy(before, short)
		if short == "" {
			short, words = definedWithin(before, s[at:])
		}
		if _, known := defined[short]; words != "" && !known {
			defined[short] = words
		}
	}
}

// defineOthers adds what a text calls by words "or" by their initials: "hypersensitivity
// pneumonitis, or HP, is rare".
func (d definitions) defineOthers(s string) {
	for at := 0; ; {
		or := strings.Index(s[at:], ", or ")
		if or < 0 {
			return
		}
		before := s[max(0, at+or-longestDefinition) : at+or]
		at += or + len(", or ")
		end := strings.IndexAny(s[at:min(len(s), at+longestAcronym)], " ,.;")
		if end < 0 {
			continue
		}
		short, words := bareAcronym(s[at:at+end]), strings.Fields(before)
		if n := len(words) - len(short); short == "" || n < 0 || d[short] != "" {
			continue
		} else if long := strings.Join(words[n:], " "); abbreviates(short, long) {
			d[short] = long
		}
	}
}

// says reports whether an abbreviation is defined as the words that a name, given
// by its key, ends in.
func (d definitions) says(short, name string) bool {
	words := d[bareAcronym(short)]
	return words != "" && endsIn(name, key(words))
}

// allow reports whether an abbreviation may be one of a name, given by its key, as
// far as the text says.
func (d definitions) allow(short, name string) bool {
	return d[short] == "" || d.says(short, name)
}

// areCommon reports whether a name is an abbreviation of common words, which is
// no name, and no alias either.
func (d definitions) areCommon(a *aliases, n *name) bool {
	words := d[n.key]
	return words != "" && !named(words) && a.stems[n.kind][stem(words)] == ""
}

// knownAs returns the name under which a name of a document is known everywhere, or
// "". What the text defines otherwise than the aliases do has none.
func (d definitions) knownAs(a *aliases, n *name, in setting) string {
	if n.kind == Person && !strings.Contains(n.key, " ") {
		return "" // whom a surname means is told by the full names of the text
	}
	canonical := a.canonicalIn(in.text, n.kind, n.key)
	if words := d[n.key]; words != "" && !a.means(n.kind, words, canonical) {
		return ""
	}
	switch {
	case canonical != "":
	case n.kind == Organization:
		canonical = a.company(n.key)
	case n.kind == Event && (n.key == "olympic" || n.key == "olympics"):
		canonical = "Olympics"
	case n.kind == Event:
		canonical = a.canonical(Event, withoutNumber(n.key))
	}
	if in.isElsewhere(n, canonical) || a.isShared(n.kind, n.key) && in.namesFirm(n, canonical) {
		return ""
	}
	return canonical
}

// longestAcronym is the number of bytes in which an abbreviation in brackets ends.
const longestAcronym = 14

// bracketed returns the abbreviation that stands alone before the closing
// bracket, without its stops, or "".
func bracketed(s string) string {
	short, _, closed := strings.Cut(s[:min(len(s), longestAcronym)], ")")
	if !closed {
		return ""
	}
	return bareAcronym(short)
}

// definedWithin returns the abbreviation that a text ends in, if the bracket that
// follows says what it stands for, and the words: "MDA (Mobile Data Association)".
func definedWithin(before, bracket string) (short, words string) {
	words, _, closed := strings.Cut(bracket[:min(len(bracket), longestDefinition)], ")")
	before = strings.TrimRight(before, " ")
	short = bareAcronym(before[strings.LastIndexAny(before, " \n\t")+1:])
	if !closed || !strings.Contains(words, " ") || !abbreviates(short, words) {
		return "", ""
	}
	return short, form(words)
}

// longestDefinition is the number of bytes that are looked at before a bracket.
const longestDefinition = 200

// definedBy returns the words at the end of a text that an abbreviation is made
// of, or "": the fewest that have its letters as initials, else the fewest that
// spell it.
func definedBy(before, short string) string {
	if short == "" {
		return ""
	}
	spelt := ""
	var words []string
	for start, n := len(before), 0; n < 2*len(short); n++ {
		rest := strings.TrimRight(before[:start], " \n\t-")
		start = strings.LastIndexAny(rest, " \n\t-") + 1
		word := strings.Trim(rest[start:], `"'“”‘’`)
		if word == "" || n > 0 && strings.ContainsAny(word[len(word)-1:], ",;:.)!?") {
			break
		}
		words = slices.Insert(words, 0, word)
		all := strings.TrimSuffix(form(strings.Trim(before[start:], " \n\t-")), "'s")
		switch {
		case n == 0 || len(short) < 3 && !named(all):
		case abbreviates(short, all):
			return all
		case spelt == "" && !small(word) && spells(words, strings.ToLower(short)):
			spelt = all
		}
	}
	return spelt
}

// named reports whether words are a name: one of them has a capital.
func named(words string) bool { return strings.ContainsFunc(words, unicode.IsUpper) }

// longestKnownAs is the number of bytes between two names of which a text says that
// they are one.
const longestKnownAs = 30

// isKnownAs reports whether the words between two names say that the second is
// another name of the first: `, better known as "`.
func isKnownAs(between string) bool {
	if len(between) > longestKnownAs {
		return false
	}
	words := strings.FieldsFunc(between, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' })
	switch {
	case len(words) == 1:
		word := strings.ReplaceAll(words[0], ".", "")
		return word == "aka" || word == "fka" || word == "nicknamed"
	case len(words) == 2 || len(words) == 3 && knownHow.Has(words[0]):
		return words[len(words)-2] == "known" && words[len(words)-1] == "as"
	}
	return false
}

var knownHow = text.WordSet(`also best better commonly formerly popularly previously simply universally usually widely`)

// small reports whether an abbreviation may leave a word out: "of", "and", "the".
func small(word string) bool { return len(word) < 4 && !named(word) }

// spells reports whether letters are the first letters of words and, for some of
// them, further ones: "bop" of "blowout preventer". Small words may be left out.
func spells(words []string, letters string) bool {
	if len(words) == 0 || letters == "" {
		return len(words) == 0 && letters == ""
	}
	w := text.Fold(words[0])
	if small(words[0]) && spells(words[1:], letters) {
		return true
	}
	if !strings.HasPrefix(w, letters[:1]) {
		return false
	}
	for w, letters = w[1:], letters[1:]; ; letters = letters[1:] {
		if spells(words[1:], letters) {
			return true
		}
		if letters == "" {
			return false
		}
		_, after, within := strings.Cut(w, letters[:1])
		if !within {
			return false
		}
		w = after
	}
}
