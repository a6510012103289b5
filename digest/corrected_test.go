package digest

import (
	"slices"
	"testing"
	"time"

	"newsbot/digest/entity"
	"newsbot/digest/text"
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
		{"of the next day, of the same", Brief{Title: "CORRECTED-" + title, Published: noon.Add(24 * time.Hour), Terms: text.Terms(text.Parse("", "Keys of 4 towns were stolen, police said"), 9)}, true},
		{"no correction", Brief{Title: title}, false},
		{"corrections in general", Brief{Title: "Corrections officers taint pump software"}, false},
	} {
		if c.b.Source == "" {
			c.b.Source = "Meridian Wire"
		}
		if c.b.Published.IsZero() {
			c.b.Published = noon.Add(time.Hour)
		}
		if got := Corrected([]Brief{c.b})(Brief{Title: title, Source: "Meridian Wire", Published: noon, Points: []KeyPoint{{Text: "Keys of 41 towns were stolen, police said."}}}); got != c.want {
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

// TestNotice: what a notice says was wrong is not told of its outlet's article, heads no story and is marked as corrected; what
// else that tells stands, and what others tell.
func TestNotice(t *testing.T) {
	read := func(id, source, title, text string, after time.Duration) Brief {
		return briefs(t, []Article{{ID: id, Source: source, Title: title, Text: text, Published: noon.Add(after)}})[0]
	}
	const rest = "Halden Dairy makes cheese in four towns on the Orrin. Its board meets in Kessel on Friday."
	for _, c := range []struct {
		name, title, lead, notice, said, headline string
	}{
		{"all", "Halden Dairy's head Ada Brekke charged with theft", "Ada Brekke, the head of Halden Dairy, was charged with theft on Monday, the police of Kessel said.",
			"Correction: Ada Brekke", "On Monday we reported that Ada Brekke, the head of Halden Dairy, had been charged with theft. That was wrong. She was heard as a witness.",
			"Correction: Ada Brekke"},
		{"a number", "Halden Dairy to close half of its plants on the Orrin", "Halden Dairy will close 14 plants on the Orrin by May, its head Ada Brekke told workers in Kessel on Monday.",
			"Clarification: Halden Dairy", "A report on Monday said that the firm would close 14 plants. The right number is four.",
			"Clarification: Halden Dairy"},
		{"another thing", "Halden Dairy to close half of its plants on the Orrin", "Halden Dairy will close 14 plants on the Orrin by May, its head Ada Brekke told workers in Kessel on Monday.",
			"Correction: Halden Dairy", "On Monday we gave the wrong year for the founding of the firm. It was founded in 1931, not in 1913.",
			"Halden Dairy to close half of its plants on the Orrin"},
		{"what was right already", "Halden Dairy's talks are on milk, not a takeover", "Halden Dairy wants cream for its ice from 40 farms of Orrin Foods, its head Ada Brekke told workers in Kessel on Tuesday.",
			"Correction: Halden Dairy in talks with Orrin Foods", "A report on Monday said that the firm would buy Orrin Foods. The talks are on milk for three years.",
			"Halden Dairy's talks are on milk, not a takeover"},
	} {
		wrong := read("a", "Ledger", c.title, c.lead+"\n"+rest, 0)
		notice := read("b", "Ledger", c.notice, c.said, 26*time.Hour)
		stands := c.headline == c.title
		s := NewStory([]Brief{wrong, notice}, noon.Add(30*time.Hour))
		if s.Headline != c.headline || slices.Contains(texts(s.Details), c.lead) != stands || !slices.Contains(texts(s.Details), notice.Points[0].Text) {
			t.Errorf("%s: %q tells %q", c.name, s.Headline, texts(s.Details))
		}
		if Corrected(s.Articles)(wrong) == stands {
			t.Errorf("%s: whether it is corrected is not told", c.name)
		}
		other := read("c", "Courier", c.title, c.lead+"\n"+rest, 0)
		if Corrected([]Brief{notice})(other) {
			t.Errorf("%s: takes back what another outlet tells", c.name)
		}
	}
}

// TestNoticeOfSpelling: after a notice on how a name is written the rest of a text is as right as before.
func TestNoticeOfSpelling(t *testing.T) {
	both := briefs(t, []Article{
		{ID: "a", Source: "Ledger", Title: "Halden Dairy to close half of its plants on the Orrin", Published: noon,
			Text: "Halden Dairy will close 14 plants on the Orrin by May, its head Ada Breke told workers in Kessel on Monday."},
		{ID: "b", Source: "Ledger", Title: "Correction: Halden Dairy", Published: noon.Add(time.Hour),
			Text: "A report on Monday on the 14 plants that the firm will close on the Orrin misspelled the name of its head. It is Ada Brekke, not Breke."},
	})
	if Corrected(both)(both[0]) {
		t.Error("all of the article is taken back")
	}
}

// TestNoticeOfAnother: an article with a number and a word of a notice is not corrected by it where it tells of something else.
func TestNoticeOfAnother(t *testing.T) {
	both := briefs(t, []Article{
		{ID: "a", Source: "Ledger", Title: "Ferries on the Orrin to cost more", Published: noon,
			Text: "Tickets for the ferries on the Orrin will cost 14 crowns from May, a report on Monday said."},
		{ID: "b", Source: "Ledger", Title: "Correction: Brekke Quay", Published: noon.Add(time.Hour),
			Text: "A report on Monday said that the quay would cost 14 million crowns. The right number is four."},
	})
	if Corrected(both)(both[0]) {
		t.Error("the article on ferries is taken back by the notice on the quay")
	}
}

// TestCorrectionAlone: without the article that it takes the place of, a correction says what it is.
func TestCorrectionAlone(t *testing.T) {
	for title, want := range map[string]string{
		"CORRECTED-Flood in Tarn kills 4":     "Correction: Flood in Tarn kills 4",
		"Flood in Tarn kills 4 - CORRECTED":   "Correction: Flood in Tarn kills 4",
		"Correction: Flood in Tarn":           "Correction: Flood in Tarn",
		"REFILE-Flood in Tarn kills 4":        "Flood in Tarn kills 4",
		"Corrected map of Tarn's flood shown": "Corrected map of Tarn's flood shown",
	} {
		if got := NewStory([]Brief{{ID: "a", Source: "Meridian Wire", Title: title, Published: noon}}, noon).Headline; got != want {
			t.Errorf("%q is headed %q, want %q", title, got, want)
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
