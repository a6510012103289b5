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

	withdrawn bool // it is taken back since
}

// claims returns the figures in a point of an article, or in what stands like one. Those of a notice may be the wrong ones.
func (t teller) claims(b Brief, p KeyPoint) []claim {
	if b.isNotice() {
		return nil
	}
	var claims []claim
	for _, f := range t.figures.Find(p.Text) {
		if figure.IsSum(f.What) && !b.leadsWith(p, f) {
			continue
		}
		claims = append(claims, claim{Figure: f, point: StoryPoint{p, b.PublicID(), b.URL, b.Outlet()}, time: b.Time()})
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
	w := newWithdrawals(articles)
	for _, a := range articles {
		for _, p := range a.Points {
			figures = append(figures, w.mark(a, t.claims(a, p)))
		}
	}
	return figures
}

// figuresOfTitles returns the figures in each of the titles of articles.
func (t teller) figuresOfTitles(articles []Brief) [][]claim {
	w := newWithdrawals(articles)
	figures := make([][]claim, len(articles))
	for i, a := range articles {
		figures[i] = w.mark(a, t.claims(a, KeyPoint{Text: a.Title}))
	}
	return figures
}

// titled returns the figures in the titles of articles.
func (t teller) titled(articles []Brief) []claim {
	return slices.Concat(t.figuresOfTitles(articles)...)
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
// they tell of no dead, of fewer injured, or else of another price or magnitude than is known by now.
func (of course) isOutdated(figures []claim) bool {
	for _, what := range []string{figure.Killed, figure.Injured, figure.Price, figure.Magnitude} {
		if told := about(figures, what); len(told) > 0 {
			return slices.ContainsFunc(told, of.overtakes)
		}
	}
	return false
}

// claims are figures of a story's articles.
type claims []claim

// current returns those that no later one of theirs has overtaken, nor one in a title.
func (all claims) current(titled claims) claims {
	return slices.DeleteFunc(slices.Clone(all), slices.Concat(all, titled).course().overtakes)
}

// deadBy returns how many died by the titles of articles, as far as is known by now.
func (t teller) deadBy(articles []Brief) (n int) {
	all := claims(about(t.titled(articles), figure.Killed))
	for _, c := range all.current(nil) {
		n = max(n, int(c.Value))
	}
	return n
}

// course is how the figures of a story went: for each thing that is counted what was said
// from a time on, the latest time first.
type course map[string][]since

// since is the highest and the lowest figure that is told at a time or later, and the last
// that is said to correct others, if one is.
type since struct {
	time                       time.Time
	highest, lowest, corrected figure.Figure
}

// told returns when a figure counts as told: one that is said to take the place of others
// overtakes them at once.
func (c claim) told() time.Time {
	if c.Change != figure.Unchanged && !c.time.IsZero() {
		return c.time.Add(overtakenAfter)
	}
	return c.time
}

func (all claims) course() course {
	of := make(course)
	standing := slices.DeleteFunc(slices.Clone(all), func(c claim) bool { return c.withdrawn })
	for _, c := range slices.SortedFunc(slices.Values(standing), func(a, b claim) int { return b.told().Compare(a.told()) }) {
		next := since{time: c.told(), highest: c.Figure, lowest: c.Figure}
		if c.Change == figure.Corrected {
			next.corrected = c.Figure
		}
		if told := of[c.What]; len(told) > 0 {
			later := told[len(told)-1]
			next.highest, next.lowest = figure.Highest(later.highest, c.Figure), figure.Lowest(later.lowest, c.Figure)
			if later.corrected.What != "" {
				next.corrected = later.corrected
			}
		}
		of[c.What] = append(of[c.What], next)
	}
	return of
}

// overtakes reports whether a later claim tells what has become of a figure, or any claim another figure than one that
// is withdrawn.
func (of course) overtakes(c claim) bool {
	told, from := of[c.What], c.time.Add(overtakenAfter)
	if c.withdrawn && len(told) > 0 {
		if ever := told[len(told)-1]; figure.Differ(ever.highest, c.Figure) || figure.Differ(ever.lowest, c.Figure) {
			return true
		}
	}
	later := sort.Search(len(told), func(i int) bool { return told[i].time.Before(from) })
	if c.time.IsZero() || later == 0 {
		return false
	}
	by := told[later-1]
	return by.highest.Supersedes(c.Figure) || by.lowest.Supersedes(c.Figure) || by.corrected.Supersedes(c.Figure)
}
