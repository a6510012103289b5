package main

import (
	"bytes"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"newsbot/bot"
	"newsbot/digest/store"
)

// examiner returns an examination without settings, and what it writes.
func examiner() (*examination, *bytes.Buffer) {
	out := new(bytes.Buffer)
	return &examination{app: &app{streams: streams{out: out}}}, out
}

// A token with the scopes of the manifest has all, and one that lacks one is told which.
func TestScopes(t *testing.T) {
	all := slices.Sorted(maps.Keys(scopeOf))
	examine := func(granted []string) (*examination, string) {
		e, out := examiner()
		e.scopes(granted)
		return e, out.String()
	}
	if e, got := examine(all); e.broken || strings.Count(got, "\n") != 1 || !strings.Contains(got, "has all that are needed") {
		t.Errorf("with all scopes: %s", got)
	}
	for _, scope := range all {
		granted := slices.DeleteFunc(slices.Clone(all), func(s string) bool { return s == scope })
		e, got := examine(granted)
		if strings.Count(got, "the token lacks") != 1 || !strings.Contains(got, "lacks "+scope+": ") || e.broken != (scope == "chat:write") {
			t.Errorf("without %s: %s", scope, got)
		}
	}
}

// How full Redis is, is told when it matters.
func TestMemory(t *testing.T) {
	for _, c := range []struct {
		used, most int64
		mark       string
	}{
		{50, 0, doubt}, {50, 100, ""}, {89, 100, ""}, {95, 100, broken}, {100, 100, broken}, {120, 100, broken},
	} {
		e, out := examiner()
		e.memory(store.Checkup{Version: "7.2", Memory: c.used << 20, MaxMemory: c.most << 20, Policy: "noeviction"})
		mark, _, _ := strings.Cut(out.String(), " ")
		if mark != c.mark || e.broken != (c.mark == broken) {
			t.Errorf("%d of %d MB: %q, want %q in\n%s", c.used, c.most, mark, c.mark, out.String())
		}
	}
}

// A source that brings more than is taken of one in a day is told on that day.
func TestCapped(t *testing.T) {
	for ago, want := range map[time.Duration]string{0: doubt, 25 * time.Hour: well} {
		e, out := examiner()
		now := time.Now()
		e.sources([]store.Feed{{State: store.FeedActive, Address: "https://a.example/1", Health: store.FeedHealth{Checked: now, Capped: now.Add(-ago)}}}, nil)
		if got := out.String(); e.broken || strings.Count(got, "source") == 0 || !strings.HasPrefix(got, want) {
			t.Errorf("a feed that had too much %s ago: %s", ago, got)
		}
	}
}

// A source is judged by its last readings, and one that was not read yet is not well.
func TestFailingSources(t *testing.T) {
	now := time.Now()
	failed := func(failures int, since time.Duration) store.Feed {
		h := store.FeedHealth{Checked: now, Failure: "answers with status 404", Failures: failures, Failing: now.Add(-since)}
		return store.Feed{ID: "1", State: store.FeedActive, Address: "https://a.example/1", Health: h}
	}
	read := store.Feed{State: store.FeedActive, Health: store.FeedHealth{Checked: now}}
	for _, c := range []struct {
		feed store.Feed
		want string
	}{
		{failed(1, 3*time.Hour), "look    source   https://a.example/1 answers with status 404 (1 failure, 3 h ago)\n                 it is tried again; newsbot sources test 1 does so now\n"},
		{failed(4, 3*time.Hour), "look    source   https://a.example/1 answers with status 404 (4 failures, the first 3 h ago)\n"},
		{failed(9, 50*time.Hour), "broken  source   https://a.example/1 has failed since "},
		{store.Feed{State: store.FeedActive, Added: now}, "ok      sources  none is failing: 2 sources, 1 not read yet\n"},
		{store.Feed{State: store.FeedActive, Added: now.Add(-25 * time.Hour)}, "broken  sources  1 source was never read\n"},
		{read, "ok      sources  none is failing: 2 sources\n"},
	} {
		e, out := examiner()
		if e.sources([]store.Feed{read, c.feed}, nil); !strings.HasPrefix(out.String(), c.want) {
			t.Errorf("%+v:\n%s\nwant\n%s", c.feed.Health, out.String(), c.want)
		}
	}
}

// Settings are compared with those of the bot that runs.
func TestOtherSettings(t *testing.T) {
	s, err := store.OpenMemory(t.Context(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	utc := zone{Location: time.UTC}
	examine := func(channel string) string {
		var out bytes.Buffer
		a := &app{streams: streams{out: &out}, config: config{Channel: channel, Edition: "Morning", Zone: utc}}
		if err := (&examination{app: a}).settings(t.Context(), s); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	if got := examine("C1"); got != "" {
		t.Errorf("no bot runs: %s", got)
	}
	terms := bot.SettingsTerms((&app{config: config{Channel: "C1", Edition: "Morning", Zone: utc}}).subscription())
	if _, _, err := s.LeaseShared(t.Context(), bot.SettingsLease, terms, time.Minute); err != nil {
		t.Fatal(err)
	}
	for channel, want := range map[string]string{"C1": "", "": "", "C2": "look    digest   a bot on this Redis has other settings: DIGEST_CHANNEL C1,"} {
		if got := examine(channel); !strings.HasPrefix(got, want) || (got == "") != (want == "") {
			t.Errorf("DIGEST_CHANNEL=%s: %q, want %q", channel, got, want)
		}
	}
}

// A proxy of the environment is told of that is not used for everything, and of one of
// the settings how it answers.
func TestProxy(t *testing.T) {
	proxy := func(status int) string {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.Host != "newsbot.invalid" {
				t.Errorf("the proxy is asked for %s", r.Host)
			}
			w.WriteHeader(status)
		}))
		t.Cleanup(server.Close)
		return server.URL
	}
	dead := httptest.NewServer(nil)
	dead.Close()
	for _, c := range []struct{ environment, setting, told string }{
		{"", "", ""},
		{"http://proxy.example:3128", "", doubt + "    proxy    HTTPS_PROXY is not used"},
		{"http://proxy.example:3128", proxy(http.StatusServiceUnavailable), well + "      proxy    FEED_PROXY at 127.0.0.1:"},
		{"", proxy(http.StatusFound), well + "      proxy    FEED_PROXY at 127.0.0.1:"},
		{"", proxy(http.StatusProxyAuthRequired), broken + "  proxy    FEED_PROXY at 127.0.0.1:"},
		{"", dead.URL, broken + "  proxy    FEED_PROXY at 127.0.0.1:"},
	} {
		t.Setenv("HTTPS_PROXY", c.environment)
		t.Setenv("https_proxy", "")
		e, out := examiner()
		if c.setting != "" {
			if err := e.config.Proxy.Decode(c.setting); err != nil {
				t.Fatal(err)
			}
		}
		e.proxy(t.Context())
		if got := out.String(); !strings.HasPrefix(got, c.told) || (got == "") != (c.told == "") || e.broken != strings.HasPrefix(c.told, broken) {
			t.Errorf("HTTPS_PROXY=%s FEED_PROXY=%s: %q, want %q", c.environment, c.setting, got, c.told)
		}
	}
}

func TestReplica(t *testing.T) {
	e, out := examiner()
	e.redis(store.Checkup{Version: "7.2", Replica: true})
	if got := out.String(); !e.broken || !strings.HasPrefix(got, "broken  redis    is a replica") {
		t.Error(got)
	}
}
