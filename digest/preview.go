package digest

import (
	"math"
	"slices"
	"time"

	"newsbot/digest/keypoint"
	"newsbot/digest/story"
	"newsbot/digest/text"
)

// withoutPreviews leaves out the points of articles that said what was to come where others tell what came, if these have
// any: what a preview tells may no longer be so. How the articles stand all tells.
func withoutPreviews(all []story.Standing, points []StoryPoint, candidates []keypoint.Candidate) ([]StoryPoint, []keypoint.Candidate) {
	return only(points, candidates, 1, func(i int) bool { return !all[candidates[i].Order].Preview })
}

// sameEvent is the share of the terms in the title of a preview that the title of an article on what came has.
const sameEvent = 0.6

// behindResults ranks stories of previews alone behind those that tell what came.
func behindResults(stories []Story) {
	var previews []int
	for i, s := range stories {
		if !slices.ContainsFunc(s.Articles, func(a Brief) bool { return a.previews() == nil }) {
			previews = append(previews, i)
		}
	}
	if len(previews) == 0 {
		return
	}
	all := results(stories)
	for _, i := range previews {
		s, coming := &stories[i], stories[i].Articles[0].previews()
		for _, r := range all {
			if of := stories[r.story].Score; len(coming) > 1 && of <= s.Score && r.told.After(s.Articles[0].Time()) && shareOf(coming, r.terms) >= sameEvent {
				s.Score = math.Nextafter(of, math.Inf(-1))
			}
		}
	}
}

// result is an article that is no preview, and may tell what came of what one told.
type result struct {
	story int // by its index
	told  time.Time
	terms []string // of its title
}

func results(stories []Story) (all []result) {
	for i, s := range stories {
		for _, a := range s.Articles {
			if a.previews() == nil {
				all = append(all, result{i, a.Time(), titleTerms(a)})
			}
		}
	}
	return all
}

// previews returns the terms of what is to come in the title of the article, nil for one that is no preview.
func (b Brief) previews() []string {
	rest, found := story.CutPreview(story.CleanHeadline(b.Title, b.Outlet()))
	if !found {
		return nil
	}
	return text.Query(rest)
}
