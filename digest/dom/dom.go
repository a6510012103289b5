// Package dom builds pages as trees of [golang.org/x/net/html] nodes. Text of unknown
// origin is only ever a text node or the value of an attribute, which that package
// escapes when the tree is written; no element and no attribute has a name of foreign
// making.
//
// html/template would escape as well. But it calls methods by their names, for which the
// linker keeps every exported method of every type: a quarter of the program.
package dom

import (
	"fmt"
	"io"

	"golang.org/x/net/html"
)

// Node is a node of a page. Where a function takes nodes, those that are nil are left out.
type Node = html.Node

// At are attributes, names and values in turn. One that is empty is left out.
type At []string

// Flag is the value of an attribute that is there or not.
func Flag(name string, on bool) string {
	if on {
		return name
	}
	return ""
}

// Text returns a text. In the elements "style" and "script" it is written as it stands,
// so it must not be a foreign one there.
func Text(s string) *Node { return &Node{Type: html.TextNode, Data: s} }

// El returns an element whose children stand side by side.
func El(tag string, attributes At, children ...*Node) *Node {
	return element(tag, attributes, "", children)
}

// Line returns an element with a space between its children.
func Line(tag string, attributes At, children ...*Node) *Node {
	return element(tag, attributes, " ", children)
}

// Block returns an element with each of its children on a line of its own in the source
// of the page, which shows as a space between texts and not at all between blocks.
func Block(tag string, attributes At, children ...*Node) *Node {
	n := element(tag, attributes, "\n", children)
	if n.FirstChild != nil {
		n.InsertBefore(Text("\n"), n.FirstChild)
		n.AppendChild(Text("\n"))
	}
	return n
}

func element(tag string, attributes At, between string, children []*Node) *Node {
	n := &Node{Type: html.ElementNode, Data: tag}
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			Set(n, attributes[i], attributes[i+1])
		}
	}
	for _, c := range children {
		if c == nil {
			continue
		}
		if between != "" && n.FirstChild != nil {
			n.AppendChild(Text(between))
		}
		n.AppendChild(c)
	}
	return n
}

// Set gives an element an attribute, also an empty one.
func Set(n *Node, name, value string) {
	n.Attr = append(n.Attr, html.Attribute{Key: name, Val: value})
}

// Page writes a page in English with what stands in its head beside its title.
func Page(w io.Writer, title string, head []*Node, body ...*Node) error {
	start := []*Node{
		El("meta", At{"charset", "utf-8"}),
		El("meta", At{"name", "viewport", "content", "width=device-width, initial-scale=1"}),
		El("meta", At{"name", "color-scheme", "content", "light dark"}),
		El("title", nil, Text(title)),
	}
	return Write(w,
		&Node{Type: html.DoctypeNode, Data: "html"}, Text("\n"),
		Block("html", At{"lang", "en"}, Block("head", nil, append(start, head...)...), Block("body", nil, body...)),
		Text("\n"))
}

// Write writes nodes one after the other.
func Write(w io.Writer, nodes ...*Node) error {
	all := &Node{Type: html.DocumentNode}
	for _, n := range nodes {
		all.AppendChild(n)
	}
	if err := html.Render(w, all); err != nil {
		return fmt.Errorf("write page: %w", err)
	}
	return nil
}
