package syndication

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"html"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// item returns what an element says as an item.
func (n *node) item() Item {
	it := Item{
		ID:        n.value("guid", "id", "atom:id", "dc:identifier"),
		Title:     n.text("title", "dc:title", "atom:title", "media:title", "itunes:title"),
		Base:      n.base.address(),
		Author:    n.author(),
		Language:  n.value("language", "dc:language"),
		Published: n.values("pubdate", "published", "atom:published", "issued", "dc:date", "dcterms:issued", "dcterms:created", "created", "date", "publicationdate"),
		Updated:   n.value("updated", "atom:updated", "modified", "dcterms:modified", "lastbuilddate"),
		Content:   n.text("content:encoded", "content", "atom:content", "xhtml:body", "body", "xhtml:div", "fulltext"),
		Summary:   n.text("description", "summary", "atom:summary", "dc:description", "itunes:summary", "abstract"),

		Categories: n.categories(),
	}
	if it.Title.Value == "" {
		it.Title = n.grouped("media:title")
	}
	if group := n.child("media:group"); group != nil && it.Summary.Value == "" {
		it.Summary = group.text("media:description") // elsewhere it is the caption of a picture
	}
	if it.Updated == "" {
		it.Updated = n.attr("lastmod") // CDF
	}
	if it.Language == "" {
		it.Language = n.lang
	}
	it.Link = n.itemLink(it.ID)
	it.Source, it.SourceLink = n.source()
	return it
}

// categories returns what an item is filed under: in RSS the text of its categories, in
// Atom their labels or terms.
func (n *node) categories() (all []string) {
	for _, c := range n.children {
		if local(c.name) != "category" && c.name != "dc:subject" {
			continue
		}
		if name := cmp.Or(c.words(), c.attr("label"), c.attr("term")); name != "" {
			all = append(all, name)
		}
	}
	return all
}

// source returns the name and the address of the outlet that a collection took an
// item from.
func (n *node) source() (name, link string) {
	c := n.child("source")
	if c == nil {
		return "", ""
	}
	if name := c.text("title").Value; name != "" { // Atom
		to := c.link()
		return name, cmp.Or(to.page, to.self)
	}
	return strings.TrimSpace(c.chars.String()), c.attr("url")
}

// news returns what a site map says about an address of news.
func (n *node) news(news *node) Item {
	it := Item{
		Title:     news.text("news:title"),
		Link:      n.value("loc"),
		Base:      n.base.address(),
		Published: news.values("news:publication_date"),
		Updated:   n.value("lastmod"),
		Paywalled: strings.EqualFold(news.value("news:access"), "Subscription"),
	}
	if p := news.child("news:publication"); p != nil {
		it.Source, it.SourceLink, it.Language = p.value("news:name"), it.Link, p.value("news:language")
	}
	return it
}

// attr returns the value of an attribute, "" where there is none.
func (n *node) attr(key string) string {
	for _, a := range n.attrs {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// child returns the first child of a name, nil for none.
func (n *node) child(name string) *node {
	for _, c := range n.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

// find returns the first element of a name at or below n, nil for none.
func (n *node) find(name string) *node {
	if n.name == name {
		return n
	}
	for _, c := range n.children {
		if found := c.find(name); found != nil {
			return found
		}
	}
	return nil
}

// value returns the text of the first child that has one, in the order of
// names, on which its elements are not counted.
func (n *node) value(names ...string) string {
	for _, name := range names {
		for _, c := range n.children {
			if c.name == name {
				if s := c.words(); s != "" {
					return s
				}
			}
		}
	}
	return ""
}

// values returns the text of the first child of each name that has one.
func (n *node) values(names ...string) (all []string) {
	for _, name := range names {
		if s := n.value(name); s != "" {
			all = append(all, s)
		}
	}
	return all
}

// words returns the text right below an element, which may be CDATA that was
// escaped by mistake.
func (n *node) words() string {
	s := strings.TrimSpace(n.chars.String())
	if inner, ok := strings.CutPrefix(s, cdataStart); ok {
		s = strings.TrimSpace(strings.TrimSuffix(inner, cdataEnd))
	}
	return s
}

// text returns the text of the first child that has one, in the order of names.
func (n *node) text(names ...string) Text {
	for _, name := range names {
		for _, c := range n.children {
			if c.name == name {
				if t := c.asText(); t.Value != "" {
					return t
				}
			}
		}
	}
	return Text{}
}

// grouped returns a text that Media RSS hangs below what it describes.
func (n *node) grouped(name string) Text {
	for _, c := range n.children {
		if c.name == "media:group" || c.name == "media:content" {
			if t := c.text(name); t.Value != "" {
				return t
			}
			if t := c.grouped(name); t.Value != "" {
				return t
			}
		}
	}
	return Text{}
}

// asText returns the content of an element in the form that its attributes
// tell.
func (n *node) asText() Text {
	kind := strings.ToLower(n.attr("type"))
	chars := n.words()
	switch {
	case len(n.children) > 0:
		return Text{strings.TrimSpace(markup(n.content)), HTML}
	case strings.EqualFold(n.attr("mode"), "base64"), n.name == "content" && isBinary(kind):
		return Text{fromBase64(chars), Loose}
	case isBinary(kind): // of a title, which may be anything
		return Text{cmp.Or(fromBase64(chars), chars), Loose}
	case kind == "text", kind == "text/plain" && !strings.EqualFold(n.attr("mode"), "escaped"):
		return Text{chars, Plain}
	case kind == "plain":
		return Text{chars, Plain}
	case strings.HasSuffix(kind, "html"), kind == "application/xhtml+xml":
		return Text{chars, HTML}
	}
	return Text{chars, Loose}
}

// isBinary tells a media type whose content stands in base64 (RFC 4287, 4.1.3.3).
func isBinary(kind string) bool {
	return strings.Contains(kind, "/") && !strings.HasPrefix(kind, "text/") && !strings.HasSuffix(kind, "xml")
}

// fromBase64 returns the text that s encodes, "" where it is none.
func fromBase64(s string) string {
	data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(s), ""))
	if err != nil || !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
		return ""
	}
	return string(data)
}

var (
	cdata       = regexp.MustCompile(`(?s)<!\[CDATA\[(.*?)\]\]>`)
	prefixedTag = regexp.MustCompile(`(</?)[A-Za-z][\w-]*:([a-z][a-z0-9]*)`)
	closedTag   = regexp.MustCompile(`<([a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*)?)/>`)
)

// markup returns XHTML as HTML: with texts instead of CDATA, names without
// prefixes, and end tags where XML needs none.
func markup(content []byte) string {
	s := cdata.ReplaceAllStringFunc(string(content), func(m string) string {
		return html.EscapeString(m[len(cdataStart) : len(m)-len(cdataEnd)])
	})
	s = prefixedTag.ReplaceAllString(s, "$1$2")
	return closedTag.ReplaceAllStringFunc(s, func(m string) string {
		p := closedTag.FindStringSubmatch(m)
		if isVoid(strings.ToLower(p[1])) {
			return m
		}
		return "<" + p[1] + p[2] + "></" + p[1] + ">"
	})
}

// author returns the name of who wrote an item.
func (n *node) author() string {
	for _, c := range n.children {
		if local(c.name) == "author" {
			if name := c.value("name", "atom:name", "xhtml:name"); name != "" {
				return name
			}
		}
	}
	return personName(n.value("dc:creator", "author", "itunes:author", "dc:author", "creator"))
}

var (
	mailbox    = regexp.MustCompile(`\S+@\S+`)
	inBrackets = regexp.MustCompile(`\(([^()@]+)\)`)
)

// personName takes the name out of a mailbox: "ann@example.org (Ann Lee)",
// "Ann Lee <ann@example.org>".
func personName(s string) string {
	if !strings.Contains(s, "@") {
		return s
	}
	if m := inBrackets.FindStringSubmatch(s); m != nil {
		return strings.TrimSpace(m[1])
	}
	return strings.Trim(mailbox.ReplaceAllString(s, ""), " <>()\"',")
}

// relations may stand before the name of a relation (RFC 4287, 4.2.7.2).
const relations = "http://www.iana.org/assignments/relation/"

// links are what an element points to.
type links struct{ page, self string }

// link returns what the <link> elements of RSS and Atom below n point to. Of
// several pages, one that is said to be HTML goes first.
func (n *node) link() links {
	var found links
	certain := false
	for _, c := range n.children {
		if c.name != "link" && c.name != "atom:link" {
			continue
		}
		to, rel, kind := cmp.Or(c.attr("href"), c.words()), strings.TrimPrefix(strings.ToLower(c.attr("rel")), relations), c.attr("type")
		switch {
		case to == "":
		case rel == "self" && found.self == "":
			found.self = n.from(c, to)
		case rel != "" && rel != "alternate":
		case found.page == "", !certain && strings.HasSuffix(kind, "html"):
			found.page = n.from(c, to)
			certain = kind == "" || strings.HasSuffix(kind, "html")
		}
	}
	return found
}

// from returns what a child refers to as n would: where it has an xml:base of its own,
// from there.
func (n *node) from(child *node, ref string) string {
	if child.base == n.base {
		return ref
	}
	return join(child.base.address(), ref)
}

// itemLink returns the address of an item's page. The one that a service
// between reader and outlet replaced goes first. What is escaped twice is so by
// mistake.
func (n *node) itemLink(id string) string {
	for _, l := range []string{
		n.value("feedburner:origlink"), n.link().page, address(id), n.attr("href"), address(n.attr("rdf:about")),
		n.permanent(), n.outside(),
	} {
		if l != "" && !otherScheme.MatchString(l) {
			return strings.ReplaceAll(l, "&amp;", "&")
		}
	}
	return ""
}

// permanent returns the GUID of RSS that is said to be an address, if a relative one.
func (n *node) permanent() string {
	if c := n.child("guid"); c != nil && strings.EqualFold(c.attr("ispermalink"), "true") {
		return c.words()
	}
	return ""
}

// outside returns where the content of an Atom entry is that is not in it.
func (n *node) outside() string {
	if c := n.child("content"); c != nil && strings.HasSuffix(c.attr("type"), "html") {
		return c.attr("src")
	}
	return ""
}

// otherScheme matches the beginning of addresses that are none of pages.
var otherScheme = regexp.MustCompile(`(?i)^(?:javascript|mailto|data|tag|urn):`)

// address returns s if it is an address of the web, else "".
func address(s string) string {
	lower := strings.ToLower(s)
	if (strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://")) && !strings.ContainsAny(s, " \n\t") {
		return s
	}
	return ""
}

// minutes returns the number of minutes that a child holds.
func (n *node) minutes(name string) time.Duration {
	m, err := strconv.ParseUint(n.value(name), 10, 24)
	if err != nil {
		return 0
	}
	return time.Duration(m) * time.Minute
}

// period returns the time between two changes by the syndication module of RSS
// 1.0.
func (n *node) period() time.Duration {
	const day = 24 * time.Hour
	each, known := map[string]time.Duration{
		"hourly": time.Hour, "daily": day, "weekly": 7 * day, "monthly": 30 * day, "yearly": 365 * day,
	}[strings.ToLower(n.value("sy:updateperiod"))]
	times, err := strconv.ParseUint(n.value("sy:updatefrequency"), 10, 16)
	switch {
	case !known && err != nil:
		return 0
	case !known:
		each = day // the module's default
	}
	if err != nil || times == 0 {
		times = 1
	}
	return each / time.Duration(times)
}
