package feed

import (
	"context"
	"net/url"

	"newsbot/digest"
)

// Page is the page of an article as its server gave it, so that it can be kept
// and read again by a later version of the program.
type Page struct {
	URL         string // after redirects
	ContentType string // as the server says
	Data        []byte
}

// Page fetches the page of an article. It asks a site at most once every
// Limits.Delay, and not for pages that robots.txt forbids (ErrRobots). The address
// is one that a stranger named: it must be public. An error is an *InputError.
func (r *Reader) Page(ctx context.Context, address string) (Page, error) {
	d, err := r.page(ctx, address)
	if err != nil {
		return Page{}, &InputError{Input: Redact(address), Err: err}
	}
	return Page{URL: d.url.String(), ContentType: d.contentType, Data: d.data}, nil
}

// Complete returns an article of which a feed gives only the beginning with the
// text of its page, if that is longer, and with what else only the page tells.
func (p Page) Complete(ctx context.Context, a digest.Article) digest.Article {
	u, err := url.Parse(p.URL)
	if err != nil {
		return a
	}
	found, _ := pageArticle(ctx, decode(p.Data, p.ContentType), u)
	return merge(a, found)
}
