package feed

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/publicsuffix"

	"newsbot/digest"
)

func TestOutletOf(t *testing.T) {
	for _, c := range []struct{ address, title, want string }{
		{"https://www.bbc.co.uk/news/1", "BBC News - World", "BBC"},
		{"https://feeds.bbci.co.uk/news/rss.xml", "", "BBC"},
		{"https://edition.cnn.com/x", "CNN.com - RSS Channel", "CNN"},
		{"https://www.gov.uk/x", "", "GOV.UK"},
		{"https://orm.gov.uk/x", "Orm Council", "Orm Council"},
		{"https://asia.nikkei.com/x", "", "Nikkei Asia"},
		{"https://www.nikkei.com/x", "", "Nikkei"},
		{"https://www.lornecourier.example/x", "World | Lorne Courier", "Lorne Courier"},
		{"https://www.lornecourier.example/x", "Lorne Courier: Top News", "Lorne Courier"},
		{"https://www.lornecourier.example/x", "Lorne Courier > Sport > Rugby", "Lorne Courier"},
		{"https://www.lornecourier.example/x", "LorneCourier.example | Lorne Courier", "Lorne Courier"},
		{"https://lorne-courier.example/x", "Sport - The Lorne Courier", "The Lorne Courier"},
		{"https://www.lct.example/x", "Politics | Lorne City Times", "Lorne City Times"},
		{"https://blog.example/x", "Mother: a diary", "Mother: a diary"},
		{"https://example.com/x", "", "example.com"}, {"https://example.com/x", "RSS Feed", "example.com"},
		{"https://ann.wordpress.com/x", "Ann's Blog | Just another WordPress site", "Ann's Blog"},
		{"", "Latest from Lorne Courier", "Lorne Courier"},
		{"::", "", ""},
	} {
		if got := outletOf(c.address, c.title); got != c.want {
			t.Errorf("outletOf(%q, %q) = %q, want %q", c.address, c.title, got, c.want)
		}
	}
}

// TestOutlets checks that every domain in the table is found.
func TestOutlets(t *testing.T) {
	before := ""
	for line := range strings.Lines(outlets) {
		domain, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if domain <= before || domain != strings.ToLower(domain) || strings.HasPrefix(domain, "www.") {
			t.Errorf("%q stands behind %q", domain, before)
		}
		before = domain
		if name == "" || name != cleanName(name) || utf8.RuneCountInString(name) > 40 {
			t.Errorf("%q has the name %q", domain, name)
		}
		if _, err := publicsuffix.EffectiveTLDPlusOne(domain); err != nil && domain != "gov.uk" {
			t.Errorf("%q is nobody's", domain)
		}
		if got := outletWith(domain); got != name {
			t.Errorf("outletWith(%q) = %q, want %q", domain, got, name)
		}
	}
	for _, domain := range []string{"", "0", "example.com", "zzzz.zz", "com"} {
		if got := outletWith(domain); got != "" {
			t.Errorf("outletWith(%q) = %q, want none", domain, got)
		}
	}
}

// answers are what servers say, by address.
type answers map[string]string

func (a answers) RoundTrip(r *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	io.WriteString(w, a[r.URL.String()])
	return w.Result(), nil
}

// TestBorrowedNames: a site that calls itself, or what it links to on itself, by the
// name of an outlet that is known shows which site it is. What such an outlet or Google's
// collection takes from another is that one's.
func TestBorrowedNames(t *testing.T) {
	feed := func(title, home, link, source string) string {
		return fmt.Sprintf(`<rss><channel><title>%s</title><link>%s</link><item><title>A</title><link>%s</link>%s</item></channel></rss>`, title, home, link, source)
	}
	const page = `<html><head><title>A</title><meta property="og:type" content="article"><meta property="og:site_name" content="%s"></head>` +
		`<body><article><p>The ferries between Lorne and Orm sail again, their owner said.</p></article></body></html>`
	const fromBBC = `<source url="https://www.bbc.co.uk">BBC</source>`
	for _, c := range []struct{ address, answer, want string }{
		{"https://evil.example/rss", feed("BBC", "https://evil.example", "/1", ""), "BBC (evil.example)"},
		{"https://evil.example/rss", feed("The BBC", "https://evil.example", "/1", ""), "The BBC (evil.example)"},
		{"https://evil.example/rss", feed("BBC", "https://evil.example", "", ""), "BBC (evil.example)"},
		{"https://evil.example/rss", feed("Hello", "https://www.bbc.co.uk", "https://evil.example/1", "<description>B</description>"), "BBC (evil.example)"},
		{"https://evil.example/rss", feed("Hello", "https://evil.example", "/1", fromBBC), "BBC (evil.example)"},
		{"https://evil.example/rss", feed("Hello", "https://evil.example", "https://www.bbc.com/1", fromBBC), "BBC (evil.example)"},
		{"https://evil.example/1", fmt.Sprintf(page, "BBC"), "BBC (evil.example)"},
		{"https://evil.example/rss", feed("Reuters (reuters.com)", "https://evil.example", "/1", ""), "Reuters (evil.example)"},
		{"https://evil.example/rss", feed("Orm Post (reuters.com)", "https://evil.example", "/1", ""), "Orm Post"},
		{"https://evil.example/rss", feed("Orm Post (reuters.com)", "https://evil.example", "https://b.example/1", "<description>B</description>"), "Orm Post (evil.example)"},
		{"https://evil.example/1", fmt.Sprintf(page, "Reuters (reuters.com)"), "Reuters (evil.example)"},
		{"https://evil.example/rss", feed("Rеuters", "https://evil.example", "/1", ""), "Rеuters (evil.example)"},
		{"https://evil.example/rss", feed("Reuters News", "https://evil.example", "/1", ""), "Reuters News (evil.example)"},
		{"https://reuters.net/rss", feed("Hello", "https://reuters.net", "https://www.reuters.com/1", ""), "Reuters (reuters.net)"},
		{"https://bbc.example/rss", feed("", "https://bbc.example", "/1", ""), "bbc.example"},
		{"https://lorne.example/rss", feed("Lorne Courier", "https://lorne.example", "/1", ""), "Lorne Courier"},
		{"https://feeds.bbci.co.uk/rss", feed("BBC News", "https://www.bbc.co.uk", "https://www.bbc.com/1", ""), "BBC"},
		{"https://news.yahoo.com/rss", feed("Yahoo", "https://news.yahoo.com", "/1", fromBBC), "BBC"},
		{"https://news.google.com/rss", feed("Top stories - Google News", "https://news.google.com", "/rss/articles/1", fromBBC), "BBC"},
	} {
		r := New(Config{HTTP: &http.Client{Transport: answers{c.address: c.answer}}})
		items, errs := readAll(t, r, c.address, "")
		if len(items) != 1 || items[0].Article.Source != c.want {
			t.Errorf("%s says\n%s\nwhich gives %+v %v, want an article by %q", c.address, c.answer, items, errs, c.want)
		}
	}
	for name, want := range map[string]bool{
		"Reuters™": true, "REUTERS": true, "Re\u200duters": true, "Réuters": true, "Ｒｅｕｔｅｒｓ": true, "B.B.C.": true, "ВВС": true, "ΒΒC World": true,
		"AI Jazeera": true, "The BBC News": true, "Guardian": true, "The Guardian Nigeria": true, "New York Times": true,
		"Guardian Angels": false, "Lorne Courier": false, "Reutersward Post": false, "": false,
	} {
		if got := borrowedAt("evil.example", name); got != want {
			t.Errorf("%q is borrowed: %v, want %v", name, got, want)
		}
	}
	told := digest.Article{URL: "https://evil.example/1", Source: "Hub (hub.example)", Via: "hub.example", Title: "Ferries sail again"}
	p := Page{URL: told.URL, ContentType: "text/html", Data: fmt.Appendf(nil, page, "BBC")}
	if got := p.Complete(t.Context(), told, now); got.Source != "BBC (evil.example)" {
		t.Errorf("a page that a feed links to: by %q, want the site's name", got.Source)
	}
}

// TestTrustedNames: a feed that whoever runs the program trusts is called as it calls itself. Other names that it gives
// are its word as before.
func TestTrustedNames(t *testing.T) {
	const address = "https://wire.example/rss"
	for item, want := range map[string]string{
		`<link>/1</link>`: "Reuters Wire",
		`<link>/1</link><source url="https://www.bbc.co.uk">BBC</source>`:    "BBC (wire.example)",
		`<link>/1</link><source>Reuters</source>`:                            "Reuters (wire.example)",
		`<link>https://b.example/1</link><description>B</description>`:       "Reuters Wire (wire.example)",
		`<link>https://www.bbc.com/1</link><source>Reuters Wire</source>`:    "Reuters Wire (wire.example)",
		`<link>https://evil.example/1</link><source>Reuters Wire</source>`:   "Reuters Wire (wire.example)",
		`<guid isPermaLink="false">1</guid><description>Ferry</description>`: "Reuters Wire",
	} {
		feed := `<rss><channel><title>Reuters Wire</title><link>https://wire.example</link><item><title>A</title>` + item + `</item></channel></rss>`
		r := New(Config{HTTP: &http.Client{Transport: answers{address: feed}}})
		p, err := r.Trusting().Poll(t.Context(), address, Validators{})
		if err != nil || len(p.Articles) != 1 || p.Articles[0].Source != want {
			t.Errorf("%s: %+v %v, want an article by %q", item, p.Articles, err, want)
		}
		if p, err = r.Poll(t.Context(), address, Validators{}); err != nil || !strings.HasSuffix(p.Articles[0].Source, "(wire.example)") {
			t.Errorf("%s, not trusted: %+v %v", item, p.Articles, err)
		}
	}
}

func TestSameOutlet(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"https://feeds.bbci.co.uk/news/rss.xml", "https://www.bbc.com/news/1", true},
		{"https://feeds.orm.example/rss", "https://orm.example/1", true},
		{"https://hub.example/rss", "https://www.bbc.com/news/1", false},
		{"https://hub.example/rss", "https://orm.example/1", false},
	} {
		if got := sameOutlet(c.a, c.b); got != c.want {
			t.Errorf("sameOutlet(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
