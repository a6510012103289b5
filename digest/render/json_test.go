package render

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/entity"
	"newsbot/digest/keypoint"
	"newsbot/digest/text"
)

// noNulls fails for a null where a list belongs.
func noNulls(t *testing.T, out string) {
	t.Helper()
	for _, list := range []string{"stories", "entities", "articles", "key_points", "sources", "mentions", "disagreements", "figures", "days", "related", "choices"} {
		for _, space := range []string{"", " "} {
			if strings.Contains(out, `"`+list+`":`+space+"null") {
				t.Errorf("%s is null in %s", list, out)
			}
		}
	}
}

func TestJSONOfNothing(t *testing.T) {
	for _, d := range []digest.Digest{{}, {Stories: []digest.Story{{Articles: []digest.Brief{{}}}}}} {
		var b bytes.Buffer
		if err := JSON(&b, d); err != nil {
			t.Fatal(err)
		}
		noNulls(t, b.String())
		if !strings.Contains(b.String(), `"from": null`) {
			t.Errorf("an unknown time is not null in %s", b.String())
		}
	}
	var b bytes.Buffer
	if err := StoryJSON(&b, digest.Story{Disagreements: []digest.Disagreement{{}}}); err != nil {
		t.Fatal(err)
	}
	noNulls(t, b.String())
}

func TestJSONKeepsText(t *testing.T) {
	const point = "<b>Tom & Jerry</b> \u202e\x1b[31m\u009b31m\x7f\U000e0041 \"quoted\"\n"
	d := digest.Digest{
		To: time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), // which RFC 3339 cannot write
		Stories: []digest.Story{{Headline: point, Points: []digest.StoryPoint{{
			KeyPoint: digest.KeyPoint{Text: point, Start: 3, End: 3 + len(point)}, Article: "in-7",
		}}}},
	}
	var b bytes.Buffer
	if err := JSON(&b, d); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "<b>Tom & Jerry</b>") {
		t.Errorf("escaped as if for a page: %s", b.String())
	}
	if strings.ContainsFunc(b.String(), func(r rune) bool { return r != '\n' && unseen(r) }) {
		t.Errorf("acts on a terminal: %q", b.String())
	}
	var back digestJSON
	if err := json.Unmarshal(b.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	if got := back.Stories[0].KeyPoints[0].Text; got != point || back.Stories[0].Headline != point {
		t.Errorf("got %q, want %q", got, point)
	}
}

func article() (digest.Article, digest.Analysis) {
	a := digest.Article{ID: "a1", Ref: "in-7", Title: "Verlin visits Kessel", Text: "Ada Verlin visited Kessel on Monday.\nShe left <soon>.", Source: "Harbour Post"}
	span := func(word string, from int) text.Span {
		whole := a.Title + "\n" + a.Text
		at := from + strings.Index(whole[from:], word)
		return text.Span{Start: at, End: at + len(word)}
	}
	return a, digest.Analysis{
		Language: "en",
		Entities: []entity.Entity{
			{Name: "Ada Verlin", Type: entity.Person, Mentions: []entity.Mention{{Span: span("Verlin", 0)}, {Span: span("Ada Verlin", 0)}}},
			{Name: "Kessel", Type: entity.Place, Mentions: []entity.Mention{{Span: span("Kessel", 0)}}},
		},
		Points: []keypoint.Point{{Span: span("Ada Verlin visited Kessel on Monday.", 0)}},
	}
}

func TestAnalysisJSON(t *testing.T) {
	const want = `{"id":"in-7","title":"Verlin visits Kessel","language":"en","entities":[` +
		`{"name":"Ada Verlin","type":"person","mentions":[{"text":"Verlin","start":0,"end":6},{"text":"Ada Verlin","start":21,"end":31}]},` +
		`{"name":"Kessel","type":"place","mentions":[{"text":"Kessel","start":14,"end":20}]}],` +
		`"key_points":[{"text":"Ada Verlin visited Kessel on Monday.","start":21,"end":57}]}` + "\n"
	a, an := article()
	var line, indented, compact bytes.Buffer
	if err := AnalysisJSONL(&line, a, an); err != nil {
		t.Fatal(err)
	}
	if line.String() != want {
		t.Errorf("got  %swant %s", line.String(), want)
	}
	if err := AnalysisJSON(&indented, a, an); err != nil {
		t.Fatal(err)
	}
	if err := json.Compact(&compact, indented.Bytes()); err != nil || compact.String()+"\n" != want && compact.String() != want {
		t.Errorf("%v\ngot  %s\nwant %s", err, compact.String(), want)
	}
	line.Reset()
	if err := AnalysisJSONL(&line, digest.Article{ID: "x"}, digest.Analysis{}); err != nil {
		t.Fatal(err)
	}
	noNulls(t, line.String())
}

func TestAnalysisText(t *testing.T) {
	const want = `Verlin visits Kessel
Harbour Post · en

Key points

• Ada Verlin visited Kessel on Monday.

Names

People  Ada Verlin 2
Places  Kessel 1
`
	a, an := article()
	var b bytes.Buffer
	if err := AnalysisText(&b, a, an, TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestStories(t *testing.T) {
	stories := []digest.Story{
		{Headline: "Dam & flood", Articles: []digest.Brief{
			{ID: "a", Ref: "1", Title: "Dam & flood", Source: "Harbour Post"},
			{ID: "b", Title: "", URL: "https://www.north.example/b"},
		}, Corrected: []digest.Brief{{ID: "d", Title: "Damn & flood", Source: "Harbour Post"}}},
		{Articles: []digest.Brief{{ID: "c", Points: []digest.KeyPoint{{Text: "The bear of the Orrin valley, which had been\nseen in the town twice since October, sleeps."}}}}},
	}
	const wantText = `Dam & flood
  • Dam & flood  Harbour Post
  • Untitled  north.example

The bear of the Orrin valley, which had been seen in the town twice since…
  • The bear of the Orrin valley, which had been seen in the town twice since…
    unknown source
`
	const wantJSONL = `{"headline":"Dam & flood","articles":["1","b","d"]}
{"headline":"","articles":["c"]}
`
	var b bytes.Buffer
	if err := StoriesText(&b, stories, TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if b.String() != wantText {
		t.Errorf("got\n%s\nwant\n%s", b.String(), wantText)
	}
	b.Reset()
	if err := StoriesJSONL(&b, stories); err != nil {
		t.Fatal(err)
	}
	if b.String() != wantJSONL {
		t.Errorf("got\n%s\nwant\n%s", b.String(), wantJSONL)
	}
}

func BenchmarkAnalysisJSONL(b *testing.B) {
	a, an := article()
	a.Text += strings.Repeat(" Words that fill the article up to a usual length.", 60)
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		if err := AnalysisJSONL(&out, a, an); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkText(b *testing.B) {
	d, now := caseInput(b, "day.txtar")
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		if err := Text(&out, d, TextOptions{Now: now, Color: true}); err != nil {
			b.Fatal(err)
		}
	}
}
