package entity

import (
	"strings"

	"newsbot/digest/text"
)

// aliases maps the type and the folded form of a name to the name under which
// an entity is known in every document ("US" and "America" to "United States").
type aliases map[Type]map[string]string

// readAliases reads lines of type TAB name TAB alias|alias.
func readAliases(table string) aliases {
	a := aliases{}
	for line := range strings.Lines(table) {
		columns := strings.Split(strings.TrimSpace(line), "\t")
		if len(columns) < 2 || strings.HasPrefix(line, "#") {
			continue
		}
		t, canonical := Type(columns[0]), columns[1]
		if a[t] == nil {
			a[t] = map[string]string{}
		}
		forms := []string{canonical}
		if len(columns) > 2 {
			forms = append(forms, strings.Split(columns[2], "|")...)
		}
		for _, f := range forms {
			if _, taken := a[t][key(f)]; !taken {
				a[t][key(f)] = canonical
			}
		}
	}
	return a
}

// canonical returns the name under which an alias, given by its key, is known
// everywhere, or "".
func (a aliases) canonical(t Type, key string) string { return a[t][key] }

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
