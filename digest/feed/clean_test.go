package feed

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCleanSource(t *testing.T) {
	for _, c := range []struct{ title, want string }{
		{"Lorne Courier", "Lorne Courier"},
		{"Lorne Courier - RSS", "Lorne Courier"},
		{"Lorne Courier | Latest news", "Lorne Courier"},
		{"Latest News - Lorne Courier", "Lorne Courier"},
		{"Lorne Courier RSS Feed", "Lorne Courier"},
		{"Lorne Courier » Feed", "Lorne Courier"},
		{"Lorne Courier - World", "Lorne Courier - World"},
		{"RSS feed of Lorne Courier", "Lorne Courier"},
		{"Ten-Minute News", "Ten-Minute News"},
		{"Latest news", ""}, {"RSS Feed", ""}, {"Home | News feed", ""},
		{" A &amp;amp; B\n", "A & B"},
		{"", ""},
	} {
		if got := cleanSource(c.title); got != c.want {
			t.Errorf("cleanSource(%q) = %q, want %q", c.title, got, c.want)
		}
	}
}

func TestTrimSource(t *testing.T) {
	for _, c := range []struct{ title, want string }{
		{"Rates rise - Example Times", "Rates rise"},
		{"Rates rise | The Example Times", "Rates rise"},
		{"Rates rise — exampletimes.com", "Rates rise"},
		{"Rates rise - and fall", "Rates rise - and fall"},
		{"Example Times", "Example Times"},
		{"Why Example Times", "Why Example Times"},
		{"A - B - Example Times", "A - B"},
	} {
		if got := trimSource(c.title, "Example Times", ""); got != c.want {
			t.Errorf("trimSource(%q) = %q, want %q", c.title, got, c.want)
		}
	}
}

func TestCleanAuthor(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"By Ann Lee", "Ann Lee"}, {" written by  Ann Lee ", "Ann Lee"}, {"Byron May", "Byron May"},
		{"https://example.com/ann", ""}, {"@ann", ""}, {"Ann Lee | November 24", "Ann Lee"}, {"Ann Lee is a reporter in Orm.", ""}, {"", ""},
	} {
		if got := cleanAuthor(c.s); got != c.want {
			t.Errorf("cleanAuthor(%q) = %q, want %q", c.s, got, c.want)
		}
	}
}

func TestStripHTML(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"plain\nlines", "plain\nlines"},
		{"a < b && c", "a < b && c"},
		{`<div class="entry-content has-related-posts"><p>It rains.</p></div>`, "It rains."},
		{`<div class="social-policy body"><p>It rains.</p><p class="share">Share this</p></div>`, "It rains."},
		{`<p>It rains.</p><div class="related-posts"><p>Where it snows, it snows a lot, and longer than anywhere else.</p></div>`, "It rains."},
		{"AT&amp;T", "AT&T"},
		{"<p>One<p>Two", "One\nTwo"},
		{"One<br>Two<hr>Three", "One\nTwo\nThree"},
		{"&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;", "One\nTwo"},
		{"<p>&lt;b&gt;bold&lt;/b&gt;</p>", "bold"},
		{"<p>A <b>b</b>old\n word</p><style>x{}</style>", "A bold word"},
		{"<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1 2\n3"},
		{"<pre>a\nb</pre>", "a\nb"},
		{"<p style='display:none'>hidden</p><p hidden>too</p>", ""},
		{"<p>Text.</p><div class='addtoany_share_save'>Share</div><p><a href=x>Read more</a></p>", "Text."},
		{"<p>Photo: Ann Lee</p><p>Advertisement</p><p>Text.</p><p>* * *</p>", "Text."},
		{"<p><a href=x>A whole sentence in a link.</a></p>", "A whole sentence in a link."},
	} {
		if got := stripHTML(t.Context(), c.s); got != c.want {
			t.Errorf("stripHTML(%q) = %q, want %q", c.s, got, c.want)
		}
	}
}

func TestCleanText(t *testing.T) {
	long := strings.Repeat("Words of a paragraph. ", 3000)
	got := cleanText(strings.Repeat(long+"\n", 30))
	if len(got) > maxText || len(got) < maxText/2 || !strings.HasSuffix(got, "paragraph.") {
		t.Errorf("cut to %d bytes, ending in %q", len(got), got[len(got)-20:])
	}
	if got := cleanText(strings.Repeat("ü", maxText)); !utf8.ValidString(got) || len(got) > maxText {
		t.Errorf("a single word is cut to %d bytes, valid %v", len(got), utf8.ValidString(got))
	}
}

func TestSniff(t *testing.T) {
	for _, c := range []struct {
		head string
		want kind
	}{
		{"<?xml version='1.0'?><rss>", markup},
		{"<!-- x --><feed xmlns=''>", markup},
		{"<?xml version='1.0'?><unknown>", markup},
		{"<!DOCTYPE html><html><body>about <rss>", page},
		{"<p>fragment", page},
		{"\xef\xbb\xbf{\"title\":\"A\"}\n", lines},
		{"{\"title\":\"A\"}", lines},
		{"{\"title\":broken}\n{\"title\":\"A\"}", lines},
		{"{\n  \"title\": \"A\"\n}", object},
		{"{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[]}", object},
		{"[{}]", object},
		{"Title\nText", plain},
	} {
		if got := sniff([]byte(c.head)); got != c.want {
			t.Errorf("sniff(%q) = %v, want %v", c.head, got, c.want)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"a\u202eb", "&amp;amp;", "<b>x</b>", "\xff", strings.Repeat("e\u0301\u0301\u0301\u0301\u0301\u0301", 10), "👩‍👩‍👧‍👦"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		title, text := cleanTitle(s), cleanText(s)
		if !utf8.ValidString(title+text) || utf8.RuneCountInString(title) > maxTitle || len(text) > maxText {
			t.Errorf("cleanTitle(%q) = %q, cleanText = %q", s, title, text)
		}
		if strings.ContainsAny(title, "\n\x00\u202e") || strings.ContainsAny(text, "\x00\u202e") {
			t.Errorf("%q leaves control characters in %q, %q", s, title, text)
		}
	})
}
