package keypoint

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata")

// A case is a txtar file: "title" and "body" are an article, "want" holds its
// points, one a line, "not" what none of them may contain.
func TestFind(t *testing.T) {
	files, err := filepath.Glob("testdata/find/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	names, err := entity.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			sections := map[string]string{}
			for _, f := range a.Files {
				sections[f.Name] = string(f.Data)
			}
			d := text.Parse(strings.TrimSuffix(sections["title"], "\n"), sections["body"])
			points := find(d, names.Find(d, text.Language(d.Text)), 5)
			checkPoints(t, d, points)
			got := lines(d, points)
			for bad := range strings.Lines(sections["not"]) {
				if bad = strings.TrimSpace(bad); strings.Contains(got, bad) {
					t.Errorf("a point contains %q:\n%s", bad, got)
				}
			}
			if *update {
				rewrite(t, file, a, got)
				return
			}
			if diff := cmp.Diff(sections["want"], got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func lines(d *text.Document, points []Point) string {
	var b strings.Builder
	for _, p := range points {
		b.WriteString(strings.ReplaceAll(p.In(d.Text), "\n", "⏎") + "\n")
	}
	return b.String()
}

func rewrite(t *testing.T, file string, a *txtar.Archive, want string) {
	t.Helper()
	a.Files = slices.DeleteFunc(a.Files, func(f txtar.File) bool { return f.Name == "want" })
	a.Files = append(a.Files, txtar.File{Name: "want", Data: []byte(want)})
	if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

// checkPoints fails unless every point lies within one sentence outside the
// title and is of sound length, and those after the first are in the order of
// the text.
func checkPoints(t *testing.T, d *text.Document, points []Point) {
	t.Helper()
	for i, p := range points {
		if p.End <= p.Start || p.End > len(d.Text) || i > 1 && p.Start < points[i-1].End {
			t.Fatalf("point %d of %v in %d bytes", i, points, len(d.Text))
		}
		s := p.In(d.Text)
		if !utf8.ValidString(s) || strings.TrimSpace(s) != s {
			t.Fatalf("point %q", s)
		}
		if n := characters(s); n < minLength || n > maxLength {
			t.Fatalf("point of %d characters: %q", n, s)
		}
		for _, x := range p.Introductions {
			if x.Start < 0 || x.End < x.Start || x.End > len(d.Text) || !strings.Contains(x.In(d.Text), x.Surname) || !strings.Contains(s, x.Surname) {
				t.Fatalf("introduction %v of %q", x, s)
			}
		}
		if p.Score < 0 || p.Score > 1 {
			t.Fatalf("score %v", p.Score)
		}
		if !slices.ContainsFunc(d.Sentences, func(s text.Sentence) bool {
			return s.Paragraph > 0 && s.Start <= p.Start && p.End <= s.End
		}) {
			t.Fatalf("point %q is not within one sentence", s)
		}
	}
}

// A sentence about what the article is about is preferred.
func TestFindUsesEntities(t *testing.T) {
	d := text.Parse("", `A long meeting of the board took place in the old town hall on Monday.
The mayor of Sund, Ada Brekke, was given flowers by the children of the school.
The weather was fine on that day, and a good many boats were seen at sea.
A short walk along the pier was taken by the members of the board at noon.`)
	var brekke entity.Entity
	for i, s := range d.Sentences {
		if at := strings.Index(s.In(d.Text), "Ada Brekke"); at >= 0 {
			span := text.Span{Start: s.Start + at, End: s.Start + at + len("Ada Brekke")}
			brekke = entity.Entity{Name: "Ada Brekke", Salience: 1, Mentions: []entity.Mention{{Span: span, Sentence: i}}}
		}
	}
	weights := Weights{salience: 1}
	score := func(entities []entity.Entity) float64 {
		for _, c := range NewDraft(d, text.NewIndexer().Index(d), text.Language(d.Text), entities).candidates {
			if strings.Contains(c.In(d.Text), "Ada Brekke") {
				return weights.odds(&c.features)
			}
		}
		t.Fatal("no candidate names Ada Brekke")
		return 0
	}
	if with, without := score([]entity.Entity{brekke}), score(nil); with <= without {
		t.Errorf("score %v with the entity, %v without", with, without)
	}
}

func TestFindHonoursMax(t *testing.T) {
	d := text.Parse("Quay", report)
	for most := range 6 {
		if got := len(find(d, nil, most)); got > most || most > 0 && got == 0 {
			t.Errorf("%d points of at most %d", got, most)
		}
	}
}

func TestFindInHostileTexts(t *testing.T) {
	for name, body := range map[string]string{
		"one sentence":   strings.Repeat("word, which ", 50_000),
		"many":           strings.Repeat("The board of Sund met the mayor, who had asked for money for the quay. ", 5_000),
		"quotes":         strings.Repeat("\"", 100_000),
		"open quotes":    strings.Repeat("“The board met in the town hall of Sund on Monday. ", 5_000),
		"commas":         "The board met" + strings.Repeat(", and", 100_000) + ".",
		"marks":          strings.Repeat("e\u0301\u0301 ", 50_000) + ".",
		"long word last": "The board of Sund met in the town hall on Monday. It asked for money for the quay.\n\n" + strings.Repeat("a", 300),
		"cut off":        "The board met in the town hall of Sund on Monday. But",
		"quote last":     "\"the board met in sund on monday , \" ada lind said to the board . ’",
		"comma last":     "The board met in the town hall of Sund on Monday,",
		"not UTF-8":      strings.Repeat("The board met \xff in the town hall of Sund on Monday. ", 100),
		"right to left":  strings.Repeat("\u202eThe board met in the town hall of Sund on Monday. ", 100),
	} {
		t.Run(name, func(t *testing.T) {
			d := text.Parse("Board meets", body)
			checkPoints(t, d, find(d, nil, 5))
		})
	}
}

func TestFindInParagraphsOfNames(t *testing.T) {
	d := text.Parse("", strings.Repeat("Sund\n\n", 250_000))
	sund := entity.Entity{ID: "place-sund", Name: "Sund", Type: entity.Place}
	for i, s := range d.Sentences {
		sund.Mentions = append(sund.Mentions, entity.Mention{Span: s.Span, Sentence: i})
	}
	start := time.Now()
	checkPoints(t, d, find(d, []entity.Entity{sund}, 5))
	if took := time.Since(start); took > 5*time.Second { // 0.4 s on a machine of its own
		t.Errorf("Find took %v", took)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Port Ellery to rebuild its quay", report)
	f.Add("", "ELLERY (AP) — The board said \"no. It said (so) — and left, which was that.\n\n- item • 1. x")
	f.Add("题目", "市政府周二宣布，将在两年内重建被暴风雨摧毁的东码头，费用为四千万元，工程将于十一月开始。渔民们表示欢迎。")
	f.Fuzz(func(t *testing.T, title, body string) {
		d := text.Parse(title, body)
		checkPoints(t, d, find(d, nil, 5))
	})
}

// report is an invented text of about 500 words.
var report = strings.Repeat(`The harbour board of Port Ellery said on Tuesday that it would rebuild the eastern quay, which a storm broke in March, at a cost of $41.5 million.
"We cannot wait for another winter," chairwoman Marta Oyelaran told reporters. "The fishermen need a berth, and the town needs its fishermen." Work is to begin on Nov. 3 and end within 14 months.
Gen. P. R. Lund, who led the clean-up, praised the crews of Ellery Marine Inc. for clearing 2,300 tonnes of rubble in the U.S.-funded operation. He didn't say who'd pay for the lighthouse.
`, 5)

func BenchmarkFind(b *testing.B) {
	d := text.Parse("Port Ellery to rebuild its quay", report)
	b.ReportAllocs()
	for b.Loop() {
		find(d, nil, 5)
	}
}

// find is Find for a document that nothing is known of yet.
func find(d *text.Document, entities []entity.Entity, max int) []Point {
	return Told(Find(d, text.NewIndexer().Index(d), text.Language(d.Text), entities, max))
}
