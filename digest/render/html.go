package render

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strconv"
	"time"

	"newsbot/digest"
)

// HTMLOptions says how pages look.
type HTMLOptions struct {
	Now time.Time // when it is written, for "2 h ago"; zero gives dates instead
}

// How much of a digest a page shows; JSON has all of it.
const (
	pageStories = 200 // in all
	pageSources = 30  // articles of a story
	pageNames   = 30  // entities of a type
	storyNames  = 6   // entities of a story
)

var (
	//go:embed page.html
	pageHTML string
	//go:embed page.css
	pageCSS string

	page = template.Must(template.New("page").Parse(pageHTML))
)

// HTML writes the digest as one page that stands by itself: it holds its
// style, runs no script and loads nothing, which its content security policy
// also says to the browser.
func HTML(w io.Writer, d digest.Digest, o HTMLOptions) error {
	var b bytes.Buffer
	if err := page.Execute(&b, newPageView(d, o)); err != nil {
		return fmt.Errorf("lay out page: %w", err)
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("write page: %w", err)
	}
	return nil
}

// policy allows the page's own style and nothing else.
func policy() string {
	sum := sha256.Sum256([]byte(pageCSS))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; img-src data:; base-uri 'none'; form-action 'none'"
}

// pageView is what the page's template reads; all its texts are inert and all
// its addresses come from Link.
type pageView struct {
	Policy                                string
	Style                                 template.CSS
	Title, Edition, Date, Context, Window string
	Stories, Also                         []storyView
	More                                  string
	Names                                 []nameView
}

type storyView struct {
	Anchor                      string
	Number                      int
	Headline, URL, Meta, Voices string
	Points                      []pointView
	Tags                        []tagView
	Count                       string
	Sources                     []sourceView
	More                        string
}

type pointView struct {
	Text, Source, URL string
	Cite              bool // the article is one of the story's
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

func newPageView(d digest.Digest, o HTMLOptions) pageView {
	date := Date(d.Day(), d.Zone)
	v := pageView{
		Policy: policy(), Style: template.CSS(pageCSS),
		Edition: Edition(d), Title: Edition(d), Date: date,
		Context: counts(d), Window: Window(d),
	}
	if date != "" {
		v.Title += " · " + date
	}
	for i, s := range d.Stories[:min(pageStories, len(d.Stories))] {
		story := newStoryView(i+1, s, d, o)
		if i < topStories {
			v.Stories = append(v.Stories, story)
		} else {
			v.Also = append(v.Also, story)
		}
	}
	v.More = more(len(d.Stories)-pageStories, "story", "stories")
	for _, g := range ByType(d.Entities) {
		v.Names = append(v.Names, nameView{g.Label, tags(g.Entities, pageNames)})
	}
	return v
}

func newStoryView(n int, s digest.Story, d digest.Digest, o HTMLOptions) storyView {
	v := storyView{
		Anchor: "story-" + strconv.Itoa(n), Number: n,
		Headline: Headline(s), URL: Link(s.URL),
		Meta: meta(s, o.Now, d), Voices: Inert(voices(s)),
		Tags: tags(s.Entities[:min(storyNames, len(s.Entities))], storyNames),
		More: more(len(s.Articles)-pageSources, "article", "articles"),
	}
	cites := citations(s)
	for _, p := range s.Points {
		v.Points = append(v.Points, newPointView(p, s, cites))
	}
	if len(s.Articles) < 2 {
		return v // its headline leads there already
	}
	v.Count = "All " + Number(len(s.Articles)) + " articles"
	for _, a := range s.Articles[:min(pageSources, len(s.Articles))] {
		v.Sources = append(v.Sources, newSourceView(a, d, o))
	}
	return v
}

func newPointView(p digest.StoryPoint, s digest.Story, cites map[string]int) pointView {
	v := pointView{Text: Inert(p.Text), URL: Link(p.URL)}
	if n := cites[p.Article]; n > 0 {
		v.Source, v.Cite = SourceName(s.Articles[n-1]), true
	}
	return v
}

func newSourceView(a digest.Brief, d digest.Digest, o HTMLOptions) sourceView {
	v := sourceView{Name: SourceName(a), Headline: orUntitled(a.Title), URL: Link(a.URL)}
	if t := known(a.Published); t != nil {
		v.Time = &timeView{t.UTC().Format(time.RFC3339), When(*t, o.Now, d.Zone)}
	}
	return v
}

// tags returns the names of entities with their counts, at most max.
func tags(entities []digest.EntityCount, max int) []tagView {
	var out []tagView
	for _, e := range entities[:min(max, len(entities))] {
		out = append(out, tagView{Shorten(e.Name, 60), Number(e.Count)})
	}
	if n := len(entities) - max; n > 0 {
		out = append(out, tagView{"+" + Number(n) + " more", ""})
	}
	return out
}

func more(n int, one, many string) string {
	if n <= 0 {
		return ""
	}
	return "and " + Plural(n, "more "+one, "more "+many)
}
