package demo

import (
	"cmp"
	"encoding/xml"
	"html"
	"io"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"newsbot/digest"
	"newsbot/digest/store"
)

// front is where the outlets of a library have their feeds, each at a host of its
// own: hosts are read one request after the other, with a pause.
const front = "/feed.xml"

// feedItems is how many items a feed holds at most.
const feedItems = 50

// outlet is a source of a library's articles. Its host is this machine, by a name
// below localhost (RFC 6761, 6.3).
type outlet struct{ name, address string }

// outlets returns the outlets of the library by their names.
func (l library) outlets() []outlet {
	names := make(map[string]bool)
	for _, a := range l.articles {
		names[a.Source] = true
	}
	delete(names, "")
	var out []outlet
	for i, name := range slices.Sorted(maps.Keys(names)) {
		label := cmp.Or(strings.Trim(notInHost.ReplaceAllString(strings.ToLower(name), "-"), "-"), "outlet-"+strconv.Itoa(i))
		out = append(out, outlet{name, strings.Replace(l.page, "://localhost", "://"+label+".localhost", 1)})
	}
	return out
}

// notInHost is what the label of a host does not hold.
var notInHost = regexp.MustCompile(`[^a-z0-9]+`)

// hosts returns the names of this machine under which the feeds are.
func (l library) hosts() []string {
	var out []string
	for _, o := range l.outlets() {
		out = append(out, hostOf(o.address))
	}
	return out
}

// hostOf returns the host of an address, with its port.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Host
}

// feeds returns the feeds of the library as sources that a person has added.
func (l library) feeds(user string) []store.Feed {
	var out []store.Feed
	for _, o := range l.outlets() {
		out = append(out, store.Feed{Address: o.address + front, Source: o.name, Maker: user})
	}
	return out
}

// published returns the articles of an outlet that are published by now, the newest
// first.
func (l library) published(name string) []digest.Article {
	var out []digest.Article
	for _, a := range l.articles {
		if a.Source == name && !a.Published.After(l.now()) {
			out = append(out, a)
		}
	}
	slices.SortFunc(out, func(a, b digest.Article) int {
		return cmp.Or(b.Published.Compare(a.Published), strings.Compare(a.URL, b.URL))
	})
	return out[:min(feedItems, len(out))]
}

// markup is a text as the HTML of a feed's item.
func markup(text string) string {
	return "<p>" + strings.ReplaceAll(html.EscapeString(text), "\n", "</p><p>") + "</p>"
}

// rss is a feed (https://www.rssboard.org/rss-specification).
type rss struct {
	XMLName xml.Name  `xml:"rss"`
	Version string    `xml:"version,attr"`
	Title   string    `xml:"channel>title"`
	Link    string    `xml:"channel>link"`
	About   string    `xml:"channel>description"`
	Items   []rssItem `xml:"channel>item"`
}

type rssItem struct {
	Title       string `xml:"title"`
	Link        string `xml:"link"`
	Date        string `xml:"pubDate"`
	Description string `xml:"description"`
}

// serveFeed sends the feed of an outlet as it is by now.
func (l library) serveFeed(w http.ResponseWriter, r *http.Request) {
	all := l.outlets()
	i := slices.IndexFunc(all, func(o outlet) bool { return hostOf(o.address) == r.Host })
	if i < 0 {
		http.Error(w, "no outlet of the demo has this address", http.StatusNotFound)
		return
	}
	out := rss{Version: "2.0", Title: all[i].name, Link: all[i].address + front, About: "What " + all[i].name + " tells in the newsbot demo. All of it is made up."}
	for _, a := range l.published(all[i].name) {
		out.Items = append(out.Items, rssItem{a.Title, a.URL, a.Published.Format(time.RFC1123Z), markup(a.Text)})
	}
	w.Header().Set("Content-Type", "application/rss+xml; charset=utf-8")
	io.WriteString(w, xml.Header) // the reader may be gone; there is no one to tell
	xml.NewEncoder(w).Encode(out)
}
