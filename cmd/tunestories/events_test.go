package main

import (
	"strings"
	"testing"
)

// TestEvents checks that the table names every article once and no event of one
// article.
func TestEvents(t *testing.T) {
	articles := 0
	for line := range strings.Lines(eventsTable) {
		ids := strings.Fields(line)
		if len(ids) < 2 {
			t.Errorf("an event of %d articles: %q", len(ids), line)
		}
		articles += len(ids)
	}
	if events := readEvents(); len(events) != articles {
		t.Errorf("%d places for %d articles", articles, len(events))
	}
}
