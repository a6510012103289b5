package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/rivo/uniseg"

	"newsbot/digest"
)

// How much of a digest a terminal shows; JSON has all of it.
const (
	topStories   = 7  // with their points
	alsoStories  = 30 // in a line each
	fewMore      = 3  // that are not worth a line that hides them
	shownSources = 5  // articles under a story, unless points cite more
	shownNames   = 12 // entities of a type
)

// Text writes the digest for a terminal: the top stories with their points,
// each with the number of the source it was taken from, the others in a line
// each, then the entities by type.
func Text(w io.Writer, d digest.Digest, o TextOptions) error {
	p := newPrinter(o)
	p.masthead(d)
	top := d.Stories[:min(topStories, len(d.Stories))]
	for i, s := range top {
		p.story(i+1, s, d)
	}
	p.also(d.Stories[len(top):])
	p.namesUnder("Names in the news", d.Entities)
	p.footnote(Reader{}.Foreign(d.Foreign, "article", "articles"))
	return p.writeTo(w, "digest")
}

// writeTo writes what was laid out.
func (p *printer) writeTo(w io.Writer, what string) error {
	if _, err := w.Write(p.Bytes()); err != nil {
		return fmt.Errorf("write %s: %w", what, err)
	}
	return nil
}

func (p *printer) masthead(d digest.Digest) {
	p.paragraph("", run{text: Edition(d.Edition), style: strong})
	p.paragraph("", run{text: contextLine(d), style: dim})
	if w := window(d); w != "" {
		p.paragraph("", run{text: w, style: dim})
	}
	p.paragraph("", run{text: strings.Repeat("─", p.Width), style: dim})
	if len(d.Stories) == 0 {
		p.WriteByte('\n')
		p.paragraph("", run{text: noStories(d)})
	}
}

func (p *printer) story(n int, s digest.Story, d digest.Digest) {
	p.WriteByte('\n')
	indent := fmt.Sprintf("%2d  ", n)
	p.paragraph(indent, run{Headline(s), bold, Link(s.URL)})
	cites := citations(s)
	margin := strings.Repeat(" ", len(indent))
	for _, point := range s.Points {
		p.point(margin, point, cites[point.Article])
	}
	for _, dis := range s.Disagreements {
		p.disagreement(margin, dis, cites)
	}
	if len(s.Articles) == 1 && s.Articles[0].Outlet() != "" {
		p.source(margin, 1, s.Articles[0], trail(dim, dated(s.To, p.Now, d.Zone)), trail(accent, Mark(s)))
		return
	}
	p.paragraph(margin, run{text: meta(s, p.Now, d.Zone), style: dim}, trail(accent, Mark(s)))
	if len(s.Articles) > 1 {
		p.sources(margin, s, cites)
	}
}

// trail is what follows in a line behind a dot, nothing for "".
func trail(style, s string) run {
	if s == "" {
		return run{}
	}
	return run{text: " · " + s, style: style}
}

// points writes key points under their heading, if there are any.
func (p *printer) points(points []digest.StoryPoint, cites map[string]int) {
	if len(points) > 0 {
		p.heading("Key points")
	}
	for _, point := range points {
		p.point("", point, cites[point.Article])
	}
}

// point writes a key point; its mark stays on the line of the last word.
func (p *printer) point(margin string, point digest.StoryPoint, cite int) {
	p.paragraph(margin+"• ", run{text: Point(point.KeyPoint)}, introduced(point.KeyPoint), citation(cite, point.URL))
}

// introduced tells who those are whom a point names by a surname alone.
func introduced(p digest.KeyPoint) run {
	if who := Introductions(p); who != "" {
		return run{text: " " + who, style: dim}
	}
	return run{}
}

// citation is the mark of an article's number, nothing for 0.
func citation(cite int, address string) run {
	if cite == 0 {
		return run{}
	}
	return run{fmt.Sprintf("%s[%d]", joined, cite), accent, Link(address)}
}

// disagreement writes the numbers that sources give differently side by side.
func (p *printer) disagreement(margin string, d digest.Disagreement, cites map[string]int) {
	runs := []run{{text: Differ(d) + ": "}}
	for i, f := range d.Figures {
		if i > 0 {
			runs = append(runs, run{text: " · ", style: dim})
		}
		runs = append(runs, run{Inert(f.Number()), bold, Link(f.URL)}, run{text: " (" + givenBy(f) + ")", style: dim})
		for _, point := range f.Points() {
			runs = append(runs, citation(cites[point.Article], point.URL))
		}
	}
	p.paragraph(margin+"≠ ", runs...)
}

// givenBy names the sources that give a figure.
func givenBy(f digest.Figure) string {
	return strings.Join(each(f.Points(), func(p digest.StoryPoint) string { return sourceName(p.Source) }), ", ")
}

// sources lists the story's articles by number: those that points were taken
// from, and others as long as the list is short.
func (p *printer) sources(margin string, s digest.Story, cites map[string]int) {
	needed := cited(s, s.Points, cites)
	spare, left := shownSources-len(needed), 0
	for i, a := range s.Articles {
		switch {
		case needed[i+1]:
		case spare > 0:
			spare--
		default:
			left++
			continue
		}
		if a.Outlet() == "" {
			a.Source = a.Title // tells articles apart
		}
		p.source(margin, i+1, a)
	}
	p.rest(margin, left, "more article", "more articles")
}

// cited returns the numbers of the articles that points and disagreements of a
// story were taken from.
func cited(s digest.Story, points []digest.StoryPoint, cites map[string]int) map[int]bool {
	out := make(map[int]bool)
	for _, p := range points {
		out[cites[p.Article]] = true
	}
	for _, d := range s.Disagreements {
		for _, f := range d.Figures {
			for _, p := range f.Points() {
				out[cites[p.Article]] = true
			}
		}
	}
	return out
}

// source writes an article's number, its outlet, what else is to stand behind
// that, and its address.
func (p *printer) source(margin string, n int, a digest.Brief, behind ...run) {
	mark := fmt.Sprintf("[%d] ", n)
	link := Link(a.URL)
	runs := append([]run{{sourceOf(a), dim, link}}, behind...)
	used := uniseg.StringWidth(margin + mark)
	for _, r := range runs {
		used += uniseg.StringWidth(r.text)
	}
	if used+2+len(link) <= p.Width && link != "" {
		p.paragraph(margin+mark, append(runs, run{"  " + link, dim, link})...)
		return
	}
	p.paragraph(margin+mark, runs...)
	if link != "" {
		p.WriteString(margin + strings.Repeat(" ", len(mark)))
		p.run(run{link, dim, link})
		p.WriteByte('\n')
	}
}

// also lists stories by their headlines.
func (p *printer) also(stories []digest.Story) {
	if len(stories) == 0 {
		return
	}
	p.heading("Also")
	shown := shownOf(len(stories))
	for _, s := range stories[:shown] {
		p.brief(s)
	}
	p.rest("", len(stories)-shown, "more story", "more stories")
}

// rest counts what a list leaves out, if there is any.
func (p *printer) rest(margin string, n int, one, many string) {
	if n > 0 {
		p.paragraph(margin, run{text: "and " + Plural(n, one, many), style: dim})
	}
}

// footnote writes what is to be known of the text above, if there is any.
func (p *printer) footnote(s string) {
	if s != "" {
		p.WriteByte('\n')
		p.paragraph("", run{text: s, style: dim})
	}
}

// shownOf returns how many of some stories or articles are listed in a line each.
func shownOf(n int) int {
	if n <= alsoStories+fewMore {
		return n
	}
	return alsoStories
}

// brief writes a story's headline, who tells it and since when.
func (p *printer) brief(s digest.Story) {
	tail := ""
	if by := voices(s, p.Width/3); by != "" {
		tail = "  " + unbroken(by)
	}
	mark := briefMark(s)
	if mark != "" {
		mark = joined + "·" + joined + unbroken(mark)
	}
	p.paragraph("• ", run{text: Headline(s), link: Link(s.URL)}, run{text: tail, style: dim}, run{text: mark, style: accent})
}

// namesUnder lists entities as names does, under a heading, if there are any.
func (p *printer) namesUnder(heading string, entities []digest.EntityCount) {
	if len(entities) > 0 {
		p.heading(heading)
		p.names(entities)
	}
}

// names lists entities with their counts, a paragraph a type.
func (p *printer) names(entities []digest.EntityCount) {
	groups := ByType(entities)
	widest := 0
	for _, g := range groups {
		widest = max(widest, len(g.Label))
	}
	for _, g := range groups {
		p.nameGroup(pad(g.Label, widest+2), g)
	}
}

func (p *printer) nameGroup(label string, g TypeGroup) {
	var runs []run
	for i, e := range g.Entities[:min(shownNames, len(g.Entities))] {
		if i > 0 {
			runs = append(runs, run{text: " · ", style: dim})
		}
		runs = append(runs, run{text: unbroken(Shorten(e.Name, 60))}, run{text: joined + number(e.Count), style: dim})
		if mark := TrendMark(e.Trend); mark != "" {
			runs = append(runs, run{text: joined + mark, style: accent})
		}
	}
	if n := len(g.Entities) - shownNames; n > 0 {
		runs = append(runs, run{text: " · +" + number(n) + joined + "more", style: dim})
	}
	p.paragraph(label, runs...)
}

// unbroken keeps a short name on one line: no line ends at its blanks, nor behind the colon
// of "NXE:3800E".
func unbroken(name string) string {
	if len(name) > 30 {
		return name
	}
	var b strings.Builder
	for state := -1; name != ""; {
		var part string
		part, name, _, state = uniseg.FirstLineSegmentInString(name, state)
		b.WriteString(strings.ReplaceAll(part, " ", joined))
		if name != "" {
			b.WriteString(joiner)
		}
	}
	return b.String()
}
