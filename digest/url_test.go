package digest

import (
	"strings"
	"testing"
)

func TestCanonicalURL(t *testing.T) {
	const story = "https://example.com/2026/11/rates"
	for _, raw := range []string{
		story,
		"http://example.com/2026/11/rates",
		"HTTPS://WWW.EXAMPLE.COM:443/2026/11/rates/",
		"http://example.com:80/2026/11/rates?",
		"  https://example.com./2026/11/rates#comments ",
		"https://m.example.com/2026/11/rates",
		"https://mobile.example.com/2026/11/rates",
		"https://amp.example.com/2026/11/rates",
		"https://www.m.example.com/2026/11/rates",
		"https://example.com/2026/11/rates/amp",
		"https://example.com/2026/11/rates/amp/",
		"https://example.com/amp/2026/11/rates",
		"https://example.com/2026/11/rates.amp",
		"https://example.com/2026/11/rates?amp=1",
		"https://example.com/2026/11/rates?outputType=amp",
		"https://example.com/2026/11/rates/amp/index.html",
		"https://www.google.com/amp/s/www.example.com/2026/11/rates",
		"https://www.google.co.uk/amp/s/example.com/2026/11/rates.amp",
		"https://www-example-com.cdn.ampproject.org/c/s/www.example.com/2026/11/rates",
		"https://cdn.ampproject.org/c/s/example.com/2026/11/rates/amp/",
		"https://example.com/2026/11/rates?utm_source=x&utm_medium=y",
		"https://example.com/2026/11/rates?fbclid=a&gclid=b&dclid=c&msclkid=d&mc_cid=e&mc_eid=f&igshid=g&_hsenc=h",
		"https://example.com/2026/11/rates?ref=hp&ref_src=twsrc&cmpid=1&CMP=share&ncid=txt&smid=tw",
		"https://example.com/2026/11/rates?ns_campaign=a&ns_mchannel=b&at_medium=c&at_campaign=d",
		"https://example.com/2026/11/rates?partner=rss&emc=rss&feedType=RSS",
		"https://user:secret@example.com/2026/11/rates",
		"https://example.com/2026//11/./x/../rates",
		"https://example.com/2026/11/r%61tes",
	} {
		if got, ok := CanonicalURL(raw); !ok || got != story {
			t.Errorf("CanonicalURL(%q) = %q, %v, want %q", raw, got, ok, story)
		}
	}
}

func TestCanonicalURLForms(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{"https://example.com", "https://example.com"},
		{"https://www.example.com/", "https://example.com"},
		{"https://example.com/a.amp.html", "https://example.com/a.html"},
		{"https://example.com/?b=2&a=1&b=2", "https://example.com?a=1&b=2"},
		{"https://example.com/?id=7&p=8&story=9&v=x", "https://example.com?id=7&p=8&story=9&v=x"},
		{"https://example.com/?partner=acme&source=wire", "https://example.com?partner=acme&source=wire"},
		{"https://example.com/#!/story/7", "https://example.com#!/story/7"},
		{"https://example.com/a%2fb%c3%bc", "https://example.com/a%2Fb%C3%BC"},
		{"https://example.com/ü c", "https://example.com/%C3%BC%20c"},
		{"https://münchen.example/a", "https://xn--mnchen-3ya.example/a"},
		{"https://XN--MNCHEN-3YA.example/a", "https://xn--mnchen-3ya.example/a"},
		{"https://en.m.wikipedia.org/wiki/Go", "https://en.wikipedia.org/wiki/Go"},
		{"https://m.com/a", "https://m.com/a"},
		{"https://amp.co.uk/a", "https://amp.co.uk/a"},
		{"https://example.com/amp", "https://example.com/amp"},
		{"https://example.com:8443/a", "https://example.com:8443/a"},
		{"http://127.0.0.1:8080/a", "https://127.0.0.1:8080/a"},
		{"http://[::1]:8080/a", "https://[::1]:8080/a"},
		{"http://localhost/a", "https://localhost/a"},
		{"https://example.com/100%", ""},
		{"ftp://example.com/a", ""},
		{"javascript:alert(1)", ""},
		{"/a/b", ""},
		{"example.com/a", ""},
		{"https://", ""},
		{"", ""},
		{"https://example.com/a" + strings.Repeat(".amp", 100), ""},
		{"https://example.com/" + strings.Repeat("a", maxURL), ""},
	} {
		if got, ok := CanonicalURL(c.raw); got != c.want || ok != (c.want != "") {
			t.Errorf("CanonicalURL(%.80q) = %q, %v, want %q", c.raw, got, ok, c.want)
		}
	}
}

func TestCleanURL(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{"https://www.Example.com/A/?z=1&utm_source=x&a=2#top", "https://www.Example.com/A/?z=1&a=2"},
		{"http://user:secret@example.com/a?", "http://example.com/a"},
		{"https://example.com/a%2Fb/#!/c", "https://example.com/a%2Fb/#!/c"},
		{"mailto:a@example.com", ""},
		{"javascript:alert(1)", ""},
		{"no address", ""},
	} {
		if got := CleanURL(c.raw); got != c.want {
			t.Errorf("CleanURL(%q) = %q, want %q", c.raw, got, c.want)
		}
	}
}

// FuzzCanonicalURL checks that folding is done in one go and agrees with what
// is shown.
func FuzzCanonicalURL(f *testing.F) {
	for _, seed := range []string{
		"https://www.example.com:443/a/amp/index.html?utm_x=1&b=%zz#!x", "http://[::1]/%", "https://m.m.a.b/amp/amp/..",
		"https://www.google.com/amp/s/cdn.ampproject.org/c/s/amp.example.com/x.amp.amp?&&=&a", "https://ÄÖ.example/\x00",
		"https://example.com/?utm%5Fsource=1&a=b?c#d", "https://a..b/", "https://www.google.com/amp/s/",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		folded, ok := CanonicalURL(raw)
		if !ok {
			return
		}
		if again, ok := CanonicalURL(folded); len(folded) <= maxURL && (!ok || again != folded) {
			t.Errorf("CanonicalURL(%q) = %q, and of that %q, %v", raw, folded, again, ok)
		}
		if shown := CleanURL(raw); shown != "" && len(shown) <= maxURL {
			if got, ok := CanonicalURL(shown); !ok || got != folded {
				t.Errorf("CanonicalURL(CleanURL(%q)) = %q, %v, want %q", raw, got, ok, folded)
			}
		}
	})
}

func BenchmarkCanonicalURL(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		CanonicalURL("https://www.example.com/news/2026/11/24/central-bank-rates/?utm_source=rss&id=17#comments")
	}
}

func TestNormalURL(t *testing.T) {
	for raw, want := range map[string]string{
		"HTTPS://A.Example:443":                   "https://a.example/",
		"http://a.example:80/feed":                "http://a.example/feed",
		"http://a.example:/feed":                  "http://a.example/feed",
		"http://a.example:443/":                   "http://a.example:443/",
		"https://[2001:DB8::1]:443/x":             "https://[2001:db8::1]/x",
		"https://a.example/%7euser/%c3%a9t%65":    "https://a.example/~user/%C3%A9te",
		"https://a.example/été?q=été":             "https://a.example/%C3%A9t%C3%A9?q=%C3%A9t%C3%A9",
		"https://a.example/a%2fb/C%3f":            "https://a.example/a%2Fb/C%3F",
		"https://a.example/a/./b/%2e%2E/c/..":     "https://a.example/a/",
		"https://a.example/../feed":               "https://a.example/feed",
		"https://a.example/a//b/":                 "https://a.example/a//b/",
		"https://a.example/f?b=%2b&a=%31+2&&b=":   "https://a.example/f?b=%2B&a=1+2&&b=",
		"https://a.example/f?tags[]=%zz":          "https://a.example/f?tags%5B%5D=%25zz",
		" https://ann:Pass@a.example/f#Top ":      "https://ann:Pass@a.example/f#Top",
		"https://a.example/Mixed:Case;p=1,2/(x)!": "https://a.example/Mixed:Case;p=1,2/(x)!",
	} {
		u, ok := NormalURL(raw)
		if !ok || u.String() != want {
			t.Errorf("NormalURL(%q) = %v, %v, want %s", raw, u, ok, want)
			continue
		}
		if again, _ := NormalURL(want); again.String() != want {
			t.Errorf("NormalURL(%q) = %v, want it left alone", want, again)
		}
	}
	for _, raw := range []string{"", "a.example/feed", "ftp://a.example/", "https:///feed", "https://a b/"} {
		if u, ok := NormalURL(raw); ok {
			t.Errorf("NormalURL(%q) = %v, want none", raw, u)
		}
	}
}

func TestHost(t *testing.T) {
	for raw, want := range map[string]string{
		"https://www.Example.com:8080/a": "example.com", "https://m.example.com": "m.example.com", "//Example.com/a": "example.com",
		"http://[::1]:80/": "::1", "a": "", "": "", "::": "",
	} {
		if got := Host(raw); got != want {
			t.Errorf("Host(%q) = %q, want %q", raw, got, want)
		}
	}
}

func TestHostPort(t *testing.T) {
	for raw, want := range map[string]string{
		"https://Example.com/a": "example.com", "http://example.com:80/": "example.com", "https://ann:pw@example.com:443/": "example.com",
		"http://example.com:8080/a": "example.com:8080", "http://[::1]:8080/": "[::1]:8080", "http://[::1]/": "::1",
		"ftp://example.com/": "", "example.com": "", "": "",
	} {
		if got := HostPort(raw); got != want {
			t.Errorf("HostPort(%q) = %q, want %q", raw, got, want)
		}
	}
}

func TestSite(t *testing.T) {
	for raw, want := range map[string]string{
		"https://news.Example.co.uk/a": "example.co.uk", "http://www.example.co.uk:8080/": "example.co.uk", "https://ann.github.io/": "ann.github.io",
		"https://bücher.example/": "xn--bcher-kva.example", "https://xn--bcher-kva.example./": "xn--bcher-kva.example",
		"http://10.0.0.1/": "10.0.0.1", "http://10.0.0.1:8080/": "10.0.0.1:8080", "http://[::1]:8080/": "[::1]:8080", "http://localhost:8080/": "localhost:8080",
		"https://github.io/": "github.io", "ftp://example.com/": "", "": "",
	} {
		if got := Site(raw); got != want {
			t.Errorf("Site(%q) = %q, want %q", raw, got, want)
		}
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"https://feeds.example.com/rss", "http://www.example.com/1", true},
		{"https://ann.github.io/rss", "https://bob.github.io/1", false},
		{"http://10.0.0.1/rss", "http://192.168.0.1/1", false},
		{"http://localhost:8080/rss", "http://localhost:8081/1", false},
		{"", "", false},
	} {
		if got := SameSite(c.a, c.b); got != c.want {
			t.Errorf("SameSite(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
