package story

import "testing"

// TestIndexStaysSmall: articles that come one after the other change stories again
// and again; the index keeps about as much as there are stories, and every one of
// these is in it as it is now.
func TestIndexStaysSmall(t *testing.T) {
	if testing.Short() {
		t.Skip("no goroutines to race, and long")
	}
	book := Default().NewBook()
	items := day(6000)
	for i := 0; i < len(items); i += 50 {
		book.Add(items[i : i+50])
	}
	live := 0
	for n, s := range book.stories {
		if s.into < 0 {
			live++
			if e := book.index.entries[s.entry]; e.story != int32(n) {
				t.Errorf("story %d is entry %d, which is of %d", n, s.entry, e.story)
			}
		}
	}
	if most := 2*live + 2*fewEntries; len(book.index.entries) > most {
		t.Errorf("%d entries for %d stories, want at most %d", len(book.index.entries), live, most)
	}
}
