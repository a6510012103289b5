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
	if len(d.Entities) > 0 {
		p.heading("Names in the news")
		p.names(d.Entities)
	}
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
	p.paragraph("", run{text: Edition(d), style: strong})
	p.paragraph("", run{text: Context(d), style: dim})
	if window := Window(d); window != "" {
		p.paragraph("", run{text: window, style: dim})
	}
	p.paragraph("", run{text: strings.Repeat("─", p.Width), style: dim})
	if len(d.Stories) == 0 {
		p.WriteByte('\n')
		p.paragraph("", run{text: "No stories in this window."})
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
	if len(s.Articles) == 1 {
		p.source(margin, 1, s.Articles[0], When(s.To, p.Now, d.Zone))
		return
	}
	p.paragraph(margin, run{text: meta(s, p.Now, d), style: dim})
	p.sources(margin, s, cites)
}

// point writes a key point; its mark stays on the line of the last word.
func (p *printer) point(margin string, point digest.StoryPoint, cite int) {
	runs := []run{{text: Inert(point.Text)}}
	if cite > 0 {
		runs = append(runs, run{fmt.Sprintf("%s[%d]", joined, cite), accent, Link(point.URL)})
	}
	p.paragraph(margin+"• ", runs...)
}

// sources lists the story's articles by number: those that points were taken
// from, and others as long as the list is short.
func (p *printer) sources(margin string, s digest.Story, cites map[string]int) {
	cited := make(map[int]bool)
	for _, point := range s.Points {
		cited[cites[point.Article]] = true
	}
	spare, left := shownSources-len(cited), 0
	for i, a := range s.Articles {
		switch {
		case cited[i+1]:
		case spare > 0:
			spare--
		default:
			left++
			continue
		}
		p.source(margin, i+1, a, "")
	}
	if left > 0 {
		p.paragraph(margin, run{text: "and " + Plural(left, "more article", "more articles"), style: dim})
	}
}

// source writes an article's number, outlet and address, and the time where it
// is not told elsewhere.
func (p *printer) source(margin string, n int, a digest.Brief, when string) {
	mark := fmt.Sprintf("[%d] ", n)
	link := Link(a.URL)
	name := run{SourceName(a), dim, link}
	if when != "" {
		name.text += " · " + when
	}
	if used := uniseg.StringWidth(margin + mark + name.text); used+2+len(link) <= p.Width && link != "" {
		p.paragraph(margin+mark, name, run{"  " + link, dim, link})
		return
	}
	p.paragraph(margin+mark, name)
	if link != "" {
		p.WriteString(margin + strings.Repeat(" ", len(mark)))
		p.run(run{link, dim, link})
		p.WriteByte('\n')
	}
}

// also lists stories in a line each.
func (p *printer) also(stories []digest.Story) {
	if len(stories) == 0 {
		return
	}
	p.heading("Also")
	for _, s := range stories[:min(alsoStories, len(stories))] {
		p.brief(s)
	}
	if n := len(stories) - alsoStories; n > 0 {
		p.paragraph("", run{text: "and " + Plural(n, "more story", "more stories"), style: dim})
	}
}

// brief writes a story in one line, its headline cut where it is too long.
func (p *printer) brief(s digest.Story) {
	tail := "  " + Shorten(voices(s), p.Width/3)
	room := p.Width - len("• ") - uniseg.StringWidth(tail)
	p.paragraph("• ", run{text: fit(Headline(s), room), link: Link(s.URL)}, run{text: tail, style: dim})
}

// fit cuts s to a number of columns, with an ellipsis where it cut.
func fit(s string, columns int) string {
	if uniseg.StringWidth(s) <= columns {
		return s
	}
	n, _ := head(s, columns-1)
	return strings.TrimRight(s[:n], " ") + "…"
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
		runs = append(runs, run{text: unbroken(Shorten(e.Name, 60))}, run{text: joined + Number(e.Count), style: dim})
	}
	if n := len(g.Entities) - shownNames; n > 0 {
		runs = append(runs, run{text: " · +" + Number(n) + joined + "more", style: dim})
	}
	p.paragraph(label, runs...)
}

// unbroken keeps a short name on one line.
func unbroken(name string) string {
	if len(name) > 30 {
		return name
	}
	return strings.ReplaceAll(name, " ", joined)
}
