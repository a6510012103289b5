package poll

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/store"
)

// press is a web server with papers on many hosts, each a loopback address. It
// notes how it is asked, but for robots.txt.
type press struct {
	port int

	mu     sync.Mutex
	papers []*paper
	hosts  map[string]*host
}

// paper is a feed with its articles.
type paper struct {
	address string
	count   int // articles so far
	undated bool
	teasers bool                             // it gives only the beginnings of its articles
	answer  func(w http.ResponseWriter) bool // answers in the feed's place where it returns true
	leads   string                           // to where its articles' pages redirect
	asked   int
	same    int // times that it was asked and had not changed
}

// host is how a host is asked.
type host struct {
	requests int
	now      int       // requests under way
	most     int       // at a time
	last     time.Time // when the last one began
	nearest  time.Duration
}

func newPress(t testing.TB) *press {
	t.Helper()
	p := &press{hosts: make(map[string]*host)}
	listener, err := net.Listen("tcp4", "0.0.0.0:0") // any of 127.0.0.0/8
	if err != nil {
		t.Fatal(err)
	}
	p.port = listener.Addr().(*net.TCPAddr).Port
	server := httptest.NewUnstartedServer(p)
	server.Listener = listener
	server.Start()
	t.Cleanup(server.Close)
	return p
}

// paper makes a paper with so many articles on the host of a number.
func (p *press) paper(hostNumber, articles int) *paper {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := &paper{count: articles}
	n.address = fmt.Sprintf("http://127.1.%d.%d:%d/%d/feed", hostNumber/250, hostNumber%250+1, p.port, len(p.papers))
	p.papers = append(p.papers, n)
	return n
}

// print adds an article to a paper.
func (p *press) print(n *paper) {
	p.mu.Lock()
	defer p.mu.Unlock()
	n.count++
}

// set changes a paper.
func (p *press) set(n *paper, change func(*paper)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	change(n)
}

// printed returns how many articles there are in all.
func (p *press) printed() (total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, n := range p.papers {
		total += n.count
	}
	return total
}

// feeds returns what to add to a store.
func (p *press) feeds() []store.Feed {
	var feeds []store.Feed
	for _, n := range p.papers {
		feeds = append(feeds, store.Feed{Address: n.address, Vouched: digest.HostPort(n.address)})
	}
	return feeds
}

// spared checks that no host was asked by two at a time or without a pause.
func (p *press) spared(t testing.TB, pause time.Duration) {
	t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	for name, h := range p.hosts {
		if h.most > 1 || h.nearest < pause {
			t.Errorf("%s was asked %d times at a time and after %s", name, h.most, h.nearest)
		}
	}
}

// ServeHTTP implements http.Handler.
func (p *press) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/robots.txt" { // comes with the first page, once a day
		http.NotFound(w, r)
		return
	}
	name, _, _ := net.SplitHostPort(r.Host)
	defer p.arrives(name)()
	number, what, _ := strings.Cut(strings.Trim(r.URL.Path, "/"), "/")
	i, err := strconv.Atoi(number)
	n, found := p.find(i)
	if err != nil || !found {
		http.NotFound(w, r)
		return
	}
	switch {
	case what != "feed" && n.leads != "":
		http.Redirect(w, r, n.leads, http.StatusFound)
	case what != "feed":
		fmt.Fprintf(w, "<html><head><title>%s</title></head><body><article><h1>%s</h1>%s</article></body></html>",
			headline(i, what), headline(i, what), strings.Repeat("<p>"+body(i, what)+"</p>", paragraphs))
	case n.answer != nil && n.answer(w):
	default:
		p.answer(w, r, i, n)
	}
}

// find returns the state of a paper.
func (p *press) find(i int) (paper, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if i < 0 || i >= len(p.papers) {
		return paper{}, false
	}
	return *p.papers[i], true
}

// arrives notes a request, and returns what notes its end.
func (p *press) arrives(name string) (leaves func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	h := p.hosts[name]
	now := time.Now()
	if h == nil {
		h = &host{nearest: time.Hour}
		p.hosts[name] = h
	} else {
		h.nearest = min(h.nearest, now.Sub(h.last))
	}
	h.requests, h.now, h.last = h.requests+1, h.now+1, now
	h.most = max(h.most, h.now)
	return func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		h.now--
	}
}

func (p *press) answer(w http.ResponseWriter, r *http.Request, i int, n paper) {
	tag := fmt.Sprintf(`"%d"`, n.count)
	same := r.Header.Get("If-None-Match") == tag
	p.mu.Lock()
	p.papers[i].asked++
	if same {
		p.papers[i].same++
	}
	p.mu.Unlock()
	w.Header().Set("ETag", tag)
	w.Header().Set("Content-Type", "application/rss+xml")
	if same {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	io.WriteString(w, `<rss version="2.0"><channel><title>Coast Wire</title>`)
	for k := n.count - 1; k >= max(0, n.count-150); k-- {
		what := strconv.Itoa(k)
		date := "<pubDate>" + time.Now().Add(time.Duration(k-n.count)*time.Minute).Format(time.RFC1123Z) + "</pubDate>"
		if n.undated {
			date = ""
		}
		paragraphs := paragraphs
		if n.teasers {
			paragraphs = 1
		}
		fmt.Fprintf(w, "<item><title>%s</title><link>%s</link><description>%s</description>%s</item>", headline(i, what), n.article(k),
			strings.Repeat(body(i, what)+" ", paragraphs), date)
	}
	io.WriteString(w, "</channel></rss>")
}

// paragraphs is how many an article has.
const paragraphs = 12

// article returns the address of an article.
func (n *paper) article(k int) string { return strings.TrimSuffix(n.address, "feed") + strconv.Itoa(k) }

var (
	towns = strings.Fields("Lindholm Vesterhavn Orrin Kessel Vire Marrow Tolna Esk Brandt Ilva Corran Dunmore")
	deeds = strings.Fields("opens closes rebuilds sells inspects floods repairs guards paints moves")
	works = strings.Fields("harbour bridge library station theatre lighthouse market tunnel hospital reservoir")
)

func headline(i int, what string) string {
	k, _ := strconv.Atoi(what)
	return fmt.Sprintf("%s %s its %s number %d", towns[i%len(towns)], deeds[k%len(deeds)], works[(i+k)%len(works)], 100*i+k)
}

func body(i int, what string) string {
	return headline(i, what) + ", the mayor of " + towns[(i+1)%len(towns)] + " said on Monday. Work will take six months and cost 4 million crowns."
}
