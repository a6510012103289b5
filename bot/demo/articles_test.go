package demo

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

// TestLibrary: made-up articles have their pages here, once they are published.
func TestLibrary(t *testing.T) {
	hostile := article(1, "Ellin <b>Post</b>", "</title><script>alert(1)</script>", "The mayor of Ellin said <i>nothing</i> on Monday.")
	hostile.URL = "https://ellin.example/a%2Fb"
	c := config(t, append(some(), hostile))
	c.MadeUp = true
	d, address := openWith(t, c)
	for path, want := range map[string]int{
		strings.TrimPrefix(d.config.News[0].URL, "https:/"): 404, // until it is given its address
		strings.TrimPrefix(d.news.pending[0].URL, address):  404, // of tomorrow
		shelf + "ellin.example/a%2Fb":                       200,
		shelf:                                               404,
		shelf + "ellin.example/":                            404,
	} {
		res, err := http.Get(address + path)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(res.Body)
		res.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		if res.StatusCode != want {
			t.Errorf("%s: HTTP %d, want %d", path, res.StatusCode, want)
		}
		if strings.Contains(string(body), "<script>") || strings.Contains(string(body), "<i>") {
			t.Errorf("%s is not inert:\n%s", path, body)
		}
	}
}

// TestSummarize: the bot reads the pages of the demo's own articles, and nothing
// else on this machine.
func TestSummarize(t *testing.T) {
	c := config(t, some())
	c.MadeUp = true
	d, address := openWith(t, c)
	ann := people[0].ID
	var own string
	for name := range d.library.articles {
		if strings.Contains(name, "library") {
			own = address + shelf + name
		}
	}
	if got := ask(t, d, ann, newsChannel, "/news summarize "+own); !strings.Contains(got, "12 million euros") {
		t.Errorf("the summary of %s is %q", own, got)
	}
	for _, other := range []string{address + "/state", address, strings.Replace(own, "localhost", "127.0.0.1", 1), "http://" + d.workspace.listener.Addr().String() + shelf} {
		if got := ask(t, d, ann, newsChannel, "/news summarize "+other); !strings.Contains(got, "could not be read") {
			t.Errorf("the summary of %s is %q", other, got)
		}
	}
}
