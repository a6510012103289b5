package bot_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"

	"newsbot/bot/command"
	"newsbot/digest/feed"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// newSite returns a web site with two feeds, whose names are hostile, and a page
// with one.
func newSite(t *testing.T) *httptest.Server {
	mux := http.NewServeMux()
	page := func(path, links string) {
		mux.HandleFunc("GET "+path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprintf(w, "<html><head>%s</head><body>News</body></html>", links)
		})
	}
	link := func(path string) string {
		return `<link rel="alternate" type="application/rss+xml" href="` + path + `">`
	}
	page("/{$}", link("/world.xml")+link("/sport.xml"))
	page("/city", link("/sport.xml"))
	for path, name := range map[string]string{"/world.xml": "World &lt;!channel&gt; *boom*", "/sport.xml": "Sport &lt;https://evil|bank.example&gt;"} {
		mux.HandleFunc("GET "+path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/rss+xml")
			fmt.Fprintf(w, `<rss version="2.0"><channel><title>%s</title><item><title>Ferry &lt;!here&gt; resumes</title><link>https://a.example/1</link></item></channel></rss>`, name)
		})
	}
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

// TestSources adds sources by words, by a choice and by the modal, and uses the
// menu of one, with the real reader of feeds between a real site and the strict
// Slack.
func TestSources(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		news := storetest.Memory(t, store.Options{})
		o := build(t, socket)
		web := newSite(t)
		reader := feed.New(feed.Config{Public: true, Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}})
		o.employ(news, command.Config{PublicFeeds: reader, OwnFeeds: reader})

		o.must(o.OpenHome(t.Context(), ann))
		o.homeShows("add a site or a feed", true)
		o.must(o.Command(t.Context(), ann, foreign, "/news sources add "+web.URL))
		choice := o.see(ann, foreign, "This site has 2 feeds")
		o.press(foreign, choice, "1. World <!channel> *boom*")
		o.see(ann, foreign, "I read “World &lt;!channel&gt; *boom*” from now on.")
		o.homeShows("What I read: 1 source", true)
		o.atHome("All sources")
		o.shows("not read yet")
		modal, _ := o.Modal(ann)
		action, value := o.option(modal.JSON, "Pause")
		o.must(o.ClickModal(t.Context(), ann, action, value))
		o.shows("paused by hand")
		o.homeShows("paused by hand", true)
		modal, _ = o.Modal(ann)
		action, value = o.option(modal.JSON, "Resume")
		o.must(o.ClickModal(t.Context(), ann, action, value))
		o.shows("Resumed")
		o.homeShows("paused by hand", false)
		o.CloseModal(ann)

		o.must(o.Command(t.Context(), ann, newsroom, "/news sources add"))
		o.shows("Of a site or a feed")
		err := o.Submit(t.Context(), ann, map[string]string{"address": "the news"})
		o.must(err)
		o.shows("That is not an address")
		err = o.Submit(t.Context(), ann, map[string]string{"address": web.URL + "/city"})
		o.must(err)
		o.see(ann, newsroom, "I read “Sport &lt;https://evil|bank.example&gt;” from now on.")

		o.must(o.Command(t.Context(), ann, newsroom, "/news sources"))
		list := o.see(ann, newsroom, "2 sources")
		o.choose(ann, newsroom, list, "Pause")
		paused := o.see(ann, newsroom, "paused by hand · not read yet")
		o.choose(ann, newsroom, paused, "Resume")
		again := o.see(ann, newsroom, "Resumed")
		o.choose(ann, newsroom, again, "Test")
		tested := o.see(ann, newsroom, "It can be read: 1 item, 0 with full text")
		if !strings.Contains(tested.Text, "Ferry &lt;!here&gt; resumes") {
			t.Errorf("tested: %s", tested.Text)
		}
		o.press(newsroom, tested, "All sources")
		o.choose(ann, newsroom, o.see(ann, newsroom, "2 sources"), "Pause")
		o.see(ann, newsroom, "Paused: “")
		o.must(o.Command(t.Context(), ann, newsroom, "/news sources add "+web.URL+"/sport.xml"))
		o.press(newsroom, o.see(ann, newsroom, "but I do not read it: paused by hand."), "Resume it")
		o.choose(ann, newsroom, o.see(ann, newsroom, "Resumed"), "Remove")
		o.press(newsroom, o.see(ann, newsroom, "Remove “"), "Keep it")
		o.choose(ann, newsroom, o.see(ann, newsroom, "2 sources"), "Remove")
		o.press(newsroom, o.see(ann, newsroom, "Remove “"), "Remove")
		o.see(ann, newsroom, "is no longer read")
		feeds, err := news.Feeds(t.Context())
		if err != nil || len(feeds) != 1 || feeds[0].Maker != ann {
			t.Errorf("sources are %+v (%v)", feeds, err)
		}
		o.noErrors()
	})
}

// TestSourcesInside refuses addresses of the network in which the bot runs, and
// says so without detail.
func TestSourcesInside(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		news := storetest.Memory(t, store.Options{})
		o := build(t, socket)
		web := newSite(t)
		reader := feed.New(feed.Config{Public: true})
		o.employ(news, command.Config{PublicFeeds: reader, OwnFeeds: feed.New(feed.Config{})})
		for i, address := range []string{web.URL, "http://169.254.169.254/latest/", "http://[::ffff:127.0.0.1]/rss"} {
			o.must(o.Command(t.Context(), ann, newsroom, "/news sources add "+address))
			o.await("a refusal of "+address, func() bool {
				return o.said(ann, newsroom, "The feed could not be added: it leads to an address inside a private network") == i+1
			})
		}
		o.must(o.Command(t.Context(), ann, newsroom, "/news sources test "+web.URL+"/world.xml"))
		o.see(ann, newsroom, "could not be read: it leads to an address inside a private network")
		if feeds, err := news.Feeds(t.Context()); err != nil || len(feeds) > 0 {
			t.Errorf("sources are %+v (%v)", feeds, err)
		}
	})
}
