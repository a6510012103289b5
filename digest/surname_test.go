package digest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// naming returns an article for each list of names, "type:Name" with commas between,
// and behind a stroke the story that it is in.
func naming(lists ...string) []Brief {
	var out []Brief
	for i, list := range lists {
		names, story, _ := strings.Cut(list, "|")
		b := Brief{ID: fmt.Sprint(i), Story: story}
		for spec := range strings.SplitSeq(names, ",") {
			kind, name, _ := strings.Cut(spec, ":")
			kind, guess := strings.CutSuffix(kind, "?")
			id := kind + "/" + strings.ReplaceAll(text.Fold(name), " ", "-")
			b.Entities = append(b.Entities, Name{ID: id, Name: name, Type: entity.Type(kind), Count: 1, Guess: guess})
		}
		out = append(out, b)
	}
	return out
}

// persons returns the persons that articles name, with their counts, in order.
func persons(articles []Brief) (out []string) {
	for _, e := range CountEntities(articles) {
		if e.Type == entity.Person {
			out = append(out, fmt.Sprint(e.Name, " ", e.Count))
		}
	}
	return out
}

func TestCountEntitiesJoinsSurnames(t *testing.T) {
	for _, c := range []struct {
		name     string
		articles []Brief
		want     []string
	}{
		{"by what is named with them", naming("person:Ilse Vermaak,event:Tour of the Lakes", "person:Vermaak,event:Tour of the Lakes"),
			[]string{"Ilse Vermaak 2"}},
		{"by two places", naming("person:Ilse Vermaak,place:Spain,place:Bellano", "person:Vermaak,place:Bellano,place:Spain"),
			[]string{"Ilse Vermaak 2"}},
		{"by the story", naming("person:Ilse Vermaak|7", "person:Vermaak|7"), []string{"Ilse Vermaak 2"}},
		{"not by one place", naming("person:Ilse Vermaak,place:Spain", "person:Vermaak,place:Spain"),
			[]string{"Ilse Vermaak 1", "Vermaak 1"}},
		{"not where several have it", naming("person:Ilse Vermaak|7", "person:Jan Vermaak|7", "person:Vermaak|7"),
			[]string{"Ilse Vermaak 1", "Jan Vermaak 1", "Vermaak 1"}},
		{"who is named far more often", naming("person:Ilse Vermaak|7", "person:Ilse Vermaak|7", "person:Ilse Vermaak|7", "person:Jan Vermaak|7", "person:Vermaak|7"),
			[]string{"Ilse Vermaak 4", "Jan Vermaak 1"}},
		{"not where the surname is far more frequent", naming("person:Ilse Vermaak|7", "person:Vermaak|7", "person:Vermaak|7", "person:Vermaak|7"),
			[]string{"Vermaak 3", "Ilse Vermaak 1"}},
		{"not where a company has it", naming("person:Ilse Vermaak|7", "organization:Vermaak Capital|7", "person:Vermaak|7"),
			[]string{"Ilse Vermaak 1", "Vermaak 1"}},
		{"a king with a title and without", naming("person:King Osric III", "person:Osric III", "product:Osric III"), []string{"King Osric III 3"}},
		{"not another king", naming("person:King Osric III", "person:Osric II"), []string{"King Osric III 1", "Osric II 1"}},
		{"in two spellings of a forename", naming("person:Sergei Alen", "person:Sergey Alen"), []string{"Sergei Alen 2"}},
		{"in two spellings", naming("person:Boris Alensky", "person:Boris Alenskyy", "person:Boris Alenskiy"), []string{"Boris Alenskiy 3"}},
		{"a place of that name is none", naming("person:Grace Nairobi|7", "place:Nairobi|7"), []string{"Grace Nairobi 1"}},
	} {
		if got := persons(c.articles); !slices.Equal(got, c.want) {
			t.Errorf("%s: persons are %q, want %q", c.name, got, c.want)
		}
	}
}

func TestBearer(t *testing.T) {
	person := func(id, name string, count int) EntityCount {
		return EntityCount{ID: id, Name: name, Type: entity.Person, Count: count}
	}
	named := []EntityCount{
		person("person/vermaak", "Vermaak", 4), person("person/ilse-vermaak", "Ilse Vermaak", 6), person("person/jan-vermaak", "Jan Vermaak", 2),
		{ID: "place/port-vermaak", Name: "Port Vermaak", Type: entity.Place, Count: 9},
	}
	if e, ok := Bearer(named[0], named); !ok || e.ID != "person/ilse-vermaak" {
		t.Errorf("Bearer of Vermaak is %v, %v, want Ilse Vermaak, who has three times as many articles as Jan", e, ok)
	}
	named[2].Count++
	if e, ok := Bearer(named[0], named); ok {
		t.Errorf("Bearer of Vermaak is %v, want nobody: Jan Vermaak has half as many articles", e)
	}
	if e, ok := Bearer(named[1], named); ok {
		t.Errorf("Bearer of Ilse Vermaak is %v, want nobody", e)
	}
}

func TestCountEntitiesOutvotesTypes(t *testing.T) {
	for _, c := range []struct {
		name     string
		articles []Brief
		want     []string
	}{
		{"a company once taken for a person", naming("person:Corvane", "organization:Corvane", "organization:Corvane", "organization:Corvane"),
			[]string{"organization/corvane 4"}},
		{"articles do not agree what it is", naming("product:Quayfall", "work:Quayfall", "work:Quayfall", "other:Quayfall"),
			[]string{"work/quayfall 4"}},
		{"what a company makes is called as it is", naming("product:Redquay", "organization:Redquay", "organization:Redquay"), []string{"organization/redquay 3"}},
		{"a company is called as what it makes", naming("product:Redquay", "product:Redquay", "organization:Redquay"), []string{"product/redquay 3"}},
		{"twice as often is not enough", naming("person:Paris", "place:Paris", "place:Paris"), []string{"place/paris 2", "person/paris 1"}},
		{"who is called by the word", naming("person:Ada Lund,place:Lund|7", "person:Lund|7", "place:Lund", "place:Lund"),
			[]string{"place/lund 3", "person/ada-lund 2"}},
	} {
		var got []string
		for _, e := range CountEntities(c.articles) {
			got = append(got, fmt.Sprint(e.ID, " ", e.Count))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCountEntitiesShowsTheBestName(t *testing.T) {
	for list, want := range map[string]string{
		"person:SAN Diego|person:San Diego|person:SAN DIEGO": "San Diego 3",
		"person:Boris Alensky|person:Boris Alenskyy":         "Boris Alenskyy 2",
	} {
		if got := strings.Join(persons(naming(strings.Split(list, "|")...)), ","); got != want {
			t.Errorf("%s: %s, want %s", list, got, want)
		}
	}
}
