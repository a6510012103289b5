package render

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
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

// rendered returns what render writes, as a file of a case.
func rendered(t testing.TB, format string, render func(*bytes.Buffer) error) txtar.File {
	t.Helper()
	var b bytes.Buffer
	if err := render(&b); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	out := b.Bytes()
	switch format {
	case "html":
		out = styleless(out)
	case "color":
		out = bytes.ReplaceAll(out, []byte("\x1b"), []byte("␛"))
	}
	return txtar.File{Name: format, Data: out}
}

var policyContent = regexp.MustCompile(`content="default-src [^"]*"`)

// styleless leaves the style sheet out, so that a change of looks does not
// rewrite every case.
func styleless(page []byte) []byte {
	page = bytes.ReplaceAll(page, []byte(pageCSS), nil)
	return policyContent.ReplaceAll(page, []byte(`content="POLICY"`))
}

// cases calls test for every case in a folder, by its file name.
func cases(t *testing.T, folder string, test func(t *testing.T, input []byte) []txtar.File) {
	files, err := filepath.Glob(folder + "/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, name, ar, test(t, ar.Files[0].Data))
		})
	}
}

// golden compares what was rendered with the files of a case that follow its
// input.
func golden(t *testing.T, name string, ar *txtar.Archive, got []txtar.File) {
	t.Helper()
	if *update {
		ar.Files = append(ar.Files[:1], got...)
		if err := os.WriteFile(name, txtar.Format(ar), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if len(ar.Files) != 1+len(got) {
		t.Fatalf("%d files in the case, want %d", len(ar.Files), 1+len(got))
	}
	for i, f := range ar.Files[1:] {
		if diff := cmp.Diff(string(f.Data), string(got[i].Data)); f.Name != got[i].Name || diff != "" {
			t.Errorf("%s (-want +got):\n%s", f.Name, diff)
		}
	}
}

func TestGolden(t *testing.T) {
	cases(t, "testdata", func(t *testing.T, input []byte) []txtar.File {
		d, now := parseInput(t, input)
		return []txtar.File{
			rendered(t, "text", func(b *bytes.Buffer) error { return Text(b, d, TextOptions{Now: now}) }),
			rendered(t, "color", func(b *bytes.Buffer) error { return Text(b, d, TextOptions{Now: now, Width: 60, Color: true}) }),
			rendered(t, "json", func(b *bytes.Buffer) error { return JSON(b, d) }),
		}
	})
}
