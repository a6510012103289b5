package render

import (
	"cmp"
	_ "embed"
	"io"
	"time"

	"newsbot/digest"
	"newsbot/digest/dom"
)

//go:embed page.css
var pageCSS string

// StoryHTML writes all of one story as a page: its points, the articles by local day
// and hour in zone, its names and its sources. It is written at now: dates of its year go
// without the year.
func StoryHTML(w io.Writer, s digest.Story, zone *time.Location, now time.Time) error {
	return WritePage(w, Headline(s), pageCSS,
		dom.El("a", dom.At{"class", "skip", "href", "#points"}, dom.Text("Skip to the key points")),
		masthead(s, zone, now),
		dom.Block("main", nil,
			section("points", "told", "Key points", pointsHTML(s)...),
			section("timeline", "", "Timeline", periodsHTML(reports(s), zone, dayLayout, hourLayout)...),
			namesHTML(s.Entities),
			section("sources", "", "Sources", sourcesHTML(s)...)))
}

func masthead(s digest.Story, zone *time.Location, now time.Time) *dom.Node {
	return dom.Block("header", dom.At{"class", "masthead"},
		dom.El("p", dom.At{"class", "date"}, dom.Text(cmp.Or(days(s, zone), "\u00a0"))),
		dom.El("h1", dom.At{"class", "headline"}, anchorOr("span", s.URL, dom.At{"dir", "auto"}, Headline(s))),
		dom.Line("p", dom.At{"class", "context"}, dom.Text(lifetime(s, now, zone)), span("fresh", Mark(s))),
		dom.El("nav", dom.At{"aria-label", "Sections"}, contents(s)))
}

// days names the local day of a story, or its first and last.
func days(s digest.Story, zone *time.Location) string {
	first, last := date(s.From, zone), date(s.To, zone)
	if first == last || first == "" {
		return last
	}
	return first + " – " + last
}

// contents leads to the sections of the page.
func contents(s digest.Story) *dom.Node {
	to := func(id, label string) *dom.Node {
		return dom.El("li", nil, dom.El("a", dom.At{"href", "#" + id}, dom.Text(label)))
	}
	var names *dom.Node
	if len(s.Entities) > 0 {
		names = to("names", "Names")
	}
	return dom.Block("ul", nil, to("points", "Key points"), to("timeline", "Timeline"), names, to("sources", "Sources"))
}

// section returns a part of the page under a heading that has an ID.
func section(id, class, heading string, content ...*dom.Node) *dom.Node {
	h2 := dom.El("h2", dom.At{"id", id}, dom.Text(heading))
	return dom.Block("section", dom.At{"class", class, "aria-labelledby", id}, append([]*dom.Node{h2}, content...)...)
}

// pointsHTML is what sources say of a story, together and apart.
func pointsHTML(s digest.Story) []*dom.Node {
	list := dom.El("p", dom.At{"class", "none"}, dom.Text("None were found."))
	if len(s.Details) > 0 {
		cites := citations(s)
		list = dom.Block("ul", dom.At{"class", "points"},
			each(s.Details, func(p digest.StoryPoint) *dom.Node { return pointHTML(p, s, cites) })...)
	}
	return append([]*dom.Node{list}, each(s.Disagreements, differenceHTML)...)
}

func pointHTML(p digest.StoryPoint, s digest.Story, cites map[string]int) *dom.Node {
	var source *dom.Node
	if n := cites[p.Article]; n > 0 {
		source = anchorOr("span", p.URL, dom.At{"class", "mark"}, sourceOf(s.Articles[n-1]))
	}
	words := dom.Line("span", dom.At{"dir", "auto"}, dom.Text(Point(p.KeyPoint)), span("soft", Introductions(p.KeyPoint)))
	return dom.Line("li", nil, words, source)
}

func differenceHTML(d digest.Disagreement) *dom.Node {
	words := []*dom.Node{dom.Text(Differ(d) + ":")}
	for i, f := range d.Figures {
		if i > 0 {
			words = append(words, dom.Text("·"))
		}
		words = append(words, anchorOr("b", f.URL, nil, Inert(f.Number())), givenByHTML(f))
	}
	return dom.Line("p", dom.At{"class", "differ"}, words...)
}

// givenByHTML names the sources that give a figure.
func givenByHTML(f digest.Figure) *dom.Node {
	var names []*dom.Node
	for i, p := range f.Points() {
		before := ", "
		if i == 0 {
			before = "("
		}
		names = append(names, dom.Text(before), dom.El("bdi", nil, dom.Text(sourceName(p.Source))))
	}
	return dom.El("span", dom.At{"class", "soft"}, append(names, dom.Text(")"))...)
}

// pageNames is how many entities of a type a page shows.
const pageNames = 30

// namesHTML is the section of a story's names by type, nil where it has none.
func namesHTML(entities []digest.EntityCount) *dom.Node {
	if len(entities) == 0 {
		return nil
	}
	types := each(ByType(entities), func(g TypeGroup) *dom.Node {
		tags := each(g.Entities[:min(pageNames, len(g.Entities))], nameTag)
		if more := len(g.Entities) - pageNames; more > 0 {
			tags = append(tags, tag("+"+number(more)+" more", nil))
		}
		return dom.Block("div", dom.At{"class", "type"},
			dom.El("h3", nil, dom.Text(g.Label)), dom.Block("ul", dom.At{"class", "tags"}, tags...))
	})
	return section("names", "", "Names in it", dom.Block("div", dom.At{"class", "names"}, types...))
}

func nameTag(e digest.EntityCount) *dom.Node {
	return tag(Shorten(e.Name, 60), countOf("named in ", e.Count))
}

// countOf is how many articles there are, and for those who do not see it what that is of.
func countOf(what string, n int) *dom.Node {
	unit := " articles"
	if n == 1 {
		unit = " article"
	}
	return dom.El("span", dom.At{"class", "count"}, span("hidden", what), dom.Text(number(n)), span("hidden", unit))
}

// tag is a name in a list, with what its count is of for those who do not see it.
func tag(name string, count *dom.Node) *dom.Node {
	return dom.Line("li", nil, dom.El("bdi", nil, dom.Text(name)), count)
}

// sourcesHTML lists the sources of a story, those with the text of others alone by
// themselves.
func sourcesHTML(s digest.Story) []*dom.Node {
	list := func(outlets []outlet) *dom.Node {
		return dom.Block("ul", dom.At{"class", "tags"}, each(outlets, outletTag)...)
	}
	voices, copiers := outlets(s)
	out := []*dom.Node{list(voices)}
	if len(copiers) > 0 {
		out = append(out, dom.El("p", dom.At{"class", "none"}, dom.Text(copyOnly+":")), list(copiers))
	}
	return out
}

func outletTag(o outlet) *dom.Node { return tag(o.name, countOf("", o.articles)) }
