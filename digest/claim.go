package digest

import (
	"slices"
	"sort"
	"strings"
	"time"

	"newsbot/digest/figure"
)

// claim is a figure that an article gives.
type claim struct {
	figure.Figure
	point StoryPoint
	time  time.Time // zero where unknown
}

// claims returns the figures in a point of an article, or in what stands like one.
func (t teller) claims(b Brief, p KeyPoint) []claim {
	var claims []claim
	for _, f := range t.figures.Find(p.Text) {
		if figure.IsSum(f.What) && !b.leadsWith(p, f) {
			continue
		}
		claims = append(claims, claim{f, StoryPoint{p, b.PublicID(), b.URL, b.Outlet()}, b.Time()})
	}
	return claims
}

// leadsWith reports whether a sum of money in a point is what the article tells of, and not one like
// it: it stands in the first point or in the title.
func (b Brief) leadsWith(p KeyPoint, f figure.Figure) bool {
	return strings.Contains(b.Title, f.In(p.Text)) || p.Start == b.Points[0].Start // p may be the title of one without points
}

// overtakenAfter is how much later a number must be told to be what has become of an
// earlier one. Tolls of an event are told anew within hours.
const overtakenAfter = 3 * time.Hour

// figuresOf returns the figures in each of the points of articles, in their order.
func (t teller) figuresOf(articles []Brief) (figures [][]claim) {
	for _, a := range articles {
		for _, p := range a.Points {
			figures = append(figures, t.claims(a, p))
		}
	}
	return figures
}

// about returns those of some figures that tell how many are what, such as figure.Killed.
func about(figures []claim, what string) (of []claim) {
	for _, c := range figures {
		if c.What == what {
			of = append(of, c)
		}
	}
	return of
}

// isOutdated reports whether the figures of a point tell of fewer dead than are known by now or, where
// they tell of no dead, of fewer injured.
func (of course) isOutdated(figures []claim) bool {
	counted := about(figures, figure.Killed)
	if len(counted) == 0 {
		counted = about(figures, figure.Injured)
	}
	return slices.ContainsFunc(counted, of.overtakes)
}

// claims are figures of a story's articles.
type claims []claim

// current returns those that no later one has overtaken.
func (all claims) current() claims {
	return slices.DeleteFunc(slices.Clone(all), all.course().overtakes)
}

// deadBy returns how many died by the titles of articles, as far as is known by now.
func (t teller) deadBy(articles []Brief) (n int) {
	var all claims
	for _, a := range articles {
		all = append(all, about(t.claims(a, KeyPoint{Text: a.Title}), figure.Killed)...)
	}
	for _, c := range all.current() {
		n = max(n, int(c.Value))
	}
	return n
}

// course is how the figures of a story went: for each thing that is counted what was said
// from a time on, the latest time first.
type course map[string][]since

// since is the highest and the lowest figure that is told at a time or later.
type since struct {
	time            time.Time
	highest, lowest figure.Figure
}

func (all claims) course() course {
	of := make(course)
	for _, c := range slices.SortedFunc(slices.Values(all), func(a, b claim) int { return b.time.Compare(a.time) }) {
		next := since{c.time, c.Figure, c.Figure}
		if told := of[c.What]; len(told) > 0 {
			later := told[len(told)-1]
			next.highest, next.lowest = figure.Highest(later.highest, c.Figure), figure.Lowest(later.lowest, c.Figure)
		}
		of[c.What] = append(of[c.What], next)
	}
	return of
}

// overtakes reports whether a later claim tells what has become of a figure.
func (of course) overtakes(c claim) bool {
	told, from := of[c.What], c.time.Add(overtakenAfter)
	later := sort.Search(len(told), func(i int) bool { return told[i].time.Before(from) })
	if c.time.IsZero() || later == 0 {
		return false
	}
	by := told[later-1]
	return by.highest.Supersedes(c.Figure) || by.lowest.Supersedes(c.Figure)
}
