package blockhtml

import (
	"html/template"
	"strings"

	"golang.org/x/net/html"

	"newsbot/digest/render"
)

// at are attributes, names and values in turn. One that is empty is left out.
type at []string

// el returns an element. A child that is nil is left out.
func el(tag string, attributes at, children ...*html.Node) *html.Node {
	n := &html.Node{Type: html.ElementNode, Data: tag}
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			set(n, attributes[i], attributes[i+1])
		}
	}
	for _, c := range children {
		if c != nil {
			n.AppendChild(c)
		}
	}
	return n
}

func set(n *html.Node, name, value string) {
	n.Attr = append(n.Attr, html.Attribute{Key: name, Val: value})
}

// flag is the value of an attribute that is there or not.
func flag(name string, on bool) string {
	if on {
		return name
	}
	return ""
}

func text(s string) *html.Node { return &html.Node{Type: html.TextNode, Data: s} }

// lines returns a text with its line breaks.
func lines(s string) []*html.Node {
	var out []*html.Node
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			out = append(out, el("br", nil))
		}
		if line != "" {
			out = append(out, text(line))
		}
	}
	return out
}

// link returns a link to an address, or its content alone where the address may
// not be linked.
func link(address string, content ...*html.Node) *html.Node {
	href := render.Link(address)
	if href == "" {
		return el("span", nil, content...)
	}
	return el("a", at{"href", href, "target", "_blank", "rel", "noopener noreferrer nofollow"}, content...)
}

func mention(name string) *html.Node { return el("span", at{"class", "mention"}, text(name)) }

// unknown says what is not drawn, so that nothing is left out in silence.
func unknown(kind string) *html.Node {
	return el("span", at{"class", "unknown"}, text("["+kind+" is not drawn here]"))
}

// written returns nodes as HTML.
func written(nodes []*html.Node) template.HTML {
	var b strings.Builder
	for _, n := range nodes {
		if err := html.Render(&b, n); err != nil {
			panic(err) // a Builder takes everything, and no element is of a kind that holds raw text
		}
	}
	return template.HTML(b.String())
}
