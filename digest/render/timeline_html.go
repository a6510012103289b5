package render

import (
	"time"

	"newsbot/digest"
	"newsbot/digest/dom"
)

// foldedFrom is how many reports a list of a timeline may have before it folds
// into its parts, all but the last closed.
const foldedFrom = 40

// periodsHTML divides reports by the first layout, and long periods by the next.
func periodsHTML(reports []report, zone *time.Location, layout string, next ...string) []*dom.Node {
	var out []*dom.Node
	all := periods(reports, layout, zone)
	for i, p := range all {
		var parts []*dom.Node
		if len(p.reports) > foldedFrom && len(next) > 0 {
			parts = periodsHTML(p.reports, zone, next[0], next[1:]...)
		} else {
			parts = append(parts, dom.Block("ol", dom.At{"class", "timeline"},
				each(p.reports, func(r report) *dom.Node { return reportHTML(r, zone) })...))
		}
		if len(reports) > foldedFrom {
			summary := dom.Line("summary", nil, dom.Text(p.label), span("count", Plural(p.articles(), "article", "articles")))
			parts = append([]*dom.Node{summary}, parts...)
			out = append(out, dom.Block("details", dom.At{"class", "period", "open", dom.Flag("open", i == len(all)-1)}, parts...))
		} else {
			out = append(append(out, dom.El("h3", nil, dom.Text(p.label))), parts...)
		}
	}
	return out
}

func reportHTML(r report, zone *time.Location) *dom.Node {
	return dom.Block("li", nil,
		timeHTML(r.Time(), clock(r.Brief, zone)),
		dom.Block("div", nil,
			anchorOr("span", r.URL, dom.At{"dir", "auto"}, Title(r.Brief)),
			dom.El("br", nil),
			dom.El("bdi", dom.At{"class", "outlet"}, dom.Text(sourceOf(r.Brief))),
			span("soft", undated(r.Brief)),
			copiesHTML(r.copies, zone)))
}

// copiesHTML folds the copies of a report, nil where it has none.
func copiesHTML(copies []digest.Brief, zone *time.Location) *dom.Node {
	if len(copies) == 0 {
		return nil
	}
	return dom.Block("details", dom.At{"class", "copies"},
		dom.El("summary", nil, dom.Text("The same text in "+Plural(len(copies), "more article", "more articles"))),
		dom.Block("ul", nil, each(copies, func(c digest.Brief) *dom.Node {
			return dom.Line("li", nil, anchorOr("bdi", c.URL, dom.At{"dir", "auto"}, sourceOf(c)), timeHTML(c.Time(), stamp(c, zone)))
		})...))
}

// timeHTML returns a time as it is to be read, nil where it is not known.
func timeHTML(t time.Time, shown string) *dom.Node {
	if known(t) == nil {
		return nil
	}
	return dom.El("time", dom.At{"datetime", t.UTC().Format(time.RFC3339)}, dom.Text(shown))
}
