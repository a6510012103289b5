package feed

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestPages takes the text out of pages in thirty templates of the kinds that
// news sites have, and compares it with what a reader should get. A page is
// wrong below minPageF1, and so are all of them on average below minPagesF1.
func TestPages(t *testing.T) {
	const minPageF1, minPagesF1 = 0.9, 0.97
	paths, err := filepath.Glob("testdata/pages/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no pages in testdata/pages: %v", err)
	}
	sum, n := 0.0, 0
	for _, path := range paths {
		ar, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want := string(ar.Files[0].Data)
		for _, f := range ar.Files[1:] {
			items, errs := readAll(t, newTestReader(), write(t, f.Name, f.Data), "")
			got := ""
			if len(items) == 1 {
				got = items[0].Article.Text
				if locked := items[0].Article.Paywalled; locked != (f.Name == "paywalled.html") {
					t.Errorf("%s: for subscribers: %v", f.Name, locked)
				}
			}
			f1 := wordsF1(got, want)
			sum, n = sum+f1, n+1
			t.Logf("%.3f %s", f1, f.Name)
			if f1 < minPageF1 {
				t.Errorf("%s: F1 %.3f, errors %v, got\n%s", f.Name, f1, errs, got)
			}
		}
	}
	if mean := sum / float64(n); mean < minPagesF1 {
		t.Errorf("F1 %.3f on average over %d pages, want %.2f", mean, n, minPagesF1)
	} else {
		t.Logf("F1 %.3f on average over %d pages", mean, n)
	}
}

// wordsF1 returns the harmonic mean of precision and recall of the runs of four
// words in got, against those in want.
func wordsF1(got, want string) float64 {
	g, w := shingles(got), shingles(want)
	both, all := 0, 0
	for s, n := range g {
		both, all = both+min(n, w[s]), all+n
	}
	for _, n := range w {
		all += n
	}
	return 2 * float64(both) / float64(max(1, all))
}

func shingles(s string) map[string]int {
	words := strings.FieldsFunc(strings.ToLower(s), isGap)
	out := map[string]int{}
	for i := 0; i+4 <= len(words); i++ {
		out[strings.Join(words[i:i+4], " ")]++
	}
	return out
}
