package feed

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// fuzz runs a target over inputs of one kind: whatever comes, reading ends, and
// every article is sound.
func fuzz(f *testing.F, name string, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	r := New(Config{Limits: Limits{Document: 1 << 20, Line: 1 << 16, Items: 100}})
	f.Fuzz(func(t *testing.T, data []byte) {
		s := &sink{reader: r, ctx: t.Context(), yield: func(it Item, err error) bool {
			a := it.Article
			switch {
			case err != nil && strings.Contains(err.Error(), "\x00"):
				t.Errorf("error %q", err)
			case err == nil && (a.Title == "" && a.Text == "" || a.ID == "" || !utf8.ValidString(a.Title+a.Text+a.Source+a.Author)):
				t.Errorf("%s: %q gives %+v", name, data, a)
			}
			return true
		}}
		r.readStream(s, origin{input: name, name: name}, bytes.NewReader(data))
	})
}

func FuzzPlain(f *testing.F) {
	fuzz(f, "a.txt", "Title\nText", "\xff\xfea\x00", "\x00", "Caf\xe9", strings.Repeat("x", 600))
}

func FuzzPage(f *testing.F) {
	fuzz(f, "a.html", fmt.Sprintf(anArticle, "/x"), frontPage, "<table>a<tr>b<b><p>c", "<div hidden>x",
		`<script type="application/ld+json">[{"@graph":[{"@type":"Article","articleBody":"Some text."}]}]</script>`)
}

func FuzzMarkup(f *testing.F) {
	fuzz(f, "a.xml", aFeed, `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><id>x</id></entry>`,
		`<rss><channel><item><title>A</item><item>`, `<!DOCTYPE x [<!ENTITY a "b">]><rss><channel><item><title>&a;</title></item></channel></rss>`)
}

func FuzzOutlines(f *testing.F) {
	for _, s := range []string{`<opml><body><outline xmlUrl="https://example.com/a"/></body></opml>`, `<outline xmlurl=x`, `</a>`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		urls, _ := outlines(t.Context(), data)
		for _, u := range urls {
			if u.Feed == "" {
				t.Errorf("%q gives an empty address", data)
			}
		}
	})
}

func FuzzObject(f *testing.F) {
	fuzz(f, "a.json", `{"title":"A","author":[{"name":"B"}]}`, `[{"title":"A"},{"text":5},null]`,
		`{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"A","content_html":"<p>x"}]}`)
}

func FuzzLines(f *testing.F) {
	fuzz(f, "a.jsonl", `{"id":1,"title":"A","published":1795505400}`+"\n{\n\n"+`{"text":"\u0000\ud800"}`, "\xff\xfe{\x00}\x00")
}

// FuzzAny leaves the kind to the content.
func FuzzAny(f *testing.F) {
	fuzz(f, "", aFeed, "Title", "{}", "[]", "<p>x", "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", "\xfe\xff\x00<")
}

func FuzzParseRecord(f *testing.F) {
	for _, s := range []string{`{"title":" A\u0001","text":"b\u007f\t"}`, `{"id":{"name":1},"text":"x"}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := parseRecord(data)
		if err == nil && strings.ContainsAny(a.Title+a.Text, "\x00\x01\x7f") {
			t.Errorf("%q gives %+v", data, a)
		}
	})
}
