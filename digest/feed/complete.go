package feed

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"newsbot/digest"
)

var errNoPage = errors.New("is no page of text")

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
		return Page{}, &InputError{Input: digest.Redact(address), Err: err}
	}
	return Page{URL: d.url.String(), ContentType: d.contentType, Data: d.data}, nil
}

// Complete returns an article of which a feed gives only the beginning with the
// text of its page, if that is longer, and with what else only the page tells, but for
// a date that cannot be one by now.
func (p Page) Complete(ctx context.Context, a digest.Article, now time.Time) digest.Article {
	u, err := url.Parse(p.URL)
	if err != nil {
		return a
	}
	found, _ := pageArticle(ctx, decode(p.Data, p.ContentType), u)
	found.Published = believable(found.Published, now)
	return merge(a, found)
}

// page fetches a page when its site may be asked for it.
func (r *Reader) page(ctx context.Context, address string) (download, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return download{}, errNoAddress
	}
	if err := r.await(ctx, u); err != nil {
		return download{}, err
	}
	d, err := r.download(ctx, request{address: address, guarded: true, accept: acceptPages, await: r.await})
	switch {
	case err != nil:
		return d, err
	case d.err != nil:
		return d, d.err
	case !isPage(d):
		return d, errNoPage
	}
	return d, nil
}

func isPage(d download) bool {
	head := d.head()
	return len(bytes.TrimSpace(head)) > 0 && !isBinary(head) && sniff(head) == page
}

// merge adds to a feed's article what its page tells. The address is that of
// the page only where the feed named one on another site, which led there: a
// page that names its section as its address must not replace others of it. What
// a feed says of another site's page gives way to what the page says.
func merge(a, page digest.Article) digest.Article {
	if !digest.SameSite(a.URL, page.URL) {
		if a.Via == "" && !sameOutlet(a.URL, page.URL) {
			attribute(&a, digest.Site(a.URL))
		}
		a.URL = digest.CleanURL(page.URL)
		a.Identify(a.Ref)
	}
	if len(page.Text) > len(a.Text) && tellsMore(page.Text, a.Title+" "+a.Text) {
		a.Text = page.Text
		if a.Via != "" {
			a.Title, a.Source, a.Via = cmp.Or(page.Title, a.Title), nameGivenAt(a.URL, withoutSite(page.Source)), digest.Site(a.URL)
		}
	}
	a.Title = cmp.Or(a.Title, page.Title)
	a.Author = cmp.Or(a.Author, page.Author)
	a.Language = cmp.Or(a.Language, cleanLanguage(page.Language))
	a.Paywalled = a.Paywalled || page.Paywalled
	a.Opinion = a.Opinion || page.Opinion || tellsOpinion(page.Text)
	if a.Published.IsZero() {
		a.Published = page.Published
	}
	return a
}

// tellsMore tells whether a page's text goes on from a teaser, and is not about
// cookies, scripts or subscriptions: it has a third of the teaser's longer
// words. Without a teaser, its length must tell.
func tellsMore(text, teaser string) bool {
	text = strings.ToLower(text)
	known, all := 0, 0
	for word := range strings.FieldsFuncSeq(strings.ToLower(teaser), isGap) {
		if utf8.RuneCountInString(word) < 4 {
			continue
		}
		if all++; strings.Contains(text, word) {
			known++
		}
	}
	return known*3 >= all && (all > 0 || len(text) >= shortText)
}
