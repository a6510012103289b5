package digest

import (
	"cmp"
	"slices"
	"sync"
	"time"

	"newsbot/digest/parallel"
	"newsbot/digest/story"
	"newsbot/digest/text"
)

// Options say what a digest is to be.
type Options struct {
	Edition  string         // its name
	From, To time.Time      // the window that its articles come from; zero: all there is
	Zone     *time.Location // of its dates; nil: UTC
	Now      time.Time      // recency counts from here, or from To if that is earlier; zero: from the latest article
	Tell     int            // stories to tell; those ranked behind get no headline, points and entities; 0: all
	NoNames  bool           // the digest gets no entities of its own

	Filter                 // what the reader wants, applied before stories are ranked
	Hidden []string        // IDs of stories of which the reader does not want to hear again
	Told   map[string]Told // by story ID what the reader was told before; nil: not followed
}

// Build puts a digest together from the articles of a window. Pages that tell no news, as story.IsService has it, are left
// out unless the reader asks for topics or stories. The same articles give the same digest, in whatever order they come.
func Build(articles []Brief, o Options) Digest {
	indexer, read := text.NewIndexer(), len(articles)
	articles, muted := o.mute(articles, indexer)
	news := o.news(articles)
	pages := len(articles) - len(news)
	articles = inOrder(news)
	if o.Now.IsZero() && len(articles) > 0 {
		o.Now = articles[len(articles)-1].Time()
	}
	all := StoryItems(articles)
	groups := o.pick(articles, story.Group(all), indexer)
	picked := len(groups)
	groups = slices.DeleteFunc(groups, func(g []int) bool { return among(o.Hidden, articles, g) })
	for _, g := range groups {
		slices.Sort(g)
	}
	wanted := members(articles, groups)
	d := Digest{
		Edition: o.Edition, From: o.From, To: o.To, Zone: cmp.Or(o.Zone, time.UTC),
		Read: read, Articles: len(wanted), Sources: countOutlets(wanted), Topics: o.Topics, Muted: muted, Pages: pages, Hidden: picked - len(groups),
	}
	var counting sync.WaitGroup
	counting.Go(func() {
		if !o.NoNames {
			d.Entities = CountEntities(members(withStories(articles, groups), groups))
			d.Foreign = countForeign(wanted)
		}
	})
	t := newTeller(o, indexer)
	t.language = mostOf(wanted)
	window := story.NewWindow(all, groups, o.end())
	stories := make([]Story, len(groups))
	parallel.Each(len(groups), func(i int) {
		stories[i] = t.newStory(pick(articles, groups[i]), pick(all, groups[i]), window)
		t.follow(&stories[i])
	})
	d.Stories = slices.DeleteFunc(stories, func(s Story) bool { return s.Day == nothingNew })
	d.Known = len(groups) - len(d.Stories)
	behindResults(d.Stories)
	slices.SortFunc(d.Stories, func(a, b Story) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), b.To.Compare(a.To), cmp.Compare(a.ID, b.ID))
	})
	t.tellAll(d.Stories)
	counting.Wait()
	return d
}

// end is when the window ends for a reader: a day that is over is told the same whenever
// somebody asks for it.
func (o Options) end() time.Time {
	if !o.To.IsZero() && o.To.Before(o.Now) {
		return o.To
	}
	return o.Now
}

// members returns the articles that are in groups, in their order.
func members(articles []Brief, groups [][]int) []Brief {
	at := slices.Concat(groups...)
	if len(at) == len(articles) {
		return articles
	}
	slices.Sort(at)
	return pick(articles, at)
}

// NewStory returns the story that articles, at least one, tell: all of it,
// whatever a reader was told before, ranked as the only one of its window. Recency
// counts from now.
func NewStory(articles []Brief, now time.Time) Story {
	articles = inOrder(articles)
	items := StoryItems(articles)
	t := newTeller(Options{}, text.NewIndexer())
	s := t.newStory(articles, items, story.NewWindow(items, [][]int{numbers(len(items))}, now))
	t.tell(&s, lonePoints)
	return s
}

// numbers returns the numbers from 0 to n-1.
func numbers(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// inOrder returns the articles in the order of ByTime.
func inOrder(articles []Brief) []Brief {
	articles = slices.Clone(articles)
	slices.SortFunc(articles, ByTime)
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
		out[i] = story.Item{ID: a.ID, Story: a.Story, Source: a.Outlet(), Title: a.Title, Terms: a.Terms, Entities: names, Time: a.Published, Print: a.Print, Opinion: a.speaks()}
	})
	return out
}

// newStory makes a story of a window of articles that are in order of time; items are
// what grouping read of them. What the story is called is part of telling it.
func (t teller) newStory(articles []Brief, items []story.Item, w *story.Window) Story {
	id := storyID(articles)
	s := Story{ID: id, From: articles[0].Time(), To: articles[len(articles)-1].Time()}
	stand, corrected := standing(articles)
	s.Articles, s.Corrected, items = pick(articles, stand), pick(articles, corrected), pick(items, stand)
	s.told = t.toldOf(id, items)
	s.Again = s.told.isOf(s.Articles)
	heard := 0
	if s.Again {
		heard = s.told.Heard
	}
	s.Sources, s.Score = story.Voices(items), w.Score(items, heard, t.deadBy(s.Articles))
	switch tells := func(a Brief) bool { return len(a.Points) > 0 }; {
	case slices.ContainsFunc(s.Articles, tells):
	case !slices.ContainsFunc(s.Articles, func(a Brief) bool { return !a.isTable() }):
		s.Score = 0
	case len(s.Sources) < 2:
		s.Score = story.Untold(s.Score)
	}
	return s
}

// A table has so many tokens at least, and is to so large a part numbers, by its terms.
const (
	leastTable = 25
	tableShare = 0.2
)

// isTable reports whether the article has no sentence to tell but many numbers: the table of a league, a list of results.
func (b Brief) isTable() bool {
	numbers := 0
	for _, t := range b.Terms {
		if hasDigit(t.Word) {
			numbers++
		}
	}
	return len(b.Points) == 0 && b.Words >= leastTable && float64(numbers) >= tableShare*float64(len(b.Terms))
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

// withStories returns articles of which each is in the story of its group, also where none
// is stored for it yet.
func withStories(articles []Brief, groups [][]int) []Brief {
	articles = slices.Clone(articles)
	for _, g := range groups {
		id := storyID(pick(articles, g))
		for _, i := range g {
			articles[i].Story = cmp.Or(articles[i].Story, id)
		}
	}
	return articles
}

// Outlet returns the name of the article's source, else the host of its
// address, else "".
func (b Brief) Outlet() string {
	if b.Source != "" {
		return b.Source
	}
	return b.Host()
}

// Host returns the Host of the article's address.
func (b Brief) Host() string { return Host(b.URL) }

// countForeign returns in how many articles few names are found.
func countForeign(articles []Brief) (n int) {
	for _, a := range articles {
		if IsForeign(a.Language) {
			n++
		}
	}
	return n
}

// countOutlets returns how many sources the articles come from.
func countOutlets(articles []Brief) int {
	outlets := make(map[string]bool)
	for _, a := range articles {
		if name := a.Outlet(); name != "" {
			outlets[name] = true
		}
	}
	return len(outlets)
}
