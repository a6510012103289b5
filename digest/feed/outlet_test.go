package feed

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/publicsuffix"
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
