package digest

import (
	"math"
	"slices"

	"newsbot/digest/keypoint"
	"newsbot/digest/story"
	"newsbot/digest/text"
)

// withoutPreviews leaves out the points of articles that said what was to come where others tell what came, if these have
// any: what a preview tells may no longer be so. How the articles stand all tells.
func withoutPreviews(all []story.Standing, points []StoryPoint, candidates []keypoint.Candidate) ([]StoryPoint, []keypoint.Candidate) {
	var kept []int
	for i, c := range candidates {
		if !all[c.Order].Preview {
			kept = append(kept, i)
		}
	}
	if len(kept) == 0 {
		return points, candidates
	}
	return pick(points, kept), pick(candidates, kept)
}

// sameEvent is the share of the terms in the title of a preview that the title of an article on what came has.
const sameEvent = 0.6

// behindResults ranks stories of previews alone behind those that tell what came.
func behindResults(stories []Story) {
	for i, s := range stories {
		if slices.ContainsFunc(s.Articles, func(a Brief) bool { return a.previews() == nil }) {
			continue
		}
		for _, of := range stories {
			if of.Score <= s.Score && slices.ContainsFunc(of.Articles, s.Articles[0].cameToPass) {
				stories[i].Score = min(stories[i].Score, math.Nextafter(of.Score, math.Inf(-1)))
			}
		}
	}
}

// cameToPass reports whether a later article tells what came of what the article, a preview, tells.
func (b Brief) cameToPass(later Brief) bool {
	of := b.previews()
	return later.Time().After(b.Time()) && later.previews() == nil && len(of) > 1 && shareOf(of, titleTerms(later)) >= sameEvent
}

// previews returns the terms of what is to come in the title of the article, nil for one that is no preview.
func (b Brief) previews() []string {
	rest, found := story.CutPreview(story.CleanHeadline(b.Title, b.Outlet()))
	if !found {
		return nil
	}
	return text.Query(rest)
}
