package digest

import (
	"slices"
	"testing"
	"time"
)

// previewed returns a brief of an article of so many hours after noon.
func previewed(title string, hours int, points ...string) Brief {
	a := Article{Source: "Courier", Published: noon.Add(time.Duration(hours) * time.Hour), Title: title}
	a.Identify(title)
	b := NewBrief(a, Analysis{})
	for _, p := range points {
		b.Points = append(b.Points, KeyPoint{Text: p, Score: 0.5})
	}
	return b
}

// TestBuildPreview: once a match is over, what its preview told is not told.
func TestBuildPreview(t *testing.T) {
	const streak, won, scored = "Halvik have lost none of their nine matches of this season.", "Sund beat Halvik 3-1 in the cup final on Monday.", "Ada Lund scored twice for Sund in the second half."
	preview := previewed("Preview: Sund v Halvik", 0, streak)
	if got := texts(NewStory([]Brief{preview, previewed("Sund beat Halvik to win cup", 6, won, scored)}, noon).Points); !slices.Equal(got, []string{won, scored}) {
		t.Errorf("told %q", got)
	}
	if got := texts(NewStory([]Brief{preview, previewed("Preview: Halvik at Sund", 6, won, scored)}, noon).Points); !slices.Contains(got, streak) {
		t.Errorf("before the match is told %q", got)
	}
}

// TestBehindResults: a preview stands behind the result where they are two stories, also if the preview ranks before it.
func TestBehindResults(t *testing.T) {
	preview := []string{"Preview: Sund v Halvik", "Preview: Halvik v Sund"}
	stories := []Story{
		{Score: 3, Articles: []Brief{previewed(preview[0], 0), previewed(preview[1], 1)}},
		{Score: 2, Articles: []Brief{previewed("Halvik lose 3-1 in Sund", 5)}},
		{Score: 4, Articles: []Brief{previewed("Preview: Sund v Brekke", 0)}},
	}
	behindResults(stories)
	if stories[0].Score >= 2 || stories[1].Score != 2 || stories[2].Score != 4 {
		t.Errorf("scores %v, %v, %v, want less than 2, 2, 4", stories[0].Score, stories[1].Score, stories[2].Score)
	}
}
