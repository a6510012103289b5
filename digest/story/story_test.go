package story

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"newsbot/digest/text"
)

// told is an article of a test case: what it tells of and when.
type told struct {
	story string // articles of one story share it
	hours int    // since the first, -1 for an unknown time
	title string
	body  string
}

var noon = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

func (a told) item() Item {
	d := text.Parse(a.title, a.body)
	it := Item{Source: "The paper that has " + a.title, Title: a.title, Terms: text.Terms(d, 40), Print: Fingerprint(a.body)}
	if a.hours >= 0 {
		it.Time = noon.Add(time.Duration(a.hours) * time.Hour)
	}
	return it
}

func toldItems(articles []told) []Item {
	items := make([]Item, len(articles))
	for i, a := range articles {
		items[i] = a.item()
	}
	return items
}

// names writes groups as the stories of their articles: "a a, b".
func names(articles []told, groups [][]int) string {
	var out []string
	for _, g := range groups {
		var names []string
		for _, i := range g {
			names = append(names, articles[i].story)
		}
		slices.Sort(names)
		out = append(out, strings.Join(names, " "))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func TestGroup(t *testing.T) {
	tests := []struct {
		name     string
		articles []told
		want     string
	}{
		{"nothing", nil, ""},
		{"one", []told{{"a", 0, "Bridge closed", "The bridge is closed."}}, "a"},
		{"no words at all", []told{{"a", 0, "", ""}, {"b", 0, "", ""}}, "a, b"},
		{"one event in other words", dam, "dam dam dam, ferry ferry"},
		{"the same kind of event in two places", fires, "mill mill, school school"},
		{"two raids on one city, days apart", raids, "first first, second second"},
		{"titles alone", titles, "bank bank bank, bear, rail rail, song song"},
		{"times unknown", undated(dam), "dam dam dam, ferry ferry"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := names(test.articles, Group(toldItems(test.articles))); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// TestGroupOutlets checks that articles have to be more alike to be one story if they are of
// one outlet.
func TestGroupOutlets(t *testing.T) {
	ofOne := func(articles ...told) []Item {
		items := toldItems(articles)
		for i := range items {
			items[i].Source = "Harbour Post"
		}
		return items
	}
	for _, test := range []struct {
		name  string
		items []Item
		want  int
	}{
		{"two outlets", toldItems(bridge), 1},
		{"outlets unknown", unsigned(toldItems(bridge)), 1},
		{"one outlet", ofOne(bridge...), 2},
		{"one outlet, the next day", dayAfter(ofOne(bridge...)), 1},
		{"one outlet, of which all is very like", ofOne(dam[:3]...), 1},
		{"one outlet, once more", ofOne(dam[3], dam[3]), 1},
	} {
		if got := Group(test.items); len(got) != test.want {
			t.Errorf("%s: %d stories, want %d", test.name, len(got), test.want)
		}
	}
}

// dayAfter dates all items but the first a day later.
func dayAfter(items []Item) []Item {
	for i := range items[1:] {
		items[i+1].Time = items[i+1].Time.AddDate(0, 0, 1)
	}
	return items
}

func unsigned(items []Item) []Item {
	for i := range items {
		items[i].Source = ""
	}
	return items
}

func undated(articles []told) []told {
	articles = slices.Clone(articles)
	for i := range articles {
		articles[i].hours = -1
	}
	return articles
}

// every returns the articles of all cases.
func every() []told { return slices.Concat(dam, fires, raids, titles) }

func TestGroupOrder(t *testing.T) {
	articles := every()
	items := toldItems(articles)
	want := names(articles, Group(items))
	r := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		perm := r.Perm(len(items))
		shuffled, shuffledTold := make([]Item, len(items)), make([]told, len(items))
		for i, j := range perm {
			shuffled[i], shuffledTold[i] = items[j], articles[j]
		}
		if got := names(shuffledTold, Group(shuffled)); got != want {
			t.Fatalf("in the order %v:\n%s\nwant\n%s", perm, got, want)
		}
	}
}

func TestGroupIsPartition(t *testing.T) {
	items := day(500)
	groups := Group(items)
	checkPartition(t, groups, len(items))
	for range 3 {
		if again := Group(items); fmt.Sprint(again) != fmt.Sprint(groups) {
			t.Fatal("the same items fall into other stories")
		}
	}
}

func checkPartition(t *testing.T, groups [][]int, n int) {
	t.Helper()
	seen := make([]bool, n)
	for _, g := range groups {
		if len(g) == 0 {
			t.Fatal("an empty story")
		}
		for _, i := range g {
			if seen[i] {
				t.Fatalf("item %d is in two stories", i)
			}
			seen[i] = true
		}
	}
	if i := slices.Index(seen, false); i >= 0 {
		t.Fatalf("item %d is in no story", i)
	}
}

// TestGroupAlike: thousands of copies are one story, and soon.
func TestGroupAlike(t *testing.T) {
	if testing.Short() {
		t.Skip("no goroutines to race, and long")
	}
	items := slices.Repeat([]Item{dam[0].item()}, 3000)
	if groups := Group(items); len(groups) != 1 {
		t.Errorf("%d stories of one text", len(groups))
	}
}

func FuzzGroup(f *testing.F) {
	f.Add("Bridge closed\nBridge shut to traffic\n", int64(0), 1.0)
	f.Add("\n\n\xff\n", int64(-1<<62), -5.0)
	f.Fuzz(func(t *testing.T, titles string, seconds int64, weight float64) {
		var items []Item
		for i, title := range strings.Split(titles, "\n") {
			if i == 200 {
				break
			}
			items = append(items, Item{
				Title: title, Source: title, Print: uint64(seconds), Time: time.Unix(seconds, 0),
				Terms:    []text.Term{{Word: title, Weight: weight}, {Word: "w", Weight: 1}},
				Entities: []Name{{ID: title, Salience: weight}},
			})
		}
		groups := Group(items)
		checkPartition(t, groups, len(items))
		window := NewWindow(items, groups, time.Unix(0, 0))
		for _, g := range groups {
			var story []Item
			for _, i := range g {
				story = append(story, items[i])
			}
			window.Score(story, 0, 0)
		}
	})
}

// TestGroupAlone checks that a name that is all that two titles have in common does not make
// one story of them, unless many others are like them.
func TestGroupAlone(t *testing.T) {
	item := func(title string) Item {
		return Item{Title: title, Source: title, Time: noon, Entities: []Name{{ID: "organization/southern-airlines", Salience: .9}}}
	}
	recall, forecast := item("Southern Airlines cancels flights over brakes"), item("Southern Airlines raises its forecast")
	if got := Group([]Item{recall, forecast}); len(got) != 2 {
		t.Errorf("two titles with a name in common are %d stories, want 2", len(got))
	}
	var many []Item
	for _, what := range []string{"brakes", "brake fault", "faulty brakes", "fault in brakes", "brake hose"} {
		many = append(many, item("Southern Airlines cancels flights over "+what), item("Flights cancelled: "+what+" at Southern Airlines"))
	}
	if got := Group(append(many, recall)); len(got) != 1 {
		t.Errorf("many titles on one recall are %d stories, want 1", len(got))
	}
}
