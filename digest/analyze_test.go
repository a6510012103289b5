package digest

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"newsbot/digest/entity"
	"newsbot/digest/rescue"
)

// analyzer is loaded once: under the race detector that takes seconds.
var analyzer = sync.OnceValues(NewAnalyzer)

// TestEntitiesAreBounded gives a text that is nothing but names, each of which would
// have keys of its own in the store.
func TestEntitiesAreBounded(t *testing.T) {
	z, err := analyzer()
	if err != nil {
		t.Fatal(err)
	}
	first := []string{"Anna", "Peter", "Maria", "Thomas", "Laura", "Martin", "Julia", "Robert", "Helen", "David"}
	text := strings.Repeat("Grace Wekesa said so. ", 3)
	for i := range 3000 {
		text += fmt.Sprintf("%s %c%c%c%cson said so. ", first[i%10], 'B'+i%23, "aeiou"[i/23%5], "lmnrst"[i/115%6], "aeiou"[i/690%5])
	}
	n, err := z.Analyze(Article{Title: "They all said so", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, e := range n.Entities {
		found = found || e.Name == "Grace Wekesa"
	}
	if len(n.Entities) != maxNames || !found {
		t.Errorf("%d entities, the most salient among them: %v, want %d with it", len(n.Entities), found, maxNames)
	}
}

// A panic of what gives the articles is the caller's, who can live on.
func TestAnalyzeAllPanics(t *testing.T) {
	z, err := analyzer()
	if err != nil {
		t.Fatal(err)
	}
	analysed := 0
	err = rescue.Do(func() error {
		articles := func(yield func(Article) bool) {
			yield(Article{Title: "The ferry sails"})
			panic("a page without end")
		}
		for range z.AnalyzeAll(t.Context(), func(context.Context) iter.Seq[Article] { return articles }, 2) {
			analysed++
		}
		return nil
	})
	if p, ok := err.(*rescue.Panic); !ok || p.Value != "a page without end" || analysed != 1 {
		t.Errorf("%d articles, then %v, want one and the panic", analysed, err)
	}
}

// Who breaks off ends a stream that is silent, and nothing reads it any more.
func TestAnalyzeAllEndsTheStream(t *testing.T) {
	z, err := analyzer()
	if err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		ended := false
		silent := func(ctx context.Context) iter.Seq[Article] {
			return func(yield func(Article) bool) {
				yield(Article{Title: "The ferry sails"})
				<-ctx.Done()
				time.Sleep(time.Second) // it closes what it has open
				ended = true
			}
		}
		for range z.AnalyzeAll(t.Context(), silent, 2) {
			break
		}
		if !ended {
			t.Error("the stream is still read")
		}
	})
}

// pieces are what the texts of FuzzAnalyze are made of: what sentences, names, quotes
// and bylines are told by, and what is none of it.
var pieces = []string{
	"But", "and", "The", "the board", "said", "will", "who", "because", "he", "of", ".", ",", ":", ";", "!", "…", "—", "-", "(", ")", "\"", "“", "”", "'", "\n",
	"Dr.", "U.S.", "Jan. 5", "5 p.m.", "e.g.", "Inc.", "Ada Brekke", "Mayor", "King Olav V", "Bank of Sund", "Sund Harbour Board (SHB)", "SHB", "O’Neil", "van der",
	"LONDON (AP) —", "Photo:", "By", "1.", "•", "[2]", "$1.2 million", "30%", "1,000", "7/8", "F-16", "2026", "Monday", "GMT",
	"é", "e\u0301\u0301", "İ", "ǅ", "ﬁ", "中文。", "ไทย", "العربية", "👩\u200d👧", "\u202e", "\u200b", "\u00a0", "\x00", "\xff", "\xe2\x82", "\u2028", "<b>", "&amp;", "http://a.example/b?c",
}

// FuzzAnalyze puts titles and texts together of pieces: nothing may end the process
// that takes an article in.
func FuzzAnalyze(f *testing.F) {
	z, err := analyzer()
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte{31, 3, 4}, []byte{2, 33, 4, 9, 36, 10, 0}) // it ends with "But"
	f.Add([]byte{}, []byte{})
	f.Add([]byte{1}, []byte{39, 21, 3, 4, 10, 22, 24, 24, 0, 1, 0})
	f.Fuzz(func(t *testing.T, title, body []byte) {
		a := Article{URL: "https://a.example/1", Title: madeOf(title), Text: madeOf(body)}
		a.Identify("")
		n, err := z.Analyze(a)
		if err != nil {
			t.Fatal(err)
		}
		doc := a.Title + "\n" + a.Text
		for _, p := range n.Points {
			if p.Start < 0 || p.Start >= p.End || p.End > len(doc) {
				t.Errorf("a point of %q from %d to %d", doc, p.Start, p.End)
			}
		}
		for _, e := range n.Entities {
			for _, m := range e.Mentions {
				if m.Start < 0 || m.Start >= m.End || m.End > len(doc) {
					t.Errorf("a mention in %q from %d to %d", doc, m.Start, m.End)
				}
			}
		}
		Build([]Brief{NewBrief(a, n)}, Options{})
	})
}

// madeOf returns the text of the pieces with those numbers, most of them with a blank
// behind.
func madeOf(numbers []byte) string {
	var b strings.Builder
	for _, n := range numbers {
		b.WriteString(pieces[int(n&0x7f)%len(pieces)])
		if n < 0x80 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// TestOutletIsNoNews expects an article to be about its outlet only where the title is.
func TestOutletIsNoNews(t *testing.T) {
	z, err := analyzer()
	if err != nil {
		t.Fatal(err)
	}
	const body = "The European Commission will sue Denmark over its harbours, a minister told the Financial Times on Monday."
	for _, test := range []struct {
		title, source string
		want          bool
	}{
		{"Commission to sue Denmark", "Financial Times", false},
		{"Commission to sue Denmark", "The Financial Times", false},
		{"Commission to sue Denmark | Financial Times", "Financial Times", false},
		{"Commission to sue Denmark", "Danish Post", true},
		{"Commission to sue Denmark, Financial Times hears", "Financial Times", true},
	} {
		a := Article{ID: "a", Title: test.title, Source: test.source, Text: body}
		n, err := z.Analyze(a)
		if err != nil {
			t.Fatal(err)
		}
		got := slices.ContainsFunc(n.Entities, func(e entity.Entity) bool { return e.ID == "organization/financial-times" && e.Salience > 0 })
		if got != test.want {
			t.Errorf("%q in %s: the outlet is of the news: %v", test.title, test.source, got)
		}
	}
}
