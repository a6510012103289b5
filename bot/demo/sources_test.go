package demo

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"newsbot/digest/feed"
	"newsbot/digest/store"
)

// TestSources: the made-up outlets are sources, which are read for real: what is
// paused brings nothing until it is resumed, and what is removed can be added again.
func TestSources(t *testing.T) {
	d, _ := openWith(t, sample(t))
	ann := people[0].ID
	ask := func(line, want string) {
		t.Helper()
		if got := ask(t, d, ann, generalChannel, line); !strings.Contains(got, want) {
			t.Errorf("%s: no %q in %q", line, want, got)
		}
	}
	ask("/news sources", "4 sources")
	for _, f := range d.feeds(t) {
		if !f.Well() || f.Health.Succeeded.IsZero() || f.Items == 0 {
			t.Errorf("%s: %+v", f.Name(), f)
		}
	}
	ask("/news sources test Meridian Wire", "It can be read: ")
	ask("/news sources pause Meridian Wire", "Paused: “Meridian Wire”")
	day := func() int {
		articles, err := d.store.Window(t.Context(), start, d.clock.Now())
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, a := range articles {
			if a.Source == "Meridian Wire" {
				n++
			}
		}
		return n
	}
	if err := d.moveTo(t.Context(), start.Add(23*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if n := day(); n != 0 {
		t.Errorf("%d articles of a source that is paused", n)
	}
	ask("/news sources add "+outletOf(d, "Meridian Wire")+front, "but I do not read it: paused by hand")
	ask("/news sources resume Meridian Wire", "Resumed")
	if err := d.moveTo(t.Context(), d.clock.Now().Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	if n := day(); n == 0 {
		t.Error("no article of a source that is resumed")
	}
	ask("/news sources remove The Ledger Weekly sure:yes", "is no longer read")
	ask("/news sources add "+outletOf(d, "The Ledger Weekly"), "from now on")
	ask("/news sources add "+d.library.page+"/state", "could not be added")
	if n := len(d.feeds(t)); n != 4 {
		t.Errorf("%d sources, want 4", n)
	}
}

// outletOf returns the address of an outlet of the demo.
func outletOf(d *Demo, name string) string {
	all := d.library.outlets()
	return all[slices.IndexFunc(all, func(o outlet) bool { return o.name == name })].address
}

// feeds returns the sources of a demo.
func (d *Demo) feeds(t *testing.T) []store.Feed {
	t.Helper()
	feeds, err := d.store.Feeds(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return feeds
}

// TestFeeds: an outlet's feed holds what is published by now.
func TestFeeds(t *testing.T) {
	c := config(t, some())
	c.MadeUp = true
	d, address := openWith(t, c)
	for _, o := range d.library.outlets() {
		want := 0
		for _, a := range d.library.articles {
			if a.Source == o.name && !a.Published.After(d.clock.Now()) {
				want++
			}
		}
		if got, err := d.web.Poll(t.Context(), o.address+front, feed.Validators{}); err != nil || len(got.Articles) != want {
			t.Errorf("the feed of %s has %d articles, want %d (%v)", o.name, len(got.Articles), want, err)
		}
	}
	for host, want := range map[string]int{hostOf(d.library.outlets()[0].address): 200, hostOf(address): 404, "else." + hostOf(address): 421} {
		req, err := http.NewRequest(http.MethodGet, address+front, nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Host = host
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if res.StatusCode != want {
			t.Errorf("%s: HTTP %d, want %d", host, res.StatusCode, want)
		}
	}
}
