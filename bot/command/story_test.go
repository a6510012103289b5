package command

import (
	"slices"
	"strings"
	"testing"
	"time"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/store"
)

// TestMoreStories turns the pages of the stories of a digest that are not in the
// channel's message, of which some are there no longer.
func TestMoreStories(t *testing.T) {
	s := sampleStore(t)
	articles, err := s.Window(t.Context(), sampleNow.Add(-30*day), sampleNow)
	if err != nil {
		t.Fatal(err)
	}
	stories := digest.Build(articles, digest.Options{Now: sampleNow}).Stories
	if len(stories) < 6 {
		t.Fatalf("the sample has %d stories", len(stories))
	}
	gone := digest.Story{ID: "0123456789abcdef", Articles: []digest.Brief{{Story: "0123456789abcdef"}}}
	rest := append([]digest.Story{gone, {Articles: []digest.Brief{{}}}}, stories...)
	foot := DigestFoot(store.Subscription{Channel: "C1"}, sampleNow)(rest)
	d := newDesk(t, s)
	first := d.clicks(foot[0], "7 stories", "1 – 5", stories[0].Headline, stories[3].Headline)
	if strings.Contains(first.Text, stories[4].Headline) {
		t.Errorf("the first page has too much:\n%s", first.Text)
	}
	second := d.presses(first, "Next", "7 stories", "6 – 7", stories[4].Headline, stories[5].Headline).Message
	if slices.Contains(labels(second), "Next") {
		t.Errorf("the last page has the buttons %v", labels(second))
	}
	d.presses(second, "Previous", "1 – 5")
	d.presses(second, stories[5].Headline, stories[5].Headline)
	shared := d.presses(second, "Share to channel", "7 stories")
	if !shared.Public {
		t.Errorf("shared: %+v", shared)
	}
	d.says("story 0123456789abcdef 0123456789abcdee", "These stories are gone.")
	d.says("story 0123456789abcdef x", "No story of the last 30 days has")

	many := DigestFoot(store.Subscription{}, sampleNow.Add(time.Hour))(slices.Repeat([]digest.Story{gone}, 200))
	if n := len([]rune(many[0].Value)); n > block.MaxButtonValue {
		t.Errorf("the button has a value of %d characters", n)
	}
	d.clicks(many[0], "These stories are gone.")
}

// clicks presses a button of a digest.
func (d *desk) clicks(b block.Button, texts ...string) block.Message {
	d.Helper()
	c := press(b)
	c.Asker = d.who
	reply := d.Click(d.Context(), c)
	d.expect(b.Label, reply, texts...)
	return reply.Message
}
