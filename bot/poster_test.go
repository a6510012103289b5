package bot_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot"
	"newsbot/bot/block"
	"newsbot/bot/slackfake"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
	"newsbot/digest/wait"
)

func TestPost(t *testing.T) {
	for _, channel := range []string{"C0NEWS0001", "#news", "news"} {
		w := newWorkspace(t, []string{"chat:write"})
		ts, err := w.post(t, channel, digest())
		if err != nil {
			t.Fatalf("Post to %s: %v", channel, err)
		}
		wantTexts(t, w, "C0NEWS0001", posted)
		if first := w.Messages("C0NEWS0001")[0]; first.TS != ts {
			t.Errorf("Post to %s = %q, want the parent's ts %q", channel, ts, first.TS)
		}
		if n := w.tries(); n != 3 {
			t.Errorf("Post to %s took %d requests, want 3: the pace was not kept", channel, n)
		}
	}
}

// TestEveryPost checks what every request carries, on retries too.
func TestEveryPost(t *testing.T) {
	w := newWorkspace(t, allScopes)
	w.Fail("chat.postMessage", slackfake.Fault{Status: 503}, slackfake.Fault{Error: "rate_limited"}, slackfake.Fault{Error: "invalid_blocks"})
	if _, err := w.post(t, "news", digest()); err != nil {
		t.Fatal(err)
	}
	calls := w.Calls("chat.postMessage")
	if len(calls) != 6 {
		t.Errorf("%d requests, want 6", len(calls))
	}
	for i, c := range calls {
		for arg, want := range map[string]string{"unfurl_links": "false", "unfurl_media": "false", "parse": "none", "mrkdwn": "false"} {
			if c.Args[arg] != want {
				t.Errorf("request %d: %s = %q, want %q", i, arg, c.Args[arg], want)
			}
		}
		if m := c.Args["metadata"]; !strings.Contains(m, `"event_type":"newsbot_digest"`) || !strings.Contains(m, `"run":"`) {
			t.Errorf("request %d: metadata = %s", i, m)
		}
		if c.Args["text"] == "" {
			t.Errorf("request %d has no text", i)
		}
	}
}

// TestNoAnswer loses the answer to each message in each way, with the message
// stored and not: either way each stands once.
func TestNoAnswer(t *testing.T) {
	faults := map[string]slackfake.Fault{
		"502":            {Status: 502},
		"503":            {Status: 503},
		"cut":            {Cut: true},
		"hang":           {Hang: true},
		"no JSON":        {Body: "<html>"},
		"empty object":   {Body: "{}"},
		"internal_error": {Error: "internal_error"},
	}
	for name, fault := range faults {
		for _, channel := range []string{"C0NEWS0001", "#news"} {
			for n := range 3 {
				for _, stored := range []bool{true, false} {
					t.Run(fmt.Sprintf("%s/%s/%d/%v", name, channel, n, stored), func(t *testing.T) {
						t.Parallel()
						w := newWorkspace(t, allScopes)
						if fault.Hang {
							w.poster = w.newPoster(token, 500*time.Millisecond)
						}
						fault := fault
						fault.Done = stored
						w.Fail("chat.postMessage", append(make([]slackfake.Fault, n), fault)...)
						if _, err := w.post(t, channel, digest()); err != nil {
							t.Error(err)
						}
						wantTexts(t, w, "C0NEWS0001", posted)
					})
				}
			}
		}
	}
}

// TestNoAnswerTwice loses answers again and again, also those of the look-up.
func TestNoAnswerTwice(t *testing.T) {
	w := newWorkspace(t, allScopes)
	w.Fail("chat.postMessage", slackfake.Fault{Status: 500}, slackfake.Fault{Cut: true}, slackfake.Fault{Status: 502, Done: true})
	w.Fail("conversations.list", slackfake.Fault{Error: "ratelimited"})
	w.Fail("conversations.history", slackfake.Fault{Status: 502}, slackfake.Fault{Status: 429, RetryAfter: 3 * time.Second})
	if _, err := w.post(t, "#news", digest()); err != nil {
		t.Error(err)
	}
	wantTexts(t, w, "C0NEWS0001", posted)
}

// TestNoSuchChannel: who names a channel that there is not reads how to go on.
func TestNoSuchChannel(t *testing.T) {
	w := newWorkspace(t, allScopes)
	if _, err := w.poster.Identify(t.Context(), "#nope"); err == nil || !strings.Contains(err.Error(), "has no #nope: write its name as Slack shows it") {
		t.Errorf("Identify(#nope): %v", err)
	}
}

// TestCannotLook leaves the bot without the scope to settle a lost answer: it
// must not post twice.
func TestCannotLook(t *testing.T) {
	for _, tt := range []struct {
		channel, scope string
		scopes         []string
	}{
		{"C0NEWS0001", "channels:history", []string{"chat:write"}},
		{"G0SECRET01", "groups:history", []string{"chat:write", "channels:history"}},
		{"#news", "channels:read", []string{"chat:write", "channels:history"}},
	} {
		w := newWorkspace(t, tt.scopes)
		w.Fail("chat.postMessage", slackfake.Fault{Status: 502, Done: true})
		_, err := w.post(t, tt.channel, digest())
		var failed *bot.PostError
		if !errors.As(err, &failed) || failed.Temporary() || !strings.Contains(err.Error(), tt.scope) {
			t.Errorf("Post to %s = %v, want an error that names %s and forbids a retry", tt.channel, err, tt.scope)
		}
		if n := w.tries(); n != 1 {
			t.Errorf("Post to %s sent %d messages, want 1", tt.channel, n)
		}
	}
}

func TestRateLimits(t *testing.T) {
	for name, tt := range map[string]struct {
		fault slackfake.Fault
		slept time.Duration // at least, in one piece
	}{
		"429 with Retry-After":    {slackfake.Fault{Status: 429, RetryAfter: 7 * time.Second}, 7 * time.Second},
		"429 without Retry-After": {slackfake.Fault{Status: 429}, time.Second},
		"rate_limited in a 200":   {slackfake.Fault{Error: "rate_limited"}, time.Second},
		"ratelimited in a 200":    {slackfake.Fault{Error: "ratelimited"}, time.Second},
	} {
		w := newWorkspace(t, []string{"chat:write"})
		w.Fail("chat.postMessage", tt.fault)
		if _, err := w.post(t, "#news", digest()); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		wantTexts(t, w, "C0NEWS0001", posted)
		if w.clock.slept[0] < tt.slept {
			t.Errorf("%s: slept %v, want %v or more first", name, w.clock.slept[0], tt.slept)
		}
	}
}

func TestGivesUp(t *testing.T) {
	forever := func(f slackfake.Fault) []slackfake.Fault { return slices.Repeat([]slackfake.Fault{f}, 20) }
	for name, faults := range map[string][]slackfake.Fault{
		"long pause":   {{Status: 429, RetryAfter: time.Hour}},
		"rate limited": forever(slackfake.Fault{Error: "rate_limited"}),
		"down":         forever(slackfake.Fault{Status: 503}),
		"proxy":        forever(slackfake.Fault{Status: 403}),
		"not Slack":    forever(slackfake.Fault{Status: 404}),
	} {
		w := newWorkspace(t, allScopes)
		w.Fail("chat.postMessage", faults...)
		_, err := w.post(t, "C0NEWS0001", digest())
		var failed *bot.PostError
		if !errors.As(err, &failed) || !failed.Temporary() {
			t.Errorf("%s: Post = %v, want an error that allows a retry", name, err)
		}
		wantTexts(t, w, "C0NEWS0001", nil)
		if n := w.tries(); n > 6 {
			t.Errorf("%s: %d requests", name, n)
		}
	}
}

// A pause that is too long to be waited for is kept by all who share the pace.
func TestLongPauseIsTold(t *testing.T) {
	w := newWorkspace(t, allScopes)
	s := storetest.Memory(t, store.Options{})
	w.poster.Share(s, bot.UsualPace)
	w.Fail("chat.postMessage", slackfake.Fault{Status: 429, RetryAfter: time.Hour})
	if _, err := w.post(t, "C0NEWS0001", digest()); err == nil {
		t.Error("no error for a pause of an hour")
	}
	other := store.Turn{Budget: "messages", Channel: "C0OTHER001", Ticket: "other"}
	if _, granted, err := s.TakeTurn(t.Context(), &other, bot.UsualPace); granted || err != nil {
		t.Errorf("another process may post (%t, %v)", granted, err)
	}
}

// TestReplyFails checks that the error tells which message is not there, and that the
// first one is known.
func TestReplyFails(t *testing.T) {
	w := newWorkspace(t, []string{"chat:write"})
	w.Fail("chat.postMessage", slackfake.Fault{}, slackfake.Fault{Status: 429, RetryAfter: time.Hour})
	ts, err := w.post(t, "#news", digest())
	var failed *bot.PostError
	if !errors.As(err, &failed) || !failed.Temporary() || failed.Message != 1 {
		t.Errorf("Post = %v, want an error about reply 1 that allows a retry", err)
	}
	if first := w.Messages("C0NEWS0001")[0]; ts != first.TS {
		t.Errorf("Post = %q, want the parent's ts %q", ts, first.TS)
	}
}

func TestServerIsAway(t *testing.T) {
	w := newWorkspace(t, allScopes)
	w.server.Close()
	_, err := w.post(t, "#news", digest())
	var failed *bot.PostError
	if !errors.As(err, &failed) || !failed.Temporary() {
		t.Errorf("Post = %v, want an error that allows a retry", err)
	}
}

func TestRefusals(t *testing.T) {
	for _, tt := range []struct {
		channel string
		fault   slackfake.Fault
		code    string
		want    string // in the error
	}{
		{"#foreign", slackfake.Fault{}, "not_in_channel", "/invite"},
		{"#nowhere", slackfake.Fault{}, "channel_not_found", "no channel #nowhere"},
		{"#old", slackfake.Fault{}, "is_archived", "archived"},
		{"#news", slackfake.Fault{Error: "token_revoked"}, "token_revoked", "SLACK_BOT_TOKEN"},
		{"#news", slackfake.Fault{Error: "account_inactive"}, "account_inactive", "install it again"},
		{"#news", slackfake.Fault{Error: "missing_scope", Needed: "chat:write:bot"}, "missing_scope", "chat:write:bot"},
		{"#news", slackfake.Fault{Error: "restricted_action_read_only_channel"}, "restricted_action_read_only_channel", "administrator"},
		{"#news", slackfake.Fault{Error: "metadata_too_large"}, "metadata_too_large", "metadata"},
		{"#news", slackfake.Fault{Error: "brand_new_error"}, "brand_new_error", "brand_new_error"},
		{"#news", slackfake.Fault{Error: "team_added_to_org"}, "team_added_to_org", "being moved"},
	} {
		w := newWorkspace(t, allScopes)
		w.Fail("chat.postMessage", tt.fault)
		_, err := w.post(t, tt.channel, digest())
		wantRefusal(t, err, tt.channel, tt.code, tt.want)
		if n := w.tries(); n != 1 {
			t.Errorf("%s: %d requests, want 1", tt.code, n)
		}
	}
}

func wantRefusal(t *testing.T, err error, channel, code, want string) {
	t.Helper()
	var failed *bot.PostError
	if !errors.As(err, &failed) {
		t.Errorf("%s: %v is no *PostError", code, err)
		return
	}
	if failed.Code != code || failed.Temporary() || failed.Channel != channel {
		t.Errorf("%s: %+v", code, failed)
	}
	if !strings.Contains(err.Error(), want) {
		t.Errorf("%s: error %q does not contain %q", code, err, want)
	}
}

func TestBadTokens(t *testing.T) {
	w := newWorkspace(t, allScopes)
	for token, code := range map[string]string{"xoxb-2-secret": "invalid_auth", "": "not_authed"} {
		w.poster = w.newPoster(token, 30*time.Second)
		_, err := w.post(t, "#news", digest())
		wantRefusal(t, err, "#news", code, "SLACK_BOT_TOKEN")
	}
}

func TestPlainerLayouts(t *testing.T) {
	for _, code := range []string{"invalid_blocks", "msg_blocks_too_long", "msg_too_long"} {
		for refusals, want := range []string{`"rich_text"`, `"section"`, ""} {
			w := newWorkspace(t, allScopes)
			w.Fail("chat.postMessage", slices.Repeat([]slackfake.Fault{{Error: code}}, refusals)...)
			if _, err := w.post(t, "#news", digest()); err != nil {
				t.Fatalf("%s %d times: %v", code, refusals, err)
			}
			wantTexts(t, w, "C0NEWS0001", posted)
			for i, m := range w.Messages("C0NEWS0001") {
				if got := string(m.Blocks); !strings.Contains(got, want) || (want == "") != (got == "") {
					t.Errorf("%s %d times: message %d has blocks %s, want %s", code, refusals, i, got, want)
				}
			}
			if got, want := w.tries(), 3+refusals; got != want {
				t.Errorf("%s %d times: %d requests, want %d: replies start with the layout that was taken", code, refusals, got, want)
			}
		}
		w := newWorkspace(t, allScopes)
		w.Fail("chat.postMessage", slices.Repeat([]slackfake.Fault{{Error: code}}, 3)...)
		_, err := w.post(t, "#news", digest())
		wantRefusal(t, err, "#news", code, code)
	}
}

// TestOwnMistake posts a message that breaks a limit: the plainer layout is
// posted at once.
func TestOwnMistake(t *testing.T) {
	w := newWorkspace(t, allScopes)
	m := block.Message{Text: "text", Blocks: []slack.Block{slack.NewHeaderBlock(slack.NewTextBlockObject("plain_text", strings.Repeat("x", 151), false, false))}}
	if _, err := w.post(t, "#news", []block.Message{m}); err != nil {
		t.Fatal(err)
	}
	if m := w.Messages("C0NEWS0001")[0]; m.Blocks != nil || w.tries() != 1 {
		t.Errorf("blocks %s after %d requests, want none after 1", m.Blocks, w.tries())
	}
}

// TestAwayWhileSomebodyWaits: who posts a digest by a command soon reads that Slack is
// away; the service waits longer.
func TestAwayWhileSomebodyWaits(t *testing.T) {
	w := newWorkspace(t, allScopes)
	w.server.Close()
	began := w.clock.Now()
	_, err := w.post(t, "#news", digest())
	if took := w.clock.Now().Sub(began); err == nil || !strings.Contains(err.Error(), "Slack cannot be reached") || took > 6*time.Second {
		t.Errorf("Post = %v after %s, want that Slack cannot be reached after 6s", err, took)
	}
	began = w.clock.Now()
	_, _, err = resume(t, w, "#news")
	if took := w.clock.Now().Sub(began); err == nil || took < time.Minute {
		t.Errorf("Resume = %v after %s, want an error after a minute", err, took)
	}
}

func TestCancelled(t *testing.T) {
	w := newWorkspace(t, allScopes)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := w.poster.Post(ctx, "#news", digest()); !errors.Is(err, context.Canceled) {
		t.Errorf("Post = %v, want %v", err, context.Canceled)
	}
	wantTexts(t, w, "C0NEWS0001", nil)
}

// TestCancelledWhileSlackHangs ends a process while Slack gives no answer: that waits for
// less than the request would.
func TestCancelledWhileSlackHangs(t *testing.T) {
	w := newWorkspace(t, allScopes)
	w.Fail("chat.postMessage", slackfake.Fault{Hang: true})
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(100*time.Millisecond, cancel)
	began := time.Now()
	_, err := w.poster.Post(ctx, "C0NEWS0001", digest())
	if took := time.Since(began); !errors.Is(err, context.Canceled) || took < wait.Grace || took > 2*wait.Grace {
		t.Errorf("Post = %v after %s, want %v after %s", err, took, context.Canceled, wait.Grace)
	}
}

// TestPaceIsShared posts two digests to one channel, the second at once after the first
// and under another name. Slack refuses what comes too soon.
func TestPaceIsShared(t *testing.T) {
	w := newWorkspace(t, []string{"chat:write"})
	for _, channel := range []string{"#news", "C0NEWS0001"} {
		if _, err := w.post(t, channel, digest()); err != nil {
			t.Error(err)
		}
	}
	wantTexts(t, w, "C0NEWS0001", slices.Concat(posted, posted))
	if n := w.tries(); n != 6 {
		t.Errorf("%d requests, want 6: the pace was not kept", n)
	}
}

func TestSystemClock(t *testing.T) {
	c := bot.SystemClock{}
	start := c.Now()
	if err := c.Sleep(t.Context(), time.Millisecond); err != nil || c.Now().Sub(start) < time.Millisecond {
		t.Errorf("Sleep = %v after %v", err, c.Now().Sub(start))
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := c.Sleep(ctx, time.Hour); !errors.Is(err, context.Canceled) {
		t.Errorf("Sleep = %v, want %v", err, context.Canceled)
	}
}
