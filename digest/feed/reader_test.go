package feed

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"newsbot/digest"
)

var update = flag.Bool("update", false, "rewrite the wanted output in testdata")

// now is when all tests happen.
var now = time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)

func newTestReader() *Reader {
	return New(Config{Now: func() time.Time { return now }})
}

// readAll reads an input to its end.
func readAll(t testing.TB, r *Reader, input, stdin string) ([]Item, []error) {
	t.Helper()
	var items []Item
	var errs []error
	for it, err := range r.Read(context.Background(), input, strings.NewReader(stdin)) {
		if err == nil {
			items = append(items, it)
			continue
		}
		var inputErr *InputError
		if !errors.As(err, &inputErr) || strings.ContainsAny(err.Error(), "\n\x00") {
			t.Errorf("error %q of %T, want one line of *InputError", err, err)
		}
		errs = append(errs, err)
	}
	return items, errs
}

// write puts a file into a new folder and returns its path.
func write(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestRead reads the files of each case in testdata, as a folder where there
// are several, and compares what comes out, articles as lines, doubts and errors.
func TestRead(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases in testdata: %v", err)
	}
	for _, path := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) { testCase(t, path) })
	}
}

func testCase(t *testing.T, path string) {
	ar, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	input := dir
	last := len(ar.Files) - 1
	for _, f := range ar.Files[:last] {
		name := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
		if last == 1 {
			input = name
		}
	}
	got := output(t, input, dir)
	if *update {
		ar.Files[last] = txtar.File{Name: "want", Data: []byte(got)}
		if err := os.WriteFile(path, txtar.Format(ar), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want := string(ar.Files[last].Data); got != want {
		t.Errorf("%s\n--- got\n%s--- want\n%s", path, got, want)
	}
}

// output reads an input and writes down what comes, with readable lines.
func output(t *testing.T, input, dir string) string {
	var b bytes.Buffer
	for it, err := range newTestReader().Read(t.Context(), input, nil) {
		if err != nil {
			fmt.Fprintf(&b, "error: %s\n", strings.ReplaceAll(err.Error(), dir, ""))
			continue
		}
		if it.Doubt != nil {
			fmt.Fprintf(&b, "doubt: %s\n", strings.ReplaceAll(it.Doubt.Error(), dir, ""))
		}
		line, err := json.Marshal(NewLine(it.Article, strings.ReplaceAll(it.Input, dir, "")))
		if err != nil {
			t.Fatal(err)
		}
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(json.RawMessage(line)); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func TestWriteLineRoundTrip(t *testing.T) {
	a := digest.Article{
		URL: "https://example.com/a?id=1", Source: "Example Times", Title: "A <b> & \u2028 title", Author: "Ann Lee",
		Published: now, Language: "en", Text: "One.\nTwo \"quoted\".",
	}
	for _, given := range []string{"", "17"} {
		a.Identify(given)
		var b bytes.Buffer
		if err := WriteLine(&b, a, "some.xml"); err != nil {
			t.Fatal(err)
		}
		items, errs := readAll(t, newTestReader(), "-", b.String())
		if len(errs) != 0 || len(items) != 1 || items[0].Article != a {
			t.Errorf("wrote %+v as %s, read %+v %v", a, b.String(), items, errs)
		}
	}
}

func TestSourceOverride(t *testing.T) {
	r := New(Config{Source: "Mine"})
	items, _ := readAll(t, r, "-", `{"title":"A","source":"Theirs"}`+"\n"+`{"title":"B"}`+"\n")
	if len(items) != 2 || items[0].Article.Source != "Mine" || items[1].Article.Source != "Mine" {
		t.Errorf("got %+v, want two articles of Mine", items)
	}
}

func TestReadStopsEarly(t *testing.T) {
	n := 0
	for range newTestReader().Read(t.Context(), "-", strings.NewReader(strings.Repeat("{\"title\":\"A\"}\n", 100))) {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("got %d items after a break, want 3", n)
	}
}

func TestReadEndsWithContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n, last := 0, error(nil)
	for _, err := range newTestReader().Read(ctx, "-", strings.NewReader(strings.Repeat("{\"title\":\"A\"}\n", 100))) {
		if n++; n == 2 {
			cancel()
		}
		last = err
	}
	if n != 3 || !errors.Is(last, context.Canceled) {
		t.Errorf("got %d items and %v, want 2 and then context.Canceled", n, last)
	}
}

// What export prints is taken in whatever its first article is about, and however long that is.
func TestReadLines(t *testing.T) {
	r := New(Config{Lines: true, Now: func() time.Time { return now }})
	line := func(id, text string) string { return `{"id":"` + id + `","title":"T","text":"` + text + `"}` }
	about := "A JSON Feed has the version https://jsonfeed.org/version/1.1. "
	for name, c := range map[string]struct {
		text  string
		items int
	}{
		"short":     {line("a", about) + "\n" + line("b", "x") + "\n", 2},
		"long":      {line("a", strings.Repeat(about, 400)) + "\n" + line("b", "x") + "\n", 2},
		"unended":   {line("a", about), 1},
		"a feed":    {`{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "title": "One"}]}`, 0},
		"of a page": {"<html><title>T</title><p>A text.</html>", 0},
	} {
		for _, file := range []string{"backup", "backup.jsonl", "backup.json"} {
			items, errs := readAll(t, r, write(t, file, []byte(c.text)), "")
			if len(items) != c.items || (len(errs) > 0) != (c.items == 0) {
				t.Errorf("%s in %s: %d articles, want %d (%v)", name, file, len(items), c.items, errs)
			}
		}
	}
}
