package feed

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestParts reads feeds whose items share addresses: how many articles they are,
// and whether the first is known by its address alone, as in other feeds.
func TestParts(t *testing.T) {
	item := func(title, link, guid string) string {
		return fmt.Sprintf("<item><title>%s</title><link>%s</link><guid isPermaLink='false'>%s</guid></item>", title, link, guid)
	}
	const page, home = "https://a.example/live", "https://a.example/"
	for _, c := range []struct {
		what     string
		items    string
		articles int
		plain    bool
	}{
		{"an article", item("A", page, "1"), 1, true},
		{"an article with a fragment", item("A", page+"#xtor=RSS-1", "1"), 1, true},
		{"the same item twice", item("A", page, "1") + item("A, changed", page, "1"), 1, true},
		{"twice with other parameters", item("A", page+"?utm_source=x", page+"?utm_source=x") + item("A", page, page), 1, true},
		{"one post", item("A", page+"#1", "1"), 1, false},
		{"a page about live music with a fragment", item("A", home+"livemusic#more", "1"), 1, true},
		{"two posts by fragments", item("A", page+"#1", "") + item("B", page+"#2", ""), 2, false},
		{"two posts by GUIDs", item("A", page, "1") + item("A", page, "2"), 2, false},
		{"GUIDs with fragments", item("A", page, page+"#1") + item("A", page, page+"#2"), 2, false},
		{"GUIDs that are the address", item("A", page, page) + item("B", page, page), 2, false},
		{"titles", item("A", page, "") + item("B", page, "") + item("B", page, ""), 2, false},
		{"one that leads home", item("A", home, "1"), 1, false},
		{"some that lead home", item("A", home, "1") + item("B", home, "2") + item("C", home, ""), 3, false},
		{"one GUID for all", item("A", page+"/1", "x") + item("B", page+"/2", "x"), 2, true},
		{"no address, one title", "<item><title>A</title><description>One text.</description></item><item><title>A</title><description>Another.</description></item>", 2, false},
	} {
		read := func(items string) map[string]string {
			found, _ := readAll(t, newTestReader(), write(t, "a.xml", []byte("<rss><channel><title>F</title><link>"+home+"</link>"+items+"</channel></rss>")), "")
			ids := map[string]string{}
			for _, it := range found {
				ids[it.Article.ID] = it.Article.Ref
			}
			return ids
		}
		ids := read(c.items)
		plain := false
		for _, ref := range ids {
			plain = plain || !strings.HasPrefix(ref, "#")
		}
		if len(ids) != c.articles || plain != c.plain {
			t.Errorf("%s: %d articles %v, known by their addresses: %v; want %d, %v", c.what, len(ids), ids, plain, c.articles, c.plain)
		}
		if again := read(c.items); fmt.Sprint(again) != fmt.Sprint(ids) {
			t.Errorf("%s: %v, and read again %v", c.what, ids, again)
		}
	}
}

// TestPartsStay: a post has one ID while it is the only one of its page, and when others
// have come.
func TestPartsStay(t *testing.T) {
	const one = "<item><title>One</title><link>https://a.example/storm-live#3</link></item>"
	const two = "<item><title>Two</title><link>https://a.example/storm-live#4</link></item>"
	var ids []string
	for _, items := range []string{one, two + one} {
		found, _ := readAll(t, newTestReader(), write(t, "a.xml", []byte("<rss><channel><title>F</title>"+items+"</channel></rss>")), "")
		for _, it := range found {
			if it.Article.Title == "One" {
				ids = append(ids, it.Article.ID)
			}
		}
	}
	if len(ids) != 2 || ids[0] != ids[1] {
		t.Errorf("the post has the IDs %q, want the same twice", ids)
	}
}

// TestPartsProperty: whatever addresses and GUIDs distinct items have, they are as
// many articles, in any order the same.
func TestPartsProperty(t *testing.T) {
	links := []string{"", "https://a.example/", "https://a.example/live", "https://a.example/live#1", "https://a.example/live#2", "https://a.example/b?utm_source=x", "https://a.example/b"}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "items")
		items := make([]string, n)
		for i := range items {
			items[i] = fmt.Sprintf("<item><title>Title %d</title><link>%s</link><guid>tag:a.example,2026:%d</guid></item>",
				rapid.IntRange(0, 3).Draw(t, "title"), rapid.SampledFrom(links).Draw(t, "link"), i)
		}
		read := func(items []string) map[string]bool {
			r := newTestReader()
			ids := map[string]bool{}
			for it, err := range r.Read(t.Context(), "-", strings.NewReader("<rss><channel><title>F</title><link>https://a.example/</link>"+strings.Join(items, "")+"</channel></rss>")) {
				if err != nil {
					t.Fatal(err)
				}
				ids[it.Article.ID] = true
			}
			return ids
		}
		ids := read(items)
		again := read(rapid.Permutation(items).Draw(t, "order"))
		if len(ids) != n || fmt.Sprint(again) != fmt.Sprint(ids) {
			t.Errorf("%d articles %v, in another order %v; want %d:\n%s", len(ids), ids, again, n, strings.Join(items, "\n"))
		}
	})
}
