package feed

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

const aNewsMap = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>http://a.example/1</loc><news:news><news:publication><news:name>Orm Herald</news:name></news:publication><news:title>Dam holds</news:title></news:news></url></urlset>`

func TestDiscover(t *testing.T) {
	titled := func(title string) string { return strings.Replace(aFeed, "Served", title, 1) }
	for _, c := range []struct {
		name  string
		pages map[string]string
		want  string // path and title of each, and why it breaks off
	}{
		{"a feed", map[string]string{"/": titled("Itself")}, "/ Itself"},
		{"a feed that breaks off", map[string]string{"/": titled("Half")[:len(aFeed)-10]}, "/ Half: is broken XML; only what stands before the mistake is read"},
		{"named", map[string]string{
			"/":       `<html><head><base href="/x/"><link rel="alternate" type="application/rss+xml" title="Comments" href="/c"><link rel="ALTERNATE feed" type="application/atom+xml; charset=utf-8" href="news"></head></html>`,
			"/x/news": titled("News"), "/c": titled("Comments"),
		}, "/x/news News|/c Comments"},
		{"named but missing, linked", map[string]string{
			"/":          `<html><link rel=alternate type="application/rss+xml" href="/gone"><a href="/about">About</a><a href="/world/rss">RSS</a></html>`,
			"/world/rss": titled("World"),
		}, "/world/rss World"},
		{"usual place", map[string]string{"/": "<html><p>Hello</p></html>", "/feed.xml": titled("Usual"), "/rss": "<html>no feed</html>"}, "/feed.xml Usual"},
		{"without items yet", map[string]string{"/": "<html></html>", "/rss": "<rss><channel><title>New</title></channel></rss>"}, "/rss New"},
		{"site map", map[string]string{
			"/": "<html></html>", "/robots.txt": "User-agent: *\nSitemap: /all.xml\nSitemap: /map-of-news.xml\n", "/map-of-news.xml": aNewsMap,
		}, "/map-of-news.xml "},
		{"json", map[string]string{"/": `<html><link rel="alternate" type="application/feed+json" href="/j"></html>`, "/j": `{"version":"https://jsonfeed.org/version/1","title":"J","items":[]}`}, "/j J"},
		{"in another language", map[string]string{"/": `{"version":"https://jsonfeed.org/version/1","title":"Bote","items":[{"title":"Der Stadtrat hat am Montag für die neue Mauer gestimmt"},{"title":"Dam holds"}]}`}, "/ Bote (1 foreign)"},
		{"nothing", map[string]string{"/": "<html><p>Hello</p></html>"}, ""},
	} {
		site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			body, ok := c.pages[r.URL.Path]
			if !ok {
				w.WriteHeader(http.StatusNotFound)
			}
			fmt.Fprint(w, body)
		}))
		found, err := newTestReader().Discover(t.Context(), site.URL+"/")
		var got []string
		for _, f := range found {
			got = append(got, strings.TrimPrefix(f.Feed, site.URL)+" "+strings.Replace(f.Title, "127.0.0.1", "", 1))
			if f.Foreign > 0 {
				got[len(got)-1] += fmt.Sprintf(" (%d foreign)", f.Foreign)
			}
			if f.Cut != nil {
				got[len(got)-1] += ": " + f.Cut.Error()
			}
		}
		if strings.Join(got, "|") != c.want || errors.Is(err, ErrNoFeed) != (c.want == "") {
			t.Errorf("%s: %q %v, want %q", c.name, got, err, c.want)
		}
		site.Close()
	}
}
