package bot_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/slack-go/slack"

	"newsbot/bot/command"
	"newsbot/bot/slackfake"
)

func TestPeople(t *testing.T) {
	asked := make(chan command.Asker, 9)
	o := open(t, false, script{command: func(_ context.Context, r command.Request) command.Reply {
		asked <- r.Asker
		return say("the answer")
	}})
	o.AddUser(slackfake.User{ID: "U0CARLA001", Name: "carla", Admin: true, Locale: "de-DE"})
	o.AddChannel(slackfake.Channel{ID: "C0CARLA001", Name: "carlas", Users: []string{"U0CARLA001"}})
	o.AddChannel(slackfake.Channel{ID: "G0SECRET01", Name: "secret", Private: true, Users: []string{"U0CARLA001"}})
	o.must(o.Command(t.Context(), "U0CARLA001", newsroom, "/news"))
	if got := (<-asked).Locale; got != "de-DE" {
		t.Errorf("carla's locale is %q", got)
	}
	people := o.app.People()
	for user, want := range map[string]bool{"U0CARLA001": true, ann: false} {
		if got, err := people.Admin(t.Context(), user); err != nil || got != want {
			t.Errorf("%s administers: %v (%v), want %v", user, got, err, want)
		}
	}
	o.AddUser(slackfake.User{ID: "U0GUEST001", Name: "gus", Guest: true})
	o.AddUser(slackfake.User{ID: "U0OTHER001", Name: "olaf", Team: "T0OTHER000"})
	for user, want := range map[string]bool{ann: false, "U0GUEST001": true, "U0OTHER001": true} {
		if got, err := people.Outsider(t.Context(), user); err != nil || got != want {
			t.Errorf("%s is an outsider: %v (%v), want %v", user, got, err, want)
		}
	}
	for range 2 {
		got, err := people.Channels(t.Context(), "U0CARLA001")
		if want := []string{newsroom, "news", foreign, "foreign", "C0CARLA001", "carlas"}; err != nil || !slices.Equal(got, want) {
			t.Errorf("carla is in %q (%v), want %q", got, err, want)
		}
	}
	if n := len(o.Calls("users.conversations")); n != 1 {
		t.Errorf("her channels were asked for %d times, want once", n)
	}
	if got, err := people.Channels(t.Context(), ann); err != nil || slices.Contains(got, "C0CARLA001") {
		t.Errorf("ann is in %q (%v)", got, err)
	}
	if _, err := people.Channels(t.Context(), "U0NOBODY01"); err == nil || !strings.Contains(err.Error(), "U0NOBODY01") {
		t.Errorf("the channels of nobody: %v", err)
	}
	o.AddChannel(slackfake.Channel{ID: "C0INSIDE01", Name: "inside", Member: true})
	for channel, want := range map[string]bool{"C0INSIDE01": true, "C0CARLA001": false, "G0SECRET01": false} {
		if got, err := people.Inside(t.Context(), channel); err != nil || got != want {
			t.Errorf("the bot is in %s: %v (%v), want %v", channel, got, err, want)
		}
	}
	o.Fail("conversations.info", slackfake.Fault{Error: "missing_scope"})
	if _, err := people.Inside(t.Context(), "C0INSIDE01"); err == nil {
		t.Error("it is known without a scope where the bot is")
	}
	o.Fail("users.info", slackfake.Fault{Error: "missing_scope"})
	o.must(o.Command(t.Context(), bob, newsroom, "/news"))
	<-asked
	if _, err := people.Admin(t.Context(), bob); err == nil {
		t.Error("bob is known without a scope")
	}
	if _, err := people.Outsider(t.Context(), bob); err == nil {
		t.Error("bob is no outsider without a scope")
	}
}

// A modal and a Home tab that break Slack's limits are not sent.
func TestTooMuchForAView(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		o := open(t, socket, script{
			command: func(context.Context, command.Request) command.Reply {
				return command.Reply{Modal: form("A title that is too long for a modal", "")}
			},
			home: func(context.Context, command.Asker) []slack.Block {
				return []slack.Block{section(strings.Repeat("x", 4000))}
			},
		})
		o.must(o.Command(t.Context(), ann, newsroom, "/news"))
		o.see(ann, newsroom, "Something went wrong")
		o.must(o.OpenHome(t.Context(), ann))
		o.await("a home that says so", func() bool {
			v, _ := o.Home(ann)
			return strings.Contains(string(v.JSON), "Something went wrong")
		})
		if n := len(o.Calls("views.open")); n != 0 {
			t.Errorf("%d modals were sent", n)
		}
	})
}

// What a command changes is seen in the Home tab, also where that changed
// meanwhile.
func TestHomeAfterAChange(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		o := open(t, socket, script{command: func(_ context.Context, r command.Request) command.Reply {
			a := say("done")
			a.Home = r.Words == "change"
			return a
		}})
		o.must(o.Command(t.Context(), ann, newsroom, "/news look"))
		o.see(ann, newsroom, "done")
		o.must(o.Command(t.Context(), ann, newsroom, "/news change"))
		o.await("a home", func() bool { _, ok := o.Home(ann); return ok })
		if n := len(o.Calls("views.publish")); n != 1 {
			t.Errorf("published %d times, want once", n)
		}
		o.Fail("views.publish", slackfake.Fault{Error: "hash_conflict"})
		o.must(o.OpenHome(t.Context(), ann))
		o.await("a third try", func() bool { return len(o.Calls("views.publish")) == 3 })
		if calls := o.Calls("views.publish"); calls[1].Args["hash"] == "" || calls[2].Args["hash"] != "" {
			t.Errorf("published with the hashes %q and %q", calls[1].Args["hash"], calls[2].Args["hash"])
		}
	})
}
