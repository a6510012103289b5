package block

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"newsbot/digest"
	"newsbot/digest/render"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden lays out the digest.json of each file of testdata and compares
// with its want.json, and with its plain.json where it has one.
func TestGolden(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no testdata")
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { golden(t, file) })
	}
}

func golden(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var messages []Message
	for i, f := range archive.Files {
		var got []byte
		switch f.Name {
		case "digest.json":
			d, o := readDigest(t, f.Data)
			messages = Digest(d, o)
			for n, m := range messages {
				if err := m.Check(); err != nil {
					t.Errorf("message %d: %v", n, err)
				}
			}
			continue
		case "want.json":
			got = encode(t, messages)
		case "plain.json":
			got = encode(t, []Message{Plain(messages[0])})
		}
		if *update {
			archive.Files[i].Data = got
		} else if diff := cmp.Diff(string(f.Data), string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f.Name, diff)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func readDigest(t *testing.T, data []byte) (digest.Digest, Options) {
	var in struct {
		digest.Digest
		Options
		Zone    string
		Buttons bool
	}
	if err := json.Unmarshal(data, &in); err != nil {
		t.Fatalf("digest.json: %v", err)
	}
	zone, err := time.LoadLocation(in.Zone)
	if err != nil {
		t.Fatal(err)
	}
	in.Digest.Zone = zone
	if in.Buttons {
		in.Menu = func(s digest.Story) []Button {
			return []Button{{Action: "open", Label: "Open story", Value: "story " + s.ID}, {Action: "open", Label: "Too long for an option", Value: strings.Repeat("x", MaxOptionValue+1)}, {Action: "open", Label: "Hide story", Value: "hide " + s.ID}}
		}
		in.Foot = func(rest []digest.Story) []Button {
			return []Button{{Action: "open", Label: "More stories", Value: fmt.Sprint(len(rest))}, {Action: "open", Label: "Search", Value: "search"}}
		}
	}
	return in.Digest, in.Options
}

func encode(t *testing.T, messages []Message) []byte {
	var b bytes.Buffer
	if err := JSON(&b, messages); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestJSONWithoutMessages(t *testing.T) {
	if err := JSON(new(bytes.Buffer), nil); err == nil {
		t.Error("JSON of no message gave no error")
	}
}

func TestClock(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 24, 7, 30, 0, 0, time.UTC)
	for _, tt := range []struct {
		day  time.Time
		zone *time.Location
		want string
	}{
		{at, berlin, "Tue 08:30 Europe/Berlin"},
		{at, nil, "Tue 07:30 UTC"},
		{at.AddDate(0, 0, -1), berlin, "Tue 24 Nov 08:30 Europe/Berlin"},
		{time.Time{}, berlin, "Tue 24 Nov 08:30 Europe/Berlin"},
	} {
		if got := clock(at, tt.day, render.Reader{Zone: tt.zone}); got != tt.want {
			t.Errorf("clock(%v, %v, %v) = %q, want %q", at, tt.day, tt.zone, got, tt.want)
		}
	}
}

// TestWholeDay tells that a window from midnight to midnight is of the day
// that it covers, not of the next one.
func TestWholeDay(t *testing.T) {
	d := digest.Digest{To: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)}
	if got, want := title(d, Options{}), "News digest · Mon 23 Nov 2026"; got != want {
		t.Errorf("title = %q, want %q", got, want)
	}
}

// A digest of a week is headed with its days, Monday's of a weekend with its day.
func TestTitleOfDays(t *testing.T) {
	end := time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)
	for days, want := range map[int]string{1: "Sun 29 Nov 2026", 3: "Sun 29 Nov 2026", 7: "23 – 29 Nov 2026", 29: "1 – 29 Nov 2026"} {
		d := digest.Digest{From: end.AddDate(0, 0, -days), To: end}
		if got := title(d, Options{}); got != "News digest · "+want {
			t.Errorf("%d days: %q", days, got)
		}
	}
}

func TestLongEditionKeepsTheDate(t *testing.T) {
	d := digest.Digest{Edition: strings.Repeat("edition ", 50), To: time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)}
	got := title(d, Options{})
	if !strings.HasSuffix(got, "… · Tue 24 Nov 2026") || utf8.RuneCountInString(got) > MaxHeader {
		t.Errorf("title = %q", got)
	}
}

// TestLowestRankedMovesToThread gives stories of which only some fit.
func TestLowestRankedMovesToThread(t *testing.T) {
	d := digest.Digest{Stories: manyStories(10)}
	for i := range d.Stories {
		d.Stories[i].URL = "https://news.example/" + strings.Repeat("a", 2500)
	}
	messages := Digest(d, Options{})
	if len(messages) < 5 || len(messages) > 10 {
		t.Fatalf("%d messages, want some stories in the channel and more than 3 in the thread", len(messages))
	}
	top := len(d.Stories) - (len(messages) - 1)
	for i, s := range d.Stories {
		where := messages[0]
		if i >= top {
			where = messages[i-top+1]
		}
		if text := string(encode(t, []Message{where})); !strings.Contains(text, s.Headline) {
			t.Errorf("story %d of %d is not where its rank puts it", i, len(d.Stories))
		}
	}
}

// TestLongAddresses gives stories whose addresses alone are too much for a
// message: points that do not fit are left out, the headline stays.
func TestLongAddresses(t *testing.T) {
	address := "https://news.example/" + strings.Repeat("a", MaxURL-21)
	point := digest.StoryPoint{KeyPoint: digest.KeyPoint{Text: strings.Repeat("long ", 90)}, URL: address}
	s := digest.Story{Headline: "The dam holds", URL: address,
		Points: []digest.StoryPoint{point, point, point}, Details: []digest.StoryPoint{point, point, point, point}}
	for range 9 {
		s.Articles = append(s.Articles, digest.Brief{Source: fmt.Sprint("Source ", len(s.Articles)), URL: address})
	}
	for i, m := range Digest(digest.Digest{Stories: []digest.Story{s, s}}, Options{Top: 1}) {
		if err := m.Check(); err != nil {
			t.Errorf("message %d: %v", i, err)
		}
		got := string(encode(t, []Message{m}))
		if !strings.Contains(got, `"The dam holds"`) || !strings.Contains(got, "long long") {
			t.Errorf("message %d lost its headline or all its points", i)
		}
	}
}

// TestSourcesWithoutMenu: where no menu opens a story with all its sources, those in the channel's message are linked.
func TestSourcesWithoutMenu(t *testing.T) {
	d := digest.Digest{Stories: manyStories(1)}
	d.Stories[0].Articles = []digest.Brief{{Source: "Post", URL: "https://post.example/1"}, {Source: "Wire", URL: "https://wire.example/2"}}
	d.Stories[0].Sources = []string{"Post", "Wire"}
	menu := func(digest.Story) []Button { return []Button{{Action: "a", Label: "In full", Value: "v"}} }
	for linked, o := range map[bool]Options{true: {}, false: {Menu: menu}} {
		if got := string(encode(t, Digest(d, o))); strings.Contains(got, "https://wire.example/2") != linked {
			t.Errorf("linked should be %t:\n%s", linked, got)
		}
	}
}

// TestSince: a digest of a week that its title does not name says since when it is, one of a day does not.
func TestSince(t *testing.T) {
	end := time.Date(2026, 11, 30, 8, 30, 0, 0, time.UTC)
	for days, want := range map[int]string{
		1: "0 articles → 0 stories · Mon 08:30 UTC",
		7: "0 articles → 0 stories · since Mon 23 Nov 08:30 · Mon 08:30 UTC",
	} {
		if got := summary(digest.Digest{From: end.AddDate(0, 0, -days), To: end, Zone: time.UTC}, Options{Now: end}); got != want {
			t.Errorf("%d days: %q, want %q", days, got, want)
		}
	}
	midnight := end.Truncate(24 * time.Hour)
	if got := summary(digest.Digest{From: midnight.AddDate(0, 0, -7), To: midnight, Zone: time.UTC}, Options{}); strings.Contains(got, "since") {
		t.Errorf("a week that the title names: %q", got)
	}
}

// A notice counts its stories alone and lists no names, which may be of others.
func TestNotice(t *testing.T) {
	d := digest.Digest{
		Articles: 10, Sources: 4, Known: 1, Stories: manyStories(2), Zone: time.UTC,
		Entities: []digest.EntityCount{{ID: "person/cui-heng", Name: "Cui Heng", Type: "person", Count: 6}},
	}
	o := Options{Now: time.Date(2026, 11, 24, 16, 30, 0, 0, time.UTC)}
	shown := func() string { return string(encode(t, Digest(d, o))) }
	if got := shown(); !strings.Contains(got, "Cui Heng") || !strings.Contains(got, "10 articles → 2 stories") {
		t.Errorf("the digest is\n%s", got)
	}
	o.Notice = true
	if got := shown(); strings.Contains(got, "Cui Heng") || !strings.Contains(got, `"2 stories · Tue 16:30 UTC"`) {
		t.Errorf("the notice is\n%s", got)
	}
}

// What a digest leaves out is told in its small print, and where nothing is left.
func TestLeftOut(t *testing.T) {
	for _, c := range []struct {
		left digest.Digest
		want string
	}{
		{digest.Digest{}, ""},
		{digest.Digest{Known: 1900}, "left out: 1,900 with nothing new"},
		{digest.Digest{Known: 19, Hidden: 1, Muted: []string{"golf", "Chile"}}, "left out: 19 with nothing new, 1 hidden · muted: golf, Chile"},
		{digest.Digest{Topics: []string{"port", "sea wall"}, Muted: []string{"golf"}}, "only: port, sea wall · muted: golf"},
		{digest.Digest{Topics: []string{"a", "b", "c", "d"}}, "only: a, b, c and 1 more"},
		{digest.Digest{Topics: []string{"port"}, Read: 14}, "only: port · of 14 articles none is wanted"},
		{digest.Digest{Read: 2, Pages: 2}, "of 2 articles none tells news"},
		{digest.Digest{Read: 9, Pages: 1, Articles: 8}, "left out: 1 page without news"},
		{digest.Digest{Read: 9, Pages: 3, Articles: 6, Known: 2}, "left out: 2 with nothing new, 3 pages without news"},
		{digest.Digest{Muted: []string{"golf"}, Read: 14, Articles: 3}, "muted: golf"},
		{digest.Digest{Muted: []string{"golf"}, Read: 14, Hidden: 3}, "left out: 3 hidden · muted: golf"},
		{digest.Digest{Muted: []string{"golf", "Chile", "chess", "darts", "polo"}}, "muted: golf, Chile, chess and 2 more"},
	} {
		full, empty := c.left, c.left
		full.Stories = manyStories(1)
		o := Options{Locale: "en-GB"}
		if got := summary(full, o); c.want != "" && !strings.HasSuffix(got, " · "+c.want) || c.want == "" && strings.Contains(got, "left out") {
			t.Errorf("%+v: %q, want %q at its end", c.left, got, c.want)
		}
		if got := Digest(empty, o)[0].Text; c.want != "" && got != "News digest: no news this time ("+c.want+")." {
			t.Errorf("%+v: %q, want %q in it", c.left, got, c.want)
		}
		if got := summary(full, Options{Notice: true}); got != "1 story" {
			t.Errorf("a notice says %q", got)
		}
	}
}

// TestNamedAfterTopics: a digest that is named after its topics does not name them twice.
func TestNamedAfterTopics(t *testing.T) {
	d := digest.Digest{Edition: "News digest: port", Topics: []string{"port"}, Stories: manyStories(1), Articles: 1}
	if got := summary(d, Options{}); got != "1 article → 1 story" {
		t.Errorf("summary: %q", got)
	}
	d.Edition = "Harbours"
	if got := summary(d, Options{}); got != "1 article → 1 story · only: port" {
		t.Errorf("summary of a digest with a name of its own: %q", got)
	}
}

// TestRest gives more stories than replies.
func TestRest(t *testing.T) {
	messages := Digest(digest.Digest{Stories: manyStories(500)}, Options{Top: 2, Replies: 3})
	if len(messages) != 1+3+1 {
		t.Fatalf("%d messages, want 5", len(messages))
	}
	last := string(encode(t, messages[4:]))
	if !strings.Contains(last, "495 more stories") || !strings.Contains(last, "Story number 5\"") {
		t.Errorf("the last reply does not list the rest: %.300s", last)
	}
	shown := strings.Count(last, "Story number")
	if !strings.Contains(last, fmt.Sprintf("and %d more", 495-shown)) {
		t.Errorf("the last reply shows %d headlines and does not count the others", shown)
	}
}

// TestHeadlines: the thread may be one reply.
func TestHeadlines(t *testing.T) {
	d, o := digest.Digest{Stories: manyStories(44)}, Options{Headlines: true}
	messages := Digest(d, o)
	if len(messages) != 2 || messages[1].Text != "37 more stories" {
		t.Errorf("%d messages, want the channel's and a reply with 37 headlines", len(messages))
	}
	if told := Told(d, o); len(told) != 1 || len(told[0]) != 7 {
		t.Errorf("told %d messages, want the channel's alone to tell points", len(told))
	}
	if messages := Digest(digest.Digest{Stories: manyStories(7)}, o); len(messages) != 1 {
		t.Errorf("%d messages for the top stories alone", len(messages))
	}
}

func manyStories(n int) []digest.Story {
	stories := make([]digest.Story, n)
	for i := range stories {
		stories[i] = digest.Story{Headline: fmt.Sprintf("Story number %d", i), URL: fmt.Sprintf("https://news.example/%d", i)}
	}
	return stories
}

func TestPlainHasNoMarkup(t *testing.T) {
	d := digest.Digest{Stories: manyStories(3)}
	d.Stories[0].To = time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)
	got := string(encode(t, []Message{Plain(Digest(d, Options{})[0])}))
	if regexp.MustCompile(`mrkdwn|rich_text|"url"|<!date`).MatchString(got) {
		t.Errorf("Plain left markup or links:\n%s", got)
	}
	if !strings.Contains(got, "Story number 2") {
		t.Errorf("Plain lost a headline:\n%s", got)
	}
}

func BenchmarkDigest(b *testing.B) {
	d := digest.Digest{Edition: "Morning", Articles: 312, Sources: 12, Stories: manyStories(41)}
	for i := range d.Stories {
		for range 3 {
			d.Stories[i].Points = append(d.Stories[i].Points, digest.StoryPoint{
				KeyPoint: digest.KeyPoint{Text: strings.Repeat("The harbour opens again. ", 8)},
				Source:   "Harbour Post", URL: "https://news.example/harbour"})
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		Digest(d, Options{})
	}
}
