package demo

import (
	"context"
	_ "embed"
	"html/template"
	"io"
	"iter"
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
	address  string                    // with which their addresses begin
	articles map[string]digest.Article // by what follows
	now      func() time.Time
}

// newLibrary returns a library below the address of a page, and the articles
// with their addresses in it.
func newLibrary(page string, articles []digest.Article, now func() time.Time) (library, []digest.Article) {
	l := library{page + shelf, make(map[string]digest.Article), now}
	articles = slices.Clone(articles)
	for i := range articles {
		a := &articles[i]
		u, err := url.Parse(a.URL)
		if err != nil || u.Host == "" {
			continue
		}
		name := u.Host + u.EscapedPath()
		a.URL = l.address + name
		a.Identify(a.Ref)
		l.articles[name] = *a
	}
	return l, articles
}

var (
	//go:embed article.html
	articleHTML     string
	articleTemplate = template.Must(template.New("article").Parse(articleHTML))
)

// ServeHTTP sends the page of an article that is published by now.
func (l library) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a, ok := l.articles[strings.TrimPrefix(r.URL.EscapedPath(), shelf)]
	if !ok || a.Published.After(l.now()) {
		http.Error(w, "no article of the demo has this address", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	articleTemplate.Execute(w, struct { // the reader may be gone; there is no one to tell
		digest.Article
		Paragraphs []string
		Machine    string
	}{a, strings.Split(a.Text, "\n"), a.Published.Format(time.RFC3339)})
}

// pages reads what /news summarize is asked for: pages of the library although
// they are on this machine, all others as those of strangers.
type pages struct {
	library library
	own     *feed.Reader
	others  command.Pages
}

// Read implements command.Pages.
func (p pages) Read(ctx context.Context, address string, stdin io.Reader) iter.Seq2[feed.Item, error] {
	if p.library.address != "" && strings.HasPrefix(address, p.library.address) {
		return p.own.Read(ctx, address, stdin)
	}
	return p.others.Read(ctx, address, stdin)
}
