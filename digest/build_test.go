package digest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"newsbot/digest/entity"
	"newsbot/digest/rescue"
	"newsbot/digest/text"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// wall returns articles by three outlets on two events.
func wall() []Article {
	articles := []Article{
		{Source: "Courier", URL: "https://courier.example/1", Published: noon, Title: "Storm Hedda breaks the sea wall at Esbjerg",
			Text: "A storm surge broke the sea wall at Esbjerg on Monday and forced 4,000 people from their homes, the Danish Emergency Management Agency said.\nStorm Hedda had crossed the North Sea in the night with gusts of 140 kilometres an hour.\nTwo ferries were driven against the quay of the harbour and the railway to Ribe was closed.\nThe government in Copenhagen will decide on Tuesday whether to declare the town a disaster area."},
		{Source: "Wire", URL: "https://wire.example/1", Published: noon.Add(-time.Hour), Title: "Sea wall at Esbjerg breaks in Storm Hedda",
			Text: "Storm Hedda broke the sea wall of the Danish town of Esbjerg on Monday and flooded its harbour district.\nSome 4,200 residents of Esbjerg were taken to schools inland, police said.\nThe European Commission offered pumps and maps made by satellite to the Danish authorities.\nPrime Minister Henrik Dalgaard broke off a visit to Brussels and will see the damage in the afternoon."},
		{Source: "Post", URL: "https://post.example/1", Published: noon.Add(time.Hour), Title: "Ilse Vermaak wins the Tour of the Lakes",
			Text: "Ilse Vermaak of South Africa won the Tour of the Lakes on Sunday with an attack on the last climb to Bellano.\nShe made up 41 seconds on Lucía Arrieta of Spain."},
	}
	for i := range articles {
		articles[i].Identify("")
	}
	return articles
}

func briefs(t testing.TB, articles []Article) []Brief {
	t.Helper()
	z, err := analyzer()
	if err != nil {
		t.Fatal(err)
	}
	var out []Brief
	for a, err := range z.AnalyzeAll(t.Context(), StreamOf(articles...), 2) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, NewBrief(a.Article, a.Analysis))
	}
	return out
}

func TestBuild(t *testing.T) {
	articles := wall()
	d := Build(briefs(t, articles), Options{Edition: "Test"})
	if d.Articles != 3 || d.Sources != 3 || len(d.Stories) != 2 {
		t.Fatalf("%d articles, %d sources, %d stories; want 3, 3, 2", d.Articles, d.Sources, len(d.Stories))
	}
	s := d.Stories[0]
	if len(s.Articles) != 2 || len(s.Sources) != 2 || !strings.Contains(s.Headline, "Esbjerg") {
		t.Errorf("the first story is %q by %v, want the one that two sources tell", s.Headline, s.Sources)
	}
	if !s.From.Equal(noon.Add(-time.Hour)) || !s.To.Equal(noon) {
		t.Errorf("the story lasts from %s to %s", s.From, s.To)
	}
	if n := len(s.Points); n < 2 || n > storyPoints {
		t.Errorf("%d points, want 2 or 3", n)
	}
	byID := map[string]Article{}
	for _, a := range articles {
		byID[a.ID] = a
	}
	for _, s := range d.Stories {
		for _, p := range append(s.Points, s.Details...) {
			a := byID[p.Article]
			if doc := a.Title + "\n" + a.Text; p.URL != a.URL || p.Source != a.Source || doc[p.Start:p.End] != p.Text {
				t.Errorf("point %q does not stand at %d:%d of %s", p.Text, p.Start, p.End, p.Article)
			}
		}
	}
	if i := slices.IndexFunc(d.Entities, func(e EntityCount) bool { return e.Name == "Esbjerg" }); i < 0 || d.Entities[i].Count != 2 || d.Entities[i].Type != entity.Place {
		t.Errorf("entities are %v, want Esbjerg, a place that two articles name", d.Entities)
	}
}

// Pages that tell no news, and names in them, are in a digest for which the reader asks by a topic.
func TestBuildTellsNews(t *testing.T) {
	articles := append(wall(),
		Article{ID: "00000000000000c1", Source: "Post", Published: noon, Title: "Crossword 11,402", Text: "Across: 1. River of Esbjerg in Denmark (4)."},
		Article{ID: "00000000000000c2", Source: "Post", Published: noon, Title: "Today in history: November 23", Text: "In 1889 Gustav Holm opened the first coin-fed gramophone in San Francisco."})
	d := Build(briefs(t, articles), Options{})
	if d.Read != 5 || d.Articles != 3 || d.Pages != 2 || len(d.Stories) != 2 {
		t.Errorf("%d articles read, %d told in %d stories, %d pages left out; want 5, 3, 2 and 2", d.Read, d.Articles, len(d.Stories), d.Pages)
	}
	if slices.ContainsFunc(d.Entities, func(e EntityCount) bool { return e.Name == "San Francisco" }) {
		t.Errorf("names are %v, with one of a page without news", d.Entities)
	}
	if d = Build(briefs(t, articles), Options{Filter: Filter{Topics: []string{"crossword"}}}); len(d.Stories) != 1 {
		t.Errorf("%d stories on crosswords, want 1", len(d.Stories))
	}
}

// A digest counts every name, so that whoever shows some of them can say how many there are.
func TestBuildCountsAllNames(t *testing.T) {
	a := Brief{ID: "00000000000000aa", Title: "Norland names its mayors"}
	for i := range 1000 {
		a.Entities = append(a.Entities, Name{ID: fmt.Sprintf("person/mayor-%d", i), Name: fmt.Sprintf("Mayor %d", i), Type: entity.Person})
	}
	if n := len(Build([]Brief{a}, Options{}).Entities); n != len(a.Entities) {
		t.Errorf("%d names are counted, want %d", n, len(a.Entities))
	}
}

func TestBuildDoesNotDependOnOrder(t *testing.T) {
	articles := briefs(t, wall())
	want := Build(articles, Options{})
	for range 5 {
		rand.Shuffle(len(articles), func(i, j int) { articles[i], articles[j] = articles[j], articles[i] })
		if got := Build(articles, Options{}); !reflect.DeepEqual(got, want) {
			t.Fatalf("another order gives another digest:\n got %+v\nwant %+v", got, want)
		}
	}
}

func TestBuildTellsTheFirstStories(t *testing.T) {
	all := Build(briefs(t, wall()), Options{})
	some := Build(briefs(t, wall()), Options{Tell: 1})
	if !reflect.DeepEqual(some.Stories[0], all.Stories[0]) {
		t.Errorf("the first story is %+v, want %+v", some.Stories[0], all.Stories[0])
	}
	if s := some.Stories[1]; len(s.Points)+len(s.Details)+len(s.Entities)+len(s.Headline) > 0 || s.ID != all.Stories[1].ID {
		t.Errorf("the second story is told: %+v", s)
	}
}

// A story by itself is what a digest of its articles alone tells.
func TestNewStory(t *testing.T) {
	articles := briefs(t, wall())[:2]
	want := Build(articles, Options{Now: noon}).Stories[0]
	for range 2 {
		if got := NewStory(articles, noon); !reflect.DeepEqual(got, want) {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
		slices.Reverse(articles)
	}
}

// TestBuildTellsBeforeHeadlines: of what is told in a few words there is no point, and it comes behind news.
func TestBuildTellsBeforeHeadlines(t *testing.T) {
	told := Article{URL: "https://a.example/1", Source: "Post", Title: "Carmaker Rehberg cuts 1,400 jobs in Zwickau", Published: noon.Add(-5 * time.Hour),
		Text: "The supplier Rehberg will cut 1,400 of its 3,100 jobs in Zwickau by 2028, its chief executive Marta Olin said on Monday."}
	closed := Article{URL: "https://b.example/1", Source: "Courier", Title: "Road closed", Text: "The A19 is closed.", Published: noon}
	d := Build(briefs(t, []Article{told, closed}), Options{Now: noon})
	if len(d.Stories) != 2 || d.Stories[0].Headline != told.Title {
		t.Errorf("first comes %q", d.Stories[0].Headline)
	}
	also := Article{URL: "https://c.example/1", Source: "Ledger", Title: "Road closed: A19", Text: "The A19 is closed.", Published: noon}
	d = Build(briefs(t, []Article{told, closed, also}), Options{Now: noon})
	if len(d.Stories) != 2 || d.Stories[0].Headline == told.Title {
		t.Errorf("before what two outlets have comes %q", d.Stories[0].Headline)
	}
}

// TestBuildTellsBeforeTables: what is no more than a table or a list of results stands behind all that tells something,
// behind a headline too; with a sentence it is as good as any.
func TestBuildTellsBeforeTables(t *testing.T) {
	const medals = "Country Gold Silver Bronze Total\nNorway 14 11 12 37\nGermany 12 10 11 33\nUnited States 9 12 8 29\nCanada 7 10 8 25\nFrance 6 4 5 15"
	for told, last := range map[string]string{
		"": "Norway leads the Winter Games", "Norway won its 14th gold medal of the Winter Games on Monday, one more than ever before.\n": "Museum of Ribe to get a new roof",
	} {
		d := Build(briefs(t, []Article{
			{ID: "a", Source: "Courier", Published: noon, Title: "Norway leads the Winter Games", Text: told + medals},
			{ID: "b", Source: "Wire", Published: noon.Add(-24 * time.Hour), Title: "Museum of Ribe to get a new roof", Text: "Museum of Ribe to get a new roof"},
			{ID: "c", Source: "Post", Published: noon, Title: "Ferries collide off Esbjerg", Text: "Two ferries collided off Esbjerg on Monday and 14 people were hurt, the coast guard said."},
		}), Options{})
		if got := d.Stories[len(d.Stories)-1].Headline; len(d.Stories) != 3 || got != last {
			t.Errorf("behind %d stories stands %q, want %q", len(d.Stories), got, last)
		}
	}
}

func TestBuildNothing(t *testing.T) {
	if d := Build(nil, Options{}); d.Articles != 0 || len(d.Stories) != 0 || d.Zone == nil {
		t.Errorf("Build of nothing = %+v", d)
	}
}

func TestLoneStoryTellsMore(t *testing.T) {
	a := Article{Title: "Grid of Norland fails", Text: strings.Join([]string{
		"The grid operator of Norland cut power to 200,000 homes on Monday after a fire at the Kirkwall substation.",
		"Engineers found that a transformer from 1968 had leaked oil into a cable tunnel for weeks.",
		"The hospital of Kirkwall moved 41 patients to Inverness by helicopter in the morning.",
		"Schools stay closed until Wednesday, the county council decided at a meeting in the night.",
		"A report of 2019 had asked for 12 million pounds to replace the old transformers of the county.",
	}, "\n")}
	a.Identify("")
	d := Build(briefs(t, []Article{a}), Options{})
	if len(d.Stories) != 1 || len(d.Stories[0].Points) < 3 {
		t.Errorf("%d stories, points %v; want 3 to 5 points of the only story", len(d.Stories), d.Stories[0].Points)
	}
}

func TestAnalyzeAllKeepsOrderAndStopsEarly(t *testing.T) {
	z, err := analyzer()
	if err != nil {
		t.Fatal(err)
	}
	var in []Article
	for i := range 100 {
		in = append(in, Article{ID: string(rune('A' + i)), Text: strings.Repeat("A long sentence about nothing. ", (i*37)%50)})
	}
	i := 0
	for a := range z.AnalyzeAll(t.Context(), StreamOf(in...), 4) {
		if a.Article.ID != in[i].ID {
			t.Fatalf("article %d is %q, want %q", i, a.Article.ID, in[i].ID)
		}
		if i++; i == 50 {
			break
		}
	}
}

// An article that cannot be analysed is an error of its own, with its name, in its
// place among the others.
func TestAnalyzeAllGoesOn(t *testing.T) {
	z := &Analyzer{entities: new(entity.Recognizer), indexer: text.NewIndexer()} // without a model, which only an empty text in another language does not need
	empty := Article{ID: "0", Language: "fr"}
	english := Article{ID: "1", URL: "https://ann:secret@a.example/1", Text: "The harbour board of Sund will build a wall, the mayor said on Tuesday."}
	var got []string
	for a, err := range z.AnalyzeAll(t.Context(), StreamOf(empty, english, empty), 2) {
		var p *rescue.Panic
		if errors.As(err, &p) != (a.Article.ID == "1") {
			t.Errorf("article %s: %v", a.Article.ID, err)
		}
		got = append(got, a.Article.ID)
		if err != nil && (!strings.Contains(err.Error(), "article 1 (https://a.example/1) cannot be analysed") || !strings.Contains(p.Stack, "Recognizer")) {
			t.Errorf("error %q with the stack %q", err, p.Stack)
		}
	}
	if !slices.Equal(got, []string{"0", "1", "0"}) {
		t.Errorf("articles %q, want all three in order", got)
	}
}

func TestDossier(t *testing.T) {
	articles := briefs(t, wall())[:2]
	var id string
	for _, e := range CountEntities(articles) {
		if e.Name == "Esbjerg" {
			id = e.ID
		}
	}
	from, to := noon.Add(-48*time.Hour), noon.Add(time.Hour)
	d := NewDossier(id, articles, nil, from, to)
	if d.Entity.Name != "Esbjerg" || d.Entity.Count != 2 {
		t.Errorf("the dossier is of %+v", d.Entity)
	}
	if !d.First.Equal(noon.Add(-time.Hour)) || !d.Last.Equal(noon) || !d.Articles[0].Time().Equal(noon) {
		t.Errorf("first %s, last %s, latest article %s", d.First, d.Last, d.Articles[0].Time())
	}
	var counts []int
	for _, day := range d.Days {
		counts = append(counts, day.Count)
	}
	if !slices.Equal(counts, []int{0, 0, 2}) {
		t.Errorf("articles a day: %v, want [0 0 2]", counts)
	}
	today := noon.Truncate(24 * time.Hour)
	d.Count([]DayCount{{today.AddDate(0, 0, -1), 5}, {today, 9}, {today.AddDate(0, 0, -40), 1}})
	if d.Entity.Count != 15 || d.Days[1].Count != 5 || d.Days[2].Count != 9 {
		t.Errorf("counted anew: %d, %v", d.Entity.Count, d.Days)
	}
	if !slices.ContainsFunc(d.Points, func(p StoryPoint) bool { return strings.Contains(p.Text, "Esbjerg") }) {
		t.Errorf("no point of %v names Esbjerg", d.Points)
	}
}

// TestDossierOfOneEvent expects two points that have little beside the name in common to be told both.
func TestDossierOfOneEvent(t *testing.T) {
	bank := []Name{{ID: "organization/bank-of-norland", Name: "Bank of Norland", Type: "organization", Salience: 0.9}}
	articles := []Brief{
		{ID: "1", Source: "a", Published: noon, Entities: bank, Points: []KeyPoint{{Score: 0.9,
			Text: "The krone of Norland dropped to its weakest level in seven months on Monday after the Bank of Norland unexpectedly cut interest rates."}}},
		{ID: "2", Source: "b", Published: noon.Add(-time.Hour), Entities: bank, Points: []KeyPoint{{Score: 0.9,
			Text: "The Bank of Norland lowered its benchmark interest rate by a quarter of a point to 2% on Monday, surprising most analysts."}}},
	}
	if d := NewDossier(bank[0].ID, articles, nil, noon.Add(-2*time.Hour), noon.Add(time.Hour)); len(d.Points) != 2 {
		t.Errorf("told: %q", texts(d.Points))
	}
}

// Where few points name the entity, a dossier tells what else the texts say of it, and
// nothing of those that do not.
func TestDossierOfFewNamings(t *testing.T) {
	esbjerg := []Name{{ID: "place/esbjerg", Name: "Esbjerg", Type: "place", Salience: 0.9}}
	articles := []Brief{
		{ID: "1", Published: noon, Entities: esbjerg, Points: []KeyPoint{
			{Text: "The storm broke the wall of Esbjerg at dawn.", Score: 0.9},
			{Text: "Six hundred households sleep in schools tonight.", Score: 0.5},
		}},
		{ID: "2", Published: noon.Add(-time.Hour), Entities: esbjerg, Points: []KeyPoint{
			{Text: "A ferry company carried more cars than ever.", Score: 0.9},
		}},
	}
	const more = "The company said that its ferries from Esbjerg would sail again on Friday morning."
	z, err := analyzer()
	if err != nil {
		t.Fatal(err)
	}
	text := Article{ID: "2", Title: "Ferries carry more cars", Text: "A ferry company carried more cars than ever in the third week of November.\n" + more}
	n, err := z.Analyze(text)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		texts []Analyzed
		want  []string
	}{
		{nil, []string{articles[0].Points[0].Text}},
		{[]Analyzed{{text, n}}, []string{articles[0].Points[0].Text, more}},
	} {
		var told []string
		for _, p := range NewDossier("place/esbjerg", articles, c.texts, noon.Add(-time.Hour), noon.Add(time.Hour)).Points {
			told = append(told, p.Text)
		}
		if diff := cmp.Diff(c.want, told); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// A dossier tells what names the entity, in whatever form, and not what holds a word
// of its name or is of somebody with a longer one.
func TestDossierTellsOfTheEntity(t *testing.T) {
	britain := Name{ID: "place/united-kingdom", Name: "United Kingdom", Type: "place"}
	party := Name{ID: "organization/uk-independence-party", Name: "UK Independence Party", Type: "organization"}
	article := Brief{ID: "1", Published: noon, Entities: []Name{britain, party}, Points: []KeyPoint{
		{Text: "The Magic Kingdom opened a third gate.", Score: 0.9},
		{Text: "Members of the UK Independence Party met in Hull.", Score: 0.8},
		{Text: "Ferries between Britain and the islands ran late.", Score: 0.2},
		{Text: "The U.K. has asked for two more ships.", Score: 0.1},
	}}
	d := NewDossier(britain.ID, []Brief{article}, nil, noon.Add(-time.Hour), noon.Add(time.Hour))
	if len(d.Points) != 2 || d.Points[0].Text != article.Points[2].Text || d.Points[1].Text != article.Points[3].Text {
		t.Errorf("points %+v, want the last two of the article", d.Points)
	}
}

func BenchmarkAnalyze(b *testing.B) {
	z, err := analyzer()
	if err != nil {
		b.Fatal(err)
	}
	a := wall()[0]
	a.Text = strings.Repeat(a.Text+"\n", 12) // some 500 words
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		z.Analyze(a)
	}
}

// Two spellings of a host are one outlet.
func TestCountOutlets(t *testing.T) {
	articles := []Brief{{URL: "https://Example.com/1"}, {URL: "https://www.example.com/2"}, {URL: "https://example.org/1"}, {Source: "Example"}, {}}
	if got := countOutlets(articles); got != 3 {
		t.Errorf("countOutlets = %d, want 3", got)
	}
}
