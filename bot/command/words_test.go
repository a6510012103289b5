package command

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestSplit(t *testing.T) {
	for _, tt := range []struct {
		line string
		want []word
	}{
		{"", nil},
		{" \t ", nil},
		{"storm surge", []word{{Text: "storm"}, {Text: "surge"}}},
		{`search "sea wall"`, []word{{Text: "search"}, {Text: "sea wall", Quoted: true}}},
		{"“sea wall” «Mer du Nord»", []word{{Text: "sea wall", Quoted: true}, {Text: "Mer du Nord", Quoted: true}}},
		{"„Nordsee“", []word{{Text: "Nordsee", Quoted: true}}},
		{`"not closed`, []word{{Text: "not closed", Quoted: true}}},
		{`""`, nil},
		{`O'Brien’s 6"`, []word{{Text: "O'Brien’s"}, {Text: `6"`}}},
		{"from:courier", []word{{Key: "from", Text: "courier"}}},
		{`From:"Harbour Courier" x`, []word{{Key: "from", Text: "Harbour Courier", Quoted: true}, {Text: "x"}}},
		{"--since 7d", []word{{Key: "since", Text: "7d", Dashed: true}}},
		{"--since=7d —type person", []word{{Key: "since", Text: "7d", Dashed: true}, {Key: "type", Text: "person", Dashed: true}}},
		{`--from "The Post"`, []word{{Key: "from", Text: "The Post", Quoted: true, Dashed: true}}},
		{"--since", []word{{Key: "since", Dashed: true}}},
		{`-storm –surge -"sea wall"`, []word{{Text: "storm", Not: true}, {Text: "surge", Not: true}, {Text: "sea wall", Quoted: true, Not: true}}},
		{"a - b -- c — d", []word{{Text: "a"}, {Text: "-"}, {Text: "b"}, {Text: "--"}, {Text: "c"}, {Text: "—"}, {Text: "d"}}},
		{"well-known", []word{{Text: "well-known"}}},
		{"10:30 note: x:", []word{{Text: "10:30"}, {Text: "note:"}, {Text: "x:"}}},
		{"https://a.example/b?c=d", []word{{Text: "https://a.example/b?c=d"}}},
		{"<https://a.example/?b&amp;c|a.example>", []word{{Text: "a.example", Ref: "https://a.example/?b&c"}}},
		{"<https://a.example>", []word{{Text: "https://a.example", Ref: "https://a.example"}}},
		{"from:<http://a.example|a.example>", []word{{Key: "from", Text: "a.example", Ref: "http://a.example"}}},
		{"<mailto:ann@a.example|ann@a.example>", []word{{Text: "ann@a.example", Ref: "mailto:ann@a.example"}}},
		{"<@U123|ann lee> <@U123>", []word{{Text: "@ann lee", Ref: "U123"}, {Text: "@U123", Ref: "U123"}}},
		{"<#C123|news> <!here> <!subteam^S1|@desk>", []word{{Text: "#news", Ref: "C123"}, {Text: "@here", Ref: "here"}, {Text: "@desk", Ref: "S1"}}},
		{"AT&amp;T &lt;b&gt; &amp;lt;", []word{{Text: "AT&T"}, {Text: "<b>"}, {Text: "&lt;"}}},
		{"a < b <c", []word{{Text: "a"}, {Text: "<"}, {Text: "b"}, {Text: "<c"}}},
		{"what is <https://a.example|a>? x", []word{{Text: "what"}, {Text: "is"}, {Text: "a", Ref: "https://a.example"}, {Text: "x"}}},
		{"<https://a.example>?!", []word{{Text: "https://a.example", Ref: "https://a.example"}}},
		{"<https://a.example|a>?b", []word{{Text: "a?b"}}},
		{"(<https://a.example|a>)", []word{{Text: "(a)"}}},
		{`"<https://a.example|a> fails"`, []word{{Text: "a fails", Quoted: true}}},
		{"a\u202eb\x00c", []word{{Text: "abc"}}},
	} {
		if diff := cmp.Diff(tt.want, split(tt.line)); diff != "" {
			t.Errorf("split(%q) (-want +got):\n%s", tt.line, diff)
		}
	}
}

func FuzzSplit(f *testing.F) {
	for _, line := range []string{
		`search “sea wall” -dike from:<http://a.example|a.example> --since=7d`,
		"<@U1|ann> <#C1|x> <!here> &amp;amp; <<>|>", `--"`, `-"-"-`, "—", "a:\"b", "<|>", "\xff\x00\u2028",
	} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		size := 0
		for _, w := range split(line) {
			size += len(w.Key) + len(w.Text)
			if !utf8.ValidString(w.Text) || strings.ContainsFunc(w.Text, unicode.IsControl) {
				t.Errorf("split(%q) has the text %q", line, w.Text)
			}
			if w.Key == "" && w.Text == "" {
				t.Errorf("split(%q) has an empty word", line)
			}
			if len(split(w.written())) == 0 && strings.Trim(w.Text, quoteMarks) != "" {
				t.Errorf("split(%q) has a word that is written %q", line, w.written())
			}
		}
		if size > 3*len(line) { // bytes that are no UTF-8 take three
			t.Errorf("split(%q) has %d bytes", line, size)
		}
	})
}
