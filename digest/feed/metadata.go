package feed

import (
	"cmp"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"newsbot/digest"
	"newsbot/digest/text"
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
	dated     time.Time         // what its class or itemprop calls a date
	author    string            // rel=author, itemprop=author
	base      string            // <base href>
	linked    linked
}

// readMetadata collects the metadata of a page.
func readMetadata(doc *html.Node) metadata {
	m := metadata{meta: map[string]string{}, linked: linkedArticle(doc)}
	m.heading = firstText(doc, isMainHeading, lineOf)
	m.author = firstText(doc, isAuthor, paragraphs)
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
	case atom.Base:
		first(&m.base, attr(n, "href"))
	case atom.Meta:
		m.readMeta(n)
	case atom.Link:
		m.readLink(n)
	case atom.Time:
		first(&m.time, attr(n, "datetime"))
	}
	if attr(n, "itemprop") == "datePublished" {
		m.setMeta("datepublished", attr(n, "content")+attr(n, "datetime"))
	}
	if m.dated.IsZero() && (attr(n, "itemprop") == "datePublished" || hasDateClass(n)) {
		m.dated = parseDate(dateText(n))
	}
}

// firstText returns the text of the first element of a kind below n that has any, "" for
// none. It looks into none without any for others, which a page may nest, so that all
// is read once.
func firstText(n *html.Node, isKind func(*html.Node) bool, read func(*html.Node) string) string {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		var found string
		if isKind(c) {
			found = strings.TrimSpace(read(c))
		} else {
			found = firstText(c, isKind, read)
		}
		if found != "" {
			return found
		}
	}
	return ""
}

func isMainHeading(n *html.Node) bool { return n.DataAtom == atom.H1 }

// isAuthor tells an element that names who wrote the article.
func isAuthor(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A, atom.Span, atom.Div, atom.P:
		return attr(n, "rel") == "author" || attr(n, "itemprop") == "author"
	}
	return false
}

// dateClass matches the classes of what shows when an article was published.
var dateClass = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:(?:article|post|entry|story|news|page|pub(?:lish(?:ed)?)?|submitted)[_-]{0,2}){1,2}(?:date|time|datetime|timestamp)(?:\s|$)`)

// hasDateClass tells whether an element's class is one of dateClass. Most are not, for
// which a look is enough.
func hasDateClass(n *html.Node) bool {
	class := attr(n, "class")
	return (strings.Contains(class, "ate") || strings.Contains(class, "ime")) && dateClass.MatchString(class)
}

// dateText returns the text below n as far as a date can be in it.
func dateText(n *html.Node) string {
	var b strings.Builder
	elements := 0
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data + " ")
		} else {
			elements++
		}
		if elements+b.Len() > maxDate {
			break
		}
	}
	return cleanLine(b.String())
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
	title := m.headline()
	if heading := cleanTitle(m.heading); heading != "" && strings.HasPrefix(title, heading) {
		title = heading // the rest names the site or the section
	}
	a.Title = trimSource(title, append(titleParts(names), a.Source, digest.Host(a.URL))...)
	a.Author = m.byline()
	a.Paywalled = m.linked.paywalled || strings.EqualFold(m.content("article:content_tier"), "locked")
	a.Opinion = m.linked.opinion || digest.IsOpinionSection(m.content("article:section", "og:section", "parsely-section", "section"))
	a.Language = cmp.Or(m.language, m.linked.language, m.content("og:locale", "content-language"))
	a.Published = m.published(a.URL)
	return a
}

// headline returns the title of the article. Where a page says it in several ways, one
// that agrees with none of the others names the site or the kind of page.
func (m *metadata) headline() string {
	graph, card := m.content("og:title"), m.content("twitter:title", "dc.title")
	if graph != "" {
		card = "" // it says the same, even where that is the site's name
	}
	var claims []string
	var words [][]string // of each
	for _, claim := range []string{graph, m.linked.headline, card, m.title, m.heading} {
		if claim = cleanTitle(claim); claim != "" {
			claims, words = append(claims, claim), append(words, text.Query(claim))
		}
	}
	for i, claim := range claims {
		others := slices.Concat(words[:i], words[i+1:])
		if slices.ContainsFunc(others, func(other []string) bool { return sayTheSame(words[i], other) }) {
			return claim
		}
	}
	return cmp.Or(claims...)
}

// sayTheSame reports whether half of the words of the shorter of two titles are in the other.
func sayTheSame(one, two []string) bool {
	if len(one) > len(two) {
		one, two = two, one
	}
	common := 0
	for _, w := range one {
		if slices.Contains(two, w) {
			common++
		}
	}
	return common > 0 && 2*common >= len(one)
}

// published returns when the page at an address says that it was published, the zero
// time where it does not.
func (m *metadata) published(address string) time.Time {
	for _, date := range []string{
		m.linked.published,
		m.content("article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
			"date", "pubdate", "publishdate", "publish-date", "published", "dc.date", "dc.date.issued",
			"dcterms.created", "dcterms.date", "article.published", "cxenseparse:recs:publishtime"),
		m.time,
		dateInPath(address),
	} {
		if t := parseDate(date); !t.IsZero() {
			return t
		}
	}
	return m.dated
}

// url returns the address of the page: what it names itself, where that is on
// the same site. A page of one site cannot pass for one of another.
func (m *metadata) url(u *url.URL) string {
	for _, claim := range []string{m.canonical, m.content("og:url"), m.linked.url} {
		claimed, err := url.Parse(resolve(u, claim))
		if err != nil || claimed.Host == "" {
			continue
		}
		if u == nil || digest.SameSite(u.String(), claimed.String()) && (len(claimed.Path) > 1 || len(u.Path) <= 1) {
			return claimed.String()
		}
	}
	if u == nil {
		return ""
	}
	return u.String()
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

// pathDates match the days that addresses name: /2026/11/23/, /2026/nov/23/ and
// -20261123/.
var pathDates = []*regexp.Regexp{
	regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:[/-]|$)`),
	regexp.MustCompile(`/((?:19|20)\d\d)/(` + months + `)[a-z]*/(\d\d?)(?:/|$)`),
	regexp.MustCompile(`[/-]((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[/.-]|$)`),
}

// dateInPath returns the day that an address names, "" for none.
func dateInPath(pageURL string) string {
	for _, form := range pathDates {
		if m := form.FindStringSubmatch(pageURL); m != nil {
			return m[1] + "-" + m[2] + "-" + m[3]
		}
	}
	return ""
}
