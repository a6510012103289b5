package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"newsbot/digest"
)

// storyInput is a story as a test case writes it: when it is read, and in which
// zone.
type storyInput struct {
	digest.Story
	Zone string
	Now  time.Time
}

func parseStory(t testing.TB, data []byte) (digest.Story, *time.Location, time.Time) {
	t.Helper()
	var in storyInput
	if err := json.Unmarshal(data, &in); err != nil {
		t.Fatal(err)
	}
	zone, err := time.LoadLocation(in.Zone)
	if err != nil {
		t.Fatal(err)
	}
	return in.Story, zone, in.Now
}

func TestStoryGolden(t *testing.T) {
	cases(t, "testdata/story", func(t *testing.T, input []byte) []txtar.File {
		s, zone, now := parseStory(t, input)
		return []txtar.File{
			rendered(t, "text", func(b *bytes.Buffer) error { return StoryText(b, s, zone, TextOptions{Now: now}) }),
			rendered(t, "color", func(b *bytes.Buffer) error {
				return StoryText(b, s, zone, TextOptions{Now: now, Width: 60, Color: true})
			}),
			rendered(t, "json", func(b *bytes.Buffer) error { return StoryJSON(b, s) }),
			rendered(t, "html", func(b *bytes.Buffer) error { return StoryHTML(b, s, zone, now) }),
		}
	})
}

// stories returns the stories of the cases, by file name.
func stories(t *testing.T) map[string]digest.Story {
	t.Helper()
	files, err := filepath.Glob("testdata/story/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	out := map[string]digest.Story{"long": longStory(500)}
	for _, name := range files {
		ar, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out[name], _, _ = parseStory(t, ar.Files[0].Data)
	}
	return out
}

// longStory is one of n articles, most of them on its first day, whose middle
// article is the only one that a point is from.
func longStory(n int) digest.Story {
	start := time.Date(2026, 11, 20, 5, 0, 0, 0, time.UTC)
	s := digest.Story{ID: "s", Headline: "Ferry wrecked", Sources: []string{"Harbour Post"}, From: start}
	for i := range n {
		at := start.Add(time.Duration(i) * 2 * time.Minute)
		if i > n*4/5 {
			at = at.Add(48 * time.Hour)
		}
		s.Articles = append(s.Articles, digest.Brief{
			ID: fmt.Sprint("a", i), URL: fmt.Sprint("https://harbour.example/", i), Source: "Harbour Post", Title: fmt.Sprint("Ferry wrecked, report ", i), Published: at,
		})
		s.To = at
	}
	s.Details = []digest.StoryPoint{{KeyPoint: digest.KeyPoint{Text: "A gale drove the ferry onto rocks."}, Article: fmt.Sprint("a", n/2)}}
	return s
}

func TestStoryTextKeepsWidth(t *testing.T) {
	for name, s := range stories(t) {
		for width := 20; width <= 140; width += 7 {
			var plain, color bytes.Buffer
			for b, o := range map[*bytes.Buffer]TextOptions{&plain: {Width: width}, &color: {Width: width, Color: true}} {
				if err := StoryText(b, s, time.UTC, o); err != nil {
					t.Fatal(err)
				}
			}
			if got := escapes.ReplaceAllString(color.String(), ""); got != plain.String() {
				t.Errorf("%s at %d columns: colour changes more than colour:\n%s", name, width, got)
			}
			checkWidth(t, plain.String(), width)
		}
	}
}

func TestStoryHTMLIsSelfContained(t *testing.T) {
	for name, s := range stories(t) {
		t.Run(filepath.Base(name), func(t *testing.T) { checkPage(t, parsePage(t, s)) })
	}
}

func parsePage(t *testing.T, s digest.Story) *html.Node {
	t.Helper()
	var b bytes.Buffer
	if err := StoryHTML(&b, s, time.UTC, time.Time{}); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// A terminal gets the first and the last articles of a long story, those that
// points are from, and the number of the others.
func TestStoryTextOfLongStory(t *testing.T) {
	var b bytes.Buffer
	if err := StoryText(&b, longStory(500), time.UTC, TextOptions{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"report 0\n", "report 9\n", "… 240 more articles\n", "report 250\n       [251] ", "… 219 more articles\n", "report 470\n", "report 499\n"} {
		if strings.Count(b.String(), want) != 1 {
			t.Errorf("%q is not there once in\n%s", want, b.String())
		}
	}
	if got, want := strings.Count(b.String(), "report "), firstReports+1+lastReports; got != want {
		t.Errorf("%d articles, want %d", got, want)
	}
}

// A page has all articles of a long story, in days of which the last is open
// and hours of long days.
func TestStoryHTMLFolds(t *testing.T) {
	for _, test := range []struct{ articles, details, open, seen int }{
		{foldedFrom, 0, 0, foldedFrom},
		{500, 2 + 14 + 4, 3, 20}, // two days, their hours; the last day, and of each day the last hour
	} {
		root := parsePage(t, longStory(test.articles))
		details, open, reports, seen := 0, 0, 0, 0
		for n := range root.Descendants() {
			switch {
			case n.Type != html.ElementNode:
			case n.Data == "details":
				details++
				if len(n.Attr) > 1 {
					open++
				}
			case n.Data == "li" && n.Parent.Data == "ol":
				reports++
				if !hidden(n) {
					seen++
				}
			}
		}
		if reports != test.articles {
			t.Errorf("%d articles in the page, want %d", reports, test.articles)
		}
		if details != test.details || open != test.open || seen != test.seen {
			t.Errorf("%d articles: %d periods fold, %d are open, %d articles are seen; want %d, %d and %d",
				test.articles, details, open, seen, test.details, test.open, test.seen)
		}
	}
}

// hidden reports whether a node is in a period that is closed.
func hidden(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.Data == "details" && len(n.Attr) < 2 {
			return true
		}
	}
	return false
}

func TestMark(t *testing.T) {
	for _, test := range []struct {
		day   int
		again bool
		want  string
	}{
		{0, false, ""},
		{-1, false, ""},
		{1, false, "NEW"},
		{1, true, "update: what changed"},
		{3, true, "day 3: what changed"},
	} {
		if got := Mark(digest.Story{Day: test.day, Again: test.again}); got != test.want {
			t.Errorf("day %d, again: %v gives %q, want %q", test.day, test.again, got, test.want)
		}
	}
}

// A copy folds under the first article with its text, whoever printed that.
func TestReports(t *testing.T) {
	const text, other = 0x00ff00ff00ff00ff, 0xffff0000ffff0000
	at := func(id, source string, hour int, print uint64) digest.Brief {
		return digest.Brief{ID: id, Source: source, Print: print, Published: time.Date(2026, 11, 20, hour, 0, 0, 0, time.UTC)}
	}
	s := digest.Story{Sources: []string{"A", "C"}, Articles: []digest.Brief{
		at("late copy", "B", 9, text^1), at("first", "A", 5, text), at("own", "C", 7, other), at("short", "C", 8, 0), at("shorter", "C", 9, 0), at("again", "A", 6, text),
	}}
	var got []string
	for _, r := range reports(s) {
		line := r.ID
		for _, c := range r.copies {
			line += " < " + c.ID
		}
		got = append(got, line)
	}
	if want := "first < again < late copy, own, short, shorter"; strings.Join(got, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
	}
	voices, copiers := outlets(s)
	if fmt.Sprint(voices, copiers) != "[{A 2} {C 3}] [{B 1}]" {
		t.Errorf("voices are %v, copiers %v", voices, copiers)
	}
}

func BenchmarkStoryHTML(b *testing.B) {
	s := longStory(500)
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		if err := StoryHTML(&out, s, time.UTC, time.Time{}); err != nil {
			b.Fatal(err)
		}
	}
}

func TestSourceNameOfPaywalled(t *testing.T) {
	a := digest.Brief{Source: "Harbour Post"}
	open := sourceOf(a)
	a.Paywalled = true
	if got := sourceOf(a); got != open+" 🔒" {
		t.Errorf("got %q, want %q with a lock", got, open)
	}
}

// Sources that only print the text of others are counted apart, so that the count is that of the names below it.
func TestTellers(t *testing.T) {
	by := func(sources ...string) (all []digest.Brief) {
		for _, s := range sources {
			all = append(all, digest.Brief{Source: s})
		}
		return all
	}
	for _, c := range []struct {
		articles []digest.Brief
		voices   []string
		want     string
	}{
		{by("Courier"), []string{"Courier"}, "Courier"},
		{by("Courier", "Times"), []string{"Courier", "Times"}, "2 sources"},
		{by("Courier", "Courier"), []string{"Courier"}, "1 source · 2 articles"},
		{by("Courier", "Times"), []string{"Courier"}, "1 source, 1 more with its text · 2 articles"},
		{by("Courier", "Times", "Post", "Wire", "Wire"), []string{"Courier", "Times"}, "2 sources, 2 more with their text · 5 articles"},
	} {
		if got := tellers(digest.Story{Articles: c.articles, Sources: c.voices}); got != c.want {
			t.Errorf("%v by %v: %q, want %q", c.articles, c.voices, got, c.want)
		}
	}
}
