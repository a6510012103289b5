package blockhtml

import (
	"strings"

	"newsbot/digest/dom"
	"newsbot/digest/render"
)

// lines returns a text with its line breaks.
func lines(s string) []*dom.Node {
	var out []*dom.Node
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			out = append(out, dom.El("br", nil))
		}
		if line != "" {
			out = append(out, dom.Text(line))
		}
	}
	return out
}

// link returns a link to an address, or its content alone where the address may
// not be linked.
func link(address string, content ...*dom.Node) *dom.Node {
	if n := render.Anchor(address, dom.At{"target", "_blank"}, content...); n != nil {
		return n
	}
	return dom.El("span", nil, content...)
}

func mention(name string) *dom.Node {
	return dom.El("span", dom.At{"class", "mention"}, dom.Text(name))
}

// unknown says what is not drawn, so that nothing is left out in silence.
func unknown(kind string) *dom.Node {
	return dom.El("span", dom.At{"class", "unknown"}, dom.Text("["+kind+" is not drawn here]"))
}
