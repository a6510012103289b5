// Package slackfake is a strict local Slack: an http.Handler that answers the
// Web API methods the bot calls, for tests and demonstrations that need no
// workspace.
//
// It refuses what Slack refuses, with Slack's error codes: a wrong token, a
// missing scope, a channel that the bot is not in, messages that follow each
// other too fast, and every message over a limit. The limits are written down
// here once more (limits.go), on purpose not shared with package block, so
// that each proves the other. Fail scripts what networks and Slack do at their
// worst.
//
// New makes one; give its address with "/api/" behind it to slack-go.
package slackfake

import (
	"encoding/json"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"
)

// Options says what the fake workspace is like.
type Options struct {
	Token  string           // the one bot token that it takes
	Scopes []string         // granted to the token
	Now    func() time.Time // its clock; time.Now where it is nil
}

// Channel is a conversation of the workspace.
type Channel struct {
	ID       string
	Name     string // without "#"
	Private  bool
	Archived bool
	Member   bool // whether the bot is in it
}

// Message is a message as the workspace keeps it.
type Message struct {
	TS       string
	ThreadTS string // of the parent where it is a reply
	Text     string
	Blocks   json.RawMessage // nil without
	Metadata json.RawMessage // nil without
}

// Call is a request that the workspace got, also one that it refused.
type Call struct {
	Method string            // "chat.postMessage"
	Args   map[string]string // without the token; what is JSON as its text
}

// Slack is a workspace. It is an http.Handler, safe for concurrent use.
type Slack struct {
	options Options

	mu       sync.Mutex
	channels []*room
	faults   map[string][]Fault
	calls    []Call
	last     int64 // of the newest message: microseconds, no two are the same
}

// room is a channel with its messages, oldest first.
type room struct {
	Channel
	messages []*Message
	posted   time.Time // when the last message came
}

// New returns a workspace without channels.
func New(o Options) *Slack {
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Slack{options: o, faults: make(map[string][]Fault)}
}

// AddChannel opens a channel.
func (s *Slack) AddChannel(c Channel) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.channels = append(s.channels, &room{Channel: c})
}

// Messages returns the messages of a channel and its threads, oldest first.
func (s *Slack) Messages(channelID string) []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Message
	for _, r := range s.channels {
		if r.ID == channelID {
			for _, m := range r.messages {
				out = append(out, *m)
			}
		}
	}
	return out
}

// Calls returns the requests for a method in the order in which they came.
func (s *Slack) Calls(method string) []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Call
	for _, c := range s.calls {
		if c.Method == method {
			out = append(out, c)
		}
	}
	return out
}

// answer is what a method returns: the fields of its JSON object beside "ok".
type answer map[string]any

// refusal is an error of a method.
type refusal struct {
	code       string
	needed     string        // scope, for missing_scope
	messages   []string      // what is wrong with the blocks
	retryAfter time.Duration // makes it an HTTP 429
}

func refuse(code string) (answer, *refusal) { return nil, &refusal{code: code} }

// method answers a request. It is called with the lock held.
type method func(*Slack, args) (answer, *refusal)

// methods are the Web API methods and the scope that each needs; "" for those
// that need none or that check their scopes themselves.
var methods = map[string]struct {
	scope string
	serve method
}{
	"auth.test":             {"", (*Slack).authTest},
	"chat.postMessage":      {"chat:write", (*Slack).postMessage},
	"chat.update":           {"chat:write", (*Slack).update},
	"conversations.history": {"", (*Slack).history},
	"conversations.replies": {"", (*Slack).replies},
	"conversations.list":    {"", (*Slack).list},
	"conversations.info":    {"", (*Slack).info},
}

// ServeHTTP answers a Web API request; the method is the last part of its path.
func (s *Slack) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := path.Base(r.URL.Path)
	a, err := readArgs(r)
	if err != nil {
		write(w, nil, &refusal{code: "invalid_form_data"})
		return
	}
	fault := s.begin(name, a)
	if fault.before(w, r) {
		return
	}
	out, no := s.call(name, a)
	if !fault.after(w) {
		write(w, out, no)
	}
}

// begin records the request and returns the fault that is due for it.
func (s *Slack) begin(name string, a args) Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls = append(s.calls, Call{name, a.record()})
	var next Fault
	if due := s.faults[name]; len(due) > 0 {
		next, s.faults[name] = due[0], due[1:]
	}
	return next
}

func (s *Slack) call(name string, a args) (answer, *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	m, known := methods[name]
	switch {
	case !known:
		return refuse("unknown_method")
	case a.token == "":
		return refuse("not_authed")
	case a.token != s.options.Token:
		return refuse("invalid_auth")
	}
	if no := s.scope(m.scope); no != nil {
		return nil, no
	}
	return m.serve(s, a)
}

// scope refuses a request for which the token lacks a scope.
func (s *Slack) scope(needed string) *refusal {
	if needed == "" || s.granted(needed) {
		return nil
	}
	return &refusal{code: "missing_scope", needed: needed}
}

func (s *Slack) granted(scope string) bool {
	for _, have := range s.options.Scopes {
		if have == scope {
			return true
		}
	}
	return false
}

func (s *Slack) authTest(args) (answer, *refusal) {
	return answer{
		"url": "https://fake.slack.example/", "team": "Fake", "team_id": "T0FAKE000",
		"user": "newsbot", "user_id": "U0NEWSBOT", "bot_id": "B0NEWSBOT",
	}, nil
}

// write sends an answer or a refusal in Slack's form.
func write(w http.ResponseWriter, out answer, no *refusal) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	if out == nil {
		out = answer{}
	}
	out["ok"] = no == nil
	if no != nil {
		out["error"] = no.code
		if no.needed != "" {
			out["needed"] = no.needed
		}
		if no.messages != nil {
			out["response_metadata"] = answer{"messages": no.messages}
		}
		if no.retryAfter > 0 {
			w.Header().Set("Retry-After", seconds(no.retryAfter))
			w.WriteHeader(http.StatusTooManyRequests)
		}
	}
	json.NewEncoder(w).Encode(out) // the client may be gone; there is no one to tell
}

// find returns the channel of that ID or name, if the bot can see it.
func (s *Slack) find(channel string) *room {
	name := strings.TrimPrefix(channel, "#")
	for _, r := range s.channels {
		if (r.ID == channel || r.Name == name) && (r.Member || !r.Private) {
			return r
		}
	}
	return nil
}
