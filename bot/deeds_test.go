package bot_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"newsbot/bot/command"
	"newsbot/bot/slackfake"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// choose uses the option with a label of the first menu in a message that has it.
func (o *office) choose(user, channel string, m slackfake.Message, label string) {
	o.t.Helper()
	action, value := o.option(m.Blocks, label)
	o.must(o.Click(o.t.Context(), user, channel, m.TS, action, value))
}

// option finds a button, or an option of a menu, whose label begins with a text.
func (o *office) option(blocks json.RawMessage, label string) (action, value string) {
	o.t.Helper()
	var found bool
	var visit func(v any, id string)
	visit = func(v any, id string) {
		switch v := v.(type) {
		case []any:
			for _, item := range v {
				visit(item, id)
			}
		case map[string]any:
			if own, ok := v["action_id"].(string); ok {
				id = own
			}
			text, _ := v["text"].(map[string]any)
			if s, _ := text["text"].(string); !found && strings.HasPrefix(s, label) && id != "" {
				found, action = true, id
				if v["type"] != "button" {
					value, _ = v["value"].(string)
				}
			}
			for _, child := range v {
				visit(child, id)
			}
		}
	}
	var root any
	o.must(json.Unmarshal(blocks, &root))
	if visit(root, ""); !found {
		o.t.Fatalf("no %q in %s", label, blocks)
	}
	return action, value
}

// atHome uses the element of ann's Home tab with a label.
func (o *office) atHome(label string) {
	o.t.Helper()
	v, _ := o.Home(ann)
	action, value := o.option(v.JSON, label)
	o.must(o.ClickHome(o.t.Context(), ann, action, value))
}

// homeShows waits until ann's Home tab holds a text, or does not.
func (o *office) homeShows(text string, is bool) {
	o.t.Helper()
	o.await("a Home tab with "+text, func() bool {
		v, ok := o.Home(ann)
		return ok && strings.Contains(string(v.JSON), text) == is
	})
}

// noErrors fails the test for what went wrong in the bot.
func (o *office) noErrors() {
	o.t.Helper()
	for _, wrong := range []string{"level=ERROR", "another way", "Slack refuses"} {
		if i := strings.Index(o.log.String(), wrong); i >= 0 {
			o.t.Errorf("the log says: %.600s", o.log.String()[max(0, i-100):])
		}
	}
}

// TestDigestMenus uses every entry of the menus and every button of a digest in a
// channel, with the real answers between the real client and the strict Slack.
func TestDigestMenus(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, socket bool) {
		news := hostileStore(t)
		o := build(t, socket)
		o.employ(news, command.Config{})
		o.must(o.postDigest(news))
		o.must(o.Command(t.Context(), ann, newsroom, "/news subscribe 08:30"))
		o.see(ann, newsroom, "This channel gets")
		digest := o.Messages(newsroom)[0]

		o.choose(ann, newsroom, digest, "Open story")
		o.see(ann, newsroom, "Sources")
		o.choose(ann, newsroom, digest, "Follow story")
		followed := o.see(ann, newsroom, "You follow “")
		if followed.For != ann {
			t.Errorf("all see that ann follows a story: %+v", followed)
		}
		o.homeShows("1 story that you follow", true)
		o.choose(ann, newsroom, followed, "Stop following")
		o.see(ann, newsroom, "You no longer follow that story.")
		o.homeShows("that you follow", false)

		o.choose(ann, newsroom, digest, "Mute ")
		muted := o.see(ann, newsroom, "Muted for this channel: ")
		o.choose(ann, newsroom, muted, "Unmute")
		o.see(ann, newsroom, "No longer muted: ")

		o.choose(bob, newsroom, digest, "Hide story")
		hidden := o.see(bob, newsroom, "Hidden for this channel: “")
		if ids, err := news.Hidden(t.Context(), newsroom); err != nil || len(ids) != 1 {
			t.Errorf("hidden: %q (%v)", ids, err)
		}
		before := len(o.Messages(newsroom))
		o.choose(bob, newsroom, hidden, "Undo")
		o.see(bob, newsroom, "No longer hidden for this channel")
		if ids, err := news.Hidden(t.Context(), newsroom); err != nil || len(ids) != 0 {
			t.Errorf("hidden after all: %q (%v)", ids, err)
		}

		o.choose(ann, newsroom, digest, "More stories")
		o.see(ann, newsroom, "3 stories")
		o.choose(ann, newsroom, digest, "Settings")
		o.see(ann, newsroom, "Digests of this channel")
		o.choose(ann, newsroom, digest, "Search")
		o.shows("Search the news")
		err := o.Submit(t.Context(), ann, map[string]string{"words": "Porto since:7d"})
		o.must(err)
		o.see(ann, newsroom, "articles for “Porto”")
		if len(o.Messages(newsroom)) != before {
			t.Error("all see what one did")
		}
		o.noErrors()
	})
}

// TestHomeSwitches pauses and resumes a digest in the Home tab, from an empty
// workspace on.
func TestHomeSwitches(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		news := hostileStore(t)
		o := build(t, socket)
		o.employ(news, command.Config{})
		o.must(o.OpenHome(t.Context(), ann))
		o.homeShows("To begin", true)
		o.atHome("Subscribe a channel")
		o.shows("A digest for a channel")
		err := o.Submit(t.Context(), ann, map[string]string{"channel": newsroom, "time": "07:15"})
		o.must(err)
		o.homeShows("07:15", true)
		o.homeShows("To begin", false)
		o.atHome("Pause")
		o.homeShows("paused: since", true)
		o.atHome("Resume")
		o.homeShows("paused: since", false)
		o.atHome("Change")
		o.shows("07:15")
		o.CloseModal(ann)
		o.atHome("Search")
		o.shows("Search the news")
		err = o.Submit(t.Context(), ann, map[string]string{"words": "Porto"})
		o.must(err)
		o.shows("articles for")
		o.CloseModal(ann)
		o.must(o.Command(t.Context(), ann, newsroom, "/news watch Porto"))
		o.homeShows("Your watches", true)
		o.atHome("Stop watching everything")
		o.homeShows("Your watches", false)
		o.must(o.Command(t.Context(), ann, newsroom, "/news pause 7d"))
		o.homeShows("paused until", true)
		o.must(o.Command(t.Context(), ann, newsroom, "/news mute golf 2 weeks"))
		o.see(ann, newsroom, "without golf (until ")
		direct := len(o.Visible(ann, o.Direct(ann).ID))
		if direct != 1 { // what came of the modal that was opened in the Home tab
			t.Errorf("%d direct messages, want 1", direct)
		}
		o.noErrors()
	})
}

// TestSummarizeInThread posts a summary in a thread, by the button, by the option
// and from the shortcut of a message.
func TestSummarizeInThread(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, socket bool) {
		o := build(t, socket)
		o.employ(hostileStore(t), command.Config{})
		thread := func(n int) (parent, reply slackfake.Message) {
			t.Helper()
			o.await("a thread", func() bool { return len(o.Messages(newsroom)) == n })
			all := o.Messages(newsroom)
			return all[n-2], all[n-1]
		}
		o.must(o.Command(t.Context(), ann, newsroom, "/news summarize https://page.example/a"))
		private := o.see(ann, newsroom, hostile[1])
		o.choose(ann, newsroom, private, "Post in a thread")
		parent, reply := thread(2)
		if parent.ThreadTS != "" || reply.ThreadTS != parent.TS || !strings.Contains(parent.Text, "https://page.example/a") || !strings.Contains(reply.Text, hostile[1]) {
			t.Errorf("posted %+v and %+v", parent, reply)
		}
		o.must(o.Command(t.Context(), ann, newsroom, "/news summarize https://page.example/b to:thread"))
		if parent, reply = thread(4); reply.ThreadTS != parent.TS {
			t.Errorf("posted %+v and %+v", parent, reply)
		}
		o.must(o.Command(t.Context(), ann, foreign, "/news summarize https://page.example/c to:thread"))
		o.see(ann, foreign, "Invite me to the channel")

		time.Sleep(1100 * time.Millisecond) // Slack's pace
		asked, err := o.Say(t.Context(), bob, newsroom, "<@"+slackfake.BotID+"> what is <https://page.example/f> about?", "")
		o.must(err)
		o.await("a summary for all in the thread of a mention", func() bool {
			all := o.Messages(newsroom)
			m := all[len(all)-1]
			return m.ThreadTS == asked && m.For == "" && strings.Contains(m.Text, hostile[1])
		})

		time.Sleep(1100 * time.Millisecond) // Slack's pace
		ts, err := o.Say(t.Context(), bob, newsroom, "<https://page.example/d|this> and <https://page.example/e>", "")
		o.must(err)
		o.must(o.Shortcut(t.Context(), ann, newsroom, ts, command.ShortcutSummarize))
		var m slackfake.Message
		o.await("a summary in the thread", func() bool {
			for _, v := range o.Visible(ann, newsroom) {
				if v.ThreadTS == ts && v.For == ann {
					m = v
					return true
				}
			}
			return false
		})
		o.option(m.Blocks, "https://page.example/e")
		o.choose(ann, newsroom, m, "Post in a thread")
		o.await("a summary for all in the thread", func() bool {
			all := o.Messages(newsroom)
			return all[len(all)-1].ThreadTS == ts && all[len(all)-1].For == ""
		})
		o.noErrors()
	})
}

// TestMayChange refuses whoever may not change what a channel gets.
func TestMayChange(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		news := storetest.Memory(t, store.Options{})
		o := build(t, socket)
		o.AddUser(slackfake.User{ID: "U0CARLA001", Name: "carla", Admin: true})
		o.AddChannel(slackfake.Channel{ID: "C0CARLA001", Name: "carlas", Member: true, Users: []string{"U0CARLA001"}})
		policy, _ := command.ParsePolicy("members")
		o.employ(news, command.Config{Policy: policy})
		o.must(o.Command(t.Context(), ann, newsroom, "/news subscribe <#C0CARLA001|carlas> 08:30"))
		o.see(ann, newsroom, "Only members of a channel")
		o.must(o.Command(t.Context(), ann, newsroom, "/news subscribe 08:30"))
		o.see(ann, newsroom, "This channel gets")
		o.must(o.Command(t.Context(), "U0CARLA001", newsroom, "/news subscribe <#C0CARLA001|carlas> 08:30"))
		o.see("U0CARLA001", newsroom, "comes to")
		o.noErrors()
	})
}

// TestShortcuts uses every global shortcut.
func TestShortcuts(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		o := build(t, socket)
		o.employ(hostileStore(t), command.Config{})
		for shortcut, want := range map[string]string{
			command.ShortcutTop: "Top stories", command.ShortcutSearch: "Search the news", command.ShortcutSubscribe: "A digest for a channel",
		} {
			o.must(o.Shortcut(t.Context(), ann, "", "", shortcut))
			o.shows(want)
			o.CloseModal(ann)
		}
		o.noErrors()
	})
}
