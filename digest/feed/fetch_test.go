package feed

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httptrace"
	"net/netip"
	"net/url"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

const aFeed = `<rss version="2.0"><channel><title>Served</title><item><title>One</title><link>/1</link></item></channel></rss>`

const anArticle = `<html><head><title>Dam</title><meta property="og:type" content="article">
<link rel="alternate" type="application/rss+xml" href="/feed"><link rel="canonical" href="%s"></head>
<body><article><p>The dam at Orm has held through the storm, and the valley below it stays dry for now.</p></article></body></html>`

const frontPage = `<html><head><title>Front</title><base href="/sub/"><link rel="alternate" type="application/rss+xml" href="../feed"></head>
<body><p>Welcome to our paper, which has been telling the news of the valley for a hundred years.</p></body></html>`

// newSite serves what the tests below ask for.
func newSite(t *testing.T) *httptest.Server {
	mux := http.NewServeMux()
	serve := func(pattern, contentType, body string) {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", contentType)
			fmt.Fprint(w, body)
		})
	}
	serve("/{$}", "text/html", frontPage)
	serve("/feed", "application/rss+xml", aFeed)
	serve("/feed.html", "text/html", aFeed) // the ending and the type lie
	serve("/page.xml", "application/xml", fmt.Sprintf(anArticle, "/dam"))
	serve("/stolen", "text/html", fmt.Sprintf(anArticle, "https://elsewhere.example/dam"))
	serve("/latin1", "text/html; charset=iso-8859-1", "<html><title>Caf\xe9</title><body><article><p>The caf\xe9 in M\xfcnster closes its doors for good at the end of the year.</p></article></html>")
	serve("/json", "application/octet-stream", `{"version":"https://jsonfeed.org/version/1","title":"J","items":[{"id":"1","title":"In JSON"}]}`)
	serve("/lines", "text/plain", "{\"title\":\"L1\"}\n{\"title\":\"L2\"}\n")
	serve("/text", "text/plain", "Plain title\nPlain text.")
	serve("/image", "text/html", string(noise(5000)))
	serve("/empty", "text/html", "")
	serve("/huge", "text/plain", strings.Repeat("a ", 200_000))
	serve("/bomb", "application/gzip", string(zip(t, []byte(strings.Repeat("a ", 2_000_000)))))
	serve("/opml", "text/xml", `<opml><body><outline xmlUrl="/nothing"/><outline xmlUrl="ftp://x.example/"/></body></opml>`)
	mux.HandleFunc("/missing", http.NotFound)
	mux.HandleFunc("/broken", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(503) })
	mux.HandleFunc("/busy", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(429) })
	mux.Handle("/moved", http.RedirectHandler("/feed", http.StatusMovedPermanently))
	mux.Handle("/loop", http.RedirectHandler("/loop", http.StatusFound))
	mux.Handle("/away", http.RedirectHandler("file:///etc/passwd", http.StatusFound))
	mux.HandleFunc("/packed", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(zip(t, []byte(aFeed)))
	})
	mux.HandleFunc("/short", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "9999")
		fmt.Fprint(w, "Half a text")
	})
	mux.HandleFunc("/auth", func(w http.ResponseWriter, r *http.Request) {
		if user, password, _ := r.BasicAuth(); user != "ann" || password != "secret" {
			w.WriteHeader(401)
			return
		}
		fmt.Fprint(w, aFeed)
	})
	mux.HandleFunc("/agent", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.UserAgent()) })
	site := httptest.NewServer(mux)
	t.Cleanup(site.Close)
	return site
}

func TestURLs(t *testing.T) {
	site := newSite(t)
	r := New(Config{Limits: Limits{Document: 300_000}})
	for _, c := range []struct{ path, titles, err string }{
		{"/", "One", ""},
		{"/feed", "One", ""},
		{"/feed.html", "One", ""},
		{"/moved", "One", ""},
		{"/packed", "One", ""},
		{"/page.xml", "Dam", ""},
		{"/latin1", "Café", ""},
		{"/json", "In JSON", ""},
		{"/lines", "L1|L2", ""},
		{"/text", "Plain title", ""},
		{"/agent", "newsbot", ""},
		{"/image", "", "binary"},
		{"/empty", "", "is empty"},
		{"/huge", "", "is too large"},
		{"/bomb", "", "is too large"},
		{"/missing", "", "there is nothing at this address"},
		{"/broken", "", "status 503"},
		{"/busy", "", "fewer requests"},
		{"/loop", "", "more than 5 times"},
		{"/away", "", "leads to"},
		{"/short", "", "breaks off"},
		{"/auth", "", "does not let newsbot"},
	} {
		items, errs := readAll(t, r, site.URL+c.path, "")
		var titles []string
		for _, it := range items {
			titles = append(titles, it.Article.Title)
		}
		if len(items) > 0 && items[0].Front != (c.path == "/") {
			t.Errorf("%s: is a front page: %t", c.path, items[0].Front)
		}
		if got := strings.Join(titles, "|"); got != c.titles {
			t.Errorf("%s: titles %q, want %q (%v)", c.path, got, c.titles, errs)
		}
		switch {
		case c.err == "" && len(errs) > 0:
			t.Errorf("%s: error %v, want none", c.path, errs)
		case c.err != "" && (len(errs) != 1 || !strings.Contains(errs[0].Error(), c.err) || !strings.Contains(errs[0].Error(), c.path)):
			t.Errorf("%s: errors %v, want one that names it and says %q", c.path, errs, c.err)
		}
	}
}

func TestArticleURL(t *testing.T) {
	site := newSite(t)
	for _, c := range []struct{ path, want string }{
		{"/feed", "/1"},
		{"/page.xml", "/dam"},
		{"/stolen", "/stolen"}, // a page cannot pass for one of another site
		{"/text?utm_source=x", "/text"},
	} {
		items, errs := readAll(t, newTestReader(), site.URL+c.path, "")
		if len(items) != 1 || items[0].Article.URL != site.URL+c.want {
			t.Errorf("%s: got %+v %v, want the URL %s", c.path, items, errs, c.want)
		}
	}
}

// TestCredentials checks that a password is sent, and shown nowhere.
func TestCredentials(t *testing.T) {
	site := newSite(t)
	with := strings.Replace(site.URL, "http://", "http://ann:secret@", 1)
	items, errs := readAll(t, newTestReader(), with+"/auth", "")
	if len(items) != 1 || strings.Contains(fmt.Sprint(items, errs), "secret") {
		t.Errorf("got %+v %v, want one article without password", items, errs)
	}
	site.Close()
	for _, path := range []string{"/auth", "/%zz"} {
		if _, errs := readAll(t, newTestReader(), with+path, ""); len(errs) != 1 || strings.Contains(errs[0].Error(), "secret") {
			t.Errorf("%s: errors %v, want one without password", path, errs)
		}
	}
}

// TestRedirectedCredentials: a password goes along to the server that it is for, and
// only as safely as before.
func TestRedirectedCredentials(t *testing.T) {
	for _, c := range []struct{ from, location, want string }{
		{"http://ann:secret@a.example/1", "/2", "http://ann:secret@a.example/2"},
		{"http://ann:secret@a.example/1", "http://a.example/2", "http://ann:secret@a.example/2"},
		{"http://ann:secret@a.example/1", "https://A.example/2", "https://ann:secret@A.example/2"},
		{"http://ann:secret@a.example/1", "http://bob:other@a.example/2", "http://bob:other@a.example/2"},
		{"https://ann:secret@a.example/1", "//a.example/2", "https://ann:secret@a.example/2"},
		{"https://ann:secret@a.example/1", "http://a.example/2", "http://a.example/2"},
		{"http://ann:secret@a.example/1", "http://b.example/2", "http://b.example/2"},
		{"http://ann:secret@a.example/1", "http://a.example:8080/2", "http://a.example:8080/2"},
	} {
		from, err := url.Parse(c.from)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := redirected(from, c.location); err != nil || got.String() != c.want {
			t.Errorf("from %s to %s leads to %v %v, want %s", c.from, c.location, got, err, c.want)
		}
	}
}

func TestOutlines(t *testing.T) {
	site := newSite(t)
	opml := fmt.Sprintf(`<opml><body><outline text="Group"><outline xmlUrl="%s/feed"/><outline xmlurl="%[1]s/json"/></outline>
<outline xmlUrl="%[1]s/feed"/><outline xmlUrl="%[1]s/missing"/><outline xmlUrl="%[1]s/opml"/></body></opml>`, site.URL)
	items, errs := readAll(t, newTestReader(), write(t, "feeds.opml", []byte(opml)), "")
	if len(items) != 2 || len(errs) != 2 || !strings.Contains(fmt.Sprint(errs), "list of feeds inside") {
		t.Errorf("got %d articles and %v, want 2, a missing feed and a nested list", len(items), errs)
	}
}

// TestGuard checks that a stranger cannot make us reach into a private network,
// whereas the person at the command line can.
func TestGuard(t *testing.T) {
	site := newSite(t)
	w := newWeb(Config{Now: time.Now})
	if res, err := w.fetch(t.Context(), request{address: site.URL + "/feed"}); err != nil || res.public {
		t.Errorf("typed address: %v, public %v, want an answer from a private address", err, res.public)
	} else {
		res.body.Close()
	}
	for _, address := range []string{site.URL + "/feed", strings.Replace(site.URL, "127.0.0.1", "localhost", 1)} {
		if _, err := w.fetch(t.Context(), request{address: address, guarded: true}); err == nil || !strings.Contains(err.Error(), "private network") {
			t.Errorf("stranger's %s: %v, want a refusal", address, err)
		}
	}
}

// TestPublicReader checks that a reader whose inputs strangers name reads no
// files, no standard input and nothing inside a private network.
func TestPublicReader(t *testing.T) {
	site := newSite(t)
	r := New(Config{Public: true})
	file := write(t, "secret.txt", []byte("Secret\nA text that only the operator may read."))
	for _, input := range []string{
		file, filepath.Dir(file), "-", "file://" + file, site.URL + "/feed",
		strings.Replace(site.URL, "127.0.0.1", "[::ffff:127.0.0.1]", 1) + "/feed",
		"http://2130706433/", "http://0x7f.1/", "http://user:pass@127.0.0.1/", "ftp://example.com/feed",
	} {
		var got error
		for item, err := range r.Read(t.Context(), input, strings.NewReader("Title\nText.")) {
			if err == nil {
				t.Errorf("%s: read %q", input, item.Article.Title)
			}
			got = err
		}
		if got == nil {
			t.Errorf("%s: no error", input)
		}
	}
}

func TestWebPorts(t *testing.T) {
	for address, want := range map[string]error{
		"93.184.215.14:443": nil, "93.184.215.14:8080": nil, "93.184.215.14:22": errPort, "93.184.215.14:6379": errPort,
		"10.0.0.1:443": errPrivate, "no address": errPrivate,
	} {
		if got := guard(nil).control("tcp", address, nil); got != want {
			t.Errorf("control(%s) = %v, want %v", address, got, want)
		}
	}
}

// TestProxy: what a stranger names goes through the proxy that is given, but for what is
// seen to lead inside or to no web server; without one it goes through none.
func TestProxy(t *testing.T) {
	asked := make(chan string, 10)
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked <- r.URL.String()
		fmt.Fprint(w, aFeed)
	}))
	defer proxy.Close()
	through, err := url.Parse(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	w := newWeb(Config{Now: time.Now, Proxy: through})
	for address, want := range map[string]error{
		"http://public.example/feed": nil, "http://93.184.215.14/feed": nil,
		"http://10.0.0.1/feed": errPrivate, "http://[::ffff:10.0.0.1]/feed": errPrivate, "http://93.184.215.14:6379/": errPort,
		"http://public.example:8080/feed": nil, "http://public.example:22/": errPort, "http://public.example:65616/": errPort, "http://1and1.example/feed": nil,
		"http://127.0.0.1./": errPrivate, "http://169.254.169.254./": errPrivate, "http://[::1%25lo]/": errPrivate, "http://①②⑦.⓪.⓪.①/": errPrivate,
		"http://2130706433/": errPrivate, "http://0x7F.1/": errPrivate, "http://127.1:6379/": errPrivate, "http://0177.0.0.1/": errPrivate,
		"http://localhost:22/": errPrivate, "http://redis.LOCALHOST/": errPrivate, "http://redis:8080/": errPrivate, "http://redis./": errPrivate,
	} {
		res, err := w.fetch(t.Context(), request{address: address, guarded: true})
		if !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", address, err, want)
		}
		if err == nil {
			res.body.Close()
			if got := <-asked; got != address {
				t.Errorf("the proxy was asked for %s, want %s", got, address)
			}
		}
	}
	named := newWeb(Config{Now: time.Now, Proxy: through, Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}})
	for address, want := range map[string]error{
		"http://localhost:9000/": nil, "http://wiki/": nil, "http://wiki:9000/": errPort, "http://10.0.0.1/": errPrivate,
	} {
		if _, err := named.public.Transport.(*http.Transport).Proxy(httptest.NewRequest(http.MethodGet, address, nil)); err != want {
			t.Errorf("%s, with 127.0.0.0/8 allowed: %v, want %v", address, err, want)
		}
	}
	if p := newWeb(Config{Now: time.Now}).public.Transport.(*http.Transport).Proxy; p != nil {
		t.Error("a proxy that nobody has named may be used for a stranger's address")
	}
}

// fromPublic is a transport whose every answer comes from a public address and
// redirects.
type fromPublic struct{ to string }

func (f fromPublic) RoundTrip(r *http.Request) (*http.Response, error) {
	httptrace.ContextClientTrace(r.Context()).GotConn(httptrace.GotConnInfo{Conn: publicConn{}})
	rec := httptest.NewRecorder()
	http.Redirect(rec, r, f.to, http.StatusFound)
	return rec.Result(), nil
}

type publicConn struct{ net.Conn }

func (publicConn) RemoteAddr() net.Addr {
	return &net.TCPAddr{IP: net.IPv4(93, 184, 215, 14), Port: 443}
}

// TestGuardedRedirect checks that a public server cannot redirect into a
// private network.
func TestGuardedRedirect(t *testing.T) {
	site := newSite(t)
	w := newWeb(Config{Now: time.Now})
	w.any.Transport = fromPublic{site.URL + "/feed"}
	if _, err := w.fetch(t.Context(), request{address: "https://public.example/"}); !errors.Is(err, errPrivate) {
		t.Errorf("got %v, want %v", err, errPrivate)
	}
}

// TestNamedServerOnly checks that who may name a server in a private network has
// not named where that leads: another one there is refused, by a redirect, as the
// feed of a page and in a list of feeds.
func TestNamedServerOnly(t *testing.T) {
	inside := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("reached another server inside") }))
	defer inside.Close()
	mux := http.NewServeMux()
	mux.Handle("/redirect", http.RedirectHandler(inside.URL+"/feed", http.StatusMovedPermanently))
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, `<html><head><link rel="alternate" type="application/rss+xml" href="%s/feed"></head><body>Home</body></html>`, inside.URL)
	})
	mux.HandleFunc("/list", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, `<opml><body><outline xmlUrl="%s/feed"/></body></opml>`, inside.URL)
	})
	named := httptest.NewServer(mux)
	defer named.Close()
	r := newTestReader()
	for _, path := range []string{"/redirect", "/", "/list"} {
		if items, errs := readAll(t, r, named.URL+path, ""); len(items) > 0 || len(errs) != 1 || !errors.Is(errs[0], errPrivate) {
			t.Errorf("%s: %d items, errors %v, want %v", path, len(items), errs, errPrivate)
		}
	}
	if found, err := r.Discover(t.Context(), named.URL); err == nil {
		t.Errorf("found %v", found)
	}
}

func TestIsPublic(t *testing.T) {
	for address, want := range map[string]bool{
		"93.184.215.14": true, "2606:2800:21f::1": true,
		"127.0.0.1": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false, "169.254.169.254": false, "168.63.129.16": false,
		"100.64.0.1": false, "0.0.0.0": false, "224.0.0.1": false, "255.255.255.255": false, "::1": false, "::": false,
		"fe80::1": false, "fd00::1": false, "::ffff:10.0.0.1": false, "64:ff9b::a00:1": false, "2002:a00:1::": false,
	} {
		if got := isPublic(netip.MustParseAddr(address)); got != want {
			t.Errorf("isPublic(%s) = %v, want %v", address, got, want)
		}
	}
}

func TestSlowServer(t *testing.T) {
	var open atomic.Int32
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		open.Add(1)
		defer open.Add(-1)
		if r.URL.Path == "/body" {
			fmt.Fprint(w, "Half")
			w.(http.Flusher).Flush()
		}
		<-r.Context().Done()
	}))
	defer site.Close()
	for _, path := range []string{"/header", "/body"} {
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		var got error
		for _, err := range newTestReader().Read(ctx, site.URL+path, nil) {
			got = err
		}
		cancel()
		if got == nil {
			t.Errorf("%s: no error from a server that does not answer", path)
		}
	}
}

func TestResolve(t *testing.T) {
	base, _ := url.Parse("https://example.com/a/b")
	for _, c := range []struct{ ref, want string }{
		{"c", "https://example.com/a/c"}, {"//other.example/x#y", "https://other.example/x"}, {"javascript:x", ""}, {"", ""}, {"%zz", "https://example.com/a/%25zz"},
	} {
		if got := resolve(base, c.ref); got != c.want {
			t.Errorf("resolve(%q) = %q, want %q", c.ref, got, c.want)
		}
	}
}
