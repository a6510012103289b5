package block

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/slack-go/slack"
	"pgregory.net/rapid"

	"newsbot/digest"
	"newsbot/digest/render"
)

// TestHostileAnswers draws answers whose every text is out to break the message.
func TestHostileAnswers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		by := render.NewReader(time.FixedZone("X/Y", 3600), rapid.SampledFrom([]string{"", "en-US", "de-DE", "ar-EG"}).Draw(t, "locale"))
		title, note := hostile().Draw(t, "title"), hostile().Draw(t, "note")
		rows := rapid.SliceOfN(rapid.Custom(drawRow), 0, 6).Draw(t, "rows")
		if len(rows) > 0 && len(rows[0].Buttons) > 0 {
			rows[0].Buttons[0].Ask = hostile().Draw(t, "ask")
		}
		foot := func(int) []Row { return rows }
		stories := rapid.SliceOfN(rapid.Custom(drawStory), 1, 8).Draw(t, "stories")
		lists := rapid.SliceOfN(rapid.Custom(drawList), 0, 4).Draw(t, "lists")
		hits := rapid.SliceOfN(rapid.Custom(drawHit), 1, 8).Draw(t, "hits")
		var parts []Part
		for _, l := range append(lists, List{}, List{}) {
			parts = append(parts, Part{Title: title, Note: note, Stories: stories[:len(parts)%2], List: l, Menu: rapid.SliceOfN(rapid.Custom(drawButton), 0, 7).Draw(t, "menu"), Rows: rows})
		}
		for i, m := range []Message{
			Parts(title, note, parts, foot),
			Stories(title, note, stories, by, foot),
			Story(stories[0], by, rows...),
			Hits(title, note, hits, by, foot),
			Dossier(drawDossier(t), by, drawTime(t), rows...),
			Page(hits[0].Brief, by, rows...),
			Lists(title, note, lists, rows...),
			Say(title, rows...),
		} {
			checkMessage(t, i, m)
			checkMessage(t, i, Plain(m))
			checkMessage(t, i, Message{Text: m.Text, Blocks: Modal(m).Blocks.BlockSet})
			if err := Shared(m, "U1").Check(); err != nil {
				t.Fatalf("message %d, shared: %v", i, err)
			}
		}
		if err := CheckView(Home(parts, by)); err != nil {
			t.Fatalf("Home: %v", err)
		}
	})
}

func drawRow(t *rapid.T) Row {
	r := Row{Label: hostile().Draw(t, "label"), Menu: rapid.SampledFrom([]string{"", "Choose"}).Draw(t, "menu")}
	for range rapid.IntRange(0, 30).Draw(t, "buttons") {
		r.Buttons = append(r.Buttons, Button{Action: "open", Label: hostile().Draw(t, "button"), Value: "{}"})
	}
	return r
}

func drawList(t *rapid.T) List {
	l := List{Heading: hostile().Draw(t, "heading")}
	for range rapid.SampledFrom([]int{0, 1, 8}).Draw(t, "lines") {
		l.Lines = append(l.Lines, Line{
			Code: hostile().Draw(t, "code"), Text: hostile().Draw(t, "text"),
			URL: hostileURL().Draw(t, "url"), Note: hostile().Draw(t, "note"), Users: []string{"U1"},
		})
	}
	return l
}

func drawHit(t *rapid.T) Hit {
	h := Hit{Snippet: hostile().Draw(t, "snippet"), Brief: digest.Brief{
		Title: hostile().Draw(t, "title"), URL: hostileURL().Draw(t, "url"), Source: hostile().Draw(t, "source"), Published: drawTime(t),
	}}
	for range rapid.IntRange(0, 3).Draw(t, "points") {
		h.Points = append(h.Points, digest.KeyPoint{
			Text:          hostile().Draw(t, "point"),
			Introductions: []digest.Introduction{{Text: hostile().Draw(t, "introduction")}},
		})
		h.Entities = append(h.Entities, digest.Name{Name: hostile().Draw(t, "name"), Type: "person"})
	}
	return h
}

func drawDossier(t *rapid.T) digest.Dossier {
	d := digest.Dossier{
		Entity: drawEntity(t), Role: hostile().Draw(t, "role"), First: drawTime(t), Last: drawTime(t),
		Points: rapid.SliceOfN(rapid.Custom(drawPoint), 0, 8).Draw(t, "points"),
	}
	for i := range rapid.SampledFrom([]int{0, 1, 30}).Draw(t, "days") {
		d.Days = append(d.Days, digest.DayCount{Day: time.Unix(int64(i)*86400, 0).UTC(), Count: i})
	}
	for range rapid.IntRange(0, 4).Draw(t, "articles") {
		d.Articles = append(d.Articles, drawHit(t).Brief)
	}
	return d
}

// TestFirstItemAlwaysFits gives items that are as large as they can be.
func TestFirstItemAlwaysFits(t *testing.T) {
	address := "https://news.example/" + strings.Repeat("a", MaxURL-21)
	long := strings.Repeat("long ", 200)
	point := digest.StoryPoint{KeyPoint: digest.KeyPoint{Text: long}, URL: address, Source: long}
	story := digest.Story{
		Headline: long, URL: address, To: time.Unix(1e9, 0),
		Points: []digest.StoryPoint{point, point, point}, Sources: []string{long, long, long, long, long},
	}
	hit := Hit{Brief: digest.Brief{Title: long, URL: address, Source: long, Published: time.Unix(1e9, 0)}, Snippet: long}
	for name, answer := range map[string]func(Foot) Message{
		"story": func(f Foot) Message {
			return Stories(long, long, []digest.Story{story, story, story}, render.Reader{Zone: time.UTC}, f)
		},
		"hit": func(f Foot) Message {
			return Hits(long, long, []Hit{hit, hit, hit, hit}, render.Reader{Zone: time.UTC}, f)
		},
	} {
		m := answer(func(shown int) []Row {
			if shown == 0 {
				t.Errorf("no %s fits", name)
			}
			return []Row{{Label: fmt.Sprint(shown), Buttons: []Button{{Action: "page", Label: "Next", Value: "{}"}}}}
		})
		if err := m.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if !strings.Contains(m.Text, "long long") {
			t.Errorf("%s: the text is %q", name, m.Text)
		}
	}
}

// The Home tab has more room than a message: nothing is left out of an ordinary one.
func TestHomeOfMuch(t *testing.T) {
	address := "https://news.example/" + strings.Repeat("a", 230)
	point := digest.StoryPoint{KeyPoint: digest.KeyPoint{Text: strings.Repeat("long ", 98)}, Source: "Wire", URL: address}
	stories := slices.Repeat([]digest.Story{{Headline: "The dam holds", URL: address, To: time.Unix(1e9, 0), Points: []digest.StoryPoint{point}}}, 5)
	parts := []Part{{Title: "Digests of your channels"}}
	for range 8 {
		row := Row{Buttons: []Button{{Action: "home", Label: "Pause", Value: "{}"}, {Action: "open", Label: "Change", Value: "{}"}, {Action: "open", Label: "Preview", Value: "{}"}}}
		parts = append(parts, Part{List: List{Heading: strings.Repeat("Morning ", 20), Lines: []Line{{Text: "on weekdays at 08:30", Note: "next Wed 25 Nov 08:30"}}}, Rows: []Row{row}})
	}
	parts = append(parts, Part{Title: "The last 24 hours", Stories: stories}, Part{List: List{Heading: "How to ask", Lines: []Line{{Text: "Write /news"}}}})
	blocks := Home(parts, render.Reader{Zone: time.UTC})
	if err := CheckView(blocks); err != nil {
		t.Error(err)
	}
	got := string(encode(t, []Message{{Blocks: blocks}}))
	for text, want := range map[string]int{`"Preview"`: 8, "The dam holds": 5, "How to ask": 1} {
		if n := strings.Count(got, text); n != want {
			t.Errorf("%s stands there %d times, want %d", text, n, want)
		}
	}
}

func TestRows(t *testing.T) {
	m := Say("Choose", Row{Label: "Names", Buttons: []Button{{Action: "open", Label: "Cui", Value: "1"}, {Action: "open", Value: "2", Ask: strings.Repeat("long ", 100), Danger: true}}}, Row{}, Row{Menu: "Stories", Buttons: []Button{{Action: "open", Label: "One", Value: "3"}, {Action: "open", Label: "Two", Value: "4"}}})
	if err := m.Check(); err != nil {
		t.Error(err)
	}
	if len(m.Blocks) != 4 {
		t.Fatalf("%d blocks, want text, label, buttons and menu", len(m.Blocks))
	}
	buttons := m.Blocks[2].(*slack.ActionBlock).Elements.ElementSet
	second := buttons[1].(*slack.ButtonBlockElement)
	menu := m.Blocks[3].(*slack.ActionBlock).Elements.ElementSet[0].(*slack.SelectBlockElement)
	if len(buttons) != 2 || second.Text.Text != "Untitled" || second.ActionID != "open:1" || second.Style != slack.StyleDanger || second.Confirm == nil || menu.ActionID != "open:2" || len(menu.Options) != 2 {
		t.Errorf("buttons %+v, menu %+v", second, menu)
	}
	for id, want := range map[string]string{"open:12": "open", "open": "open", "": ""} {
		if got := Action(id); got != want {
			t.Errorf("Action(%q) = %q, want %q", id, got, want)
		}
	}
}

// A menu has room for many entries, whose labels share it.
func TestLongMenu(t *testing.T) {
	for _, c := range []struct{ entries, length, want, longest int }{
		{3, 100, 3, MaxOptionText}, {20, 10, 20, 10}, {20, 100, 20, 37}, {40, 100, 25, 30},
	} {
		row := Row{Menu: "Stop watching"}
		for i := range c.entries {
			row.Buttons = append(row.Buttons, Button{Action: "page", Label: strings.Repeat("x", c.length), Value: fmt.Sprint(i)})
		}
		m := Say("You watch", row)
		menu := m.Blocks[1].(*slack.ActionBlock).Elements.ElementSet[0].(*slack.SelectBlockElement)
		longest := 0
		for _, o := range menu.Options {
			longest = max(longest, utf8.RuneCountInString(o.Text.Text))
		}
		if len(menu.Options) != c.want || longest != c.longest || m.Check() != nil {
			t.Errorf("%d entries of %d: %d of at most %d (%v), want %d of %d", c.entries, c.length, len(menu.Options), longest, m.Check(), c.want, c.longest)
		}
	}
}

// Of a list that does not fit the first lines are shown, and how many there are more.
func TestListThatDoesNotFit(t *testing.T) {
	l := List{Heading: "Your watches"}
	for i := range 40 {
		l.Lines = append(l.Lines, Line{Text: fmt.Sprintf("Story %02d", i), URL: "https://news.example/" + strings.Repeat("a", 400)})
	}
	m := Lists("", "", []List{l, {Heading: "More"}})
	shown := strings.Count(m.Text, "Story")
	if err := m.Check(); err != nil || shown < 15 || !strings.HasSuffix(m.Text, fmt.Sprintf("\n• Story %02d\n• and %d more", shown-1, 40-shown)) {
		t.Errorf("%d lines are shown (%v):\n%s", shown, err, m.Text)
	}
}

func TestTextOfAnAnswer(t *testing.T) {
	m := Lists("A & B", "note", []List{{Heading: "H", Lines: []Line{{Code: "/news", Text: "t", Note: "n"}, {Text: "<u>", URL: "https://a.example/"}}}})
	if want := "A &amp; B\nnote\nH\n• /news – t · n\n• &lt;u&gt;"; m.Text != want {
		t.Errorf("text %q, want %q", m.Text, want)
	}
	if m := Say(strings.Repeat("&", 9000)); len(m.Text) > maxFallback || m.Check() != nil {
		t.Errorf("a text of %d characters: %v", len(m.Text), m.Check())
	}
}
