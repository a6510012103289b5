package poll

import (
	"errors"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/render"
)

func TestContent(t *testing.T) {
	p := feed.Polled{Articles: []digest.Article{{Title: "Lighthouse is lit"}}}
	for _, c := range []struct {
		cut  error
		want string
	}{
		{nil, "1 item, 0 with full text"},
		{&feed.InputError{Input: "https://a.example/", Err: errors.New("is broken XML")}, "1 item, 0 with full text; it is broken XML"},
	} {
		p.Cut = c.cut
		if words, newest := Content(p, 5, render.Reader{Zone: time.UTC}); words != c.want || len(newest) != 1 {
			t.Errorf("%q, %d articles, want %q and one", words, len(newest), c.want)
		}
	}
}
