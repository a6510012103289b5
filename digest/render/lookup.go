package render

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"time"

	"newsbot/digest"
)

// LookupText writes the answer to a lookup for a terminal: the dossier of the
// entity that the words name, else the articles that hold them. Times are shown
// in zone.
func LookupText(w io.Writer, l digest.Lookup, zone *time.Location, o TextOptions) error {
	p := newPrinter(o)
	if l.Dossier != nil {
		p.dossier(l, zone)
	} else {
		p.hits(l, zone)
	}
	p.namesUnder("Names like that", l.Choices)
	return p.writeTo(w, "lookup")
}

// dossier writes what is known of an entity, with so many articles as are asked for.
func (p *printer) dossier(l digest.Lookup, zone *time.Location) {
	d := *l.Dossier
	name := d.Entity.Name
	if d.Role != "" {
		name += ", " + d.Role
	}
	p.paragraph("", run{text: Inert(name), style: strong})
	p.paragraph("", run{text: dotted(
		string(d.Entity.Type), strings.TrimSpace(Plural(len(d.Articles), "article", "articles")+" "+l.Among),
		"first "+dated(d.First, p.Now, zone), "last "+dated(d.Last, p.Now, zone),
	), style: dim})
	if len(d.Days) > 1 {
		first, last := d.Days[0].Day, d.Days[len(d.Days)-1].Day
		p.paragraph("", run{Sparkline(d.Days), accent, ""},
			run{text: fmt.Sprintf(" articles a day, %s – %s", Reader{}.Day(first), Reader{}.Day(last)), style: dim})
	}
	cites := make(map[string]int)
	for i, a := range d.Articles {
		cites[a.PublicID()] = i + 1
	}
	p.points(d.Points, cites)
	p.articles(d.Articles, l.Limit, zone)
	p.footnote(Reader{}.ForeignOf(d))
	p.namesUnder("Named with it", d.Related)
}

// articles lists articles by number: title, outlet and time. A limit of 0 is the usual one.
func (p *printer) articles(articles []digest.Brief, limit int, zone *time.Location) {
	p.heading("Articles")
	shown, corrected := min(cmp.Or(limit, shownOf(len(articles))), len(articles)), digest.Corrected(articles)
	for i, a := range articles[:shown] {
		p.hit(i+1, a, corrected(a), zone)
	}
	p.rest("", len(articles)-shown, "more article", "more articles")
}

// hits lists the articles that hold the words of a lookup.
func (p *printer) hits(l digest.Lookup, zone *time.Location) {
	words := "“" + Inert(l.Words) + "”"
	if len(l.Hits) == 0 {
		p.paragraph("", run{text: "Nothing in the stored news is about " + words}, inBrackets(l.Among), run{text: "."})
		return
	}
	head := Plural(l.Total, "article", "articles") + " for " + words
	if l.Total > len(l.Hits) {
		head += fmt.Sprintf(", the first %d", len(l.Hits))
	}
	p.paragraph("", run{text: head, style: strong})
	partial := ""
	if l.Partial {
		partial = Partial
	}
	p.paragraph("", run{text: dotted(Inert(l.Among), partial), style: dim})
	corrected := digest.Corrected(l.Hits)
	for i, a := range l.Hits {
		p.WriteByte('\n')
		p.hit(i+1, a, corrected(a), zone)
		own := a.OwnPoints()
		for _, point := range digest.Introduce(a.Title, own[:min(1, len(own))]) {
			p.paragraph("     • ", run{text: Point(point)}, introduced(point))
		}
	}
}

// Partial is said of articles that were found by some of the words alone.
const Partial = "no article has all of the words; these have the most"

// inBrackets is what stands in brackets behind a text, nothing for "".
func inBrackets(s string) run {
	if s == "" {
		return run{}
	}
	return run{text: " (" + Inert(s) + ")", style: dim}
}

// CorrectedSince is said of an article that its outlet has corrected by another.
const CorrectedSince = "corrected since"

// hit writes an article's number, title, outlet, time, whether it is corrected, and address.
func (p *printer) hit(n int, a digest.Brief, corrected bool, zone *time.Location) {
	mark := fmt.Sprintf("%3d  ", n)
	link := Link(a.URL)
	p.paragraph(mark, run{Title(a), bold, link})
	note := ""
	if corrected {
		note = CorrectedSince
	}
	p.paragraph("     ", run{text: dotted(sourceOf(a), dated(a.Time(), p.Now, zone), note), style: dim})
	if link != "" {
		p.WriteString("     ")
		p.run(run{link, dim, link})
		p.WriteByte('\n')
	}
}

// Sparkline draws counts as bars of eight heights, relative to the highest.
func Sparkline(days []digest.DayCount) string {
	bars := []rune("▁▂▃▄▅▆▇█")
	most := 1
	for _, d := range days {
		most = max(most, d.Count)
	}
	var b strings.Builder
	for _, d := range days {
		b.WriteRune(bars[d.Count*(len(bars)-1)/most])
	}
	return b.String()
}
