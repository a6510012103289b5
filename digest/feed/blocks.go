package feed

import (
	"bytes"
	"context"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// stripHTML returns the paragraphs of a fragment of HTML, also of one that is
// encoded twice, and of plain text.
func stripHTML(ctx context.Context, s string) string {
	for range 2 {
		if !tag.MatchString(s) {
			s = html.UnescapeString(s)
			if !tag.MatchString(s) {
				break
			}
		}
		s = fragmentText(ctx, s)
	}
	return cleanText(html.UnescapeString(s))
}

// fragmentText returns the paragraphs of what is known to be HTML.
func fragmentText(ctx context.Context, s string) string {
	doc, err := parseHTML(ctx, []byte(s))
	if err != nil {
		return plainText([]byte(s))
	}
	return withoutClutter(doc, 1)
}

// tag matches what makes a text HTML. A "<" alone does not.
var tag = regexp.MustCompile(`(?i)</?(?:p|br|hr|div|a|b|i|u|em|strong|small|span|img|figure|iframe|script|style|table|ul|ol|li|h[1-6]|blockquote|pre|code|section|article|font|center|sup|sub)(?:\s[^<>]*)?/?>|<!--`)

// paragraphs returns the text below n, a paragraph a line, without what is no
// part of a text: scripts, captions, navigation, forms, share bars.
func paragraphs(n *html.Node) string {
	var w blockWriter
	w.walk(n)
	w.end()
	return w.out.String()
}

// textOf returns the text of a short fragment of HTML on one line.
func textOf(fragment string) string {
	doc, err := parseHTML(context.Background(), []byte(fragment))
	if err != nil {
		return plainText([]byte(fragment))
	}
	return lineOf(doc)
}

// lineOf returns all text below n on one line, links included.
func lineOf(n *html.Node) string {
	w := blockWriter{whole: true}
	w.walk(n)
	w.end()
	return strings.ReplaceAll(w.out.String(), "\n", " ")
}

// blockWriter collects the paragraphs of a tree.
type blockWriter struct {
	out  strings.Builder
	line strings.Builder // the paragraph at work

	whole bool // what stands around articles is kept, too

	apparatus int        // level of the heading of the section that is left out, 0 for none
	box       *html.Node // ends that section, beside the next heading of its level; nil: only that does

	links  int // links that are open
	linked int // bytes of line inside links
	link   int // where in line the last link begins
}

func (w *blockWriter) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n)
		return
	case html.ElementNode:
		if isDropped(n) && !(w.whole && isClutter(n)) {
			return
		}
	case html.DocumentNode:
	default:
		return
	}
	w.head(n)
	block := isBlock(n.DataAtom)
	switch {
	case block:
		w.end()
	case n.DataAtom == atom.A:
		w.links++
		w.link = w.line.Len()
		defer func() { w.links-- }()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c)
	}
	switch {
	case block:
		w.end()
	case n.DataAtom == atom.Td, n.DataAtom == atom.Th:
		w.line.WriteByte(' ')
	}
	if n == w.box {
		w.apparatus, w.box = 0, nil
	}
}

// head begins a section where n is its heading. One that is no part of the text ends with
// the element that it stands in, unless that has no more text than the heading.
func (w *blockWriter) head(n *html.Node) {
	level := headingLevel(n.DataAtom)
	if level == 0 || w.apparatus > 0 && level > w.apparatus {
		return
	}
	w.apparatus, w.box = 0, nil
	if w.whole || !isApparatus(n) {
		return
	}
	w.apparatus = level
	for c := n.NextSibling; c != nil && w.box == nil; c = c.NextSibling {
		if saysMore(c) {
			w.box = n.Parent
		}
	}
}

// saysMore reports whether what stands behind a heading has more text than the link to
// edit its section. What is large counts as such unread.
func saysMore(n *html.Node) bool {
	if isLarge(n) && !isDropped(n) {
		return true
	}
	line := lineOf(n)
	return line != "" && line != "[edit]"
}

// largeFrom is the number of nodes and bytes of text from which on an element holds more
// than a heading.
const largeFrom = 1000

// isLarge tells the size of an element without a look at all of it, as a page may nest
// them.
func isLarge(n *html.Node) bool {
	size := 0
	for d := range n.Descendants() {
		if size++; d.Type == html.TextNode {
			size += len(d.Data)
		}
		if size > largeFrom {
			return true
		}
	}
	return false
}

func (w *blockWriter) text(n *html.Node) {
	if w.apparatus > 0 {
		return
	}
	if n.Parent != nil && n.Parent.DataAtom == atom.Pre {
		for line := range strings.Lines(n.Data) {
			w.line.WriteString(line)
			if strings.HasSuffix(line, "\n") {
				w.end()
			}
		}
		return
	}
	w.line.WriteString(n.Data)
	if w.links > 0 {
		w.linked += len(n.Data)
	}
}

// end ends the paragraph.
func (w *blockWriter) end() {
	line := cleanLine(w.line.String())
	if line != "" && !w.whole {
		line = w.worded(line)
	}
	if line != "" {
		if w.out.Len() > 0 {
			w.out.WriteByte('\n')
		}
		w.out.WriteString(line)
	}
	w.line.Reset()
	w.linked, w.link = 0, 0
}

// worded returns what a paragraph tells: it without the link to the rest of the text
// at its end ("The ferries sail. Continue reading →"), and "" where it only points to
// other articles or is none of the article's.
func (w *blockWriter) worded(line string) string {
	head, link := w.line.String()[:w.link], cleanLine(w.line.String()[w.link:])
	linked := w.linked
	if linked > 0 && further.MatchString(link) {
		line, linked = strings.TrimRight(cleanLine(head), "[( "), linked-len(link)
	}
	if isPointer(line, linked, linked > 0 && isBlank(head)) || isBoilerplate(line) {
		return ""
	}
	return line
}

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Br, atom.Caption,
		atom.Center, atom.Dd, atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt,
		atom.Fieldset, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4,
		atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Li, atom.Main, atom.Ol, atom.P,
		atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Tfoot, atom.Thead,
		atom.Title, atom.Tr, atom.Ul:
		return true
	}
	return false
}

// headingLevel returns the level of a heading, 0 for other elements.
func headingLevel(a atom.Atom) int {
	return 1 + slices.Index([]atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}, a)
}

// apparatus matches the headings of what an encyclopedia or a paper appends.
var apparatus = regexp.MustCompile(`(?i)^(?:references|notes(?: and references)?|footnotes|citations|see also|external links|further reading|bibliography|works cited)(?: ?\[edit\])?$`)

// isApparatus reports whether a heading begins a section that is no part of the text.
func isApparatus(heading *html.Node) bool {
	return !isLarge(heading) && apparatus.MatchString(lineOf(heading))
}

// isDropped tells whether an element is no part of a text.
func isDropped(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Iframe,
		atom.Object, atom.Embed, atom.Applet, atom.Video, atom.Audio, atom.Canvas, atom.Head,
		atom.Button, atom.Input, atom.Select, atom.Textarea, atom.Nav, atom.Aside, atom.Footer,
		atom.Figcaption, atom.Caption, atom.Noframes, atom.Frameset:
		return true
	}
	return n.Data == "gu-island" || isHidden(n) || isClutter(n) || isNote(n) // islands are forms and the like
}

// isNote reports whether an element is the number of a note, as encyclopedias write it.
func isNote(n *html.Node) bool {
	return n.DataAtom == atom.Sup && slices.ContainsFunc(n.Attr, func(a html.Attribute) bool {
		return a.Key == "class" && (strings.Contains(a.Val, "reference") || strings.Contains(a.Val, "noprint"))
	})
}

func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "style" && hiddenStyle.MatchString(a.Val) {
			return true
		}
	}
	return false
}

var hiddenStyle = regexp.MustCompile(`(?i)(?:display\s*:\s*none|visibility\s*:\s*hidden)`)

// clutter matches the class and id names of what stands around a text.
var clutter = regexp.MustCompile(`(?i)\b(?:share(?:[-_]?(?:bar|buttons?|tools?|links?|this|daddy))?|sharedaddy|social(?:[-_]\w+)*|newsletter(?:[-_]\w+)*|related(?:[-_]?(?:posts?|articles?|stories|content|links?|topics|news|items|coverage))?|cookie(?:[-_]\w+)*|jp-relatedposts|addtoany\w*|kg-bookmark-card|source__cite|feedflare|\w*caption(?:-text)?|advert(?:isement)?s?|promo(?:[-_]\w+)*|print-?only|screen-?reader(?:-text)?|visually-?hidden|sr-only|breadcrumbs?|tooltip|popup|popover|rollover-block)\b`)

// isClutter tells by its names whether an element is a share bar, a list of
// related articles, or the like.
func isClutter(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Body, atom.Html, atom.Article, atom.Main:
		return false
	}
	for _, a := range n.Attr {
		if (a.Key == "class" || a.Key == "id") && len(a.Val) < 500 && clutter.MatchString(a.Val) {
			return true
		}
	}
	return false
}

// spaces takes the line ends out of a text.
var spaces = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ", "\f", " ", "\u2028", " ", "\u2029", " ")

// plainText returns the text of HTML that is too deep, large or slow to build
// a tree of. Its time is linear.
func plainText(data []byte) string {
	z := html.NewTokenizer(bytes.NewReader(data))
	var b strings.Builder
	skip := atom.Atom(0) // the element whose content is no text
	for b.Len() < 2*maxText {
		switch z.Next() {
		case html.ErrorToken:
			return cleanText(b.String())
		case html.TextToken:
			if skip == 0 {
				b.WriteString(spaces.Replace(string(z.Text())))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			a := atom.Lookup(name)
			if a == atom.Script || a == atom.Style || a == atom.Title || a == atom.Textarea {
				skip = a
			}
			if isBlock(a) {
				b.WriteByte('\n')
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			a := atom.Lookup(name)
			if a == skip {
				skip = 0
			}
			if isBlock(a) {
				b.WriteByte('\n')
			}
		}
	}
	return cleanText(b.String())
}
