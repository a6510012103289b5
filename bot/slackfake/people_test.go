package slackfake

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// clock is moved by hand.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// bench is a workspace with a bot on HTTP that notes what it is told.
type bench struct {
	*Slack
	t     *testing.T
	clock *clock
	api   string
	ack   string // what the bot acknowledges with
	late  bool   // it does so when nobody waits for it any more
	told  chan url.Values
}

func newBench(t *testing.T) *bench {
	b := &bench{t: t, clock: &clock{now: time.Date(2026, 11, 24, 7, 30, 0, 0, time.UTC)}, told: make(chan url.Values, 100)}
	bot := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.ParseForm()
		b.told <- r.PostForm
		if b.late {
			<-r.Context().Done()
		}
		w.Header().Set("Content-Type", "application/json")
		io.WriteString(w, b.ack)
	}))
	t.Cleanup(bot.Close)
	b.Slack = New(Options{Token: "xoxb-1", AppToken: "xapp-1", Now: b.clock.Now, RequestURL: bot.URL,
		Scopes: []string{"chat:write", "users:read", "im:write"}})
	b.AddChannel(Channel{ID: "C1", Name: "news", Member: true})
	b.AddChannel(Channel{ID: "C2", Name: "foreign"})
	b.AddChannel(Channel{ID: "C3", Name: "few", Member: true, Users: []string{"U1"}})
	b.AddUser(User{ID: "U1", Name: "ann", Zone: "Asia/Tokyo", Locale: "ja-JP"})
	b.AddUser(User{ID: "U2", Name: "bob"})
	server := httptest.NewServer(b.Slack)
	t.Cleanup(server.Close)
	b.api = server.URL + "/api/"
	call(t, b.api, "auth.test", url.Values{})
	return b
}

func (b *bench) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

// refused calls a method and checks its error code, "" for none.
func (b *bench) refused(want, method string, form url.Values) map[string]any {
	b.t.Helper()
	got := call(b.t, b.api, method, form)
	code, _ := got["error"].(string)
	if code != want {
		b.t.Errorf("%s %v: %v, want %q", method, form, got, want)
	}
	return got
}

func (b *bench) respond(address, body string) string {
	b.t.Helper()
	res, err := http.Post(address, "application/json", strings.NewReader(body))
	b.must(err)
	defer res.Body.Close()
	said, err := io.ReadAll(res.Body)
	b.must(err)
	return fmt.Sprint(res.StatusCode, " ", string(said))
}

func TestResponseURL(t *testing.T) {
	b := newBench(t)
	b.must(b.Command(t.Context(), "U1", "C2", "/news x"))
	address := (<-b.told).Get("response_url")
	if got := b.respond(address, `{"text":""}`); got != "400 no_text" {
		t.Errorf("no text: %s", got)
	}
	if got := b.respond(address, `{"text":"x","blocks":[{"type":"hologram"}]}`); got != "400 invalid_blocks" {
		t.Errorf("wrong blocks: %s", got)
	}
	for i := range 5 {
		if got := b.respond(address, `{"text":"hello"}`); got != "200 ok" {
			t.Errorf("use %d: %s", i, got)
		}
	}
	if got := b.respond(address, `{"text":"hello"}`); !strings.Contains(got, "used_url") {
		t.Errorf("sixth use: %s", got)
	}
	if seen, others := len(b.Visible("U1", "C2")), len(b.Visible("U2", "C2")); seen != 5 || others != 0 {
		t.Errorf("ann sees %d, bob %d, want 5 and 0", seen, others)
	}
	b.must(b.Command(t.Context(), "U1", "C2", "/news x"))
	address = (<-b.told).Get("response_url")
	b.respond(address, `{"text":"to all","response_type":"in_channel"}`)
	if others := b.Visible("U2", "C2"); len(others) != 1 || others[0].Text != "to all" {
		t.Errorf("bob sees %+v", others)
	}
	b.clock.pass(31 * time.Minute)
	if got := b.respond(address, `{"text":"hello"}`); !strings.Contains(got, "expired_url") {
		t.Errorf("after half an hour: %s", got)
	}
}

func modal(change string) string {
	view := map[string]any{}
	json.Unmarshal([]byte(`{"type":"modal","title":{"type":"plain_text","text":"Title"},"submit":{"type":"plain_text","text":"Save"},
"blocks":[{"type":"input","block_id":"b","label":{"type":"plain_text","text":"Time"},"element":{"type":"plain_text_input","action_id":"at","initial_value":"08:30","max_length":5}},
{"type":"input","block_id":"d","optional":true,"label":{"type":"plain_text","text":"Days"},"element":{"type":"checkboxes","action_id":"days","options":[
{"text":{"type":"plain_text","text":"Monday"},"value":"mon"},{"text":{"type":"plain_text","text":"Thursday"},"value":"thu"}]}}]}`), &view)
	json.Unmarshal([]byte(change), &view)
	out, _ := json.Marshal(view)
	return string(out)
}

func TestTrigger(t *testing.T) {
	b := newBench(t)
	trigger := func() string {
		b.must(b.Command(t.Context(), "U1", "C1", "/news subscribe"))
		return (<-b.told).Get("trigger_id")
	}
	id := trigger()
	b.refused("invalid_arguments", "views.open", url.Values{"trigger_id": {id}, "view": {modal(`{"title":null}`)}})
	b.refused("", "views.open", url.Values{"trigger_id": {id}, "view": {modal(`{}`)}})
	b.refused("exchanged_trigger_id", "views.open", url.Values{"trigger_id": {id}, "view": {modal(`{}`)}})
	b.refused("invalid_trigger_id", "views.open", url.Values{"trigger_id": {"x"}, "view": {modal(`{}`)}})
	id = trigger()
	b.clock.pass(3001 * time.Millisecond)
	b.refused("expired_trigger_id", "views.open", url.Values{"trigger_id": {id}, "view": {modal(`{}`)}})
}

func TestViewLimits(t *testing.T) {
	x := func(n int) string { return strings.Repeat("x", n) }
	plain := func(n int) string { return fmt.Sprintf(`{"type":"plain_text","text":"%s"}`, x(n)) }
	for name, tt := range map[string]struct {
		limit int
		view  func(n int) string
	}{
		"title":            {24, func(n int) string { return modal(`{"title":` + plain(n) + `}`) }},
		"submit":           {24, func(n int) string { return modal(`{"submit":` + plain(n) + `}`) }},
		"close":            {24, func(n int) string { return modal(`{"close":` + plain(n) + `}`) }},
		"private_metadata": {3000, func(n int) string { return modal(`{"private_metadata":"` + x(n) + `"}`) }},
		"callback_id":      {255, func(n int) string { return modal(`{"callback_id":"` + x(n) + `"}`) }},
		"blocks": {100, func(n int) string {
			return modal(`{"blocks":[` + strings.TrimSuffix(strings.Repeat(`{"type":"divider"},`, n), ",") + `]}`)
		}},
	} {
		if _, no := readView(json.RawMessage(tt.view(tt.limit)), "modal"); no != nil {
			t.Errorf("%s at the limit: %+v", name, no)
		}
		if _, no := readView(json.RawMessage(tt.view(tt.limit+1)), "modal"); no == nil || no.code != "invalid_arguments" {
			t.Errorf("%s over the limit: %+v", name, no)
		}
	}
	for name, view := range map[string]string{
		"no submit": modal(`{"submit":null}`), "a home": modal(`{"type":"home"}`), "no blocks": modal(`{"blocks":null}`),
		"a table":    modal(`{"blocks":[{"type":"table","rows":[[{"type":"raw_text","text":"a"}]]}]}`),
		"no element": modal(`{"blocks":[{"type":"input","label":{"type":"plain_text","text":"a"}}]}`), "nothing": "null",
	} {
		if _, no := readView(json.RawMessage(view), "modal"); no == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

func TestSubmit(t *testing.T) {
	b := newBench(t)
	show := func() {
		b.must(b.Command(t.Context(), "U1", "C1", "/news subscribe"))
		b.refused("", "views.open", url.Values{"trigger_id": {(<-b.told).Get("trigger_id")}, "view": {modal(`{}`)}})
	}
	show()
	for name, inputs := range map[string]map[string]string{
		"too long": {"at": "08:30 h"}, "empty": {"at": ""}, "no such option": {"days": "tue"}, "no such input": {"x": "y"},
	} {
		if err := b.Submit(t.Context(), "U1", inputs); err == nil {
			t.Errorf("%s is submitted", name)
		}
	}
	b.ack = `{"response_action":"update","view":` + modal(`{"callback_id":"second"}`) + `}`
	if err := b.Submit(t.Context(), "U1", map[string]string{"days": "mon,thu"}); err != nil {
		t.Error(err)
	}
	if v, _ := b.Modal("U1"); !strings.Contains(string(v.JSON), "second") {
		t.Errorf("the modal is %s", v.JSON)
	}
	var payload struct {
		View struct {
			State struct {
				Values map[string]map[string]struct {
					Value           string
					SelectedOptions []struct{ Value string } `json:"selected_options"`
				}
			}
		}
	}
	b.must(json.Unmarshal([]byte((<-b.told).Get("payload")), &payload))
	values := payload.View.State.Values
	if values["b"]["at"].Value != "08:30" || len(values["d"]["days"].SelectedOptions) != 2 {
		t.Errorf("submitted %+v", values)
	}
	b.ack = `{"response_action":"sing"}`
	if err := b.Submit(t.Context(), "U1", nil); !errors.Is(err, ErrDispatch) {
		t.Errorf("an unheard-of action: %v", err)
	}
	b.ack = ""
	if err := b.Submit(t.Context(), "U1", nil); err != nil {
		t.Error(err)
	}
	if _, open := b.Modal("U1"); open {
		t.Error("the modal is still there")
	}
}

func TestHomeHash(t *testing.T) {
	b := newBench(t)
	home := `{"type":"home","blocks":[{"type":"divider"}]}`
	first := b.refused("", "views.publish", url.Values{"user_id": {"U1"}, "view": {home}})
	hash := first["view"].(map[string]any)["hash"].(string)
	b.refused("", "views.publish", url.Values{"user_id": {"U1"}, "view": {home}, "hash": {hash}})
	b.refused("hash_conflict", "views.publish", url.Values{"user_id": {"U1"}, "view": {home}, "hash": {hash}})
	b.refused("user_not_found", "views.publish", url.Values{"user_id": {"U9"}, "view": {home}})
	v, _ := b.Home("U1")
	b.refused("hash_conflict", "views.update", url.Values{"view_id": {v.ID}, "view": {home}, "hash": {hash}})
	b.refused("not_found", "views.update", url.Values{"view_id": {"V9"}, "view": {home}})
}

func TestPrivateAndDirect(t *testing.T) {
	b := newBench(t)
	to := func(channel, user string) url.Values {
		return url.Values{"channel": {channel}, "user": {user}, "text": {"psst"}}
	}
	b.refused("", "chat.postEphemeral", to("C1", "U1"))
	b.refused("not_in_channel", "chat.postEphemeral", to("C2", "U1"))
	b.refused("channel_not_found", "chat.postEphemeral", to("C9", "U1"))
	b.refused("user_not_in_channel", "chat.postEphemeral", to("C3", "U2"))
	private := b.Visible("U1", "C1")
	if len(private) != 1 || len(b.Messages("C1")) != 0 {
		t.Fatalf("ann sees %+v", private)
	}
	b.refused("", "chat.postMessage", url.Values{"channel": {"U2"}, "text": {"direct"}})
	if m := b.Messages(b.Direct("U2").ID); len(m) != 1 || m[0].Text != "direct" {
		t.Errorf("the direct message holds %+v", m)
	}
}

func TestUserInfo(t *testing.T) {
	b := newBench(t)
	b.refused("user_not_found", "users.info", url.Values{"user": {"U9"}})
	got := b.refused("", "users.info", url.Values{"user": {"U1"}, "include_locale": {"true"}})["user"].(map[string]any)
	if got["tz"] != "Asia/Tokyo" || got["locale"] != "ja-JP" {
		t.Errorf("users.info = %v", got)
	}
}

// A person cannot do what Slack does not let them.
func TestImpossible(t *testing.T) {
	b := newBench(t)
	for name, err := range map[string]error{
		"unknown user":    b.Command(t.Context(), "U9", "C1", "/news"),
		"unknown channel": b.Command(t.Context(), "U1", "C9", "/news"),
		"not a member":    b.Command(t.Context(), "U2", "C3", "/news"),
		"no message":      b.Click(t.Context(), "U1", "C1", "1.2", "a", ""),
		"no modal":        b.ClickModal(t.Context(), "U1", "a", ""),
		"no home":         b.ClickHome(t.Context(), "U1", "a", ""),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if len(b.told) != 0 {
		t.Error("the bot was told")
	}
}

func TestAcknowledgement(t *testing.T) {
	b := newBench(t)
	b.ack = `{"text":"busy"}`
	b.must(b.Command(t.Context(), "U1", "C1", "/news"))
	if m := b.Visible("U1", "C1"); len(m) != 1 || m[0].Text != "busy" || m[0].For != "U1" {
		t.Errorf("ann sees %+v", m)
	}
	b.ack, b.late = "", true
	if err := b.Command(t.Context(), "U1", "C1", "/news"); !errors.Is(err, ErrTimeout) {
		t.Errorf("a late acknowledgement: %v", err)
	}
}

// dial opens a WebSocket as the bot does, and reads its first message.
func dial(t *testing.T, address string) (*websocket.Conn, map[string]any) {
	t.Helper()
	res, err := http.PostForm(address+"apps.connections.open", url.Values{"token": {"xapp-1"}})
	if err != nil {
		t.Fatal(err)
	}
	link, _ := decode(t, res)["url"].(string)
	conn, _, err := websocket.DefaultDialer.Dial(link, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if again, _, err := websocket.DefaultDialer.Dial(link, nil); err == nil {
		again.Close()
		t.Error("a ticket opens two connections")
	}
	var hello map[string]any
	if err := conn.ReadJSON(&hello); err != nil {
		t.Fatal(err)
	}
	return conn, hello
}

func TestSocketMode(t *testing.T) {
	b := newBench(t)
	b.options.RequestURL = ""
	if err := b.Command(t.Context(), "U1", "C1", "/news"); !errors.Is(err, ErrDispatch) {
		t.Errorf("a command without a connection: %v", err)
	}
	b.refused("not_allowed_token_type", "apps.connections.open", url.Values{})
	conn, hello := dial(t, b.api)
	if hello["type"] != "hello" {
		t.Errorf("first message %v", hello)
	}
	done := make(chan error)
	go func() { done <- b.Command(t.Context(), "U1", "C1", "/news x") }()
	var envelope struct {
		ID      string `json:"envelope_id"`
		Type    string
		Payload struct{ Text, Command string }
	}
	b.must(conn.ReadJSON(&envelope))
	if envelope.Type != "slash_commands" || envelope.Payload.Text != "x" || envelope.Payload.Command != "/news" {
		t.Errorf("envelope %+v", envelope)
	}
	long := map[string]any{"envelope_id": envelope.ID, "payload": map[string]any{"text": strings.Repeat("x", maxAck)}}
	b.must(conn.WriteJSON(long)) // dropped
	b.must(conn.WriteJSON(map[string]any{"envelope_id": envelope.ID}))
	b.must(<-done)
	if n := len(b.Visible("U1", "C1")); n != 0 {
		t.Errorf("%d messages, want none: the long acknowledgement counts for nothing", n)
	}
	b.Disconnect("link_disabled")
	var last map[string]any
	b.must(conn.ReadJSON(&last))
	if last["type"] != "disconnect" || last["reason"] != "link_disabled" || b.Links() != 0 {
		t.Errorf("last message %v, %d connections", last, b.Links())
	}
}

// Slack writes channels for the bot as it knows them, but none of which a person may
// not know.
func TestChannelsAreReferredTo(t *testing.T) {
	b := newBench(t)
	for user, want := range map[string]string{
		"U1": "subscribe <#C1|news> #gone <#C3|few> 08:30 #1 #", "U2": "subscribe <#C1|news> #gone #few 08:30 #1 #",
	} {
		b.must(b.Command(t.Context(), user, "C1", "/news subscribe #news #gone #few 08:30 #1 #"))
		if got := (<-b.told).Get("text"); got != want {
			t.Errorf("%s: the bot reads %q, want %q", user, got, want)
		}
		if _, err := b.Say(t.Context(), user, "C1", "look at #news", ""); err != nil {
			t.Fatal(err)
		}
		if all := b.Visible(user, "C1"); all[len(all)-1].Text != "look at <#C1|news>" {
			t.Errorf("%s reads %q", user, all[len(all)-1].Text)
		}
	}
}

func TestTooManySockets(t *testing.T) {
	b := newBench(t)
	for range maxLinks {
		dial(t, b.api)
	}
	if _, first := dial(t, b.api); first["reason"] != "too_many_websockets" {
		t.Errorf("the eleventh connection begins with %v", first)
	}
}

func TestSubscribe(t *testing.T) {
	b := newBench(t)
	changes, cancel := b.Subscribe()
	b.Say(t.Context(), "U1", "C1", "one", "")
	b.Say(t.Context(), "U1", "C1", "two", "")
	select {
	case <-changes:
	case <-time.After(time.Second):
		t.Fatal("no change is told")
	}
	cancel()
	b.Say(t.Context(), "U1", "C1", "three", "")
	select {
	case <-changes:
		t.Error("a change is told after the end")
	default:
	}
}
