package render

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"time"

	"newsbot/digest"
)

var (
	//go:embed *.html
	templates embed.FS
	//go:embed page.css
	pageCSS string

	pages = template.Must(template.ParseFS(templates, "*.html"))
)

// Pages returns templates beside which stands "head", the head of a page that is
// given a PageHead. It panics where one does not parse.
func Pages(text string) *template.Template {
	return template.Must(template.Must(template.ParseFS(templates, "head.html")).New("page").Parse(text))
}

// WritePage writes what one of some pages' templates makes of a view.
func WritePage(w io.Writer, pages *template.Template, name string, view any) error {
	var b bytes.Buffer
	if err := pages.ExecuteTemplate(&b, name, view); err != nil {
		return fmt.Errorf("lay out page: %w", err)
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("write page: %w", err)
	}
	return nil
}

// PageHead is what the head of a page reads. A page has its style within and loads
// nothing, which its content security policy also says to the browser.
type PageHead struct {
	Policy string
	Style  template.CSS
	Title  string
}

// NewPageHead returns the head of a page that has a style.
func NewPageHead(title, style string) PageHead {
	return PageHead{policy(style), template.CSS(style), title}
}

// policy allows the page's own style and nothing else.
func policy(style string) string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; img-src data:; base-uri 'none'; form-action 'none'"
}

// pointsView is what sources say of a story, together and apart.
type pointsView struct {
	Points      []pointView
	Differences []differenceView
}

type differenceView struct {
	What    string
	Figures []figureView
}

type figureView struct{ Number, Source, URL string }

type pointView struct {
	Text, Introductions, Source, URL string

	Cite bool // the article is one of the story's
}

type sourceView struct {
	Name, Headline, URL string
	Time                *timeView
}

type timeView struct{ Machine, Shown string }

type nameView struct {
	Label string
	Tags  []tagView
}

type tagView struct{ Name, Count string }

// pageNames is how many entities of a type a page shows.
const pageNames = 30

// names returns the names of entities by type.
func names(entities []digest.EntityCount) []nameView {
	var out []nameView
	for _, g := range ByType(entities) {
		out = append(out, nameView{g.Label, tags(g.Entities)})
	}
	return out
}

func newPointsView(s digest.Story, points []digest.StoryPoint) pointsView {
	var v pointsView
	cites := citations(s)
	for _, p := range points {
		v.Points = append(v.Points, newPointView(p, s, cites))
	}
	for _, d := range s.Disagreements {
		v.Differences = append(v.Differences, differenceView{Differ(d), each(d.Figures, newFigureView)})
	}
	return v
}

func newFigureView(f digest.Figure) figureView {
	return figureView{Inert(f.Number()), sourceName(f.Source), Link(f.URL)}
}

func newPointView(p digest.StoryPoint, s digest.Story, cites map[string]int) pointView {
	v := pointView{Text: Point(p.KeyPoint), Introductions: Introductions(p.KeyPoint), URL: Link(p.URL)}
	if n := cites[p.Article]; n > 0 {
		v.Source, v.Cite = sourceOf(s.Articles[n-1]), true
	}
	return v
}

// newTimedView shows an article with its time as it is to be read.
func newTimedView(a digest.Brief, t time.Time, shown string) sourceView {
	v := sourceView{Name: sourceOf(a), Headline: Title(a), URL: Link(a.URL)}
	if t := known(t); t != nil {
		v.Time = &timeView{t.UTC().Format(time.RFC3339), shown}
	}
	return v
}

// tags returns the names of entities with their counts, and how many more there are.
func tags(entities []digest.EntityCount) []tagView {
	var out []tagView
	for _, e := range entities[:min(pageNames, len(entities))] {
		out = append(out, tagView{Shorten(e.Name, 60), number(e.Count)})
	}
	if n := len(entities) - pageNames; n > 0 {
		out = append(out, tagView{"+" + number(n) + " more", ""})
	}
	return out
}
