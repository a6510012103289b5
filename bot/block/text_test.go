package block

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestClip(t *testing.T) {
	family := "👩\u200d👩\u200d👧"
	for _, tt := range []struct {
		name, in string
		max      int
		want     string
	}{
		{"short", "Dam holds", 9, "Dam holds"},
		{"at a word", "The dam in the valley holds", 20, "The dam in the…"},
		{"inside a long word", "Donaudampfschifffahrt", 10, "Donaudamp…"},
		{"punctuation goes", "The dam, holds", 9, "The dam…"},
		{"emoji stays whole", "ab" + family + family, 8, "ab" + family + "…"},
		{"one huge cluster", strings.Repeat("👩\u200d", 50), 20, "…"},
		{"accent stays on its letter", "cafe\u0301s", 5, "caf…"},
		{"controls go", "a\x00b\u202ec\nd", 10, "abc d"},
		{"no UTF-8", "a\xffb", 10, "a\ufffdb"},
		{"empty", "", 10, ""},
	} {
		if got := clip(tt.in, tt.max); got != tt.want {
			t.Errorf("%s: clip(%q, %d) = %q, want %q", tt.name, tt.in, tt.max, got, tt.want)
		}
	}
}

func FuzzClip(f *testing.F) {
	f.Add("The dam in the valley holds", 10)
	f.Add(strings.Repeat("👩\u200d", 50), 20)
	f.Add("a\u0301\u0301\u202e\x00\xff<!channel>", 3)
	f.Fuzz(func(t *testing.T, s string, max int) {
		if max < 1 || max > 1<<20 {
			return
		}
		got := clip(s, max)
		if n := utf8.RuneCountInString(got); n > max {
			t.Errorf("clip(%q, %d) = %q: %d code points", s, max, got, n)
		}
		if !utf8.ValidString(got) {
			t.Errorf("clip(%q, %d) = %q: no UTF-8", s, max, got)
		}
	})
}

func TestLink(t *testing.T) {
	long := "https://news.example/" + strings.Repeat("a", MaxURL)
	for in, want := range map[string]string{
		"https://news.example/a?b=c&d=e":    "https://news.example/a?b=c&d=e",
		"http://news.example/a b|c<d>e":     "http://news.example/a%20b%7Cc%3Cd%3Ee",
		"https://evil.example|bank.example": "",
		"https://bank.example@evil.example": "https://evil.example",
		"javascript:alert(1)":               "",
		"slack://open":                      "",
		"//news.example/a":                  "",
		"/a":                                "",
		"":                                  "",
		long:                                "",
		long[:MaxURL]:                       long[:MaxURL],
	} {
		if got := link(in); got != want {
			t.Errorf("link(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestEscape(t *testing.T) {
	const in, want = "<!channel> & <https://evil|bank>", "&lt;!channel&gt; &amp; &lt;https://evil|bank&gt;"
	if got := Escape(in); got != want {
		t.Errorf("Escape(%q) = %q, want %q", in, got, want)
	}
}
