package render

import (
	"testing"
	"time"

	"newsbot/digest"
)

// Of articles of one time, the same comes first on every page.
func TestByTime(t *testing.T) {
	at := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	a, b, c := digest.Brief{ID: "a", Published: at}, digest.Brief{ID: "b", Published: at}, digest.Brief{ID: "c", Published: at.Add(-time.Hour)}
	for _, articles := range [][]digest.Brief{{a, b, c}, {b, c, a}} {
		ids := ""
		for _, one := range byTime(digest.Story{Articles: articles}) {
			ids += one.ID
		}
		if ids != "cab" {
			t.Errorf("in the order %s, want cab", ids)
		}
	}
}
