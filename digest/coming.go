package digest

import (
	"cmp"
	"regexp"
	"time"

	"newsbot/digest/keypoint"
)

// coming finds words for what was to come when they were written, and is over on another day.
var coming = regexp.MustCompile(`(?i)\b(?:tonight|tomorrow|this evening|later today)\b`)

// leastCurrent is how many points must be left of a story for those that are over to go.
const leastCurrent = 2

// current leaves out points that mislead who reads them on another day than that of their
// article: "will miss tonight's match", "from tomorrow".
func (t teller) current(articles []Brief, points []StoryPoint, candidates []keypoint.Candidate) ([]StoryPoint, []keypoint.Candidate) {
	zone := cmp.Or(t.Zone, time.UTC)
	day := func(at time.Time) string { return at.In(zone).Format(time.DateOnly) }
	written := make(map[string]string, len(articles)) // the day of each, by its ID
	for _, a := range articles {
		written[a.PublicID()] = day(a.Time())
	}
	var kept []int
	for i, p := range points {
		if t.Now.IsZero() || written[p.Article] == day(t.Now) || !coming.MatchString(p.Text) {
			kept = append(kept, i)
		}
	}
	if len(kept) < leastCurrent {
		return points, candidates
	}
	return pick(points, kept), pick(candidates, kept)
}
