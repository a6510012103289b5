package main

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"newsbot/digest/entity"
)

// aliasLists are the gazetteers whose aliases mean the same thing in every
// text, and the type of their entries.
var aliasLists = []struct {
	path string
	kind entity.Type
}{
	{"places/countries_short_names_handmade.tsv", entity.Place},
	{"places/countries_factbook.tsv", entity.Place},
	{"places/us_states_ap_handmade.tsv", entity.Place},
	{"places/city_aliases_handmade.tsv", entity.Place},
	{"places/regions_handmade.tsv", entity.Place},
	{"places/landmarks_handmade.tsv", entity.Place},
	{"orgs_international/newsworthy_orgs_handmade.tsv", entity.Organization},
	{"orgs_international/ngos_handmade.tsv", entity.Organization},
	{"government/us_federal_main_handmade.tsv", entity.Organization},
	{"government/uk_main_handmade.tsv", entity.Organization},
	{"government/intelligence_security_police_handmade.tsv", entity.Organization},
	{"government/central_banks_handmade.tsv", entity.Organization},
	{"media/news_agencies_broadcasters_handmade.tsv", entity.Organization},
	{"companies/companies_news_handmade.tsv", entity.Organization},
	{"companies/exchanges_indices_handmade.tsv", entity.Organization},
	{"armed_groups/armed_groups_news_handmade.tsv", entity.Organization},
	{"sports/leagues_competitions_handmade.tsv", entity.Organization},
	{"sports/north_american_teams_handmade.tsv", entity.Organization},
	{"events/wars_conflicts_handmade.tsv", entity.Event},
	{"events/awards_festivals_summits_handmade.tsv", entity.Event},
	{"events/laws_treaties_handmade.tsv", entity.Work},
	{"companies/products_news_handmade.tsv", entity.Product},
}

// aliasTable holds the aliases of each name of a type.
type aliasTable struct {
	kind  entity.Type
	names map[string][]string
	owner map[string]string // of each alias; "" where two names claim it
	heads map[string]bool   // words that stand for many organizations: "Senate"
}

func newAliasTable(kind entity.Type, heads map[string]bool) *aliasTable {
	return &aliasTable{kind, map[string][]string{}, map[string]string{}, heads}
}

// writeAliases writes the table that digest/entity embeds: type TAB name TAB
// alias|alias, without the aliases that two names share.
func writeAliases(w io.Writer, dir string) error {
	heads := map[string]bool{}
	err := eachLine(filepath.Join(dir, "gazetteers/helper/org_suffix_words_handmade.tsv"), func(line string) {
		for _, head := range entryNames(line, listSpec{aliases: true}) {
			heads[head] = true
		}
	})
	if err != nil {
		return fmt.Errorf("read aliases: %w", err)
	}
	tables := map[entity.Type]*aliasTable{}
	for _, list := range aliasLists {
		t := tables[list.kind]
		if t == nil {
			t = newAliasTable(list.kind, heads)
			tables[list.kind] = t
		}
		if err := eachLine(filepath.Join(dir, "gazetteers", list.path), t.add); err != nil {
			return fmt.Errorf("read aliases: %w", err)
		}
	}
	groups := newAliasTable(entity.Group, heads)
	tables[entity.Group] = groups
	if err := eachLine(filepath.Join(dir, "gazetteers/groups/nationalities_factbook.tsv"), groups.addNationality); err != nil {
		return fmt.Errorf("read aliases: %w", err)
	}
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, "# Written by cmd/trainentities: type, name, aliases.")
	for _, kind := range slices.Sorted(maps.Keys(tables)) {
		tables[kind].write(out)
	}
	return out.Flush()
}

// add takes in a line: name TAB alias|alias TAB code.
func (t *aliasTable) add(line string) {
	columns := strings.Split(line, "\t")
	if len(columns) < 2 {
		return
	}
	t.claim(columns[0], columns[0])
	for _, a := range strings.Split(columns[1], "|") {
		if a = strings.TrimPrefix(strings.TrimSpace(a), "the "); isAlias(a) && !t.heads[a] {
			t.claim(a, columns[0])
		}
	}
}

// addNationality takes in a line: country TAB adjective|noun|plural TAB adj=adjective.
func (t *aliasTable) addNationality(line string) {
	columns := strings.Split(line, "\t")
	if len(columns) < 3 {
		return
	}
	adjective := strings.TrimPrefix(columns[2], "adj=")
	if strings.ContainsAny(adjective, " ,;(") || adjective == "" {
		return
	}
	for _, a := range strings.Split(columns[1], "|") {
		if isAlias(a) {
			t.claim(a, adjective)
		}
	}
}

// isAlias reports whether an alias is a name and not a remark about one.
func isAlias(a string) bool {
	return len(a) > 1 && capitalised(a) && !strings.ContainsAny(a, "(),;") && !strings.Contains(a, "current") && !strings.Contains(a, " or ")
}

func (t *aliasTable) claim(alias, name string) {
	switch owner, taken := t.owner[alias]; {
	case !taken:
		t.owner[alias] = name
		t.names[name] = append(t.names[name], alias)
	case owner != name && alias != owner: // a name is its own alias before all
		t.owner[alias] = ""
	}
}

func (t *aliasTable) write(w io.Writer) {
	for _, name := range slices.Sorted(maps.Keys(t.names)) {
		var kept []string
		for _, a := range t.names[name] {
			if t.owner[a] == name && a != name && !t.begins(a, name) {
				kept = append(kept, a)
			}
		}
		if len(kept) > 0 {
			fmt.Fprintf(w, "%s\t%s\t%s\n", t.kind, name, strings.Join(kept, "|"))
		}
	}
}

// begins reports whether an alias is how some other name begins, as "United"
// is of many.
func (t *aliasTable) begins(alias, name string) bool {
	for other := range t.names {
		if other != name && strings.HasPrefix(other, alias+" ") {
			return true
		}
	}
	return false
}
