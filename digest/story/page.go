package story

import (
	"slices"
	"strings"

	"newsbot/digest/entity"
	"newsbot/digest/text"
)

// OwnPage returns the company or project whose own page a source is, "" for others: on the "Lathe Blog"
// Lathe is "we". What only says what kind of owner that is, as on the "Foundation Blog", is no name.
func OwnPage(source string) string {
	for _, page := range []string{" Blog", " Status"} {
		if name, found := strings.CutSuffix(source, page); found && !strings.HasSuffix(name, " Live") && strings.Count(name, " ") < longestOwner {
			name = strings.TrimSuffix(name, " Engineering")
			if !slices.ContainsFunc(strings.Fields(name), func(w string) bool { return !ownerKinds.Has(strings.ToLower(w)) }) {
				return ""
			}
			return name
		}
	}
	return ""
}

// TellsOfItself reports whether a title names whose own page its source is: "Vindara adjusts outlook", of the
// Vindara Newsroom or newsroom.vindara.example.
func TellsOfItself(title, source string) bool {
	name := text.Query(owner(source))
	return len(name) > 0 && containsAll(text.Query(title), name)
}

// containsAll reports whether terms hold others one behind the other.
func containsAll(terms, others []string) bool {
	for i := range len(terms) - len(others) + 1 {
		if slices.Equal(terms[i:i+len(others)], others) {
			return true
		}
	}
	return false
}

// owner returns the name of whose own page a source is, "" where it does not call itself one: of a name the words before
// what the page is called, of a host the longest part beside that.
func owner(source string) string {
	if strings.Contains(source, ".") && !strings.Contains(source, " ") {
		parts := strings.Split(source, ".")
		parts = parts[:len(parts)-1]
		names := slices.DeleteFunc(slices.Clone(parts), func(p string) bool { return pages.Has(strings.ToLower(p)) })
		if len(names) == len(parts) || len(names) == 0 {
			return ""
		}
		return slices.MaxFunc(names, func(a, b string) int { return len(a) - len(b) })
	}
	words := strings.Fields(source)
	n := len(words)
	for n > 0 && pages.Has(strings.ToLower(words[n-1])) {
		n--
	}
	if n == len(words) {
		return ""
	}
	return strings.Join(words[:n], " ")
}

// pages are what companies and projects call the pages on which they tell of themselves.
var pages = text.WordSet("blog newsroom press releases investor investors relations status ir")

// longestOwner is how many words the name of who has a page of its own has at most; those of a newspaper's pages
// have more: "Sund Times Politics Blog".
const longestOwner = 2

// ownerKinds are words for what many an owner of a page is, by which none is told from another.
var ownerKinds = text.WordSet(`the our team project foundation association society institute university community company group agency
	authority board committee council department ministry office police commission press media news security support staff
	product developer developers engineering tech research`)

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
