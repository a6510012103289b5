package feed

import (
	"cmp"
	"context"
	"fmt"
	"html"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"newsbot/digest"
	"newsbot/digest/feed/syndication"
)

// stripTime bounds the time that the HTML in one feed's items may take. What
// comes later is stripped in a simpler way.
const stripTime = 30 * time.Second

// readItems reads the articles of a feed.
func (r *Reader) readItems(s *sink, o origin, f syndication.Feed) {
	home := feedHome(f, o)
	s.about = about{known: true, title: feedName(f, home), outlet: feedOutlet(f, home), site: resolve(o.url, f.Link), every: f.Every}
	for i, a := range feedArticles(s.ctx, f, home) {
		if a.Title == "" && a.Text == "" && !s.bare {
			s.fail(o, fmt.Errorf("item %d has neither title nor text", i+1))
			continue
		}
		s.article(o, a.Article, a.given)
	}
}

// fedArticle is an article with the id that its feed gives it.
type fedArticle struct {
	digest.Article
	given string
}

// feedArticles returns the articles of a feed, none once ctx ended. It does so before
// any is handed on, because stripTime must not count what is done with them.
func feedArticles(ctx context.Context, f syndication.Feed, home *url.URL) []fedArticle {
	strip, cancel := context.WithTimeout(ctx, stripTime)
	defer cancel()
	at, title, source := homeAddress(home), line(f.Title), feedOutlet(f, home)
	articles := make([]fedArticle, len(f.Items))
	for i, it := range f.Items {
		if ctx.Err() != nil {
			return nil
		}
		a := itemArticle(strip, it, home)
		a.Source = cmp.Or(itemOutlet(it, a.Article, at), source)
		a.Title = trimSource(a.Title, append(titleParts([]string{title, it.Source}), a.Source)...)
		a.Text = withoutFrame(a.Text, a.Title, a.Source)
		a.Language = cmp.Or(it.Language, f.Language)
		articles[i] = a
	}
	tellApart(f.Items, articles, resolve(home, f.Link))
	mark(f.Items, articles)
	return articles
}

// feedName returns the name of the outlet that a feed is of.
func feedName(f syndication.Feed, home *url.URL) string {
	if name := cleanSource(line(f.Title)); name != "" || home == nil {
		return name
	}
	return digest.Host(home.String())
}

// feedOutlet returns the name of the outlet of a feed's own articles.
func feedOutlet(f syndication.Feed, home *url.URL) string {
	return outletOf(homeAddress(home), line(f.Title))
}

// homeAddress writes the address of a feed's home page, "" where there is none.
func homeAddress(home *url.URL) string {
	if home == nil {
		return ""
	}
	return home.String()
}

// itemOutlet returns the name of the outlet that an item of the feed of a home page is
// taken from: the one that it names, or that of another site, to which it only links
// or where a search has found it. It is "" for the feed's own.
func itemOutlet(it syndication.Item, a digest.Article, home string) string {
	elsewhere := a.URL != "" && home != "" && !digest.SameSite(a.URL, home)
	switch {
	case it.Source != "", it.SourceLink != "":
		return outletOf(it.SourceLink, it.Source)
	case elsewhere && (a.Text == "" || !digest.SameSite(a.URL, it.Link) && digest.SameSite(it.Link, home)):
		return outletOf(a.URL)
	}
	return ""
}

// itemArticle returns the article of an item and the id that the feed gives
// it: its GUID, where there is no link.
func itemArticle(ctx context.Context, it syndication.Item, home *url.URL) fedArticle {
	a := fedArticle{Article: digest.Article{
		URL:       itemURL(it, home),
		Title:     line(it.Title),
		Author:    cleanAuthor(it.Author),
		Published: itemDate(it),
		Text:      body(ctx, it.Content),
		Paywalled: it.Paywalled,
		Opinion:   slices.ContainsFunc(it.Categories, digest.IsOpinionSection),
	}}
	if summary := body(ctx, it.Summary); len(summary) > len(a.Text) {
		a.Text = summary
	}
	if a.URL == "" && len(it.ID) <= maxGiven {
		a.given = cleanLine(it.ID)
	}
	return a
}

// line returns a text of a feed on one line.
func line(t syndication.Text) string {
	switch t.Form {
	case syndication.Plain:
		return cleanPlainTitle(t.Value)
	case syndication.HTML:
		return cleanHTMLTitle(t.Value)
	}
	return cleanTitle(t.Value)
}

// body returns the paragraphs of a text of a feed.
func body(ctx context.Context, t syndication.Text) string {
	return withoutBoilerplate(allOf(ctx, t))
}

// allOf returns all paragraphs of a text of a feed.
func allOf(ctx context.Context, t syndication.Text) string {
	switch {
	case t.Form == syndication.Plain && !tag.MatchString(t.Value):
		return cleanText(t.Value)
	case t.Form == syndication.HTML && strings.IndexByte(t.Value, '<') >= 0:
		return fragmentText(ctx, t.Value)
	}
	return stripHTML(ctx, t.Value)
}

// itemDate returns the first date of an item that can be read.
func itemDate(it syndication.Item) time.Time {
	for _, s := range it.Published {
		if t := parseDate(s); !t.IsZero() {
			return t
		}
	}
	return parseDate(it.Updated)
}

// itemURL returns the address of an item's page.
func itemURL(it syndication.Item, home *url.URL) string {
	base := home
	if u, err := url.Parse(it.Base); err == nil && it.Base != "" {
		if base = u; home != nil {
			base = home.ResolveReference(u)
		}
	}
	return resolve(base, cmp.Or(markedLink(it), it.Link))
}

// marked matches the link by which a forum's item names the page that it is about.
var marked = regexp.MustCompile(`<a href="(https?://[^"]+)">\[link\]</a>`)

// markedLink returns the address of the page that a forum's item is about, "" where it
// is about nothing else or a picture of its own.
func markedLink(it syndication.Item) string {
	m := marked.FindStringSubmatch(it.Content.Value)
	if m == nil {
		return ""
	}
	to := html.UnescapeString(m[1])
	if digest.SameSite(to, it.Link) || digest.SameSite(to, "https://redd.it") {
		return ""
	}
	return to
}

// feedHome returns the page that a feed belongs to, which relative links refer to.
func feedHome(f syndication.Feed, o origin) *url.URL {
	for _, l := range []string{f.Link, f.Self} {
		if u, err := url.Parse(strings.TrimSpace(l)); err == nil && u.Host != "" {
			return u
		}
	}
	return o.url
}
