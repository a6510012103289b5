package main

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"

	"newsbot/digest/entity/tagger"
)

// replacements are the lists that names for the augmented sentences come from.
var replacements = [tagger.NumKinds][]string{
	tagger.Organization: {
		"companies/companies_news_handmade.tsv", "companies/companies_large_financedatabase.tsv",
		"companies/banks_nsi.tsv", "orgs_international/newsworthy_orgs_handmade.tsv",
		"orgs_international/ngos_handmade.tsv", "media/news_agencies_broadcasters_handmade.tsv",
		"government/us_federal_main_handmade.tsv", "government/uk_main_handmade.tsv",
		"sports/north_american_teams_handmade.tsv", "orgs/football_clubs.txt", "parties/parties_factbook.tsv",
	},
	tagger.Place: {
		"places/world_cities_major_naturalearth.tsv", "geo/countries.txt", "places/regions_handmade.tsv",
		"geo/us_cities.txt", "geo/english_towns.txt", "places/subnational_rigour.tsv",
	},
}

// augmenter makes documents out of documents by putting other names in the
// place of theirs (mention replacement, Dai & Adel 2020), for the corpora know
// few companies and the names of few peoples.
type augmenter struct {
	random    *rand.Rand
	names     [tagger.NumKinds][]string
	forenames []string
	surnames  []string
}

func newAugmenter(dir string) (*augmenter, error) {
	a := &augmenter{random: rand.New(rand.NewPCG(7, 8))}
	into := func(dst *[]string, path string) error {
		err := eachLine(filepath.Join(dir, "gazetteers", path), func(line string) {
			columns := strings.Split(line, "\t")
			name := columns[0]
			if len(columns) > 1 && strings.Contains(path, "companies_large") && columns[1] != "" {
				name = columns[1] // without the legal form, as news has it
			}
			if n := len(strings.Fields(name)); n > 0 && n <= 5 && capitalised(name) && !strings.ContainsAny(name, "(),/|") {
				*dst = append(*dst, name)
			}
		})
		if err != nil {
			return fmt.Errorf("read names for augmentation: %w", err)
		}
		return nil
	}
	for kind, paths := range replacements {
		for _, p := range paths {
			if err := into(&a.names[kind], p); err != nil {
				return nil, err
			}
		}
	}
	if err := into(&a.forenames, "people/forenames_by_country.tsv"); err != nil {
		return nil, err
	}
	return a, into(&a.surnames, "people/surnames_by_country.tsv")
}

// augment returns copies of a share of the documents with other names.
func (a *augmenter) augment(docs [][]labelled, share float64) (copies [][]labelled) {
	for _, doc := range docs {
		if a.random.Float64() >= share || !hasNames(doc) {
			continue
		}
		chosen := map[string][]string{}
		changed := make([]labelled, len(doc))
		for i, s := range doc {
			changed[i] = a.rename(s, chosen)
		}
		copies = append(copies, changed)
	}
	return copies
}

func hasNames(doc []labelled) bool {
	for _, s := range doc {
		if len(s.names) > 0 {
			return true
		}
	}
	return false
}

// rename returns a sentence with other names; the same name in a document
// always becomes the same other one.
func (a *augmenter) rename(s labelled, chosen map[string][]string) labelled {
	out := labelled{partial: s.partial, share: s.share}
	at := 0
	keep := func(end int) {
		out.pieces = append(out.pieces, s.pieces[at:end]...)
		out.free = append(out.free, s.free[at:end]...)
		at = end
	}
	for _, n := range s.names {
		keep(n.First)
		first := len(out.pieces)
		if n.Kind == tagger.Misc {
			keep(n.Last)
		} else {
			pieces := a.other(s.pieces[n.First:n.Last], n.Kind, chosen)
			out.pieces = append(out.pieces, pieces...)
			out.free = append(out.free, make([]bool, len(pieces))...)
			at = n.Last
		}
		out.names = append(out.names, tagger.Name{First: first, Last: len(out.pieces), Kind: n.Kind})
	}
	keep(len(s.pieces))
	return out
}

func (a *augmenter) other(name []string, k tagger.Kind, chosen map[string][]string) []string {
	id := fmt.Sprint(k, name)
	if chosen[id] != nil {
		return chosen[id]
	}
	var other []string
	switch {
	case k != tagger.Person:
		other = tagger.Split(a.pick(a.names[k]))
	case len(name) == 1:
		other = tagger.Split(a.pick(a.surnames))
	default:
		last := a.other(name[len(name)-1:], k, chosen)
		other = append(tagger.Split(a.pick(a.forenames)), last...)
	}
	chosen[id] = other
	return other
}

func (a *augmenter) pick(from []string) string { return from[a.random.IntN(len(from))] }
