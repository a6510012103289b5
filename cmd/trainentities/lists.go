package main

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsbot/digest/entity/tagger"
)

// listSpec says which class the entries of a file under gazetteers/ are of.
type listSpec struct {
	path    string
	class   tagger.Class
	aliases bool // take the second column too
}

// gazetteers lists the files whose licence lets the entries ship (see NOTICE).
var gazetteers = []listSpec{
	{"names/first_ALL_MERGED.txt", tagger.Forename, false},
	{"people/forenames_by_country.tsv", tagger.Forename, false},
	{"people/nicknames_english.tsv", tagger.Forename, true},
	{"names/last_ALL_MERGED.txt", tagger.Surname, false},
	{"people/surnames_by_country.tsv", tagger.Surname, false},
	{"names/authors.txt", tagger.FullName, false},
	{"names/celebrities.txt", tagger.FullName, false},
	{"names/scientists.txt", tagger.FullName, false},
	{"people/us_congress_current.txt", tagger.FullName, false},
	{"people/us_presidents_vps.txt", tagger.FullName, false},
	{"politicians/heads_of_state_government_factbook_2026.tsv", tagger.FullName, true},
	{"politicians/leaders_ministers_cameo_to_2013.tsv", tagger.FullName, true},
	{"politicians/us_congress_executive.tsv", tagger.FullName, true},
	{"politicians/world_leaders_current_30.tsv", tagger.FullName, true},
	{"names/honorifics.txt", tagger.Title, false},
	{"people/titles_honorifics_handmade.tsv", tagger.Title, true},
	{"people/person_name_prefixes_rigour.tsv", tagger.Title, false},
	{"geo/countries.txt", tagger.Country, false},
	{"geo/country_alt.txt", tagger.Country, false},
	{"places/countries_factbook.tsv", tagger.Country, true},
	{"places/countries_mledoze.tsv", tagger.Country, true},
	{"places/countries_short_names_handmade.tsv", tagger.Country, true},
	{"places/countries_territories_rigour.tsv", tagger.Country, true},
	{"places/disputed_territories_naturalearth.tsv", tagger.Region, true},
	{"geo/capitals.txt", tagger.City, false},
	{"geo/cities.txt", tagger.City, false},
	{"geo/us_cities.txt", tagger.City, false},
	{"geo/english_towns.txt", tagger.City, false},
	{"places/capitals_factbook.tsv", tagger.City, false},
	{"places/cities_pop20k_dr5hn.tsv", tagger.City, true},
	{"places/city_aliases_handmade.tsv", tagger.City, true},
	{"places/world_cities_major_naturalearth.tsv", tagger.City, true},
	{"geo/admin1.txt", tagger.Region, false},
	{"geo/canada_provinces.txt", tagger.Region, false},
	{"geo/regions.txt", tagger.Region, false},
	{"geo/us_counties.txt", tagger.District, false},
	{"places/regions_handmade.tsv", tagger.Region, true},
	{"places/states_provinces_dr5hn.tsv", tagger.Region, true},
	{"places/subnational_rigour.tsv", tagger.Region, true},
	{"places/provinces_abbreviations_handmade.tsv", tagger.Region, true},
	{"places/us_states_ap_handmade.tsv", tagger.Region, true},
	{"geo/rivers.txt", tagger.Nature, false},
	{"places/highest_points_factbook.tsv", tagger.Nature, false},
	{"places/mountains_capes_naturalearth.tsv", tagger.Nature, true},
	{"places/seas_rivers_lakes_regions_naturalearth.tsv", tagger.Nature, true},
	{"places/neighbourhoods_districts_clickthathood.tsv", tagger.District, false},
	{"places/settlements_all_dr5hn.tsv", tagger.District, false},
	{"places/airports_openflights.tsv", tagger.Facility, false},
	{"places/landmarks_handmade.tsv", tagger.Facility, true},
	{"places/parks_ports_naturalearth.tsv", tagger.Facility, false},
	{"companies/companies_large_financedatabase.tsv", tagger.Company, true},
	{"companies/companies_news_handmade.tsv", tagger.Company, true},
	{"companies/airlines_openflights.tsv", tagger.Company, false},
	{"companies/banks_nsi.tsv", tagger.Company, true},
	{"companies/exchanges_indices_handmade.tsv", tagger.Company, true},
	{"companies/stock_exchanges_financedatabase.tsv", tagger.Company, false},
	{"orgs/fortune500.txt", tagger.Company, false},
	{"orgs/sp500.txt", tagger.Company, false},
	{"orgs/nasdaq.txt", tagger.Company, false},
	{"orgs/djia.txt", tagger.Company, false},
	{"orgs/car_makers.txt", tagger.Company, false},
	{"companies/companies_all_financedatabase.tsv", tagger.Brand, true},
	{"companies/brands_consumer_nsi.tsv", tagger.Brand, false},
	{"companies/brands_tech_simpleicons.tsv", tagger.Brand, false},
	{"government/ministries_agencies_iati.tsv", tagger.Government, false},
	{"government/highest_courts_factbook.tsv", tagger.Government, false},
	{"government/legislatures_factbook.tsv", tagger.Government, true},
	{"government/armed_police_intelligence_services_factbook.tsv", tagger.Government, true},
	{"government/us_congress_committees.tsv", tagger.Government, true},
	{"government/us_federal_state_agencies_gsa.tsv", tagger.Government, true},
	{"government/uk_government_organisations_govuk.tsv", tagger.Government, true},
	{"government/us_federal_main_handmade.tsv", tagger.Government, true},
	{"government/uk_main_handmade.tsv", tagger.Government, true},
	{"government/intelligence_security_police_handmade.tsv", tagger.Government, true},
	{"government/central_banks_handmade.tsv", tagger.Government, true},
	{"orgs/us_federal_agencies.txt", tagger.Government, false},
	{"orgs_international/igo_supraverden.tsv", tagger.International, true},
	{"orgs_international/newsworthy_orgs_handmade.tsv", tagger.International, true},
	{"orgs_international/ngos_handmade.tsv", tagger.International, true},
	{"orgs_international/oecd_dac_channels.tsv", tagger.International, true},
	{"orgs_international/org_short_names_factbook.tsv", tagger.International, false},
	{"orgs/charities.txt", tagger.International, false},
	{"parties/parties_factbook.tsv", tagger.Party, true},
	{"orgs/uk_parties.txt", tagger.Party, false},
	{"media/news_agencies_broadcasters_handmade.tsv", tagger.Media, true},
	{"media/outlets_fundus.tsv", tagger.Media, false},
	{"media/outlets_kite.tsv", tagger.Media, false},
	{"orgs/newspapers_us.txt", tagger.Media, false},
	{"education/universities_world_hipo.tsv", tagger.University, true},
	{"orgs/football_clubs.txt", tagger.Team, false},
	{"orgs/football_clubs_alt.txt", tagger.Team, false},
	{"sports/football_clubs_nicknames_handmade.tsv", tagger.Team, true},
	{"sports/north_american_teams_handmade.tsv", tagger.Team, true},
	{"armed_groups/armed_groups_news_handmade.tsv", tagger.Armed, true},
	{"orgs/designated_terror_groups.txt", tagger.Armed, false},
	{"geo/demonyms.txt", tagger.Nationality, false},
	{"geo/nationalities.txt", tagger.Nationality, false},
	{"groups/religions_ethnic_political_handmade.tsv", tagger.Peoples, true},
	{"groups/religions_factbook.tsv", tagger.Peoples, false},
	{"groups/ethnic_groups_factbook.tsv", tagger.Peoples, false},
	{"groups/languages_factbook.tsv", tagger.Language, false},
	{"groups/languages_rigour.tsv", tagger.Language, false},
	{"events/wars_conflicts_handmade.tsv", tagger.Event, true},
	{"events/awards_festivals_summits_handmade.tsv", tagger.Event, true},
	{"events/national_holidays_factbook.tsv", tagger.Event, false},
	{"sports/leagues_competitions_handmade.tsv", tagger.Competition, true},
	{"sports/football_leagues_openfootball.tsv", tagger.Competition, false},
	{"events/laws_treaties_handmade.tsv", tagger.Law, true},
	{"events/environment_treaties_factbook.tsv", tagger.Law, false},
	{"companies/products_news_handmade.tsv", tagger.Goods, true},
	{"helper/dates_handmade.tsv", tagger.Date, true},
	{"helper/caps_nonnames_handmade.tsv", tagger.Plain, false},
	{"helper/sentence_start_words_handmade.tsv", tagger.Plain, false},
	{"helper/news_section_labels_handmade.tsv", tagger.Plain, true},
	{"helper/org_suffix_words_handmade.tsv", tagger.OrgHead, true},
	{"helper/place_head_words_handmade.tsv", tagger.PlaceHead, true},
	{"companies/legal_forms_rigour.tsv", tagger.LegalForm, true},
}

// ownLists lists the files of lists/ beside this program, which were written for it.
var ownLists = []listSpec{
	{"companies.txt", tagger.Company, false},
	{"organizations.txt", tagger.International, false},
	{"agencies.txt", tagger.Government, false},
	{"media.txt", tagger.Media, false},
	{"teams.txt", tagger.Team, false},
	{"parties.txt", tagger.Party, false},
	{"armed.txt", tagger.Armed, false},
	{"bands.txt", tagger.Band, false},
	{"works.txt", tagger.Opus, false},
	{"goods.txt", tagger.Goods, false},
	{"events.txt", tagger.Event, false},
	{"laws.txt", tagger.Law, false},
	{"facilities.txt", tagger.Facility, false},
	{"districts.txt", tagger.District, false},
	{"nature.txt", tagger.Nature, false},
	{"towns.txt", tagger.City, false},
	{"persons.txt", tagger.FullName, false},
	{"peoples.txt", tagger.Peoples, false},
}

// nameless are the classes whose entries need no capital letter.
const nameless = tagger.Title | tagger.Plain | tagger.Date | tagger.LegalForm

// maxEntry is the number of pieces of the longest entry that is kept.
const maxEntry = 7

// readLists reads the gazetteers.
func readLists(dir string, own fs.FS) (*tagger.Parts, error) {
	entries := map[tagger.Key]tagger.Class{}
	for _, spec := range ownLists {
		names, err := fs.ReadFile(own, path.Join("lists", spec.path))
		if err != nil {
			return nil, fmt.Errorf("read list: %w", err)
		}
		for name := range strings.Lines(string(names)) {
			addEntry(entries, name, spec.class)
		}
	}
	for _, spec := range gazetteers {
		err := eachLine(filepath.Join(dir, "gazetteers", spec.path), func(line string) {
			for _, name := range entryNames(line, spec) {
				addEntry(entries, name, spec.class)
			}
		})
		if err != nil {
			return nil, fmt.Errorf("read gazetteer: %w", err)
		}
	}
	err := eachLine(filepath.Join(dir, "gazetteers/groups/nationalities_factbook.tsv"), func(line string) {
		for _, name := range entryNames(line, listSpec{aliases: true})[1:] {
			addEntry(entries, name, tagger.Nationality)
		}
	})
	p := new(tagger.Parts)
	p.Phrases, p.Classes = sortedPairs(entries)
	return p, err
}

// entryNames returns the name and, where asked for, the aliases of a line:
// name TAB alias|alias TAB code.
func entryNames(line string, spec listSpec) []string {
	columns := strings.Split(line, "\t")
	names := []string{columns[0]}
	if spec.aliases && len(columns) > 1 {
		names = append(names, strings.Split(columns[1], "|")...)
	}
	return names
}

func addEntry(entries map[tagger.Key]tagger.Class, name string, class tagger.Class) {
	name = strings.TrimSpace(name)
	first, size := utf8.DecodeRuneInString(name)
	if size == 0 || !capitalised(name) && class&nameless == 0 || isCode(name, class) {
		return
	}
	pieces := tagger.Split(strings.ReplaceAll(name, ",", " ,"))
	if len(pieces) == 0 || len(pieces) > maxEntry {
		return
	}
	entries[tagger.PhraseKey(pieces)] |= class
	if class == tagger.Title && unicode.IsLower(first) {
		pieces[0] = strings.ToUpper(name[:size]) + pieces[0][size:]
		entries[tagger.PhraseKey(pieces)] |= class
	}
}

// capitalised reports whether any word of a name begins with a capital.
func capitalised(name string) bool {
	return slices.ContainsFunc(strings.Fields(name), func(w string) bool {
		r, _ := utf8.DecodeRuneInString(w)
		return unicode.IsUpper(r) || unicode.IsDigit(r)
	})
}

// isCode reports whether a name of a place is but a code such as "IN" or "ARE".
func isCode(name string, class tagger.Class) bool {
	const places = tagger.Country | tagger.Region | tagger.City
	known := name == "US" || name == "UK" || name == "UAE" || name == "DRC" || name == "USA"
	return class&places != 0 && len(name) <= 3 && name == strings.ToUpper(name) && !known
}

// eachLine calls do with each line of a file that is not empty.
func eachLine(path string, do func(string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		if line := strings.TrimSpace(lines.Text()); line != "" {
			do(line)
		}
	}
	return lines.Err()
}
