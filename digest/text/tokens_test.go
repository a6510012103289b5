package text

import (
	"strings"
	"testing"
)

func TestTokens(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Iran's plan", "Iran|'s|plan"},
		{"Cui’s plan", "Cui|’s|plan"},
		{"James' book", "James|'|book"},
		{"don't can't isn’t", "do|n't|ca|n't|is|n’t"},
		{"They've I'm we'll", "They|'ve|I|'m|we|'ll"},
		{"do n't Iran 's", "do|n't|Iran|'s"},
		{"cannot Cannot", "can|not|Can|not"},
		{"O'Connor d'Ivoire Shi'ite's o'clock", "O'Connor|d'Ivoire|Shi'ite|'s|o'clock"},
		{"the '98 and ’60s rock 'n' roll", "the|'98|and|’60s|rock|'|n|'|roll"},
		{"U.S.-led U.N. U.S.'s a.m.", "U.S.-led|U.N.|U.S.|'s|a.m."},
		{"Mr. Smith Jr., Ph.D.", "Mr.|Smith|Jr.|,|Ph.D."},
		{"$1,200.50 US$5bn €3m 4.5% £.50", "$|1,200.50|US|$|5bn|€|3m|4.5|%|£|.50"},
		{"2007–08 9/11 9:30 1-0 1990s 5th", "2007–08|9/11|9:30|1-0|1990s|5th"},
		{"state-run India–Pakistan and/or", "state-run|India|–|Pakistan|and|/|or"},
		{"AT&T R&D A & B", "AT&T|R&D|A|&|B"},
		{"wait... what -- no — yes…", "wait|...|what|--|no|—|yes|…"},
		{"\"Yes,\" (he) [said].", "\"|Yes|,|\"|(|he|)|[|said|]|."},
		{"``Yes''", "``|Yes|''"},
		{"see https://a.example/x?y=(1). Or www.b.example, ok", "see|https://a.example/x?y=(1)|.|Or|www.b.example|,|ok"},
		{"mail a.b-c@mail.example.org!", "mail|a.b-c@mail.example.org|!"},
		{"@bob_1 #COP30 # @", "@bob_1|#COP30|#|@"},
		{"ended.The next", "ended|.|The|next"},
		{"Node.js and site.example.", "Node.js|and|site.example|."},
		{"No. 5 but no. Then", "No.|5|but|no|.|Then"},
		{"Yahoo! Inc.", "Yahoo|!|Inc."},
		{"OPEC+ and Disney+'s C++ in C# on .NET 10, ASP.NET", "OPEC+|and|Disney+|'s|C++|in|C#|on|.NET|10|,|ASP.NET"},
		{"x+y a + b 50+ A+, U+0041 end.NETWORK", "x|+|y|a|+|b|50|+|A+|,|U|+|0041|end.NETWORK"},
		{"北京的会议、カタカナ語", "北|京|的|会|议|、|カタカナ|語"},
		{"a\u00a0b\u2003c\u200bd\ufeffe", "a|b|c|d|e"},
		{"co\u00adoperate", "co\u00adoperate"},
		{"👍🏽 ok 👩\u200d🚀", "👍🏽|ok|👩\u200d🚀"},
		{"caf\xe9 bar", "caf\xe9|bar"},
		{"हिन्दी", "हिन्दी"},
		{"", ""},
	} {
		d := Parse("", tt.in)
		var got []string
		for _, k := range d.Tokens {
			got = append(got, k.In(d.Text))
		}
		if g := strings.Join(got, "|"); g != tt.want {
			t.Errorf("tokens of %q\n got %s\nwant %s", tt.in, g, tt.want)
		}
	}
}
