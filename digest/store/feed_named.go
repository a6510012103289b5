package store

import (
	"slices"
	"strings"
)

// FeedsNamed returns those feeds that a word of a person names: by their ID,
// address or name, else by their host, else by a part of the name or of what that person is shown of
// the address: who could try parts of the rest would find it out.
func FeedsNamed(feeds []Feed, word string, shown func(Feed) string) []Feed {
	id, _ := FeedID(word)
	lower := strings.ToLower(word)
	holds := func(s string) bool { return strings.Contains(strings.ToLower(s), lower) }
	for _, names := range []func(Feed) bool{
		func(f Feed) bool {
			return slices.Contains(f.ids(), id) || f.ID == word || shown(f) == word || strings.EqualFold(f.Name(), word)
		},
		func(f Feed) bool { return f.Host() == lower },
		func(f Feed) bool { return holds(shown(f)) || holds(f.Name()) },
	} {
		var found []Feed
		for _, f := range feeds {
			if names(f) {
				found = append(found, f)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}
