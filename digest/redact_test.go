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
		"https://ann:pa/ss@a.example/feed?b":                   "https://a.example/feed",
		"https://ann:pa#ss@a.example/feed":                     "https://a.example/feed",
		"https://ann:pa/@a.example/feed":                       "https://a.example/feed",
		"https://ann:12/34@a.example/feed":                     "https://a.example/feed",
		"https://ann:12#34@a.example/feed":                     "https://a.example/feed",
		"https://ann:12?34@a.example/feed":                     "https://a.example/feed",
		"https://ann:p@ss/word@a.example/feed":                 "https://a.example/feed",
		"https://a.example/@ann/feed":                          "https://a.example/@ann/feed",
		"https://a.example:8080/@ann/feed":                     "https://a.example:8080/@ann/feed",
		"https://a.example/photos/1@N0":                        "https://a.example/photos/1@N0",
		"https://a.example/rss#access_token=7":                 "https://a.example/rss#access_token=***",
		"https://a.example/rss#!/news?token=7&cat=7":           "https://a.example/rss#!/news?token=***&cat=7",
		"https://a.example/rss?a=1;token=7":                    "https://a.example/rss?a=1;token=***",
		"https://a.example/rss?token=a=b":                      "https://a.example/rss?token=***",
		"https://a.example/a?b?token=7":                        "https://a.example/a?b?token=***",
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
