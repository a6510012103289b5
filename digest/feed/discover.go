package feed

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"newsbot/digest"
	"newsbot/digest/feed/syndication"
)

// ErrNoFeed is what Discover says of a site that has no feed where it looked.
var ErrNoFeed = errors.New("has no feed that can be found; give the feed's own address")

// maxProbes is how many addresses are tried to find the feeds of one site.
const maxProbes = 20

// usualPaths are where sites have their feeds, and maps of their news.
var usualPaths = []string{
	"/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json", "/feeds/posts/default",
	"/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml",
}

// Found is a feed that was found and read.
type Found struct {
	syndication.Outline
	Foreign int   // of how many items digest.InForeign is true
	Cut     error // why it breaks off, as in Polled
}

// Discover returns the feeds of a site: what is at the address if that is a
// feed, else those that the page there points to, else those at the usual
// places, else the site's maps of its news. Every one was read. The error is an
// *InputError, ErrNoFeed where there is none.
func (r *Reader) Discover(ctx context.Context, address string) ([]Found, error) {
	p := prober{reader: r, tried: map[string]bool{}}
	d, err := r.downloadNamed(ctx, address, Validators{})
	if err != nil {
		return nil, err
	}
	if p.read(ctx, d, cmp.Or(d.moved, address)); len(p.found) > 0 {
		return p.found, nil
	}
	p.from = d
	for _, candidates := range []func(context.Context, download) []string{pageFeeds, usualFeeds, r.newsMaps} {
		for _, c := range candidates(ctx, d) {
			p.probe(ctx, c)
		}
		if len(p.found) > 0 {
			return p.found, nil
		}
	}
	return nil, &InputError{Input: d.input, Err: cmp.Or(ctx.Err(), ErrNoFeed)}
}

// prober tries addresses for feeds.
type prober struct {
	reader *Reader
	from   download // the site's page
	tried  map[string]bool
	found  []Found
}

func (p *prober) probe(ctx context.Context, address string) {
	if address == "" || p.tried[address] || len(p.tried) >= maxProbes || ctx.Err() != nil {
		return
	}
	p.tried[address] = true
	guarded := p.from.guarded || !sameServer(p.from.url.String(), address)
	d, err := p.reader.download(ctx, request{address: address, guarded: guarded, accept: acceptFeeds})
	if err == nil {
		p.read(ctx, d, cmp.Or(d.moved, address))
	}
}

// read adds what was fetched from an address, if it is a feed that no other
// address gave.
func (p *prober) read(ctx context.Context, d download, address string) {
	d.followed = true
	items, foreign := 0, 0
	s := &sink{reader: p.reader, ctx: ctx, bare: true, yield: func(it Item, err error) bool {
		if err == nil {
			items++
			if digest.InForeign(it.Article) {
				foreign++
			}
		}
		return true
	}}
	if !isFeedKind(d) {
		return
	}
	p.reader.readDownload(s, d)
	known := slices.ContainsFunc(p.found, func(f Found) bool { return f.Feed == address })
	if s.about.known && !known && (items > 0 || !strings.Contains(address, "sitemap")) {
		p.found = append(p.found, Found{syndication.Outline{Feed: address, Title: s.about.title, Site: s.about.site}, foreign, s.cut})
	}
}

// isFeedKind tells whether a content can be a feed by its form.
func isFeedKind(d download) bool {
	head := d.head()
	if len(head) == 0 || isBinary(head) && !isGzip(head) {
		return false
	}
	switch sniff(head) {
	case markup, object, lines, unknown, plain:
		return true
	}
	return false
}

// feedLike matches the addresses of links on pages that may lead to feeds.
var feedLike = regexp.MustCompile(`(?i)(?:/(?:feed|rss|atom)s?/?|\.(?:rss|atom|rdf)|(?:feed|rss|atom|index)\.(?:xml|json))(?:\?[^#]*)?$`)

// pageFeeds returns the feeds that a page names, those of comments last, or else
// what its links may lead to.
func pageFeeds(ctx context.Context, d download) []string {
	doc, err := parseHTML(ctx, decode(d.data, d.contentType))
	if err != nil {
		return nil
	}
	m := readMetadata(doc)
	home := base(m, d.url)
	var named, linked []string
	slices.SortStableFunc(m.feeds, func(a, b link) int { return cmp.Compare(rank(a), rank(b)) })
	for _, f := range m.feeds {
		named = append(named, resolve(home, f.href))
	}
	elements(doc, func(n *html.Node) bool {
		if href := attr(n, "href"); n.DataAtom == atom.A && feedLike.MatchString(href) {
			linked = append(linked, resolve(home, href))
		}
		return len(linked) < maxProbes
	})
	return append(named, linked...)
}

func rank(f link) int {
	if isOfComments(f) {
		return 1
	}
	return 0
}

// usualFeeds returns the usual places of feeds on a site.
func usualFeeds(_ context.Context, d download) []string {
	var found []string
	for _, path := range usualPaths {
		found = append(found, d.url.ResolveReference(&url.URL{Path: path}).String())
	}
	return found
}

// newsMaps returns the site maps that robots.txt names and that seem to be of
// news.
func (r *Reader) newsMaps(ctx context.Context, d download) []string {
	address := d.url.ResolveReference(&url.URL{Path: "/robots.txt"}).String()
	robots, err := r.download(ctx, request{address: address, guarded: d.guarded, accept: "text/plain"})
	if err != nil {
		return nil
	}
	var found []string
	for lines := bufio.NewScanner(bytes.NewReader(robots.data)); lines.Scan(); {
		key, value, _ := strings.Cut(lines.Text(), ":")
		if strings.EqualFold(strings.TrimSpace(key), "sitemap") && strings.Contains(strings.ToLower(value), "news") {
			found = append(found, resolve(d.url, value))
		}
	}
	return found
}
