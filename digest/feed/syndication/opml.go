package syndication

import (
	"cmp"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// Outline is a feed in a list of feeds (OPML 2.0).
type Outline struct {
	Feed  string // address of the feed
	Title string
	Site  string // address of its page
}

// ParseOutlines returns the feeds that an OPML file lists, each once, at most
// max, and whether there are more. It reads until ctx ends.
func ParseOutlines(ctx context.Context, data []byte, max int) (found []Outline, more bool) {
	b := newBuilder(ctx, data, 0)
	for b.next() {
	}
	b.finish()
	if b.root == nil {
		return nil, false
	}
	l := outlineList{seen: map[string]bool{}, max: max}
	l.collect(b.root)
	return l.found, l.more
}

// outlineList is a list of feeds while it is read.
type outlineList struct {
	found []Outline
	seen  map[string]bool
	max   int
	more  bool
}

func (l *outlineList) collect(n *node) {
	for _, c := range n.children {
		feed := cmp.Or(c.attr("xmlurl"), feedURL(c))
		switch {
		case local(c.name) != "outline", feed == "", l.seen[feed]:
		case len(l.found) >= l.max:
			l.more = true
		default:
			l.seen[feed] = true
			l.found = append(l.found, Outline{Feed: feed, Title: cmp.Or(c.attr("title"), c.attr("text")), Site: c.attr("htmlurl")})
		}
		l.collect(c)
	}
}

// feedURL returns the address of a feed that an old program wrote elsewhere.
func feedURL(n *node) string {
	if kind := strings.ToLower(n.attr("type")); kind == "rss" || kind == "atom" {
		return n.attr("url")
	}
	return ""
}

// opml is a list of feeds as it is written.
type opml struct {
	XMLName  xml.Name  `xml:"opml"`
	Version  string    `xml:"version,attr"`
	Title    string    `xml:"head>title"`
	Outlines []outline `xml:"body>outline"`
}

type outline struct {
	Text  string `xml:"text,attr"`
	Title string `xml:"title,attr"`
	Type  string `xml:"type,attr"`
	Feed  string `xml:"xmlUrl,attr"`
	Site  string `xml:"htmlUrl,attr,omitempty"`
}

// WriteOutlines writes a list of feeds as OPML 2.0.
func WriteOutlines(w io.Writer, title string, feeds []Outline) error {
	doc := opml{Version: "2.0", Title: title}
	for _, f := range feeds {
		name := cmp.Or(f.Title, f.Feed)
		doc.Outlines = append(doc.Outlines, outline{Text: name, Title: name, Type: "rss", Feed: f.Feed, Site: f.Site})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return fmt.Errorf("write a list of feeds: %w", err)
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(doc); err != nil {
		return fmt.Errorf("write a list of feeds: %w", err)
	}
	_, err := io.WriteString(w, "\n")
	return err
}
