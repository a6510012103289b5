package feed

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"newsbot/digest"
	"newsbot/digest/feed/syndication"
)

// tellApart gives ids to those items of a feed that would be one article though
// they are several: the posts of a live page, which differ in the fragments of
// their addresses, and what leads to the feed's home page alone. All others are
// known by their addresses, so that an article in several feeds is one.
func tellApart(items []syndication.Item, articles []fedArticle, home string) {
	same := make(map[string][]int) // by the ID that they would have
	for i, a := range articles {
		a.Identify(a.given)
		same[a.ID] = append(same[a.ID], i)
	}
	home, isHome := digest.CanonicalURL(home)
	for _, group := range same {
		at, _ := digest.CanonicalURL(articles[group[0]].URL)
		marks := marksOf(items, articles, group)
		if differ(marks) || isHome && at == home || isPost(items[group[0]].Link) {
			for k, i := range group {
				articles[i].given = digest.PartID(marks[k])
			}
		}
	}
}

// mark notes by which GUID a feed knows each item that is known here by its address: one
// that no other of its items has, and that is more than the address again.
func mark(items []syndication.Item, articles []fedArticle) {
	bearers := make(map[string]int)
	for _, it := range items {
		bearers[cleanLine(it.ID)]++
	}
	for i := range articles {
		a := &articles[i]
		if id := guid(items[i], a.URL); a.URL != "" && a.given == "" && bearers[id] == 1 {
			a.Mark = id
		}
	}
}

// isPost tells the address of a post on a live page, which is one also while the feed
// holds no other: by the page's path, and a fragment that is no parameter of those who
// count readers (#xtor=RSS-1).
func isPost(address string) bool {
	u, err := url.Parse(strings.TrimSpace(address))
	return err == nil && u.Fragment != "" && !strings.Contains(u.Fragment, "=") && livePath.MatchString(u.Path)
}

var livePath = regexp.MustCompile(`(?i)[/_-]live(?:blog)?(?:[/_-]|$)`)

// marksOf returns by what each of some items is told from the others: its GUID,
// the fragment of its address, or else its title, with the text where that is not
// enough.
func marksOf(items []syndication.Item, articles []fedArticle, group []int) []string {
	marks := make([]string, len(group))
	titles := make(map[string]int)
	for k, i := range group {
		if marks[k] = ownMark(items[i], articles[i].URL); marks[k] == "" {
			titles[articles[i].Title]++
		}
	}
	for k, i := range group {
		if marks[k] == "" {
			marks[k] = articles[i].Title
			if titles[marks[k]] > 1 || marks[k] == "" {
				marks[k] += "\n" + articles[i].Text
			}
		}
	}
	return marks
}

// ownMark returns an item's GUID, or else the fragment of its address, "" for neither.
func ownMark(it syndication.Item, address string) string {
	if id := guid(it, address); id != "" {
		return id
	}
	for _, ref := range []string{it.Link, cleanLine(it.ID)} {
		if u, err := url.Parse(strings.TrimSpace(ref)); err == nil && u.Fragment != "" {
			return "#" + u.Fragment
		}
	}
	return ""
}

// guid returns an item's GUID, "" where that is its address again.
func guid(it syndication.Item, address string) string {
	id := cleanLine(it.ID)
	at, _ := digest.CanonicalURL(address)
	if named, ok := digest.CanonicalURL(id); len(id) > maxGiven || ok && named == at {
		return ""
	}
	return id
}

// differ tells whether some marks are not the same.
func differ(marks []string) bool {
	return slices.ContainsFunc(marks, func(m string) bool { return m != marks[0] })
}
