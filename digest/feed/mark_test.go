package feed

import (
	"fmt"
	"testing"
)

// TestMarks reads feeds that name their items: by which GUID each is known besides its
// address.
func TestMarks(t *testing.T) {
	item := func(link, guid string) string {
		return fmt.Sprintf("<item><title>A</title><link>%s</link>%s</item>", link, guid)
	}
	const page = "https://a.example/news/1"
	for _, c := range []struct {
		what, items string
		marks       []string
	}{
		{"a number", item(page, "<guid isPermaLink='false'>17</guid>"), []string{"17"}},
		{"an address that is another", item(page, "<guid isPermaLink='true'>https://a.example/?p=17</guid>"), []string{"https://a.example/?p=17"}},
		{"its address", item(page, "<guid>"+page+"</guid>"), []string{""}},
		{"its address, which only counts readers", item(page+"?utm_source=rss", "<guid>"+page+"</guid>"), []string{""}},
		{"its address without a session", item(page+"?session=5", "<guid>"+page+"</guid>"), []string{page}},
		{"none", item(page, ""), []string{""}},
		{"one for all", item(page, "<guid>x</guid>") + item(page+"2", "<guid>x</guid>"), []string{"", ""}},
		{"without a link, where it is all that there is", "<item><title>A</title><guid isPermaLink='false'>17</guid></item>", []string{""}},
		{"posts of a live page", item("https://a.example/live/1#p1", "<guid>17</guid>"), []string{""}},
	} {
		found, _ := readAll(t, newTestReader(), write(t, "a.xml", []byte("<rss><channel><title>F</title>"+c.items+"</channel></rss>")), "")
		var marks []string
		for _, it := range found {
			marks = append(marks, it.Article.Mark)
		}
		if fmt.Sprintf("%q", marks) != fmt.Sprintf("%q", c.marks) {
			t.Errorf("%s: the marks are %q, want %q", c.what, marks, c.marks)
		}
	}
}
