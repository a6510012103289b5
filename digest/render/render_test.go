package render

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"newsbot/digest"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata")

// input is a digest as a test case writes it: its zone by name, and when it is
// read.
type input struct {
	digest.Digest
	Zone string
	Now  time.Time
}

func parseInput(t testing.TB, data []byte) (digest.Digest, time.Time) {
	t.Helper()
	var in input
	if err := json.Unmarshal(data, &in); err != nil {
		t.Fatal(err)
	}
	zone, err := time.LoadLocation(in.Zone)
	if err != nil {
		t.Fatal(err)
	}
	in.Digest.Zone = zone
	return in.Digest, in.Now
}

// formats renders a digest in every format, by name.
func formats(t testing.TB, d digest.Digest, now time.Time) map[string][]byte {
	t.Helper()
	out := make(map[string][]byte)
	add := func(name string, render func(*bytes.Buffer) error) {
		var b bytes.Buffer
		if err := render(&b); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		out[name] = b.Bytes()
	}
	add("text", func(b *bytes.Buffer) error { return Text(b, d, TextOptions{Now: now}) })
	add("color", func(b *bytes.Buffer) error { return Text(b, d, TextOptions{Now: now, Width: 60, Color: true}) })
	add("json", func(b *bytes.Buffer) error { return JSON(b, d) })
	add("html", func(b *bytes.Buffer) error { return HTML(b, d, HTMLOptions{Now: now}) })
	return out
}

// styleless leaves the style sheet out, so that a change of looks does not
// rewrite every case.
func styleless(page []byte) []byte {
	page = bytes.ReplaceAll(page, []byte(pageCSS), nil)
	return bytes.ReplaceAll(page, []byte(policy()), []byte("POLICY"))
}

func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) { golden(t, name) })
	}
}

func golden(t *testing.T, name string) {
	ar, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	d, now := parseInput(t, ar.Files[0].Data)
	got := formats(t, d, now)
	got["html"] = styleless(got["html"])
	got["color"] = bytes.ReplaceAll(got["color"], []byte("\x1b"), []byte("␛"))
	if *update {
		ar.Files = ar.Files[:1]
		for _, format := range []string{"text", "color", "json", "html"} {
			ar.Files = append(ar.Files, txtar.File{Name: format, Data: got[format]})
		}
		if err := os.WriteFile(name, txtar.Format(ar), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if len(ar.Files) != 1+len(got) {
		t.Fatalf("%d files in the case, want %d", len(ar.Files), 1+len(got))
	}
	for _, f := range ar.Files[1:] {
		if diff := cmp.Diff(string(f.Data), string(got[f.Name])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f.Name, diff)
		}
	}
}
