package feed

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestOddFeeds reads feeds as they should not be. In testdata/odd, every feed is
// followed by what must come out of it, an item a line.
func TestOddFeeds(t *testing.T) {
	paths, err := filepath.Glob("testdata/odd/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases in testdata/odd: %v", err)
	}
	for _, path := range paths {
		ar, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(ar.Files); i += 2 {
			name, data, want := ar.Files[i].Name, ar.Files[i].Data, string(ar.Files[i+1].Data)
			t.Run(name, func(t *testing.T) {
				got := readOdd(t, write(t, name, data))
				if *update {
					ar.Files[i+1].Data = []byte(got)
				} else if got != want {
					t.Errorf("%s\n--- got\n%s--- want\n%s", data, got, want)
				}
			})
		}
		if *update {
			if err := os.WriteFile(path, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// readOdd reads a file and writes its items down: title @ address (date) = text.
func readOdd(t *testing.T, path string) string {
	r := newTestReader()
	r.config.Bare = true
	items, errs := readAll(t, r, path, "")
	var b strings.Builder
	for _, it := range items {
		b.WriteString(it.Article.Title)
		if it.Article.URL != "" {
			b.WriteString(" @ " + it.Article.URL)
		}
		if !it.Article.Published.IsZero() {
			b.WriteString(" (" + it.Article.Published.Format("2006-01-02 15:04") + ")")
		}
		if it.Article.Text != "" {
			b.WriteString(" = " + strings.ReplaceAll(it.Article.Text, "\n", " / "))
		}
		b.WriteString("\n")
	}
	for _, err := range errs {
		for _, words := range []string{"broken XML", "no valid JSON", "without items", "is no feed", "is empty", "no readable text"} {
			if strings.Contains(err.Error(), words) {
				b.WriteString("error: " + words + "\n")
			}
		}
	}
	return b.String()
}

// TestOddSizes checks that a feed is a feed however much stands before it.
func TestOddSizes(t *testing.T) {
	if testing.Short() {
		t.Skip("no goroutines to race, and long")
	}
	for name, data := range map[string]string{
		"spaces":  strings.Repeat("\n", 5000) + aFeed,
		"comment": "<!-- " + strings.Repeat("licence ", 1000) + " -->" + aFeed,
		"styles":  `<?xml version="1.0"?>` + strings.Repeat(`<?xml-stylesheet href="a.css"?>`, 50) + aFeed,
		"content": strings.Replace(aFeed, "</item>", "<description>"+strings.Repeat("word ", 400_000)+"</description></item>", 1),
		"image":   strings.Replace(aFeed, "</item>", "<description><![CDATA[<img src='data:image/png;base64,"+strings.Repeat("QUJD", 500_000)+"'>Text]]></description></item>", 1),
	} {
		for _, file := range []string{"a.xml", ""} {
			var items []Item
			if file != "" {
				items, _ = readAll(t, newTestReader(), write(t, file, []byte(data)), "")
			} else {
				s := &sink{reader: newTestReader(), ctx: t.Context(), yield: func(it Item, err error) bool { items = append(items, it); return true }}
				s.reader.readStream(s, origin{}, bytes.NewReader([]byte(data)))
			}
			if len(items) != 1 || items[0].Article.Title != "One" {
				t.Errorf("%s: %d items, want the one of the feed", name, len(items))
			}
		}
	}
}
