package syndication

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"
)

// The readings of whole feeds are tested in package feed, with what comes out
// for a reader. Here is what does not show there.

func TestHead(t *testing.T) {
	for _, c := range []struct {
		name, doc string
		want      Feed
	}{
		{"rss", `<rss><channel><title>A</title><link>http://a.example/</link><language>en</language><ttl>90</ttl></channel></rss>`,
			Feed{Title: Text{"A", Loose}, Link: "http://a.example/", Language: "en", Every: 90 * time.Minute}},
		{"period", `<rss xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel></rss>`,
			Feed{Every: 30 * time.Minute}},
		{"frequency alone", `<rss><channel><sy:updateFrequency>2</sy:updateFrequency></channel></rss>`, Feed{Every: 12 * time.Hour}},
		{"both", `<rss><channel><ttl>5</ttl><sy:updatePeriod> weekly </sy:updatePeriod></channel></rss>`, Feed{Every: 7 * 24 * time.Hour}},
		{"nonsense", `<rss><channel><ttl>soon</ttl><sy:updatePeriod>often</sy:updatePeriod></channel></rss>`, Feed{}},
		{"atom", `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title type="text">A</title><link rel="self" href="http://a.example/f"/><link href="http://a.example/"/></feed>`,
			Feed{Title: Text{"A", Plain}, Link: "http://a.example/", Self: "http://a.example/f", Language: "de"}},
		{"title of a picture", `<rss><channel><image><title>Logo</title><link>http://b.example/</link></image><title>A</title></channel></rss>`,
			Feed{Title: Text{"A", Loose}}},
		{"behind a warning", `<br /><b>Warning</b>: <feed xml:lang="de"><title>A</title></feed>`,
			Feed{Title: Text{"A", Loose}, Language: "de"}},
	} {
		f, err := Parse(t.Context(), []byte(c.doc), 10)
		if err != nil || fmt.Sprintf("%+v", f) != fmt.Sprintf("%+v", c.want) {
			t.Errorf("%s: %+v %v, want %+v", c.name, f, err, c.want)
		}
	}
}

func TestItemFields(t *testing.T) {
	for _, c := range []struct{ field, doc, want string }{
		{"author", `<author>ann@a.example (Ann Lee)</author>`, "Ann Lee"},
		{"author", `<author>Ann Lee &lt;ann@a.example&gt;</author>`, "Ann Lee"},
		{"author", `<author>ann@a.example</author>`, ""},
		{"author", `<author><name>Ann Lee</name><email>ann@a.example</email></author>`, "Ann Lee"},
		{"author", `<dc:creator>Ann Lee</dc:creator><author>ann@a.example</author>`, "Ann Lee"},
		{"published", `<pubDate>Mon</pubDate><dc:date>Tue</dc:date>`, "Mon Tue"},
		{"published", `<dc:date>Tue</dc:date>`, "Tue"},
		{"published", `<issued>Wed</issued><modified>Thu</modified>`, "Wed"},
		{"updated", `<modified>Thu</modified>`, "Thu"},
		{"link", `<link rel="http://www.iana.org/assignments/relation/alternate" href="a"/>`, "a"},
		{"link", `<link><![CDATA[http://a.example/?a=1&amp;b=2]]></link>`, "http://a.example/?a=1&b=2"},
		{"link", `<link xml:base="http://a.example/b/" href="c"/>`, "http://a.example/b/c"},
		{"link", `<link>javascript:go()</link><guid>http://a.example/1</guid>`, "http://a.example/1"},
		{"link", `<link>?p=1&amp;t=10:30</link><guid>http://a.example/1</guid>`, "?p=1&t=10:30"},
		{"source", `<source url="http://b.example/">The B</source>`, "The B"},
		{"source", `<source><title>The B</title><link href="x"/></source>`, "The B"},
	} {
		f, err := Parse(t.Context(), []byte("<rss><channel><item>"+c.doc+"</item></channel></rss>"), 10)
		if err != nil || len(f.Items) != 1 {
			t.Fatalf("%s: %+v %v", c.doc, f, err)
		}
		it := f.Items[0]
		got := map[string]string{"author": it.Author, "published": strings.Join(it.Published, " "), "updated": it.Updated, "source": it.Source, "link": it.Link}[c.field]
		if got != c.want {
			t.Errorf("%s: %s is %q, want %q", c.doc, c.field, got, c.want)
		}
	}
}

func TestParseMax(t *testing.T) {
	doc := "<rss><channel>" + strings.Repeat("<item><title>A</title></item>", 10)
	for max, more := range map[int]bool{5: true, 10: false, 20: false} {
		f, err := Parse(t.Context(), []byte(doc+"</channel></rss>"), max)
		if err != nil || len(f.Items) != min(max, 10) || f.More != more {
			t.Errorf("at most %d: %d items, more: %v, error %v", max, len(f.Items), f.More, err)
		}
	}
}

// TestBounds gives documents that would cost much memory if all of them were
// kept.
func TestBounds(t *testing.T) {
	const size = 8 << 20
	for _, part := range []string{
		"<a>", "<a/>", "<item/><a/>", "<item><a/>", "<item></item><b c=''/>", "<item><title>", "<a b", " c", "</a>", "<a xmlns:p='http://purl.org/dc/elements/1.1/'/>",
		"<![CDATA[", "<!--", "&a;", "<item><media:group>", "<item><description>&lt;p&gt;",
	} {
		doc := strings.Repeat(part, size/len(part))
		doc = "<rss><channel>" + doc
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := worked()
		f, err := Parse(t.Context(), []byte(doc), 10_000)
		work := worked() - start
		runtime.GC()
		runtime.ReadMemStats(&after)
		kept := (int64(after.HeapAlloc) - int64(before.HeapAlloc)) >> 20
		if kept > 64 || work > 15*time.Second {
			t.Errorf("%q again and again: %d items, error %v, kept %d MB, took %v of work", part, len(f.Items), err, kept, work)
		}
	}
}

// worked returns how long cores have worked for the tests, which does not depend on
// what else the machine does.
func worked() time.Duration {
	var used syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &used)
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// TestModuleAsNameSpace gives RSS whose elements would all be those of a module.
func TestModuleAsNameSpace(t *testing.T) {
	for _, address := range []string{"http://search.yahoo.com/mrss/", "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"} {
		f, err := Parse(t.Context(), []byte(`<rss xmlns="`+address+`"><channel><title>F</title><item><title>T</title><link>a</link></item></channel></rss>`), 10)
		if err != nil || f.Title.Value != "F" || len(f.Items) != 1 || f.Items[0].Title.Value != "T" || f.Items[0].Link != "a" {
			t.Errorf("%s: %+v %v", address, f, err)
		}
	}
}

// TestGrowth gives documents of which a little stands for much.
func TestGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector's own memory counts")
	}
	for name, doc := range map[string]string{
		"entities": `<!DOCTYPE rss [<!ENTITY a "` + strings.Repeat("x", maxEntity) + `">]><item><title>T</title><description>` + strings.Repeat("&a;", 500_000) + "</description></item>",
		"bases":    "<item><title>T</title>" + strings.Repeat("<a xml:base='"+strings.Repeat("b/", 500)+"'>", maxDepth) + strings.Repeat("<b xml:base='c'/>", 100_000) + "</item>",
		"a base":   "<item xml:base='http://a.example/" + strings.Repeat("b", 100_000) + "/'><title>T</title>" + strings.Repeat("<b xml:base='c'/>", 2000) + "</item>",
		"ends":     "<item><title>T</title></item>" + strings.Repeat("<a:b>", maxDepth) + strings.Repeat("</a:c>", 500_000),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		f, err := Parse(t.Context(), []byte(doc), 10)
		runtime.ReadMemStats(&after)
		if err != nil || len(f.Items) != 1 || f.Items[0].Title.Value != "T" {
			t.Errorf("%s: %d items, error %v", name, len(f.Items), err)
		}
		if took := (after.TotalAlloc - before.TotalAlloc) >> 20; took > 200 {
			t.Errorf("%s: took %d MB of memory for %d KB", name, took, len(doc)>>10)
		}
	}
}

// TestParseEnds: a reading ends with its context, with what it has.
func TestParseEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	doc := "<rss><channel>" + strings.Repeat("<item><title>A</title></item>", 100_000)
	cancel()
	if f, err := Parse(ctx, []byte(doc), 200_000); !errors.Is(cmp.Or(err, f.Err), context.Canceled) {
		t.Errorf("%d items, errors %v and %v, want the end of the context", len(f.Items), err, f.Err)
	}
}

// TestManyOutside gives a feed with much more outside of its items than is kept.
func TestManyOutside(t *testing.T) {
	const item = "<item><title>T</title><link>a</link></item>"
	f, err := Parse(t.Context(), []byte("<rdf>"+item+"<items>"+strings.Repeat("<li/>", 2*maxNodes)+"</items>"+item+"</rdf>"), 10)
	if err != nil || len(f.Items) != 2 || f.Items[1].Title.Value != "T" {
		t.Errorf("%+v %v, want two items", f.Items, err)
	}
}

func TestOutlines(t *testing.T) {
	const doc = `<opml version="1.0"><body>
<outline text="Group &amp; more"><outline text="A" title="The A" type="rss" xmlUrl=" http://a.example/f?x=1&y=2" htmlUrl="http://a.example/"/>
<outline text="Sub"><OUTLINE TEXT="B" XMLURL="http://b.example/f"/></outline></outline>
<outline text="C" type="atom" url="http://c.example/f"/><outline xmlurl="http://a.example/f?x=1&amp;y=2"/><outline text="Empty"/>
<outline text="D" xmlUrl='http://d.example/f'>`
	want := []Outline{
		{"http://a.example/f?x=1&y=2", "The A", "http://a.example/"},
		{"http://b.example/f", "B", ""},
		{"http://c.example/f", "C", ""},
		{"http://d.example/f", "D", ""},
	}
	got, more := ParseOutlines(t.Context(), []byte(doc), 10)
	if fmt.Sprint(got) != fmt.Sprint(want) || more {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if two, more := ParseOutlines(t.Context(), []byte(doc), 2); len(two) != 2 || !more {
		t.Errorf("at most 2: got %d, more: %v", len(two), more)
	}
	var b strings.Builder
	if err := WriteOutlines(&b, "Mine", want); err != nil {
		t.Fatal(err)
	}
	if again, _ := ParseOutlines(t.Context(), []byte(b.String()), 10); fmt.Sprint(again) != fmt.Sprint(want) {
		t.Errorf("written as %s\ngot  %+v\nwant %+v", b.String(), again, want)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		`<rss><channel><title>T</title><item><title>A</title><link>http://a.example</link></item></channel></rss>`,
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="x"><entry><title type="xhtml"><div>a</div></title></entry>`,
		`<!DOCTYPE a [<!ENTITY b "c">]><item><title>&b;<title><item>`, `<urlset><url><loc>x</loc><news:news/></url></urlset>`, "<a:b c", "<item", "]]>",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		feed, err := Parse(t.Context(), data, 5)
		if err == nil && len(feed.Items) > 5 {
			t.Errorf("%d items, want at most 5", len(feed.Items))
		}
		for _, it := range feed.Items {
			if utf8.Valid(data) && !utf8.ValidString(it.Title.Value+it.Content.Value+it.Link) {
				t.Errorf("%q gives %+v", data, it)
			}
		}
		ParseOutlines(t.Context(), data, 5)
	})
}
