package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"newsbot/digest/feed"
	"newsbot/digest/feed/syndication"
	"newsbot/digest/store"
)

// TestSayCut: who adds a feed that breaks off is told, without the secrets in its address.
func TestSayCut(t *testing.T) {
	for _, c := range []struct {
		cut  error
		want string
	}{
		{nil, ""},
		{errors.New("is broken XML"), "newsbot: https://a.example/rss is broken XML\n"},
	} {
		var out bytes.Buffer
		a := &app{streams: streams{err: &out}}
		a.sayCut(feed.Found{Outline: syndication.Outline{Feed: "https://ann:pass@a.example/rss"}, Cut: c.cut})
		if out.String() != c.want {
			t.Errorf("%v: %q, want %q", c.cut, out.String(), c.want)
		}
	}
}

// TestSayForeign: who adds a feed in another language is told that few names are found in it.
func TestSayForeign(t *testing.T) {
	for foreign, want := range map[int]string{0: "", 2: "newsbot: https://a.example/rss: 2 items are in another language than English: few names are found there\n"} {
		var out bytes.Buffer
		a := &app{streams: streams{err: &out}}
		a.sayForeign(feed.Found{Outline: syndication.Outline{Feed: "https://ann:pass@a.example/rss"}, Foreign: foreign})
		if out.String() != want {
			t.Errorf("%d: %q, want %q", foreign, out.String(), want)
		}
	}
}

// TestPickFeed: what names no feed is told without the secrets in it.
func TestPickFeed(t *testing.T) {
	feeds := []store.Feed{{ID: "1", Address: "https://a.example/rss"}, {ID: "2", Address: "https://b.example/rss?key=1"}, {ID: "3", Address: "https://b.example/rss?key=2"}}
	for word, want := range map[string]string{
		"https://ann:pass@c.example/rss?key=7":          `there is no source "https://c.example/rss?key=***"`,
		"ann:pass@c.example/rss":                        `there is no source "c.example/rss"`,
		"https://b.example/rss?key=***":                 `"https://b.example/rss?key=***" names 2 sources`,
		"https://a.example/?u=d41d8cd98f00b204e9800998": `there is no source "https://a.example/?u=***"`,
	} {
		if _, err := pickFeed(feeds, word); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v, want %s", word, err, want)
		}
	}
	if f, err := pickFeed(feeds, "a.example"); err != nil || f.ID != "1" {
		t.Errorf("a.example: %+v, %v", f, err)
	}
}

// TestCounted: many feeds of one host are not read at once, which is told as long as some wait.
func TestCounted(t *testing.T) {
	at := func(host string) store.Feed {
		return store.Feed{State: store.FeedActive, Address: "https://" + host + "/rss"}
	}
	read := at("a.example")
	read.Health.Checked = time.Now()
	for _, c := range []struct {
		feeds []store.Feed
		want  string
	}{
		{[]store.Feed{read, read}, "2 sources"},
		{[]store.Feed{read, at("a.example"), at("b.example")}, "3 sources, 2 not read yet"},
		{[]store.Feed{at("a.example"), at("b.example"), at("b.example"), read}, "4 sources, 3 not read yet (2 of them wait for b.example, whose feeds are read one after the other)"},
	} {
		if got := counted(c.feeds); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
