package digest

import (
	"slices"
	"strings"

	"newsbot/digest/figure"
	"newsbot/digest/story"
	"newsbot/digest/text"
)

// lead gives the story the headline of one of its articles, which becomes the first: of one
// that has news for the reader, if there is one whose title is up to date; in the language that the story is told in. A title that names nothing
// gives way to one with a name that the story is about, unless it tells how many died.
func (t teller) lead(s *Story) {
	titles := t.titlesOf(s.Articles)
	for i, standing := range standings(s.Articles) {
		titles[i].Standing = standing
	}
	among := upToDate(titles)
	language := t.languageOf(s.Articles)
	if own := slices.DeleteFunc(slices.Clone(among), func(at int) bool { return !s.Articles[at].isIn(language) }); len(own) > 0 {
		among = own
	}
	if news := slices.DeleteFunc(slices.Clone(among), func(at int) bool { return !s.hasNews(s.Articles[at]) }); len(news) > 0 {
		among = news
	}
	at := t.best(titles, among)
	if len(among) > 1 && !titles[at].Toll && t.isNameless(s.Articles[at]) {
		if naming := t.naming(s.Articles, among); len(naming) > 0 {
			at = t.best(titles, naming)
		}
	}
	s.call(at)
}

// best returns the one of some titles, given by their indexes, that tells the story best.
func (t teller) best(titles []title, among []int) int {
	options := make([]story.Title, len(among))
	for i, at := range among {
		options[i] = titles[at].Title
	}
	return among[story.Headline(t.indexer, options)]
}

// hasNews reports whether an article tells something of which a reader who knows of the
// story was not told.
func (s *Story) hasNews(a Brief) bool {
	return s.unsaid == nil || slices.ContainsFunc(a.Points, func(p KeyPoint) bool { return s.unsaid[p.Text] })
}

// call calls the story as its article at an index is called, which becomes the first. The headline says that this corrects
// another, where the story has not got that.
func (s *Story) call(at int) {
	first := s.Articles[at]
	s.Headline, s.URL = headlineOf(first), first.URL
	if len(s.Corrected) == 0 && first.isCorrection() && strings.Contains(text.Fold(first.Title), "corrected") {
		s.Headline = "Correction: " + s.Headline
	}
	s.Articles = append([]Brief{first}, slices.Delete(slices.Clone(s.Articles), at, at+1)...)
}

// headlineOf returns the title of an article as a headline: with the name of who tells it on its own page,
// where the title needs none: "Lathe: What happened on Tuesday".
func headlineOf(a Brief) string {
	title, owner := story.CleanHeadline(a.Title, a.Outlet()), story.OwnPage(a.Outlet())
	if owner == "" || title == "" || strings.Contains(text.Fold(title), text.Fold(owner)) {
		return title
	}
	return owner + ": " + title
}

// title is that of an article, with what is known of the figures in it.
type title struct {
	story.Title
	figures  bool
	dead     bool // it tells how many died
	outdated bool // a later article tells what has become of a figure
	wrong    bool // a notice of its outlet takes back what its article tells first
}

func (t teller) titlesOf(articles []Brief) []title {
	figures := t.figuresOfTitles(articles)
	all := claims(slices.Concat(figures...))
	if len(all) > 0 { // which they mostly have not, and the points need not be read
		all = append(all, slices.Concat(t.figuresOf(articles)...)...)
	}
	course := all.course()
	titles, isCorrected := make([]title, len(articles)), Corrected(articles)
	for i, a := range articles {
		x := title{titleOf(a), len(figures[i]) > 0, len(about(figures[i], figure.Killed)) > 0, slices.ContainsFunc(figures[i], course.overtakes), isCorrected(a)}
		x.Toll = x.dead && !x.outdated
		for _, p := range a.Points {
			x.Points = append(x.Points, p.Text)
		}
		titles[i] = x
	}
	return titles
}

// standings returns how the titles of the articles of a story stand to each other.
func standings(articles []Brief) []story.Standing {
	titles := make([]story.Title, len(articles))
	for i, a := range articles {
		titles[i] = titleOf(a)
	}
	return story.Standings(titles)
}

func titleOf(a Brief) story.Title {
	return story.Title{Text: a.Title, Source: a.Outlet(), Published: a.Time(), Opinion: a.isOpinion()}
}

// upToDate returns the indexes of the titles that are not wrong and whose figures are not out of date. It returns
// all that are not wrong where no title that is left has one, or none tells how many died where one did: an
// old figure tells more than none.
func upToDate(titles []title) []int {
	var all, kept []int
	var counts, died, diedNow bool
	for i, t := range titles {
		if t.wrong {
			continue
		}
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

// naming returns those of some articles, given by their indexes, whose titles name what most of the articles
// name; none is an opinion.
func (t teller) naming(articles []Brief, among []int) (naming []int) {
	shared := t.wordsOf(sharedNames(articles))
	for _, at := range among {
		if a := articles[at]; !a.isOpinion() && t.titleHolds(a, shared) {
			naming = append(naming, at)
		}
	}
	return naming
}

// isNameless reports whether the title of an article names nothing.
func (t teller) isNameless(a Brief) bool {
	return story.IsPlain(story.CleanHeadline(a.Title, a.Outlet())) && !t.titleHolds(a, t.wordsOf(ownNames(a)))
}

// titleHolds reports whether the title of an article holds one of some words.
func (t teller) titleHolds(a Brief, words []string) bool {
	return slices.ContainsFunc(t.indexer.Query(story.CleanHeadline(a.Title, a.Outlet())), func(w string) bool { return slices.Contains(words, w) })
}

// wordsOf returns the words of names.
func (t teller) wordsOf(names []string) []string { return t.indexer.Query(strings.Join(names, "\n")) }

// ownNames returns the names in an article, each once though two entities have it.
func ownNames(a Brief) []string {
	names := make([]string, len(a.Entities))
	for i, n := range a.Entities {
		names[i] = n.Name
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// sharedNames returns the names that more than half of some articles have.
func sharedNames(articles []Brief) (names []string) {
	articlesOf := make(map[string]int)
	for _, a := range articles {
		for _, name := range ownNames(a) {
			articlesOf[name]++
		}
	}
	for name, n := range articlesOf {
		if 2*n > len(articles) {
			names = append(names, name)
		}
	}
	return names
}
