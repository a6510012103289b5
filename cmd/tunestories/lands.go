package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"newsbot/digest/entity"
)

// Lists of the gazetteers that lands are made of: lines of a name, its aliases between bars and what is known of it, with tabs
// between them.
const (
	citiesList    = "places/world_cities_major_naturalearth.tsv"
	statesList    = "places/us_states_ap_handmade.tsv"
	countriesList = "places/countries_short_names_handmade.tsv"
)

const unitedStates = "US"

// ambiguous are names of several places, or of one that two countries hold to be theirs, which say nothing.
var ambiguous = strings.Fields(`georgia washington new-york birmingham cambridge richmond portland kingston hamilton victoria valencia
	georgetown santiago san-jose cordoba sevastopol simferopol kerch ireland northern-ireland`)

// parts are lands that news tell of as of others.
var parts = map[string]string{"HK": "CN", "MO": "CN", "PS": "IL", "PR": unitedStates, "GL": "DK", "FO": "DK"}

// centralBanks are known by the land whose rates they set.
var centralBanks = map[string]string{
	"European Central Bank": "EU", "Bank of England": "GB", "Federal Reserve": unitedStates, "Bank of Japan": "JP", "Riksbank": "SE",
	"Norges Bank": "NO", "Danmarks Nationalbank": "DK", "Swiss National Bank": "CH", "Bank of Canada": "CA", "Bank of Korea": "KR",
	"Reserve Bank of Australia": "AU", "Reserve Bank of New Zealand": "NZ", "Reserve Bank of India": "IN", "People's Bank of China": "CN",
}

// printLands writes in which country, or state of the United States, cities, countries, states and central banks are: the
// slug of an ID and a code, one a line.
func printLands(w io.Writer, folder string) error {
	lands := make(map[string]string)
	add := func(name, aliases, code string) {
		for _, n := range append(strings.Split(aliases, "|"), name) {
			if slug := slugOf(n); slug != "" && lands[slug] == "" {
				lands[slug] = code
			}
		}
	}
	country := make(map[string]string) // code by name
	states := make(map[string]string)
	var cities [][3]string
	if err := readList(folder, statesList, func(name, aliases, more string) {
		states[name] = unitedStates + "-" + slugOf(name)
		add(name, "", states[name])
	}); err != nil {
		return err
	}
	if err := readList(folder, citiesList, func(name, aliases, more string) {
		f := strings.Split(more, ";")
		if len(f) < 3 {
			return
		}
		country[f[1]] = f[0]
		code := cmp.Or(parts[f[0]], f[0])
		if state, ok := states[f[2]]; ok && code == unitedStates {
			code = state
		}
		cities = append(cities, [3]string{name, aliases, code})
	}); err != nil {
		return err
	}
	country["United States"] = unitedStates
	for name, code := range country {
		add(name, "", cmp.Or(parts[code], code))
	}
	if err := readList(folder, countriesList, func(name, aliases, _ string) {
		if code := country[name]; code != "" {
			add(name, aliases, cmp.Or(parts[code], code))
		}
	}); err != nil {
		return err
	}
	for _, nation := range []string{"England", "Scotland", "Wales"} {
		add(nation, "", country["United Kingdom"])
	}
	several := make(map[string]bool) // cities of one name
	seen := make(map[string]string)
	for _, c := range cities {
		slug := slugOf(c[0])
		several[slug] = several[slug] || seen[slug] != "" && seen[slug] != c[2]
		seen[slug] = c[2]
		add(c[0], c[1], c[2])
	}
	for bank, code := range centralBanks {
		add(bank, "", code)
	}
	maps.DeleteFunc(lands, func(slug, _ string) bool { return several[slug] || slices.Contains(ambiguous, slug) })
	out := bufio.NewWriter(w)
	for _, slug := range slices.Sorted(maps.Keys(lands)) {
		fmt.Fprintln(out, slug, lands[slug])
	}
	return out.Flush()
}

// slugOf returns the slug of the ID of a place.
func slugOf(name string) string {
	_, slug, _ := strings.Cut(entity.ID(entity.Place, name), "/")
	return slug
}

func readList(folder, name string, each func(name, aliases, more string)) error {
	file, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		return fmt.Errorf("read gazetteers: %w", err)
	}
	for line := range strings.Lines(string(file)) {
		if f := strings.Split(strings.TrimRight(line, "\r\n"), "\t"); len(f) == 3 {
			each(f[0], f[1], f[2])
		}
	}
	return nil
}
