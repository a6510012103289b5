package render

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"github.com/rivo/uniseg"
)

// TextOptions says how texts for a terminal look.
type TextOptions struct {
	Width int       // of the terminal in columns; 0 is 80, the least is 20
	Color bool      // use ANSI colours and OSC 8 hyperlinks
	Now   time.Time // when it is written: dates of its year go without the year
}

// The styles of a run: SGR parameters.
const (
	bold   = "1"
	dim    = "2"
	accent = "36"
	strong = "1;36"
)

// joined is a blank at which no line ends; it is written as a plain one. At a joiner no line
// ends either; it is not written.
const (
	joined = "\u00a0"
	joiner = "\u2060"
)

var written = strings.NewReplacer(joined, " ", joiner, "")

// run is a piece of a line with one look.
type run struct {
	text  string // inert
	style string
	link  string // "" or what Link returned
}

// printer lays texts out in lines. No line is wider than width, but for an
// address, which is never broken.
type printer struct {
	bytes.Buffer
	TextOptions
}

func newPrinter(o TextOptions) *printer {
	switch {
	case o.Width == 0:
		o.Width = 80
	case o.Width < 20:
		o.Width = 20
	}
	return &printer{TextOptions: o}
}

// heading writes a title with a rule to the right margin.
func (p *printer) heading(s string) {
	p.WriteByte('\n')
	p.paragraph("", run{text: s, style: strong})
	p.WriteByte('\n')
}

// paragraph writes the runs as one text: indent before its first line, as many
// blanks before the others. No line begins with the dot between two things.
func (p *printer) paragraph(indent string, runs ...run) {
	var all strings.Builder
	runs = slices.Clone(runs)
	for i := range runs {
		runs[i].text = strings.ReplaceAll(runs[i].text, " · ", joined+"· ")
		all.WriteString(runs[i].text)
	}
	if all.Len() == 0 {
		return
	}
	margin := uniseg.StringWidth(indent)
	for i, l := range wrap(all.String(), p.Width-margin) {
		if i > 0 {
			indent = strings.Repeat(" ", margin)
		}
		p.WriteString(indent)
		p.part(runs, l.start, l.end)
		p.WriteByte('\n')
	}
}

// part writes the bytes from start to end of the joined runs.
func (p *printer) part(runs []run, start, end int) {
	at := 0
	for _, r := range runs {
		from, to := max(start-at, 0), min(end-at, len(r.text))
		if from < to {
			p.run(run{r.text[from:to], r.style, r.link})
		}
		at += len(r.text)
	}
}

func (p *printer) run(r run) {
	r.text = written.Replace(r.text)
	if !p.Color {
		p.WriteString(r.text)
		return
	}
	if r.link != "" {
		p.WriteString("\x1b]8;;" + r.link + "\x1b\\")
	}
	if r.style != "" {
		p.WriteString("\x1b[" + r.style + "m")
	}
	p.WriteString(r.text)
	if r.style != "" {
		p.WriteString("\x1b[0m")
	}
	if r.link != "" {
		p.WriteString("\x1b]8;;\x1b\\")
	}
}

// line is a range of bytes.
type line struct{ start, end int }

// wrap cuts s into lines of at most width columns, at the places where Unicode
// lets a line end (UAX 14), and inside a word only where the word is wider
// than a line. Blanks at the end of a line are left out.
func wrap(s string, width int) []line {
	var lines []line
	var l line // being filled
	used, at, state := 0, 0, -1
	for rest := s; rest != ""; {
		var seg string
		seg, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		word := strings.TrimRight(seg, " ")
		need := uniseg.StringWidth(word)
		if used+need > width && l.end > l.start {
			lines, l, used = append(lines, l), line{at, at}, 0
		}
		for need > width {
			n, columns := head(word, width)
			lines = append(lines, line{at, at + n})
			at, word, seg, need = at+n, word[n:], seg[n:], need-columns
			l = line{at, at}
		}
		if word != "" {
			l.end = at + len(word)
		}
		at += len(seg)
		used += need + len(seg) - len(word)
	}
	if l.end > l.start || len(lines) == 0 {
		lines = append(lines, l)
	}
	return lines
}

// head returns the bytes and columns of as many characters of s as fit into
// width columns, at least one character.
func head(s string, width int) (n, columns int) {
	state := -1
	for s != "" {
		var c string
		var w int
		c, s, w, state = uniseg.FirstGraphemeClusterInString(s, state)
		if n > 0 && columns+w > width {
			break
		}
		n, columns = n+len(c), columns+w
	}
	return n, columns
}

// pad fills s up with blanks to a width.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(width-uniseg.StringWidth(s), 0))
}
