package feed

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/publicsuffix"

	"newsbot/digest"
)

// attribute says in an article that its address is of another site than the one
// whose word it is: the outlet's name is only what that site says.
func attribute(a *digest.Article, site string) {
	a.Via = site
	if a.URL != "" && (nameKey(a.Source) != nameKey(site) || borrowedAt(site, a.Source)) {
		a.Source = withSite(a.Source, site)
	}
}

// siteAtEnd matches what withSite puts behind a name.
var siteAtEnd = regexp.MustCompile(`(?:\s*[(（](?:[\p{L}\p{N}_-]+[.．․。])+\p{L}[\p{L}\p{N}-]*[)）])+$`)

// withoutSite returns the name that a site gives to an outlet without a site behind it:
// whose word a name is nobody says but withSite.
func withoutSite(name string) string { return siteAtEnd.ReplaceAllString(name, "") }

// withSite returns the name of an outlet with the site whose word that is.
func withSite(name, site string) string {
	return strings.TrimSpace(fmt.Sprintf("%s (%s)", name, site))
}

// titleSeparator stands between the parts of a page's or feed's title.
var titleSeparator = regexp.MustCompile(`\s+[|–—·•»-]+\s+|\s*\|\s*|\s+::\s+`)

// partSeparator stands between the parts of a site's or feed's title, one of which
// is the outlet's name.
var partSeparator = regexp.MustCompile(`\s+[|–—·•»›>/-]+\s+|\s*\|\s*|\s+::\s+|:\s+`)

// generic are parts of a feed's title that do not belong to the outlet's name.
var generic = regexp.MustCompile(`(?i)^(?:rss(?: ?2\.0)?(?: feed)?|feed|atom(?: feed)?|latest(?: news| stories| articles| headlines)?|news feed|top stories|headlines|breaking news|all(?: news| stories)?|home(?: ?page)?|updates|untitled|just another wordpress site)$`)

// feedPrefix begins the titles of feeds: "RSS feed of …".
var feedPrefix = regexp.MustCompile(`(?i)^(?:rss|feed|latest(?: news| stories| articles)?|news|release notes|stories) (?:feed )?(?:of|for|from|by)\s+`)

// cleanSource returns the title of a feed without what says that it is one, "" where it
// says no more: "Example Times - RSS" is "Example Times".
func cleanSource(title string) string {
	title = feedPrefix.ReplaceAllString(strings.TrimPrefix(cleanName(title), "@"), "")
	parts := titleSeparator.Split(title, -1)
	kept := parts[:0:0]
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" && !generic.MatchString(p) {
			kept = append(kept, p)
		}
	}
	if len(kept) == len(parts) {
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

// nameAt returns the outlet's name in a title of the site at a host: the part by
// which the host is called, so that the sections of an outlet are no outlets, or
// else all of it. "World | Example Times" is "Example Times" at exampletimes.com.
func nameAt(host, title string) string {
	title = cleanSource(title)
	best, most := title, 0
	for _, part := range partSeparator.Split(title, -1) {
		part = trimGenericEnd(part)
		if n := likeness(part, label(host)); n > most {
			best, most = part, n
		}
	}
	return best
}

// label returns what a host is called by its owner: "example" of news.example.co.uk.
func label(host string) string {
	domain, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return ""
	}
	name, _, _ := strings.Cut(domain, ".")
	return strings.ReplaceAll(name, "-", "")
}

// likeness tells how surely a name is that of an outlet with a host's label: 0 for
// not at all.
func likeness(name, label string) int {
	key := nameKey(name)
	switch {
	case len(label) < 2 || len(key) < 2:
		return 0
	case key == label && !strings.Contains(name, "."):
		return 3
	case key == label:
		return 2
	case initials(name) == label, len(label) > 3 && strings.Contains(key, label), len(key) > 3 && len(key)*2 >= len(label) && strings.Contains(label, key):
		return 1
	}
	return 0
}

// initials returns the first letters of the words of a name, in lower case.
func initials(name string) string {
	var b strings.Builder
	for word := range strings.FieldsSeq(strings.ToLower(name)) {
		for _, r := range word {
			b.WriteRune(r)
			break
		}
	}
	return b.String()
}

// titleParts returns titles of a site and the parts that they have.
func titleParts(titles []string) []string {
	parts := slices.Clone(titles)
	for _, t := range titles {
		parts = append(parts, partSeparator.Split(cleanName(t), -1)...)
	}
	return parts
}

// trimSource drops an outlet's name from the end of a title, where a separator
// stands before it: "Rates rise | Example Times". names are what it is called.
func trimSource(title string, names ...string) string {
	var keys []string
	for _, n := range names {
		keys = append(keys, nameKey(n))
	}
	end := len(title)
	for _, at := range slices.Backward(titleSeparator.FindAllStringIndex(title, -1)) {
		if tail := nameKey(title[at[1]:end]); at[0] == 0 || tail == "" || !slices.Contains(keys, tail) {
			break
		}
		end = at[0]
	}
	return strings.TrimSpace(title[:end])
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
