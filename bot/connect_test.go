package bot_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"newsbot/bot"
	"newsbot/bot/command"
	"newsbot/bot/slackfake"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// backends runs a test on the embedded Redis and on a real one.
func backends(t *testing.T, test func(t *testing.T, ledger *store.Store)) {
	t.Run("memory", func(t *testing.T) {
		test(t, storetest.Memory(t, store.Options{}))
	})
	t.Run("redis", func(t *testing.T) {
		test(t, storetest.At(t, storetest.StartRedis(t).URL(), store.Options{}))
	})
}

// What Slack tells twice is done once, by whichever process hears it.
func TestRedelivered(t *testing.T) {
	t.Parallel()
	backends(t, func(t *testing.T, ledger *store.Store) {
		both(t, func(t *testing.T, socket bool) {
			var answered atomic.Int32
			s := script{command: func(context.Context, command.Request) command.Reply {
				return say(fmt.Sprint("answer ", answered.Add(1)))
			}}
			o := openWith(t, socket, s, ledger)
			if socket { // every other envelope goes to another process
				second := *o
				second.app = o.newApp(token, appToken, true)
				second.app.Open(s, ledger)
				second.run()
				o.await("four connections", func() bool { return o.Links() == 4 })
			}
			o.must(o.Command(t.Context(), ann, newsroom, "/news"))
			for range 4 {
				o.must(o.Redeliver(t.Context()))
			}
			_, err := o.Say(t.Context(), ann, newsroom, "<@"+slackfake.BotID+"> hi", "")
			o.must(err)
			for range 4 {
				o.must(o.Redeliver(t.Context()))
			}
			o.see(ann, newsroom, "answer 2")
			time.Sleep(300 * time.Millisecond)
			if n := o.said(ann, newsroom, "answer"); n != 2 {
				t.Errorf("%d answers, want 2", n)
			}
		})
	})
}

// Without Redis people read why there is no answer, and with it again there is.
func TestRedisLost(t *testing.T) {
	redis := storetest.StartRedis(t)
	ledger := storetest.At(t, redis.URL(), store.Options{})
	o := openWith(t, true, script{}, ledger)
	o.must(o.Command(t.Context(), ann, newsroom, "/news 1"))
	o.see(ann, newsroom, "you said 1")
	redis.Kill()
	o.must(o.Command(t.Context(), ann, newsroom, "/news 2"))
	o.see(ann, newsroom, "cannot reach my articles")
	redis.Start(t)
	o.await("an answer", func() bool {
		o.must(o.Command(t.Context(), ann, newsroom, "/news 3"))
		time.Sleep(100 * time.Millisecond)
		return o.said(ann, newsroom, "you said 3") > 0
	})
}

// A Redis that takes questions and does not answer keeps nobody waiting, whether
// the answer goes to all or to the asker alone.
func TestRedisHangs(t *testing.T) {
	t.Parallel()
	server := storetest.StartRedis(t)
	opened := storetest.At(t, server.URL(), store.Options{})
	o := openWith(t, true, script{}, opened)
	o.poster.Share(opened, bot.UsualPace)
	o.must(o.Command(t.Context(), ann, newsroom, "/news 1"))
	o.see(ann, newsroom, "you said 1")
	client := redis.NewClient(&redis.Options{Addr: server.Addr()})
	defer client.Close()
	o.must(client.Do(t.Context(), "CLIENT", "PAUSE", 60_000, "ALL").Err())
	began := time.Now()
	o.must(o.Command(t.Context(), ann, newsroom, "/news 2"))
	_, err := o.Say(t.Context(), bob, newsroom, "<@"+slackfake.BotID+"> 3", "")
	o.must(err)
	o.await("two answers", func() bool {
		return o.said(ann, newsroom, "cannot reach my articles") == 1 && o.said(bob, newsroom, "cannot reach my articles") == 1
	})
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("the answers took %s", took)
	}
}

func TestBeforeThereAreArticles(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		o := build(t, socket)
		o.run()
		o.await("a known bot", func() bool { return len(o.Calls("auth.test")) > 0 && (!socket || o.Links() == 2) })
		o.must(o.Command(t.Context(), ann, newsroom, "/news"))
		o.see(ann, newsroom, "just started")
	})
}

// request is a signed command from outside Slack.
func (o *office) request(body string, change func(*http.Request)) int {
	o.t.Helper()
	r, err := http.NewRequest(http.MethodPost, o.web+"/slack/commands", strings.NewReader(body))
	o.must(err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	o.Sign(r, []byte(body))
	if change != nil {
		change(r)
	}
	res, err := http.DefaultClient.Do(r)
	o.must(err)
	defer res.Body.Close()
	answer, err := io.ReadAll(res.Body)
	o.must(err)
	if res.StatusCode == http.StatusUnauthorized && len(answer) > 0 {
		o.t.Errorf("a refusal tells %q", answer)
	}
	return res.StatusCode
}

func TestForgedRequests(t *testing.T) {
	var asked atomic.Int32
	o := open(t, false, script{command: func(context.Context, command.Request) command.Reply {
		asked.Add(1)
		return command.Reply{}
	}})
	body := url.Values{"command": {"/news"}, "text": {"x"}, "user_id": {ann}, "channel_id": {newsroom}, "trigger_id": {"1"}}.Encode()
	other := slackfake.New(slackfake.Options{SigningSecret: "another"})
	for name, tt := range map[string]struct {
		body   string
		change func(*http.Request)
		want   int
	}{
		"another secret": {body, func(r *http.Request) { other.Sign(r, []byte(body)) }, 401},
		"another body":   {body, func(r *http.Request) { o.Sign(r, []byte(body+"&x=y")) }, 401},
		"no signature":   {body, func(r *http.Request) { r.Header.Del("X-Slack-Signature") }, 401},
		"no timestamp":   {body, func(r *http.Request) { r.Header.Del("X-Slack-Request-Timestamp") }, 401},
		"cut signature":  {body, func(r *http.Request) { r.Header.Set("X-Slack-Signature", r.Header.Get("X-Slack-Signature")[:20]) }, 401},
		"no version": {body, func(r *http.Request) {
			r.Header.Set("X-Slack-Signature", strings.TrimPrefix(r.Header.Get("X-Slack-Signature"), "v0="))
		}, 401},
		"other timestamp": {body, func(r *http.Request) { r.Header.Set("X-Slack-Request-Timestamp", fmt.Sprint(time.Now().Unix()+1)) }, 401},
		"late":            {body, func(r *http.Request) { signAt(r, body, time.Now().Add(-301*time.Second)) }, 401},
		"early":           {body, func(r *http.Request) { signAt(r, body, time.Now().Add(302*time.Second)) }, 401},
		"method":          {body, func(r *http.Request) { r.Method = http.MethodPut }, 405},
		"JSON":            {body, func(r *http.Request) { r.Header.Set("Content-Type", "application/json") }, 415},
		"too long":        {strings.Repeat("x", 1<<20+1), nil, 413},
		"no command":      {"text=x", nil, 400},
		"no form":         {"%zz", nil, 400},
		"path":            {body, func(r *http.Request) { r.URL.Path = "/slack/other" }, 404},
	} {
		if got := o.request(tt.body, tt.change); got != tt.want {
			t.Errorf("%s: HTTP %d, want %d", name, got, tt.want)
		}
	}
	if n := asked.Load(); n != 0 {
		t.Errorf("%d forged commands were answered", n)
	}
	signed := http.Header{}
	if got := o.request(body, func(r *http.Request) { signed = r.Header.Clone() }); got != 200 {
		t.Errorf("a genuine command: HTTP %d, want 200", got)
	}
	if got := o.request(body, func(r *http.Request) { r.Header = signed }); got != 401 {
		t.Errorf("a replayed command: HTTP %d, want 401", got)
	}
	shown := httptest.NewRecorder()
	o.metrics.ServeHTTP(shown, httptest.NewRequest("GET", "/metrics", nil))
	if want := "newsbot_forged_requests_total 10\n"; !strings.Contains(shown.Body.String(), want) {
		t.Errorf("metrics lack %q:\n%s", want, shown.Body)
	}
}

// A secret that is not Slack's, and a clock that is wrong, are told in the log, once.
func TestWrongSecret(t *testing.T) {
	body := url.Values{"command": {"/news"}, "text": {"x"}, "user_id": {ann}, "channel_id": {newsroom}, "trigger_id": {"1"}}.Encode()
	other := slackfake.New(slackfake.Options{SigningSecret: "another"})
	wrong := func(r *http.Request) { other.Sign(r, []byte(body)) }
	old := func(r *http.Request) { signAt(r, body, time.Now().Add(-time.Hour)) }
	for name, c := range map[string]struct {
		before int // genuine requests
		change func(*http.Request)
		times  int
		want   string // in the log, once; "": nothing
	}{
		"a secret":                  {0, wrong, 30, "not signed with SLACK_SIGNING_SECRET"},
		"a clock":                   {0, old, 30, "set this machine's clock"},
		"a new secret":              {1, wrong, 30, "not signed with SLACK_SIGNING_SECRET"},
		"a few of somebody else":    {1, wrong, 5, ""},
		"what Slack would not send": {0, func(r *http.Request) { r.Header.Set("X-Slack-Signature", "v0=00") }, 30, ""},
	} {
		t.Run(name, func(t *testing.T) {
			o := open(t, false, script{command: func(context.Context, command.Request) command.Reply { return command.Reply{} }})
			for range c.before {
				o.request(body, nil)
			}
			for range c.times {
				if got := o.request(body, c.change); got != 401 {
					t.Errorf("HTTP %d, want 401", got)
				}
			}
			log := o.log.String()
			if c.want != "" && strings.Count(log, c.want) != 1 || strings.Count(log, "level=WARN") > min(1, len(c.want)) {
				t.Errorf("the log does not say %q once:\n%s", c.want, log)
			}
		})
	}
}

// signAt signs a request as Slack would have done at another time.
func signAt(r *http.Request, body string, at time.Time) {
	s := slackfake.New(slackfake.Options{SigningSecret: signing, Now: func() time.Time { return at }})
	s.Sign(r, []byte(body))
}

func TestSlacksChecks(t *testing.T) {
	o := open(t, false, script{})
	res, err := http.Get(o.web + "/slack/commands?ssl_check=1&token=x")
	o.must(err)
	res.Body.Close()
	if res.StatusCode != 200 {
		t.Errorf("ssl_check: %s", res.Status)
	}
	if got := o.request("ssl_check=1&token=x", nil); got != 200 {
		t.Errorf("ssl_check by POST: HTTP %d", got)
	}
	body := `{"type":"url_verification","token":"x","challenge":"3eZbrw1aB"}`
	r, err := http.NewRequest(http.MethodPost, o.web+"/slack/events", strings.NewReader(body))
	o.must(err)
	r.Header.Set("Content-Type", "application/json")
	o.Sign(r, []byte(body))
	res, err = http.DefaultClient.Do(r)
	o.must(err)
	defer res.Body.Close()
	if answer, err := io.ReadAll(res.Body); err != nil || string(answer) != "3eZbrw1aB" {
		t.Errorf("url_verification: %q, %v", answer, err)
	}
}

// Slack renews one connection after the other; no command is lost.
func TestRenewedConnections(t *testing.T) {
	t.Parallel()
	o := open(t, true, script{})
	for i := range 30 {
		if i%5 == 0 { // each kind twice: the pauses grow
			o.await("two connections", func() bool { return o.Links() == 2 })
			o.Disconnect([]string{"warning", "refresh_requested", "link_disabled"}[i/5%3])
		}
		if err := o.Command(t.Context(), ann, newsroom, fmt.Sprintf("/news %02d.", i)); err != nil {
			t.Errorf("command %d: %v", i, err)
		}
	}
	for i := range 30 {
		o.see(ann, newsroom, fmt.Sprintf("you said %02d.", i))
	}
}

func TestNetworkLost(t *testing.T) {
	t.Parallel()
	o := open(t, true, script{})
	o.Fail("apps.connections.open", slackfake.Fault{Cut: true}, slackfake.Fault{Status: 502}, slackfake.Fault{Error: "fatal_error"},
		slackfake.Fault{Error: "invalid_auth"}) // a good token that is refused later may be good again
	o.CutLinks()
	o.await("no connection", func() bool { return o.Links() == 0 })
	if err := o.Command(t.Context(), ann, newsroom, "/news 1"); !errors.Is(err, slackfake.ErrDispatch) {
		t.Errorf("a command without a connection: %v", err)
	}
	o.await("two connections", func() bool { return o.Links() == 2 })
	o.must(o.Command(t.Context(), ann, newsroom, "/news 2"))
	o.see(ann, newsroom, "you said 2")
}

// A token that Slack does not take ends the bot with a sentence, at the start.
func TestWrongTokens(t *testing.T) {
	for name, tt := range map[string]struct {
		token, appToken string
		fault           slackfake.Fault
		want            string
	}{
		"bot token":     {"xoxb-wrong-secret", appToken, slackfake.Fault{}, "SLACK_BOT_TOKEN"},
		"app token":     {token, "xapp-wrong-secret", slackfake.Fault{}, "SLACK_APP_TOKEN"},
		"kind of token": {token, token, slackfake.Fault{}, "SLACK_APP_TOKEN"},
		"scope":         {token, appToken, slackfake.Fault{Error: "missing_scope", Needed: "connections:write"}, "connections:write"},
	} {
		t.Run(name, func(t *testing.T) {
			o := build(t, true)
			o.Fail("apps.connections.open", tt.fault, tt.fault)
			ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
			defer cancel()
			err := o.newApp(tt.token, tt.appToken, true).Run(ctx)
			var refused *bot.ConnectError
			if !errors.As(err, &refused) || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "secret") {
				t.Errorf("Run = %v, want a sentence about %s", err, tt.want)
			}
			o.checkGoroutines()
		})
	}
}

// At the start Slack may be away: that is waited for.
func TestSlackAwayAtTheStart(t *testing.T) {
	t.Parallel()
	o := build(t, true)
	o.Fail("auth.test", slackfake.Fault{Status: 503}, slackfake.Fault{Cut: true}, slackfake.Fault{Status: 429})
	o.run()
	o.await("two connections", func() bool { return o.Links() == 2 })
}

// Who stops the bot lets it finish what it has begun, and no more comes in.
func TestStop(t *testing.T) {
	t.Parallel()
	both(t, func(t *testing.T, socket bool) {
		begun, release := make(chan struct{}), make(chan struct{})
		o := open(t, socket, script{command: func(context.Context, command.Request) command.Reply {
			close(begun)
			<-release
			return say("to the end")
		}})
		o.must(o.Command(t.Context(), ann, newsroom, "/news"))
		<-begun
		var stopping sync.WaitGroup
		stopping.Go(func() { o.stop() })
		o.await("a closed door", func() bool {
			err := o.Command(t.Context(), bob, newsroom, "/news")
			return err != nil || o.said(bob, newsroom, "too much to do") > 0
		})
		close(release)
		stopping.Wait()
		if o.said(ann, newsroom, "to the end") != 1 {
			t.Error("the answer was not finished")
		}
	})
}

// An event or message that the bot does not know is acknowledged and left alone.
func TestUnknownMessages(t *testing.T) {
	both(t, func(t *testing.T, socket bool) {
		o := open(t, socket, script{})
		o.must(o.Tell(t.Context(), "events_api", map[string]any{"type": "event_callback", "event_id": "Ev1", "event": map[string]any{"type": "comet_seen"}}))
		o.must(o.Tell(t.Context(), "events_api", map[string]any{"type": "event_callback", "event_id": "Ev2",
			"event": map[string]any{"type": "message", "channel_type": "im", "bot_id": "B1", "user": bob, "text": "from a bot", "channel": newsroom}}))
		o.must(o.Tell(t.Context(), "interactive", map[string]any{"type": "view_closed", "user": map[string]any{"id": ann}}))
		o.must(o.Command(t.Context(), ann, newsroom, "/news x"))
		o.see(ann, newsroom, "you said x")
		if n := o.said(ann, newsroom, ""); n != 1 {
			t.Errorf("%d messages, want 1", n)
		}
	})
}

func TestMetrics(t *testing.T) {
	o := open(t, true, script{})
	o.must(o.Command(t.Context(), ann, newsroom, "/news x"))
	o.see(ann, newsroom, "you said x")
	o.await("metrics", func() bool {
		shown := httptest.NewRecorder()
		o.metrics.ServeHTTP(shown, httptest.NewRequest("GET", "/metrics", nil))
		for _, want := range []string{`newsbot_errands_total{kind="command",outcome="answered"} 1`, "newsbot_connections 2", "newsbot_waiting 0",
			`newsbot_answer_seconds_bucket{le="+Inf"} 1`, "newsbot_answer_seconds_count 1"} {
			if !strings.Contains(shown.Body.String(), want+"\n") {
				return false
			}
		}
		return true
	})
}
