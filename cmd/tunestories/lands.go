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

// ambiguous are names of several places, or of one that two countries hold to be theirs, which do not say in which land it is.
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
// slug of an ID and a code, one a line, that of a city with its slug behind a slash; none of a land whose name others have.
func printLands(w io.Writer, folder string) error {
	states, ofStates := readPlaces(filepath.Join(folder, statesList))
	cities, ofCities := readPlaces(filepath.Join(folder, citiesList))
	short, ofShort := readPlaces(filepath.Join(folder, countriesList))
	if err := cmp.Or(ofStates, ofCities, ofShort); err != nil {
		return fmt.Errorf("read gazetteers: %w", err)
	}
	out := bufio.NewWriter(w)
	lands := landsOf(states, cities, short)
	for _, slug := range slices.Sorted(maps.Keys(lands)) {
		fmt.Fprintln(out, slug, lands[slug])
	}
	return out.Flush()
}

// landsOf returns the codes by slug, given the states, the world's cities and short names of countries.
func landsOf(states, cities, short []place) landCodes {
	lands, country := make(landCodes), map[string]string{"United States": unitedStates} // its code by name
	inState := make(map[string]string)
	for _, s := range states {
		inState[s.name] = unitedStates + "-" + slugOf(s.name)
		lands.add(inState[s.name], s.name)
	}
	for _, c := range cities {
		country[c.of(countryOf)] = c.of(codeOf)
	}
	for _, name := range slices.Sorted(maps.Keys(country)) {
		lands.add(whole(country[name]), name)
	}
	for _, c := range short {
		lands.add(whole(country[c.name]), c.names()...)
	}
	lands.add(country["United Kingdom"], "England", "Scotland", "Wales")
	several, seen := make(map[string]bool), make(map[string]string) // cities of one name
	for _, c := range cities {
		code, slug := whole(c.of(codeOf)), slugOf(c.name)
		if code == unitedStates {
			code = cmp.Or(inState[c.of(provinceOf)], code)
		}
		several[slug] = several[slug] || seen[slug] != "" && seen[slug] != code
		seen[slug] = code
		lands.add(code+"/"+slug, c.names()...)
	}
	for bank, code := range centralBanks {
		lands.add(code, bank)
	}
	maps.DeleteFunc(lands, func(slug, code string) bool {
		return several[slug] || isCity(code) && slices.Contains(ambiguous, slug)
	})
	for slug := range lands {
		if slices.Contains(ambiguous, slug) {
			lands[slug] = ""
		}
	}
	return lands
}

// whole returns the code of the land that one is told of as of.
func whole(code string) string { return cmp.Or(parts[code], code) }

// isCity reports whether a code is that of a city.
func isCity(code string) bool { return strings.Contains(code, "/") }

// landCodes are codes of lands by the slugs of names.
type landCodes map[string]string

// add adds names of a land, unless they are those of one already, or the land is unknown.
func (l landCodes) add(code string, names ...string) {
	for _, n := range names {
		if slug := slugOf(n); slug != "" && code != "" && l[slug] == "" {
			l[slug] = code
		}
	}
}

// place is a line of a list.
type place struct{ name, aliases, known string }

// names returns the aliases of a place and its name.
func (p place) names() []string { return append(strings.Split(p.aliases, "|"), p.name) }

// What is known of a city, between semicolons.
const (
	codeOf = iota
	countryOf
	provinceOf
)

// of returns one of the things that are known, "" where it is not.
func (p place) of(what int) string {
	if known := strings.Split(p.known, ";"); what < len(known) {
		return known[what]
	}
	return ""
}

// slugOf returns the slug of the ID of a place.
func slugOf(name string) string {
	_, slug, _ := strings.Cut(entity.ID(entity.Place, name), "/")
	return slug
}

func readPlaces(name string) (places []place, err error) {
	file, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(file)) {
		if f := strings.Split(strings.TrimRight(line, "\r\n"), "\t"); len(f) == 3 {
			places = append(places, place{f[0], f[1], f[2]})
		}
	}
	return places, nil
}
