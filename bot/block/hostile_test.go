package block

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"newsbot/digest"
	"newsbot/digest/entity"
)

// TestHostileDigests draws digests whose every text is out to break the
// message, and checks all messages and their plain layouts.
func TestHostileDigests(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, o := drawDigest(t)
		messages := Digest(d, o)
		for i, m := range messages {
			checkMessage(t, i, m)
			checkMessage(t, i, Plain(m))
		}
		if want := max(1, len(d.Stories)); len(messages) > want {
			t.Fatalf("%d messages for %d stories", len(messages), len(d.Stories))
		}
	})
}

func checkMessage(t *rapid.T, i int, m Message) {
	if err := m.Check(); err != nil {
		t.Fatalf("message %d: %v", i, err)
	}
	if strings.ContainsAny(m.Text, "<>") {
		t.Fatalf("message %d: text has markup: %q", i, m.Text)
	}
	raw, err := json.Marshal(m)
	if err != nil {
		t.Fatalf("message %d: %v", i, err)
	}
	var tree any
	if err := json.Unmarshal(raw, &tree); err != nil {
		t.Fatalf("message %d: %v", i, err)
	}
	checkInert(t, tree)
}

var date = regexp.MustCompile(`^<!date\^\d+\^\{date_short_pretty\} at \{time\}\|[0-9A-Za-z:/, +-]+>$`)

// checkInert goes through a message as Slack sees it: no foreign text where
// Slack interprets text, no character that acts, no address that is not one.
func checkInert(t *rapid.T, node any) {
	switch node := node.(type) {
	case []any:
		for _, child := range node {
			checkInert(t, child)
		}
	case map[string]any:
		if s, _ := node["text"].(string); node["type"] == "mrkdwn" && !date.MatchString(s) {
			t.Fatalf("mrkdwn with foreign text: %q", s)
		}
		if u, ok := node["url"].(string); ok {
			checkURL(t, u)
		}
		for _, child := range node {
			checkInert(t, child)
		}
	case string:
		if i := strings.IndexFunc(node, acts); i >= 0 {
			t.Fatalf("character %+q in %q", node[i:i+1], node)
		}
	}
}

func checkURL(t *rapid.T, s string) {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		t.Fatalf("address %q: %v", s, err)
	}
	if strings.ContainsAny(s, "|<> ") || utf8.RuneCountInString(s) > MaxURL {
		t.Fatalf("address %q is not encoded or too long", s)
	}
}

func acts(r rune) bool {
	return unicode.IsControl(r) && r != '\n' || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// hostile draws a text: from a list of known attacks, any characters, or a
// repetition of either that is far too long.
func hostile() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			"", " ", "<!channel> *boom* <https://evil|bank.example>", "<!here>", "<@U123>", "<#C123|x>",
			"&amp;", "& < >", "`code` _it_ ~no~ ```", ":tada:", "\u202egnp.exe", "\u2066x", "a\u0301\u0301\u0301\u0301\u0301",
			"\x00\x1b[31mred", "\xff\xfe", "👩\u200d👩\u200d👧", "👩\u200d", "क्", "\n\n", "\u200f\u05d0", "𝕏", "</script>",
			"The dam in the valley holds, the minister said. ", "\ufeff", "\u2028", "%s%n", `{"type":"mrkdwn"}`,
		}),
		rapid.String(),
	)
	return rapid.Custom(func(t *rapid.T) string {
		n := rapid.SampledFrom([]int{1, 1, 1, 2, 30, 700}).Draw(t, "times")
		return strings.Repeat(piece.Draw(t, "piece"), n)
	})
}

func hostileURL() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom([]string{
			"", "https://news.example/a", "javascript:alert(1)", "https://evil|bank.example", "https://a.example/<b>|c d",
			"http://user:password@a.example/", "https://münchen.example/ä?ö=ü#ß", "ftp://a.example", "https://", "slack://x",
			"https://a.example/" + strings.Repeat("x", 2970), "https://a.example/" + strings.Repeat("ü", 400),
			"https://a.example/" + strings.Repeat("x", 5000), "https://a.example/\u202e", "https://[::1]:80/x", "https://a.example/%zz",
		}),
		rapid.Map(hostile(), func(s string) string { return "https://news.example/" + s }),
	)
}

func drawDigest(t *rapid.T) (digest.Digest, Options) {
	d := digest.Digest{
		Edition:  hostile().Draw(t, "edition"),
		To:       drawTime(t),
		Articles: rapid.IntRange(0, 1<<40).Draw(t, "articles"),
		Sources:  rapid.IntRange(0, 1<<40).Draw(t, "sources"),
		Stories:  rapid.SliceOfN(rapid.Custom(drawStory), 0, 30).Draw(t, "stories"),
		Entities: rapid.SliceOfN(rapid.Custom(drawEntity), 0, 60).Draw(t, "entities"),
	}
	if rapid.Bool().Draw(t, "zone") {
		d.Zone = time.FixedZone("X/Y", 3600)
	}
	o := Options{
		Top:     rapid.IntRange(0, 30).Draw(t, "top"),
		Replies: rapid.IntRange(0, 8).Draw(t, "replies"),
		Now:     drawTime(t),
	}
	if rapid.Bool().Draw(t, "buttons") {
		list := rapid.SliceOfN(rapid.Custom(drawButton), 0, 8)
		o.Menu = func(digest.Story) []Button { return list.Draw(t, "menu") }
		foot := list.Draw(t, "foot")
		o.Foot = func([]digest.Story) []Button { return foot }
	}
	return d, o
}

func drawButton(t *rapid.T) Button {
	return Button{Action: "open", Label: hostile().Draw(t, "label"), Value: strings.Repeat("v", rapid.IntRange(0, 160).Draw(t, "value"))}
}

func drawStory(t *rapid.T) digest.Story {
	s := digest.Story{
		Headline: hostile().Draw(t, "headline"),
		URL:      hostileURL().Draw(t, "url"),
		Points:   rapid.SliceOfN(rapid.Custom(drawPoint), 0, 6).Draw(t, "points"),
		Details:  rapid.SliceOfN(rapid.Custom(drawPoint), 0, 12).Draw(t, "details"),
		Sources:  rapid.SliceOfN(hostile(), 0, 8).Draw(t, "sources"),
		To:       drawTime(t),
	}
	for range rapid.SampledFrom([]int{0, 1, 5, 200}).Draw(t, "articles") {
		s.Articles = append(s.Articles, digest.Brief{Source: hostile().Draw(t, "source"), URL: hostileURL().Draw(t, "article")})
	}
	return s
}

func drawPoint(t *rapid.T) digest.StoryPoint {
	return digest.StoryPoint{
		KeyPoint: digest.KeyPoint{
			Text:          hostile().Draw(t, "point"),
			Introductions: []digest.Introduction{{Text: hostile().Draw(t, "introduction")}},
		},
		URL:    hostileURL().Draw(t, "url"),
		Source: hostile().Draw(t, "source"),
	}
}

func drawEntity(t *rapid.T) digest.EntityCount {
	return digest.EntityCount{
		Name:  hostile().Draw(t, "name"),
		Type:  rapid.SampledFrom([]entity.Type{entity.Person, entity.Place, entity.Organization, entity.Event, entity.Other, "?"}).Draw(t, "type"),
		Count: rapid.Int().Draw(t, "count"),
	}
}

func drawTime(t *rapid.T) time.Time {
	return rapid.SampledFrom([]time.Time{
		{}, time.Unix(0, 0), time.Unix(-1, 0), time.Unix(1<<40, 0).UTC(),
		time.Date(2026, 11, 24, 7, 30, 0, 0, time.UTC), time.Date(12026, 1, 1, 0, 0, 0, 0, time.UTC),
	}).Draw(t, "time")
}
