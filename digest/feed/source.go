package feed

import (
	"net/url"
	"regexp"
	"strings"
)

// hostName returns the host of a URL as a source's name.
func hostName(u *url.URL) string {
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// titleSeparator stands between the parts of a page's or feed's title.
var titleSeparator = regexp.MustCompile(`\s+[|–—·•»-]+\s+|\s*\|\s*|\s+::\s+`)

// generic are parts of a feed's title that do not belong to the outlet's name.
var generic = regexp.MustCompile(`(?i)^(?:rss(?: ?2\.0)?(?: feed)?|feed|atom(?: feed)?|latest(?: news| stories| articles| headlines)?|news feed|top stories|headlines|breaking news|all(?: news| stories)?|home(?: ?page)?|updates)$`)

// feedPrefix begins the titles of feeds: "RSS feed of …".
var feedPrefix = regexp.MustCompile(`(?i)^(?:rss|feed|latest news|news) (?:feed )?(?:of|for|from|by)\s+`)

// cleanSource returns the name of an outlet from the title of its feed:
// "Example Times - RSS" is "Example Times".
func cleanSource(title string) string {
	title = feedPrefix.ReplaceAllString(strings.TrimPrefix(cleanName(title), "@"), "")
	parts := titleSeparator.Split(title, -1)
	kept := parts[:0:0]
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" && !generic.MatchString(p) {
			kept = append(kept, p)
		}
	}
	if len(kept) == len(parts) || len(kept) == 0 {
		return strings.TrimSpace(trimGenericEnd(title))
	}
	return strings.Join(kept, " - ")
}

var genericEnd = regexp.MustCompile(`(?i)\s+(?:rss|atom)(?: feed)?$|\s+feed$`)

func trimGenericEnd(title string) string {
	if s := genericEnd.ReplaceAllString(title, ""); s != "" {
		return s
	}
	return title
}

// trimSource drops the source's name from the end of a title, where a
// separator stands before it: "Rates rise | Example Times". names are forms of
// the name.
func trimSource(title string, names ...string) string {
	at := titleSeparator.FindAllStringIndex(title, -1)
	if len(at) == 0 {
		return title
	}
	last := at[len(at)-1]
	tail := nameKey(title[last[1]:])
	for _, n := range names {
		if key := nameKey(n); key != "" && tail == key && last[0] > 0 {
			return strings.TrimSpace(title[:last[0]])
		}
	}
	return title
}

// nameKey returns what stays the same when an outlet's name is spelt as a name
// or as its domain: "The Example Times", "exampletimes.com".
func nameKey(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	name = strings.TrimPrefix(strings.TrimPrefix(name, "www."), "the ")
	for _, end := range []string{".com", ".org", ".net", ".co.uk"} {
		name = strings.TrimSuffix(name, end)
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" .,'’-&", r) {
			return -1
		}
		return r
	}, name)
}
