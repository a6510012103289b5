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
