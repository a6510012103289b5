package bot_test

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot"
	"newsbot/bot/block"
	"newsbot/bot/slackfake"
)

const token = "xoxb-1-secret"

// clock is a Clock on which no time passes but by Sleep.
type clock struct {
	mu    sync.Mutex
	now   time.Time
	slept []time.Duration
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Sleep(ctx context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
	c.slept = append(c.slept, d)
	return ctx.Err()
}

// workspace is a fake Slack with a Poster for it.
type workspace struct {
	*slackfake.Slack
	poster *bot.Poster
	clock  *clock
	log    *bytes.Buffer
	server *httptest.Server
}

var allScopes = []string{"chat:write", "channels:read", "groups:read", "channels:history", "groups:history"}

// newWorkspace returns a workspace with the channels #news (C0NEWS0001), the
// private #secret, #old, which is archived, and #foreign, without the bot.
func newWorkspace(t *testing.T, scopes []string) *workspace {
	c := &clock{now: time.Date(2026, 11, 24, 7, 30, 0, 0, time.UTC)}
	fake := slackfake.New(slackfake.Options{Token: token, Scopes: scopes, Now: c.Now})
	fake.AddChannel(slackfake.Channel{ID: "C0NEWS0001", Name: "news", Member: true})
	fake.AddChannel(slackfake.Channel{ID: "G0SECRET01", Name: "secret", Member: true, Private: true})
	fake.AddChannel(slackfake.Channel{ID: "C0OLD00001", Name: "old", Member: true, Archived: true})
	fake.AddChannel(slackfake.Channel{ID: "C0FOREIGN1", Name: "foreign"})
	w := &workspace{Slack: fake, clock: c, log: new(bytes.Buffer), server: httptest.NewServer(fake)}
	t.Cleanup(w.server.Close)
	w.poster = w.newPoster(token, 30*time.Second)
	t.Cleanup(func() {
		if strings.Contains(w.log.String(), "secret") {
			t.Errorf("the log holds the token:\n%s", w.log)
		}
	})
	return w
}

func (w *workspace) newPoster(token string, timeout time.Duration) *bot.Poster {
	api := bot.NewClient(token, w.server.URL+"/api", &http.Client{Timeout: timeout})
	return bot.NewPoster(api, slog.New(slog.NewTextHandler(w.log, nil)), w.clock)
}

// post posts messages and checks that no error holds the token.
func (w *workspace) post(t *testing.T, channel string, messages []block.Message) (string, error) {
	t.Helper()
	ts, err := w.poster.Post(t.Context(), channel, messages)
	if err != nil && strings.Contains(strings.ReplaceAll(err.Error(), "#secret", ""), "secret") {
		t.Errorf("the error holds the token: %v", err)
	}
	return ts, err
}

func (w *workspace) tries() int { return len(w.Calls("chat.postMessage")) }

// texts returns the texts of the channel's messages, those of replies indented.
func (w *workspace) texts(channel string) []string {
	var out []string
	for _, m := range w.Messages(channel) {
		if m.ThreadTS != "" {
			m.Text = "  " + m.Text
		}
		out = append(out, m.Text)
	}
	return out
}

// digest returns a message with two replies.
func digest() []block.Message {
	message := func(text string) block.Message {
		return block.Message{Text: text, Blocks: []slack.Block{
			slack.NewRichTextBlock("", slack.NewRichTextSection(slack.NewRichTextSectionTextElement(text+" in blocks", nil)))}}
	}
	return []block.Message{message("parent"), message("first"), message("second")}
}

var posted = []string{"parent", "  first", "  second"}

func wantTexts(t *testing.T, w *workspace, channel string, want []string) {
	t.Helper()
	if got := w.texts(channel); !slices.Equal(got, want) {
		t.Errorf("messages in %s = %q, want %q\nlog:\n%s", channel, got, want, w.log)
	}
}
