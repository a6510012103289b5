package bot_test

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot"
	"newsbot/bot/block"
	"newsbot/bot/command"
	"newsbot/bot/slackfake"
)

func TestCommand(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		asked := make(chan command.Request, 2)
		o := open(t, socket, script{command: func(_ context.Context, r command.Request) command.Reply {
			asked <- r
			return say("the answer")
		}})
		for _, channel := range []string{newsroom, foreign} {
			o.must(o.Command(t.Context(), ann, channel, "/news about Cui Heng"))
			if m := o.see(ann, channel, "the answer"); m.For != ann {
				t.Errorf("the answer in %s is seen by %q, want by ann alone", channel, m.For)
			}
			got := <-asked
			want := command.Asker{Team: slackfake.TeamID, User: ann, Channel: channel, Zone: got.Zone}
			if got.Asker != want || got.Words != "about Cui Heng" || got.Zone.String() != "Asia/Tokyo" || time.Since(got.Now) > time.Minute {
				t.Errorf("asked %+v in %s, want %+v", got, got.Zone, want)
			}
		}
		if n := len(o.Calls("users.info")); n != 1 {
			t.Errorf("the profile was asked for %d times, want once", n)
		}
	})
}

// Whose zone cannot be learnt is told the time of the bot's.
func TestZones(t *testing.T) {
	t.Parallel()
	zones := make(chan string, 9)
	o := open(t, false, script{command: func(_ context.Context, r command.Request) command.Reply {
		zones <- r.Zone.String()
		return command.Reply{}
	}}, func(c *bot.AppConfig) { c.Zone = time.FixedZone("the bot's", 3600) })
	ask := func(user, want string) {
		t.Helper()
		o.must(o.Command(t.Context(), user, newsroom, "/news"))
		if got := <-zones; got != want {
			t.Errorf("%s has the zone %s, want %s", user, got, want)
		}
	}
	ask(bob, "the bot's")
	o.Fail("users.info", slackfake.Fault{Status: 503}, slackfake.Fault{Hang: true})
	ask(ann, "the bot's")
	ask(ann, "the bot's")
	ask(ann, "Asia/Tokyo")
	o.Fail("users.info", slackfake.Fault{Error: "missing_scope"})
	ask(bob, "the bot's")
	ask(ann, "Asia/Tokyo")
	if n := len(o.Calls("users.info")); n != 4 {
		t.Errorf("profiles were asked for %d times, want 4", n)
	}
}

func TestClick(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		clicks := make(chan command.Click, 9)
		o := open(t, socket, script{
			command: func(context.Context, command.Request) command.Reply {
				r := say("a question")
				r.Message.Blocks = []slack.Block{section("a question", button("next", "page 2")), section("or", button("share", "all"))}
				return r
			},
			click: func(_ context.Context, c command.Click) command.Reply {
				clicks <- c
				r := say("after " + c.Action)
				r.Replace, r.Public = c.Action == "next", c.Action == "share"
				if r.Replace {
					r.Message.Blocks = []slack.Block{section("again", button("share", "all"))}
				}
				return r
			},
		})
		o.must(o.Command(t.Context(), ann, foreign, "/news"))
		m := o.see(ann, foreign, "a question")
		o.must(o.Click(t.Context(), ann, foreign, m.TS, "next", ""))
		if replaced := o.see(ann, foreign, "after next"); replaced.TS != m.TS || o.said(ann, foreign, "a question") != 0 {
			t.Errorf("the answer to the click is another message: %+v", replaced)
		}
		if c := <-clicks; c.Value != "page 2" || c.Message != m.TS || c.User != ann || c.Channel != foreign {
			t.Errorf("clicked %+v", c)
		}
		o.must(o.Click(t.Context(), ann, foreign, m.TS, "share", ""))
		if shared := o.see(bob, foreign, "after share"); shared.For != "" {
			t.Errorf("shared with %q alone", shared.For)
		}
	})
}

// saidWithMore answers a command with its words and a button, aloud and in the thread where it was
// asked so.
func saidWithMore(_ context.Context, r command.Request) command.Reply {
	a := say("said " + r.Words)
	a.Public, a.Thread = r.Aloud, r.Aloud
	a.Message.Blocks = []slack.Block{section("said", button("more", "1"))}
	return a
}

// An answer to a click in a thread comes in that thread.
func TestClickInThread(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		o := open(t, socket, script{
			command: saidWithMore,
			click: func(_ context.Context, c command.Click) command.Reply {
				r := say("more, threaded")
				r.Thread = true
				return r
			},
		})
		question, err := o.Say(t.Context(), ann, newsroom, "<@"+slackfake.BotID+"> top", "")
		o.must(err)
		m := o.see(bob, newsroom, "said top")
		if m.ThreadTS != question || m.For != "" {
			t.Errorf("a mention is answered by %+v, want it aloud in the thread %s", m, question)
		}
		o.must(o.Click(t.Context(), bob, newsroom, m.TS, "more", ""))
		if more := o.see(bob, newsroom, "more, threaded"); more.ThreadTS != question || more.For != bob {
			t.Errorf("a click is answered by %+v, want it for bob in the thread", more)
		}
	})
}

// What is put into a modal that was opened in a thread, or in a direct message, is answered there.
func TestModalKeepsItsPlace(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		o := open(t, socket, script{
			command: saidWithMore,
			click: func(_ context.Context, c command.Click) command.Reply {
				if c.Action == "more" {
					return command.Reply{Modal: form("Form", "")}
				}
				return say("sent from " + c.Channel)
			},
		})
		question, err := o.Say(t.Context(), ann, newsroom, "<@"+slackfake.BotID+"> top", "")
		o.must(err)
		direct := o.Direct(ann).ID
		_, err = o.Say(t.Context(), ann, direct, "trends", "")
		o.must(err)
		for _, room := range []struct{ id, thread, text string }{{newsroom, question, "said top"}, {direct, "", "said trends"}} {
			o.must(o.Click(t.Context(), ann, room.id, o.see(ann, room.id, room.text).TS, "more", ""))
			o.await("a modal", func() bool { _, ok := o.Modal(ann); return ok })
			o.must(o.Submit(t.Context(), ann, nil))
			if m := o.see(ann, room.id, "sent from "+room.id); m.ThreadTS != room.thread || m.For != ann {
				t.Errorf("answered by %+v, want it for ann in the thread %q", m, room.thread)
			}
		}
	})
}

// What one person alone is to see of a mention is not hidden in a thread that nobody
// has begun.
func TestPrivateAnswerToAMention(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		o := open(t, socket, script{})
		question, err := o.Say(t.Context(), ann, newsroom, "<@"+slackfake.BotID+"> preview", "")
		o.must(err)
		if m := o.see(ann, newsroom, "you said preview"); m.For != ann || m.ThreadTS != "" {
			t.Errorf("answered by %+v, want it for ann in the channel", m)
		}
		_, err = o.Say(t.Context(), bob, newsroom, "<@"+slackfake.BotID+"> watch", question)
		o.must(err)
		if m := o.see(bob, newsroom, "you said watch"); m.For != bob || m.ThreadTS != question {
			t.Errorf("answered by %+v, want it for bob in the thread", m)
		}
	})
}

func TestDirectMessage(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		o := open(t, socket, script{})
		direct := o.Direct(ann).ID
		_, err := o.Say(t.Context(), ann, direct, "trends", "")
		o.must(err)
		if m := o.see(ann, direct, "you said trends"); m.ThreadTS != "" {
			t.Errorf("answered in a thread: %+v", m)
		}
	})
}

// form is a modal with one input.
func form(title, value string) *slack.ModalViewRequest {
	plain := func(s string) *slack.TextBlockObject {
		return slack.NewTextBlockObject(slack.PlainTextType, s, false, false)
	}
	input := slack.NewInputBlock("time", plain("Time"), nil, slack.NewPlainTextInputBlockElement(nil, "at").WithInitialValue("08:30"))
	return &slack.ModalViewRequest{Title: plain(title), Submit: plain("Save"), CallbackID: "subscribe", PrivateMetadata: value,
		Blocks: slack.Blocks{BlockSet: []slack.Block{input, section("or", button("now", "x"))}}}
}

func TestModal(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		submitted := make(chan command.Click, 9)
		o := open(t, socket, script{
			command: func(context.Context, command.Request) command.Reply {
				return command.Reply{Modal: form("Subscribe", "mine")}
			},
			click: func(_ context.Context, c command.Click) command.Reply {
				submitted <- c
				switch {
				case c.Action == "now":
					return command.Reply{Modal: form("Now", "mine")}
				case c.Inputs["at"] == "late":
					return command.Reply{Modal: form("No such time", "mine")}
				}
				return say("subscribed at " + c.Inputs["at"])
			},
		})
		title := func(want string) {
			t.Helper()
			o.await("a modal "+want, func() bool {
				v, ok := o.Modal(ann)
				return ok && strings.Contains(string(v.JSON), want)
			})
		}
		o.must(o.Command(t.Context(), ann, foreign, "/news subscribe"))
		title("Subscribe")
		o.must(o.ClickModal(t.Context(), ann, "now", ""))
		title(`"Now"`)
		if c := <-submitted; c.Action != "now" || c.Value != "x" || c.Channel != foreign {
			t.Errorf("clicked %+v", c)
		}
		err := o.Submit(t.Context(), ann, map[string]string{"at": "late"})
		o.must(err)
		title("No such time")
		<-submitted
		err = o.Submit(t.Context(), ann, nil)
		o.must(err)
		if _, still := o.Modal(ann); still {
			t.Error("the modal is still there")
		}
		if m := o.see(ann, foreign, "subscribed at 08:30"); m.For != ann {
			t.Errorf("answered %+v, want it for ann", m)
		}
		if c := <-submitted; c.Action != "subscribe" || c.Value != "mine" || c.Channel != foreign || c.Message != "" {
			t.Errorf("submitted %+v", c)
		}
	})
}

func TestHome(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		var visits atomic.Int32
		o := open(t, socket, script{
			home: func(context.Context, command.Asker) []slack.Block {
				return []slack.Block{section(strings.Repeat("I", int(visits.Add(1)))+" visits", button("pause", "daily")), section("or", button("ask", ""))}
			},
			click: func(_ context.Context, c command.Click) command.Reply {
				if c.Action == "ask" {
					return command.Reply{Modal: form("Ask", "")}
				}
				return say(c.Action + " is done")
			},
		})
		home := func(want string) {
			t.Helper()
			o.await("a home "+want, func() bool {
				v, ok := o.Home(ann)
				return ok && strings.Contains(string(v.JSON), `"`+want+" visits")
			})
		}
		o.must(o.OpenHome(t.Context(), ann))
		home("I")
		o.must(o.ClickHome(t.Context(), ann, "pause", ""))
		home("II")
		o.see(ann, o.Direct(ann).ID, "pause is done")
		o.must(o.ClickHome(t.Context(), ann, "ask", ""))
		o.await("a modal", func() bool { _, ok := o.Modal(ann); return ok })
		home("III")
	})
}

// A Home that was looked up earlier does not come after one that was later.
func TestHomesInOrder(t *testing.T) {
	var looked atomic.Int64
	second := make(chan struct{})
	o := open(t, true, script{command: func(context.Context, command.Request) command.Reply {
		reply := say("changed")
		reply.Home = true
		return reply
	}, home: func(context.Context, command.Asker) []slack.Block {
		n := looked.Add(1)
		if n == 1 {
			select {
			case <-second:
				time.Sleep(200 * time.Millisecond) // until that is shown
			case <-time.After(500 * time.Millisecond):
			}
		} else {
			close(second)
		}
		return []slack.Block{section(fmt.Sprintf("look %d", n))}
	}})
	o.must(o.Command(t.Context(), ann, newsroom, "/news 1"))
	o.await("the first look", func() bool { return looked.Load() == 1 })
	o.must(o.Command(t.Context(), ann, newsroom, "/news 2"))
	o.await("both homes", func() bool { return len(o.Calls("views.publish")) == 2 })
	o.await("the later one", func() bool {
		v, ok := o.Home(ann)
		return ok && strings.Contains(string(v.JSON), "look 2")
	})
}

func TestShortcut(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		used := make(chan command.Click, 2)
		o := open(t, socket, script{click: func(_ context.Context, c command.Click) command.Reply {
			used <- c
			r := say("summary of " + c.Value)
			r.Thread = true
			return r
		}})
		ts, err := o.Say(t.Context(), bob, newsroom, "read <https://courier.example/a>", "")
		o.must(err)
		o.must(o.Shortcut(t.Context(), ann, newsroom, ts, "summarize"))
		if m := o.see(ann, newsroom, "summary of read"); m.ThreadTS != ts {
			t.Errorf("answered %+v, want it in the thread", m)
		}
		if c := <-used; c.Action != "summarize" || c.Message != ts {
			t.Errorf("used %+v", c)
		}
		o.must(o.Shortcut(t.Context(), ann, "", "", "search"))
		if c := <-used; c.Action != "search" || c.Channel != "" {
			t.Errorf("used %+v", c)
		}
	})
}

// Slack gives three seconds; an answer may take longer.
func TestAcknowledgedBeforeTheWork(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, socket bool) {
		release := make(chan struct{})
		wait := func() command.Reply { <-release; return say("at last") }
		o := open(t, socket, script{
			command: func(_ context.Context, r command.Request) command.Reply {
				if r.Words == "form" {
					return command.Reply{Modal: form("Form", "")}
				}
				return wait()
			},
			click: func(context.Context, command.Click) command.Reply { return wait() },
		})
		o.must(o.Command(t.Context(), bob, newsroom, "/news form"))
		o.await("a modal", func() bool { _, ok := o.Modal(bob); return ok })
		began := time.Now()
		o.must(o.Command(t.Context(), ann, newsroom, "/news slow"))
		if took := time.Since(began); took > time.Second {
			t.Errorf("acknowledged after %s", took)
		}
		err := o.Submit(t.Context(), bob, nil)
		o.must(err)
		if o.said(ann, newsroom, "at last")+o.said(bob, newsroom, "at last") != 0 {
			t.Error("answered already")
		}
		close(release)
		o.see(ann, newsroom, "at last")
		o.see(bob, newsroom, "at last")
	})
}

func TestTooMuchToDo(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		begun, release := make(chan struct{}, 9), make(chan struct{})
		o := open(t, socket, script{command: func(_ context.Context, r command.Request) command.Reply {
			begun <- struct{}{}
			<-release
			a := say("done " + r.Words)
			a.Message.Blocks = []slack.Block{section(r.Words, button("more", "1"))}
			return a
		}}, func(c *bot.AppConfig) { c.Answering, c.Waiting = 1, 1 })
		o.must(o.Command(t.Context(), ann, newsroom, "/news 0"))
		<-begun
		release <- struct{}{}
		first := o.see(ann, newsroom, "done 0")
		o.must(o.Command(t.Context(), ann, newsroom, "/news 1"))
		<-begun
		o.must(o.Command(t.Context(), ann, newsroom, "/news 2")) // waits
		o.must(o.Command(t.Context(), ann, newsroom, "/news 3"))
		o.see(ann, newsroom, "too much to do")
		o.must(o.Click(t.Context(), ann, newsroom, first.TS, "more", ""))
		o.await("two apologies", func() bool { return o.said(ann, newsroom, "too much to do") == 2 })
		close(release)
		o.see(ann, newsroom, "done 1")
		o.see(ann, newsroom, "done 2")
		if o.said(ann, newsroom, "done 3") != 0 {
			t.Error("the third was answered too")
		}
	})
}

func TestTooMuchOfOne(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		release := make(chan struct{})
		o := open(t, socket, script{command: func(_ context.Context, r command.Request) command.Reply {
			if r.Words == "slow" {
				<-release
			}
			return say("done " + r.Words)
		}})
		for range 300 { // more than may be at work and wait
			o.must(o.Command(t.Context(), ann, newsroom, "/news slow"))
		}
		o.see(ann, newsroom, "several things for you")
		o.must(o.Command(t.Context(), bob, newsroom, "/news quick"))
		o.see(bob, newsroom, "done quick")
		close(release)
		o.see(ann, newsroom, "done slow")
	})
}

func TestBadAnswerers(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		release := make(chan struct{})
		o := open(t, socket, script{
			command: func(ctx context.Context, r command.Request) command.Reply {
				switch r.Words {
				case "panic":
					panic("no such story")
				case "deaf":
					<-release
				case "slow":
					<-ctx.Done()
					return say("its own excuse")
				}
				return say("fine")
			},
			home: func(context.Context, command.Asker) []slack.Block { panic("no home") },
		}, func(c *bot.AppConfig) { c.Patience = 100 * time.Millisecond })
		o.must(o.Command(t.Context(), ann, newsroom, "/news panic"))
		o.see(ann, newsroom, "Something went wrong")
		o.must(o.Command(t.Context(), ann, newsroom, "/news deaf"))
		o.see(ann, newsroom, "took too long")
		o.must(o.Command(t.Context(), ann, newsroom, "/news slow"))
		o.see(ann, newsroom, "its own excuse")
		o.must(o.OpenHome(t.Context(), ann))
		o.await("a home that says so", func() bool {
			v, _ := o.Home(ann)
			return strings.Contains(string(v.JSON), "Something went wrong")
		})
		o.must(o.Command(t.Context(), ann, newsroom, "/news x"))
		o.see(ann, newsroom, "fine")
		close(release)
	})
}

// Who waits for long gets a sign that the answer comes, and gets it alone; who does not
// wait gets none.
func TestSlowAnswer(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, socket bool) {
		release := make(chan struct{})
		o := open(t, socket, script{command: func(_ context.Context, r command.Request) command.Reply {
			if r.Words == "week" {
				<-release
			}
			return say("told " + r.Words)
		}})
		const sign = "The answer follows"
		began := time.Now()
		o.must(o.Command(t.Context(), ann, newsroom, "/news week"))
		o.must(o.Command(t.Context(), bob, newsroom, "/news day"))
		_, err := o.Say(t.Context(), ann, newsroom, "<@"+slackfake.BotID+"> week", "")
		o.must(err)
		o.await("two signs", func() bool { return o.said(ann, newsroom, sign) == 2 })
		if took := time.Since(began); took > 10*time.Second { // 3 s where nothing else runs
			t.Errorf("a sign came after %s", took)
		}
		if o.said(bob, newsroom, sign) != 0 {
			t.Error("others see the sign too")
		}
		close(release)
		o.await("the answers", func() bool { return o.said(ann, newsroom, "told week") == 2 })
		o.see(bob, newsroom, "told day")
	})
}

// Where a response_url fails, the answer comes another way.
func TestOtherWays(t *testing.T) {
	t.Parallel()
	o := open(t, true, script{})
	gone := slackfake.Fault{Status: 404, Error: ""}
	o.Fail("response_url", gone, gone)
	o.must(o.Command(t.Context(), ann, newsroom, "/news 1"))
	if m := o.see(ann, newsroom, "you said 1"); m.For != ann {
		t.Errorf("answered %+v, want it for ann", m)
	}
	o.must(o.Command(t.Context(), ann, foreign, "/news 2"))
	o.see(ann, o.Direct(ann).ID, "you said 2")

	o.Fail("response_url", slackfake.Fault{Cut: true})
	o.must(o.Command(t.Context(), ann, newsroom, "/news 3"))
	o.see(ann, newsroom, "you said 3")
	o.Fail("response_url", slackfake.Fault{Status: 429, RetryAfter: time.Second})
	o.must(o.Command(t.Context(), ann, foreign, "/news 4"))
	o.see(ann, foreign, "you said 4")
}

// A layout that Slack refuses is given up, the answer not.
func TestPlainerLayout(t *testing.T) {
	o := open(t, true, script{command: func(context.Context, command.Request) command.Reply {
		return command.Reply{Message: block.Message{Text: "plain", Blocks: []slack.Block{section(strings.Repeat("x", 4000))}}}
	}})
	o.must(o.Command(t.Context(), ann, newsroom, "/news"))
	o.see(ann, newsroom, "plain")
}

// A modal that comes too late to take the place of the submitted one opens anew.
func TestSlowModal(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, socket bool) {
		o := open(t, socket, script{
			command: func(context.Context, command.Request) command.Reply { return command.Reply{Modal: form("First", "")} },
			click: func(context.Context, command.Click) command.Reply {
				time.Sleep(2200 * time.Millisecond)
				return command.Reply{Modal: form("Second", "")}
			},
		})
		o.must(o.Command(t.Context(), ann, newsroom, "/news"))
		o.await("a modal", func() bool { _, ok := o.Modal(ann); return ok })
		err := o.Submit(t.Context(), ann, nil)
		o.must(err)
		o.await("another modal", func() bool {
			v, ok := o.Modal(ann)
			return ok && strings.Contains(string(v.JSON), "Second")
		})
	})
}

// What is said to the bot opens no modal.
func TestModalForWords(t *testing.T) {
	o := open(t, true, script{command: func(context.Context, command.Request) command.Reply {
		return command.Reply{Modal: form("Subscribe", "")}
	}})
	_, err := o.Say(t.Context(), ann, newsroom, "<@"+slackfake.BotID+"> subscribe", "")
	o.must(err)
	o.see(ann, newsroom, "type it with a slash")
}

// A modal that Slack does not open any more is excused.
func TestLateModal(t *testing.T) {
	t.Parallel()
	o := open(t, false, script{command: func(context.Context, command.Request) command.Reply {
		time.Sleep(3200 * time.Millisecond)
		return command.Reply{Modal: form("Late", "")}
	}})
	o.must(o.Command(t.Context(), ann, foreign, "/news subscribe"))
	o.see(ann, foreign, "too slow")
}

// Who has closed a modal, or clicked on in it, is not told that something went wrong when
// what a click in it asked for comes too late.
func TestModalGone(t *testing.T) {
	for name, gone := range map[string]func(*office){
		"closed":     func(o *office) { o.CloseModal(ann) },
		"clicked on": func(o *office) { o.Fail("views.update", slackfake.Fault{Error: "hash_conflict"}) },
	} {
		t.Run(name, func(t *testing.T) {
			clicked, release := make(chan struct{}), make(chan struct{})
			o := open(t, true, script{
				command: func(context.Context, command.Request) command.Reply { return command.Reply{Modal: form("First", "")} },
				click: func(context.Context, command.Click) command.Reply {
					close(clicked)
					<-release
					return command.Reply{Modal: form("Second", "")}
				},
			})
			o.must(o.Command(t.Context(), ann, newsroom, "/news"))
			o.await("a modal", func() bool { _, ok := o.Modal(ann); return ok })
			o.must(o.ClickModal(t.Context(), ann, "now", ""))
			<-clicked
			gone(o)
			close(release)
			o.await("the update", func() bool { return len(o.Calls("views.update")) == 1 })
			time.Sleep(50 * time.Millisecond) // for what should not come
			if n := o.said(ann, newsroom, "went wrong"); n != 0 {
				t.Errorf("%d messages say that something went wrong", n)
			}
		})
	}
}
