package feed

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// shortText is the length in bytes below which a text may be only part of the
// article.
const shortText = 250

// maxReadabilityWork bounds what go-readability is given: the bytes that it
// reads when it takes the text of every element once, and again for each of
// those around it.
const maxReadabilityWork = 64 << 20

// extract returns the paragraphs of the article on a page. go-readability finds
// most; where it finds little, the text that the page gives in JSON-LD, or else
// the paragraphs of its main part, are taken if they are more.
func extract(ctx context.Context, doc *html.Node, l linked, title, source string) string {
	text := withoutFrame(readable(doc), title, source)
	if len(text) >= shortText && len(text)*3 >= len(l.body) {
		return text
	}
	if body := withoutFrame(stripHTML(ctx, l.body), title, source); len(body) > 2*len(text) {
		text = body
	}
	if len(text) < shortText {
		if blocks := withoutFrame(longBlocks(doc), title, source); len(blocks)*3 > len(text)*2 {
			text = blocks
		}
	}
	return text
}

// readable returns what go-readability takes for the article, without what its classes
// tell to be none of it, unless that is most of it.
func readable(doc *html.Node) string {
	if readabilityWork(doc) > maxReadabilityWork {
		return ""
	}
	p := readability.NewParser()
	p.KeepClasses = true
	found, err := p.ParseDocument(doc, nil)
	if err != nil || found.Node == nil {
		return ""
	}
	all := 0
	for n := range found.Node.Descendants() {
		if n.Type == html.TextNode {
			all += len(n.Data)
		}
		n.DataAtom = atom.Lookup([]byte(n.Data)) // those that it made have none
	}
	return withoutClutter(found.Node, all/2)
}

// withoutClutter returns the paragraphs below n without what its classes tell to be none
// of the text, unless fewer bytes than least are left: then they tell something else, as
// "entry-content has-related-posts" does, and are taken off.
func withoutClutter(n *html.Node, least int) string {
	if text := cleanText(paragraphs(n)); len(text) >= least {
		return text
	}
	elements(n, func(e *html.Node) bool {
		e.Attr = slices.DeleteFunc(e.Attr, func(a html.Attribute) bool { return a.Key == "class" || a.Key == "id" })
		return true
	})
	return cleanText(paragraphs(n))
}

// isReadable tells whether go-readability believes that there is an article.
func isReadable(doc *html.Node) bool {
	p := readability.NewParser()
	return readabilityWork(doc) <= maxReadabilityWork && p.CheckDocument(doc)
}

// readabilityWork returns the bytes of text, each counted for every element
// that it stands in.
func readabilityWork(doc *html.Node) int {
	work := 0
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		work += depth * (len(n.Data) + 1)
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, depth+1)
		}
	}
	walk(doc, 1)
	return work
}

// longBlocks returns the paragraphs of the page's main part that look like
// running text.
func longBlocks(doc *html.Node) string {
	root := doc
	elements(doc, func(n *html.Node) bool {
		if n.DataAtom == atom.Article || n.DataAtom == atom.Main || attr(n, "itemprop") == "articleBody" {
			root = n
		}
		return root == doc
	})
	var kept []string
	for p := range strings.SplitSeq(cleanText(paragraphs(root)), "\n") {
		if len(p) >= 80 || len(p) >= 10 && endsSentence(p) {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, "\n")
}

func endsSentence(p string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(p, `"'”’»)`))
	return strings.ContainsRune(".!?。！？…", last)
}

// withoutFrame drops from a text the title where it stands at its head again, maybe
// with the outlet's name, and what follows the heading of a box about the author.
func withoutFrame(text, title, source string) string {
	var kept []string
	for p := range strings.SplitSeq(text, "\n") {
		if len(kept) < 3 && repeats(p, title, source) {
			continue
		}
		if strings.EqualFold(p, "About the author") && len(kept) > 2 {
			break
		}
		kept = append(kept, p)
	}
	return strings.Join(kept, "\n")
}

// repeats tells whether a paragraph is a title again, maybe with the outlet's name.
func repeats(p, title, source string) bool {
	if title == "" || len(p) < len(title) || !strings.EqualFold(p[:len(title)], title) {
		return false
	}
	rest := nameKey(p[len(title):])
	return rest == "" || rest == nameKey(source)
}
