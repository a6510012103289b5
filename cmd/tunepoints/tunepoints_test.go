package main

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"newsbot/digest/keypoint"
)

func TestRouge2(t *testing.T) {
	tests := []struct {
		name, reference, told string
		want                  float64
	}{
		{"the same", "The quay is rebuilt.", "the quay is rebuilt", 1},
		{"half of it", "The quay is rebuilt at once", "the quay is", 2 * 2. / (2 + 5)},
		{"other words", "The quay is rebuilt", "a storm came", 0},
		{"a pair counts once", "the quay", "the quay, the quay, the quay", 2 * 1. / (5 + 1)},
		{"marks and capitals", "U.S.-made, 3.5%", "u s MADE 3 5", 1},
		{"a single word", "The quay", "quay", 0},
		{"nothing", "", "the quay", 0},
	}
	for _, test := range tests {
		r := newReference(test.reference)
		if got := r.rouge2(r.read(test.told)); math.Abs(got-test.want) > 1e-9 {
			t.Errorf("%s: ROUGE-2 of %q for %q = %v, want %v", test.name, test.told, test.reference, got, test.want)
		}
	}
}

const lines = `{"title":"Quay rebuilt","text":"The harbour board of Port Ellery will rebuild the eastern quay. A storm broke the quay in March and left boats without a berth.","summary":"The harbour board of Port Ellery will rebuild the eastern quay."}
{"title":"Strike over","text":"Ferry crews in Norland ended their strike on Monday after eleven days. Crews will get more pay from June, the union of Norland said.","summary":"Crews will get more pay from June."}
`

func TestReadWritten(t *testing.T) {
	name := filepath.Join(t.TempDir(), "01.txt")
	if err := os.WriteFile(name, []byte("[Sund|LOC] closes quay\nThe quay of [Sund|LOC] is closed.\n[Ada Lind|PER] said so.\n\nStrike\nIt is over.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	entries, err := read(name)
	if err != nil {
		t.Fatal(err)
	}
	prefix := filepath.Base(filepath.Dir(name)) + "01-"
	want := []entry{
		{ID: prefix + "1", Title: "Sund closes quay", Text: "The quay of Sund is closed.\n\nAda Lind said so."},
		{ID: prefix + "2", Title: "Strike", Text: "It is over."},
	}
	if diff := cmp.Diff(want, entries); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTune(t *testing.T) {
	name := filepath.Join(t.TempDir(), "few.jsonl")
	if err := os.WriteFile(name, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := load([]string{name + "=12"})
	if err != nil {
		t.Fatal(err)
	}
	if len(c) != 1 || len(c[0].tasks) != 2 || c[0].words != 12 || !c[0].titled() {
		t.Fatalf("loaded %+v", c)
	}
	w := keypoint.Default(true)
	before := c[0].score(w)
	tuned := tune(w, c, 1e-4)
	if after := c[0].score(tuned); after < before {
		t.Errorf("tuned to %.3f from %.3f", after, before)
	}
	if again := tune(w, c, 1e-4); again != tuned {
		t.Errorf("tuned to\n%v, then to\n%v", tuned, again)
	}
}

func TestLoadRefuses(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string]string{"broken": "{", "empty": "", "one": lines[:20]} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := load([]string{file}); err == nil {
			t.Errorf("%s: no error for %q", name, data)
		}
	}
	if _, err := load([]string{filepath.Join(dir, "broken=many")}); err == nil {
		t.Error("no error for a number of words that is none")
	}
}

func TestGrades(t *testing.T) {
	of, err := readGrades("")
	if err != nil {
		t.Fatal(err)
	}
	if len(of) < 600 {
		t.Errorf("%d articles have grades", len(of))
	}
	g := grades{titleAt: 5, 10: 3, 40: 0}
	for start, want := range map[int]int{10: 3, 39: 3, 40: 0, 99: 0} {
		if got := g.of(start); got != want {
			t.Errorf("what begins at %d has grade %d, want %d", start, got, want)
		}
	}
	for _, line := range []string{"", "a.T", "a.T\t6", "a\t3", "a.x\t3", ".1\t3", "a.1\tx"} {
		if err := addGrade(of, line); err == nil {
			t.Errorf("%q is taken for a grade", line)
		}
	}
}

// TestRead expects the grades of what a digest tells.
func TestRead(t *testing.T) {
	var out strings.Builder
	if err := readAll(&out, []string{filepath.Join("..", "tunestories", "weeks", "mixed.jsonl")}, "mixed", true); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Norway plane crash: bodies", "all of several", "headlines", "faulty"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("nothing of %q in what was read", want)
		}
	}
}
