package storetest

import (
	"cmp"
	"testing"
	"time"

	"newsbot/digest/store"
)

// Memory returns an empty store in memory that lives as long as the test.
func Memory(t testing.TB, o store.Options) *store.Store {
	t.Helper()
	s, err := store.OpenMemory(t.Context(), o)
	return living(t, s, err)
}

// At returns a store at an address that is open as long as the test lasts. It trusts a Redis
// that was started a moment ago, unless the options say otherwise.
func At(t testing.TB, url string, o store.Options) *store.Store {
	t.Helper()
	o.Distrust = cmp.Or(o.Distrust, time.Nanosecond)
	s, err := store.Open(t.Context(), url, o)
	return living(t, s, err)
}

func living(t testing.TB, s *store.Store, err error) *store.Store {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}
