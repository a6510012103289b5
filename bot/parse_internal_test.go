package bot

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/slackevents"

	"newsbot/bot/block"
)

func TestChosen(t *testing.T) {
	for in, want := range map[string]string{
		`{"type":"button","value":"v"}`:                                                 "v",
		`{"type":"overflow","selected_option":{"value":"o"}}`:                           "o",
		`{"type":"checkboxes","selected_options":[{"value":"mon"},{"value":"thu"}]}`:    "mon,thu",
		`{"type":"conversations_select","selected_conversation":"C1"}`:                  "C1",
		`{"type":"channels_select","selected_channel":"C2"}`:                            "C2",
		`{"type":"users_select","selected_user":"U1"}`:                                  "U1",
		`{"type":"multi_conversations_select","selected_conversations":["C1","C2"]}`:    "C1,C2",
		`{"type":"timepicker","selected_time":"08:30"}`:                                 "08:30",
		`{"type":"datepicker","selected_date":"2026-11-24"}`:                            "2026-11-24",
		`{"type":"plain_text_input","value":null}`:                                      "",
		`{"type":"static_select","selected_option":null,"selected_options":[],"x":"y"}`: "",
	} {
		var a slack.BlockAction
		if err := json.Unmarshal([]byte(in), &a); err != nil {
			t.Fatal(err)
		}
		if got := chosen(a); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

func TestStow(t *testing.T) {
	p := place{Channel: "C1", Thread: "1.2", ResponseURL: "https://hooks.example/" + strings.Repeat("x", 100), Direct: true}
	if got, value := unstow(stow(p, `{"mine":"é"}`)); got != p || value != `{"mine":"é"}` {
		t.Errorf("got %+v and %q back", got, value)
	}
	long := strings.Repeat("x", 2850)
	packed := stow(p, long)
	if got, value := unstow(packed); len(packed) > block.MaxMetadata || got.ResponseURL != "" || got.Channel != "C1" || value != long {
		t.Errorf("%d characters, %+v", len(packed), got)
	}
	for _, foreign := range []string{"", "plain", `{"value":"x"}`, "[1]", "null"} {
		if got, value := unstow(foreign); got != (place{}) || value != foreign {
			t.Errorf("unstow(%q) = %+v, %q", foreign, got, value)
		}
	}
}

func TestHookError(t *testing.T) {
	for _, tt := range []struct {
		status int
		body   string
		want   verdict
		code   string
	}{
		{200, "ok", accepted, ""},
		{200, "", accepted, ""},
		{200, `{"ok":true}`, accepted, ""},
		{200, `{"ok":false,"error":"used_url"}`, refused, "used_url"},
		{404, `{"ok":false,"error":"expired_url"}`, refused, "expired_url"},
		{400, "invalid_blocks", misfit, "invalid_blocks"},
		{500, `{"ok":false,"error":"invalid_blocks"}`, misfit, "invalid_blocks"},
		{404, "no_service", refused, "no_service"},
		{404, "<html>", refused, ""},
		{429, "", limited, ""},
		{503, "<html>", unsure, ""},
	} {
		err := hookError(&http.Response{StatusCode: tt.status, Header: http.Header{}}, []byte(tt.body))
		if v, _ := judge(err); v != tt.want || slackCode(err) != tt.code {
			t.Errorf("%d %q: verdict %d, code %q (%v), want %d, %q", tt.status, tt.body, v, slackCode(err), err, tt.want, tt.code)
		}
	}
}

// FuzzInteraction reads what comes to /slack/interactions.
func FuzzInteraction(f *testing.F) {
	for _, seed := range []string{
		`{"type":"block_actions","user":{"id":"U1"},"actions":[{"block_id":"b","action_id":"a","value":"v"}],"container":{"type":"message","message_ts":"1.2"}}`,
		`{"type":"block_actions","user":{"id":"U1"},"actions":[],"view":{"type":"home"}}`,
		`{"type":"block_actions","user":{"id":"U1"},"actions":[{"name":"old","value":"v"}]}`,
		`{"type":"view_submission","user":{"id":"U1"},"view":{"type":"modal","private_metadata":"{\"newsbot_place\":{},\"value\":\"x\"}","state":{"values":{"b":{"a":{"type":"plain_text_input","value":"v"}}}}}}`,
		`{"type":"message_action","callback_id":"c","message":{"ts":"1.2","text":"t"}}`,
		`{"type":"shortcut","callback_id":"c"}`, `{"type":"view_closed"}`, `{}`, `[]`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		var c slack.InteractionCallback
		if json.Unmarshal(body, &c) != nil {
			return
		}
		e, ours := interactionErrand(c, "id")
		if ours && (e.id == "" || e.kind != isClick && e.kind != isSubmission) {
			t.Errorf("%s gives %+v", body, e)
		}
	})
}

func TestSpoken(t *testing.T) {
	for text, want := range map[string]string{
		"<@U0> trends":                "trends",
		"<@U0>: search ferry":         "search ferry",
		"<@U0>, yesterday ":           "yesterday",
		"<@U0>":                       "",
		"about Esbjerg <@U0>":         "about Esbjerg",
		"<@U0> -storm from:courier":   "-storm from:courier",
		"what is new, <@U0>\u00a0 ?":  "what is new,  \u00a0 ?",
		"<@U0>\u00a0:\u00a0last week": "last week",
	} {
		if got := spoken(text, "U0"); got != want {
			t.Errorf("spoken(%q) = %q, want %q", text, got, want)
		}
	}
}

// FuzzEvent reads what comes to /slack/events.
func FuzzEvent(f *testing.F) {
	for _, seed := range []string{
		`{"type":"event_callback","event_id":"E1","event":{"type":"app_mention","user":"U1","text":"<@U0> hi","channel":"C1","ts":"1.2"}}`,
		`{"type":"event_callback","event_id":"E1","event":{"type":"message","channel_type":"im","user":"U1","text":"hi","channel":"D1","ts":"1.2"}}`,
		`{"type":"event_callback","event_id":"E1","event":{"type":"message","subtype":"message_changed","message":{"text":"x"},"channel_type":"im"}}`,
		`{"type":"event_callback","event_id":"E1","event":{"type":"app_home_opened","user":"U1","tab":"home","view":{"hash":"h"}}}`,
		`{"type":"event_callback","event":null}`, `{"type":"url_verification","challenge":"c"}`, `{}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		event, err := slackevents.ParseEvent(body, slackevents.OptionNoVerifyToken())
		if err != nil {
			return
		}
		e, ours := eventErrand(event, "U0", "id")
		if ours && (e.id == "" || e.kind != isHome && e.asker.User == "" || strings.Contains(e.words, "<@U0>")) {
			t.Errorf("%s gives %+v", body, e)
		}
	})
}
