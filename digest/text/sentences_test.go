package text

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata")

// A case is a txtar file: "title" (optional) and "body" are parsed, "want"
// holds the sentences, one a line after the number of its paragraph. A line
// feed within a sentence is written ⏎.
func TestSentences(t *testing.T) {
	files, err := filepath.Glob("testdata/sentences/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
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
			got := listing(Parse(strings.TrimSuffix(sections["title"], "\n"), sections["body"]))
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

func listing(d *Document) string {
	var b strings.Builder
	for _, s := range d.Sentences {
		fmt.Fprintf(&b, "%d %s\n", s.Paragraph, strings.ReplaceAll(s.In(d.Text), "\n", "⏎"))
	}
	return b.String()
}

func rewrite(t *testing.T, file string, a *txtar.Archive, want string) {
	t.Helper()
	for i := range a.Files {
		if a.Files[i].Name == "want" {
			a.Files = append(a.Files[:i], a.Files[i+1:]...)
			break
		}
	}
	a.Files = append(a.Files, txtar.File{Name: "want", Data: []byte(want)})
	if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestHostileTexts(t *testing.T) {
	for name, in := range map[string]string{
		"dots":        strings.Repeat(".", 100_000),
		"spaced dots": strings.Repeat(". ", 100_000),
		"no space":    strings.Repeat("x", 100_000),
		"no stop":     strings.Repeat("word and ", 50_000),
		"quotes":      strings.Repeat(`"`, 100_000),
		"initials":    strings.Repeat("U.S.-", 50_000),
		"hyphens":     strings.Repeat("a-", 50_000),
		"breaks":      strings.Repeat("\n", 100_000),
		"breaks in":   strings.Repeat("word\n", 50_000),
		"bytes":       strings.Repeat("\xff\xc3", 50_000),
		"marks":       "e" + strings.Repeat("\u0301", 50_000),
		"joiners":     strings.Repeat("👩\u200d", 20_000),
		"url":         "http://a.example/" + strings.Repeat("é", 50_000),
		"nul":         strings.Repeat("\x00", 100_000),
		"stops":       strings.Repeat("Mr. ", 50_000),
		"openers":     "End. " + strings.Repeat("(", 20_000),
	} {
		t.Run(name, func(t *testing.T) { checkDocument(t, Parse(in[:min(len(in), 20)], in)) })
	}
}

func FuzzParse(f *testing.F) {
	f.Add("Ministers meet", "Mr. A. B. Smith said: \"No.\" He left…\n\nU.S. talks—ended.The\r\n- item\xff")
	f.Add("", "a\u2028b。c！\u200d👍🏽 http://x.y/(z)). 's n't ''")
	f.Add("two\nlines", "The line breaks here because it is\nwrapped and goes on until it ends\nhere.")
	f.Fuzz(func(t *testing.T, title, body string) {
		checkDocument(t, Parse(title, body))
	})
}

// checkDocument fails unless every offset of d is sound.
func checkDocument(t *testing.T, d *Document) {
	t.Helper()
	at, token, paragraph := 0, 0, 0
	for i, s := range d.Sentences {
		if s.Start < at || s.End <= s.Start || s.End > len(d.Text) {
			t.Fatalf("sentence %d is at %v, the one before it ends at %d of %d", i, s.Span, at, len(d.Text))
		}
		if s.First != token || s.Last <= s.First || s.Last > len(d.Tokens) {
			t.Fatalf("sentence %d holds tokens %d to %d, want from %d of %d", i, s.First, s.Last, token, len(d.Tokens))
		}
		if s.Paragraph < paragraph || s.Paragraph > paragraph+1 {
			t.Fatalf("sentence %d is in paragraph %d after %d", i, s.Paragraph, paragraph)
		}
		if s.Len() > maxSentence {
			t.Fatalf("sentence %d has %d bytes", i, s.Len())
		}
		pos := s.Start
		for _, k := range d.Tokens[s.First:s.Last] {
			if k.Start < pos || k.End <= k.Start || k.End > s.End {
				t.Fatalf("token %v after %d in sentence %v", k.Span, pos, s.Span)
			}
			pos = k.End
		}
		if d.Tokens[s.First].Start != s.Start || pos != s.End {
			t.Fatalf("sentence %v does not begin and end with its tokens", s.Span)
		}
		at, token, paragraph = s.End, s.Last, s.Paragraph
	}
	if token != len(d.Tokens) {
		t.Fatalf("%d tokens are in sentences, of %d", token, len(d.Tokens))
	}
}
