package bot_test

import (
	"encoding/json"
	"strings"
	"testing"

	"newsbot/bot/command"
	"newsbot/bot/slackfake"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// TestSubscribe subscribes a channel by the modal and by words, with the real
// answers between the real client and the strict Slack.
func TestSubscribe(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		news := storetest.Memory(t, store.Options{})
		o := build(t, socket)
		o.employ(news, command.Config{})

		o.must(o.Command(t.Context(), ann, newsroom, "/news subscribe"))
		o.shows("Asia/Tokyo")
		err := o.Submit(t.Context(), ann, map[string]string{"zone": "Atlantis", "topics": "ferries", "days": "Mon,Thu"})
		o.must(err)
		o.shows("“Atlantis” is not a time zone that I know")
		err = o.Submit(t.Context(), ann, map[string]string{"zone": "Lisbon", "topics": "ferries", "days": "Mon,Thu"})
		o.must(err)
		if _, still := o.Modal(ann); still {
			t.Error("the modal is still there")
		}
		made := o.see(ann, newsroom, "on Mon, Thu at 08:30, Europe/Lisbon")
		o.press(newsroom, made, "Preview")
		o.see(ann, newsroom, "Only you see this: the digest as it would be posted now")
		o.press(newsroom, made, "Pause")
		paused := o.see(ann, newsroom, "paused: since")
		o.press(newsroom, paused, "Change")
		o.shows("ferries")
		o.CloseModal(ann)
		o.must(o.Command(t.Context(), ann, foreign, "/news subscribe <#"+newsroom+"|news> weekdays 8.30pm Berlin top:3"))
		o.see(ann, foreign, "on weekdays at 20:30, Europe/Berlin")
		subs, err := news.Subscriptions(t.Context(), newsroom)
		if err != nil || len(subs) != 2 {
			t.Errorf("the channel has %+v (%v), want two", subs, err)
		}
		if i := strings.Index(o.log.String(), "level=ERROR"); i >= 0 {
			t.Errorf("the log says: %.600s", o.log.String()[i:])
		}
	})
}

// TestOwnDigest: what the administrators' policy keeps from people in channels they may
// do with the digest of their own direct message, also in the Home tab, which is in no
// channel.
func TestOwnDigest(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		news := storetest.Memory(t, store.Options{})
		o := build(t, socket)
		policy, _ := command.ParsePolicy("admins")
		o.employ(news, command.Config{Policy: policy, People: o.app.People()})

		o.must(o.Command(t.Context(), ann, newsroom, "/news subscribe 08:30"))
		o.see(ann, newsroom, "Only administrators")
		direct := o.Direct(ann).ID
		o.must(o.Command(t.Context(), ann, direct, "/news subscribe 08:30 name:Mine"))
		o.see(ann, direct, "This conversation gets")
		o.must(o.OpenHome(t.Context(), ann))
		o.homeShows("Mine, for you", true)
		o.atHome("Pause")
		o.homeShows("paused: since", true)
		o.atHome("Resume")
		o.homeShows("paused: since", false)
		o.atHome("Change")
		o.shows("it still comes as a direct message")
		o.must(o.Submit(t.Context(), ann, map[string]string{"days": "Mon,Thu"}))
		o.homeShows("on Mon, Thu at 08:30", true)
		if subs, err := news.Subscriptions(t.Context(), newsroom); err != nil || len(subs) > 0 {
			t.Errorf("the channel has %+v (%v), want none", subs, err)
		}
		o.noErrors()
	})
}

// shows waits until ann's modal holds a text.
func (o *office) shows(text string) {
	o.t.Helper()
	o.await("a modal with "+text, func() bool {
		v, ok := o.Modal(ann)
		return ok && strings.Contains(string(v.JSON), text)
	})
}

// press uses the button of a message that has a label.
func (o *office) press(channel string, m slackfake.Message, label string) {
	o.t.Helper()
	var blocks []struct {
		Elements []struct {
			Text     json.RawMessage
			ActionID string `json:"action_id"`
		}
	}
	o.must(json.Unmarshal(m.Blocks, &blocks))
	for _, b := range blocks {
		for _, e := range b.Elements {
			var text struct{ Text string }
			if json.Unmarshal(e.Text, &text) == nil && text.Text == label && e.ActionID != "" {
				o.must(o.Click(o.t.Context(), ann, channel, m.TS, e.ActionID, ""))
				return
			}
		}
	}
	o.t.Fatalf("no button %q in %s", label, m.Blocks)
}
