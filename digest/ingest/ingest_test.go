package ingest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// articles returns n articles of some 500 words that differ.
func articles(n int) []digest.Article {
	towns := []string{"Porto", "Esbjerg", "Nairobi", "Kampala", "Rotterdam", "Oslo", "Tokyo", "Concepción"}
	people := []string{"Grace Wekesa", "Anders Lie", "Tomoko Hayashi", "Ignacio Bravo", "Mette Lauridsen"}
	out := make([]digest.Article, n)
	for i := range out {
		town, person := towns[i%len(towns)], people[i%len(people)]
		var text strings.Builder
		for p := range 16 {
			fmt.Fprintf(&text, "%s said in %s on Monday that %d houses near the river had been built without a permit. ", person, town, 10+i*7+p)
			fmt.Fprintf(&text, "The council of %s will vote on plan %d in spring, and a report from the university asks for more time.\n", town, i+p)
		}
		out[i] = digest.Article{
			URL: fmt.Sprintf("https://news.example/%d", i), Source: "Example", Title: fmt.Sprintf("%s council votes on plan %d", town, i),
			Published: time.Date(2026, 11, 23, 0, 0, i%86400, 0, time.UTC), Text: text.String(),
		}
		out[i].Identify("")
	}
	return out
}

// loaded is read once: under the race detector that takes seconds.
var loaded = sync.OnceValues(digest.NewAnalyzer)

func analyzer(t testing.TB) *digest.Analyzer {
	t.Helper()
	z, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func TestRun(t *testing.T) {
	z, s := analyzer(t), storetest.Memory(t, store.Options{})
	in := articles(150)
	for _, c := range []struct {
		name string
		in   []digest.Article
		want store.Counts
	}{
		{"nothing", nil, store.Counts{}},
		{"the first part", in[:100], store.Counts{Added: 100}},
		{"all", in, store.Counts{Added: 50, Unchanged: 100}},
		{"again, and one twice", append(slices.Clone(in), in[0]), store.Counts{Unchanged: 151}},
	} {
		got, err := Run(t.Context(), digest.StreamOf(c.in...), z, s, failNever(t))
		if err != nil || got != c.want {
			t.Errorf("%s: Run = %+v, %v; want %+v", c.name, got, err, c.want)
		}
	}
	in[7].Text = "Another text. " + in[7].Text
	if got, err := Run(t.Context(), digest.StreamOf(in...), z, s, failNever(t)); err != nil || got != (store.Counts{Changed: 1, Unchanged: 149}) {
		t.Errorf("a changed article: Run = %+v, %v", got, err)
	}
}

// failNever is told of articles that cannot be analysed where all can be.
func failNever(t testing.TB) func(error) { return func(err error) { t.Error(err) } }

// An article that cannot be analysed is told and left out; the rest goes on.
func TestRunLeavesOut(t *testing.T) {
	s := storetest.Memory(t, store.Options{})
	in := articles(5)
	if _, err := Run(t.Context(), digest.StreamOf(in[:2]...), analyzer(t), s, failNever(t)); err != nil {
		t.Fatal(err)
	}
	var told []string
	counts, err := Run(t.Context(), digest.StreamOf(in...), new(digest.Analyzer), s, func(err error) { told = append(told, err.Error()) })
	if err != nil || counts != (store.Counts{Unchanged: 2}) || len(told) != 3 {
		t.Fatalf("without models: Run = %+v, %v, and it told %q; want two known and three told of", counts, err, told)
	}
	for i, a := range in[2:] {
		if !strings.Contains(told[i], a.ID) || !strings.Contains(told[i], a.URL) {
			t.Errorf("told %q, want the ID and the address of %s", told[i], a.URL)
		}
	}
}

// broken fails at one of its methods.
type broken struct {
	Store
	known, put error
}

func (b broken) Known(ctx context.Context, a []digest.Article) ([]bool, error) {
	if b.known != nil {
		return nil, b.known
	}
	return b.Store.Known(ctx, a)
}

func (b broken) PutAll(ctx context.Context, entries iter.Seq[store.Entry]) (store.Counts, error) {
	if b.put != nil {
		for range entries {
			return store.Counts{}, b.put
		}
	}
	return b.Store.PutAll(ctx, entries)
}

func TestRunTellsWhatFailed(t *testing.T) {
	z, s := analyzer(t), storetest.Memory(t, store.Options{})
	lost := errors.New("lost")
	for name, b := range map[string]broken{"known": {s, lost, nil}, "put": {s, nil, lost}} {
		if _, err := Run(t.Context(), digest.StreamOf(articles(200)...), z, b, failNever(t)); !errors.Is(err, lost) {
			t.Errorf("%s fails: Run = %v", name, err)
		}
	}
	silent := func(ctx context.Context) iter.Seq[digest.Article] {
		return func(yield func(digest.Article) bool) {
			for _, a := range articles(batch) {
				yield(a)
			}
			<-ctx.Done()
		}
	}
	if _, err := Run(t.Context(), silent, z, broken{s, nil, lost}, failNever(t)); !errors.Is(err, lost) {
		t.Errorf("put fails while nothing comes: Run = %v", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := Run(ctx, digest.StreamOf(articles(200)...), z, s, failNever(t)); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: Run = %v", err)
	}
}

// BenchmarkRun is the whole way from text to Redis, on a real server.
func BenchmarkRun(b *testing.B) {
	z := analyzer(b)
	server := storetest.StartRedis(b)
	s := storetest.At(b, server.URL(), store.Options{})
	in := articles(b.N)
	b.ReportAllocs()
	b.ResetTimer()
	if _, err := Run(b.Context(), digest.StreamOf(in...), z, s, failNever(b)); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}
