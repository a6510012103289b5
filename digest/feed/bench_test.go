package feed

import (
	"fmt"
	"strings"
	"testing"
)

var words = strings.Repeat("The harbour master said that the ferries would sail again on Monday morning.\\n", 40)

// BenchmarkLines reads articles of about 500 words.
func BenchmarkLines(b *testing.B) {
	var lines strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&lines, `{"id":"%d","url":"https://example.com/%[1]d","source":"Example Times","title":"Ferries sail again","published":"2026-11-23T10:00:00Z","text":"%s"}`+"\n", i, words)
	}
	r := newTestReader()
	b.SetBytes(int64(lines.Len()))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range r.Read(b.Context(), "-", strings.NewReader(lines.String())) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkPage(b *testing.B) {
	var page strings.Builder
	fmt.Fprintf(&page, anArticle[:strings.Index(anArticle, "<p>")], "/dam")
	for i := range 40 {
		fmt.Fprintf(&page, "<p>The harbour master said that ferry <b>%d</b> would sail <a href=x>again</a> on Monday, weather permitting.</p>", i)
		page.WriteString(strings.Repeat("<div class='menu'><ul><li><a href='/a'>Sport</a></li></ul></div>", 20))
	}
	page.WriteString("</article></body></html>")
	benchmarkDocument(b, "a.html", page.String())
}

func BenchmarkFeed(b *testing.B) {
	var feed strings.Builder
	feed.WriteString("<rss><channel><title>Served</title>")
	for i := range 100 {
		fmt.Fprintf(&feed, "<item><title>Ferry %d</title><link>https://example.com/%[1]d</link><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate><description>&lt;p>%s&lt;/p></description></item>", i, words[:500])
	}
	feed.WriteString("</channel></rss>")
	benchmarkDocument(b, "a.xml", feed.String())
}

func benchmarkDocument(b *testing.B, name, data string) {
	r := newTestReader()
	path := write(b, name, []byte(data))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range r.Read(b.Context(), path, nil) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
