package render

import (
	"crypto/sha256"
	"encoding/base64"
	"io"

	"newsbot/digest/dom"
)

// WritePage writes a page of news with the footer that all of them have. Its style, which
// must be our own, is within; it loads nothing, which its content security policy also
// says to the browser.
func WritePage(w io.Writer, title, style string, content ...*dom.Node) error {
	head := []*dom.Node{
		dom.El("meta", dom.At{"http-equiv", "Content-Security-Policy", "content", policy(style)}),
		dom.El("meta", dom.At{"name", "referrer", "content", "no-referrer"}),
		dom.El("meta", dom.At{"name", "generator", "content", "newsbot"}),
		dom.El("link", dom.At{"rel", "icon", "href", "data:,"}),
		dom.El("style", nil, dom.Text(style)),
	}
	footer := dom.Block("footer", nil, dom.El("p", nil, dom.Text("Every point stands word for word in the article it is linked to.")))
	return dom.Page(w, title, head, append(content, footer)...)
}

// policy allows the page's own style and nothing else.
func policy(style string) string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; img-src data:; base-uri 'none'; form-action 'none'"
}

// Anchor returns a link to an address, nil where [Link] does not let it through.
func Anchor(address string, attributes dom.At, content ...*dom.Node) *dom.Node {
	href := Link(address)
	if href == "" {
		return nil
	}
	n := dom.El("a", append(dom.At{"href", href}, attributes...), content...)
	dom.Set(n, "rel", "noopener noreferrer nofollow")
	return n
}

// anchorOr returns a link to an address, or another element with the text where there is
// no link.
func anchorOr(tag, address string, attributes dom.At, text string) *dom.Node {
	if n := Anchor(address, attributes, dom.Text(text)); n != nil {
		return n
	}
	return dom.El(tag, attributes, dom.Text(text))
}

// span returns a text of a class, nil for none.
func span(class, text string) *dom.Node {
	if text == "" {
		return nil
	}
	return dom.El("span", dom.At{"class", class}, dom.Text(text))
}
