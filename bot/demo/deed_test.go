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
		err := d.say(t.Context(), saying{User: ann, Channel: c.channel, Text: c.text})
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
	ann, bob := people[0].ID, people[1].ID
	if err := d.say(t.Context(), saying{User: ann, Channel: newsChannel, Text: "/news"}); err != nil {
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

// ask lets a person ask, and waits for the answer.
func ask(t *testing.T, d *Demo, user, channel, text string) string {
	t.Helper()
	before := len(d.workspace.Visible(user, channel))
	if err := d.say(t.Context(), saying{User: user, Channel: channel, Text: text}); err != nil {
		t.Fatal(err)
	}
	seen := d.workspace.Visible(user, channel)
	until(t, text+" is answered", func() bool {
		seen = d.workspace.Visible(user, channel)
		return len(seen) > before
	})
	return seen[len(seen)-1].Text
}

// digests returns the texts of the digests in a channel.
func digests(d *Demo, channel string) []string {
	var out []string
	for _, m := range d.workspace.Messages(channel) {
		if m.ThreadTS == "" && m.Author == "" {
			out = append(out, m.Text)
		}
	}
	return out
}

// TestMove: on the way of the clock every digest comes that is due, once, and
// with the news of its time.
func TestMove(t *testing.T) {
	bakers := article(-12, "Harbour Post", "Bakers of Ellin strike for higher pay", "Bakers in Ellin stopped work on Tuesday evening for higher pay. Their union said that all nine bakeries would stay closed on Wednesday.")
	d, _ := open(t, append(some(), bakers))
	ann := people[0].ID
	ask(t, d, ann, newsChannel, "/news subscribe daily 08:15 UTC ferry")
	ask(t, d, ann, newsChannel, "/news watch Albatros")
	next := d.times.Next(d.clock.Now())
	for i, want := range []int{2, 2, 4} { // digests in the channel after each move
		to := []time.Time{next.Add(time.Hour), next.Add(2 * time.Hour), next.Add(25 * time.Hour)}[i]
		if err := d.moveClock(t.Context(), moment{to.UnixMilli()}); err != nil {
			t.Fatalf("move %d of the clock: %v", i, err)
		}
		if got := digests(d, newsChannel); len(got) != want {
			t.Fatalf("after move %d of the clock there are the digests %q, want %d", i, got, want)
		}
	}
	all := digests(d, newsChannel)
	if !strings.Contains(all[0], "afloat again") || strings.Contains(all[0], "Bakers") {
		t.Errorf("the digest on the ferry is %q", all[0])
	}
	if strings.Contains(all[1], "afloat again") || !strings.Contains(all[1], "Bakers") {
		t.Errorf("the usual digest, which comes second, is %q", all[1])
	}
	direct := digests(d, d.workspace.Direct(ann).ID)
	if len(direct) == 0 || !strings.Contains(direct[0], "Your watches") || strings.Contains(strings.Join(direct, " "), "Bakers") {
		t.Errorf("ann, who watches the Albatros, got %q", direct)
	}
}

// TestDigestNow: the digest that somebody asks for is that of the channel, without what
// its readers muted.
func TestDigestNow(t *testing.T) {
	d, _ := open(t, some())
	ann := people[0].ID
	ask(t, d, ann, newsChannel, "/news mute Albatros")
	if err := d.digestNow(t.Context(), visitor{ann}); err != nil {
		t.Fatal(err)
	}
	if got := digests(d, newsChannel); len(got) != 1 || strings.Contains(got[0], "Albatros") || !strings.Contains(got[0], "library") {
		t.Errorf("the digests are %q, want one without the Albatros", got)
	}
	ask(t, d, ann, newsChannel, "/news unsubscribe")
	ask(t, d, ann, newsChannel, "/news subscribe daily 08:15 UTC name:Harbour")
	if err := d.digestNow(t.Context(), visitor{ann}); err != nil {
		t.Fatal(err)
	}
	if got := digests(d, newsChannel); len(got) != 2 || !strings.HasPrefix(got[1], "Harbour") {
		t.Errorf("the digests are %q, want the one that people made instead second", got)
	}
}

// TestPaused: who subscribes a channel in which the bot is not is told why
// nothing comes.
func TestPaused(t *testing.T) {
	d, _ := open(t, some())
	ann := people[0].ID
	ask(t, d, ann, generalChannel, "/news subscribe daily 09:15 UTC")
	to := d.times.Next(d.clock.Now()).Add(time.Hour)
	if err := d.moveClock(t.Context(), moment{to.UnixMilli()}); err != nil {
		t.Fatal(err)
	}
	if direct := digests(d, d.workspace.Direct(ann).ID); len(direct) != 1 || !strings.Contains(direct[0], "is paused") {
		t.Errorf("ann is told %q", direct)
	}
}

// TestMornings: the digests of the last mornings stand when the demo begins, and
// what they told is not told again.
func TestMornings(t *testing.T) {
	articles := some()
	for i := range articles { // all but the last before the digest of yesterday
		articles[i].Published = articles[i].Published.Add(-26 * time.Hour)
	}
	c := config(t, articles)
	c.Mornings = 2
	d, _ := openWith(t, c)
	got := digests(d, newsChannel)
	if len(got) != 2 || !strings.Contains(got[0], "library") || strings.Contains(got[1], "library") || !strings.Contains(got[1], "afloat again") {
		t.Errorf("the digests are %q", got)
	}
	if now := d.clock.Now(); now.Before(start) || now.After(start.Add(time.Minute)) {
		t.Errorf("the clock shows %s, want %s", now, start)
	}
}
