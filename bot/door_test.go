package bot_test

import (
	"strings"
	"testing"
	"time"

	"newsbot/bot/slackfake"
)

// TestAdmitted has Slack shut the bot out and let it in again: the log says each
// once, and Slack is asked once a minute meanwhile.
func TestAdmitted(t *testing.T) {
	w := newWorkspace(t, allScopes)
	admitted := func(want string) {
		t.Helper()
		err := w.poster.Admitted(t.Context())
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("Admitted = %v, want %q", err, want)
		}
	}
	asked := func(want int) {
		t.Helper()
		if n := len(w.Calls("auth.test")); n != want {
			t.Errorf("Slack was asked %d times, want %d", n, want)
		}
	}
	admitted("")
	admitted("")
	asked(1)
	w.Fail("chat.postMessage", slackfake.Fault{Error: "account_inactive"}, slackfake.Fault{Error: "account_inactive"})
	for range 2 {
		if _, err := w.post(t, "#news", digest()); err == nil {
			t.Error("no error for a post without an account")
		}
	}
	for range 3 {
		admitted("removed from the workspace")
	}
	asked(1)
	w.Fail("auth.test", slackfake.Fault{Status: 503}, slackfake.Fault{Error: "token_revoked"})
	for range 2 {
		w.clock.Sleep(t.Context(), time.Minute)
		admitted("SLACK_BOT_TOKEN")
	}
	asked(3)
	w.clock.Sleep(t.Context(), time.Minute)
	admitted("")
	asked(4)
	for words, want := range map[string]int{"Slack lets nothing be posted": 1, "post again": 1, "channels:history": 0} {
		if n := strings.Count(w.log.String(), words); n != want {
			t.Errorf("the log says %q %d times, want %d:\n%s", words, n, want, w.log)
		}
	}
}

// TestAdmittedByScopes: without the scope to post nothing is tried, and without
// the one to look the administrators read what that means.
func TestAdmittedByScopes(t *testing.T) {
	w := newWorkspace(t, []string{"users:read"})
	if err := w.poster.Admitted(t.Context()); err == nil || !strings.Contains(err.Error(), "chat:write") {
		t.Errorf("Admitted = %v, want the scope that is missing", err)
	}
	w = newWorkspace(t, []string{"chat:write"})
	if err := w.poster.Admitted(t.Context()); err != nil || strings.Count(w.log.String(), "channels:history") != 1 {
		t.Errorf("Admitted = %v, log %s; want a warning about channels:history", err, w.log)
	}
}
