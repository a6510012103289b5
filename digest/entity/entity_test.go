package entity

import (
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"newsbot/digest/text"
)

var recognizer = sync.OnceValues(New)

func newRecognizer(t testing.TB) *Recognizer {
	t.Helper()
	r, err := recognizer()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestFind reads documents with what must be found in them, a line each: type,
// name, number of mentions and, for some, role; or a name that must not be
// found, behind a hyphen.
func TestFind(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no documents in testdata", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			parts := map[string]string{}
			for _, f := range archive.Files {
				parts[f.Name] = strings.TrimSpace(string(f.Data))
			}
			d := text.Parse(parts["title"], parts["text"])
			language := "en"
			if l, given := parts["language"]; given {
				language = l
			}
			found := newRecognizer(t).Find(d, language)
			checkValid(t, d, found)
			for want := range strings.Lines(parts["want"]) {
				if !meets(found, strings.TrimSpace(want)) {
					t.Errorf("not so: %s\nfound:\n%s", want, describe(found))
				}
			}
		})
	}
}

func TestFindTellsWhatIsAGuess(t *testing.T) {
	d := text.Parse("Velmora and Paris", "The cloud provider Velmora left Paris. Ada Lund spoke to Quandeel, and Mr Sundel to Microsoft in Zindelby.")
	want := map[string]bool{"Velmora": false, "Paris": false, "Ada Lund": false, "Quandeel": true, "Sundel": false, "Microsoft": false, "Zindelby": true}
	got := map[string]bool{}
	for _, e := range newRecognizer(t).Find(d, "en") {
		got[e.Name] = e.Guess
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// meets reports whether the entities found agree with a line of a document.
func meets(found []Entity, want string) bool {
	name, unwanted := strings.CutPrefix(want, "-")
	for _, e := range found {
		switch {
		case unwanted && e.Name == name:
			return false
		case !unwanted && strings.HasPrefix(line(e)+"|", want+"|"):
			return true
		}
	}
	return unwanted
}

func line(e Entity) string {
	s := fmt.Sprintf("%s|%s|%d", e.Type, e.Name, len(e.Mentions))
	if e.Role != "" {
		s += "|" + e.Role
	}
	return s
}

func describe(found []Entity) string {
	var b strings.Builder
	for _, e := range found {
		fmt.Fprintln(&b, line(e))
	}
	return b.String()
}

// checkValid checks what holds for any document.
func checkValid(t *testing.T, d *text.Document, found []Entity) {
	t.Helper()
	ids := map[string]bool{}
	for _, e := range found {
		if e.Name == "" || e.ID == "" || len(e.Mentions) == 0 {
			t.Errorf("entity without name, ID or mentions: %+v", e)
		}
		if e.Salience < 0 || e.Salience > 1 {
			t.Errorf("salience of %s is %v", e.Name, e.Salience)
		}
		if ids[e.ID] {
			t.Errorf("two entities with ID %s", e.ID)
		}
		ids[e.ID] = true
		for i, m := range e.Mentions {
			if m.Sentence < 0 || m.Sentence >= len(d.Sentences) {
				t.Fatalf("%s: no sentence %d", e.Name, m.Sentence)
			}
			s := d.Sentences[m.Sentence]
			if m.Start >= m.End || m.Start < s.Start || m.End > s.End {
				t.Errorf("%s: mention %+v is not in its sentence %+v", e.Name, m, s)
			}
			if i > 0 && m.Start < e.Mentions[i-1].End {
				t.Errorf("%s: mentions overlap or are out of order", e.Name)
			}
		}
	}
}

func TestFindIsSafeForConcurrentUse(t *testing.T) {
	r := newRecognizer(t)
	d := text.Parse("Talks in Geneva", strings.Repeat(sample, 3))
	want := r.Find(d, "en")
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 5 {
				if diff := cmp.Diff(want, r.Find(d, "en")); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
	group.Wait()
}

func TestLoadIsFast(t *testing.T) {
	if testing.Short() {
		t.Skip("short tests run beside many others, under the race detector")
	}
	start := time.Now()
	if _, err := New(); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > 2*time.Second { // 0.15 s on a machine of its own
		t.Errorf("New took %v", took)
	}
}

func TestLoadRefusesOtherBytes(t *testing.T) {
	for _, b := range [][]byte{nil, []byte("x"), embeddedModel[:len(embeddedModel)/2]} {
		if _, err := Load(b); err == nil {
			t.Errorf("Load of %d bytes: no error", len(b))
		}
	}
}

// sample is news as it might be, for benchmarks.
const sample = `GENEVA (AP) — Negotiators from the United States and Iran met in Geneva on Tuesday, a diplomat said.
The talks, hosted by Swiss Foreign Minister Anna Keller, were the first since March. Keller said that both sides
had agreed to meet again before the summit of the Arab League in Cairo. The International Atomic Energy Agency
(IAEA) will report to its board next week. "There is progress, but it is slow," IAEA inspector David Okafor told
reporters at the Palais des Nations. Oil prices fell by two percent in London, and shares of BP and Shell were
little changed. In Tehran, the government of President Reza Mohammadi said that sanctions had to be lifted first.
`

func BenchmarkFind(b *testing.B) {
	r := newRecognizer(b)
	body := strings.Repeat(sample, 5)
	tokens := len(text.Parse("Talks in Geneva", body).Tokens)
	b.ReportAllocs()
	for b.Loop() {
		r.Find(text.Parse("Talks in Geneva", body), "en")
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkFindParallel(b *testing.B) {
	r := newRecognizer(b)
	body := strings.Repeat(sample, 5)
	tokens := len(text.Parse("Talks in Geneva", body).Tokens)
	b.RunParallel(func(p *testing.PB) {
		for p.Next() {
			r.Find(text.Parse("Talks in Geneva", body), "en")
		}
	})
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Talks in Geneva", sample, "en")
	f.Add("", "", "")
	f.Add("A (B", "The U.S. (US) and the U.S.-led the the 's (", "en")
	f.Add("JAPAN\x00 WIN", "\xff\xfe Ma\u0308rz ’s Bill and Hillary Clinton's", "de")
	f.Fuzz(func(t *testing.T, title, body, language string) {
		d := text.Parse(title, body)
		checkValid(t, d, newRecognizer(t).Find(d, language))
	})
}
