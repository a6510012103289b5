package feed

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

// TestPermitting: every request is asked about before it is made, and what is not
// permitted is not asked for; that is not remembered.
func TestPermitting(t *testing.T) {
	end := http.NewServeMux()
	end.HandleFunc("/dam", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, aPage) })
	end.HandleFunc("/feed", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, aFeed) })
	var made []string
	serve := func(name string, mux *http.ServeMux) string {
		site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			made = append(made, name+r.URL.Path)
			mux.ServeHTTP(w, r)
		}))
		t.Cleanup(site.Close)
		return site.URL
	}
	to := serve("to", end)
	begin := http.NewServeMux()
	begin.Handle("/page", http.RedirectHandler(to+"/dam", http.StatusFound))
	begin.Handle("/robots.txt", http.RedirectHandler(to+"/robots.txt", http.StatusFound))
	begin.Handle("/feed", http.RedirectHandler(to+"/feed", http.StatusFound))
	begin.HandleFunc("/home", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, `<html><head><link rel="alternate" type="application/rss+xml" href="%s/feed"></head><body></body></html>`, to)
	})
	from := serve("from", begin)

	page := func(r *Reader) error { _, err := r.Page(t.Context(), from+"/page"); return err }
	poll := func(path string) func(*Reader) error {
		return func(r *Reader) error { _, err := r.Poll(t.Context(), from+path, Validators{}); return err }
	}
	refusal := errors.New("somebody else asks it")
	for _, c := range []struct {
		name  string
		read  func(*Reader) error
		first string // what is refused, and made the second time
		made  string // before that, and then
	}{
		{"a page", page, "from/robots.txt", "; from/robots.txt to/robots.txt from/page to/robots.txt to/dam"},
		{"where the rules of a site are", page, "to/robots.txt", "from/robots.txt; from/robots.txt to/robots.txt from/page to/robots.txt to/dam"},
		{"where a page leads", page, "to/dam", "from/robots.txt to/robots.txt from/page; from/page to/robots.txt to/dam"},
		{"where a feed leads", poll("/feed"), "to/feed", "from/feed; from/feed to/feed"},
		{"a feed that a page names", poll("/home"), "to/feed", "from/home; from/home to/feed"},
	} {
		refuse := c.first
		r := New(Config{Allow: local, Limits: Limits{Delay: time.Millisecond}}).Permitting(func(_ context.Context, u *url.URL) error {
			name := strings.NewReplacer(from, "from", to, "to").Replace(u.String())
			if name == refuse {
				return refusal
			}
			return nil
		})
		made = nil
		if err := c.read(r); !errors.Is(err, refusal) {
			t.Errorf("%s: %v, want the refusal", c.name, err)
		}
		before := made
		refuse, made = "", nil
		if err := c.read(r); err != nil {
			t.Errorf("%s, once it is permitted: %v", c.name, err)
		}
		if got, want := strings.Join(before, " ")+"; "+strings.Join(made, " "), c.made; got != want {
			t.Errorf("%s: asked for %s, want %s", c.name, got, want)
		}
	}
}
