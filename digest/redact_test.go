package digest

import (
	"strings"
	"testing"
)

func TestRedact(t *testing.T) {
	for input, want := range map[string]string{
		"https://a.example/feed":                               "https://a.example/feed",
		"https://ann:pw@a.example/feed":                        "https://a.example/feed",
		"https://ann:se@cret@a.example":                        "https://a.example",
		"https://ann:sec%zzret@a.example/a?b":                  "https://a.example/a",
		"https://ann:sec%zzret@a.example/a?key=7#end":          "https://a.example/a",
		"ann:pw@a.example/feed":                                "a.example/feed",
		"ann@a.example":                                        "ann@a.example",
		"https://a.example/?feed=rss2&cat=7":                   "https://a.example/?feed=rss2&cat=7",
		"https://a.example/rss?api_key=7&cat=7":                "https://a.example/rss?api_key=***&cat=7",
		"https://a.example/rss?u=d41d8cd98f00b204e9800998ecf8": "https://a.example/rss?u=***",
		"https://a.example/rss?full":                           "https://a.example/rss?full",
		"a\nb\u202e.txt":                                       "a b .txt",
		"C:\\news\\a@b.txt":                                    "C:\\news\\a@b.txt",
		"The Ledger Weekly":                                    "The Ledger Weekly",
		strings.Repeat("é", 301):                               strings.Repeat("é", 300) + "…",
	} {
		if got := Redact(input); got != want {
			t.Errorf("Redact(%q) = %q, want %q", input, got, want)
		}
	}
}
