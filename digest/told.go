package digest

import (
	"maps"
	"slices"
	"time"
)

// Told is what a reader was told of a story by earlier digests.
type Told struct {
	First, Last time.Time // of the digests that told it
	Points      []string  // that they told, the latest last
}

// rememberedPoints is how many points of a story are remembered.
const rememberedPoints = 40

// Remember returns what a reader is told who knew of earlier digests what told
// says, and now gets those stories of a digest. Told is not changed.
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
		points := slices.Clone(t.Points)
		for _, p := range s.Details {
			points = append(points, p.Text)
		}
		t.Points = points[max(len(points)-rememberedPoints, 0):]
		out[s.ID] = t
	}
	return out
}

// ToldAll returns what a reader was told who has read all of a story's articles,
// which are in order of time.
func ToldAll(articles []Brief, now time.Time) Told {
	t := Told{First: now, Last: now}
	for _, a := range articles {
		for _, p := range a.Points {
			t.Points = append(t.Points, p.Text)
		}
	}
	t.Points = t.Points[max(len(t.Points)-rememberedPoints, 0):]
	return t
}

// Merge returns what a reader was told of two stories that are one.
func (t Told) Merge(other Told) Told {
	if other.First.Before(t.First) {
		t, other = other, t
	}
	if other.Last.After(t.Last) {
		t.Last = other.Last
	}
	t.Points = slices.Concat(t.Points, other.Points)
	return t
}

// day returns on which local day since the first the reader is told of the
// story again: 1 on the first.
func (t Told) day(now time.Time, zone *time.Location) int {
	first, last := t.First.In(zone), now.In(zone)
	midnight := func(d time.Time) time.Time { return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC) }
	return int(midnight(last).Sub(midnight(first)).Hours()/24) + 1
}
