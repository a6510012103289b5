package store

import (
	"strings"
	"testing"
)

func TestFeedPublic(t *testing.T) {
	for address, want := range map[string]string{
		"https://a.example/feed":                               "https://a.example/feed",
		"https://ann:pw@a.example/feed":                        "https://a.example/feed",
		"https://a.example/?feed=rss2&cat=7":                   "https://a.example/?feed=rss2&cat=7",
		"https://a.example/rss?api_key=7&cat=7":                "https://a.example/rss?api_key=***&cat=7",
		"https://a.example/rss?u=d41d8cd98f00b204e9800998ecf8": "https://a.example/rss?u=***",
		"https://a.example/rss?full":                           "https://a.example/rss?full",
	} {
		if got := (Feed{Address: address}).Public(); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}

func TestMayBeInside(t *testing.T) {
	settings := []string{"in.example", "in.example:8080"}
	for _, c := range []struct {
		f    Feed
		want bool
	}{
		{Feed{Address: "http://in.example/rss"}, true},
		{Feed{Address: "https://IN.example:8080/rss"}, true},
		{Feed{Address: "http://in.example:6379/rss"}, false},
		{Feed{Address: "http://out.example/rss"}, false},
		{Feed{Address: "http://out.example/rss", Vouched: "out.example"}, true},
		{Feed{Address: "http://moved.example/rss", Vouched: "out.example"}, false},
		{Feed{Address: "http://in.example/rss", Maker: "U1"}, false},
		{Feed{Address: "http://out.example/rss", Vouched: "out.example", Maker: "U1"}, false},
		{Feed{Address: "http://moved.example/" + strings.Repeat("a", 5000)}, false},
	} {
		if got := c.f.MayBeInside(settings); got != c.want {
			t.Errorf("%.40s of %q, vouched for %q: %v, want %v", c.f.Address, c.f.Maker, c.f.Vouched, got, c.want)
		}
	}
}
