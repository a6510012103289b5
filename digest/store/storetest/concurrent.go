package storetest

import (
	"fmt"
	"math"
	"slices"
	"sync"
	"testing"
	"time"

	"newsbot/digest/store"
)

// versions returns one article with n texts that have words and names apart.
func versions(n int, t time.Time) []store.Entry {
	entries := make([]store.Entry, n)
	for i := range entries {
		name := "Ann " + title(word(uint64(100+i)))
		entries[i] = story{
			slug: "versions", title: fmt.Sprintf("Version %s", word(uint64(i))), source: "Wire", at: t,
			body: name + " spoke.", terms: "shared " + word(uint64(i)), names: []string{"person:" + name, "place:Everywhere"},
		}.entry()
	}
	return entries
}

// testConcurrentWriters: whoever comes last, the store is as if he were alone.
func testConcurrentWriters(t *testing.T, open Open) {
	s := open(t, store.Options{})
	var writers sync.WaitGroup
	for w, e := range versions(8, yesterday()) {
		writers.Go(func() {
			for range 10 {
				if _, err := s.PutAll(t.Context(), slices.Values([]store.Entry{e})); err != nil {
					t.Errorf("writer %d: %v", w, err)
				}
			}
		})
	}
	writers.Wait()
	last := all(t, s)
	if len(last) != 1 {
		t.Fatalf("%d articles, want 1", len(last))
	}
	alone := open(t, store.Options{})
	putAll(t, alone, last[0])
	equal(t, "the store", TakeSnapshot(t, s), TakeSnapshot(t, alone))
	for _, e := range versions(8, yesterday()) {
		if e.Article.Title == last[0].Article.Title {
			continue
		}
		ghosts, err := s.Mentioned(t.Context(), []string{e.Analysis.Entities[0].ID}, time.Time{}, time.Time{}, math.MaxInt)
		check(t, err)
		_, total := found(t, s, store.Query{Terms: []string{e.Analysis.Terms[1].Word}})
		if len(ghosts.Days) != 0 || total != 0 {
			t.Errorf("%q is gone, but mentions on %d days and %d hits are left", e.Article.Title, len(ghosts.Days), total)
		}
	}
}

// testWholeOrNothing: a reader sees each version with all its indexes, or another.
func testWholeOrNothing(t *testing.T, open Open) {
	s := open(t, store.Options{})
	pair := versions(2, yesterday())
	putAll(t, s, pair[0])
	stop := make(chan struct{})
	var writer sync.WaitGroup
	writer.Go(func() {
		for i := 1; ; i++ {
			select {
			case <-stop:
				return
			default:
				putAll(t, s, pair[i%2])
			}
		}
	})
	for range 200 {
		lookAt(t, s, pair)
	}
	close(stop)
	writer.Wait()
}

func lookAt(t *testing.T, s *store.Store, pair []store.Entry) {
	t.Helper()
	whole := map[string]store.Entry{pair[0].Article.Title: pair[0], pair[1].Article.Title: pair[1]}
	got := all(t, s)[0]
	equal(t, "the article", got, whole[got.Article.Title])

	hits, total, err := s.Search(t.Context(), store.Query{Terms: []string{pair[0].Analysis.Terms[1].Word, pair[1].Analysis.Terms[1].Word}})
	check(t, err)
	if total != 1 || len(hits) != 1 {
		t.Fatalf("search finds %d and %d articles, want 1: an index stands without its article", total, len(hits))
	}
	equal(t, "the hit", hits[0].Brief, whole[hits[0].Title].Brief())

	days, err := s.Entities(t.Context(), time.Time{}, time.Time{})
	check(t, err)
	var people int
	for _, e := range pair {
		people += days[0].Counts[e.Analysis.Entities[0].ID]
	}
	if people != 1 || days[0].Counts["place/everywhere"] != 1 {
		t.Fatalf("entity counts are %v, want one person and Everywhere", days[0].Counts)
	}
	everywhere, err := s.Mentioned(t.Context(), []string{"place/everywhere"}, time.Time{}, time.Time{}, math.MaxInt)
	check(t, err)
	if n := len(everywhere.Articles); n != 1 {
		t.Fatalf("%d articles mention Everywhere, want 1", n)
	}
}
