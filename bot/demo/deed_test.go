package demo

import (
	"strings"
	"testing"
	"time"

	"newsbot/bot/slackfake"
)

// until waits until a condition holds.
func until(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patience); !holds(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("it does not come to pass that %s", what)
		}
	}
}

func TestSay(t *testing.T) {
	d, _ := open(t, some())
	until(t, "the bot is connected", func() bool { return d.workspace.Links() > 0 })
	ann, direct := people[0].ID, d.workspace.Direct(people[0].ID).ID
	for _, c := range []struct {
		name, channel, text string
		want                string // what ann reads last
		refused             string // or why not
	}{
		{"a command", newsChannel, "/news about Ines Calder", "Ines Calder", ""},
		{"where the bot is not", generalChannel, " /news help ", "How to ask", ""},
		{"words to the bot", direct, "about Ellin", "Ellin", ""},
		{"a mention", newsChannel, "@newsbot about Ellin", "Ellin", ""},
		{"signs", newsChannel, "5 < 6 & <!channel>", "5 &lt; 6 &amp; &lt;!channel&gt;", ""},
		{"nothing", newsChannel, " ", "", "no text"},
		{"another command", newsChannel, "/newsletter", "", "/newsletter is no command"},
		{"elsewhere", "C0NOWHERE1", "hello", "", "no channel"},
	} {
		_, err := d.say(t.Context(), saying{User: ann, Channel: c.channel, Text: c.text})
		if c.refused != "" {
			if err == nil || !strings.Contains(sentence(err), c.refused) {
				t.Errorf("%s: say = %v, want %q", c.name, err, c.refused)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		until(t, c.name+" is answered", func() bool {
			seen := d.workspace.Visible(ann, c.channel)
			return len(seen) > 0 && strings.Contains(seen[len(seen)-1].Text, c.want)
		})
	}
}

// TestState: what only one person sees is told to nobody else.
func TestState(t *testing.T) {
	d, _ := open(t, some())
	until(t, "the bot is connected", func() bool { return d.workspace.Links() > 0 })
	ann, bob := people[0].ID, people[1].ID
	if _, err := d.say(t.Context(), saying{User: ann, Channel: newsChannel, Text: "/news"}); err != nil {
		t.Fatal(err)
	}
	until(t, "ann is answered", func() bool { return len(d.state(ann).Channels[0].Messages) > 0 })
	if m := d.state(ann).Channels[0].Messages[0]; !m.Private || m.Author != slackfake.BotID || len(m.Blocks) == 0 {
		t.Errorf("ann sees %+v", m)
	}
	s := d.state(bob)
	if n := len(s.Channels[0].Messages); n != 0 {
		t.Errorf("bob sees %d messages of ann", n)
	}
	for _, c := range s.Channels {
		if c.Direct && c.Name != bob {
			t.Errorf("bob sees the direct messages of %s", c.Name)
		}
	}
	if len(s.Usages) < 5 || !strings.HasPrefix(s.Usages[0].Usage, "/news") || s.Usages[0].Summary == "" {
		t.Errorf("the commands are %+v", s.Usages)
	}
}

// TestSubscription: the digest that a person subscribed to comes when the clock
// is moved to its time, once.
func TestSubscription(t *testing.T) {
	d, _ := open(t, some())
	until(t, "the bot is connected", func() bool { return d.workspace.Links() > 0 })
	if _, err := d.say(t.Context(), saying{User: people[0].ID, Channel: newsChannel, Text: "/news subscribe 09:15 UTC ferry"}); err != nil {
		t.Fatal(err)
	}
	until(t, "ann has subscribed", func() bool {
		subscriptions, err := d.store.Subscriptions(t.Context(), newsChannel)
		return err == nil && len(subscriptions) == 1
	})
	first := nextMorning(d.clock.Now(), time.UTC).Add(50 * time.Minute)
	for i, want := range []int{1, 0} {
		to := first.Add(time.Duration(i) * time.Hour)
		come, err := d.moveClock(t.Context(), moment{to.UnixMilli()})
		if err != nil || come.Posted != want {
			t.Errorf("move %d of the clock: %d digests, %v; want %d", i, come.Posted, err, want)
		}
	}
	public := d.workspace.Messages(newsChannel)
	if n := len(public); n == 0 || strings.Contains(public[n-1].Text, "library") || !strings.Contains(strings.ToLower(public[n-1].Text), "ferry") {
		t.Errorf("the channel got %+v", public)
	}
}

func TestClock(t *testing.T) {
	start := time.Date(2026, 11, 24, 7, 0, 0, 0, time.UTC)
	c := newClock(start)
	if err := c.move(start.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if got := c.Now().Sub(start); got < time.Hour || got > time.Hour+time.Minute {
		t.Errorf("an hour later the clock shows %s more", got)
	}
	for _, to := range []time.Time{start, {}, start.AddDate(2, 0, 0)} {
		if c.move(to) == nil {
			t.Errorf("the clock could be moved to %s", to)
		}
	}
}

func TestNextMorning(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Skip(err)
	}
	for _, c := range []struct{ now, want string }{
		{"2026-11-24T08:29:59+01:00", "2026-11-24T08:30:00+01:00"},
		{"2026-11-24T08:30:00+01:00", "2026-11-25T08:30:00+01:00"},
		{"2026-10-24T12:00:00+02:00", "2026-10-25T08:30:00+01:00"}, // clocks go back in that night
		{"2026-12-31T23:00:00Z", "2027-01-01T08:30:00+01:00"},
	} {
		now, err := time.Parse(time.RFC3339, c.now)
		if err != nil {
			t.Fatal(err)
		}
		if got := nextMorning(now, berlin).Format(time.RFC3339); got != c.want {
			t.Errorf("after %s comes %s, want %s", c.now, got, c.want)
		}
	}
}
