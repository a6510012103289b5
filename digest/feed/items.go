package feed

import (
	"context"
	"fmt"
	"net/url"
	"time"

	"github.com/mmcdole/gofeed"

	"newsbot/digest"
)

// stripTime bounds the time that the HTML in one feed's items may take. What
// comes later is stripped in a simpler way.
const stripTime = 30 * time.Second

// readItems reads the articles of a feed.
func (r *Reader) readItems(s *sink, o origin, f *gofeed.Feed) {
	if len(f.Items) == 0 {
		s.fail(o, errNoItems)
	}
	s.about = about{title: cleanSource(f.Title), site: f.Link}
	articles := feedArticles(s.ctx, f, o, r.limits.Items)
	for i, a := range articles {
		if a.Title == "" && a.Text == "" {
			s.fail(o, fmt.Errorf("item %d has neither title nor text", i+1))
			continue
		}
		s.article(o, a.Article, a.given)
	}
	if len(articles) < len(f.Items) {
		s.fail(o, fmt.Errorf("has more than %d items; only the first %d are read", len(articles), len(articles)))
	}
}

// fedArticle is an article with the id that its feed gives it.
type fedArticle struct {
	digest.Article
	given string
}

// feedArticles returns the articles of the first items of a feed. It does so
// before any is handed on, because stripTime must not count what is done with them.
func feedArticles(ctx context.Context, f *gofeed.Feed, o origin, max int) []fedArticle {
	ctx, cancel := context.WithTimeout(ctx, stripTime)
	defer cancel()
	home := feedHome(f, o)
	source := cleanSource(f.Title)
	if source == "" && home != nil {
		source = hostName(home)
	}
	articles := make([]fedArticle, min(len(f.Items), max))
	for i := range articles {
		a := itemArticle(ctx, f.Items[i], home)
		a.Source, a.Title = source, trimSource(a.Title, source)
		a.Language = f.Language
		articles[i] = a
	}
	return articles
}

// itemArticle returns the article of an item and the id that the feed gives
// it: its GUID, where there is no link.
func itemArticle(ctx context.Context, it *gofeed.Item, home *url.URL) fedArticle {
	a := fedArticle{Article: digest.Article{
		URL:       resolve(home, firstLink(it)),
		Title:     cleanTitle(it.Title),
		Published: itemDate(it),
		Text:      stripHTML(ctx, it.Content),
	}}
	if description := stripHTML(ctx, it.Description); len(description) > len(a.Text) {
		a.Text = description
	}
	if len(it.Authors) > 0 && it.Authors[0] != nil {
		a.Author = cleanAuthor(it.Authors[0].Name)
	}
	if a.URL == "" && len(it.GUID) <= maxGiven {
		a.given = cleanLine(it.GUID)
	}
	return a
}

func itemDate(it *gofeed.Item) time.Time {
	for _, s := range []string{it.Published, it.Updated} {
		if t := parseDate(s); !t.IsZero() {
			return t
		}
	}
	for _, t := range []*time.Time{it.PublishedParsed, it.UpdatedParsed} {
		if t != nil {
			return *t
		}
	}
	return time.Time{}
}

func firstLink(it *gofeed.Item) string {
	for _, l := range append([]string{it.Link}, it.Links...) {
		if l != "" {
			return l
		}
	}
	if isURL(it.GUID) {
		return it.GUID
	}
	return ""
}

// feedHome returns the page that a feed belongs to, which relative links refer to.
func feedHome(f *gofeed.Feed, o origin) *url.URL {
	for _, l := range []string{f.Link, f.FeedLink} {
		if u, err := url.Parse(l); err == nil && u.Host != "" {
			return u
		}
	}
	return o.url
}

// resolve returns the absolute http or https URL that ref stands for on the
// page base, "" for none. base may be nil.
func resolve(base *url.URL, ref string) string {
	u, err := url.Parse(cleanLine(ref))
	if err != nil || ref == "" {
		return ""
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	return digest.CleanURL(u.String())
}
