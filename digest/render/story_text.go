package render

import (
	"io"
	"slices"
	"strings"
	"time"

	"newsbot/digest"
)

// How much of a story's timeline a terminal shows besides the articles that
// points were taken from.
const (
	firstReports = 10
	lastReports  = 30
	shownCopies  = 3 // of a text
)

// StoryText writes all of one story for a terminal: its points, the articles by
// local day and hour in zone, its names and its sources.
func StoryText(w io.Writer, s digest.Story, zone *time.Location, o TextOptions) error {
	p := newPrinter(o)
	p.paragraph("", run{Headline(s), strong, Link(s.URL)})
	p.paragraph("", run{text: lifetime(s, p.Now, zone), style: dim}, trail(accent, Mark(s)))
	all := reports(s)
	cites := order(all)
	p.points(s.Details, cites)
	for _, d := range s.Disagreements {
		p.disagreement("", d, cites)
	}
	p.heading("Timeline")
	t := timeline{p, zone, cites, cited(s, s.Details, cites)}
	t.write(all)
	p.namesUnder("Names in it", s.Entities)
	p.outlets(s)
	return p.writeTo(w, "story")
}

// timeline writes reports for a terminal.
type timeline struct {
	*printer
	zone   *time.Location
	cites  map[string]int // numbers of articles
	needed map[int]bool   // those that must be shown
}

// write writes the first and the last reports and those that are needed, and
// counts the articles in between.
func (t timeline) write(reports []report) {
	left, day := 0, ""
	for i, r := range reports {
		if i >= firstReports && i < len(reports)-lastReports && !t.needs(r) {
			left += r.articles()
			continue
		}
		t.more("", left)
		left = 0
		if label := r.label(dayLayout, t.zone); label != day {
			if day != "" {
				t.WriteByte('\n')
			}
			day = label
			t.paragraph("", run{text: day, style: bold})
		}
		t.report(r)
	}
}

// more counts the articles that are left out.
func (t timeline) more(margin string, left int) {
	if left > 0 {
		t.paragraph(margin, run{text: "… " + Plural(left, "more article", "more articles"), style: dim})
	}
}

func (t timeline) needs(r report) bool {
	return t.needed[t.cites[r.PublicID()]] ||
		slices.ContainsFunc(r.copies, func(c digest.Brief) bool { return t.needed[t.cites[c.PublicID()]] })
}

// report writes an article's hour, title and source, and who else printed it.
func (t timeline) report(r report) {
	hour := pad(clock(r.Brief, t.zone), len("15:04  "))
	margin := strings.Repeat(" ", len(hour))
	t.paragraph(hour, run{Title(r.Brief), "", Link(r.URL)})
	t.source(margin, t.cites[r.PublicID()], r.Brief, trail(dim, undated(r.Brief)))
	left := 0
	for i, c := range r.copies {
		if n := t.cites[c.PublicID()]; i < shownCopies || t.needed[n] {
			t.source(margin, n, c, trail(dim, copied(c, t.zone)))
		} else {
			left++
		}
	}
	t.more(margin, left)
}

// outlets lists the sources of a story with the number of their articles.
func (p *printer) outlets(s digest.Story) {
	voices, copiers := outlets(s)
	p.heading("Sources")
	p.counted("", voices)
	p.counted(copyOnly+": ", copiers)
}

// counted writes sources with the number of their articles on one line.
func (p *printer) counted(label string, list []outlet) {
	if len(list) == 0 {
		return
	}
	runs := []run{{text: label, style: dim}}
	for i, o := range list {
		if i > 0 {
			runs = append(runs, run{text: " · ", style: dim})
		}
		runs = append(runs, run{text: unbroken(o.name)}, run{text: joined + number(o.articles), style: dim})
	}
	p.paragraph("", runs...)
}

// order numbers the articles of a timeline by their PublicID, from 1.
func order(reports []report) map[string]int {
	cites := make(map[string]int)
	number := func(a digest.Brief) {
		if id := a.PublicID(); cites[id] == 0 {
			cites[id] = len(cites) + 1
		}
	}
	for _, r := range reports {
		number(r.Brief)
		for _, c := range r.copies {
			number(c)
		}
	}
	return cites
}
