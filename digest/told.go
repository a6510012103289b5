package digest

import (
	"maps"
	"slices"
	"time"
)

// Told is what a reader was told of a story by earlier digests.
type Told struct {
	First, Last time.Time // of the digests that told it
	Heard       int       // sources that told it, those of a digest half as much as those of the next
	Points      []string  // that their articles had: those that were told behind the others, the latest last
}

// rememberedPoints is how many points of a story are remembered: those that a hundred
// articles have. What is forgotten while a digest can still come upon it is told again.
const rememberedPoints = 500

// Remember returns what a reader is told who knew of earlier digests what told
// says, and now gets those stories of a digest. Told is not changed. What an article has
// beside the points that are told is no news later, and the first to be forgotten.
func Remember(told map[string]Told, stories []Story, now time.Time) map[string]Told {
	out := maps.Clone(told)
	if out == nil {
		out = make(map[string]Told, len(stories))
	}
	for _, s := range stories {
		t, known := out[s.ID]
		if !known {
			t.First = now
		}
		t.Last = now
		t.Heard = t.Heard/2 + len(s.Sources)
		points := slices.Concat(pointsOf(s.Articles), pointsOf(s.Corrected), t.Points)
		for _, p := range s.Details {
			points = append(points, p.Text)
		}
		t.Points = lastPoints(points)
		out[s.ID] = t
	}
	return out
}

// ToldAll returns what a reader was told who has read all of a story's articles,
// which are in order of time.
func ToldAll(articles []Brief, now time.Time) Told {
	return Told{First: now, Last: now, Points: lastPoints(pointsOf(articles))}
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
// that they heard of last come last, and its sources count.
func (t Told) Merge(other Told) Told {
	if other.Last.Before(t.Last) {
		t, other = other, t
	}
	if t.First.Before(other.First) {
		other.First = t.First
	}
	other.Points = lastPoints(slices.Concat(t.Points, other.Points))
	return other
}

// lastPoints returns the points that are remembered, each where it was told last.
func lastPoints(points []string) []string {
	var last []string
	seen := map[string]bool{"": true}
	for _, p := range slices.Backward(points) {
		if !seen[p] && len(last) < rememberedPoints {
			seen[p] = true
			last = append(last, p)
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
