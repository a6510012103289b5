package digest

import (
	"slices"
	"testing"
	"time"

	"newsbot/digest/entity"
)

func TestCorrects(t *testing.T) {
	noon := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	const title = "Hackers taint pump software, keys stolen from 41 towns"
	for _, c := range []struct {
		name string
		b    Brief
		want bool
	}{
		{"corrected", Brief{Title: "CORRECTED-Hackers taint pump software, keys stolen from 4 towns"}, true},
		{"of few words in common", Brief{Title: "CORRECTED-Hackers jailed over towns"}, false},
		{"a notice", Brief{Title: "Correction: Keys stolen from 4 towns"}, true},
		{"of another outlet", Brief{Source: "Tarn Courier", Title: "CORRECTED-" + title}, false},
		{"before it", Brief{Title: "CORRECTED-" + title, Published: noon.Add(-time.Hour)}, false},
		{"of another article", Brief{Title: "CORRECTED-Dam bursts, two towns evacuated"}, false},
		{"in other forms", Brief{Title: "CORRECTED-Hacker taints pumps with software, stealing keys of 4, not 5, towns"}, true},
		{"in brackets", Brief{Title: "[CORRECTED] Hackers taint pump software, keys stolen from 4 towns"}, true},
		{"at the end", Brief{Title: "Hackers taint pump software, keys stolen from 4 towns - CORRECTED"}, true},
		{"with more", Brief{Title: "CORRECTED-UPDATE 2-Hackers taint pump software, keys stolen from 4 towns, mayor resigns, no arrests"}, true},
		{"at the same time", Brief{Title: "CORRECTED-" + title, Published: noon}, true},
		{"of the next day", Brief{Title: "CORRECTED-" + title, Published: noon.Add(24 * time.Hour)}, false},
		{"no correction", Brief{Title: title}, false},
		{"corrections in general", Brief{Title: "Corrections officers taint pump software"}, false},
	} {
		if c.b.Source == "" {
			c.b.Source = "Meridian Wire"
		}
		if c.b.Published.IsZero() {
			c.b.Published = noon.Add(time.Hour)
		}
		if got := Corrected([]Brief{c.b})(Brief{Title: title, Source: "Meridian Wire", Published: noon}); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// TestCorrected: what an outlet has corrected is neither told nor a source nor heads the story, of an entity
// neither, and no source disagrees with itself.
func TestCorrected(t *testing.T) {
	noon := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	tarn := []Name{{ID: "place/tarn", Name: "Tarn", Type: entity.Place, Salience: 1}}
	wrong := Brief{ID: "a", Source: "Meridian Wire", Title: "Flood in Tarn kills 41", Published: noon, Entities: tarn,
		Points: []KeyPoint{{Text: "A flood in Tarn killed 41 people on Tuesday, police said.", Score: 2}}}
	right := Brief{ID: "b", Source: "Meridian Wire", Title: "CORRECTED-Flood in Tarn kills 4", Published: noon.Add(time.Hour), Entities: tarn,
		Points: []KeyPoint{{Text: "A flood in Tarn killed four people on Tuesday, police said.", Score: 1}}}
	for _, articles := range [][]Brief{{wrong, right}, {right, wrong}} {
		s := NewStory(articles, noon.Add(2*time.Hour))
		if len(s.Articles) != 1 || len(s.Corrected) != 1 || s.Headline != "Flood in Tarn kills 4" || len(s.Points) != 1 || s.Points[0].Article != right.PublicID() || len(s.Disagreements) > 0 {
			t.Errorf("%q, %d articles, points %v, %v", s.Headline, len(s.Articles), s.Points, s.Disagreements)
		}
		d := NewDossier("place/tarn", articles, nil, noon.Add(-time.Hour), noon.Add(2*time.Hour))
		if len(d.Articles) != 2 || len(d.Points) != 1 || d.Points[0].Article != right.PublicID() {
			t.Errorf("a dossier of %d articles, points %v", len(d.Articles), d.Points)
		}
	}
}

// TestRememberCorrected: what an outlet has corrected is no news when another says it later.
func TestRememberCorrected(t *testing.T) {
	s := Story{ID: "a", Articles: []Brief{{Points: []KeyPoint{{Text: "Four died."}}}}, Corrected: []Brief{{Points: []KeyPoint{{Text: "Forty died."}}}}}
	told := Remember([]Story{s}, time.Now())["a"]
	if !slices.Contains(told.Points, "Forty died.") || !slices.Contains(told.Points, "Four died.") {
		t.Errorf("remembered: %q", told.Points)
	}
}
