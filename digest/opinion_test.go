package digest

import (
	"testing"
	"time"

	"newsbot/digest/text"
)

func TestUnmarkedOpinion(t *testing.T) {
	for _, tt := range []struct {
		url, headline string
		want          bool
	}{
		{"https://a.example/opinion/2026/dams.html", "Norland needs no dams", true},
		{"https://a.example/CommentIsFree/dams", "Norland needs no dams: ask the people of Orrin", true},
		{"https://a.example/world/columnists/ada-lind/dams", "A letter of love to the Orrin", true},
		{"https://a.example/opinion/dams", "Opinion | Norland needs no dams", false},
		{"https://a.example/editorials/dams", "Editorial: Norland needs no dams", false},
		{"https://a.example/comment/dams", "Norland needs no dams – Post comment", false},
		{"https://a.example/world/opinion", "Norland needs no dams", false},
		{"https://a.example/opinion-polls/dams", "Norland wants no dams", false},
		{"", "Norland needs no dams", false},
	} {
		s := Story{Headline: tt.headline, Articles: []Brief{{URL: tt.url, Title: tt.headline}}}
		if got := s.UnmarkedOpinion(); got != tt.want {
			t.Errorf("%q at %s: %t, want %t", tt.headline, tt.url, got, tt.want)
		}
	}
}

// TestLeadIsNoOpinion expects an opinion to head a story only if there are no news of it.
func TestLeadIsNoOpinion(t *testing.T) {
	noon := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	opinions := []Brief{
		{ID: "a", URL: "https://a.example/opinion/1", Source: "A", Title: "Orrin dam bursts, two towns evacuated: a failure of Norland", Published: noon},
		{ID: "b", URL: "https://b.example/opinion/2", Source: "B", Title: "Orrin dam bursts, two towns evacuated: who asks the towns", Published: noon},
	}
	news := Brief{ID: "c", URL: "https://c.example/3", Source: "C", Title: "WATCH: pumps!", Published: noon}
	s := Story{Articles: append(opinions[:2:2], news)}
	teller := newTeller(Options{}, text.NewIndexer())
	if teller.lead(&s); s.URL != news.URL {
		t.Errorf("called %q", s.Headline)
	}
	s.Points = []StoryPoint{{KeyPoint: KeyPoint{Text: "Nobody asks."}, Article: opinions[0].PublicID()}}
	if teller.callByPoints(&s); s.URL != news.URL {
		t.Errorf("called %q by its points", s.Headline)
	}
	s = Story{Articles: opinions}
	if teller.lead(&s); !s.UnmarkedOpinion() {
		t.Errorf("opinions alone are called %q", s.Headline)
	}
}

// TestReported: what a reader is told of a story is not what somebody thinks of it.
func TestReported(t *testing.T) {
	points := []KeyPoint{{Text: "The Orrin dam burst."}}
	news := Brief{ID: "a", Title: "Orrin dam bursts", Points: points}
	silent := Brief{ID: "b", Title: "Orrin dam bursts"}
	opinion := Brief{ID: "c", Title: "The dam that nobody wanted", Points: points, Opinion: true}
	talk := Brief{ID: "d", Title: "‘I heard it first’: an interview with the dam's keeper", Points: points}
	for _, tt := range []struct {
		name     string
		articles []Brief
		want     string
	}{
		{"news beside them", []Brief{opinion, news, talk}, "a"},
		{"no points of news", []Brief{opinion, silent, talk}, "cbd"},
		{"nothing else", []Brief{talk, opinion}, "dc"},
	} {
		got := ""
		for _, b := range reported(tt.articles) {
			got += b.ID
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestSpeaks(t *testing.T) {
	for title, want := range map[string]bool{
		"Interview: the dam's keeper on the night it burst":   true,
		"Exclusive interview | The dam's keeper":              true,
		"Ada Lind interview: ‘Nobody asked us’":               true,
		"The dam that nobody wanted – Post comment":           true,
		"Letters: who asks the towns?":                        true,
		"Letter: who asks the towns?":                         true,
		"Minister walks out of interview with the dam's heir": false,
		"Ada Lind quits after BBC interview":                  false,
		"Police to interview keeper of Orrin dam":             false,
		"Ada Lind's BBC interview: palace speaks of regret":   false,
		"Opinion poll: most want no dam":                      false,
		"Lind letter: minister denies that he wrote it":       false,
		"Letter bomb: two held in Orrin":                      false,
		"Did the dam leak? Minister: no comment":              false,
	} {
		if got := (Brief{Title: title}).speaks(); got != want {
			t.Errorf("%q: %t", title, got)
		}
	}
}
