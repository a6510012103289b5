package bot_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"newsbot/bot/block"
	news "newsbot/digest"
	"newsbot/digest/entity"
)

// TestDigestIsPosted posts a laid out digest of hostile stories of real and
// unreal length to the strict Slack: nothing is refused, so that every message
// takes one request.
func TestDigestIsPosted(t *testing.T) {
	w := newWorkspace(t, []string{"chat:write"})
	d := hostileDigest(60)
	messages := block.Digest(d, block.Options{Now: d.To, Replies: 20})
	if _, err := w.post(t, "#news", messages); err != nil {
		t.Fatal(err)
	}
	stored := w.Messages("C0NEWS0001")
	if len(stored) != len(messages) || w.tries() != len(messages) {
		t.Fatalf("%d messages after %d requests, want %d", len(stored), w.tries(), len(messages))
	}
	for i, m := range stored {
		if !strings.Contains(string(m.Blocks), "rich_text") {
			t.Errorf("message %d is not in its first layout", i)
		}
		if (i > 0) != (m.ThreadTS == stored[0].TS) {
			t.Errorf("message %d has thread_ts %q", i, m.ThreadTS)
		}
		if strings.Contains(m.Text, "<") {
			t.Errorf("message %d: text has markup: %q", i, m.Text)
		}
	}
}

func hostileDigest(stories int) news.Digest {
	const attack = "<!channel> *boom* <https://evil|bank.example> \u202e\x00 "
	d := news.Digest{Edition: attack, To: time.Date(2026, 11, 24, 7, 30, 0, 0, time.UTC), Articles: 500, Sources: 9}
	for i := range stories {
		address := fmt.Sprintf("https://news.example/%d/a|b <c>/%s", i, strings.Repeat("x", i*40))
		text := strings.Repeat(attack, 1+i*i/10)
		point := news.StoryPoint{KeyPoint: news.KeyPoint{Text: text}, Source: text, URL: address}
		d.Stories = append(d.Stories, news.Story{
			Headline: text, URL: address, Sources: []string{text, "b", "c"}, To: d.To,
			Points:   []news.StoryPoint{point, point, point},
			Articles: []news.Brief{{Source: text, URL: address}, {Source: "b"}, {URL: address}},
		})
		d.Entities = append(d.Entities, news.EntityCount{Name: text, Type: entity.Person, Count: i})
	}
	return d
}
