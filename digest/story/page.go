package story

import (
	"slices"
	"strings"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// OwnPage returns the company or project whose own page a source is, "" for others: on the "Lathe Blog"
// Lathe is "we".
func OwnPage(source string) string {
	for _, page := range []string{" Blog", " Status"} {
		if name, found := strings.CutSuffix(source, page); found && !strings.HasSuffix(name, " Live") && strings.Count(name, " ") < longestOwner {
			return strings.TrimSuffix(name, " Engineering")
		}
	}
	return ""
}

// TellsOfItself reports whether a title names its own source, which tells of itself in it: "Vindara adjusts outlook", of the
// Vindara Newsroom or vindara.example.
func TellsOfItself(title, source string) bool {
	name := squeeze(owner(source))
	return len(name) >= shortestOwner && strings.Contains(squeeze(title), name)
}

// shortestOwner is how many letters the name of a source has that a title may not hold by chance.
const shortestOwner = 4

// owner returns the name of whose page a source is: of the words of a name those before what the page is called, of an address
// the longest part.
func owner(source string) string {
	if host, _, _ := strings.Cut(source, "/"); !strings.Contains(host, " ") && strings.Contains(host, ".") {
		parts := strings.Split(host, ".")
		return slices.MaxFunc(parts[:len(parts)-1], func(a, b string) int { return len(a) - len(b) })
	}
	words := strings.Fields(source)
	for len(words) > 1 && pages.Has(strings.ToLower(words[len(words)-1])) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// pages are what companies call the pages on which they tell of themselves.
var pages = text.WordSet("blog newsroom press media news release releases investor investors relations room office status")

// longestOwner is how many words the name of who has a page of its own has at most; those of a newspaper's pages
// have more: "Sund Times Politics Blog".
const longestOwner = 2

// signed returns an item with the name of whose own page it is on among its names and words.
func signed(it *Item) *Item {
	owner := OwnPage(it.Source)
	if owner == "" {
		return it
	}
	by := *it
	by.Entities = append(slices.Clip(by.Entities), Name{entity.ID(entity.Organization, owner), 1})
	by.Terms = slices.Clip(by.Terms)
	for _, word := range text.Query(owner) {
		by.Terms = append(by.Terms, text.Term{Word: word, Weight: 1})
	}
	return &by
}
