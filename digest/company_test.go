package digest

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

func TestCountEntitiesJoinsWordsOfCompanies(t *testing.T) {
	const full = "organization:Corvane Energy"
	for _, c := range []struct {
		name     string
		articles []Brief
		want     []string
	}{
		{"by its initials", naming("organization:Halvik Conduct Office", "organization:HCO", "organization:Halvik Conduct Office"),
			[]string{"organization/halvik-conduct-office 3"}},
		{"by initials without small words", naming("organization:Office of Halvik Accounts", "other:OHA"), []string{"organization/office-of-halvik-accounts 2"}},
		{"not by the initials of two", naming("organization:Halvik Conduct Office", "organization:HCO", "event:Harbour Chess Open"),
			[]string{"event/harbour-chess-open 1", "organization/halvik-conduct-office 1", "organization/hco 1"}},
		{"not by what all know as another", naming("organization:Bergen Boat Club", "organization:BBC"),
			[]string{"organization/bbc 1", "organization/bergen-boat-club 1"}},
		{"not by a word", naming("organization:Halvik Conduct Office", "organization:Hco"), []string{"organization/halvik-conduct-office 1", "organization/hco 1"}},
		{"a person, a place and what has no type", naming(full+"|7", "person:Corvane|7", "other:Corvane|7", full+"|7", "place:Corvane|7"),
			[]string{"organization/corvane-energy 5"}},
		{"by what is named with it", naming(full+",event:Energy Forum", "person:Corvane,event:Energy Forum"),
			[]string{"organization/corvane-energy 2", "event/energy-forum 2"}},
		{"not where nothing is shared", naming(full, "person:Corvane"),
			[]string{"organization/corvane-energy 1", "person/corvane 1"}},
		{"an organization in the story", naming(full+"|7", "organization:Corvane|7"), []string{"organization/corvane-energy 2"}},
		{"an organization elsewhere may be another", naming(full+",event:Energy Forum|7", "organization:Corvane,event:Energy Forum|8"),
			[]string{"event/energy-forum 2", "organization/corvane 1", "organization/corvane-energy 1"}},
		{"once an article", naming(full+",person:Corvane|7", "person:Corvane|7"), []string{"organization/corvane-energy 2"}},
		{"not where a person has the word", naming(full+"|7", "person:Ada Corvane|7", "organization:Corvane|7"),
			[]string{"organization/corvane 1", "organization/corvane-energy 1", "person/ada-corvane 1"}},
		{"who is named far more often", naming(full+"|7", full+"|7", full+"|7", "person:Corvane Lund|7", "person:Corvane|7"),
			[]string{"organization/corvane-energy 4", "person/corvane-lund 1"}},
		{"not where two companies have it", naming(full+"|7", "organization:Corvane Motors|7", "other:Corvane|7"),
			[]string{"organization/corvane-energy 1", "organization/corvane-motors 1", "other/corvane 1"}},
		{"not where the word is far more frequent", naming(full+"|7", "other:Corvane|7", "other:Corvane|7", "other:Corvane|7"),
			[]string{"other/corvane 3", "organization/corvane-energy 1"}},
		{"not a place", naming("organization:Boston Energy|7", "place:Boston|7"),
			[]string{"organization/boston-energy 1", "place/boston 1"}},
		{"not what is no company", naming("organization:Boston Police|7", "person:Boston|7"),
			[]string{"organization/boston-police 1", "person/boston 1"}},
		{"by as many articles where none has the full name", naming("organization:Corvane", "person:Corvane", "other:Corvane"),
			[]string{"organization/corvane 3"}},
		{"not by fewer", naming("organization:Corvane", "person:Corvane", "person:Corvane"),
			[]string{"person/corvane 2", "organization/corvane 1"}},
		{"not the surname of a person", naming("organization:Lund,person:Ada Lund|7", "person:Lund", "organization:Lund"),
			[]string{"organization/lund 2", "person/ada-lund 1", "person/lund 1"}},
		{"what one article knows and others guess", naming("organization:Corvane", "place?:Corvane", "place?:Corvane", "person?:Corvane"),
			[]string{"organization/corvane 4"}},
		{"a thing that one article knows", naming("product:Corvane", "organization?:Corvane", "organization?:Corvane", "group?:Corvane"),
			[]string{"product/corvane 4"}},
		{"far more guesses", naming("organization:Corvane", "place?:Corvane", "place?:Corvane", "place?:Corvane", "place?:Corvane", "place?:Corvane"),
			[]string{"place/corvane 6"}},
		{"an organization where as many or few more guess", naming("organization?:Corvane", "person?:Corvane", "person?:Corvane"),
			[]string{"organization/corvane 3"}},
		{"the commonest guess", naming("organization?:Corvane", "place?:Corvane", "place?:Corvane"), []string{"place/corvane 3"}},
		{"a place rather than a person", naming("person?:Corvane", "place?:Corvane"), []string{"place/corvane 2"}},
		{"not what is known as both", naming("place:Corvane", "person:Corvane", "place:Corvane", "organization?:Corvane"),
			[]string{"place/corvane 3", "person/corvane 1"}},
		{"not a guess that has a person's surname", naming("organization:Corvane", "person?:Corvane", "person:Ada Corvane"),
			[]string{"organization/corvane 1", "person/ada-corvane 1", "person/corvane 1"}},
	} {
		var got []string
		for _, e := range CountEntities(c.articles) {
			got = append(got, fmt.Sprint(e.ID, " ", e.Count))
		}
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestNewStoryKnowsItsArticles(t *testing.T) {
	for _, articles := range [][]Brief{
		naming("organization:Corvane Energy", "organization:Corvane"),
		naming("organization:Corvane Energy", "organization:Corvane|7"),
	} {
		s := NewStory(articles, time.Time{})
		if len(s.Entities) != 1 || s.Entities[0].Count != 2 {
			t.Errorf("names of a story are %v, want Corvane Energy twice", s.Entities)
		}
	}
}
