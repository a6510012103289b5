package feed

import (
	"context"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"newsbot/digest"
)

// readPage reads the article on an HTML page, or, of a page that holds none,
// the feed that it points to.
func (r *Reader) readPage(s *sink, o origin, data []byte) {
	a, feedURL := pageArticle(s.ctx, decode(data, o.contentType), o.url)
	switch {
	case feedURL != "" && !o.followed:
		s.front = true
		r.follow(s, o, feedURL)
	case a.Text == "":
		s.fail(o, errNoText)
	case isWall(a):
		s.fail(o, errWall)
	default:
		s.article(o, a, "")
	}
}

// pageArticle returns the article on a page, or, where the page is a front page
// or the like, the feed that it points to. u is nil for a file.
func pageArticle(ctx context.Context, data []byte, u *url.URL) (digest.Article, string) {
	doc, err := parseHTML(ctx, data)
	if err != nil {
		return bareArticle(data, u), ""
	}
	m := readMetadata(doc)
	if f := m.feed(); u != nil && f != "" && !isArticlePage(doc, m, u) {
		return digest.Article{}, resolve(base(m, u), f)
	}
	a := m.article(u)
	a.Text = withoutByline(extract(ctx, doc, m.linked, a.Title, a.Source), a.Author)
	return a, ""
}

// withoutByline drops from the head of a text the paragraph that only names
// its author.
func withoutByline(text, author string) string {
	first, rest, found := strings.Cut(text, "\n")
	if found && author != "" && strings.EqualFold(bylinePrefix.ReplaceAllString(first, ""), author) {
		return rest
	}
	return text
}

// bareArticle returns what is to be had of a page that has no tree.
func bareArticle(data []byte, u *url.URL) digest.Article {
	a := digest.Article{Text: plainText(data)}
	if u != nil {
		a.URL, a.Source = u.String(), outletOf(u.String())
	}
	return a
}

// base returns the address that relative links on a page refer to.
func base(m metadata, u *url.URL) *url.URL {
	if b, err := u.Parse(m.base); err == nil {
		return b
	}
	return u
}

// isArticlePage tells whether a page holds one article, and is not a front page
// or a list of articles.
func isArticlePage(doc *html.Node, m metadata, u *url.URL) bool {
	switch {
	case m.linked.headline != "", m.meta["og:type"] == "article":
		return true
	case m.meta["og:type"] == "website" && len(u.Path) <= 1, len(u.Path) <= 1 && u.RawQuery == "":
		return false
	}
	return isReadable(doc)
}
