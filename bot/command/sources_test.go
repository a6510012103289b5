package command

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/feed/syndication"
	"newsbot/digest/store"
)

// feeds is made-up feeds by the address of their site or their own.
type feeds map[string][]feed.Found

func (f feeds) Discover(_ context.Context, address string) ([]feed.Found, error) {
	if found := f[address]; len(found) > 0 {
		return slices.Clone(found), nil
	}
	return nil, &feed.InputError{Input: address, Err: feed.ErrNoFeed}
}

func (f feeds) Poll(_ context.Context, address string, _ feed.Validators) (feed.Polled, error) {
	if len(f[address]) != 1 {
		return feed.Polled{}, &feed.InputError{Input: address, Err: errors.New("refuses the connection (10.0.0.1)")}
	}
	p := feed.Polled{Title: f[address][0].Title}
	for i := range 7 {
		p.Articles = append(p.Articles, digest.Article{Title: fmt.Sprintf("Item %d", i), URL: "https://item.example/", Published: sampleNow.Add(time.Duration(i-9) * time.Hour), Text: strings.Repeat("Long. ", 50*i)})
	}
	return p, nil
}

// found is a feed that is whole.
func found(address, title string) feed.Found {
	return feed.Found{Outline: syndication.Outline{Feed: address, Title: title}}
}

// theWeb has a site with one feed, one with two, and a feed that breaks off.
func theWeb() feeds {
	one := found("https://one.example/rss", "One Wire")
	world, sport := found("https://two.example/world", "Two World"), found("https://two.example/sport", "")
	cut := found("https://cut.example/rss", "Cut Wire")
	cut.Cut = errors.New("is broken XML")
	return feeds{
		cut.Feed:              {cut},
		"https://one.example": {one}, one.Feed: {one},
		"https://two.example": {world, sport}, world.Feed: {world}, sport.Feed: {sport},
	}
}

// librarian returns a desk that has sources.
func librarian(t *testing.T, s *store.Store, c Config) *desk {
	d := newDesk(t, s)
	c.News, c.Subscriptions, c.Feeds, c.PublicFeeds, c.Now = s, s, s, theWeb(), func() time.Time { return sampleNow }
	if c.People == nil {
		c.People = crowd{}
	}
	if c.OwnFeeds == nil {
		c.OwnFeeds = feeds{}
	}
	d.Responder = New(c)
	return d
}

// sourcesOf returns the addresses of the sources with their states.
func (d *desk) sourcesOf(s *store.Store) string {
	d.Helper()
	all, err := s.Feeds(d.Context())
	if err != nil {
		d.Fatal(err)
	}
	var out []string
	for _, f := range all {
		out = append(out, f.Public()+" "+string(f.State)+" "+f.Maker)
	}
	return strings.Join(out, "\n")
}

// TestSources adds, tests, pauses, resumes and removes sources.
func TestSources(t *testing.T) {
	eachStore(t, func(t *testing.T, s *store.Store) {
		d := librarian(t, s, Config{})
		holds := func(want string) {
			t.Helper()
			if got := d.sourcesOf(s); got != want {
				t.Errorf("sources are\n%s\nwant\n%s", got, want)
			}
		}
		d.says("sources", "I read no sources yet.")
		m := d.says("", "There is no news of", "I read no sources yet.")
		if reply := d.presses(m, "Add a source"); reply.Modal == nil {
			t.Errorf("no modal to add a source, but %+v", reply)
		}
		d.says("sources add one.example", "I read “One Wire” from now on.")
		d.says("add https://one.example", "“One Wire” is already among the sources.")
		d.says("sources add <https://one.example|one.example>", "“One Wire” is already among the sources.")
		holds("https://one.example/rss active U1")
		choice := d.says("sources add https://two.example", "This site has 2 feeds. Which one?", "1. Two World", "2. two.example", "two.example/sport")
		added := d.presses(choice, "2. two.example", "I read “two.example” from now on.")
		if !added.Replace || !added.Home {
			t.Errorf("chosen: %+v", added)
		}
		holds("https://one.example/rss active U1\nhttps://two.example/sport active U1")
		list := d.says("sources", "2 sources", "One Wire\nactive · not read yet\nhttps://one.example/rss", "https://two.example/sport")
		paused := d.presses(list, "Pause", "Paused: “One Wire”.", "paused by hand · not read yet")
		holds("https://one.example/rss paused U1\nhttps://two.example/sport active U1")
		d.says("sources failing", "No source is failing. 2 sources, 1 not read yet, 1 paused", "paused by hand")
		d.says("sources list", "2 sources", "paused by hand")
		d.says("help sources", "sources [failing|add URL|")
		d.presses(paused.Message, "Resume", "Resumed: “One Wire”.")
		d.says("sources failing", "No source is failing. 2 sources, 2 not read yet", "One Wire\nactive · not read yet")
		tested := d.says("sources test two.example", "It can be read: 7 items, 3 with full text", "Item 6", "3 h ago")
		if strings.Contains(tested.Text, "Item 1") {
			t.Errorf("all items are shown:\n%s", tested.Text)
		}
		d.presses(tested, "All sources", "2 sources")
		d.says("sources test https://two.example/world", "Two World", "It can be read")
		sure := d.says("sources remove ONE.example", "Remove “One Wire”? It will no longer be read, for any channel.")
		holds("https://one.example/rss active U1\nhttps://two.example/sport active U1")
		d.presses(sure, "Keep it", "2 sources")
		removed := d.presses(sure, "Remove", "“One Wire” is no longer read. Its articles stay.").Message
		holds("https://two.example/sport active U1")
		d.presses(sure, "Remove", "There is no source")
		d.presses(removed, "Add it again", "I read “One Wire” from now on.")
		d.says("sources add https://cut.example/rss", "I read “Cut Wire” from now on. But it is broken XML.")
		d.presses(d.says("sources remove Cut Wire"), "Remove")
		d.says("sources pause two.example/sport", "Paused")
		holds("https://one.example/rss active U1\nhttps://two.example/sport paused U1")
		rests := d.says("sources add two.example/sport", "“two.example” is already among the sources, but I do not read it: paused by hand.")
		d.presses(rests, "Resume it", "Resumed: “two.example”.")
		holds("https://one.example/rss active U1\nhttps://two.example/sport active U1")
	})
}

// TestAddGone offers to resume a source whose server says that it is gone, which
// cannot be found any more.
func TestAddGone(t *testing.T) {
	s := sampleStore(t)
	d := librarian(t, s, Config{})
	if _, err := s.AddFeeds(t.Context(), store.Feed{Address: "https://gone.example/rss", Source: "Gone Wire", Maker: "U2"}); err != nil {
		t.Fatal(err)
	}
	settle(t, s, "gone.example", store.Reading{State: store.FeedGone, Why: "its server says that it is gone for good", Next: time.Hour})
	gone := d.says("sources add gone.example/rss", "“Gone Wire” is already among the sources, but I do not read it: its server says that it is gone for good.")
	d.presses(gone, "Resume it", "Resumed: “Gone Wire”.")
	if got := d.sourcesOf(s); got != "https://gone.example/rss active U2" {
		t.Errorf("sources are %s", got)
	}
}

func TestMistakesAboutSources(t *testing.T) {
	s := sampleStore(t)
	d := librarian(t, s, Config{})
	for words, want := range map[string]string{
		"sources remov one":          "Did you mean remove?",
		"sources add the news":       "Give one address, of a site or a feed",
		"sources add ftp://a.b":      "Give one address, of a site or a feed",
		"sources add nothing.here":   "The feed could not be added: it has no feed that can be found; give the feed's own address.",
		"sources pause":              "Say which source",
		"sources pause x":            "There is no source “x”.",
		"sources test https://x.org": "“x.org” could not be read: it refuses the connection.",
	} {
		d.says(words, want)
	}
	d.says("sources add https://one.example", "I read")
	d.says("sources add https://two.example/world", "I read")
	which := d.says("sources pause example", "“example” may be any of 2 sources. Which one?",
		"1. One Wire · https://one.example/rss · active · not read yet", "2. Two World · https://two.example/world")
	d.presses(which, "2. Two World", "Paused: “Two World”.")
	if _, err := s.AddFeeds(t.Context(), store.Feed{Address: "https://x.example/rss", Source: "The Ledger Weekly"}); err != nil {
		t.Fatal(err)
	}
	wrong := d.says("sources pause Ledgr", "There is no source “Ledgr”.")
	d.presses(wrong, "The Ledger Weekly", "Paused: “The Ledger Weekly”.")
}

// TestSourcesAlike can be told apart, and what is named like several is not taken for
// the address of another.
func TestSourcesAlike(t *testing.T) {
	s := sampleStore(t)
	d := librarian(t, s, Config{})
	for _, address := range []string{"https://two.example/world", "https://two.example/sport"} {
		if _, err := s.AddFeeds(t.Context(), store.Feed{Address: address, Maker: "U1"}); err != nil {
			t.Fatal(err)
		}
	}
	for _, words := range []string{"sources test two.example", "sources pause two.example", "sources remove <http://two.example|two.example>"} {
		which := d.says(words, "may be any of 2 sources. Which one?", "1. two.example · https://two.example/sport", "2. two.example · https://two.example/world")
		if all := labels(which); !slices.Contains(all, "1. two.example") || !slices.Contains(all, "2. two.example") {
			t.Errorf("%s offers %q", words, all)
		}
	}
}

// TestSourcesHowTheyAre tells those that were read from those that were not yet.
func TestSourcesHowTheyAre(t *testing.T) {
	s := sampleStore(t)
	d := librarian(t, s, Config{})
	for _, host := range []string{"f0.example", "f1.example", "f2.example"} {
		if _, err := s.AddFeeds(t.Context(), store.Feed{Address: "https://" + host + "/rss", Maker: "U1"}); err != nil {
			t.Fatal(err)
		}
	}
	fails(t, s, "is down")
	all := d.says("sources failing", "3 sources, 1 failing, 2 not read yet", "f0.example\nfailing · never read\n⚠ is down", "f1.example\nactive · not read yet")
	for _, host := range []string{"f1.example", "f2.example"} {
		settle(t, s, host, store.Reading{Health: store.FeedHealth{Checked: sampleNow, Succeeded: sampleNow}, Next: time.Hour})
	}
	if all = d.says("sources failing", "3 sources, 1 failing\n"); strings.Contains(all.Text, "f1.example") {
		t.Errorf("one is well, and told:\n%s", all.Text)
	}
	d.presses(d.says("sources remove f0.example"), "Remove")
	d.says("sources failing", "All sources are well: 2 sources.")
}

// TestSourcesOfOneHost: those of the settings are told apart by the words of their paths,
// which are no secrets.
func TestSourcesOfOneHost(t *testing.T) {
	s := sampleStore(t)
	d := librarian(t, s, Config{})
	for _, path := range []string{"world/rss.xml", "Sport-2", "a/Kq8ZrT5vXw2p/rss?key=token", "f1e2d3c4b5a6"} {
		if _, err := s.AddFeeds(t.Context(), store.Feed{Address: "https://in.example/" + path}); err != nil {
			t.Fatal(err)
		}
	}
	list := d.says("sources", "in.example/world/rss.xml", "in.example/Sport-2", "in.example/a/…/rss", "in.example/…")
	if strings.Contains(list.Text, "Kq8Z") || strings.Contains(list.Text, "token") || strings.Contains(list.Text, "f1e2") {
		t.Errorf("secrets are told:\n%s", list.Text)
	}
	d.says("sources pause in.example", "may be any of 4 sources", "in.example/Sport-2")
	d.says("sources pause in.example/Sport-2", "Paused: “in.example”.")
	if text, _ := d.home(t); !strings.Contains(text, "in.example · in.example/world/rss.xml, not read yet") {
		t.Errorf("Home:\n%s", text)
	}
}

// TestPlainPath: of a path that may hold a token no more is shown than what is surely none.
func TestPlainPath(t *testing.T) {
	for path, want := range map[string]string{
		"/services/xml/rss/nyt/HomePage.xml": "/services/xml/rss/nyt/HomePage.xml",
		"/BBC-News/2026-11-20/":              "/BBC-News/2026-11-20/",
		"/feeds/Sport_2.rss":                 "/feeds/Sport_2.rss",
		"/feeds/xYzAbCdEfGh/rss":             "/feeds/…/rss",
		"/feeds/QWERTZUIOP/rss":              "/feeds/…/rss",
		"/feeds/1234-5678-9012/rss":          "/feeds/…/rss",
		"/rss2/hunter2":                      "/rss2/…",
		"/~ann/f1e2d3c4b5a6":                 "/…/…",
	} {
		if got := plainPath("https://in.example" + path + "?key=token"); got != want {
			t.Errorf("%s is shown as %s, want %s", path, got, want)
		}
	}
}

// TestSourcesOfTheSettings are not told by more than their host, are read by the
// reader that may go inside, and do not come back by a button.
func TestSourcesOfTheSettings(t *testing.T) {
	s := sampleStore(t)
	const address = "https://ann:pass@in.example/rss?key=token"
	inside := feeds{address: {found(address, "Inner Wire")}}
	d := librarian(t, s, Config{OwnFeeds: inside, Vouched: []string{"in.example"}})
	if _, err := s.AddFeeds(t.Context(), store.Feed{Address: address}); err != nil {
		t.Fatal(err)
	}
	list := d.says("sources", "in.example\nactive")
	tested := d.presses(list, "Test", "Inner Wire", "It can be read").Message
	d.says("sources test key=tok", "There is no source")
	wrong := d.says("sources pause https://ann:pass@else.example/rss?key=token", "There is no source “https://else.example/rss?key=***”.")
	asked := d.says("sources remove in.example", "It was set up by whoever runs me, and only they can add it again.")
	removed := d.presses(asked, "Remove", "is no longer read").Message
	for _, m := range []block.Message{list, tested, wrong, asked, removed} {
		for _, secret := range []string{"pass", "token"} {
			if strings.Contains(m.Text+fmt.Sprint(buttons(m.Blocks)), secret) {
				t.Errorf("%q is told:\n%s", secret, m.Text)
			}
		}
	}
	if slices.Contains(labels(removed), "Add it again") {
		t.Error("a button would add it for a stranger")
	}
	d.says("sources test "+address, "could not be read")
}

// TestManySources turns pages, and stays on one when something changes there.
func TestManySources(t *testing.T) {
	s := sampleStore(t)
	d := librarian(t, s, Config{})
	var all []store.Feed
	for i := range 2*sourcesPage + 1 {
		all = append(all, store.Feed{Address: fmt.Sprintf("https://f%02d.example/", i), Source: fmt.Sprintf("Feed %02d", i), Maker: "U1"})
	}
	if _, err := s.AddFeeds(t.Context(), all...); err != nil {
		t.Fatal(err)
	}
	first := d.says("sources", "17 sources", "Feed 00", "Feed 07")
	second := d.presses(first, "Next", "Feed 08", "Feed 15").Message
	last := d.presses(second, "Next", "Feed 16").Message
	asked := d.presses(last, "Remove", "Remove “Feed 16”?").Message
	d.presses(asked, "Keep it", "17 sources", "Feed 16")
	d.presses(d.presses(asked, "Remove", "no longer read").Message, "All sources", "16 sources", "Feed 08")
	paused := d.presses(second, "Pause", "Paused: “Feed 08”.", "Feed 09").Message
	if strings.Contains(paused.Text, "Feed 07") {
		t.Errorf("after a change the first page is shown:\n%s", paused.Text)
	}
	d.presses(paused, "Previous", "Feed 00")
	reply := d.presses(first, "Share to channel", "Feed 00")
	if !reply.Public || slices.Contains(labels(reply.Message), "Remove") || slices.Contains(labels(reply.Message), "Add a source") {
		t.Errorf("shared: %v", labels(reply.Message))
	}
}

// A page ends before a source that does not fit, and the next one begins with it.
func TestLongSources(t *testing.T) {
	s := sampleStore(t)
	d := librarian(t, s, Config{})
	const sources = 2 * sourcesPage
	for i := range sources {
		host := fmt.Sprintf("f%02d.example", i)
		long := store.Feed{Address: "https://" + host + "/" + strings.Repeat("a", 270+2*i), Source: fmt.Sprintf("Feed %02d", i), Maker: "U1"}
		if _, err := s.AddFeeds(t.Context(), long); err != nil {
			t.Fatal(err)
		}
		h := store.FeedHealth{Checked: sampleNow, Failure: strings.Repeat("is down ", 40), Failures: 1, Failing: sampleNow.Add(-time.Hour),
			Site: "https://" + host + "/" + strings.Repeat("b", 250)}
		settle(t, s, host, store.Reading{Health: h, Next: time.Hour})
	}
	page := d.says("sources")
	if text := textOf(page.Blocks); strings.Contains(text, "Feed 07") {
		t.Errorf("the sources are too short, all of a page fit on it:\n%s", text)
	}
	for range sources { // the most pages that there can be
		if !slices.Contains(labels(page), "Next") {
			break
		}
		page = d.presses(page, "Next").Message
	}
	if text := textOf(page.Blocks); !strings.Contains(text, "Feed 15") {
		t.Errorf("the last page:\n%s", text)
	}
}

// TestAddSourceByWindow has a mistake in it first.
func TestAddSourceByWindow(t *testing.T) {
	s := sampleStore(t)
	d := librarian(t, s, Config{})
	modal := d.opens("sources add")
	reply := d.sends(modal, map[string]string{inAddress: "the news"})
	if reply.Modal == nil || !strings.Contains(wrongs(reply.Modal), "That is not an address") {
		t.Fatalf("a mistake: %+v", reply)
	}
	reply = d.sends(reply.Modal, map[string]string{inAddress: " one.example "})
	d.expect("added", reply, "I read “One Wire” from now on.")
	if got := d.sourcesOf(s); got != "https://one.example/rss active U1" || !reply.Home {
		t.Errorf("sources are %s; %+v", got, reply)
	}
}

// TestSourcesPolicy lets members of channels change sources, which are of all, but no
// guests.
func TestSourcesPolicy(t *testing.T) {
	people := crowd{admins: []string{"U1"}, guests: []string{"U4"}, channels: map[string][]string{}}
	for _, tt := range []struct {
		policy, user string
		may          bool
	}{
		{"everyone", "U2", true}, {"everyone", "U4", false}, {"members", "U2", true}, {"members", "U4", false}, {"U4", "U4", true}, {"admins", "U1", true}, {"admins", "U2", false}, {"U1,U3", "U3", true}, {"U1,U3", "U2", false},
	} {
		t.Run(tt.policy+" "+tt.user, func(t *testing.T) {
			s := sampleStore(t)
			policy, _ := ParsePolicy(tt.policy)
			d := librarian(t, s, Config{Policy: policy, People: people})
			d.who.User = tt.user
			if _, err := s.AddFeeds(t.Context(), store.Feed{Address: "https://two.example/sport"}); err != nil {
				t.Fatal(err)
			}
			d.says("sources", "two.example")
			d.says("sources test https://one.example/rss", "It can be read")
			for _, words := range []string{"sources test two.example", "sources add one.example", "sources pause two", "sources resume two", "sources remove two", "sources remove two sure:yes"} {
				if m := d.says(words); refuses(m) == tt.may {
					t.Errorf("%s: %s", words, m.Text)
				}
			}
			sent := d.Click(t.Context(), Click{Asker: d.who, Action: actAddSource, Now: d.now, Inputs: map[string]string{inAddress: "two.example/world"}})
			if refuses(sent.Message) == tt.may {
				t.Errorf("the modal: %s", sent.Message.Text)
			}
			want := "https://two.example/sport active "
			if tt.may {
				want = "https://one.example/rss active " + tt.user + "\nhttps://two.example/world active " + tt.user
			}
			if got := d.sourcesOf(s); got != want {
				t.Errorf("sources are\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// refuses reports whether an answer says that somebody else may change sources.
func refuses(m block.Message) bool {
	return strings.Contains(m.Text, "may change") || strings.Contains(m.Text, "may not change")
}

// TestTooManySources bounds what one person adds and what all do, but not what those who
// run the bot name.
func TestTooManySources(t *testing.T) {
	for _, tt := range []struct {
		makers []string // who have added as many as one may
		want   string
	}{
		{[]string{"U2"}, "I read “One Wire” from now on."},
		{[]string{"U1"}, "One person may add 100 sources, and you have."},
		{[]string{"U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9", "W1", "W2"}, "People may add 1,000 sources, and they have."},
		{[]string{"", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9", "W1"}, "I read “One Wire” from now on."},
	} {
		s := sampleStore(t)
		var all []store.Feed
		for _, maker := range tt.makers {
			for i := range maxOfOne {
				all = append(all, store.Feed{Address: fmt.Sprintf("https://f%s%d.example/", maker, i), Maker: maker})
			}
		}
		if _, err := s.AddFeeds(t.Context(), all...); err != nil {
			t.Fatal(err)
		}
		librarian(t, s, Config{}).says("sources add one.example", tt.want)
	}
}

// TestSourcesAtHome shows those that fail first, and leads to modals.
func TestSourcesAtHome(t *testing.T) {
	s := sampleStore(t)
	d := librarian(t, s, Config{})
	text, pressable := d.home(t)
	if !strings.Contains(text, "add a site or a feed") || !strings.Contains(text, "What I read") {
		t.Errorf("Home without sources:\n%s", text)
	}
	if reply := d.atHome(pressable["Add a source"]); reply.Modal == nil || reply.Modal.CallbackID != actAddSource {
		t.Errorf("the modal: %+v", reply)
	}
	for i := range 6 {
		d.sends(addressForm("", ""), map[string]string{inAddress: "one.example"})
		if _, err := s.AddFeeds(t.Context(), store.Feed{Address: fmt.Sprintf("https://f%d.example/", i)}); err != nil {
			t.Fatal(err)
		}
	}
	fails(t, s, "is down")
	text, pressable = d.home(t)
	if !strings.Contains(text, "What I read: 7 sources, 1 failing, 6 not read yet\n• f0.example · ⚠ is down (1 failure, 1 h ago)\n• f1.example") || strings.Contains(text, "one.example") {
		t.Errorf("Home:\n%s", text)
	}
	reply := d.atHome(pressable["All sources"])
	if reply.Modal == nil {
		t.Fatalf("all: %+v", reply)
	}
	list := block.Message{Blocks: reply.Modal.Blocks.BlockSet}
	if reply = d.atHome(button(t, list, "Pause")); reply.Modal == nil || !strings.Contains(textOf(reply.Modal.Blocks.BlockSet), "Paused: “f0.example”.") {
		t.Errorf("paused in the modal: %+v", reply)
	}
}

// fails lets the first visit of a feed fail.
func fails(t *testing.T, s *store.Store, why string) {
	t.Helper()
	h := store.FeedHealth{Checked: sampleNow, Failure: why, Failures: 1, Failing: sampleNow.Add(-time.Hour)}
	settle(t, s, "f0.example", store.Reading{Health: h, Next: time.Hour})
}

// settle notes what came of reading a feed of a host.
func settle(t *testing.T, s *store.Store, host string, r store.Reading) {
	t.Helper()
	v, err := s.Visit(t.Context(), host, time.Minute)
	if err != nil || v == nil {
		t.Fatalf("%v %v", v, err)
	}
	if err := v.Settle(t.Context(), r); err != nil {
		t.Fatal(err)
	}
}
