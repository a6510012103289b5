package command

import (
	"slices"
	"strings"
	"testing"
	"time"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/ingest"
	"newsbot/digest/store"
)

// storyOf returns the ID of the first story of the sample, which is of Esbjerg.
func storyOf(t *testing.T, s *store.Store) string {
	t.Helper()
	articles, err := s.Window(t.Context(), sampleNow.Add(-36*time.Hour), sampleNow)
	if err != nil {
		t.Fatal(err)
	}
	d := digest.Build(articles, digest.Options{Now: sampleNow})
	return d.Stories[0].ID
}

// arrive takes in another article.
func arrive(t *testing.T, s *store.Store, a digest.Article) {
	t.Helper()
	z, err := analyzer()
	if err != nil {
		t.Fatal(err)
	}
	a.Identify("")
	if _, err := ingest.Run(t.Context(), digest.StreamOf(a), z, s, func(err error) { t.Error(err) }); err != nil {
		t.Fatal(err)
	}
	if err := ingest.NewKeeper(s).Update(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// TestFollow follows a story by a digest's menu: the person hears of what is new
// on it, and of nothing else.
func TestFollow(t *testing.T) {
	eachStore(t, func(t *testing.T, s *store.Store) {
		d, id := newDesk(t, s), storyOf(t, s)
		d.says("follow "+id, "You follow “Danish town floods", "at most once an hour")
		subs, err := s.Subscriptions(t.Context(), d.who.User)
		if err != nil || len(subs) != 1 || !IsWatch(subs[0]) || len(subs[0].Stories) != 1 || len(subs[0].Topics) != 0 || !subs[0].Quiet {
			t.Fatalf("kept %+v (%v)", subs, err)
		}
		told := func() digest.Digest {
			t.Helper()
			known, err := s.Told(t.Context(), d.who.User)
			if err != nil {
				t.Fatal(err)
			}
			articles, err := s.Window(t.Context(), sampleNow.Add(-36*time.Hour), sampleNow.Add(time.Hour))
			if err != nil {
				t.Fatal(err)
			}
			return digest.Build(articles, digest.Options{Now: sampleNow.Add(time.Hour), Filter: subs[0].Filter, Told: known})
		}
		if got := told(); len(got.Stories) != 0 {
			t.Errorf("told at once: %v", got.Stories[0].Points)
		}
		const news = "Engineers closed the gap in the sea wall at Esbjerg with 600 sandbags on Tuesday, the Danish Coastal Authority said after Storm Hedda."
		arrive(t, s, digest.Article{URL: "https://meridian-wire.example/a/5199", Source: "Meridian Wire", Published: sampleNow.Add(30 * time.Minute),
			Title: "Gap in sea wall at Esbjerg closed after Storm Hedda", Text: news + "\nThe Danish Emergency Management Agency let the last families of Esbjerg return to their homes."})
		got := told()
		if len(got.Stories) != 1 || !got.Stories[0].Again || !strings.Contains(got.Stories[0].Points[0].Text, "600 sandbags") {
			t.Errorf("told after that: %+v", got.Stories)
		}
		d.says("follow " + id)
		m := d.says("watch", "Storm Hedda", "a story you follow")
		if subs, _ := s.Subscriptions(t.Context(), d.who.User); len(subs) != 1 || len(subs[0].Stories) != 1 {
			t.Errorf("followed twice: %+v", subs)
		}
		d.says("watch ferries", "ferries", "Storm Hedda")
		d.presses(m, buttons(m.Blocks)[0].Label, "You no longer follow that story.")
		d.says("unfollow "+id, "You were not following that story.", "ferries")
		again := d.says("follow " + id)
		d.says("unfollow", "Storm Hedda", "ferries")
		d.says("unwatch ferries", "Storm Hedda")
		d.presses(again, "Stop following", "You no longer follow that story.")
		if subs, _ := s.Subscriptions(t.Context(), d.who.User); len(subs) != 0 {
			t.Errorf("a person who follows nothing has %+v", subs)
		}
		d.says("follow", "You are not watching anything.")
		button(t, d.says("follow ferries", "No story of the last 30 days has “ferries” in its headline.", "Did you mean this?"), "/news watch ferries")
		button(t, d.says("hide ferries", "Did you mean this?"), "/news mute ferries")
		d.says("follow 0123456789abcdef", "There is no such story, or it is gone.")
	})
}

// TestUnfollowAll ends the following of all stories and leaves what else is watched.
func TestUnfollowAll(t *testing.T) {
	s := sampleStore(t)
	d, id := newDesk(t, s), storyOf(t, s)
	d.says("unfollow all", "You are not following any story.")
	d.says("follow " + id)
	d.says("follow Vermaak")
	d.says("watch ferries")
	if m := d.says("unfollow all", "You no longer follow any story.", "ferries"); strings.Contains(m.Text, "a story you follow") {
		t.Errorf("shown:\n%s", m.Text)
	}
	if subs, _ := s.Subscriptions(t.Context(), d.who.User); len(subs) != 1 || len(subs[0].Stories) != 0 {
		t.Errorf("kept %+v", subs)
	}
	d.says("unwatch ferries")
	d.says("follow " + id)
	d.says("Unfollow All", "You no longer follow any story. You are not watching anything.")
}

// TestBecameOne: two followed or hidden stories that became one are offered as one.
func TestBecameOne(t *testing.T) {
	s := sampleStore(t)
	d, id := newDesk(t, s), storyOf(t, s)
	articles, err := s.Story(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	was := articles[len(articles)-1].ID // of the story that it began, before it became part of this one
	d.says("follow " + id)
	subs, _ := s.Subscriptions(t.Context(), d.who.User)
	subs[0].Stories = append(subs[0].Stories, was)
	if err := s.Subscribe(t.Context(), subs[0], sampleNow); err != nil {
		t.Fatal(err)
	}
	if m := d.says("watch", "a story you follow"); was == id || strings.Count(m.Text, "a story you follow") != 1 {
		t.Errorf("shown:\n%s", m.Text)
	}
	d.says("unfollow floods", "You no longer follow that story.")
	d.says("watch", "You are not watching anything.")

	for _, hidden := range []string{id, was} {
		if err := s.Hide(t.Context(), d.who.Channel, hidden); err != nil {
			t.Fatal(err)
		}
	}
	d.says("unhide", "Hidden in this channel", "floods")
	d.says("unhide floods", "No longer hidden for this channel")
	d.says("unhide floods", "No story that is hidden in this channel")
	d.says("unhide", "No story is hidden in this channel.")
}

func TestFollowedMakeRoom(t *testing.T) {
	s := sampleStore(t)
	d, id := newDesk(t, s), storyOf(t, s)
	d.says("follow " + id)
	subs, _ := s.Subscriptions(t.Context(), d.who.User)
	for i := range maxFollowed {
		subs[0].Stories = append([]string{strings.Repeat("0", 14) + timeAt(i)[:2]}, subs[0].Stories...)
	}
	if err := s.Subscribe(t.Context(), subs[0], sampleNow); err != nil {
		t.Fatal(err)
	}
	d.says("follow " + id)
	if subs, _ = s.Subscriptions(t.Context(), d.who.User); len(subs[0].Stories) != maxFollowed || subs[0].Stories[maxFollowed-1] != id {
		t.Errorf("followed: %q", subs[0].Stories)
	}
	d.says("watch", "Danish town floods")
}

func TestHide(t *testing.T) {
	s := sampleStore(t)
	d, id := newDesk(t, s), storyOf(t, s)
	hidden := func(channel string, want int) {
		t.Helper()
		if got, err := s.Hidden(t.Context(), channel); err != nil || len(got) != want {
			t.Errorf("hidden from %s: %q (%v), want %d", channel, got, err, want)
		}
	}
	m := d.says("hide "+id, "Hidden for this channel: “Danish town floods")
	hidden("C1", 1)
	undone := d.presses(m, "Undo", "No longer hidden for this channel")
	hidden("C1", 0)
	d.presses(undone.Message, "Hide it", "Hidden for this channel: “")
	hidden("C1", 1)
	hidden("C2", 0)
	d.who.Channel = "D1"
	d.says("hide "+id, "Hidden: “")
	hidden("D1", 1)
	hidden(d.who.User, 1)
	d.who.Channel = ""
	d.says("hide "+id, "Ask that in the channel")
}

// Every entry of a digest's menu and every button at its foot is a command that is
// answered.
func TestDigestButtons(t *testing.T) {
	s := sampleStore(t)
	articles, err := s.Window(t.Context(), sampleNow.Add(-36*time.Hour), sampleNow)
	if err != nil {
		t.Fatal(err)
	}
	stories := digest.Build(articles, digest.Options{Now: sampleNow}).Stories
	for _, tt := range []struct {
		sub  store.Subscription
		want string
	}{
		{store.Subscription{Channel: "C1", Zone: "Asia/Tokyo"}, "Open story, Follow story, Mute Esbjerg for this channel, Hide story for this channel / More stories, Search, Settings"},
		{store.Subscription{Channel: "U1", Maker: "U1", Name: watchName}, "Open story, Follow story, Stop following, Hide story / More stories, Everything you watch, Search"},
	} {
		d := newDesk(t, s)
		d.says("subscribe 08:30")
		menu, foot := StoryMenu(tt.sub, sampleNow)(stories[0]), DigestFoot(tt.sub, sampleNow)(stories[1:])
		var list []string
		for i, b := range append(menu, foot...) {
			if i == len(menu) {
				list = append(list[:i-1], list[i-1]+" / "+b.Label)
			} else {
				list = append(list, b.Label)
			}
			if n := len([]rune(b.Value)); i < len(menu) && n > 150 {
				t.Errorf("%s has a value of %d characters", b.Label, n)
			}
			c := press(b)
			c.Asker = d.who
			reply := d.Click(t.Context(), c)
			d.expect(b.Label, reply)
			if reply.Public || reply.Replace || reply.Modal == nil && reply.Message.Text == "" {
				t.Errorf("%s is answered by %+v", b.Label, reply)
			}
			if strings.Contains(reply.Message.Text, "no such") || strings.Contains(reply.Message.Text, "Did you mean") {
				t.Errorf("%s: %s", b.Label, reply.Message.Text)
			}
		}
		if got := strings.Join(list, ", "); got != tt.want {
			t.Errorf("buttons %s, want %s", got, tt.want)
		}
	}
	if foot := DigestFoot(store.Subscription{}, sampleNow)(nil); len(foot) != 2 {
		t.Errorf("a digest without a thread has the buttons %v", foot)
	}
	if menu := StoryMenu(store.Subscription{}, sampleNow)(digest.Story{Articles: []digest.Brief{{}}}); menu != nil {
		t.Errorf("a story that is not stored has the menu %v", menu)
	}
	about := stories[0]
	about.Entities = []digest.EntityCount{{Name: "X"}, {Name: "Rotterdam"}}
	if menu := StoryMenu(store.Subscription{}, sampleNow)(about); !slices.ContainsFunc(menu, func(b block.Button) bool { return b.Label == "Mute Rotterdam for this channel" }) {
		t.Errorf("the menu mutes what nothing is found by: %v", menu)
	}
}
