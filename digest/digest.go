// Package digest holds what the bot works with - articles, stories, key points,
// entities - and Build, which puts a digest together from a window's articles.
package digest

import (
	"time"

	"newsbot/digest/entity"
)

// Digest is what happened in a window of time.
type Digest struct {
	Edition  string    // its name, "News digest" unless set
	From, To time.Time // the window; zero where it is "all there is"
	Zone     *time.Location
	Read     int // articles in the window
	Articles int // of these that the reader wants and that tell news
	Sources  int // that the articles come from
	Stories  []Story
	Topics   []string      // that the reader wants to hear of alone; none: all
	Known    int           // stories left out, since the reader knows all that is told of them
	Muted    []string      // the mutes for which articles were left out, in the order of the reader's
	Pages    int           // articles left out, since they tell no news
	Hidden   int           // stories left out, of which the reader does not want to hear again
	Entities []EntityCount // the most frequent first, all types mixed
	Foreign  int           // articles in a language without a model of names, in which few are found
}

// Day returns a time on the local day that the digest is of: the last moment of
// its window, which ends at midnight where it is one whole day; without a
// window the time of its latest story, zero where that is not known.
func (d Digest) Day() time.Time {
	if !d.To.IsZero() {
		return d.To.Add(-time.Nanosecond)
	}
	var last time.Time
	for _, s := range d.Stories {
		if s.To.After(last) {
			last = s.To
		}
	}
	return last
}

// First returns a time on the first of the local days that the digest is of, of which that of Day is the last. A
// window that is long and ends at midnight is of all its days, any other of its last alone; without a window
// it is the day of the earliest story.
func (d Digest) First() time.Time {
	if !d.To.IsZero() {
		end := d.To
		if d.Zone != nil {
			end = end.In(d.Zone)
		}
		if d.IsLong() && end.Hour() == 0 && end.Minute() == 0 {
			return d.From
		}
		return d.Day()
	}
	first := d.Day()
	for _, s := range d.Stories {
		if !s.From.IsZero() && s.From.Before(first) {
			first = s.From
		}
	}
	return first
}

// fewDays is how long the window of a digest of a day is at most: Monday's tells of a long weekend too.
const fewDays = 4 * 24 * time.Hour

// IsLong reports whether the digest is of a longer time than that of a day.
func (d Digest) IsLong() bool { return !d.From.IsZero() && d.To.Sub(d.From) > fewDays }

// Story is one event with the articles that tell of it.
type Story struct {
	ID        string
	Headline  string        // the title of the first of Articles, cleaned: see headlineOf
	URL       string        // of the article that the headline is from
	Articles  []Brief       // the one that the headline is from first
	Corrected []Brief       // articles that their outlet has corrected since by one of Articles
	Points    []StoryPoint  // up to 3, what a digest tells; up to 5 of its only story
	Details   []StoryPoint  // up to 8, what the story's own thread or page tells
	Entities  []EntityCount // that its articles name, as CountEntities has them
	Sources   []string      // independent voices, in order of their articles
	From, To  time.Time     // first and last publication; zero where unknown
	Score     float64       // rank among the window's stories
	Day       int           // since the reader first heard of it, 1 on the first; 0 where that is not followed
	Again     bool          // the reader was told of it before, and the points say what changed

	Disagreements []Disagreement // numbers that its sources give differently

	told   Told            // what the reader was told of it before
	unsaid map[string]bool // texts of the points that a reader who knows of it was not told; nil until they are looked for
}

// StoryPoint is a key point with the article it was taken from.
type StoryPoint struct {
	KeyPoint
	Article string // PublicID
	URL     string
	Source  string
}

// EntityCount is an entity with the number of articles of a window that name it.
type EntityCount struct {
	ID    string
	Name  string
	Type  entity.Type
	Count int
	Trend Trend // against the days before the window, where those are known
}
