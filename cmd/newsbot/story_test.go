package main

import (
	"errors"
	"slices"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/ingest"
	"newsbot/digest/store"
)

// A story is found by the address that an article has, also if that is not its first.
func TestStoryOfCorrectedAddress(t *testing.T) {
	s, err := store.OpenMemory(t.Context(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	a := digest.Article{URL: "https://coast.example/wal", Source: "Coast Wire", Title: "Sea wall breached", Published: time.Now().Add(-time.Hour)}
	a.Identify("")
	a.URL = "https://coast.example/wall"
	_, err = s.PutAll(t.Context(), slices.Values([]store.Entry{{Article: a}}))
	if err = errors.Join(err, ingest.NewKeeper(s).Update(t.Context())); err != nil {
		t.Fatal(err)
	}
	found, err := storyOf(t.Context(), s, a.URL)
	if err != nil || len(found) != 1 || found[0].ID != a.ID {
		t.Errorf("found %+v (%v), want the article %s", found, err, a.ID)
	}
}
