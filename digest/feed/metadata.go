package feed

import (
	"cmp"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/publicsuffix"

	"newsbot/digest"
)

// metadata is what the head of a page says about it, and what its body marks
// up: the first value of each kind.
type metadata struct {
	meta      map[string]string // content of <meta>, by lower-case name, property or itemprop
	title     string            // <title>
	heading   string            // the first <h1>
	canonical string            // <link rel=canonical>
	feeds     []link            // <link rel=alternate> to feeds
	language  string            // <html lang>
	time      string            // <time datetime>
	author    string            // rel=author, itemprop=author
	base      string            // <base href>
	linked    linked
}

// readMetadata collects the metadata of a page.
func readMetadata(doc *html.Node) metadata {
	m := metadata{meta: map[string]string{}, linked: linkedArticle(doc)}
	elements(doc, func(n *html.Node) bool {
		m.read(n)
		return true
	})
	return m
}

func (m *metadata) read(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		first(&m.language, attr(n, "lang"))
	case atom.Title:
		if n.Parent != nil && n.Parent.DataAtom == atom.Head {
			first(&m.title, lineOf(n))
		}
	case atom.H1:
		first(&m.heading, lineOf(n))
	case atom.Base:
		first(&m.base, attr(n, "href"))
	case atom.Meta:
		m.readMeta(n)
	case atom.Link:
		m.readLink(n)
	case atom.Time:
		first(&m.time, attr(n, "datetime"))
	case atom.A, atom.Span, atom.Div, atom.P:
		if attr(n, "rel") == "author" || attr(n, "itemprop") == "author" {
			first(&m.author, paragraphs(n))
		}
	}
	if attr(n, "itemprop") == "datePublished" {
		m.setMeta("datepublished", attr(n, "content")+attr(n, "datetime"))
	}
}

func (m *metadata) readMeta(n *html.Node) {
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		m.setMeta(attr(n, key), attr(n, "content"))
	}
}

func (m *metadata) setMeta(key, value string) {
	key = strings.ToLower(strings.TrimSpace(key))
	if value = strings.TrimSpace(value); key != "" && value != "" && m.meta[key] == "" {
		m.meta[key] = value
	}
}

func (m *metadata) readLink(n *html.Node) {
	rel := strings.Fields(strings.ToLower(attr(n, "rel")))
	switch {
	case slices.Contains(rel, "canonical"):
		first(&m.canonical, attr(n, "href"))
	case (slices.Contains(rel, "alternate") || slices.Contains(rel, "feed")) && isFeedType(attr(n, "type")):
		m.feeds = append(m.feeds, link{attr(n, "href"), cleanTitle(attr(n, "title"))})
	}
}

// link is what a page points to.
type link struct{ href, title string }

func isFeedType(mediaType string) bool {
	kind, _, _ := strings.Cut(strings.ToLower(mediaType), ";")
	switch strings.TrimSpace(kind) {
	case "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml":
		return true
	}
	return false
}

// feed returns the address of the page's feed, "" for none: the first that is
// not of its comments.
func (m *metadata) feed() string {
	for _, f := range m.feeds {
		if !isOfComments(f) {
			return f.href
		}
	}
	return ""
}

func isOfComments(f link) bool {
	return strings.Contains(strings.ToLower(f.href+" "+f.title), "comment")
}

func first(field *string, value string) {
	if *field == "" {
		*field = strings.TrimSpace(value)
	}
}

// content returns the first of the named <meta> values that is there.
func (m *metadata) content(keys ...string) string {
	for _, k := range keys {
		if v := m.meta[k]; v != "" {
			return v
		}
	}
	return ""
}

// article returns what the metadata say about the article on a page at u,
// which is nil for a file.
func (m *metadata) article(u *url.URL) digest.Article {
	a := digest.Article{URL: m.url(u)}
	names := []string{m.content("og:site_name"), m.linked.publisher, m.content("application-name")}
	a.Source = outletOf(a.URL, names...)
	title := cleanTitle(cmp.Or(m.content("og:title"), m.linked.headline, m.content("twitter:title", "dc.title"), m.title, m.heading))
	if heading := cleanTitle(m.heading); heading != "" && strings.HasPrefix(title, heading) {
		title = heading // the rest names the site or the section
	}
	a.Title = trimSource(title, append(titleParts(names), a.Source, hostOf(a.URL))...)
	a.Author = m.byline()
	a.Paywalled = m.linked.paywalled || strings.EqualFold(m.content("article:content_tier"), "locked")
	a.Language = cmp.Or(m.language, m.linked.language, m.content("og:locale", "content-language"))
	for _, date := range []string{
		m.linked.published,
		m.content("article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
			"date", "pubdate", "publishdate", "publish-date", "published", "dc.date", "dc.date.issued",
			"dcterms.created", "dcterms.date", "article.published", "cxenseparse:recs:publishtime"),
		m.time,
		dateInPath(a.URL),
	} {
		if a.Published = parseDate(date); !a.Published.IsZero() {
			break
		}
	}
	return a
}

// url returns the address of the page: what it names itself, where that is on
// the same site. A page of one site cannot pass for one of another.
func (m *metadata) url(u *url.URL) string {
	for _, claim := range []string{m.canonical, m.content("og:url"), m.linked.url} {
		claimed, err := url.Parse(resolve(u, claim))
		if err != nil || claimed.Host == "" {
			continue
		}
		if u == nil || sameSite(u, claimed) && (len(claimed.Path) > 1 || len(u.Path) <= 1) {
			return claimed.String()
		}
	}
	if u == nil {
		return ""
	}
	return u.String()
}

// sameSite tells whether the hosts of two addresses have one owner.
func sameSite(a, b *url.URL) bool {
	if strings.EqualFold(a.Host, b.Host) {
		return true
	}
	x, err := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(a.Hostname()))
	y, err2 := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(b.Hostname()))
	return err == nil && err2 == nil && x == y
}

// onSameSite tells whether two addresses have hosts of one owner.
func onSameSite(a, b string) bool {
	x, err := url.Parse(a)
	y, err2 := url.Parse(b)
	return err == nil && err2 == nil && sameSite(x, y)
}

func (m *metadata) byline() string {
	for _, name := range []string{
		m.linked.author,
		m.content("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "dcterms.creator"),
		m.author,
	} {
		if name = cleanAuthor(name); name != "" {
			return name
		}
	}
	return ""
}

var bylinePrefix = regexp.MustCompile(`(?i)^(?:written |posted |published )?by:?\s+`)

// cleanAuthor returns the names in a byline, "" where there is an address or a
// biography instead.
func cleanAuthor(s string) string {
	s = bylinePrefix.ReplaceAllString(cleanName(s), "")
	s, _, _ = strings.Cut(s, " | ")
	if isURL(s) || strings.HasPrefix(s, "@") || strings.HasPrefix(s, "/") || strings.Contains(s, " is a") || strings.Contains(s, " is the ") {
		return ""
	}
	return s
}

var pathDate = regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:[/-]|$)`)

// dateInPath returns the day that an address names, "2006-01-02".
func dateInPath(pageURL string) string {
	m := pathDate.FindStringSubmatch(pageURL)
	if m == nil {
		return ""
	}
	pad := func(s string) string { return ("0" + s)[len(s)-1:] }
	return m[1] + "-" + pad(m[2]) + "-" + pad(m[3])
}
