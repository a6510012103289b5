package command

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slack-go/slack"

	"newsbot/bot/block"
	"newsbot/digest/store"
)

// home returns what the Home tab of a desk's person says, and its buttons by label.
func (d *desk) home(t *testing.T) (text string, pressable map[string]block.Button) {
	t.Helper()
	d.Responder.Now = func() time.Time { return d.now }
	blocks := d.Home(t.Context(), d.who)
	if err := block.CheckView(blocks); err != nil {
		t.Error(err)
	}
	pressable = map[string]block.Button{}
	for _, b := range buttons(blocks) {
		if _, there := pressable[b.Label]; !there {
			pressable[b.Label] = b
		}
	}
	return textOf(blocks), pressable
}

// textOf returns all that blocks say.
func textOf(blocks []slack.Block) string {
	var lines []string
	for _, b := range block.Plain(block.Message{Blocks: blocks}).Blocks {
		switch b := b.(type) {
		case *slack.HeaderBlock:
			lines = append(lines, b.Text.Text)
		case *slack.SectionBlock:
			lines = append(lines, b.Text.Text)
		}
	}
	return strings.Join(lines, "\n")
}

// atHome presses a button of the Home tab.
func (d *desk) atHome(b block.Button) Reply {
	c := press(b)
	c.Asker, c.Message, c.Channel, c.Now = d.who, "", "", d.now
	return d.Click(d.Context(), c)
}

// TestHome has the switches of the person's channels, and no others.
func TestHome(t *testing.T) {
	eachStore(t, func(t *testing.T, s *store.Store) {
		d := newDesk(t, s)
		d.Responder = New(Config{News: s, Subscriptions: s, Editor: editions{s}, People: crowd{channels: map[string][]string{"U1": {"C1", "news"}, "U2": {"C2"}}}})
		wants := func(what string, texts ...string) map[string]block.Button {
			t.Helper()
			text, pressable := d.home(t)
			for _, want := range texts {
				want, absent := strings.CutPrefix(want, "!")
				if strings.Contains(text, want) == absent {
					t.Errorf("%s: holds %q, which is %v, in:\n%s", what, want, !absent, text)
				}
			}
			return pressable
		}
		wants("an empty workspace", "To begin", "✓ Give me something to read", "○ Invite me to a channel", "The last 24 hours", "What I read")
		d.says("subscribe 08:30 name:Morning")
		d.says("subscribe <#C2|x> 09:00 name:Elsewhere")
		if err := s.Subscribe(t.Context(), store.Subscription{ID: "settings", Channel: "#news", Name: "Usual", At: "07:00", Zone: "UTC"}, d.now); err != nil {
			t.Fatal(err)
		}
		d.who.User = "U2"
		wants("another person", "Elsewhere", "!Morning", "!Usual")
		d.who.User = "U1"
		if err := s.Unsubscribe(t.Context(), elsewhere(t, s)); err != nil {
			t.Fatal(err)
		}
		all := wants("a person", "Digests of your channels", "Morning", "#C1", "next Wed 25 Nov 08:30", "Usual in #news", "!To begin", "!Your watches")
		if reply := d.atHome(all["Pause"]); !reply.Home || reply.Modal != nil || reply.Message.Text != "" {
			t.Errorf("paused: %+v", reply)
		}
		all = wants("after a pause", "paused: since Tue 24 Nov")
		if reply := d.atHome(all["Resume"]); !reply.Home {
			t.Errorf("resumed: %+v", reply)
		}
		if reply := d.atHome(all["Change"]); reply.Modal == nil || reply.Modal.CallbackID != actSubscribe {
			t.Errorf("change: %+v", reply)
		}
		if reply := d.atHome(all["Preview"]); reply.Modal == nil {
			t.Errorf("preview: %+v", reply)
		}
		pause := all["Pause"]
		pause.Value = strings.Replace(pause.Value, "pause ", "pause 0", 1)
		if reply := d.atHome(pause); reply.Home || reply.Modal == nil {
			t.Errorf("a digest that is not there: %+v", reply)
		}
		d.says("watch Esbjerg")
		all = wants("a person who watches", "Your watches", "Esbjerg")
		if reply := d.atHome(all["Stop watching everything"]); !reply.Home {
			t.Errorf("watch nothing: %+v", reply)
		}
		wants("a person who watches nothing any more", "!Your watches")
		d.Responder = New(Config{News: s, Subscriptions: s, People: crowd{err: errors.New("missing_scope")}})
		wants("where Slack tells nothing", "Slack does not tell me which channels you are in", "Morning", "!Usual")
	})
}

// once counts what is read of a store.
type once struct {
	*store.Store
	read map[string]int
}

func (o once) Feeds(ctx context.Context) ([]store.Feed, error) {
	o.read["sources"]++
	return o.Store.Feeds(ctx)
}

func (o once) Outlets(ctx context.Context, from, to time.Time) ([]store.Outlet, error) {
	o.read["outlets"]++
	return o.Store.Outlets(ctx, from, to)
}

func (o once) TeamSubscriptions(ctx context.Context, team string) ([]store.Subscription, error) {
	o.read["subscriptions of “"+team+"”"]++
	return o.Store.TeamSubscriptions(ctx, team)
}

// What several parts of the Home tab tell of is read once.
func TestHomeReadsOnce(t *testing.T) {
	s := once{sampleStore(t), map[string]int{}}
	New(Config{News: s, Subscriptions: s, Feeds: s}).Home(t.Context(), ann)
	if diff := cmp.Diff(map[string]int{"sources": 1, "outlets": 1, "subscriptions of “T1”": 1, "subscriptions of “”": 1}, s.read); diff != "" {
		t.Errorf("read (-want +got):\n%s", diff)
	}
}

func elsewhere(t *testing.T, s *store.Store) store.Subscription {
	t.Helper()
	subs, err := s.Subscriptions(t.Context(), "C2")
	if err != nil || len(subs) != 1 {
		t.Fatalf("%+v (%v)", subs, err)
	}
	return subs[0]
}

func TestHomeOfManyDigests(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	for i := range maxSubscriptions {
		d.says("subscribe "+timeAt(i), "This channel gets")
	}
	if text, _ := d.home(t); !strings.Contains(text, "and 2 more digests: write /news subscriptions") {
		t.Errorf("Home:\n%s", text)
	}
}

// silent is a store that tells of no articles and no sources.
type silent struct{ failing }

func (silent) Outlets(context.Context, time.Time, time.Time) ([]store.Outlet, error) {
	return nil, errors.New("away")
}

// Where several parts of the Home tab fail, with others between them, it is said once.
func TestHomeSaysOnceThatTheStoreIsAway(t *testing.T) {
	s := sampleStore(t)
	d := newDesk(t, s)
	d.says("watch Esbjerg")
	d.News = silent{failing{s, "Window"}}
	text, _ := d.home(t)
	if n := strings.Count(text, SaysAway); n != 1 || !strings.Contains(text, watchName) {
		t.Errorf("said %d times, want once, and the watches:\n%s", n, text)
	}
}
