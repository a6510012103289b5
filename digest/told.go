package digest

import (
	"slices"
	"time"
)

// Told is what a reader was told of a story by earlier digests.
type Told struct {
	First, Last time.Time // of the digests that told it
	Heard       int       // sources that told it, those of a digest half as much as those of the next
	Points      []string  // that their articles had: those that were told behind the others, the latest last
	Articles    []string  // IDs of those, the latest last: whatever story they are in later, its readers were told of them
	Moved       int       `json:"-"` // how many of them are in this story by now, where it was all told of another; else 0
}

// How many points of a story are remembered, those that a hundred articles have, and how
// many articles. What is forgotten while a digest can still come upon it is told again.
const (
	rememberedPoints   = 500
	rememberedArticles = 30
)

// Remember returns by story ID what a reader was told who gets those stories of a digest that
// was built with what they knew before. What an article has beside the points that are told
// is no news later, and the first to be forgotten.
func Remember(stories []Story, now time.Time) map[string]Told {
	out := make(map[string]Told, len(stories))
	for _, s := range stories {
		t := Told{First: now}
		if s.Again {
			t = s.told
		}
		t.Last, t.Moved = now, 0
		t.Heard = t.Heard/2 + len(s.Sources)
		points := slices.Concat(pointsOf(s.Articles), pointsOf(s.Corrected), t.Points)
		for _, p := range s.Details {
			points = append(points, p.Text)
		}
		t.Points = lastOf(points, rememberedPoints)
		t.Articles = lastOf(slices.Concat(t.Articles, idsOf(s.Corrected), idsOf(s.Articles)), rememberedArticles)
		out[s.ID] = t
	}
	return out
}

// ToldAll returns what a reader was told who has read all of a story's articles,
// which are in order of time.
func ToldAll(articles []Brief, now time.Time) Told {
	return Told{First: now, Last: now, Points: lastOf(pointsOf(articles), rememberedPoints), Articles: lastOf(idsOf(articles), rememberedArticles)}
}

// isOf reports whether the reader was told of a story with these articles. One that has got an article of
// another story is not that one, if it has more that are new.
func (t Told) isOf(articles []Brief) bool {
	fresh := 0
	for _, a := range articles {
		if !slices.Contains(t.Articles, a.ID) {
			fresh++
		}
	}
	return !t.First.IsZero() && (t.Moved == 0 || t.Moved >= fresh)
}

// idsOf returns the IDs of articles.
func idsOf(articles []Brief) []string {
	ids := make([]string, len(articles))
	for i, a := range articles {
		ids[i] = a.ID
	}
	return ids
}

// pointsOf returns the points of articles.
func pointsOf(articles []Brief) (points []string) {
	for _, a := range articles {
		for _, p := range a.Points {
			points = append(points, p.Text)
		}
	}
	return points
}

// Merge returns what a reader was told of two stories that are one: the points of the one
// that they heard of last come last, and its sources count. What was told of it under its own name
// tells when it began.
func (t Told) Merge(other Told) Told {
	if other.Last.Before(t.Last) {
		t, other = other, t
	}
	both := other
	both.Points = lastOf(slices.Concat(t.Points, other.Points), rememberedPoints)
	both.Articles = lastOf(slices.Concat(t.Articles, other.Articles), rememberedArticles)
	switch own := (t.Moved == 0); {
	case own == (other.Moved == 0):
		both.Moved += t.Moved
		if t.First.Before(both.First) {
			both.First = t.First
		}
	case own:
		both.First, both.Moved = t.First, 0
	}
	return both
}

// lastOf returns the last n of some texts, each where it stands last.
func lastOf(texts []string, n int) []string {
	var last []string
	seen := map[string]bool{"": true}
	for _, s := range slices.Backward(texts) {
		if !seen[s] && len(last) < n {
			seen[s] = true
			last = append(last, s)
		}
	}
	slices.Reverse(last)
	return last
}

// day returns on which local day since the first the reader is told of the
// story again: 1 on the first.
func (t Told) day(now time.Time, zone *time.Location) int {
	first, last := t.First.In(zone), now.In(zone)
	midnight := func(d time.Time) time.Time { return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC) }
	return int(midnight(last).Sub(midnight(first)).Hours()/24) + 1
}
