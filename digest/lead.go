package digest

import (
	"slices"
	"time"

	"newsbot/digest/figure"
	"newsbot/digest/story"
)

// lead gives the story the headline of one of its articles, which becomes the first: of one
// that has news for the reader, if there is one whose title is up to date.
func (t teller) lead(s *Story) {
	titles := t.titlesOf(s.Articles)
	among := upToDate(titles)
	if news := slices.DeleteFunc(slices.Clone(among), func(at int) bool { return !s.hasNews(s.Articles[at]) }); len(news) > 0 {
		among = news
	}
	options := make([]story.Title, len(among))
	for i, at := range among {
		options[i] = titles[at].Title
	}
	s.call(among[story.Headline(t.indexer, options)])
}

// hasNews reports whether an article tells something of which a reader who knows of the
// story was not told.
func (s *Story) hasNews(a Brief) bool {
	return s.unsaid == nil || slices.ContainsFunc(a.Points, func(p KeyPoint) bool { return s.unsaid[p.Text] })
}

// call calls the story as its article at an index is called, which becomes the first.
func (s *Story) call(at int) {
	first := s.Articles[at]
	s.Headline, s.URL = story.CleanHeadline(first.Title, first.Outlet()), first.URL
	s.Articles = append([]Brief{first}, slices.Delete(slices.Clone(s.Articles), at, at+1)...)
}

// title is that of an article, with what is known of the figures in it.
type title struct {
	story.Title
	figures  bool
	dead     bool // it tells how many died
	outdated bool // a later article tells what has become of a figure
}

func (t teller) titlesOf(articles []Brief) []title {
	figures := make([][]claim, len(articles))
	for i, a := range articles {
		figures[i] = t.claims(a, KeyPoint{Text: a.Title})
	}
	all := claims(slices.Concat(figures...))
	if len(all) > 0 { // which they mostly have not, and the points need not be read
		all = append(all, slices.Concat(t.figuresOf(articles)...)...)
	}
	course := all.course()
	titles := make([]title, len(articles))
	last := lastDay(articles)
	for i, a := range articles {
		x := title{story.Title{Text: a.Title, Source: a.Outlet(), Opinion: a.isOpinion()}, len(figures[i]) > 0, len(about(figures[i], figure.Killed)) > 0, slices.ContainsFunc(figures[i], course.overtakes)}
		x.Toll = x.dead && !x.outdated
		x.Latest = !last.IsZero() && a.Time().After(last)
		for _, p := range a.Points {
			x.Points = append(x.Points, p.Text)
		}
		titles[i] = x
	}
	return titles
}

// lastDay returns when the last day of a story began that has gone on for longer, zero for others.
func lastDay(articles []Brief) time.Time {
	var first, last time.Time
	for _, a := range articles {
		at := a.Time()
		if first.IsZero() || at.Before(first) {
			first = at
		}
		if at.After(last) {
			last = at
		}
	}
	if begin := last.Add(-24 * time.Hour); first.Before(begin) {
		return begin
	}
	return time.Time{}
}

// upToDate returns the indexes of the titles whose figures are not out of date. It returns
// all where no title that is left has one, or none tells how many died where one did: an
// old figure tells more than none.
func upToDate(titles []title) []int {
	var all, kept []int
	var counts, died, diedNow bool
	for i, t := range titles {
		all = append(all, i)
		died = died || t.dead
		if !t.outdated {
			kept = append(kept, i)
			counts, diedNow = counts || t.figures, diedNow || t.dead
		}
	}
	if !counts || died && !diedNow {
		return all
	}
	return kept
}
