package store

import (
	"strings"
	"testing"
)

func TestMayBeInside(t *testing.T) {
	settings := []string{"in.example", "in.example:8080"}
	for _, c := range []struct {
		f    Feed
		want bool
	}{
		{Feed{Address: "http://in.example/rss"}, true},
		{Feed{Address: "https://IN.example:8080/rss"}, true},
		{Feed{Address: "http://in.example:6379/rss"}, false},
		{Feed{Address: "http://out.example/rss"}, false},
		{Feed{Address: "http://out.example/rss", Vouched: "out.example"}, true},
		{Feed{Address: "http://moved.example/rss", Vouched: "out.example"}, false},
		{Feed{Address: "http://in.example/rss", Maker: "U1"}, false},
		{Feed{Address: "http://out.example/rss", Vouched: "out.example", Maker: "U1"}, false},
		{Feed{Address: "http://moved.example/" + strings.Repeat("a", 5000)}, false},
	} {
		if got := c.f.MayBeInside(settings); got != c.want {
			t.Errorf("%.40s of %q, vouched for %q: %v, want %v", c.f.Address, c.f.Maker, c.f.Vouched, got, c.want)
		}
	}
}
