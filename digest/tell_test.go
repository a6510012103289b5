package digest

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// follow builds the digest of a reader who was told what told says, and returns
// what they have been told after it.
func follow(articles []Brief, told map[string]Told, now time.Time) (Digest, map[string]Told) {
	d := Build(articles, Options{Now: now, Told: told})
	after := maps.Clone(told)
	maps.Copy(after, Remember(d.Stories, now))
	return d, after
}

// The first digest tells two stories as new; the next leaves out the one that
// goes on without anything new, and tells of the other what changed.
func TestBuildFollows(t *testing.T) {
	articles := wall()
	later := Article{Source: "Courier", URL: "https://courier.example/2", Published: noon.Add(22 * time.Hour), Title: "Sea wall at Esbjerg: mayor resigns after Storm Hedda",
		Text: "The mayor of Esbjerg, Jonas Friis, resigned on Tuesday over the broken sea wall.\nA storm surge broke the sea wall at Esbjerg on Monday and forced 4,000 people from their homes, the Danish Emergency Management Agency said.\nFriis had been told in March that the wall at Esbjerg needed 30 million kroner of repairs."}
	copied := articles[2]
	copied.URL, copied.Source, copied.Published = "https://ledger.example/9", "Ledger", noon.Add(23*time.Hour)
	for _, a := range []*Article{&later, &copied} {
		a.ID, a.Ref = "", ""
		a.Identify("")
	}
	all := briefs(t, append(articles, later, copied))
	for i := range all {
		all[i].Story = all[0].ID // the storm
		if all[i].Title == articles[2].Title {
			all[i].Story = all[2].ID // the tour
		}
	}

	first, told := follow(all[:3], map[string]Told{}, noon.Add(2*time.Hour))
	if len(first.Stories) != 2 || first.Known != 0 {
		t.Fatalf("the first digest has %d stories and leaves out %d, want 2 and 0", len(first.Stories), first.Known)
	}
	for _, s := range first.Stories {
		if s.Day != 1 || s.Again {
			t.Errorf("%q is told on day %d, again: %v; want it new", s.Headline, s.Day, s.Again)
		}
	}

	before := told
	second, told := follow(all[3:], told, noon.Add(26*time.Hour))
	if len(second.Stories) != 1 || second.Known != 1 {
		t.Fatalf("the second digest has %d stories and leaves out %d, want 1 and 1", len(second.Stories), second.Known)
	}
	s := second.Stories[0]
	if s.ID != all[0].ID || s.Day != 2 || !s.Again {
		t.Errorf("story %s is told on day %d, again: %v; want %s on day 2 again", s.ID, s.Day, s.Again, all[0].ID)
	}
	if len(s.Points) == 0 || !strings.HasPrefix(s.Points[0].Text, "The mayor of Esbjerg, Jonas Friis, resigned") ||
		slices.ContainsFunc(s.Points, func(p StoryPoint) bool { return strings.Contains(p.Text, "storm surge") }) {
		t.Errorf("the points of the second day are %q, want those that are new", texts(s.Points))
	}
	unheard := maps.Clone(before)
	story := unheard[s.ID]
	story.Heard = 0
	unheard[s.ID] = story
	alone, _ := follow(all[3:], unheard, noon.Add(26*time.Hour))
	if of := alone.Stories[0].Score; s.Score <= of {
		t.Errorf("a story that many told before scores %.2f, one that nobody did %.2f, want more", s.Score, of)
	}

	picky := Build(all[3:], Options{Now: noon.Add(26 * time.Hour), Hidden: []string{all[0].ID}, Filter: Filter{Mutes: []string{"zebras", "Tour of the Lakes", "Ledger"}}})
	if want := []string{"Ledger"}; !slices.Equal(picky.Muted, want) || picky.Hidden != 1 || len(picky.Stories) != 0 {
		t.Errorf("%d stories are told, %d hidden and the articles on %q left out, want 0, 1 and %q", len(picky.Stories), picky.Hidden, picky.Muted, want)
	}

	third, _ := follow(all[3:], told, noon.Add(50*time.Hour))
	if len(third.Stories) != 0 || third.Known != 2 {
		t.Errorf("a digest of the same articles has %d stories and leaves out %d, want 0 and 2", len(third.Stories), third.Known)
	}
}

func texts(points []StoryPoint) []string {
	var out []string
	for _, p := range points {
		out = append(out, p.Text)
	}
	return out
}

// What is new in a story that the reader knows is told, also where each source says
// something else.
func TestTellTellsAllThatIsNew(t *testing.T) {
	report := func(source, point string) Brief {
		return Brief{ID: source, Source: source, Published: noon, Points: []KeyPoint{{Text: point, Score: 0.5}}}
	}
	s := Story{ID: "storm", Headline: "Schools in Halvik stay closed after storm", Articles: []Brief{
		report("Courier", "All nine schools in Halvik stay closed on Tuesday after the storm."),
		report("Wire", "The water in the harbour fell by 60 centimetres during the night."),
		report("Ledger", "Insurers put the damage at 300 million crowns."),
	}}
	s.told = Told{First: noon, Last: noon, Points: []string{"A storm broke the sea wall of Halvik on Monday."}}
	newTeller(Options{Now: noon}, text.NewIndexer()).tell(&s, storyPoints)
	if len(s.Points) != 3 {
		t.Errorf("told is %q, want all three", texts(s.Points))
	}
}

// What an article of a story has beside the points that were told is no news, also where
// another outlet prints it later.
func TestBuildTellsNoLeftovers(t *testing.T) {
	rivers := []string{"Orrin", "Beauly", "Findhorn", "Deveron", "Ythan", "Ugie", "Tarland", "Esk", "Almond", "Leven", "Carron", "Teith"}
	flood := Brief{ID: "00000000000000aa", Story: "00000000000000aa", Source: "a", Title: "Rivers of Norland over their banks", Published: noon}
	for i, river := range rivers {
		flood.Points = append(flood.Points, KeyPoint{Text: fmt.Sprintf("The %s carried away %d bridges.", river, 7+3*i), Start: 100 * i, Score: 0.5})
	}
	copied := flood
	copied.ID, copied.Source, copied.Published = "00000000000000bb", "b", noon.Add(3*time.Hour)
	first, told := follow([]Brief{flood}, map[string]Told{}, noon.Add(time.Hour))
	if n := len(first.Stories[0].Details); n >= len(rivers) {
		t.Fatalf("all %d points are told, so that none is left over", n)
	}
	for _, articles := range [][]Brief{{flood}, {flood, copied}, {copied}} {
		if again, _ := follow(articles, told, noon.Add(4*time.Hour)); len(again.Stories) > 0 || again.Known != 1 {
			t.Errorf("of %d articles that have nothing new is told %q", len(articles), texts(again.Stories[0].Points))
		}
	}
}

// A story is known by the articles that told it, whatever story these are in by now, and
// what channels were told is not told again as part of another one.
func TestBuildKnowsWhatMoved(t *testing.T) {
	report := func(id, story, source string, hours int, points ...string) Brief {
		b := Brief{ID: id, Story: story, Source: source, Title: "Flood in Tarn: " + id, Published: noon.Add(time.Duration(hours) * time.Hour)}
		for _, p := range points {
			b.Points = append(b.Points, KeyPoint{Text: p, Score: 0.5})
		}
		return b
	}
	const dam, town, ferry = "The dam above Tarn burst at noon.", "Half of Tarn stood under water.", "The ferry to Sund sank in its berth."
	const court, fine, strike = "A court in Orrin freed nine sailors.", "The regulator fined a broker 300 crowns.", "Bakers in Halvik go on strike over flour."
	first := Told{First: noon, Last: noon, Points: []string{dam, town, ferry}, Articles: []string{"a", "b", "c"}}
	moved := func(n int) Told { t := first; t.Moved = n; return t }
	for _, test := range []struct {
		name     string
		told     map[string]Told
		articles []Brief
		day      int // 0: it is left out
		again    bool
		points   []string
	}{
		{"most of it", map[string]Told{"a": first, "d": moved(2)}, []Brief{report("b", "d", "B", 0, town), report("c", "d", "C", 1, ferry), report("d", "d", "D", 26, court)}, 2, true, []string{court}},
		{"an article", map[string]Told{"a": first, "d": moved(1)}, []Brief{report("b", "d", "B", 0, town), report("d", "d", "D", 26, court), report("e", "d", "E", 26, fine)}, 1, false, []string{court, fine}},
		{"an article in words that were told", map[string]Told{"a": first}, []Brief{report("d", "d", "D", 26, dam, strike)}, 1, false, []string{strike}},
		{"nothing but words that were told", map[string]Told{"a": first}, []Brief{report("d", "d", "D", 26, dam, town)}, 0, false, nil},
		{"nothing", map[string]Told{"a": first}, []Brief{report("d", "d", "D", 26, strike)}, 1, false, []string{strike}},
	} {
		t.Run(test.name, func(t *testing.T) {
			d, after := follow(test.articles, test.told, noon.Add(27*time.Hour))
			if test.day == 0 {
				if len(d.Stories) > 0 || d.Known != 1 {
					t.Errorf("told is %q, want nothing", texts(d.Stories[0].Points))
				}
				return
			}
			s := d.Stories[0]
			if s.Day != test.day || s.Again != test.again || !slices.Equal(texts(s.Points), test.points) {
				t.Errorf("on day %d, again: %v, told is %q; want day %d, %v, %q", s.Day, s.Again, texts(s.Points), test.day, test.again, test.points)
			}
			if got := after[s.ID]; got.First.Equal(noon) != test.again || got.Moved != 0 || !slices.Contains(got.Articles, "d") {
				t.Errorf("remembered is %+v", got)
			}
		})
	}
}

// Later news opens a story of its own: it is told as what changed in the one that the reader knows.
func TestBuildKnowsWhatGoesOn(t *testing.T) {
	old := Article{Source: "Wire", URL: "https://wire.example/1", Published: noon.AddDate(0, 0, -7), Title: "Earthquake shakes Norrdal",
		Text: "An earthquake of magnitude 6.6 shook the valley of Norrdal before dawn on Saturday and killed 12 people, police said.\nMayor Petra Sohl asked for tents and blankets.\nThe road from Tarnby into Norrdal was cut by landslides."}
	later := Article{Source: "Wire", URL: "https://wire.example/2", Published: noon, Title: "First wooden houses reach Norrdal",
		Text: "Lorries brought the first 40 wooden houses to Norrdal on Saturday, a week after the earthquake that killed 12 people.\nThe road from Tarnby was opened for them, Mayor Petra Sohl said."}
	other := Article{Source: "Wire", URL: "https://wire.example/3", Published: noon, Title: "Orrin opens its library",
		Text: "Orrin opened a library with 90,000 books on Saturday.\nThe architect, Ada Lind, spoke of light and silence."}
	for _, a := range []*Article{&old, &later, &other} {
		a.Identify("")
	}
	all := briefs(t, []Article{old, later, other})
	for i := range all {
		all[i].Story = all[i].ID
	}
	_, told := follow(all[:1], map[string]Told{}, noon.AddDate(0, 0, -7))
	d, after := follow(all[1:], told, noon.Add(time.Hour))
	days := make(map[string]int)
	for _, s := range d.Stories {
		days[s.Headline] = s.Day
	}
	if want := map[string]int{later.Title: 8, other.Title: 1}; !maps.Equal(days, want) {
		t.Errorf("told on days %v, want %v", days, want)
	}
	if got := after[all[1].ID]; !got.First.Equal(noon.AddDate(0, 0, -7)) || len(got.Articles) != 2 {
		t.Errorf("remembered is %+v, want it with what was told a week before", got)
	}
}

// What goes on with a story is known by its words also where an article of it has moved to another one, whatever that is called.
func TestBuildKnowsWhatGoesOnBesidesWhatMoved(t *testing.T) {
	told := Told{First: noon.AddDate(0, 0, -7), Last: noon.AddDate(0, 0, -7), Articles: []string{"k", "l"}, Points: []string{
		"An earthquake of magnitude 6.6 shook the valley of Norrdal before dawn on Saturday and killed 12 people, police said.",
		"The road from Tarnby into Norrdal was cut by landslides.",
	}}
	moved := told
	moved.Moved = 1
	var articles []Article
	for _, source := range []string{"Wire", "Courier"} {
		a := Article{Source: source, URL: "https://" + source + ".example/2", Published: noon, Title: "First wooden houses reach Norrdal",
			Text: "Lorries brought the first 40 wooden houses to Norrdal on Saturday, a week after the earthquake of magnitude 6.6 that killed 12 people in the valley.\nThe road from Tarnby was cut by landslides."}
		a.Identify("")
		articles = append(articles, a)
	}
	all := briefs(t, articles)
	for i := range all {
		all[i].Story = all[0].ID
	}
	for _, other := range []string{"a", "z"} {
		d, _ := follow(all, map[string]Told{"k": told, other: moved}, noon.Add(time.Hour))
		if len(d.Stories) != 1 || !d.Stories[0].Again {
			t.Errorf("with an article in %q it is not known: %+v", other, d.Stories)
		}
	}
}

// Without knowing what the reader was told, nothing is marked or left out.
func TestBuildDoesNotFollow(t *testing.T) {
	for _, s := range Build(briefs(t, wall()), Options{}).Stories {
		if s.Day != 0 || s.Again {
			t.Errorf("%q is told on day %d, again: %v", s.Headline, s.Day, s.Again)
		}
	}
}

func TestRemember(t *testing.T) {
	zone := time.FixedZone("east", 10*3600)
	point := func(s string) StoryPoint { return StoryPoint{KeyPoint: KeyPoint{Text: s}} }
	before := Told{First: noon, Last: noon, Points: []string{"one"}, Articles: []string{"1", "2"}}
	after := Remember([]Story{
		{ID: "a", Again: true, told: before, Details: []StoryPoint{point("two")}, Articles: []Brief{{ID: "3", Points: []KeyPoint{{Text: "two"}, {Text: "left over"}}}, {ID: "1"}}},
		{ID: "b", Details: []StoryPoint{point("three")}},
	}, noon.Add(24*time.Hour))
	if got := after["a"]; !got.First.Equal(noon) || !got.Last.Equal(noon.Add(24*time.Hour)) || !slices.Equal(got.Points, []string{"left over", "one", "two"}) || !slices.Equal(got.Articles, []string{"2", "3", "1"}) {
		t.Errorf("a story that goes on is remembered as %+v", got)
	}
	if got := after["b"]; !got.First.Equal(noon.Add(24*time.Hour)) || !slices.Equal(got.Points, []string{"three"}) {
		t.Errorf("a new story is remembered as %+v", got)
	}
	if len(before.Points) != 1 || len(before.Articles) != 2 {
		t.Errorf("what was remembered before has become %v", before)
	}
	for _, test := range []struct {
		hours int
		zone  *time.Location
		want  int
	}{{0, time.UTC, 1}, {11, time.UTC, 1}, {12, time.UTC, 2}, {36, time.UTC, 3}, {1, zone, 1}, {2, zone, 2}} {
		if got := (Told{First: noon}).day(noon.Add(time.Duration(test.hours)*time.Hour), test.zone); got != test.want {
			t.Errorf("%d hours after the first, in %v, it is day %d, want %d", test.hours, test.zone, got, test.want)
		}
	}
}

// Who follows a story of twenty articles was told what all of them say, and a digest
// after that does not make them forget it.
func TestToldAll(t *testing.T) {
	var articles []Brief
	for i := range 100 {
		if i%5 == 0 {
			articles = append(articles, Brief{ID: fmt.Sprint(i)})
		}
		a := &articles[len(articles)-1]
		a.Points = append(a.Points, KeyPoint{Text: fmt.Sprintf("The water rose by %d centimetres.", i)}, KeyPoint{Text: "A dyke has broken."})
	}
	told := ToldAll(articles, noon)
	if len(told.Points) != 101 || told.Points[100] != "A dyke has broken." {
		t.Errorf("%d points are remembered, the last is %q; want 101, each once", len(told.Points), told.Points[len(told.Points)-1])
	}
	told = Remember([]Story{{ID: "a", Again: true, told: told, Details: []StoryPoint{{KeyPoint: KeyPoint{Text: "The dyke holds again."}}}}}, noon)["a"]
	if len(told.Points) != 102 || told.Points[0] != articles[0].Points[0].Text {
		t.Errorf("%d points are remembered later, the first is %q; want 102", len(told.Points), told.Points[0])
	}
}

// Of two stories that are one the latest points are remembered the longest, in whatever
// order they are put together.
func TestMergeTold(t *testing.T) {
	at := func(hours int) time.Time { return noon.Add(time.Duration(hours) * time.Hour) }
	long := Told{First: at(0), Last: at(48), Points: []string{"one", "two"}}
	short := Told{First: at(12), Last: at(24), Points: []string{"three", "one"}}
	want := Told{First: at(0), Last: at(48), Points: []string{"three", "one", "two"}}
	for _, got := range []Told{long.Merge(short), short.Merge(long)} {
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
	// What was told of another story says nothing of when this one began.
	long.Moved = 1
	for _, got := range []Told{long.Merge(short), short.Merge(long)} {
		if !got.First.Equal(at(12)) || got.Moved != 0 {
			t.Errorf("of an article that is in another story by now: %+v, want it first told at %v", got, at(12))
		}
	}
	short.Moved = 2
	if got := long.Merge(short); !got.First.Equal(at(0)) || got.Moved != 3 {
		t.Errorf("of articles of two stories that are in another by now: %+v, want three of them, first told at %v", got, at(0))
	}
}

func TestFilter(t *testing.T) {
	all := briefs(t, wall())
	const storm, tour = "Esbjerg", "Lakes"
	tourID := all[2].ID
	all[2].Story = tourID
	all[2].Entities = append(all[2].Entities, Name{ID: "organization/federal-reserve", Name: "Federal Reserve", Type: entity.Organization})
	tests := []struct {
		name     string
		filter   Filter
		articles int
		stories  []string // words of their headlines
	}{
		{"nothing", Filter{}, 3, []string{storm, tour}},
		{"a name as topic", Filter{Topics: []string{"ilse vermaak"}}, 1, []string{tour}},
		{"a part of a name", Filter{Topics: []string{"Dalgaard"}}, 2, []string{storm}},
		{"another name of it", Filter{Topics: []string{"the Fed"}}, 1, []string{tour}},
		{"two topics", Filter{Topics: []string{"storm", "Ilse Vermaak"}}, 3, []string{storm, tour}},
		{"a topic that nothing is on", Filter{Topics: []string{"volcano"}}, 0, nil},
		{"a muted source", Filter{Mutes: []string{"wire"}}, 2, []string{storm, tour}},
		{"a muted name", Filter{Mutes: []string{"Esbjerg"}}, 1, []string{tour}},
		{"words that stand apart", Filter{Mutes: []string{"sea wall"}}, 1, []string{tour}},
		{"a topic of a muted source", Filter{Topics: []string{"Post"}, Mutes: []string{"post"}}, 0, nil},
		{"a story", Filter{Stories: []string{tourID}}, 1, []string{tour}},
		{"a story beside a topic", Filter{Topics: []string{"storm"}, Stories: []string{tourID}}, 3, []string{storm, tour}},
		{"a story that is not there", Filter{Stories: []string{"0123456789abcdef"}}, 0, nil},
		{"blanks", Filter{Topics: []string{" "}, Mutes: []string{""}}, 3, []string{storm, tour}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := Build(all, Options{Filter: test.filter})
			if d.Articles != test.articles || len(d.Stories) != len(test.stories) {
				t.Fatalf("%d articles and %d stories, want %d and %d", d.Articles, len(d.Stories), test.articles, len(test.stories))
			}
			for _, word := range test.stories {
				if !slices.ContainsFunc(d.Stories, func(s Story) bool { return strings.Contains(s.Headline, word) }) {
					t.Errorf("no story on %s", word)
				}
			}
		})
	}
}

func TestHidden(t *testing.T) {
	all := briefs(t, wall())
	all[2].Story = all[2].ID
	d := Build(all, Options{Hidden: []string{all[2].ID}})
	if d.Articles != 2 || len(d.Stories) != 1 || !strings.Contains(d.Stories[0].Headline, "Esbjerg") {
		t.Errorf("%d articles, %d stories, want 2 and the one on Esbjerg", d.Articles, len(d.Stories))
	}
}

// The storm's sources count those who had to leave differently.
func TestDisagreements(t *testing.T) {
	report := func(source string, hours int, point string) Brief {
		return Brief{ID: source, Source: source, Published: noon.Add(time.Duration(hours) * time.Hour), Points: []KeyPoint{{Text: point}}}
	}
	tests := []struct {
		name    string
		reports []Brief
		want    []string // what, then each figure, with the other sources of it
	}{
		{"all who say so", []Brief{
			report("a", 0, "Four people were killed."), report("b", 1, "Nine people were killed."), report("c", 1, "The storm killed 9 people."), report("d", 2, "Nine people were killed."), report("e", 2, "At least five people were killed."),
		}, []string{"killed", "Four", "Nine", "c"}},
		{"one source", []Brief{report("a", 0, "Four people were killed."), report("a", 1, "Nine people were killed.")}, nil},
		{"two agree", []Brief{report("a", 0, "Four people were killed."), report("b", 1, "The storm killed four people.")}, nil},
		{"two disagree", []Brief{report("a", 0, "Four people were killed."), report("b", 1, "The storm killed at least nine people.")}, []string{"killed", "Four", "at least nine"}},
		{"the last number of each counts", []Brief{report("a", 0, "Four people were killed."), report("b", 1, "The storm killed nine people."), report("a", 2, "Nine people were killed.")}, nil},
		{"a bound agrees", []Brief{report("a", 0, "The storm killed at least nine people."), report("b", 1, "Twelve people were killed.")}, nil},
		{"a bound hides nothing", []Brief{
			report("a", 0, "The storm killed at least nine people."), report("b", 1, "Twelve people were killed."), report("c", 1, "The storm killed 15 people."),
		}, []string{"killed", "Twelve", "15"}},
		{"the more exact stands for both", []Brief{
			report("a", 0, "The storm killed at least nine people."), report("b", 1, "Four people were killed."), report("c", 1, "The storm killed 12 people."),
		}, []string{"killed", "Four", "12"}},
		{"a toll that rose", []Brief{report("a", 0, "Four people were killed."), report("b", 14, "The storm killed nine people.")}, nil},
		{"a toll that fell", []Brief{report("a", 0, "Nine people were killed."), report("b", 14, "The storm killed four people.")}, []string{"killed", "Nine", "four"}},
		{"a toll that was corrected", []Brief{report("a", 0, "Nine people were killed."), report("b", 1, "Police lowered the death toll to four.")}, nil},
		{"a toll that rose within the hour", []Brief{report("a", 0, "Four people were killed."), report("b", 1, "The death toll has risen to nine.")}, nil},
		{"a toll that a title corrects", []Brief{report("a", 0, "Nine people were killed."), report("b", 1, "The storm killed four people."),
			{ID: "c", Source: "c", Title: "Storm Hedda: police correct death toll to four", Published: noon.Add(2 * time.Hour)}}, nil},
		{"a figure that its outlet corrected under another title", []Brief{report("a", 0, "Six people were killed."), report("b", 2, "At least eight people were killed."),
			{ID: "c", Source: "b", Title: "Correction: Sund bridge", Published: noon.Add(3 * time.Hour)}}, nil},
		{"a figure that another outlet corrected of its own", []Brief{report("a", 0, "Six people were killed."), report("b", 2, "At least eight people were killed."),
			{ID: "c", Source: "c", Title: "Correction: Sund bridge", Published: noon.Add(3 * time.Hour)}}, []string{"killed", "Six", "At least eight"}},
		{"a figure that came after a correction", []Brief{report("a", 0, "Six people were killed."), report("b", 2, "At least eight people were killed."),
			{ID: "c", Source: "b", Title: "Correction: Sund bridge", Published: noon.Add(time.Hour)}}, []string{"killed", "Six", "At least eight"}},
		{"a magnitude", []Brief{report("a", 0, "A quake of magnitude 6.8 shook Sund."), report("b", 2, "A quake of magnitude 6.6 shook Sund.")}, []string{"magnitude", "6.8", "6.6"}},
		{"a magnitude that was revised", []Brief{report("a", 0, "A quake of magnitude 6.8 shook Sund."), report("b", 2, "A quake of magnitude 6.6 shook Sund."),
			report("c", 2, "The survey revised the magnitude down from 6.8.")}, nil},
		{"of those at the end", []Brief{
			report("a", 0, "Four people were killed."), report("b", 13, "The storm killed nine people."), report("c", 14, "The storm killed 12 people."),
		}, []string{"killed", "nine", "12"}},
		{"of different things", []Brief{report("a", 0, "Four people were killed."), report("b", 1, "Nine people were injured.")}, nil},
		{"of two places", []Brief{report("a", 0, "Four people were killed in Orrin."), report("b", 1, "Nine people died in the state of Tarn.")}, nil},
		{"of one place", []Brief{report("a", 0, "Four people were killed in Tarn."), report("b", 1, "Nine people died in the state of Tarn.")}, []string{"killed", "Four", "Nine"}},
		{"of money", []Brief{
			report("a", 0, "Corvane agreed to buy Halden for $4.2 billion."), report("b", 1, "Halden was sold to Corvane in a deal worth $4.1bn."),
		}, []string{"price", "$4.2 billion", "$4.1bn"}},
		{"of money that an article does not tell of", []Brief{report("a", 0, "Corvane agreed to buy Halden for $4.2 billion."), {
			ID: "b", Source: "b", Published: noon, Title: "Halden sold", Points: []KeyPoint{{Text: "Halden was sold."}, {Text: "Corvane bought Orrin for $4.1bn.", Start: 20}},
		}}, nil},
		{"parts of a sum", []Brief{
			report("a", 0, "Four people were killed."), report("b", 0, "At least 13 people were killed."), report("b", 1, "The governor of Tarn said that nine people had died."),
		}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, d := range newTeller(Options{}, text.NewIndexer()).disagreements(test.reports) {
				got = append(got, d.What)
				for _, f := range d.Figures {
					got = append(got, f.Number())
					for _, p := range f.Others {
						got = append(got, p.Source)
					}
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestPointsAreUpToDate expects no point with a toll that has risen since.
func TestPointsAreUpToDate(t *testing.T) {
	noon := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	report := func(source string, hours int, points ...string) Brief {
		b := Brief{ID: source, Source: source, Title: "Fire in Sund tower", Published: noon.Add(time.Duration(hours) * time.Hour)}
		for i, p := range points {
			b.Points = append(b.Points, KeyPoint{Text: p, Start: 100 * i, Score: 0.7})
		}
		return b
	}
	s := NewStory([]Brief{
		report("a", 0, "At least one person was killed when a fire broke out in a tower in Sund on Monday.", "The tower of 1971 has one staircase."),
		report("b", 1, "Firefighters brought 40 people out of a burning tower in Sund.", "Four people were arrested over the fire in the tower."),
		report("c", 9, "Three people were killed in the fire in a tower in Sund, police said on Monday.", "Police arrested 40 people at a march to the town hall."),
	}, noon.Add(10*time.Hour))
	told := func(words string) bool {
		return slices.ContainsFunc(s.Details, func(p StoryPoint) bool { return strings.Contains(p.Text, words) })
	}
	if told("At least one") || !told("Three people") || !told("Four people") {
		t.Errorf("told: %+v", s.Details)
	}
}

// TestWithdrawn expects no point and no headline with a figure that was revised, or corrected by its outlet, nor what tells of that alone.
func TestWithdrawn(t *testing.T) {
	report := func(id, source string, hours int, title string, points ...string) Brief {
		b := Brief{ID: id, Source: source, Title: title, Published: noon.Add(time.Duration(hours) * time.Hour)}
		for i, p := range points {
			b.Points = append(b.Points, KeyPoint{Text: p, Start: 100 * i, Score: 0.8})
		}
		return b
	}
	for name, articles := range map[string][]Brief{
		"revised": {
			report("a", "a", 0, "Quake of magnitude 6.8 hits Orrin", "A quake of magnitude 6.8 hit the coast of Orrin on Monday, the survey said."),
			report("b", "b", 2, "Quake of magnitude 6.6 hits Orrin", "A quake of magnitude 6.6 shook the houses of Tarnby in Orrin on Monday.", "The national survey revised the magnitude down from 6.8."),
		},
		"corrected": {
			report("a", "a", 0, "Bridge falls in Orrin, 8 dead", "A bridge fell in Orrin and killed 8 people on Monday, firefighters said."),
			report("b", "b", 1, "Bridge falls in Orrin, 6 dead", "Six people died in Tarnby when a bridge gave way under a market on Monday."),
			report("c", "a", 2, "Correction: Orrin bridge"),
		},
	} {
		s := NewStory(articles, noon.Add(3*time.Hour))
		if got := texts(s.Details); s.Headline != articles[1].Title || !slices.Equal(got, []string{articles[1].Points[0].Text}) {
			t.Errorf("%s: %q tells %q", name, s.Headline, got)
		}
	}
}

// TestBuildLeavesUnstored expects articles that are in no stored story to come out so: a
// reader cannot ask for their story by its ID.
func TestBuildLeavesUnstored(t *testing.T) {
	brief := Brief{ID: "00000000000000aa", Source: "a", Title: "Orrin dam bursts", Entities: []Name{{ID: "place/orrin", Name: "Orrin", Type: entity.Place}}}
	d := Build([]Brief{brief}, Options{})
	if got := d.Stories[0].Articles[0].Story; got != "" {
		t.Errorf("Build says that the article is in story %q", got)
	}
	if got := NewStory([]Brief{brief}, time.Time{}).Articles[0].Story; got != "" {
		t.Errorf("NewStory says that the article is in story %q", got)
	}
}

// TestLeadIsOfWhatIsNew expects a story that the reader knows to be called by the article of
// which it tells first.
func TestLeadIsOfWhatIsNew(t *testing.T) {
	noon := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	const old = "A dam on the Orrin burst on Monday, and two towns were evacuated."
	briefs := []Brief{
		{ID: "00000000000000aa", Story: "00000000000000aa", Source: "a", Title: "Orrin dam bursts, two towns evacuated", Published: noon, Points: []KeyPoint{{Text: old, Score: .9}}},
		{ID: "00000000000000bb", Story: "00000000000000aa", Source: "b", Title: "Dam on the Orrin bursts above two towns", Published: noon, Points: []KeyPoint{{Text: old, Score: .9}}},
		{ID: "00000000000000cc", Story: "00000000000000aa", Source: "c", Title: "Judge to ask why Orrin dam burst", Published: noon.Add(24 * time.Hour),
			Points: []KeyPoint{{Text: "Norland's government named Judge Ada Lind on Tuesday to find out why the dam burst.", Score: .9}}},
	}
	headline := func() string {
		told := map[string]Told{"00000000000000aa": {First: noon, Last: noon, Points: []string{old}}}
		d := Build(briefs, Options{Now: noon.Add(30 * time.Hour), Told: told})
		return d.Stories[0].Headline
	}
	if got := headline(); got != "Judge to ask why Orrin dam burst" {
		t.Errorf("called %q", got)
	}
	briefs[2].Title, briefs[2].Published = "Three killed as Orrin dam bursts", noon.Add(4*time.Hour)
	briefs = append(briefs, Brief{ID: "00000000000000dd", Story: "00000000000000aa", Source: "d", Title: "Orrin dam burst has killed 12 people", Published: noon.Add(24 * time.Hour)})
	if got := headline(); got == briefs[2].Title {
		t.Errorf("called %q, of fewer dead than are known", got)
	}
}

// TestLeadIsOfTheLastDay expects the page of a story that went on for days to be called as it
// stands by now, though more is told of its beginning, but not by what is told beside it.
func TestLeadIsOfTheLastDay(t *testing.T) {
	report := func(id, title string, hours int) Brief {
		return Brief{ID: id, Story: "a", Source: id, Title: title, Published: noon.Add(time.Duration(hours) * time.Hour), Points: []KeyPoint{{Text: title, Score: .9}}}
	}
	briefs := []Brief{
		report("a", "Cargo ship missing off Sund, search begins", 0),
		report("b", "Search begins for cargo ship missing off Sund", 1),
		report("c", "Sund ends search for missing cargo ship", 71),
		report("d", "‘I sang to stay awake’: a sailor on three nights in the cold", 72),
	}
	if got := NewStory(briefs, noon).Headline; got != briefs[2].Title {
		t.Errorf("called %q", got)
	}
	briefs = append(briefs[:2], briefs[3])
	if got := NewStory(briefs, noon).Headline; got == briefs[2].Title {
		t.Errorf("called %q", got)
	}
}

// TestLeadIsOfNews expects a story that the reader knows to be called by an article that has
// news, although all titles have more in common with another one.
func TestLeadIsOfNews(t *testing.T) {
	noon := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	const story, wall = "00000000000000aa", "Storm Hedda broke the sea wall of Esbjerg on Monday."
	report := func(id, title, point string, hours int) Brief {
		return Brief{ID: id, Story: story, Source: id, Title: title, Published: noon.Add(time.Duration(hours) * time.Hour), Points: []KeyPoint{{Text: point, Score: .9}}}
	}
	briefs := []Brief{
		report(story, "Storm Hedda floods Esbjerg", wall, 0),
		report("00000000000000bb", "Esbjerg is a disaster area, Denmark says", "Denmark declared Esbjerg a disaster area after the flood of Storm Hedda and released 600 million kroner.", 24),
		report("00000000000000cc", "Trains run to Sylt", "Deutsche Bahn cleared 70 trees that Storm Hedda had thrown on the line to Sylt.", 25),
	}
	told := map[string]Told{story: {First: noon, Last: noon, Points: []string{wall}}}
	if got := Build(briefs, Options{Now: noon.Add(30 * time.Hour), Told: told}).Stories[0].Headline; got != briefs[1].Title {
		t.Errorf("called %q, want %q", got, briefs[1].Title)
	}
}

// TestHeadlineIsTold expects the points to tell of what a story is called by: their article
// has it, or they do in other words.
func TestHeadlineIsTold(t *testing.T) {
	point := func(article, text string) StoryPoint {
		return StoryPoint{KeyPoint: KeyPoint{Text: text}, Article: article}
	}
	articles := []Brief{{ID: "a", Title: "Denmark declares Esbjerg a disaster area"}, {ID: "b", Title: "Three killed as sea wall breaks", Published: noon}, {ID: "c", Title: "Sea wall breaks: 12 killed", Published: noon.Add(6 * time.Hour)}}
	for _, c := range []struct {
		name   string
		points []StoryPoint
		want   string
	}{
		{"not at all", []StoryPoint{point("c", "Storm Hedda broke the sea wall at Esbjerg."), point("b", "The army sends pumps.")}, articles[2].Title},
		{"not at all, and the first title is out of date", []StoryPoint{point("b", "Storm Hedda broke the sea wall at Esbjerg."), point("c", "The army sends pumps.")}, articles[2].Title},
		{"by its article", []StoryPoint{point("c", "Storm Hedda broke the sea wall at Esbjerg."), point("a", "The army sends pumps.")}, articles[0].Title},
		{"by another one", []StoryPoint{point("c", "Esbjerg was made a disaster area by the Danish government.")}, articles[0].Title},
		{"by none", nil, articles[0].Title},
	} {
		s := Story{Headline: articles[0].Title, Articles: articles, Points: c.points}
		if newTeller(Options{}, text.NewIndexer()).callByPoints(&s); s.Headline != c.want {
			t.Errorf("told %s: %q, want %q", c.name, s.Headline, c.want)
		}
	}
}

// TestLeadIsUpToDate expects no headline with a toll that has risen since.
func TestLeadIsUpToDate(t *testing.T) {
	noon := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	at := func(hours int, title string) Brief {
		return Brief{Source: title, Title: title, Published: noon.Add(time.Duration(hours) * time.Hour)}
	}
	const first = "Fire in Sund tower kills one, dozens hurt"
	for _, c := range []struct {
		name   string
		titles []Brief
		want   string
	}{
		{"alone", []Brief{at(0, first)}, first},
		{"it has risen", []Brief{at(0, first), at(6, "Sund tower: two killed")}, "Sund tower: two killed"},
		{"an hour later", []Brief{at(0, first), at(1, "Sund tower: two killed")}, first},
		{"the same", []Brief{at(0, first), at(6, "Sund tower: one killed")}, first},
		{"what is left tells of no dead", []Brief{at(0, first), at(1, "Sund tower fire: 40 rescued"), {Title: "Who sold Sund its sprinklers?", Published: noon.Add(6 * time.Hour),
			Points: []KeyPoint{{Text: "Two people were killed in the tower."}}}}, first},
		{"only a point tells", []Brief{at(0, first), {Title: "Who sold Sund its sprinklers?", Published: noon.Add(6 * time.Hour),
			Points: []KeyPoint{{Text: "Two people were killed in the tower."}}}}, first},
	} {
		s := Story{Articles: c.titles}
		if newTeller(Options{}, text.NewIndexer()).lead(&s); s.Headline != c.want {
			t.Errorf("%s: %q, want %q", c.name, s.Headline, c.want)
		}
	}
}

// TestOutletIsNotNews: an outlet's name behind a title is nothing that its points tell.
func TestOutletIsNotNews(t *testing.T) {
	a := Brief{ID: "a", Source: "Harbour Gazette", Title: "Orrin dam bursts - Harbour Gazette", Points: []KeyPoint{{Text: "The Orrin dam burst, an engineer told the Harbour Gazette."}}}
	if _, candidates := gather([]Brief{a}, everything); candidates[0].Title != "Orrin dam bursts" {
		t.Errorf("title is %q", candidates[0].Title)
	}
}

// TestSpare: a spare point of an article tells a story that no other article tells, and no other.
func TestSpare(t *testing.T) {
	one := Brief{ID: "a", Source: "Courier", Title: "Orrin dam bursts", Published: noon, Points: []KeyPoint{
		{Text: "The Orrin dam burst on Monday and flooded two towns.", Start: 20, End: 70, Score: .9},
		{Text: "The keeper had gone to bed when the water came over the wall.", Start: 80, End: 140, Score: .2},
		{Text: "Repairs of the wall will cost 40 million kroner, the ministry said.", Start: 150, End: 210, Score: .8, Spare: true},
	}}
	other := Brief{ID: "b", Source: "Ledger", Title: "Orrin dam bursts", Published: noon, Points: []KeyPoint{
		{Text: "Water from the broken Orrin dam flooded two towns on Monday.", Start: 20, End: 70, Score: .7}}}
	spare := func(s Story) bool {
		return slices.ContainsFunc(s.Details, func(p StoryPoint) bool { return p.Spare })
	}
	if s := NewStory([]Brief{one}, noon); !spare(s) {
		t.Errorf("the only article's story tells %q", texts(s.Details))
	}
	if s := NewStory([]Brief{one, other}, noon); spare(s) {
		t.Errorf("a story of two tells %q", texts(s.Details))
	}
}

// TestRestatedTitle: a sentence that says no more than the title of its article is told where the story has another
// headline, and first of that article, but not under that very title.
func TestRestatedTitle(t *testing.T) {
	fall := Brief{ID: "a", Source: "Courier", Title: "Orrin dam bursts and floods two towns", Published: noon, Points: []KeyPoint{
		{Text: "The dam above Orrin burst in the night and flooded two towns on the river.", Start: 40, End: 110, Score: .9},
		{Text: "The army has brought pumps and boats to the towns below the Orrin dam.", Start: 120, End: 190, Score: .8}}}
	charge := Brief{ID: "b", Source: "Ledger", Title: "Orrin dam keeper charged with arson", Published: noon.Add(time.Hour), Points: []KeyPoint{
		{Text: "Divers searched the river below the Orrin dam for its gate.", Start: 100, End: 160, Score: .5},
		{Text: "The keeper of the Orrin dam was charged with arson.", Start: 40, End: 90, Score: .9, Spare: true}}}
	tells := func(s Story) bool { return slices.Contains(texts(s.Points), charge.Points[1].Text) }
	if s := NewStory([]Brief{fall, charge}, noon.Add(2*time.Hour)); s.Headline != fall.Title || !tells(s) {
		t.Errorf("%q tells %q", s.Headline, texts(s.Points))
	}
	if s := NewStory([]Brief{charge}, noon.Add(2*time.Hour)); tells(s) {
		t.Errorf("%q tells %q", s.Headline, texts(s.Points))
	}

	fall.Story, charge.Story = "a", "a"
	charge.Points = charge.Points[1:]
	_, told := follow([]Brief{fall}, map[string]Told{}, noon)
	again, _ := follow([]Brief{fall, charge}, told, noon.Add(2*time.Hour))
	if len(again.Stories) != 1 || !again.Stories[0].Again || again.Stories[0].Headline != charge.Title && !tells(again.Stories[0]) {
		t.Errorf("to who knows of the dam is told %+v", again.Stories)
	}
}

// TestSpareFigures: what is outdated is known by its own figures, beside spare points too, and by those of spare ones.
func TestSpareFigures(t *testing.T) {
	one := Brief{ID: "a", Source: "Courier", Title: "Orrin dam bursts", Published: noon, Points: []KeyPoint{
		{Text: "Repairs of the wall will take a year.", Start: 20, End: 60, Score: .1, Spare: true},
		{Text: "Four people were killed when the dam burst.", Start: 80, End: 140, Score: .9}}}
	other := Brief{ID: "b", Source: "Ledger", Title: "Orrin dam bursts", Published: noon.Add(5 * time.Hour), Points: []KeyPoint{
		{Text: "Two towns were flooded by the water of the dam.", Start: 20, End: 60, Score: .8},
		{Text: "The burst dam of Orrin killed nine people.", Start: 80, End: 140, Score: .7, Spare: true}}}
	s := NewStory([]Brief{one, other}, noon.Add(6*time.Hour))
	if got := texts(s.Details); len(got) != 1 || got[0] != other.Points[0].Text {
		t.Errorf("told %q, want no toll of four", got)
	}
}

// TestTruthIsTold: under a headline that says that something is not so, what was told of it before does not come first.
func TestTruthIsTold(t *testing.T) {
	rumour := Brief{ID: "a", Source: "Ledger", Title: "Exclusive: Corvane in talks to buy Halden Dairy, sources say", Published: noon, Points: []KeyPoint{
		{Text: "Corvane is in talks to buy Halden Dairy, three people who know of the talks told the Ledger.", Start: 60, Score: .9}}}
	denial := Brief{ID: "b", Source: "Courier", Title: "Halden Dairy not in talks with Corvane", Published: noon.Add(time.Hour), Points: []KeyPoint{
		{Text: "Halden Dairy denied on Monday that it was in talks with Corvane.", Start: 50, Score: .7, Spare: true}}}
	s := NewStory([]Brief{rumour, denial}, noon.Add(2*time.Hour))
	if s.Headline != denial.Title || len(s.Points) == 0 || s.Points[0].Text != denial.Points[0].Text {
		t.Errorf("%q tells %q", s.Headline, texts(s.Points))
	}
}

// TestNewestIsTold: the newest of short reports tells the story, be it that its sentence says no more than the headline, or
// how many came to the dead and not how many there are, where what the others tell has been overtaken.
func TestNewestIsTold(t *testing.T) {
	fall := Brief{ID: "a", Source: "Courier", Title: "Three killed as bridge falls at Orrin", Published: noon, Points: []KeyPoint{
		{Text: "A bridge fell at Orrin and killed three people, the police said on Monday.", Start: 40, End: 110, Score: .9}}}
	for _, told := range []KeyPoint{
		{Text: "The toll of the Orrin bridge has risen to five.", Start: 40, End: 90, Score: .9, Spare: true},
		{Text: "Two people have died in hospital since Monday's fall of the bridge, the police of Orrin said.", Start: 40, End: 130, Score: .9},
		{Text: "Two more people have died since Monday's fall of the bridge, which brings the toll to five.", Start: 40, End: 130, Score: .9},
	} {
		rise := Brief{ID: "b", Source: "Ledger", Title: "Toll of Orrin bridge rises to five", Published: noon.Add(24 * time.Hour), Points: []KeyPoint{told}}
		s := NewStory([]Brief{fall, rise}, noon.Add(25*time.Hour))
		if got := texts(s.Points); s.Headline != rise.Title || len(got) != 1 || got[0] != told.Text {
			t.Errorf("%q tells %q, want %q", s.Headline, got, told.Text)
		}
	}
}

// TestNewestFigure: a figure that a later article says to have changed is told no more, be it that only its title says so.
func TestNewestFigure(t *testing.T) {
	report := func(id string, after time.Duration, title, point string) Brief {
		return Brief{ID: id, Story: "a", Source: id, Title: title, Published: noon.Add(after), Points: []KeyPoint{{Text: point, Start: 200, Score: .8}}}
	}
	for _, test := range []struct {
		name         string
		first, later Brief
	}{
		{"a title alone",
			report("a", 0, "Ferry sinks off Sund", "At least eight people died when a ferry sank off Sund, rescuers said."),
			report("b", time.Hour, "Death toll in Sund ferry accident rises to 15", "The captain of the ferry has been detained by the police of Sund.")},
		{"one counted twice",
			report("a", 0, "Seven dead after Storm Hedda", "Seven people have died in Storm Hedda, the police of Sund said."),
			report("b", time.Hour, "Storm Hedda death toll corrected", "The police of Sund lowered the death toll from Storm Hedda to six from seven.")},
		{"an offer",
			report("a", 0, "Corvane to buy Halden for 3.1 billion euros", "Corvane agreed to buy Halden, a maker of cheese, for 3.1 billion euros."),
			report("b", time.Hour, "Corvane to buy Halden for 3.2 billion euros, raises offer", "Corvane offers more for Halden after a rival had signalled interest.")},
	} {
		s := NewStory([]Brief{test.first, test.later}, noon.Add(2*time.Hour))
		if got := texts(s.Details); s.Headline != test.later.Title || len(got) != 1 || got[0] != test.later.Points[0].Text || len(s.Disagreements) > 0 {
			t.Errorf("%s: %q tells %q, sources differ: %v", test.name, s.Headline, got, s.Disagreements)
		}
	}
}
