package store

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseURL(t *testing.T) {
	type want struct {
		Addrs                          []string
		DB                             int
		User, Password                 string
		TLS, Cluster                   bool
		Server                         string
		Master, SentUser, SentPassword string
	}
	for _, c := range []struct {
		url  string
		want want
	}{
		{"redis://localhost", want{Addrs: []string{"localhost:6379"}}},
		{"redis://:s3cret@10.0.0.1:7000/2", want{Addrs: []string{"10.0.0.1:7000"}, DB: 2, Password: "s3cret"}},
		{"redis://bot:s3%40cret@h", want{Addrs: []string{"h:6379"}, User: "bot", Password: "s3@cret"}},
		{"redis://[::1]:7000", want{Addrs: []string{"[::1]:7000"}}},
		{"rediss://h:6380", want{Addrs: []string{"h:6380"}, TLS: true, Server: "h"}},
		{"unix:///run/redis.sock?db=3", want{Addrs: []string{"/run/redis.sock"}, DB: 3}},
		{"unix://:s3cret@/run/redis.sock", want{Addrs: []string{"/run/redis.sock"}, Password: "s3cret"}},
		{"redis://a:1,b:2,c", want{Addrs: []string{"a:1", "b:2", "c:6379"}}},
		{"redis://a,[::1]", want{Addrs: []string{"a:6379", "[::1]:6379"}}},
		{"rediss://u:s3cret@a:1,b:2", want{Addrs: []string{"a:1", "b:2"}, User: "u", Password: "s3cret", TLS: true}},
		{"redis://a?cluster=true", want{Addrs: []string{"a:6379"}, Cluster: true}},
		{"redis://u:s3cret@a:1,b/1?master_name=m&sentinel_username=su&sentinel_password=sp", want{Addrs: []string{"a:1", "b:26379"}, DB: 1, User: "u", Password: "s3cret", Master: "m", SentUser: "su", SentPassword: "sp"}},
		{"redis-sentinel://:s3cret@a,b:2/m/4", want{Addrs: []string{"a:26379", "b:2"}, DB: 4, Password: "s3cret", Master: "m"}},
		{"redis-sentinel://a/m", want{Addrs: []string{"a:26379"}, Master: "m"}},
		{"rediss-sentinel://a/m", want{Addrs: []string{"a:26379"}, Master: "m", TLS: true, Server: "a"}},
	} {
		u, err := parseURL(c.url)
		if err != nil {
			t.Errorf("%s: %v", c.url, err)
			continue
		}
		o := u.options()
		got := want{Addrs: o.Addrs, DB: o.DB, User: o.Username, Password: o.Password, Cluster: o.IsClusterMode,
			Master: o.MasterName, SentUser: o.SentinelUsername, SentPassword: o.SentinelPassword}
		if o.TLSConfig != nil {
			got.TLS, got.Server = true, o.TLSConfig.ServerName
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: (-want +got)\n%s", c.url, d)
		}
		if s := u.String(); strings.Contains(s, "s3") || strings.Contains(s, "sp") {
			t.Errorf("%s: named %q in messages", c.url, s)
		}
	}
}

func TestParseURLErrors(t *testing.T) {
	for _, url := range []string{
		"", "s3cret", "localhost:6379", "http://s3cret@h", "redis://:s3cret@h:port", "redis://:s3%ZZcret@h",
		"redis://h/s3cret", "redis://h?s3cret", "redis://h?db=s3cret", "redis://h?dial_timeout=s3cret",
		"redis://h?cluster=s3cret", "redis://h?a;s3cret", "redis://:s3cret@h/0/1", "unix://s3cret", "redis://\x00s3cret",
		"redis-sentinel://:s3cret@h", "redis-sentinel://h/m/s3cret", "redis://:s3cret@a,b:x:y", "redis://a,,b", "redis://s3cret:x y@h",
	} {
		_, err := parseURL(url)
		if err == nil {
			t.Errorf("%q: no error", url)
		} else if strings.Contains(err.Error(), "s3") {
			t.Errorf("%q: the error holds the secret: %v", url, err)
		}
	}
}

func FuzzParseURL(f *testing.F) {
	for _, s := range []string{"redis://localhost", "redis://u:p@a:1,b:2/3?master_name=m", "redis-sentinel://a,b/m/1", "unix:///s?db=1", "redis://[::1]:7000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		u, err := parseURL(s)
		if err == nil && len(u.options().Addrs) == 0 {
			t.Errorf("%q: no address", s)
		}
	})
}
