package demo

import (
	"io"
	"strings"
	"time"

	"newsbot/digest"
	"newsbot/digest/dom"
)

// writeArticle writes the page of an article, as its outlet would have it.
func writeArticle(w io.Writer, a digest.Article) error {
	machine := a.Published.Format(time.RFC3339)
	head := []*dom.Node{
		dom.El("link", dom.At{"rel", "canonical", "href", a.URL}),
		dom.El("link", dom.At{"rel", "icon", "href", "/icon.svg", "type", "image/svg+xml"}),
		dom.El("link", dom.At{"rel", "stylesheet", "href", "/blocks.css"}),
		dom.El("link", dom.At{"rel", "stylesheet", "href", "/article.css"}),
		property("og:site_name", a.Source),
		property("og:title", a.Title),
		property("article:published_time", machine),
	}
	text := []*dom.Node{
		dom.El("h1", nil, dom.Text(a.Title)),
		dom.El("p", dom.At{"class", "date"},
			dom.El("time", dom.At{"datetime", machine}, dom.Text(a.Published.Format("Monday, January 2, 2006 at 3:04 PM")))),
	}
	for paragraph := range strings.SplitSeq(a.Text, "\n") {
		text = append(text, dom.El("p", nil, dom.Text(paragraph)))
	}
	return dom.Page(w, a.Title+" | "+a.Source, head,
		dom.El("header", nil, dom.Text(a.Source)),
		dom.Block("main", nil, dom.Block("article", nil, text...)),
		dom.El("footer", nil, dom.Text("A page of the newsbot demo. All that it tells is made up.")))
}

// property tells programs something of a page (https://ogp.me).
func property(name, content string) *dom.Node {
	return dom.El("meta", dom.At{"property", name, "content", content})
}
