package digest

import (
	"slices"
	"time"

	"newsbot/digest/figure"
)

// claim is a figure that an article gives.
type claim struct {
	figure.Figure
	point StoryPoint
	time  time.Time // zero where unknown
}

// claims returns the figures in a point of the article, or in what stands like one.
func (b Brief) claims(p KeyPoint) []claim {
	var claims []claim
	for _, f := range figure.Find(p.Text) {
		claims = append(claims, claim{f, StoryPoint{p, b.PublicID(), b.URL, b.Outlet()}, b.Time()})
	}
	return claims
}

// overtakenAfter is how much later a number must be told to be what has become of an
// earlier one. Tolls of an event are told anew within hours.
const overtakenAfter = 3 * time.Hour

// isOvertakenBy reports whether a later claim tells what has become of this one.
func (c claim) isOvertakenBy(later claim) bool {
	return !c.time.IsZero() && later.time.Sub(c.time) >= overtakenAfter && later.Supersedes(c.Figure)
}

// figuresOf returns the figures in each of the points of articles, in their order.
func figuresOf(articles []Brief) (figures [][]claim) {
	for _, a := range articles {
		for _, p := range a.Points {
			figures = append(figures, a.claims(p))
		}
	}
	return figures
}

// dead returns those of some figures that tell how many died.
func dead(figures []claim) (of []claim) {
	for _, c := range figures {
		if c.What == figure.Killed {
			of = append(of, c)
		}
	}
	return of
}

// claims are figures of a story's articles.
type claims []claim

// overtake reports whether one of them tells what has become of a figure since.
func (all claims) overtake(c claim) bool { return slices.ContainsFunc(all, c.isOvertakenBy) }

// current returns those that no later one has overtaken.
func (all claims) current() claims { return slices.DeleteFunc(slices.Clone(all), all.overtake) }

// deadBy returns how many died by the titles of articles, as far as is known by now.
func deadBy(articles []Brief) (n int) {
	var all claims
	for _, a := range articles {
		all = append(all, dead(a.claims(KeyPoint{Text: a.Title}))...)
	}
	for _, c := range all.current() {
		n = max(n, int(c.Value))
	}
	return n
}
