package bot

import (
	"strings"
	"testing"
	"time"

	"newsbot/bot/slackfake"
	"newsbot/digest/store"
)

// A source that fails for a day is told to every administrator, once; one whom
// Slack does not know keeps no other from it.
func TestTellAdmins(t *testing.T) {
	s, workspace := newService(t)
	known := []string{"U0000000001", "U0000000002"}
	s.Admins = append([]string{"U0GONE00001"}, known...)
	for _, admin := range known {
		workspace.AddUser(slackfake.User{ID: admin, Name: strings.ToLower(admin)})
	}
	s.open(t)
	opened := s.store.Load()
	if _, err := opened.AddFeeds(t.Context(), store.Feed{Address: "https://ann:secret@a.example/rss", Source: "<!channel> Wire"}); err != nil {
		t.Fatal(err)
	}
	v, err := opened.Visit(t.Context(), "a.example", time.Minute)
	if err != nil || v == nil {
		t.Fatal(v, err)
	}
	health := store.FeedHealth{Failure: "does not answer in time", Failures: 9, Failing: time.Now().Add(-25 * time.Hour)}
	if err := v.Settle(t.Context(), store.Reading{Health: health, Next: time.Hour}); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := s.tellAdmins(t.Context(), opened); err != nil {
			t.Fatal(err)
		}
	}
	if left, err := opened.TellFailing(t.Context(), time.Hour); err != nil || len(left) > 0 {
		t.Errorf("still to be told of: %+v, %v", left, err)
	}
	for _, admin := range known {
		messages := workspace.Messages(workspace.Direct(admin).ID)
		if len(messages) != 1 {
			t.Fatalf("%s got %d messages, want 1", admin, len(messages))
		}
		text := messages[0].Text
		if !strings.Contains(text, "&lt;!channel&gt; Wire (https://a.example/rss): does not answer in time") || strings.Contains(text, "secret") {
			t.Errorf("%s reads %q", admin, text)
		}
	}
}
