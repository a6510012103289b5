package entity

import (
	"strings"

	"newsbot/digest/text"
)

// aliases map a name to the name under which an entity is known in every document
// ("US" and "America" to "United States"), by type and the folded form of a name
// or, for names of several words, its stem.
type aliases struct{ names, stems map[Type]map[string]string }

// readAliases reads lines of type TAB name TAB alias|alias.
func readAliases(table string) *aliases {
	a := &aliases{map[Type]map[string]string{}, map[Type]map[string]string{}}
	for line := range strings.Lines(table) {
		columns := strings.Split(strings.TrimSpace(line), "\t")
		if len(columns) < 2 || strings.HasPrefix(line, "#") {
			continue
		}
		t, canonical := Type(columns[0]), columns[1]
		if a.names[t] == nil {
			a.names[t], a.stems[t] = map[string]string{}, map[string]string{}
		}
		forms := []string{canonical}
		if len(columns) > 2 {
			forms = append(forms, strings.Split(columns[2], "|")...)
		}
		for _, f := range forms {
			setOnce(a.names[t], key(f), canonical)
			if strings.Contains(f, " ") {
				setOnce(a.stems[t], stem(f), canonical)
			}
		}
	}
	return a
}

// canonical returns the name under which an alias, given by its key, is known
// everywhere, or "".
func (a *aliases) canonical(t Type, key string) string { return a.names[t][key] }

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

// isElsewhere reports whether a nickname may well be another club's than the one
// that the aliases know by it: it is shared, and the text s does not name the
// club's city.
func isElsewhere(n *name, club, s string) bool {
	if n.kind != Organization || !sharedNicknames[n.key] || !strings.HasSuffix(text.Fold(club), " "+n.key) {
		return false
	}
	city := club[:len(club)-len(n.key)-1]
	return !strings.Contains(s, city) && !strings.Contains(s, strings.ToUpper(city))
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
