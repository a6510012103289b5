package main

import (
	"errors"
	"io"
	"strings"
	"testing"

	"newsbot/digest/store"
)

// fullDisk is an output that takes nothing.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

// TestOutputFails checks that no command that cannot print its result says that
// it is done, or that it was called wrongly.
func TestOutputFails(t *testing.T) {
	if testing.Short() {
		t.Skip("no goroutines to race, and long")
	}
	t.Setenv("REDIS_URL", "")
	for _, args := range []string{
		"version", "ingest -", "ingest --dry-run -", "analyze -", "analyze --format jsonl -", "stories -", "digest -", "digest --format html -", "doctor",
	} {
		s := streams{strings.NewReader("Sea wall holds\nThe sea wall of Aldmere held on Monday."), fullDisk{}, io.Discard}
		if code := run(t.Context(), strings.Fields(args), s); code != exitFailed {
			t.Errorf("newsbot %s exits with %d, want %d", args, code, exitFailed)
		}
	}
}

func TestTally(t *testing.T) {
	for _, c := range []struct {
		counts store.Counts
		want   string
	}{
		{store.Counts{Added: 1}, "1 article: 1 new, 0 changed, 0 known"},
		{store.Counts{Added: 1234, Changed: 5, Unchanged: 20000}, "21,239 articles: 1,234 new, 5 changed, 20,000 known"},
	} {
		if got := tally(c.counts); got != c.want {
			t.Errorf("%+v: %s, want %s", c.counts, got, c.want)
		}
	}
}
