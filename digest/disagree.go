package digest

import (
	"slices"

	"newsbot/digest/figure"
)

// Disagreement is a number that the sources of a story give differently.
type Disagreement struct {
	What    string // "killed"
	Figures []Figure
}

// Figure is a number as a source gives it: the text of its point from Start to
// End, which are bytes into it.
type Figure struct {
	StoryPoint
	Start, End int
	Value      float64
	Bound      figure.Bound
	Others     []StoryPoint // of other sources that give the same number, but for copies of one text
}

// Points returns the points that give the figure, the first one first.
func (f Figure) Points() []StoryPoint { return append([]StoryPoint{f.StoryPoint}, f.Others...) }

// Number returns the figure as it stands in its point.
func (f Figure) Number() string { return f.Text[f.Start:f.End] }

// disagreements returns on what the sources of a story disagree. Its articles
// are in order of time, and the last number that a source gives counts, unless it is
// out of date by now or a part of another.
func (t teller) disagreements(articles []Brief) []Disagreement {
	given := make(map[string]claims) // by what they are about
	var order []string
	for _, c := range wholes(t.figuresOf(articles)) {
		if c.withdrawn {
			continue
		}
		if given[c.What] == nil {
			order = append(order, c.What)
		}
		given[c.What] = append(given[c.What], c)
	}
	titled := t.titled(articles)
	var out []Disagreement
	for _, what := range order {
		if figures := differing(given[what].lastOfEach().current(about(titled, what))); len(figures) > 1 {
			out = append(out, Disagreement{what, figures})
		}
	}
	return out
}

// lastOfEach returns of each source the last claim.
func (all claims) lastOfEach() claims {
	var last claims
	had := make(map[string]bool)
	for _, c := range slices.Backward(all) {
		if !had[c.point.Source] {
			had[c.point.Source] = true
			last = append(last, c)
		}
	}
	slices.Reverse(last)
	return last
}

// differing returns the figures of those claims that another one contradicts. Of those
// of which one implies another, the more exact one stands for both, of equal ones the
// earlier, with the others beside it.
func differing(claims []claim) []Figure {
	claims = slices.DeleteFunc(slices.Clone(claims), func(c claim) bool {
		return !slices.ContainsFunc(claims, func(d claim) bool { return figure.Differ(c.Figure, d.Figure) })
	})
	var figures []Figure
	for i, c := range claims {
		earlier := func(d claim) bool { return d.Implies(c.Figure) }
		stricter := func(d claim) bool { return d.Implies(c.Figure) && !c.Implies(d.Figure) }
		if !slices.ContainsFunc(claims[:i], earlier) && !slices.ContainsFunc(claims, stricter) {
			figures = append(figures, Figure{c.point, c.Figure.Start, c.Figure.End, c.Value, c.Bound, c.alsoIn(claims[i+1:])})
		}
	}
	return figures
}

// alsoIn returns the points of those of other claims that say the same in their own words.
func (c claim) alsoIn(others []claim) (points []StoryPoint) {
	for _, d := range others {
		if d.Implies(c.Figure) && c.Implies(d.Figure) && d.point.Text != c.point.Text {
			points = append(points, d.point)
		}
	}
	return points
}

// amount is a number of what is counted.
type amount struct {
	what  string
	value float64
}

// wholes returns the figures of points but for those that are parts of a sum: an article that
// tells of 19 dead, five of them in one state, and another's 14 in the next.
func wholes(figures [][]claim) []claim {
	all := slices.Concat(figures...)
	told := make(map[amount]bool, len(all))
	of := make(map[string][]claim) // by article
	for _, c := range all {
		told[amount{c.What, c.Value}] = true
		of[c.point.Article] = append(of[c.point.Article], c)
	}
	parts := make(map[amount]bool)
	for _, claims := range of {
		for _, sum := range claims {
			for _, part := range claims {
				one, rest := amount{part.What, part.Value}, amount{sum.What, sum.Value - part.Value}
				if part.What == sum.What && told[rest] {
					parts[one], parts[rest] = true, true
				}
			}
		}
	}
	return slices.DeleteFunc(all, func(c claim) bool { return parts[amount{c.What, c.Value}] })
}
