package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsbot/digest/text"
)

// bestForm returns the most informative form of a cluster: the one with the
// most words, the most frequent of them, in mixed case where there is one.
func bestForm(c *cluster) string {
	counts := map[string]int{}
	for _, f := range c.forms {
		counts[f]++
	}
	best := ""
	for _, f := range c.forms {
		if best == "" || betterForm(f, best, counts) {
			best = f
		}
	}
	return strings.TrimPrefix(strings.TrimPrefix(best, "the "), "The ")
}

func betterForm(f, than string, counts map[string]int) bool {
	if a, b := shouted(f), shouted(than); a != b && strings.EqualFold(f, than) {
		return b
	}
	if a, b := isNumbered(f), isNumbered(than); a && strings.Contains(than, " of ") || b && strings.Contains(f, " of ") {
		return a
	}
	if a, b := strings.Count(f, " "), strings.Count(than, " "); a != b {
		return a > b
	}
	if a, b := isAcronym(f), isAcronym(than); a != b {
		return b
	}
	return counts[f] > counts[than]
}

// shouted reports whether all letters of a text are capitals.
func shouted(s string) bool {
	upper := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		upper = upper || unicode.IsUpper(r)
	}
	return upper
}

// closeUp writes an abbreviation at the beginning of a name whose letters stand
// apart without the blanks: "U.S. Steel" for "U. S. Steel".
func closeUp(f string) string {
	end := 0
	for i := 0; i+1 < len(f) && 'A' <= f[i] && f[i] <= 'Z' && f[i+1] == '.'; i += len("U. ") {
		end = i + len("U.")
		if end < len(f) && f[end] != ' ' {
			break
		}
	}
	return strings.ReplaceAll(f[:end], " ", "") + f[end:]
}

// unshout writes a name in capitals the usual way; a short word may be an
// abbreviation and stays.
func unshout(f string) string {
	if len(f) <= 3 && !strings.Contains(f, " ") || strings.Contains(f, ".") {
		return f
	}
	words := strings.Fields(strings.ToLower(f))
	for i, w := range words {
		if w == "of" || w == "the" || w == "and" {
			continue
		}
		r, size := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(r)) + w[size:]
	}
	return strings.Join(words, " ")
}

// abbreviates reports whether short, an abbreviation, is made of the first
// letters of the words of long: "SCO" of "Shanghai Cooperation Organisation".
// Words in lower case may be left out.
func abbreviates(short, long string) bool {
	letters := bareAcronym(short)
	capitals, all := initials(long)
	return letters != "" && (letters == capitals || letters == all)
}

// bareAcronym returns an abbreviation without its stops, or "" if form is none.
func bareAcronym(form string) string {
	if bare := strings.ReplaceAll(form, ".", ""); isAcronym(bare) {
		return bare
	}
	return ""
}

// initials returns the first letters of the words of a name: of those with a
// capital, and of all, in capitals. An abbreviation among them stays whole: "BNP
// Paribas" is not BP.
func initials(name string) (capitals, all string) {
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		if isAcronym(w) {
			all, capitals = all+w, capitals+w
			continue
		}
		r, _ := utf8.DecodeRuneInString(w)
		all += string(unicode.ToUpper(r))
		if unicode.IsUpper(r) {
			capitals += string(r)
		}
	}
	return capitals, all
}

// abbreviations returns the abbreviations that may stand for a cluster's names.
func abbreviations(c *cluster) (forms []string) {
	full := c.forms[0]
	if c.kind == Person { // whom a headline may call by the surname first
		full = bestForm(c)
	}
	if !strings.ContainsAny(full, " -") {
		return nil
	}
	capitals, all := initials(full)
	for _, f := range [...]string{capitals, all} {
		if isAcronym(f) && !slices.Contains(forms, f) && !slices.Contains(strings.Fields(full), f) {
			forms = append(forms, f)
		}
	}
	return forms
}

// withoutLegalForm returns a company's name without its legal form: "OHB" for "OHB
// SE".
func withoutLegalForm(name string) string {
	for {
		i := strings.LastIndexByte(name, ' ')
		if i < 0 || !legalForms.Has(strings.ToLower(strings.ReplaceAll(name[i+1:], ".", ""))) {
			return name
		}
		name = strings.TrimRight(name[:i], " ,&")
	}
}

var legalForms = text.WordSet(`inc ltd plc llc llp ag sa nv se gmbh spa a/s aps asa oyj bv`)

// withoutRelease returns the name of a product without the release that a text speaks
// of: "Linux" for "Linux 6.20", but "Windows 11"; and that of a merchant ship which a person may
// have without what tells that it is one: "MV Ada Lund".
func withoutRelease(name string) string {
	name = strings.TrimSuffix(name, " LTS")
	if prefix, ship, _ := strings.Cut(name, " "); (prefix == "MV" || prefix == "M/V") && strings.Contains(ship, " ") {
		return ship
	}
	if i := strings.LastIndexByte(name, ' '); i > 0 && isRelease(name[i+1:]) {
		return name[:i]
	}
	return name
}

// isRelease reports whether a word is a version that nothing but a release has, "6.20".
func isRelease(word string) bool { return isVersion(word) && strings.Contains(word, ".") }

// isVersion reports whether a word is the version of a product: "11", "6.20", "v1.36".
func isVersion(word string) bool {
	number := strings.TrimPrefix(word, "v")
	return number != "" && strings.Trim(number, "0123456789.") == ""
}

// singular returns a folded name without the plural of its last word: "tory" for
// "tories".
func singular(folded string) string {
	switch {
	case folded == "democratic":
		return "democrat"
	case strings.HasSuffix(folded, "ies"):
		return strings.TrimSuffix(folded, "ies") + "y"
	case len(folded) < 4 || strings.HasSuffix(folded, "ss") || strings.HasSuffix(folded, "us"):
		return folded
	}
	return strings.TrimSuffix(folded, "s")
}

// ID returns an ID made of a type and a name: "place/xinjiang". Of groups it is
// the same in singular and plural.
func ID(t Type, name string) string {
	folded := text.Fold(name)
	if t == Group {
		folded = singular(folded)
	}
	var b strings.Builder
	b.Grow(len(t) + 1 + len(folded))
	b.WriteString(string(t))
	b.WriteByte('/')
	gap := false
	for _, r := range folded {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if gap {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			gap = false
		} else {
			gap = b.Len() > len(t)+1
		}
	}
	return b.String()
}
