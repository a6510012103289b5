package story

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// arrivals returns the items of articles with IDs of their own.
func arrivals(articles []told) []Item {
	items := toldItems(articles)
	for i := range items {
		items[i].ID = fmt.Sprintf("%s%d", articles[i].story, i)
	}
	return items
}

func TestBookOneByOne(t *testing.T) {
	articles := every()
	items := arrivals(articles)
	want := names(articles, Group(items))
	r := rand.New(rand.NewPCG(5, 6))
	for range 20 {
		perm := r.Perm(len(items))
		var shuffled []told
		book := Default().NewBook()
		for _, i := range perm {
			book.Add(items[i : i+1])
			shuffled = append(shuffled, articles[i])
		}
		if got := names(shuffled, book.Stories()); got != want {
			t.Errorf("in the order %v:\n%s\nwant\n%s", perm, got, want)
		}
	}
}

// TestBookRestored: a book made of the items of another and their stories goes
// on as that one does.
func TestBookRestored(t *testing.T) {
	articles := every()
	items := arrivals(articles)
	for cut := range len(items) {
		whole := Default().NewBook()
		whole.Add(items[:cut])
		known := slices.Clone(items[:cut])
		for i := range known {
			known[i].Story = whole.Story(i)
		}
		restored := Default().NewBook()
		restored.Add(known)
		for i := range known {
			if got := restored.Story(i); got != known[i].Story {
				t.Fatalf("item %d of %d is in %s, restored in %s", i, cut, known[i].Story, got)
			}
		}
		whole.Add(items[cut:])
		restored.Add(items[cut:])
		for i := range items {
			if got, want := restored.Story(i), whole.Story(i); got != want {
				t.Errorf("restored after %d, item %d is in %s, want %s", cut, i, got, want)
			}
		}
	}
}

// TestBookMerges: two stories become one when an article tells of both, and
// the bigger one gives it its name.
func TestBookMerges(t *testing.T) {
	articles := []told{
		{"dam", 0, "Dam on the Orrin bursts", ""},
		{"dam", 1, "Orrin dam bursts after days of rain", ""},
		{"dam", 1, "Kessel evacuated, governor Verlin says", ""},
		{"dam", 2, "Kessel evacuated as dam on the Orrin bursts, governor Verlin says", ""},
	}
	items := arrivals(articles)
	book := Default().NewBook()
	book.Add(items[:2])
	book.Add(items[2:3])
	if book.Story(0) == book.Story(2) {
		t.Fatal("the stories are one before an article tells of both")
	}
	book.Add(items[3:])
	for i := range items {
		if got := book.Story(i); got != "dam0" {
			t.Errorf("item %d is in %s, want dam0", i, got)
		}
	}
}

// TestBookMends: articles that were put into one story before others came to
// tell the two events apart are told apart once the story grows.
func TestBookMends(t *testing.T) {
	articles := slices.Concat(fires, fires)
	items := arrivals(articles)
	known := slices.Clone(items[:4])
	for i := range known {
		known[i].Story = known[0].ID // the mill and the school, as one
	}
	book := Default().NewBook()
	book.Add(known)
	for i := 4; i < len(items); i++ {
		book.Add(items[i : i+1])
	}
	if got, want := names(articles, book.Stories()), "mill mill mill mill, school school school school"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := book.Story(0); got != known[0].ID {
		t.Errorf("the story that keeps the first article is named %s, want %s", got, known[0].ID)
	}
	if got := book.Story(2); got == known[0].ID {
		t.Errorf("the story that left is named %s too", got)
	}
}

// TestBookReopened: a story that a new book takes over is not grouped anew for one more
// article, which the book before would not have done either.
func TestBookReopened(t *testing.T) {
	items := coverage(rand.New(rand.NewPCG(8, 1)), 101)
	for i := range items[:100] {
		items[i].Story = items[0].ID
	}
	book := Default().NewBook()
	for part := range slices.Chunk(items[:100], 30) {
		book.Add(part)
	}
	if got := book.around(book.root(0)); got != nil {
		t.Errorf("a story that was taken over is grouped anew at once, with %d others", len(got)-1)
	}
}

// TestBookOnMoreProcessors: the program may be given more processors while it runs.
func TestBookOnMoreProcessors(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	items := day(200)
	book := Default().NewBook()
	book.Add(items[:100])
	runtime.GOMAXPROCS(8)
	book.Add(items[100:])
	checkPartition(t, book.Stories(), len(items))
}

// TestBookNamed: a name leads to the story that its items went into, also where the
// item that it is of is not in the book.
func TestBookNamed(t *testing.T) {
	items := arrivals([]told{
		{"dam", 0, "Dam on the Orrin bursts, Kessel evacuated", ""},
		{"dam", 1, "Orrin dam bursts: Kessel evacuated", ""},
		{"dam", 1, "Kessel evacuated as dam on the Orrin bursts", ""},
		{"dam", 2, "Kessel evacuated: dam on the Orrin bursts", ""},
	})
	items[0].Story, items[1].Story, items[2].Story = "big", "big", "small"
	book := Default().NewBook()
	book.Add(items[:3])
	book.Add(items[3:])
	for name, want := range map[string]string{"big": "big", "small": "big", items[3].ID: "big", "none": ""} {
		if got, ok := book.Named(name); got != want || ok != (want != "") {
			t.Errorf("the story that was named %s is named %q (%v), want %q", name, got, ok, want)
		}
	}
}

// coverage makes up the titles of one story, told from four angles.
func coverage(r *rand.Rand, titles int) []Item {
	items := make([]Item, titles)
	for i := range items {
		var words []string
		mayAdd := func(probability float64, word string) {
			if r.Float64() < probability {
				words = append(words, word)
			}
		}
		angle := r.IntN(4)
		mayAdd(.85, "Corlan")
		mayAdd(.85, "Ostberg")
		for word := range 3 {
			mayAdd(.8, fmt.Sprintf("a%dw%d", angle, word))
		}
		for range 2 {
			mayAdd(1, fmt.Sprint("w", r.IntN(200)))
		}
		items[i] = Item{ID: fmt.Sprint(i), Title: strings.Join(words, " ")}
	}
	return items
}

// TestBookOneStory: what is told by very many, one after the other, stays one
// story. Its words are rare for the first and common for the last.
func TestBookOneStory(t *testing.T) {
	if testing.Short() {
		t.Skip("no goroutines to race, and long")
	}
	for seed := range uint64(10) {
		items := coverage(rand.New(rand.NewPCG(8, seed)), 200)
		book := Default().NewBook()
		for i := range items {
			book.Add(items[i : i+1])
		}
		if stories := book.Stories(); len(stories) > 5 {
			t.Errorf("seed %d: %d stories of one event, the first of %d articles", seed, len(stories), len(stories[0]))
		}
	}
}

// TestBookKeepsNames: whatever comes, an item that began a story which others
// may know leads to the story that it is in now.
func TestBookKeepsNames(t *testing.T) {
	if testing.Short() {
		t.Skip("no goroutines to race, and long")
	}
	items := day(2000)
	for i := range items {
		items[i].ID = fmt.Sprint(i)
	}
	book := Default().NewBook()
	taken := 0
	for part := range slices.Chunk(items, 50) {
		book.Add(part)
		taken += len(part)
		number := make(map[string]int)
		for i := range taken {
			number[items[i].ID] = i
		}
		for i := range taken {
			name := book.Story(i)
			if book.Story(number[name]) != name {
				t.Fatalf("item %d is in %s, but item %s is in %s", i, name, name, book.Story(number[name]))
			}
		}
	}
}

func FuzzBook(f *testing.F) {
	f.Add("Bridge closed\nBridge shut to traffic\n", uint8(2), int64(0))
	f.Fuzz(func(t *testing.T, titles string, part uint8, seconds int64) {
		var items []Item
		for i, title := range strings.Split(titles, "\n") {
			if i == 100 {
				break
			}
			it := Item{ID: fmt.Sprint(i), Title: title, Time: time.Unix(seconds*int64(i), 0)}
			if i%5 == 4 {
				it.Story = fmt.Sprint(i / 2)
			}
			items = append(items, it)
		}
		book := Default().NewBook()
		for some := range slices.Chunk(items, int(part)%7+1) {
			book.Add(some)
		}
		checkPartition(t, book.Stories(), len(items))
	})
}
