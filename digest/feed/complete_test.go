package feed

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"newsbot/digest"
)

// local are the addresses at which the tests' servers listen.
var local = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("::1/128")}

const aPage = `<html lang="en-GB"><head><title>Dam holds</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Dam holds",
"author":{"name":"Ann Lee"},"datePublished":"2026-11-23T10:00:00Z","isAccessibleForFree":"False"}</script></head><body><article>
<h2>A long night</h2><p>The dam at Orm held through the storm, and the valley below it stayed dry, the water board said on Monday.</p>
<p>Engineers had opened two of its four gates before midnight, after the river rose by three metres within an afternoon.</p></article></body></html>`

func newPageServer(t *testing.T, robots string) (site *httptest.Server, asked *atomic.Int32) {
	asked = new(atomic.Int32)
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, _ *http.Request) {
		if robots == "" {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		fmt.Fprint(w, robots)
	})
	mux.HandleFunc("/dam", func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		fmt.Fprint(w, aPage)
	})
	mux.HandleFunc("/short", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, "<html><body><p>Please log in to read on.</p></body></html>")
	})
	mux.HandleFunc("/pdf", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "%PDF-1.7 something") })
	mux.HandleFunc("/cut", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "99999")
		fmt.Fprint(w, aPage)
	})
	mux.Handle("/to-private", http.RedirectHandler("/private/dam", http.StatusFound))
	site = httptest.NewServer(mux)
	t.Cleanup(site.Close)
	return site, asked
}

// complete fetches the page of an article and completes it.
func complete(t *testing.T, r *Reader, a digest.Article) (digest.Article, error) {
	p, err := r.Page(t.Context(), a.URL)
	if err != nil {
		return a, err
	}
	return p.Complete(t.Context(), a, now), nil
}

// A page of another site than the feed's speaks for itself; where it does not tell
// what the feed does, that is the feed's word.
func TestCompleteElsewhere(t *testing.T) {
	p := Page{URL: "https://valley.example/dam", ContentType: "text/html", Data: []byte(aPage)}
	for _, c := range []struct {
		name, address, via, title, text string
		want                            digest.Article
	}{
		{"a link", "https://valley.example/dam", "hub.example", "Dam has held", "", digest.Article{Title: "Dam holds", Source: "valley.example", Via: "valley.example"}},
		{"a redirect", "https://hub.example/r?1", "", "Dam has held", "", digest.Article{Title: "Dam holds", Source: "valley.example", Via: "valley.example"}},
		{"a link and other words", "https://valley.example/dam", "hub.example", "Mayor caught stealing", "Nothing else.",
			digest.Article{Title: "Mayor caught stealing", Source: "Herald", Via: "hub.example"}},
		{"a redirect and other words", "https://hub.example/r?1", "", "Mayor caught stealing", "Nothing else.",
			digest.Article{Title: "Mayor caught stealing", Source: "Herald (hub.example)", Via: "hub.example"}},
		{"the outlet's own", "https://valley.example/dam", "", "Dam has held", "", digest.Article{Title: "Dam has held", Source: "Herald"}},
	} {
		got := p.Complete(t.Context(), digest.Article{URL: c.address, Source: "Herald", Via: c.via, Title: c.title, Text: c.text}, now)
		if got.Title != c.want.Title || got.Source != c.want.Source || got.Via != c.want.Via || got.URL != "https://valley.example/dam" {
			t.Errorf("%s: %q by %q via %q at %s, want %q by %q via %q", c.name, got.Title, got.Source, got.Via, got.URL, c.want.Title, c.want.Source, c.want.Via)
		}
	}
}

// A date of a page that cannot be one is none.
func TestCompleteDate(t *testing.T) {
	for date, want := range map[string]time.Time{
		"2026-11-23T10:00:00Z": time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC),
		"1970-01-01T00:00:00Z": {},
		"0001-06-01T00:00:00Z": {},
		"2036-11-23T10:00:00Z": {},
	} {
		p := Page{URL: "https://valley.example/dam", ContentType: "text/html", Data: []byte(strings.ReplaceAll(aPage, "2026-11-23T10:00:00Z", date))}
		if got := p.Complete(t.Context(), digest.Article{URL: p.URL}, now); !got.Published.Equal(want) {
			t.Errorf("dated %s: published %s, want %s", date, got.Published, want)
		}
	}
}

func newCompleter(delay time.Duration) *Reader {
	return New(Config{Now: time.Now, Allow: local, Limits: Limits{Delay: delay}})
}

func TestComplete(t *testing.T) {
	site, _ := newPageServer(t, "")
	r := newCompleter(time.Millisecond)
	teaser := digest.Article{URL: site.URL + "/dam", Title: "Dam has held", Source: "Herald", Text: "The dam at Orm held."}
	teaser.Identify("")
	got, err := complete(t, r, teaser)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(got.Text, "The dam at Orm held through the storm") || !got.Paywalled || got.Author != "Ann Lee" ||
		got.Title != teaser.Title || got.Source != "Herald" || got.ID != teaser.ID || got.Language != "en-GB" || got.Published.IsZero() {
		t.Errorf("got %+v, want the page's text and what the feed lacked", got)
	}
	for path, want := range map[string]string{
		"/short": "", "/pdf": errNoPage.Error(), "/missing": "status 404", "/cut": "breaks off",
	} {
		teaser.URL = site.URL + path
		got, err := complete(t, r, teaser)
		if got.Text != teaser.Text || (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: text %q, error %v, want that of the feed and %q", path, got.Text, err, want)
		}
	}
}

func TestCompleteIsPolite(t *testing.T) {
	site, asked := newPageServer(t, "User-agent: *\nDisallow: /private\n")
	const pause = 100 * time.Millisecond
	r := newCompleter(pause)
	began := time.Now()
	for range 3 {
		if _, err := complete(t, r, digest.Article{URL: site.URL + "/dam"}); err != nil {
			t.Fatal(err)
		}
	}
	// By our clock, since a request that is long on its way comes close to the next.
	if took := time.Since(began); asked.Load() != 3 || took < 2*pause {
		t.Errorf("asked %d times in %v, want three times, each %v after the one before", asked.Load(), took, pause)
	}
	for _, path := range []string{"/private/dam", "/to-private"} {
		if _, err := complete(t, r, digest.Article{URL: site.URL + path}); !errors.Is(err, ErrRobots) {
			t.Errorf("%s: %v, want %v", path, err, ErrRobots)
		}
	}
}

func TestCompleteIsGuarded(t *testing.T) {
	site, _ := newPageServer(t, "")
	if _, err := complete(t, New(Config{}), digest.Article{URL: site.URL + "/dam"}); !errors.Is(err, errPrivate) || errors.Is(err, ErrRobots) {
		t.Errorf("%v, want a refusal of a private address", err)
	}
}

// TestCompleteEnds checks that whoever gives up is not told that a site refuses,
// and that the site is asked again.
func TestCompleteEnds(t *testing.T) {
	site, _ := newPageServer(t, "")
	r := newCompleter(time.Millisecond)
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := r.Page(ended, site.URL+"/dam"); !errors.Is(err, context.Canceled) || errors.Is(err, ErrRobots) {
		t.Errorf("%v, want that the context ended", err)
	}
	if _, err := r.Page(t.Context(), site.URL+"/dam"); err != nil {
		t.Error(err)
	}
}

func TestMergeAddress(t *testing.T) {
	for _, c := range []struct{ feed, page, want string }{
		{"https://proxy.example/r/1", "https://www.a.com/dam", "https://www.a.com/dam"},
		{"https://www.a.com/dam?x=1", "https://www.a.com/news", "https://www.a.com/dam?x=1"},
		{"https://a.com/dam", "https://news.a.com/dam", "https://a.com/dam"},
	} {
		if got := merge(digest.Article{URL: c.feed}, digest.Article{URL: c.page}); got.URL != c.want {
			t.Errorf("%s with a page at %s is at %s, want %s", c.feed, c.page, got.URL, c.want)
		}
	}
}

func TestRobots(t *testing.T) {
	for _, c := range []struct {
		robots, path string
		want         bool
		delay        time.Duration
	}{
		{"", "/a", true, 0},
		{"User-agent: *\nDisallow: /", "/a", false, 0},
		{"User-agent: *\nDisallow:", "/a", true, 0},
		{"user-agent : *\r\ndisallow : /a # why\r\n", "/a/b", false, 0},
		{"User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true, 0},
		{"User-agent: *\nDisallow: /a/b\nAllow: /a", "/a/b/c", false, 0},
		{"User-agent: *\nDisallow: /a\nAllow: /a", "/a", true, 0},
		{"User-agent: *\nDisallow: /*.pdf$", "/x/a.pdf", false, 0},
		{"User-agent: *\nDisallow: /*.pdf$", "/x/a.pdf?b", true, 0},
		{"User-agent: *\nDisallow: /*?print", "/a?print=1", false, 0},
		{"User-agent: *\nDisallow: /a$", "/a", false, 0},
		{"User-agent: *\nDisallow: /a$", "/ab", true, 0},
		{"User-agent: *\nDisallow: /a*/b*c$", "/a1/b2c3c", false, 0},
		{"User-agent: *\nDisallow: /a*/b*bc$", "/a1/bc", true, 0},
		{"User-agent: *\nDisallow: /**a*", "/ba", false, 0},
		{"User-agent: *\nDisallow: *", "/a", false, 0},
		{"User-agent: newsbot\nDisallow: /n\n\nUser-agent: *\nDisallow: /", "/a", true, 0},
		{"User-agent: *\nDisallow: /\n\nUser-agent: NewsBot\nDisallow: /n", "/n", false, 0},
		{"User-agent: other\nDisallow: /", "/a", true, 0},
		{"User-agent: other\nUser-agent: *\nDisallow: /a\nUser-agent: third\nDisallow: /", "/b", true, 0},
		{"Disallow: /", "/a", true, 0},
		{"User-agent: *\nCrawl-delay: 2.5", "/a", true, 2500 * time.Millisecond},
		{"User-agent: *\nCrawl-delay: 1e300", "/a", true, maxCrawlDelay},
		{"\uFEFFUser-agent: *\nDisallow: /a(b[c", "/a(b[c", false, 0},
		{"User-agent: *\nDisallow: /é", "/é/a", false, 0},
		{"User-agent: *\nDisallow: /\xff\xf2*a", "/a", true, 0},
		{"<html>no robots here</html>", "/a", true, 0},
	} {
		u, err := url.Parse("https://a.example" + c.path)
		if err != nil {
			t.Fatal(err)
		}
		r := parseRobots([]byte(c.robots))
		if got := r.allow(u); got != c.want || r.delay != c.delay {
			t.Errorf("%q: %s allowed: %v, delay %v, want %v, %v", c.robots, c.path, got, r.delay, c.want, c.delay)
		}
	}
}

func FuzzRobots(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /*a$\nCrawl-delay: nan"), "/a")
	f.Fuzz(func(t *testing.T, data []byte, path string) {
		u := &url.URL{Path: path}
		if r := parseRobots(data); r.delay < 0 || r.delay > maxCrawlDelay {
			t.Errorf("delay %v", r.delay)
		} else {
			r.allow(u)
		}
	})
}

// TestSlowRobots: a site that does not give its robots.txt holds up nobody who
// wants a page of another, nor longer than they wait who want one of its own.
func TestSlowRobots(t *testing.T) {
	asked := make(chan struct{}, 9)
	slow := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		asked <- struct{}{}
		<-r.Context().Done()
	}))
	defer slow.Close()
	quick, _ := newPageServer(t, "")
	r := New(Config{Allow: local, Limits: Limits{Delay: time.Millisecond}})
	first, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		_, err := r.Page(first, slow.URL+"/1")
		ended <- err
	}()
	<-asked
	if _, err := r.Page(t.Context(), quick.URL+"/dam"); err != nil {
		t.Errorf("a page of another site: %v", err)
	}
	brief, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := r.Page(brief, slow.URL+"/2"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a page of the slow site: %v, want the end of the time", err)
	}
	select {
	case err := <-ended:
		t.Errorf("the first who asked ended: %v", err)
	default:
	}
	stop()
	<-ended
}
