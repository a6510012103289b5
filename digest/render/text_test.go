package render

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rivo/uniseg"
	"golang.org/x/tools/txtar"

	"newsbot/digest"
	"newsbot/digest/entity"
)

var (
	escapes = regexp.MustCompile("\x1b\\[[0-9;]*m|\x1b\\]8;;[^\x1b]*\x1b\\\\")
	address = regexp.MustCompile(`^\s*https?://\S+$`)
)

// caseInput returns the digest of a case in testdata.
func caseInput(t testing.TB, name string) (digest.Digest, time.Time) {
	t.Helper()
	ar, err := txtar.ParseFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return parseInput(t, ar.Files[0].Data)
}

func TestTextKeepsWidth(t *testing.T) {
	for _, name := range []string{"day.txtar", "follow.txtar", "hostile.txtar", "empty.txtar"} {
		d, now := caseInput(t, name)
		for width := 20; width <= 140; width += 7 {
			var plain, color bytes.Buffer
			if err := Text(&plain, d, TextOptions{Width: width, Now: now}); err != nil {
				t.Fatal(err)
			}
			if err := Text(&color, d, TextOptions{Width: width, Now: now, Color: true}); err != nil {
				t.Fatal(err)
			}
			if got := escapes.ReplaceAllString(color.String(), ""); got != plain.String() {
				t.Errorf("%s at %d columns: colour changes more than colour:\n%s", name, width, got)
			}
			checkWidth(t, plain.String(), width)
		}
	}
}

// checkWidth fails for lines wider than width that are no address.
func checkWidth(t *testing.T, text string, width int) {
	t.Helper()
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if w := uniseg.StringWidth(line); w > width && !address.MatchString(line) {
			t.Errorf("%d columns, want at most %d: %q", w, width, line)
		}
		if strings.ContainsRune(line, '\x1b') {
			t.Errorf("escape in %q", line)
		}
	}
}

func TestWrapKeepsText(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	alphabet := []rune("ab cde-fgh 漢字、é👩\u200d🚒ا ")
	for range 2000 {
		var b strings.Builder
		for range r.IntN(60) {
			b.WriteRune(alphabet[r.IntN(len(alphabet))])
		}
		s, width := Inert(b.String()), 5+r.IntN(20)
		var joined []string
		for _, l := range wrap(s, width) {
			line := s[l.start:l.end]
			if w := uniseg.StringWidth(line); w > width {
				t.Errorf("wrap(%q, %d): %q has %d columns", s, width, line, w)
			}
			joined = append(joined, line)
		}
		if got := strings.ReplaceAll(strings.Join(joined, ""), " ", ""); got != strings.ReplaceAll(s, " ", "") {
			t.Errorf("wrap(%q, %d) lost text: %q", s, width, joined)
		}
	}
}

func TestNoLineBeginsWithADot(t *testing.T) {
	var names []digest.EntityCount
	for _, name := range []string{"Oslo", "North Sea", "Danish Emergency Management Agency", "Kampala"} {
		names = append(names, digest.EntityCount{Name: name, Count: 12})
	}
	for width := 50; width < 100; width++ { // below, things are wider than a line
		p := newPrinter(TextOptions{Width: width})
		p.names(names)
		for line := range strings.Lines(p.String()) {
			if strings.HasPrefix(strings.TrimSpace(line), "·") {
				t.Errorf("at a width of %d:\n%s", width, p)
				break
			}
		}
	}
}

func TestNamesHaveTrends(t *testing.T) {
	p := newPrinter(TextOptions{Width: 80})
	p.names([]digest.EntityCount{{Name: "Oslo", Count: 5, Trend: digest.Rising}, {Name: "Hedda", Count: 4, Trend: digest.New}, {Name: "Berlin", Count: 1}})
	if got, want := p.String(), "Oslo 5 ↑ · Hedda 4 new · Berlin 1"; !strings.Contains(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNoShortNameIsBroken(t *testing.T) {
	for _, name := range []string{"ASML NXE:3800E", "Jean-Claude Juncker", "AfD/CDU"} {
		for width := 30; width < 60; width++ {
			p := newPrinter(TextOptions{Width: width})
			p.names([]digest.EntityCount{{Name: "Oslo", Count: 1}, {Name: "Cloud", Count: 1}, {Name: name, Count: 1}})
			if !strings.Contains(p.String(), name+" 1") {
				t.Errorf("at a width of %d:\n%s", width, p)
			}
		}
	}
}

// TestBriefIsWhole: what a headline ends with is half of the news.
func TestBriefIsWhole(t *testing.T) {
	p := newPrinter(TextOptions{Width: 50})
	first := digest.Brief{Source: "Harbour Gazette"}
	p.brief(digest.Story{Headline: "Orrin withdraws the diesel decree; man reported killed is alive", Articles: []digest.Brief{first}, Day: 2, Again: true})
	want := "• Orrin withdraws the diesel decree; man reported\n  killed is alive  Harbour Gazette · day 2\n"
	if p.String() != want {
		t.Errorf("got\n%s", p)
	}
}

// The source in a line with a headline is that of the headline, whoever was first.
func TestVoices(t *testing.T) {
	for _, test := range []struct {
		headline digest.Brief
		sources  []string
		want     string
	}{
		{digest.Brief{Source: "Ledger"}, []string{"Ledger"}, "Ledger"},
		{digest.Brief{Source: "Ledger"}, []string{"Wire", "Ledger", "Post"}, "Ledger +2"},
		{digest.Brief{URL: "https://www.coast.example/1"}, []string{"Wire", "coast.example"}, "coast.example +1"},
		{digest.Brief{Source: "Ledger"}, []string{"Wire"}, "Ledger +1"}, // which prints the Wire's text
		{digest.Brief{Source: "River City Public Radio and Television"}, []string{"Wire", "Post"}, "River City Public… +2"},
		{digest.Brief{}, []string{"Wire", "Post"}, "2 sources"},
		{digest.Brief{}, nil, ""},
	} {
		if got := voices(digest.Story{Articles: []digest.Brief{test.headline}, Sources: test.sources}, 24); got != test.want {
			t.Errorf("%+v of %q: %q, want %q", test.headline, test.sources, got, test.want)
		}
	}
}

func TestWhen(t *testing.T) {
	now := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		t, now time.Time
		want   string
	}{
		{time.Time{}, now, ""},
		{now, time.Time{}, "24 Nov 2026 10:00"},
		{now.Add(-30 * time.Second), now, "just now"},
		{now.Add(30 * time.Second), now, "just now"},
		{now.Add(-25 * time.Minute), now, "25 min ago"},
		{now.Add(-2*time.Hour - 59*time.Minute), now, "2 h ago"},
		{now.Add(-25 * time.Hour), now, "23 Nov 09:00"},
		{now.Add(3 * time.Hour), now, "24 Nov 13:00"},
		{time.Date(2025, 12, 31, 23, 30, 0, 0, time.UTC), now, "1 Jan 00:30"},
		{time.Date(2025, 12, 30, 12, 0, 0, 0, time.UTC), now, "30 Dec 2025 13:00"},
	}
	for _, test := range tests {
		if got := (Reader{Zone: berlin}).When(test.t, test.now); got != test.want {
			t.Errorf("When(%v, %v) = %q, want %q", test.t, test.now, got, test.want)
		}
	}
}

func TestTypes(t *testing.T) {
	var all []digest.EntityCount
	labels := make(map[string]bool)
	for _, typ := range Types() {
		all = append(all, digest.EntityCount{Name: string(typ), Type: typ, Count: 1})
		labels[TypeLabel(typ)] = true
	}
	if len(labels) != len(Types()) {
		t.Errorf("labels %v of types %v", labels, Types())
	}
	groups := ByType(append(all, digest.EntityCount{Name: "x", Type: entity.Type("unheard of")}))
	if len(groups) != len(all) {
		t.Fatalf("%d groups, want %d", len(groups), len(all))
	}
	for i, g := range groups {
		if g.Type != Types()[i] || g.Entities[0].Name != string(g.Type) {
			t.Errorf("group %d is %+v", i, g)
		}
	}
	if last := groups[len(groups)-1]; len(last.Entities) != 2 {
		t.Errorf("an unheard-of type is not in %+v", last)
	}
}

// What a reader knows is counted, not told.
func TestContextOfKnownStories(t *testing.T) {
	for known, want := range map[int]string{
		0: "2 articles → 0 stories · 1 source",
		1: "2 articles → 0 stories · 1 source · left out: 1 with nothing new",
		3: "2 articles → 0 stories · 1 source · left out: 3 with nothing new",
	} {
		d := digest.Digest{Articles: 2, Sources: 1, Known: known}
		if got := contextLine(d); got != want {
			t.Errorf("%d known: got %q, want %q", known, got, want)
		}
		if got := noStories(d) == "Nothing new in this window."; got != (known > 0) {
			t.Errorf("%d known: %q", known, noStories(d))
		}
	}
}

func TestPlural(t *testing.T) {
	tests := []struct {
		n    int
		want string
	}{{0, "0 stories"}, {1, "1 story"}, {2, "2 stories"}, {1234567, "1,234,567 stories"}}
	for _, test := range tests {
		if got := Plural(test.n, "story", "stories"); got != test.want {
			t.Errorf("Plural(%d) = %q, want %q", test.n, got, test.want)
		}
	}
}
