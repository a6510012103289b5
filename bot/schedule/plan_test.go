package schedule

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slack-go/slack"

	"newsbot/bot/block"
	"newsbot/digest"
)

// TestEdition keeps a digest with every kind of block and reads it back.
func TestEdition(t *testing.T) {
	now := time.Date(2026, 11, 24, 8, 30, 0, 0, time.UTC)
	article := digest.Brief{ID: "00000000000000aa", URL: "https://courier.example/a?b=1&c=<2>", Source: "The Courier", Title: "Bridge opens & <!channel> waits",
		Published: now.Add(-time.Hour), Points: []digest.KeyPoint{{Text: "The mayor opened the bridge “at last”."}, {Text: "It took six years."}}}
	d := digest.Build([]digest.Brief{article}, digest.Options{Edition: "Früh", From: now.Add(-24 * time.Hour), To: now, Zone: time.UTC, Now: now})
	messages := block.Digest(d, block.Options{Now: now})
	messages = append(messages, block.Message{Text: "only text"}, block.Message{Text: "more", Blocks: []slack.Block{
		slack.NewDividerBlock(),
		slack.NewSectionBlock(slack.NewTextBlockObject("plain_text", "plain", true, false), nil, nil),
		slack.NewActionBlock("a", slack.NewButtonBlockElement("b", "c", slack.NewTextBlockObject("plain_text", "Search", false, false))),
		slack.NewImageBlock("https://courier.example/i.png", "alt", "", nil),
	}})
	want := Edition{Messages: messages, Articles: 1, Stories: 1,
		Told: make([]map[string]digest.Told, len(messages))}
	want.Told[0] = map[string]digest.Told{"00000000000000aa": {First: now, Last: now, Points: []string{"It took six years."}}}
	raw, err := encodeEdition(want)
	if err != nil {
		t.Fatal(err)
	}
	got, err := decodeEdition(raw)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(asPosted(t, want.Messages), asPosted(t, got.Messages)); diff != "" {
		t.Errorf("messages: (-want +got)\n%s", diff)
	}
	want.Messages, got.Messages = nil, nil
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the rest: (-want +got)\n%s", diff)
	}
}

// asPosted returns messages as they go to Slack.
func asPosted(t *testing.T, messages []block.Message) string {
	t.Helper()
	raw, err := json.MarshalIndent(messages, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// What was kept by version 1 is read: all that it tells goes with the first message.
func TestEditionOld(t *testing.T) {
	got, err := decodeEdition([]byte(`{"Version":1,"Messages":[{"Text":"top"},{"Text":"reply"}],"Told":{"00000000000000aa":{"Points":["One."]}},"Articles":3,"Stories":2}`))
	if err != nil {
		t.Fatal(err)
	}
	want := Edition{Messages: []block.Message{{Text: "top"}, {Text: "reply"}}, Told: []map[string]digest.Told{{"00000000000000aa": {Points: []string{"One."}}}, nil}, Articles: 3, Stories: 2}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestEditionWrong(t *testing.T) {
	for _, raw := range []string{"", "{}", `{"Version":3}`, `{"Version":1,"Messages":[{"Blocks":7}]}`} {
		if e, err := decodeEdition([]byte(raw)); err == nil {
			t.Errorf("decodeEdition(%q) = %+v, want an error", raw, e)
		}
	}
}
