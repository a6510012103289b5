package digest

import (
	"slices"

	"newsbot/digest/story"
)

// lead gives the story the headline of one of its articles, which becomes the first.
func lead(s *Story) {
	among := upToDate(s.Articles)
	titles := make([]story.Title, len(among))
	for i, at := range among {
		titles[i] = s.Articles[at].title()
	}
	at := among[story.Headline(titles)]
	first := s.Articles[at]
	s.Headline, s.URL = story.CleanHeadline(first.Title, first.Outlet()), first.URL
	s.Articles = append([]Brief{first}, slices.Delete(slices.Clone(s.Articles), at, at+1)...)
}

// title returns the article's title with what choosing a headline reads.
func (b Brief) title() story.Title {
	t := story.Title{Text: b.Title, Source: b.Outlet()}
	for _, p := range b.Points {
		t.Points = append(t.Points, p.Text)
	}
	return t
}

// upToDate returns the indexes of the articles whose titles have no number that was
// overtaken since. It returns all where no title that is left has a number: an old one
// tells more than none.
func upToDate(articles []Brief) []int {
	all := make([]int, len(articles))
	titled := make([][]claim, len(articles))
	for i, a := range articles {
		all[i], titled[i] = i, a.claims(KeyPoint{Text: a.Title})
	}
	told := slices.Concat(titled...)
	if len(told) == 0 { // which is mostly so: the points need not be looked at
		return all
	}
	for _, a := range articles {
		for _, p := range a.Points {
			told = append(told, a.claims(p)...)
		}
	}
	overtaken := func(c claim) bool { return slices.ContainsFunc(told, c.isOvertakenBy) }
	var kept []int
	counted := false
	for i, title := range titled {
		if !slices.ContainsFunc(title, overtaken) {
			kept = append(kept, i)
			counted = counted || len(title) > 0
		}
	}
	if !counted {
		return all
	}
	return kept
}
