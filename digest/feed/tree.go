package feed

import (
	"bytes"
	"context"
	"errors"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"newsbot/digest/wait"
)

// Bounds of an HTML document. The parser itself refuses more than 512 open
// elements.
const (
	maxHTML       = 8 << 20         // bytes
	maxFormatting = 16              // <b>, <i> and the like inside each other
	parseTime     = 2 * time.Second // hostile mark-up takes quadratic time
)

var errHTMLTooLarge = errors.New("too large for a page")

// parseHTML builds the tree of a document or fragment. Its time and memory are
// bounded; a document that goes beyond is an error, and plainText reads it.
func parseHTML(ctx context.Context, data []byte) (*html.Node, error) {
	if len(data) > maxHTML {
		return nil, errHTMLTooLarge
	}
	ctx, cancel := context.WithTimeout(ctx, parseTime)
	defer cancel()
	return html.Parse(wait.NewReader(ctx, tame(data)))
}

// tame drops formatting elements that are nested absurdly deep. HTML reopens
// all of them in every paragraph that follows, so that a small document becomes
// a tree of gigabytes.
func tame(data []byte) []byte {
	z := html.NewTokenizer(bytes.NewReader(data))
	z.SetMaxBuf(0)
	out := make([]byte, 0, len(data))
	open := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return append(out, z.Raw()...)
		case html.StartTagToken:
			raw := z.Raw()
			if name, _ := z.TagName(); isFormatting(name) {
				if open++; open > maxFormatting {
					continue
				}
			}
			out = append(out, raw...)
		case html.EndTagToken:
			raw := z.Raw()
			if name, _ := z.TagName(); isFormatting(name) {
				open = max(0, open-1)
			}
			out = append(out, raw...)
		default:
			out = append(out, z.Raw()...)
		}
	}
}

// isFormatting tells whether the HTML standard (13.2.4.3) has an element in its
// list of active formatting elements. Links cannot nest.
func isFormatting(name []byte) bool {
	switch atom.Lookup(name) {
	case atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small,
		atom.Strike, atom.Strong, atom.Tt, atom.U:
		return true
	}
	return false
}

// attr returns the value of an element's attribute, "" where it has none.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// elements calls f with every element below n, in order, until f returns false.
func elements(n *html.Node, f func(*html.Node) bool) {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && !f(d) {
			return
		}
	}
}
