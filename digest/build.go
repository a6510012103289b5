package digest

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"newsbot/digest/keypoint"
	"newsbot/digest/parallel"
	"newsbot/digest/story"
	"newsbot/digest/text"
)

const (
	storyPoints  = 3 // that a digest tells of a story
	lonePoints   = 5 // that it tells of its only story
	detailPoints = 8 // that a story's own page tells
	maxEntities  = 500
)

// Options say what a digest is to be.
type Options struct {
	Edition  string         // its name
	From, To time.Time      // the window that its articles come from; zero: all there is
	Zone     *time.Location // of its dates; nil: UTC
	Now      time.Time      // recency counts from here; zero: from the latest article
	Tell     int            // stories to tell; those ranked behind get no points and entities; 0: all
}

// Build puts a digest together from the articles of a window. The same
// articles give the same digest, in whatever order they come.
func Build(articles []Brief, o Options) Digest {
	articles = inOrder(articles)
	d := Digest{
		Edition: o.Edition, From: o.From, To: o.To, Zone: cmp.Or(o.Zone, time.UTC),
		Articles: len(articles), Sources: countOutlets(articles),
	}
	if o.Now.IsZero() && len(articles) > 0 {
		o.Now = articles[len(articles)-1].Time()
	}
	var counting sync.WaitGroup
	counting.Go(func() { d.Entities = CountEntities(articles) })
	all := StoryItems(articles)
	groups := story.Group(all)
	d.Stories = make([]Story, len(groups))
	parallel.Each(len(groups), func(i int) {
		slices.Sort(groups[i])
		d.Stories[i] = newStory(pick(articles, groups[i]), pick(all, groups[i]), o.Now)
	})
	slices.SortFunc(d.Stories, func(a, b Story) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), b.To.Compare(a.To), cmp.Compare(a.ID, b.ID))
	})
	d.tell(o.Tell)
	counting.Wait()
	d.Entities = d.Entities[:min(len(d.Entities), maxEntities)]
	return d
}

// inOrder returns the articles by time, then by ID.
func inOrder(articles []Brief) []Brief {
	articles = slices.Clone(articles)
	slices.SortFunc(articles, func(a, b Brief) int {
		return cmp.Or(a.Time().Compare(b.Time()), cmp.Compare(a.ID, b.ID))
	})
	return articles
}

// pick returns the values at the given indexes.
func pick[T any](values []T, at []int) []T {
	out := make([]T, len(at))
	for i, j := range at {
		out[i] = values[j]
	}
	return out
}

// StoryItems returns what grouping reads of the articles. What was never dated
// has no time here: when the bot first saw it says nothing of the event.
func StoryItems(articles []Brief) []story.Item {
	out := make([]story.Item, len(articles))
	parallel.Each(len(articles), func(i int) {
		a := articles[i]
		names := make([]story.Name, len(a.Entities))
		for j, n := range a.Entities {
			names[j] = story.Name{ID: n.ID, Salience: n.Salience}
		}
		out[i] = story.Item{ID: a.ID, Story: a.Story, Source: a.Outlet(), Title: a.Title, Terms: a.Terms, Entities: names, Time: a.Published, Print: a.Print}
	})
	return out
}

// newStory makes a story of articles that are in order of time; items are what
// grouping read of them.
func newStory(articles []Brief, items []story.Item, now time.Time) Story {
	titles, outlets := make([]string, len(items)), make([]string, len(items))
	for i, it := range items {
		titles[i], outlets[i] = it.Title, it.Source
	}
	lead := story.Headline(titles, outlets)
	s := Story{
		ID:       storyID(articles),
		Headline: story.CleanHeadline(titles[lead], outlets[lead]),
		URL:      articles[lead].URL,
		Sources:  story.Voices(items),
		From:     articles[0].Time(),
		To:       articles[len(articles)-1].Time(),
		Score:    story.Score(items, now),
	}
	s.Articles = append([]Brief{articles[lead]}, slices.Delete(slices.Clone(articles), lead, lead+1)...)
	return s
}

// storyID returns the ID of a story: the one that it is stored under, else that
// of its first article.
func storyID(articles []Brief) string {
	for _, a := range articles {
		if a.Story != "" {
			return a.Story
		}
	}
	return articles[0].ID
}

// tell tells the first stories: what they are about, and their points.
func (d *Digest) tell(stories int) {
	if stories <= 0 {
		stories = len(d.Stories)
	}
	points := storyPoints
	if len(d.Stories) == 1 {
		points = lonePoints
	}
	indexer := text.NewIndexer()
	parallel.Each(min(stories, len(d.Stories)), func(i int) {
		d.Stories[i].Entities = CountEntities(d.Stories[i].Articles)
		d.Stories[i].tell(indexer, points)
	})
}

// tell sets the points that tell the story, at most max in Points.
func (s *Story) tell(indexer *text.Indexer, max int) {
	if len(s.Articles) == 1 {
		s.Points, s.Details = bestPoints(s.Articles[0], max), bestPoints(s.Articles[0], detailPoints)
		return
	}
	points, candidates := gather(s.Articles, func(Brief, KeyPoint) bool { return true })
	chosen := keypoint.Choose(indexer, candidates, detailPoints)
	s.Points = pick(points, keypoint.Arrange(chosen[:min(max, len(chosen))]))
	s.Details = pick(points, keypoint.Arrange(chosen))
}

// gather returns the points of articles that keep holds for, and what choosing
// reads of them.
func gather(articles []Brief, keep func(Brief, KeyPoint) bool) (points []StoryPoint, candidates []keypoint.Candidate) {
	for i, a := range articles {
		for _, p := range a.Points {
			if keep(a, p) {
				points = append(points, StoryPoint{p, a.PublicID(), a.URL, a.Outlet()})
				candidates = append(candidates, keypoint.Candidate{Text: p.Text, Source: a.Outlet(), Score: p.Score, Order: i})
			}
		}
	}
	return points, candidates
}

// bestPoints picks the points that tell the story of one article. They were
// chosen from one text to say different things, the first of them who did what.
func bestPoints(a Brief, max int) []StoryPoint {
	at := make([]int, len(a.Points))
	for i := range at {
		at[i] = i
	}
	if len(at) > max {
		slices.SortStableFunc(at[1:], func(i, j int) int { return cmp.Compare(a.Points[j].Score, a.Points[i].Score) })
		at = at[:max]
		slices.Sort(at)
	}
	out := make([]StoryPoint, len(at))
	for i, j := range at {
		out[i] = StoryPoint{a.Points[j], a.PublicID(), a.URL, a.Outlet()}
	}
	return out
}

// Outlet returns the name of the article's source, else the host of its
// address, else "".
func (b Brief) Outlet() string {
	if b.Source != "" {
		return b.Source
	}
	u, err := url.Parse(b.URL)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// countOutlets returns how many sources the articles come from.
func countOutlets(articles []Brief) int {
	outlets := make([]string, len(articles))
	for i, a := range articles {
		outlets[i] = a.Outlet()
	}
	return len(distinct(outlets))
}

// distinct returns the values without "" and without repetition, in order.
func distinct(values []string) []string {
	var out []string
	seen := map[string]bool{"": true}
	for _, v := range values {
		if !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	return out
}
