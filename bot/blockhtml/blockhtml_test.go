package blockhtml

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"
	"golang.org/x/net/html"

	"newsbot/digest/render"
)

// someone is for whom the tests draw.
var someone = Options{
	Reader: render.NewReader(time.FixedZone("CET", 3600), "en-US"), Now: time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC), Live: true,
	Users: []Name{{"U1", "Ann"}}, Channels: []Name{{"C1", "news"}},
}

func TestMrkdwn(t *testing.T) {
	const rel = ` target="_blank" rel="noopener noreferrer nofollow"`
	for in, want := range map[string]string{
		"plain":                                  "plain",
		"*bold*, _slanted_ and ~gone~":           "<strong>bold</strong>, <em>slanted</em> and <s>gone</s>",
		"*bold _and slanted_*":                   "<strong>bold <em>and slanted</em></strong>",
		"snake_case_name 2*3*4 * a * b":          "snake_case_name 2*3*4 * a * b",
		"`*code* &lt;b&gt;`":                     "<code>*code* &lt;b&gt;</code>",
		"``":                                     "``",
		"```\ntwo\nlines```after":                "<pre>two\nlines</pre>after",
		"```open":                                "```open",
		"one\ntwo":                               "one<br/>two",
		"&gt; said\n&gt;more\nplain":             `<blockquote dir="auto">said<br/>more</blockquote>plain`,
		"1 &gt; 0":                               "1 &gt; 0",
		"&amp;lt;":                               "&amp;lt;",
		"<https://a.example/?a=1&amp;b=2|a | b>": `<a href="https://a.example/?a=1&amp;b=2"` + rel + `>a | b</a>`,
		"<https://a.example/>":                   `<a href="https://a.example/"` + rel + `>https://a.example/</a>`,
		"<javascript:alert(1)|x>":                "<span>x</span>",
		"<@U1> <@U2|Bob> <#C1>":                  `<span class="mention">@Ann</span> <span class="mention">@U2</span> <span class="mention">#news</span>`,
		"<!channel> <!subteam^S1|@all>":          `<span class="mention">@channel</span> <span class="mention">@all</span>`,
		"<!date^1795521600^{date_short} at {time}|then>":             `<time title="then">Nov 24, 2026 at 1:00 PM</time>`,
		"<!date^1795521600^{date_short_pretty}^https://a.example|x>": `<a href="https://a.example"` + rel + `><time title="x">Today</time></a>`,
		"<!date^nonsense^{date_short}|then>":                         `<time title="then">then</time>`,
		"<!date^|then>":                                              `<time title="then">then</time>`,
		":tada: :nosuch: 12:30:45":                                   "🎉 :nosuch: 12:30:45",
		"<unclosed":                                                  "&lt;unclosed",
		"<script>alert(1)</script> &lt;b&gt;":                        "<span>script</span>alert(1)<span>/script</span> &lt;b&gt;",
		"*é*":                                                        "<strong>é</strong>",
	} {
		want = `<div dir="auto">` + want + `</div>`
		if got := Message(in, nil, someone); got != want {
			t.Errorf("%q\n got %s\nwant %s", in, got, want)
		}
	}
}

// A line of nothing but marks takes no longer than another one of its length: as long
// as the square of that, this one would take minutes.
func TestManyMarks(t *testing.T) {
	for _, marks := range []string{"*a ", "_a* ", "*_~", "** ", "<a ", "`` "} {
		began := time.Now()
		someone.mrkdwn(strings.Repeat(marks, 200_000))
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("many %q take %s", marks, took)
		}
	}
}

func TestDate(t *testing.T) {
	now := someone.Now
	for _, c := range []struct {
		at            time.Time
		pattern, want string
	}{
		{now, "{date_short_pretty}", "Today"},
		{now, "posted {date_short_pretty} at {time}", "posted today at 1:00 PM"},
		{now.Add(11 * time.Hour), "{date_short_pretty}", "Tomorrow"}, // past midnight in the zone
		{now.AddDate(0, 0, -1), "{date_short_pretty} at {time}", "Yesterday at 1:00 PM"},
		{now.AddDate(0, 0, -2), "{date_short_pretty} at {time}", "Nov 22, 2026 at 1:00 PM"},
		{now, "{time} {nosuch} {", "1:00 PM {nosuch} {"},
	} {
		if got := Date(c.at, c.pattern, someone); got != c.want {
			t.Errorf("%s %q: got %q, want %q", c.at, c.pattern, got, c.want)
		}
	}
	timeless := someone
	timeless.Now = time.Time{}
	if got := Date(now, "{date_short_pretty}", timeless); got != "Nov 24, 2026" {
		t.Errorf("without a time to compare with: %q", got)
	}
	for locale, want := range map[string]string{
		"en-US": "Nov 24, 2026 1:00 PM", "en-GB": "24 Nov 2026 13:00", "": "24 Nov 2026 13:00",
	} {
		timeless.Reader = render.NewReader(someone.Reader.Zone, locale)
		if got := Date(now, "{date_short} {time}", timeless); got != want {
			t.Errorf("to a reader of %q: %q, want %q", locale, got, want)
		}
	}
}

// In a plain text names stay what they are, also where a text is shown by an attribute
// or asked before a click.
func TestPlainTextHasNoEmoji(t *testing.T) {
	text := slack.NewTextBlockObject("plain_text", "Score: 3:tada:1", false, false)
	b := slack.NewButtonBlockElement("a", "v", text)
	b.Confirm = slack.NewConfirmationBlockObject(text, text, text, text)
	menu := slack.NewOptionsSelectBlockElement("static_select", text, "s", slack.NewOptionBlockObject("v", text, nil))
	drawn := Message("", []slack.Block{slack.NewHeaderBlock(text), slack.NewActionBlock("", b, menu)}, someone)
	if n := strings.Count(drawn, "3:tada:1"); n != 9 || strings.Contains(drawn, "🎉") {
		t.Errorf("the text stands there %d times:\n%s", n, drawn)
	}
}

// sample returns blocks of every kind from a file.
func sample(t testing.TB, name string) []slack.Block {
	t.Helper()
	raw, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var blocks slack.Blocks
	if err := json.Unmarshal(raw, &blocks); err != nil {
		t.Fatal(err)
	}
	return blocks.BlockSet
}

// TestStill: without a script nothing is shown that would need one.
func TestStill(t *testing.T) {
	still := someone
	still.Live = false
	for _, name := range []string{"message.json", "modal.json"} {
		drawn := Message("", sample(t, name), still)
		for _, tag := range []string{"<button", "<input", "<select", "<textarea", "data-action", "not drawn here"} {
			if strings.Contains(drawn, tag) {
				t.Errorf("%s has %q:\n%s", name, tag, drawn)
			}
		}
	}
}

// TestLive: everything is drawn that a person can use.
func TestLive(t *testing.T) {
	for name, want := range map[string][]string{
		"message.json": {`data-action-id="open"`, `data-action-id="more"`, `data-action-id="pick"`, `data-confirm=`, `data-value="b"`, `aria-label="Pick"`},
		"modal.json":   {`data-action="name"`, `data-action="channel"`, `>#news</option>`, `data-action="at"`, `value="08:30"`, `data-action="days"`, `type="checkbox"`, `data-action="size"`, `id="b-name-wrong"`, `(optional)`},
	} {
		drawn := Message("", sample(t, name), someone)
		for _, w := range want {
			if !strings.Contains(drawn, w) {
				t.Errorf("%s lacks %s:\n%s", name, w, drawn)
			}
		}
		if strings.Contains(drawn, "not drawn here") {
			t.Errorf("%s is not drawn whole:\n%s", name, drawn)
		}
	}
}

func TestUnknown(t *testing.T) {
	var blocks slack.Blocks
	if err := json.Unmarshal([]byte(`[{"type":"video"},{"type":"hologram"},
		{"type":"rich_text","elements":[{"type":"rich_text_quote","elements":[{"type":"text","text":"said"}]},
			{"type":"rich_text_section","elements":[{"type":"emoji","name":"wave"}]}]}]`), &blocks); err != nil {
		t.Fatal(err)
	}
	drawn := Message("", blocks.BlockSet, someone)
	for _, kind := range []string{"video", "hologram", "rich_text_quote", "emoji"} {
		if !strings.Contains(drawn, "["+kind+" is not drawn here]") {
			t.Errorf("%s is left out in silence: %s", kind, drawn)
		}
	}
}

// tags are all that may come of blocks.
var tags = strings.Fields("html head body div span p h1 h3 hr br a strong em s u code pre blockquote time ul ol li " +
	"button select option input textarea label small fieldset legend")

// checkInert fails for markup that runs, loads or leads elsewhere than by a plain
// link.
func checkInert(t *testing.T, root *html.Node) {
	t.Helper()
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if !slices.Contains(tags, n.Data) {
			t.Errorf("<%s> was drawn", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || slices.Contains([]string{"src", "srcset", "style", "srcdoc", "action", "formaction"}, a.Key) {
				t.Errorf("<%s %s=%q> was drawn", n.Data, a.Key, a.Val)
			}
			if a.Key == "href" && !strings.HasPrefix(a.Val, "https://") && !strings.HasPrefix(a.Val, "http://") {
				t.Errorf("a link to %q was drawn", a.Val)
			}
		}
	}
}

// FuzzMessage: whatever a text holds is inert.
func FuzzMessage(f *testing.F) {
	for _, s := range []string{"*a* _b_ ~c~ `d` ```e```", "<https://a.example|b> <@U1> <#C1> <!date^1^{date}^https://a.example|x>", "&gt; q\n&lt;b&gt;",
		`<img src=x onerror=alert(1)>`, `<javascript:alert(1)|x>`, "</textarea><script>", ":tada:", "\x00\xff*", "*_*_*_ _*"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		elsewhere := slack.NewTextBlockObject("plain_text", s, true, false)
		blocks := []slack.Block{
			slack.NewHeaderBlock(elsewhere),
			slack.NewSectionBlock(slack.NewTextBlockObject("mrkdwn", s, false, false), nil, slack.NewAccessory(slack.NewButtonBlockElement(s, s, elsewhere).WithURL(s))),
			slack.NewRichTextBlock("", slack.NewRichTextSection(slack.NewRichTextSectionTextElement(s, nil), slack.NewRichTextSectionLinkElement(s, s, nil))),
		}
		drawn := Message(s, nil, someone) + Message("", blocks, someone)
		root, err := html.Parse(strings.NewReader(drawn))
		if err != nil {
			t.Fatal(err)
		}
		checkInert(t, root)
	})
}

// TestMessageText: no paragraph holds a block of its own, which a browser would
// take out of it.
func TestMessageText(t *testing.T) {
	if got := Message("a\n&gt; b\n```c```", nil, Options{}); strings.Contains(got, "<p>") || !strings.Contains(got, "<blockquote") || !strings.Contains(got, "<pre") {
		t.Errorf("drawn as %s", got)
	}
}
