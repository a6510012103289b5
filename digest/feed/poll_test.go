package feed

import (
	"compress/flate"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// newFeedServer serves a feed in the ways in which servers answer a poll.
func newFeedServer(t *testing.T) *httptest.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/feed", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"v1"`)
		w.Header().Set("Last-Modified", "Mon, 23 Nov 2026 10:00:00 GMT")
		w.Header().Set("Cache-Control", "public, max-age=1800")
		if r.Header.Get("If-None-Match") == `"v1"` || r.Header.Get("If-Modified-Since") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, aFeed)
	})
	mux.Handle("/moved", http.RedirectHandler("/moved-on", http.StatusMovedPermanently))
	mux.Handle("/moved-on", http.RedirectHandler("/feed", http.StatusPermanentRedirect))
	mux.Handle("/away", http.RedirectHandler("/feed", http.StatusFound))
	mux.Handle("/mixed", http.RedirectHandler("/away", http.StatusMovedPermanently))
	mux.HandleFunc("/page", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("ETag", `"page"`)
		fmt.Fprint(w, `<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body></body></html>`)
	})
	mux.HandleFunc("/empty", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `<rss><channel><title>Nothing yet</title></channel></rss>`)
	})
	mux.HandleFunc("/status/{code}", func(w http.ResponseWriter, r *http.Request) {
		var code int
		fmt.Sscan(r.PathValue("code"), &code)
		w.Header().Set("Retry-After", r.URL.Query().Get("after"))
		w.WriteHeader(code)
	})
	mux.HandleFunc("/agent", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, `<rss><channel><item><title>%s</title></item></channel></rss>`, r.UserAgent())
	})
	for name, pack := range map[string]func(string) []byte{
		"gzip": func(s string) []byte { return zip(t, []byte(s)) },
		"br":   packBrotli,
		"zstd": packZstd,
	} {
		mux.HandleFunc("/packed/"+name, func(w http.ResponseWriter, r *http.Request) {
			if !strings.Contains(r.Header.Get("Accept-Encoding"), name) {
				t.Errorf("Accept-Encoding is %q, want %s in it", r.Header.Get("Accept-Encoding"), name)
			}
			w.Header().Set("Content-Encoding", name)
			w.Write(pack(aFeed))
		})
		mux.HandleFunc("/lies/"+name, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", name)
			fmt.Fprint(w, aFeed)
		})
	}
	for name, pack := range map[string]func(io.Writer) io.WriteCloser{
		"zlib": func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) },
		"raw":  func(w io.Writer) io.WriteCloser { z, _ := flate.NewWriter(w, flate.NoCompression); return z },
	} {
		mux.HandleFunc("/deflate/"+name, func(w http.ResponseWriter, _ *http.Request) { // though it was not asked for
			w.Header().Set("Content-Encoding", "deflate")
			z := pack(w)
			fmt.Fprint(z, aFeed)
			z.Close()
		})
	}
	site := httptest.NewServer(mux)
	t.Cleanup(site.Close)
	return site
}

func packBrotli(s string) []byte {
	var b strings.Builder
	w := brotli.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return []byte(b.String())
}

func packZstd(s string) []byte {
	w, err := zstd.NewWriter(nil)
	if err != nil {
		panic(err)
	}
	return w.EncodeAll([]byte(s), nil)
}

func TestPoll(t *testing.T) {
	site := newFeedServer(t)
	r := newTestReader()
	for _, c := range []struct {
		path, moved string
		articles    int
	}{
		{"/feed", "", 1},
		{"/moved", "/feed", 1},
		{"/away", "", 1},
		{"/mixed", "", 1},
		{"/page", "", 1},
		{"/empty", "", 0},
		{"/packed/gzip", "", 1},
		{"/packed/br", "", 1},
		{"/packed/zstd", "", 1},
		{"/deflate/zlib", "", 1},
		{"/deflate/raw", "", 1},
		{"/lies/gzip", "", 1},
		{"/lies/zstd", "", 1},
	} {
		p, err := r.Poll(t.Context(), site.URL+c.path, Validators{})
		if err != nil || len(p.Articles) != c.articles || strings.TrimPrefix(p.MovedTo, site.URL) != c.moved {
			t.Errorf("%s: %d articles, moved to %q, error %v, want %d, %q", c.path, len(p.Articles), p.MovedTo, err, c.articles, c.moved)
		}
	}
}

func TestPollConditional(t *testing.T) {
	site := newFeedServer(t)
	r := newTestReader()
	first, err := r.Poll(t.Context(), site.URL+"/feed", Validators{})
	want := Validators{`"v1"`, "Mon, 23 Nov 2026 10:00:00 GMT"}
	if err != nil || first.NotModified || first.Validators != want || first.Every != 30*time.Minute || first.Title != "Served" {
		t.Fatalf("first poll: %+v %v, want the validators %v and 30 minutes", first, err, want)
	}
	second, err := r.Poll(t.Context(), site.URL+"/moved", first.Validators)
	if err != nil || !second.NotModified || len(second.Articles) != 0 || second.Validators != want || second.MovedTo != site.URL+"/feed" {
		t.Errorf("second poll: %+v %v, want not modified and moved", second, err)
	}
	page, err := r.Poll(t.Context(), site.URL+"/page", Validators{})
	if err != nil || page.Validators != (Validators{}) {
		t.Errorf("page: %+v %v, want no validators, which are not those of its feed", page.Validators, err)
	}
}

// TestPollCut: the validators of an answer that breaks off are not kept, or the next
// one would say that what was not read is unchanged.
func TestPollCut(t *testing.T) {
	const whole = `<rss><channel><item><title>One</title></item><item><title>Two</title></item></channel></rss>`
	head := whole[:strings.Index(whole, "<item><title>Two")]
	const limit = 2000
	for _, c := range []struct {
		what, answer string
		length       int // as the server says; 0: it closes the connection at the end
		articles     int
		kept         bool
	}{
		{"whole", whole, len(whole), 2, true},
		{"whole, without a length", whole, 0, 2, true},
		{"breaks off", head, len(whole), 1, false},
		{"breaks off, without a length", head, 0, 1, false},
		{"breaks off behind what matters", whole, len(whole) + 1, 2, true},
		{"longer than is read", head + strings.Repeat(" ", limit), len(head) + limit, 1, true},
		{"JSON breaks off, without a length", `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"One"},{"id":"2"`, 0, 1, false},
		{"a list breaks off in an article", `[{"title":"One"},{"title":"Tw`, 0, 1, false},
		{"a list breaks off behind an article", `[{"title":"One"}`, 0, 1, false},
		{"lines break off", `{"title":"One"}` + "\n" + `{"title":"Tw`, 100, 1, false},
	} {
		site := httptest.NewServer(http.HandlerFunc(raw(func(conn net.Conn) {
			fmt.Fprint(conn, "HTTP/1.1 200 OK\r\nETag: \"v2\"\r\nConnection: close\r\n")
			if c.length > 0 {
				fmt.Fprintf(conn, "Content-Length: %d\r\n", c.length)
			}
			fmt.Fprint(conn, "\r\n", c.answer)
		})))
		p, err := New(Config{Limits: Limits{Answer: limit}}).Poll(t.Context(), site.URL, Validators{})
		site.Close()
		if err != nil || len(p.Articles) != c.articles || (p.ETag != "") != c.kept || (p.Cut == nil) != c.kept {
			t.Errorf("%s: %d articles, ETag %q, cut %v, error %v, want %d, an ETag %v", c.what, len(p.Articles), p.ETag, p.Cut, err, c.articles, c.kept)
		}
	}
}

// TestPollManyItems: of whatever form a feed is, no more items of it are taken than one may have.
func TestPollManyItems(t *testing.T) {
	const most, given = 5, 20
	for form, answer := range map[string]string{
		"RSS":       "<rss><channel>" + strings.Repeat("<item><title>One</title></item>", given) + "</channel></rss>",
		"JSON Feed": `{"version":"https://jsonfeed.org/version/1.1","items":[` + strings.Repeat(`{"id":"1","title":"One"},`, given-1) + `{"id":"2","title":"One"}]}`,
		"lines":     strings.Repeat(`{"title":"One"}`+"\n", given),
		"an array":  "[" + strings.Repeat(`{"title":"One"},`, given-1) + `{"title":"One"}]`,
	} {
		site := httptest.NewServer(http.HandlerFunc(says(answer)))
		p, err := New(Config{Limits: Limits{Items: most}}).Poll(t.Context(), site.URL, Validators{})
		site.Close()
		if err != nil || len(p.Articles) != most || p.Cut != nil {
			t.Errorf("%s: %d articles, cut %v, error %v; want %d", form, len(p.Articles), p.Cut, err, most)
		}
	}
}

func TestPollErrors(t *testing.T) {
	site := newFeedServer(t)
	r := New(Config{Now: func() time.Time { return now }, Contact: "news@example.org"})
	for _, c := range []struct {
		path  string
		code  int
		after time.Duration
	}{
		{"/status/404", 404, 0},
		{"/status/410", 410, 0},
		{"/status/429?after=120", 429, 2 * time.Minute},
		{"/status/503?after=Tue,+24+Nov+2026+09:00:00+GMT", 503, time.Hour},
		{"/status/503?after=soon", 503, 0},
		{"/status/503?after=99999999", 503, maxRetryAfter},
		{"/status/304", 304, 0},
		{"/status/204", 204, 0},
	} {
		_, err := r.Poll(t.Context(), site.URL+c.path, Validators{})
		status, ok := errors.AsType[*StatusError](err)
		if !ok || status.Code != c.code || status.RetryAfter != c.after || errors.Is(err, ErrGone) != (c.code == 410) {
			t.Errorf("%s: %v %+v, want status %d and %v", c.path, err, status, c.code, c.after)
		}
	}
	if p, err := r.Poll(t.Context(), site.URL+"/agent", Validators{}); err != nil || p.Articles[0].Title != "newsbot (+news@example.org)" {
		t.Errorf("seen as %v %v, want the name with its contact", p.Articles, err)
	}
	if _, err := r.Poll(t.Context(), "feed.xml", Validators{}); err == nil {
		t.Error("polled a file")
	}
}

func TestPollHTTP2(t *testing.T) {
	site := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, `<rss><channel><item><title>%s</title></item></channel></rss>`, r.Proto)
	}))
	site.EnableHTTP2 = true
	site.StartTLS()
	defer site.Close()
	r := newTestReader()
	r.web.any.Transport.(*http.Transport).TLSClientConfig = site.Client().Transport.(*http.Transport).TLSClientConfig.Clone()
	if p, err := r.Poll(t.Context(), site.URL, Validators{}); err != nil || p.Articles[0].Title != "HTTP/2.0" {
		t.Errorf("got %v %v, want HTTP/2.0", p.Articles, err)
	}
}

// TestPollNoFeed: what a server gives for people in a feed's place, with status 200
// though it fails, is no news.
func TestPollNoFeed(t *testing.T) {
	for _, answer := range []string{
		"Error establishing a database connection", aPage,
		"<!DOCTYPE html><html><head><title>Log in</title></head><body><p>" + strings.Repeat("Please log in to read on. ", 40) + "</p></body></html>",
	} {
		site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, answer) }))
		p, err := newTestReader().Poll(t.Context(), site.URL+"/feed", Validators{})
		if !errors.Is(err, errForPeople) || len(p.Articles) > 0 {
			t.Errorf("%.40q: %d articles, error %v, want %v", answer, len(p.Articles), err, errForPeople)
		}
		site.Close()
	}
}
