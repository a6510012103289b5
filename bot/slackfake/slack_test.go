package slackfake

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"
)

// start returns a workspace whose clock goes on a second at each look, and its
// address.
func start(t *testing.T, scopes ...string) (*Slack, string) {
	at := time.Date(2026, 11, 24, 7, 30, 0, 0, time.UTC)
	s := New(Options{Token: "xoxb-1", Scopes: scopes, Now: func() time.Time {
		at = at.Add(time.Second)
		return at
	}})
	s.AddChannel(Channel{ID: "C1", Name: "news", Member: true})
	s.AddChannel(Channel{ID: "C2", Name: "foreign"})
	s.AddChannel(Channel{ID: "G1", Name: "secret", Private: true})
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	return s, server.URL + "/api/"
}

// call sends arguments as a form and returns the answer.
func call(t *testing.T, address, method string, form url.Values) map[string]any {
	t.Helper()
	form.Set("token", "xoxb-1")
	resp, err := http.PostForm(address+method, form)
	if err != nil {
		t.Fatal(err)
	}
	return decode(t, resp)
}

func decode(t *testing.T, resp *http.Response) map[string]any {
	t.Helper()
	defer resp.Body.Close()
	var out map[string]any
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestLimits posts blocks of which each breaks one limit, and the same at the
// limit.
func TestLimits(t *testing.T) {
	x := func(n int) string { return strings.Repeat("é", n) }
	texts := func(n int, length int) string {
		return "[" + strings.TrimSuffix(strings.Repeat(fmt.Sprintf(`{"type":"plain_text","text":"%s"},`, x(length)), n), ",") + "]"
	}
	options := func(n, text, value int) string {
		return "[" + strings.TrimSuffix(strings.Repeat(fmt.Sprintf(`{"text":{"type":"plain_text","text":"%s"},"value":"%s"},`, x(text), x(value)), n), ",") + "]"
	}
	text := func(n int) string { return fmt.Sprintf(`{"type":"plain_text","text":"%s"}`, x(n)) }
	element := func(format string, values ...any) string {
		return `{"type":"actions","elements":[` + fmt.Sprintf(format, values...) + `]}`
	}
	rich := func(format string, values ...any) string {
		return `{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[` + fmt.Sprintf(format, values...) + `]}]}`
	}
	for _, tt := range []struct {
		name  string
		limit int
		block func(n int) string
	}{
		{"header", 150, func(n int) string { return `{"type":"header","text":` + text(n) + `}` }},
		{"section", 3000, func(n int) string { return `{"type":"section","text":` + text(n) + `}` }},
		{"fields", 10, func(n int) string { return `{"type":"section","fields":` + texts(n, 1) + `}` }},
		{"field", 2000, func(n int) string { return `{"type":"section","fields":` + texts(1, n) + `}` }},
		{"context", 10, func(n int) string { return `{"type":"context","elements":` + texts(n, 1) + `}` }},
		{"button", 75, func(n int) string { return element(`{"type":"button","text":%s}`, text(n)) }},
		{"value", 2000, func(n int) string { return element(`{"type":"button","text":%s,"value":"%s"}`, text(1), x(n)) }},
		{"block_id", 255, func(n int) string { return `{"type":"divider","block_id":"` + x(n) + `"}` }},
		{"action_id", 255, func(n int) string { return element(`{"type":"button","text":%s,"action_id":"%s"}`, text(1), x(n)) }},
		{"select", 100, func(n int) string { return element(`{"type":"static_select","options":%s}`, options(n, 1, 1)) }},
		{"option", 75, func(n int) string { return element(`{"type":"static_select","options":%s}`, options(1, n, 1)) }},
		{"option's value", 150, func(n int) string { return element(`{"type":"static_select","options":%s}`, options(1, 1, n)) }},
		{"overflow", 5, func(n int) string { return element(`{"type":"overflow","options":%s}`, options(n, 1, 1)) }},
		{"checkboxes", 10, func(n int) string { return element(`{"type":"checkboxes","options":%s}`, options(n, 1, 1)) }},
		{"radio buttons", 10, func(n int) string { return element(`{"type":"radio_buttons","options":%s}`, options(n, 1, 1)) }},
		{"alt text", 2000, func(n int) string {
			return `{"type":"image","image_url":"https://a.example","alt_text":"` + x(n) + `"}`
		}},
		{"link", 3000, func(n int) string { return rich(`{"type":"link","url":"https://%s"}`, x(n-8)) }},
		{"rows", 100, func(n int) string {
			return `{"type":"table","rows":[` + strings.TrimSuffix(strings.Repeat(`[{"type":"raw_text","text":"a"}],`, n), ",") + `]}`
		}},
		{"cells", 20, func(n int) string {
			return `{"type":"table","rows":[[` + strings.TrimSuffix(strings.Repeat(`{"type":"raw_text","text":"a"},`, n), ",") + `]]}`
		}},
	} {
		if no := checkBlocks(json.RawMessage("[" + tt.block(tt.limit) + "]")); no != nil {
			t.Errorf("%s at the limit: %+v", tt.name, no)
		}
		if no := checkBlocks(json.RawMessage("[" + tt.block(tt.limit+1) + "]")); no == nil || no.code != "invalid_blocks" || no.messages == nil {
			t.Errorf("%s over the limit: %+v, want invalid_blocks with a reason", tt.name, no)
		}
	}
}

func TestRefusedBlocks(t *testing.T) {
	divider := `{"type":"divider"},`
	section := `{"type":"section","text":{"type":"plain_text","text":"` + strings.Repeat("x", 2900) + `"}},`
	for name, tt := range map[string]struct{ blocks, want string }{
		"no list":         {`{"type":"divider"}`, "invalid_blocks_format"},
		"51 blocks":       {strings.Repeat(divider, 51), "invalid_blocks"},
		"all text":        {strings.Repeat(section, 5), "msg_blocks_too_long"},
		"unknown type":    {`{"type":"hologram"}`, "invalid_blocks"},
		"newer type":      {`{"type":"markdown","text":"a"}`, "invalid_blocks"},
		"empty header":    {`{"type":"header","text":{"type":"plain_text","text":""}}`, "invalid_blocks"},
		"empty section":   {`{"type":"section"}`, "invalid_blocks"},
		"empty rich text": {`{"type":"rich_text","elements":[]}`, "invalid_blocks"},
		"empty text":      {`{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":""}]}]}`, "invalid_blocks"},
		"script link":     {`{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"link","url":"javascript:x"}]}]}`, "invalid_blocks"},
		"same block_id":   {`{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}`, "invalid_blocks"},
		"two tables":      {strings.Repeat(`{"type":"table","rows":[[{"type":"raw_text","text":"a"}]]},`, 2), "invalid_blocks"},
	} {
		raw := "[" + strings.TrimSuffix(tt.blocks, ",") + "]"
		if name == "no list" {
			raw = tt.blocks
		}
		if no := checkBlocks(json.RawMessage(raw)); no == nil || no.code != tt.want {
			t.Errorf("%s: %+v, want %s", name, no, tt.want)
		}
	}
}

func TestRefusedMessages(t *testing.T) {
	for name, tt := range map[string]struct {
		form url.Values
		want string
	}{
		"no text":      {url.Values{"channel": {"C1"}}, "no_text"},
		"long text":    {url.Values{"channel": {"C1"}, "text": {strings.Repeat("x", 40_001)}}, "msg_too_long"},
		"metadata":     {url.Values{"channel": {"C1"}, "text": {"a"}, "metadata": {`{"event_type":"x"}`}}, "invalid_metadata_format"},
		"big metadata": {url.Values{"channel": {"C1"}, "text": {"a"}, "metadata": {`{"event_type":"x","event_payload":{"a":"` + strings.Repeat("x", 16_000) + `"}}`}}, "metadata_too_large"},
		"no channel":   {url.Values{"text": {"a"}}, "channel_not_found"},
		"not a member": {url.Values{"channel": {"foreign"}, "text": {"a"}}, "not_in_channel"},
		"private":      {url.Values{"channel": {"G1"}, "text": {"a"}}, "channel_not_found"},
	} {
		_, address := start(t, "chat:write")
		if got := call(t, address, "chat.postMessage", tt.form); got["ok"] != false || got["error"] != tt.want {
			t.Errorf("%s: %v, want %s", name, got, tt.want)
		}
	}
}

func TestScopes(t *testing.T) {
	for method, scope := range map[string]string{
		"chat.postMessage": "chat:write", "conversations.history": "channels:history",
		"conversations.replies": "channels:history", "conversations.list": "channels:read", "conversations.info": "channels:read",
	} {
		_, address := start(t)
		got := call(t, address, method, url.Values{"channel": {"C1"}, "text": {"a"}})
		if got["error"] != "missing_scope" || got["needed"] != scope {
			t.Errorf("%s: %v, want missing_scope for %s", method, got, scope)
		}
	}
}

func TestUnknownMethod(t *testing.T) {
	_, address := start(t)
	if got := call(t, address, "chat.sing", url.Values{}); got["error"] != "unknown_method" {
		t.Errorf("got %v, want unknown_method", got)
	}
}

// TestJSONArguments posts as JSON, with blocks as a list and the token in the
// header.
func TestJSONArguments(t *testing.T) {
	s, address := start(t, "chat:write")
	body := `{"channel":"C1","text":"hello","blocks":[{"type":"divider"}],"unfurl_links":false}`
	req, err := http.NewRequest(http.MethodPost, address+"chat.postMessage", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json; charset=utf-8")
	req.Header.Set("Authorization", "Bearer xoxb-1")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	if got := decode(t, resp); got["ok"] != true {
		t.Fatalf("got %v", got)
	}
	if m := s.Messages("C1")[0]; m.Text != "hello" || string(m.Blocks) != `[{"type":"divider"}]` {
		t.Errorf("stored %+v", m)
	}
	if c := s.Calls("chat.postMessage")[0]; c.Args["unfurl_links"] != "false" {
		t.Errorf("recorded %+v", c)
	}
}

// TestPace posts twice in the same second.
func TestPace(t *testing.T) {
	at := time.Date(2026, 11, 24, 7, 30, 0, 0, time.UTC)
	s := New(Options{Token: "xoxb-1", Scopes: []string{"chat:write"}, Now: func() time.Time { return at }})
	s.AddChannel(Channel{ID: "C1", Name: "news", Member: true})
	post := func() *httptest.ResponseRecorder {
		req := httptest.NewRequest(http.MethodPost, "/api/chat.postMessage?channel=C1&text=a&token=xoxb-1", nil)
		w := httptest.NewRecorder()
		s.ServeHTTP(w, req)
		return w
	}
	for i, step := range []struct {
		after time.Duration
		want  int
	}{{0, 200}, {0, 429}, {900 * time.Millisecond, 429}, {100 * time.Millisecond, 200}} {
		at = at.Add(step.after)
		if w := post(); w.Code != step.want || (step.want == 429) != (w.Header().Get("Retry-After") == "1") {
			t.Errorf("post %d: status %d, Retry-After %q, want %d", i, w.Code, w.Header().Get("Retry-After"), step.want)
		}
	}
}

// TestClient goes through the methods with the real client.
func TestClient(t *testing.T) {
	_, address := start(t, "chat:write", "channels:history", "channels:read", "groups:read")
	api := slack.New("xoxb-1", slack.OptionAPIURL(address))
	if _, err := api.AuthTest(); err != nil {
		t.Fatal(err)
	}
	meta := slack.MsgOptionMetadata(slack.SlackMetadata{EventType: "e", EventPayload: map[string]any{"n": 1}})
	channel, ts, err := api.PostMessage("#news", slack.MsgOptionText("parent", false), meta)
	if err != nil || channel != "C1" {
		t.Fatalf("PostMessage = %q, %v", channel, err)
	}
	_, replyTS, err := api.PostMessage("C1", slack.MsgOptionText("reply", false), slack.MsgOptionTS(ts))
	if err != nil {
		t.Fatal(err)
	}
	history, err := api.GetConversationHistory(&slack.GetConversationHistoryParameters{ChannelID: "C1", IncludeAllMetadata: true})
	if err != nil || len(history.Messages) != 1 || history.Messages[0].Text != "parent" || history.Messages[0].Metadata.EventType != "e" {
		t.Errorf("history = %+v, %v", history, err)
	}
	history, err = api.GetConversationHistory(&slack.GetConversationHistoryParameters{ChannelID: "C1"})
	if err != nil || history.Messages[0].Metadata.EventType != "" {
		t.Errorf("history without metadata = %+v, %v", history, err)
	}
	replies, _, _, err := api.GetConversationReplies(&slack.GetConversationRepliesParameters{ChannelID: "C1", Timestamp: ts, Oldest: ts})
	if err != nil || len(replies) != 2 || replies[1].Timestamp != replyTS {
		t.Errorf("replies = %+v, %v", replies, err)
	}
	channels, next, err := api.GetConversations(&slack.GetConversationsParameters{Limit: 1})
	if err != nil || len(channels) != 1 || next == "" {
		t.Errorf("list = %+v, %q, %v", channels, next, err)
	}
	channels, next, err = api.GetConversations(&slack.GetConversationsParameters{Limit: 1, Cursor: next})
	if err != nil || len(channels) != 1 || channels[0].Name != "foreign" || next != "" {
		t.Errorf("second page = %+v, %q, %v", channels, next, err)
	}
}

func TestFaults(t *testing.T) {
	s, address := start(t, "chat:write")
	s.Fail("chat.postMessage",
		Fault{Status: 503, Done: true},
		Fault{},
		Fault{Status: 429, RetryAfter: 1500 * time.Millisecond},
		Fault{Cut: true})
	send := func() (*http.Response, error) {
		return http.PostForm(address+"chat.postMessage", url.Values{"token": {"xoxb-1"}, "channel": {"C1"}, "text": {"a"}})
	}
	for i, want := range []struct{ status, stored int }{{503, 1}, {200, 2}, {429, 2}} {
		resp, err := send()
		if err != nil {
			t.Fatal(err)
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		if stored := len(s.Messages("C1")); resp.StatusCode != want.status || stored != want.stored {
			t.Errorf("request %d: status %d and %d messages, want %+v", i, resp.StatusCode, stored, want)
		}
		if resp.StatusCode == 429 && resp.Header.Get("Retry-After") != "2" {
			t.Errorf("Retry-After = %q, want 2", resp.Header.Get("Retry-After"))
		}
	}
	if resp, err := send(); err == nil {
		resp.Body.Close()
		t.Error("the connection was not cut")
	}
}

// A request that is turned away as too fast leaves the faults to those that come later.
func TestFaultsOfPacedRequests(t *testing.T) {
	at := time.Date(2026, 11, 24, 7, 30, 0, 0, time.UTC)
	s := New(Options{Token: "xoxb-1", Scopes: []string{"chat:write"}, Now: func() time.Time { return at }})
	s.AddChannel(Channel{ID: "C1", Name: "news", Member: true})
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	s.Fail("chat.postMessage", Fault{}, Fault{}, Fault{Error: "is_archived"})
	for i, c := range []struct {
		later time.Duration
		want  any
	}{{0, nil}, {0, "ratelimited"}, {time.Second, nil}, {time.Second, "is_archived"}} {
		at = at.Add(c.later)
		answer := call(t, server.URL+"/api/", "chat.postMessage", url.Values{"channel": {"C1"}, "text": {"a"}})
		if answer["error"] != c.want {
			t.Errorf("request %d: %v, want %v", i, answer["error"], c.want)
		}
	}
}
