package main

import (
	"slices"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/store"
)

// A text that comes while its article is analysed again stands.
func TestReanalyzeMeanwhile(t *testing.T) {
	s, err := store.OpenMemory(t.Context(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	z, err := newAnalyzer()
	if err != nil {
		t.Fatal(err)
	}
	put := func(text string) {
		a := digest.Article{URL: "https://coast.example/wall", Source: "Coast Wire", Title: "Sea wall breached", Text: text, Published: time.Now().Add(-time.Hour)}
		a.Identify("")
		n, err := z.Analyze(a)
		if err == nil {
			_, err = s.PutAll(t.Context(), slices.Values([]store.Entry{{Article: a, Analysis: n}}))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	put("The sea wall of Esbjerg broke on Monday.")
	const corrected = "The sea wall of Esbjerg broke on Tuesday."
	again := reanalysis{store: s, analyzer: z, done: func() { put(corrected) }}
	counts, err := s.ReviseAll(t.Context(), again.since(t.Context(), time.Now().Add(-24*time.Hour)))
	if err != nil || again.unread != nil {
		t.Fatal(err, again.unread)
	}
	if got, want := reanalysed(counts), "1 article: 0 changed, 1 left as meanwhile taken in anew"; got != want {
		t.Errorf("it tells %q, want %q", got, want)
	}
	for e, err := range s.Entries(t.Context(), time.Time{}, time.Time{}) {
		if err != nil || e.Article.Text != corrected {
			t.Errorf("stored %q (%v), want %q", e.Article.Text, err, corrected)
		}
	}
}
