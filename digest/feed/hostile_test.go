package feed

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"newsbot/digest/feed/syndication"
)

// What an attack may cost at most.
const (
	hostileWork   = 5 * time.Second // of cores
	hostileLimit  = time.Second     // of one fetch in these tests
	hostileMemory = 128 << 20       // with garbage that is not collected yet
	bombWork      = time.Second
	bombMemory    = 64 << 20
)

// attack is what a hostile server does, and what must come of it.
type attack struct {
	name   string
	handle func(w http.ResponseWriter, r *http.Request)
	want   string // part of the error, "" for none
	titles string // of the articles
}

// zeros is an endless stream of spaces.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

const bombSize = 10 << 30

// bombs are 10 GB of spaces in each form. gzip and zstd repeat one packed part,
// because packing takes longer than the tests may.
var bombs = sync.OnceValue(func() map[string][]byte {
	part := bytes.Repeat([]byte(" "), 8<<20)
	var gz bytes.Buffer
	z := gzip.NewWriter(&gz)
	z.Write(part)
	z.Close()
	e, err := zstd.NewWriter(nil)
	if err != nil {
		panic(err)
	}
	var br bytes.Buffer
	b := brotli.NewWriterLevel(&br, 1)
	io.CopyN(b, zeros{}, 256<<20)
	b.Close()
	n := bombSize / len(part)
	return map[string][]byte{
		"gzip": bytes.Repeat(gz.Bytes(), n),
		"zstd": bytes.Repeat(e.EncodeAll(part, nil), n),
		"br":   br.Bytes(),
	}
})

func bomb(encoding, contentType string) func(w http.ResponseWriter, r *http.Request) {
	return func(w http.ResponseWriter, _ *http.Request) {
		if contentType == "" {
			w.Header().Set("Content-Encoding", encoding)
		} else {
			w.Header().Set("Content-Type", contentType)
		}
		w.Write(bombs()[encoding])
	}
}

// drip writes s a few bytes at a time.
func drip(s string, pause time.Duration) func(w http.ResponseWriter, r *http.Request) {
	return func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i < len(s) && r.Context().Err() == nil; i += 4 {
			io.WriteString(w, s[i:min(len(s), i+4)])
			w.(http.Flusher).Flush()
			time.Sleep(pause)
		}
	}
}

// raw answers with bytes that net/http would not send.
func raw(write func(c net.Conn)) func(w http.ResponseWriter, r *http.Request) {
	return func(w http.ResponseWriter, _ *http.Request) {
		c, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			panic(err)
		}
		defer c.Close()
		c.SetWriteDeadline(time.Now().Add(2 * hostileLimit))
		write(c)
	}
}

func endlessly(head, line string) func(w http.ResponseWriter, r *http.Request) {
	return raw(func(c net.Conn) {
		lines := bytes.Repeat([]byte(line), 100) // the server's garbage must not count as ours
		_, err := io.WriteString(c, head)
		for err == nil {
			_, err = c.Write(lines)
		}
	})
}

func says(body string, header ...string) func(w http.ResponseWriter, r *http.Request) {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		io.WriteString(w, body)
	}
}

func entityBomb() string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "lol">`)
	for i := range 30 {
		fmt.Fprintf(&b, `<!ENTITY e%d "%s">`, i+1, strings.Repeat(fmt.Sprintf("&e%d;", i), 10))
	}
	b.WriteString(`]><rss><channel><item><title>Bomb</title><description>&e30;</description></item></channel></rss>`)
	return b.String()
}

func quadraticEntity() string {
	return `<!DOCTYPE rss [<!ENTITY a "` + strings.Repeat("a", 100_000) + `">]><rss><channel><item><title>Bomb</title><description>` +
		strings.Repeat("&a;", 100_000) + `</description></item></channel></rss>`
}

func attacks() []attack {
	feed := func(inner string) string {
		return `<rss><channel><item><title>One</title>` + inner + `</item></channel></rss>`
	}
	return []attack{
		{"gzip bomb of 10 GB", bomb("gzip", ""), "more than a hundred times", ""},
		{"gzip bomb of 10 GB as a file", bomb("gzip", "application/gzip"), "", ""},
		{"zstd bomb of 10 GB", bomb("zstd", ""), "more than a hundred times", ""},
		{"brotli bomb of 256 MB", bomb("br", ""), "more than a hundred times", ""},
		{"zstd with a window of 2 GB", says("\x28\xb5\x2f\xfd\x00\xf8\x00\x00\x00", "Content-Encoding", "zstd"), "cannot be fetched", ""},
		{"packed many times", says("x", "Content-Encoding", "gzip, gzip, br, gzip"), "compressed 4 times", ""},
		{"packed in an unknown way", says("x", "Content-Encoding", "lzma"), "is not known", ""},
		{"packed, it says, and is not", says(aFeed, "Content-Encoding", "gzip"), "", "One"},
		{"body without end", endlessly("HTTP/1.1 200 OK\r\n\r\n<rss>", "<a>some text</a>"), "", ""},
		{"header without end", endlessly("HTTP/1.1 200 OK\r\n", "X-Header: value\r\n"), "cannot be fetched", ""},
		{"header line without end", endlessly("HTTP/1.1 200 OK\r\nX-Header: ", "value value value "), "cannot be fetched", ""},
		{"early answers without end", endlessly("", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"), "cannot be fetched", ""},
		{"chunk extensions without end", endlessly("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1;aaaaaaaaaaaaaaaa=bbbbbbbbbbbbbb\r\nx\r\n"), "", ""},
		{"chunk size beyond all numbers", raw(func(c net.Conn) {
			io.WriteString(c, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n")
		}), "cannot be fetched", ""},
		{"slow header", raw(func(c net.Conn) {
			for _, b := range []byte("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nX-Wait: for it\r\n") {
				if _, err := c.Write([]byte{b}); err != nil {
					return
				}
				time.Sleep(100 * time.Millisecond)
			}
		}), "does not answer in time", ""},
		{"slow body", drip(strings.Repeat(" ", 1000)+aFeed, 50*time.Millisecond), "does not answer in time", ""},
		{"no answer at all", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, "does not answer in time", ""},
		{"closed without an answer", raw(func(net.Conn) {}), "cannot be fetched (the connection was closed)", ""},
		{"not HTTP", raw(func(c net.Conn) { io.WriteString(c, "SSH-2.0-OpenSSH_9.9\r\n") }), "cannot be fetched", ""},
		{"length too long", says(feed(""), "Content-Length", "99999"), "breaks off", "One"},
		{"length too short", raw(func(c net.Conn) {
			io.WriteString(c, "HTTP/1.1 200 OK\r\nContent-Length: 70\r\n\r\n"+feed("<description>More.</description>")+feed(""))
		}), "broken XML", "One"},
		{"length negative", raw(func(c net.Conn) { io.WriteString(c, "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"+aFeed) }), "cannot be fetched", ""},
		{"two lengths", raw(func(c net.Conn) {
			io.WriteString(c, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 500\r\n\r\n"+aFeed)
		}), "cannot be fetched", ""},
		{"a feed that says it is a picture", says(aFeed, "Content-Type", "image/png"), "", "One"},
		{"a program that says it is a feed", says("\x7fELF\x02\x01\x01\x00\x00\x00\x00"+string(noise(2000)), "Content-Type", "application/rss+xml"), "binary", ""},
		{"charset that lies", says(feed("<description>caf\xe9</description>"), "Content-Type", "text/xml; charset=utf-16"), "", "One"},
		{"redirect loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, http.StatusFound) }, "more than 5 times", ""},
		{"redirects without end", func(w http.ResponseWriter, r *http.Request) {
			n, _ := strconv.Atoi(r.URL.Query().Get("n"))
			http.Redirect(w, r, fmt.Sprintf("%s?n=%d", r.URL.Path, n+1), http.StatusFound)
		}, "more than 5 times", ""},
		{"redirect to a file", says302("file:///etc/passwd"), "only http and https", ""},
		{"redirect to gopher", says302("gopher://127.0.0.1:6379/_FLUSHALL"), "only http and https", ""},
		{"redirect to itself with a body without end", func(w http.ResponseWriter, r *http.Request) {
			endlessly("HTTP/1.1 302 Found\r\nLocation: "+r.URL.Path+"\r\n\r\n", "body ")(w, r)
		}, "more than 5 times", ""},
		{"redirect to half a gigabyte of address", raw(func(c net.Conn) {
			io.WriteString(c, "HTTP/1.1 302 Found\r\nLocation: /")
			io.CopyN(c, zeros{}, 512<<20)
		}), "cannot be fetched", ""},
		{"entity bomb", says(entityBomb()), "", "Bomb"},
		{"one long entity again and again", says(quadraticEntity()), "", "Bomb"},
		{"external entity", says(`<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1/"> %p;]>` + feed("<description>&x;</description>")), "", "One"},
		{"XML nested 100,000 deep", says(feed(strings.Repeat("<a>", 100_000))), "", "One"},
		{"HTML nested 100,000 deep", says("<html><body>" + strings.Repeat("<div>", 100_000) + "Text that is very deep."), "", ""},
		{"HTML with formatting that multiplies", says("<html><body>" + strings.Repeat("<b><i><u><s><font>", 2000) + strings.Repeat("<p>x", 20_000)), "", ""},
		{"HTML nesting bomb in an item", says(feed("<description><![CDATA[" + strings.Repeat("<div><b>", 50_000) + "]]></description>")), "", "One"},
		{"a heading in a heading, around much", says("<html><body>" + strings.Repeat("<h1><div>", 200) + blank(6<<20)), "", ""},
		{"an author in an author, around much", says("<html><body>" + strings.Repeat("<div itemprop=author>", 400) + blank(6<<20)), "", ""},
		{"a date in a date, around much", says("<html><body>" + strings.Repeat("<div class=post-date>", 400) + strings.Repeat("<br>", 1<<19)), "", ""},
		{"references in references, before much", says("<html><body>" + strings.Repeat("<div><h2>References</h2><div>", 200) + blank(6<<20)), "", ""},
		{"references around references, before much", says("<html><body>" + strings.Repeat("<h2><div>", 200) + "References" + blank(6<<20)), "", ""},
		{"attributes without end", says("<rss " + strings.Repeat("a=b ", 500_000) + ">" + feed("")), "", "One"},
		{"tag without end", says("<rss><channel><item><title>One</title></item><item " + strings.Repeat("a", 6<<20)), "broken XML", "One"},
		{"half a million items", says("<rss><channel>" + strings.Repeat("<item><title>One</title></item>", 500_000)), "more than 3 items", "One|One|One"},
		{"JSON nested 100,000 deep", says(strings.Repeat(`{"items":[`, 100_000)), "no valid JSON", ""},
		{"a feed that a page points to points to a page", says(`<html><link rel="alternate" type="application/rss+xml" href="/private"></html>`), "", ""},
	}
}

// blank is so much of a page that says nothing.
func blank(size int) string {
	paragraph := "<p>" + strings.Repeat(" \n", 500)
	return strings.Repeat(paragraph, size/len(paragraph))
}

func says302(location string) func(w http.ResponseWriter, r *http.Request) {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", location)
		w.WriteHeader(302)
	}
}

// TestHostile lets a server do its worst, and prints what each attack costs:
//
//	go test ./digest/feed -run Hostile -v
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("no goroutines to race, and long")
	}
	bombs()
	r := New(Config{Public: true, Allow: local, Limits: Limits{Time: hostileLimit, Items: 3}})
	var table strings.Builder
	w := tabwriter.NewWriter(&table, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "attack\twork\tmemory\toutcome")
	for _, a := range attacks() {
		site := httptest.NewServer(http.HandlerFunc(a.handle))
		before, watch := worked(), watchMemory()
		var titles []string
		outcome := ""
		for it, err := range r.Read(t.Context(), site.URL+"/attack", nil) {
			if err != nil {
				outcome = strings.ReplaceAll(err.Error(), site.URL, "")
				continue
			}
			titles = append(titles, it.Article.Title)
		}
		work, peak := worked()-before, watch()
		site.CloseClientConnections()
		site.Close()
		if a.titles != "" && strings.Join(titles, "|") != a.titles || a.want != "" && !strings.Contains(outcome, a.want) {
			t.Errorf("%s: articles %q, error %q, want %q and %q", a.name, titles, outcome, a.titles, a.want)
		}
		if len(titles) == 0 && outcome == "" {
			t.Errorf("%s: neither an article nor an error", a.name)
		}
		limit, memory := hostileWork, int64(hostileMemory)
		if strings.Contains(a.name, "bomb of") {
			limit, memory = bombWork, bombMemory
		}
		if work > limit || peak > memory {
			t.Errorf("%s: %v of work and %d MB, want at most %v and %d MB", a.name, work, peak>>20, limit, memory>>20)
		}
		if outcome == "" {
			outcome = fmt.Sprintf("read, %d articles", len(titles))
		}
		fmt.Fprintf(w, "%s\t%d ms\t%d MB\t%.80s\n", a.name, work.Milliseconds(), peak>>20, strings.TrimPrefix(outcome, "/attack: "))
	}
	w.Flush()
	t.Logf("\n%s", table.String())
}

// TestTitleOfManyNames takes the outlet's name off a title that ends in little else.
func TestTitleOfManyNames(t *testing.T) {
	before := worked()
	if got := trimSource("Rates rise"+strings.Repeat(" | Example Times", 6_000), "Example Times"); got != "Rates rise" {
		t.Errorf("got %.100q, want Rates rise", got)
	}
	if work := worked() - before; work > hostileWork {
		t.Errorf("%v of work, want at most %v", work, hostileWork)
	}
}

// TestRobotsForManyNames reads rules that are again and again for everybody.
func TestRobotsForManyNames(t *testing.T) {
	before := worked()
	r := parseRobots([]byte(strings.Repeat("User-agent: *\n", 18_000) + strings.Repeat("Crawl-delay:1\n", 18_000)))
	if work := worked() - before; work > time.Second || r.delay != time.Second {
		t.Errorf("%v of work and a delay of %v, want at most a second and one", work, r.delay)
	}
}

// TestFeedOfManyItemsEnds ends a reading before the items of a feed are read.
func TestFeedOfManyItemsEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if got := feedArticles(ctx, syndication.Feed{Items: make([]syndication.Item, 10)}, nil); len(got) > 0 {
		t.Errorf("%d articles of a reading that ended, want none", len(got))
	}
}

// TestReasonsAreShort lets a server choose what is said of it, which is kept with the
// feed, logged and shown.
func TestReasonsAreShort(t *testing.T) {
	long := strings.Repeat("word", 25_000)
	for name, head := range map[string]string{
		"header":       "HTTP/1.1 200 OK\r\n\x1b[31m" + long + "\r\n\r\n",
		"encoding":     "HTTP/1.1 200 OK\r\nTransfer-Encoding: " + long + "\r\n\r\n",
		"no HTTP":      "\x1b]0;title\a" + long + "\r\n\r\n",
		"host":         "HTTP/1.1 302 Found\r\nLocation: http://" + long + ".example/\r\n\r\n",
		"odd redirect": "HTTP/1.1 302 Found\r\nLocation: http://user:secret@127.0.0.1:1:2/" + long + "?key=secret\r\n\r\n",
	} {
		site := httptest.NewServer(http.HandlerFunc(raw(func(c net.Conn) { io.WriteString(c, head) })))
		_, err := New(Config{Limits: Limits{Time: hostileLimit}}).Poll(t.Context(), site.URL, Validators{})
		site.Close()
		if said := fmt.Sprint(err); err == nil || len(said) > 500 || strings.ContainsAny(said, "\x1b\a") || strings.Contains(said, "secret") {
			t.Errorf("%s: %d bytes: %.500q, want a short line without a secret", name, len(said), said)
		}
	}
}

// worked returns how long cores have worked for the tests, which does not depend on
// what else the machine does.
func worked() time.Duration {
	var used syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &used)
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// watchMemory returns what tells by how many bytes the heap has grown at most
// since.
func watchMemory() func() int64 {
	runtime.GC()
	heap := func() int64 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	before := heap()
	var peak atomic.Int64
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			peak.Store(max(peak.Load(), heap()-before))
			select {
			case <-stop:
				return
			case <-time.After(2 * time.Millisecond):
			}
		}
	}()
	return func() int64 {
		close(stop)
		<-stopped
		return max(0, peak.Load(), heap()-before)
	}
}

// TestReach names addresses inside in every way in which they can be written,
// by themselves and as what a public server redirects to.
func TestReach(t *testing.T) {
	var reached atomic.Int32
	inside := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached.Add(1) }))
	defer inside.Close()
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(inside.URL, "http://"))
	r := New(Config{Public: true, Limits: Limits{Time: hostileLimit}})
	for _, host := range []string{
		"127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0x0.0x0.0x1", "0177.0.0.1", "017700000001", "127.0.0.1.",
		"localhost", "LOCALHOST", "localhost.", "0", "0.0.0.0", "[::]", "[::1]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
		"[::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "①②⑦.⓪.⓪.①", "127。0。0。1", "user:password@127.0.0.1",
		"public.example@127.0.0.1", "127.0.0.1#@public.example", "127.0.0.1%00.public.example",
		"169.254.169.254", "[fd00:ec2::254]", "100.100.100.200", "10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", "[fe80::1%25lo]", "[fc00::1]",
		"metadata.google.internal",
	} {
		for _, address := range []string{"http://" + host + ":" + port + "/", "https://" + host + "/", "http://" + host + "/latest/meta-data/"} {
			for it, err := range r.Read(t.Context(), address, nil) {
				if err == nil {
					t.Errorf("%s: read %q", address, it.Article.Title)
				}
			}
		}
	}
	if n := reached.Load(); n > 0 {
		t.Errorf("%d requests reached the inside", n)
	}
}

// TestRedirectInside checks that a server that may be asked cannot send us on to
// one that may not.
func TestRedirectInside(t *testing.T) {
	inside := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("reached the inside") }))
	defer inside.Close()
	outside := httptest.NewUnstartedServer(http.RedirectHandler(inside.URL, http.StatusFound))
	l, err := net.Listen("tcp", "127.0.0.2:0")
	if err != nil {
		t.Skip(err)
	}
	outside.Listener.Close()
	outside.Listener = l
	outside.Start()
	defer outside.Close()
	r := New(Config{Public: true, Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.2/32")}})
	if _, err := r.Poll(t.Context(), outside.URL, Validators{}); !errors.Is(err, errPrivate) {
		t.Errorf("got %v, want %v", err, errPrivate)
	}
}

// TestRebinding checks that a name is judged by the address that is dialled, not
// by one that it had before.
func TestRebinding(t *testing.T) {
	inside := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("reached the inside") }))
	defer inside.Close()
	public := newWeb(Config{Now: time.Now}).public.Transport.(*http.Transport)
	dial := public.DialContext
	lookups := 0
	public.DialContext = func(ctx context.Context, network, _ string) (net.Conn, error) { // a resolver that changes its mind
		if lookups++; lookups == 1 {
			return nil, errors.New("public, but down")
		}
		return dial(ctx, network, inside.Listener.Addr().String())
	}
	client := &http.Client{Transport: public}
	for range 2 {
		res, err := client.Get("http://rebind.example/")
		if err == nil {
			res.Body.Close()
		}
		if lookups == 2 && !errors.Is(err, errPrivate) {
			t.Errorf("got %v, want %v", err, errPrivate)
		}
	}
}
