package store

import "testing"

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
