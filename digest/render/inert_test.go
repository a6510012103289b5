package render

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

func TestInert(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"Plain words, 25 % & <more>", "Plain words, 25 % & <more>"},
		{"  two  spaces\tand\r\nlines\v\f ", "two spaces and lines"},
		{"line\u2028and\u2029paragraph\u0085end\u00a0of", "line and paragraph end of"},
		{"nul\x00bell\abackspace\b", "nulbellbackspace"},
		{"\x1b[31mred\x1b[0m", "red"},
		{"\x1b[38;5;196;1mred\x1b[m", "red"},
		{"\u009b31mred", "red"},
		{"\x1b]0;title\x07text", "text"},
		{"\x1b]8;;https://a.example\x1b\\link\x1b]8;;\x1b\\", "link"},
		{"\x1bPdevice\x1b\\control", "control"},
		{"\x1b]never ended", "never ended"},
		{"\x1b[", ""},
		{"\x1b", ""},
		{"\x1bcreset", "reset"},
		{"\x1b\x1b[31mtwice", "twice"},
		{"\x1b[3é", "3é"},
		{"right \u202eto left\u202c", "right to left"},
		{"\u2066isolate\u2069 \u200emark\u200f \u061cletter", "isolate mark letter"},
		{"zero\u200bwidth\ufeff soft\u00adhyphen", "zerowidth softhyphen"},
		{"tag\U000e0041\U000e007f", "tag"},
		{"非法\xff\xfe字", "非法\ufffd\ufffd字"},
		{"e\u0301\u0302\u0303\u0304\u0305\u0306x", "e\u0301\u0302\u0303x"},
		{"\u0301starts with a mark", "starts with a mark"},
		{"שלום עולם", "שלום עולם"},
		{"👩\u200d🚒 and می\u200cخواهم", "👩\u200d🚒 and می\u200cخواهم"},
		{"a" + strings.Repeat("\u0301\u0302\u200c", 20) + "b", "a\u0301\u0302\u200c\u0301\u200cb"},
		{"join\u200d\u200c\u00ad\u200der \u200d\u200dof\u200d words", "join\u200der of\u200d words"},
		{strings.Repeat("\u200d", 20) + "words", "words"},
		{"fill\u3164er\u034f", "filler"},
		{"non\uffffcharacter\ufdd0", "noncharacter"},
	}
	for _, test := range tests {
		if got := Inert(test.in); got != test.want {
			t.Errorf("Inert(%q)\n got %q\nwant %q", test.in, got, test.want)
		}
	}
}

func FuzzInert(f *testing.F) {
	for _, s := range []string{"", " a ", "\x1b[31mred", "\u202ea\u0301\u0301\u0301\u0301", "\xff\x1b]8;;x\x07", "\u009b\u009b1m"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Inert(s)
		checkInert(t, got)
		if again := Inert(got); again != got {
			t.Errorf("Inert(%q) = %q, and again %q", s, got, again)
		}
	})
}

// checkInert fails where s could act on what it is shown on.
func checkInert(t *testing.T, s string) {
	t.Helper()
	if !utf8.ValidString(s) {
		t.Errorf("%q is not UTF-8", s)
	}
	for _, r := range s {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != 0x200c && r != 0x200d || unicode.IsSpace(r) && r != ' ' {
			t.Errorf("%q holds %U", s, r)
		}
	}
	if strings.Contains(s, "  ") || s != strings.TrimSpace(s) {
		t.Errorf("%q has needless blanks", s)
	}
}

func TestShorten(t *testing.T) {
	tests := []struct {
		in   string
		max  int
		want string
	}{
		{"short", 10, "short"},
		{"exactly ten", 11, "exactly ten"},
		{"the council closes the old bridge", 24, "the council closes the…"},
		{"the council closes, the old bridge", 21, "the council closes…"},
		{"unbrokenunbrokenunbroken", 9, "unbroken…"},
		{"👩\u200d🚒👩\u200d🚒👩\u200d🚒👩\u200d🚒", 3, "👩\u200d🚒👩\u200d🚒…"},
		{"首都で大規模な停電", 20, "首都で大規模な停電"},
	}
	for _, test := range tests {
		got := Shorten(test.in, test.max)
		if got != test.want {
			t.Errorf("Shorten(%q, %d)\n got %q\nwant %q", test.in, test.max, got, test.want)
		}
		if n := uniseg.GraphemeClusterCount(got); n > test.max {
			t.Errorf("Shorten(%q, %d) has %d characters", test.in, test.max, n)
		}
	}
}

func TestLink(t *testing.T) {
	tests := []struct{ in, want string }{
		{"https://a.example/b?c=d&e=f#g", "https://a.example/b?c=d&e=f#g"},
		{" http://a.example ", "http://a.example"},
		{"HTTPS://A.example/", "https://A.example/"},
		{"https://user:secret@a.example/", "https://a.example/"},
		{"https://bücher.example:8080/straße", "https://xn--bcher-kva.example:8080/stra%C3%9Fe"},
		{"https://a.example/\u202e?q=\"<>\u202e", "https://a.example/%E2%80%AE?q=%22%3C%3E%E2%80%AE"},
		{"https://a.example/a b", "https://a.example/a%20b"},
		{"javascript:alert(1)", ""},
		{"data:text/html,x", ""},
		{"//a.example/x", ""},
		{"/x", ""},
		{"https://", ""},
		{"https://a.example/\x1b]8;;", ""},
		{"https://a.example/\nx", ""},
		{"", ""},
	}
	for _, test := range tests {
		if got := Link(test.in); got != test.want {
			t.Errorf("Link(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func FuzzLink(f *testing.F) {
	f.Add("https://a.example/b?c=d")
	f.Add("https://пример.example/\x80")
	f.Fuzz(func(t *testing.T, s string) {
		got := Link(s)
		if got == "" {
			return
		}
		if !strings.HasPrefix(got, "https://") && !strings.HasPrefix(got, "http://") {
			t.Errorf("Link(%q) = %q", s, got)
		}
		for _, c := range []byte(got) {
			if c <= ' ' || c >= 0x7f || strings.IndexByte(`"'<>`, c) >= 0 {
				t.Errorf("Link(%q) = %q", s, got)
			}
		}
	})
}
