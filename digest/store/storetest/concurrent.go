package storetest

import (
	"fmt"
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
				if _, err := s.Put(t.Context(), e.Article, e.Analysis); err != nil {
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
	put(t, alone, last[0])
	equal(t, "the store", TakeSnapshot(t, s), TakeSnapshot(t, alone))
	for _, e := range versions(8, yesterday()) {
		if e.Article.Title == last[0].Article.Title {
			continue
		}
		ghosts, err := s.Mentions(t.Context(), e.Analysis.Entities[0].ID, time.Time{}, time.Time{})
		check(t, err)
		_, total := found(t, s, store.Query{Terms: []string{e.Analysis.Terms[1].Word}})
		if len(ghosts) != 0 || total != 0 {
			t.Errorf("%q is gone, but %d mentions and %d hits are left", e.Article.Title, len(ghosts), total)
		}
	}
}

// testWholeOrNothing: a reader sees each version with all its indexes, or another.
func testWholeOrNothing(t *testing.T, open Open) {
	s := open(t, store.Options{})
	pair := versions(2, yesterday())
	put(t, s, pair[0])
	stop := make(chan struct{})
	var writer sync.WaitGroup
	writer.Go(func() {
		for i := 1; ; i++ {
			select {
			case <-stop:
				return
			default:
				put(t, s, pair[i%2])
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
	got, err := s.Article(t.Context(), pair[0].Article.ID)
	check(t, err)
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
	if people != 1 || days[0].Counts["place-everywhere"] != 1 {
		t.Fatalf("entity counts are %v, want one person and Everywhere", days[0].Counts)
	}
	everywhere, err := s.Mentions(t.Context(), "place-everywhere", time.Time{}, time.Time{})
	check(t, err)
	if len(everywhere) != 1 {
		t.Fatalf("%d articles mention Everywhere, want 1", len(everywhere))
	}
}
