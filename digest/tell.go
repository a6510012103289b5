package digest

import (
	"cmp"
	"slices"
	"time"

	"newsbot/digest/figure"
	"newsbot/digest/keypoint"
	"newsbot/digest/parallel"
	"newsbot/digest/story"
	"newsbot/digest/text"
)

const (
	storyPoints  = 3 // that a digest tells of a story
	lonePoints   = 5 // that it tells of its only story
	detailPoints = 8 // that a story's own page tells
)

// teller tells the stories of a digest to a reader.
type teller struct {
	Options
	indexer  *text.Indexer
	figures  *figure.Finder
	memory   *story.Memory   // of Told
	said     map[string]bool // the points of Told
	language string          // that most of the digest's articles are in, "" for one story
}

func newTeller(o Options, indexer *text.Indexer) teller {
	points, said := make(map[string][]string, len(o.Told)), make(map[string]bool)
	for id, t := range o.Told {
		if t.Moved == 0 { // what moved stands also under the name that it was told of
			points[id] = t.Points
		}
		for _, p := range t.Points {
			said[p] = true
		}
	}
	return teller{Options: o, indexer: indexer, figures: figure.NewFinder(), memory: story.NewMemory(indexer, points), said: said}
}

// toldOf returns what the reader was told of a story, by its ID and what grouping read of its
// articles: also what they were told under another name.
func (t teller) toldOf(id string, items []story.Item) Told {
	if told, known := t.Told[id]; known || len(t.Told) == 0 {
		return told
	}
	return t.Told[t.memory.Recall(items)]
}

// nothingNew is the Day of a story of which the reader knows all.
const nothingNew = -1

// follow sets on which day the reader hears of the story, and lowers its rank by
// the share of its points that they know.
func (t teller) follow(s *Story) {
	if t.Told == nil {
		return
	}
	s.Day = 1
	if s.Again {
		s.Day = s.told.day(t.Now, cmp.Or(t.Zone, time.UTC))
	}
	if !t.heardOf(s) {
		return
	}
	_, candidates, share := t.fresh(s)
	if len(candidates) == 0 {
		s.Day = nothingNew
		return
	}
	s.Score = story.Changed(s.Score, share)
}

// heardOf reports whether the reader was told of the story, or of another one what an
// article of it says.
func (t teller) heardOf(s *Story) bool {
	return !s.told.First.IsZero() || slices.ContainsFunc(s.Articles, func(a Brief) bool {
		return slices.ContainsFunc(a.Points, func(p KeyPoint) bool { return t.said[p.Text] })
	})
}

// tellAll tells those of ranked stories that the digest is to tell.
func (t teller) tellAll(stories []Story) {
	points := storyPoints
	if len(stories) == 1 {
		points = lonePoints
	}
	if t.Tell > 0 {
		stories = stories[:min(t.Tell, len(stories))]
	}
	parallel.Each(len(stories), func(i int) { t.tell(&stories[i], points) })
}

// tell sets what the story is called and about, the points that tell it, at most max
// in Points, and on which numbers its sources disagree.
func (t teller) tell(s *Story, max int) {
	t.lead(s)
	t.choose(s, max)
	t.callByPoints(s)
	introduce(s.Headline, s.Points)
	introduce(s.Headline, s.Details)
	s.Entities = CountEntities(withStories(s.Articles, [][]int{numbers(len(s.Articles))}))
	s.Disagreements = t.disagreements(inOrder(s.Articles))
}

// leastOfHeadline is the share of a headline's words that points from other articles hold
// where they tell the same: they find other words for some.
const leastOfHeadline = 0.5

// callByPoints calls a story of whose headline the points do not tell as the article of the
// first point is called whose title is up to date. An opinion takes the place of another alone.
func (t teller) callByPoints(s *Story) {
	told := func(a Brief) bool {
		return slices.ContainsFunc(s.Points, func(p StoryPoint) bool { return p.Article == a.PublicID() })
	}
	if told(s.Articles[0]) || t.shareTold(s.Headline, s.Points) >= leastOfHeadline {
		return
	}
	current := upToDate(t.titlesOf(s.Articles))
	for _, p := range s.Points {
		at := slices.IndexFunc(s.Articles, func(a Brief) bool { return a.PublicID() == p.Article })
		if slices.Contains(current, at) && (s.Articles[0].isOpinion() || !s.Articles[at].isOpinion()) {
			s.call(at)
			return
		}
	}
}

// shareTold returns the share of a headline's words that points hold.
func (t teller) shareTold(headline string, points []StoryPoint) float64 {
	held := make(map[string]bool)
	for _, p := range points {
		for _, w := range t.indexer.Query(p.Text) {
			held[w] = true
		}
	}
	words, n := t.indexer.Query(headline), 0
	for _, w := range words {
		if held[w] {
			n++
		}
	}
	return float64(n) / float64(max(1, len(words)))
}

// choose sets the points that tell the story, at most max in Points.
func (t teller) choose(s *Story, max int) {
	heard := t.heardOf(s)
	if len(s.Articles) == 1 && !heard {
		points, candidates := gather(s.Articles, everything)
		points, candidates = t.current(s.Articles, points, candidates)
		points, candidates = t.besides(s.Headline, points, candidates)
		s.Points = pick(points, keypoint.Best(s.Headline, candidates, max))
		s.Details = pick(points, keypoint.Best(s.Headline, candidates, lonePoints))
		return
	}
	points, candidates, _ := t.fresh(s)
	if keypoint.Refutes(s.Headline) { // what it has against what others told is told, too
		for i, c := range candidates {
			candidates[i].Truth = keypoint.Refutes(c.Title)
		}
	} else {
		points, candidates = t.besides(s.Headline, points, candidates)
	}
	choose := keypoint.Choose
	if heard { // what is new is told, whether or not it goes together
		choose = keypoint.Survey
	}
	chosen := choose(t.indexer, s.Headline, candidates, detailPoints)
	s.Points = pick(points, keypoint.Arrange(chosen[:min(max, len(chosen))]))
	s.Details = pick(points, keypoint.Arrange(chosen))
}

// fresh returns the points of a story that the reader was not told of, be it as part of
// another one, what choosing reads of them, and which share they are. A point
// that tells of fewer dead than are known by now is none.
func (t teller) fresh(s *Story) (points []StoryPoint, candidates []keypoint.Candidate, share float64) {
	articles := reported(s.Articles)
	points, candidates = gather(articles, everything)
	points, candidates = t.upToDatePoints(articles, points, candidates)
	points, candidates = notTakenBack(articles, points, candidates)
	points, candidates = t.notSpare(points, candidates)
	points, candidates = t.current(articles, points, candidates)
	points, candidates = t.inOneLanguage(articles, points, candidates)
	standings := standings(articles)
	points, candidates = withoutPreviews(standings, points, candidates)
	markLatest(standings, candidates)
	if !t.heardOf(s) {
		return points, candidates, 1
	}
	if s.unsaid == nil {
		s.unsaid = make(map[string]bool)
		for _, i := range keypoint.Unsaid(t.indexer, candidates, s.told.Points) {
			if point := candidates[i].Text; !t.said[point] {
				s.unsaid[point] = true
			}
		}
	}
	var unsaid []int
	for i, c := range candidates {
		if s.unsaid[c.Text] {
			unsaid = append(unsaid, i)
		}
	}
	share = float64(len(unsaid)) / float64(max(1, len(candidates)))
	return pick(points, unsaid), pick(candidates, unsaid), share
}

func everything(Brief, KeyPoint) bool { return true }

// upToDatePoints leaves out points that tell of fewer dead or injured than are known by now, though not all of the latest article
// where no other is left, and marks those that tell how many died.
func (t teller) upToDatePoints(articles []Brief, points []StoryPoint, candidates []keypoint.Candidate) ([]StoryPoint, []keypoint.Candidate) {
	figures := t.figuresOf(articles)
	course := claims(append(slices.Concat(figures...), t.titled(articles)...)).course()
	var kept, latest []int
	last := slices.MaxFunc(articles, ByTime)
	for i := range points {
		candidates[i].Toll = len(about(figures[i], figure.Killed)) > 0
		if !course.isOutdated(figures[i]) {
			kept = append(kept, i)
		}
		if points[i].Article == last.PublicID() {
			latest = append(latest, i)
		}
	}
	if len(kept) == 0 {
		kept = latest
	}
	return pick(points, kept), pick(candidates, kept)
}

// notSpare leaves out points that are spare, but for those that say no more than the title of their article: they
// come first in it, since the story may have another headline.
func (t teller) notSpare(points []StoryPoint, candidates []keypoint.Candidate) ([]StoryPoint, []keypoint.Candidate) {
	var kept []int
	for i, p := range points {
		if c := candidates[i]; !p.Spare {
			kept = append(kept, i)
		} else if keypoint.Restates(t.indexer, c.Title, c.Text) {
			first := len(kept)
			for first > 0 && candidates[kept[first-1]].Order == c.Order {
				first--
			}
			kept = slices.Insert(kept, first, i)
		}
	}
	return pick(points, kept), pick(candidates, kept)
}

// besides leaves out points that say no more than the headline above them, or only what a figure was before, unless
// there are no others.
func (t teller) besides(headline string, points []StoryPoint, candidates []keypoint.Candidate) ([]StoryPoint, []keypoint.Candidate) {
	return only(points, candidates, 1, func(i int) bool {
		said := candidates[i].Text
		return !(points[i].Spare && keypoint.Restates(t.indexer, headline, said)) && !t.saysWhatWas(said)
	})
}

// only returns those points with their candidates of whose index keep is true, or all where these are fewer than least.
func only(points []StoryPoint, candidates []keypoint.Candidate, least int, keep func(i int) bool) ([]StoryPoint, []keypoint.Candidate) {
	var kept []int
	for i := range candidates {
		if keep(i) {
			kept = append(kept, i)
		}
	}
	if len(kept) < least {
		return points, candidates
	}
	return pick(points, kept), pick(candidates, kept)
}

// markLatest marks the candidates whose articles are of the last of the days that a story has gone
// on for, and those whose articles do not tell how it stands: that is told first.
func markLatest(all []story.Standing, candidates []keypoint.Candidate) {
	for i, c := range candidates {
		candidates[i].Latest, candidates[i].Secondary = all[c.Order].Latest, all[c.Order].Secondary
	}
}

// gather returns the points of articles that keep holds for, and what choosing
// reads of them.
func gather(articles []Brief, keep func(Brief, KeyPoint) bool) (points []StoryPoint, candidates []keypoint.Candidate) {
	for i, a := range articles {
		persons, surnames, title := a.persons(), a.surnames(), story.CleanHeadline(a.Title, a.Outlet())
		ofItself := story.TellsOfItself(title, a.Outlet())
		for _, p := range a.Points {
			if keep(a, p) {
				points = append(points, StoryPoint{p, a.PublicID(), a.URL, a.Outlet()})
				candidates = append(candidates, keypoint.Candidate{Text: p.Text, Source: a.Outlet(), Score: p.Score, Order: i, Title: title, OfItself: ofItself, Persons: persons, Surnames: surnames})
			}
		}
	}
	return points, candidates
}
