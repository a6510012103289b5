package demo

import (
	"context"
	"io"
	"iter"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"newsbot/bot/command"
	"newsbot/digest"
	"newsbot/digest/feed"
)

// shelf is where articles have their pages that have none on the web.
const shelf = "/articles/"

// library serves the pages of articles. Its zero value has none.
type library struct {
	page     string                    // address of the demo's own page
	articles map[string]digest.Article // by what follows page and shelf in their addresses
	now      func() time.Time
}

// newLibrary returns a library below the address of a page, and the articles
// with their addresses in it.
func newLibrary(page string, articles []digest.Article, now func() time.Time) (library, []digest.Article) {
	l := library{page, make(map[string]digest.Article), now}
	articles = slices.Clone(articles)
	for i := range articles {
		a := &articles[i]
		u, err := url.Parse(a.URL)
		if err != nil || u.Host == "" {
			continue
		}
		name := u.Host + u.EscapedPath()
		a.URL = page + shelf + name
		a.Identify(a.Ref)
		l.articles[name] = *a
	}
	return l, articles
}

// ServeHTTP sends the page of an article that is published by now.
func (l library) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a, ok := l.articles[strings.TrimPrefix(r.URL.EscapedPath(), shelf)]
	if !ok || a.Published.After(l.now()) {
		http.Error(w, "no article of the demo has this address", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	writeArticle(w, a) // the reader may be gone; there is no one to tell
}

// has reports whether an address is one of the library's pages or feeds.
func (l library) has(address string) bool {
	return l.page != "" && strings.HasPrefix(address, l.page+shelf) ||
		slices.ContainsFunc(l.outlets(), func(o outlet) bool { return address == o.address+front || address == o.address })
}

// web reads what people name: pages and feeds of the library although they are on
// this machine, all others as those of strangers.
type web struct {
	library     library
	own, others *feed.Reader
}

var (
	_ command.Pages      = web{}
	_ command.FeedReader = web{}
)

// newWeb returns the web of a library and of what others reads. All hosts of the
// library are this machine.
func newWeb(l library, others *feed.Reader) web {
	dial := func(ctx context.Context, network, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, network, hostOf(l.page))
	}
	own := &http.Client{Transport: &http.Transport{DialContext: dial}}
	return web{l, feed.New(feed.Config{Now: l.now, HTTP: own}), others}
}

// reader returns what may read an address.
func (w web) reader(address string) *feed.Reader {
	if w.library.has(address) {
		return w.own
	}
	return w.others
}

// Read implements command.Pages.
func (w web) Read(ctx context.Context, address string, stdin io.Reader) iter.Seq2[feed.Item, error] {
	return w.reader(address).Read(ctx, address, stdin)
}

// Discover implements command.FeedReader.
func (w web) Discover(ctx context.Context, address string) ([]feed.Found, error) {
	return w.reader(address).Discover(ctx, address)
}

// Poll implements command.FeedReader.
func (w web) Poll(ctx context.Context, address string, known feed.Validators) (feed.Polled, error) {
	return w.reader(address).Poll(ctx, address, known)
}
