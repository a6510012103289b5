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
	if t.Now.IsZero() {
		return points, candidates
	}
	zone := cmp.Or(t.Zone, time.UTC)
	day := func(at time.Time) string { return at.In(zone).Format(time.DateOnly) }
	today := day(t.Now)
	return only(points, candidates, leastCurrent, func(i int) bool {
		c := candidates[i]
		return day(articles[c.Order].Time()) == today || !coming.MatchString(c.Text)
	})
}
