package render

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"newsbot/digest"
)

// lookupInput is a lookup as a test case writes it: when it is read, and in
// which zone.
type lookupInput struct {
	digest.Lookup
	Zone string
	Now  time.Time
}

// lookupText renders the lookup of a test case.
func lookupText(t testing.TB, data []byte, o TextOptions) []byte {
	t.Helper()
	var in lookupInput
	if err := json.Unmarshal(data, &in); err != nil {
		t.Fatal(err)
	}
	zone, err := time.LoadLocation(in.Zone)
	if err != nil {
		t.Fatal(err)
	}
	o.Now = in.Now
	var b bytes.Buffer
	if err := LookupText(&b, in.Lookup, zone, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// lookupCases returns the cases by file name.
func lookupCases(t testing.TB) map[string]*txtar.Archive {
	t.Helper()
	files, err := filepath.Glob("testdata/lookup/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	cases := make(map[string]*txtar.Archive)
	for _, name := range files {
		if cases[name], err = txtar.ParseFile(name); err != nil {
			t.Fatal(err)
		}
	}
	return cases
}

func TestLookupGolden(t *testing.T) {
	cases(t, "testdata/lookup", func(t *testing.T, input []byte) []txtar.File {
		write := func(o TextOptions) func(*bytes.Buffer) error {
			return func(b *bytes.Buffer) error { _, err := b.Write(lookupText(t, input, o)); return err }
		}
		var in lookupInput
		if err := json.Unmarshal(input, &in); err != nil {
			t.Fatal(err)
		}
		return []txtar.File{
			rendered(t, "text", write(TextOptions{})),
			rendered(t, "color", write(TextOptions{Width: 60, Color: true})),
			rendered(t, "json", func(b *bytes.Buffer) error { return LookupJSON(b, in.Lookup) }),
		}
	})
}

func TestLookupKeepsWidth(t *testing.T) {
	for name, ar := range lookupCases(t) {
		for width := 20; width <= 140; width += 7 {
			plain := string(lookupText(t, ar.Files[0].Data, TextOptions{Width: width}))
			color := string(lookupText(t, ar.Files[0].Data, TextOptions{Width: width, Color: true}))
			if got := escapes.ReplaceAllString(color, ""); got != plain {
				t.Errorf("%s at %d columns: colour changes more than colour:\n%s", name, width, got)
			}
			checkWidth(t, plain, width)
		}
	}
}

func TestSparkline(t *testing.T) {
	for _, tt := range []struct {
		counts []int
		want   string
	}{
		{nil, ""},
		{[]int{0, 0}, "▁▁"},
		{[]int{0, 1}, "▁█"},
		{[]int{0, 1, 2, 3, 4, 5, 6, 7}, "▁▂▃▄▅▆▇█"},
		{[]int{1000, 500, 1}, "█▄▁"},
	} {
		var days []digest.DayCount
		for _, n := range tt.counts {
			days = append(days, digest.DayCount{Count: n})
		}
		if got := Sparkline(days); got != tt.want {
			t.Errorf("Sparkline of %v = %q, want %q", tt.counts, got, tt.want)
		}
	}
}

// A dossier of more articles than it lists says how many it leaves out.
func TestLookupCountsTheRest(t *testing.T) {
	const articles = alsoStories + fewMore + 1
	d := digest.Dossier{Entity: digest.EntityCount{Name: "Kessel", Type: "place"}, Articles: make([]digest.Brief, articles)}
	for limit, want := range map[int]string{0: "\nand 4 more articles\n", articles - 1: "\nand 1 more article\n", articles + 1: "\n 34  Untitled\n     unknown source\n"} {
		var b bytes.Buffer
		if err := LookupText(&b, digest.Lookup{Dossier: &d, Limit: limit}, time.UTC, TextOptions{}); err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(b.String(), want) {
			t.Errorf("limit %d: %q does not end with %q", limit, b.String(), want)
		}
	}
}

func TestLookupSaysWhatIsForeign(t *testing.T) {
	var b bytes.Buffer
	d := digest.Dossier{Entity: digest.EntityCount{Name: "Kessel", Type: "place"}, Foreign: 2}
	if err := LookupText(&b, digest.Lookup{Dossier: &d}, time.UTC, TextOptions{Width: 140}); err != nil {
		t.Fatal(err)
	}
	if want := "2 more articles that hold this name are in another language than English: few names are found there\n"; !strings.Contains(b.String(), want) {
		t.Errorf("%q lacks %q", b.String(), want)
	}
}

func TestLookupJSONOfNothing(t *testing.T) {
	for _, l := range []digest.Lookup{{}, {Dossier: &digest.Dossier{Articles: make([]digest.Brief, hitArticles+1)}}} {
		var b bytes.Buffer
		if err := LookupJSON(&b, l); err != nil {
			t.Fatal(err)
		}
		noNulls(t, b.String())
		if n := strings.Count(b.String(), `"title"`); n > hitArticles {
			t.Errorf("%d articles, want %d at most", n, hitArticles)
		}
	}
}
