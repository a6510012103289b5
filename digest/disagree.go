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
}

// Number returns the figure as it stands in its point.
func (f Figure) Number() string { return f.Text[f.Start:f.End] }

// claim is the figure that one source gives last.
type claim struct {
	figure.Figure
	point StoryPoint
}

// disagreements returns on what the sources of a story disagree. Its articles
// are in order of time, and the last number that a source gives counts.
func disagreements(articles []Brief) []Disagreement {
	claims := make(map[string][]claim) // of each source the last, by what they are about
	var order []string
	for _, a := range articles {
		for _, p := range a.Points {
			for _, f := range figure.Find(p.Text) {
				if claims[f.What] == nil {
					order = append(order, f.What)
				}
				next := claim{f, StoryPoint{p, a.PublicID(), a.URL, a.Outlet()}}
				claims[f.What] = append(slices.DeleteFunc(claims[f.What], func(c claim) bool {
					return c.point.Source == next.point.Source
				}), next)
			}
		}
	}
	var out []Disagreement
	for _, what := range order {
		if figures := differing(claims[what]); len(figures) > 1 {
			out = append(out, Disagreement{what, figures})
		}
	}
	return out
}

// differing returns the figures of claims, each that says the same as an
// earlier one left out.
func differing(claims []claim) []Figure {
	var distinct []claim
	for _, c := range claims {
		if !slices.ContainsFunc(distinct, func(d claim) bool { return !figure.Differ(c.Figure, d.Figure) }) {
			distinct = append(distinct, c)
		}
	}
	figures := make([]Figure, len(distinct))
	for i, c := range distinct {
		figures[i] = Figure{c.point, c.Figure.Start, c.Figure.End}
	}
	return figures
}
