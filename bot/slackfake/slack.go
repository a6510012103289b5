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
//
// # People
//
// Command, Click, Submit, Say, Shortcut and OpenHome do what a person does in
// Slack. The bot hears of it over Socket Mode, or by signed HTTP requests where
// Options.RequestURL is set, and has three seconds to acknowledge it; a failure
// to do so is what they return. Everything that the person then sees can be
// read: Visible, Modal, Home. Subscribe tells that something changed.
//
// Answers come by the Web API or to a response_url (five uses, 30 minutes); a
// trigger_id opens one modal, for three seconds. Redeliver tells the bot its last
// news again, Disconnect renews a connection of Socket Mode, and CutLinks breaks
// them.
package slackfake

import (
	"encoding/json"
	"fmt"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"
	"time"
)

// Options says what the fake workspace is like.
type Options struct {
	Token    string           // the one bot token that it takes
	AppToken string           // the one app-level token that opens Socket Mode
	Scopes   []string         // granted to the bot token
	Now      func() time.Time // its clock; time.Now where it is nil

	RequestURL    string // address of a bot that listens on HTTP; "": Socket Mode
	SigningSecret string // signs what is sent there
}

// Channel is a conversation of the workspace.
type Channel struct {
	ID       string
	Name     string // without "#"; that of a direct message is the user's ID
	Private  bool
	Archived bool
	Direct   bool     // a direct message between the bot and a user
	Member   bool     // whether the bot is in it
	Users    []string // IDs of those in it; nil: everybody
}

// Message is a message as the workspace keeps it.
type Message struct {
	TS       string
	ThreadTS string // of the parent where it is a reply
	Author   string // ID of the user who wrote it, "" for the bot
	For      string // ID of the one user who sees it, "" where all do
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
	origin   string // of this server, as its clients call it
	channels []*room
	users    []User
	views    []*view
	faults   map[string][]Fault
	calls    []Call
	last     int64 // of the newest message: microseconds, no two are the same
	serial   int   // of the last ID that was given out

	triggers  map[string]*trigger
	responses map[string]*response
	tickets   map[string]bool // that open a WebSocket, once
	links     []*link
	acks      map[string]chan json.RawMessage // by the envelope that waits for one
	latest    *delivery                       // what was last sent to the bot
	watchers  map[chan struct{}]bool
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
	return &Slack{
		options: o, faults: make(map[string][]Fault),
		triggers: make(map[string]*trigger), responses: make(map[string]*response),
		tickets: make(map[string]bool), acks: make(map[string]chan json.RawMessage), watchers: make(map[chan struct{}]bool),
	}
}

// AddChannel opens a channel.
func (s *Slack) AddChannel(c Channel) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.channels = append(s.channels, &room{Channel: c})
}

// Channels returns the conversations of the workspace.
func (s *Slack) Channels() []Channel {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Channel
	for _, r := range s.channels {
		out = append(out, r.Channel)
	}
	return out
}

// Messages returns the messages of a channel and its threads that all see,
// oldest first.
func (s *Slack) Messages(channelID string) []Message {
	return s.Visible("", channelID)
}

// Visible returns what a user sees in a channel and its threads, oldest first.
func (s *Slack) Visible(user, channelID string) []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Message
	r := s.room(channelID)
	if r == nil {
		return nil
	}
	for _, m := range r.messages {
		if m.For == "" || m.For == user {
			out = append(out, *m)
		}
	}
	return out
}

// Subscribe returns a channel that gets a value after each change of what
// people see, and what ends it. Changes that come close together may come as
// one.
func (s *Slack) Subscribe() (changes <-chan struct{}, cancel func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := make(chan struct{}, 1)
	s.watchers[c] = true
	return c, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.watchers, c)
	}
}

// changed tells the subscribers. It is called with the lock held.
func (s *Slack) changed() {
	for c := range s.watchers {
		select {
		case c <- struct{}{}:
		default: // one waits already
		}
	}
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
	"apps.connections.open": {"", (*Slack).openConnection},
	"auth.test":             {"", (*Slack).authTest},
	"chat.postEphemeral":    {"chat:write", (*Slack).postEphemeral},
	"chat.postMessage":      {"chat:write", (*Slack).postMessage},
	"conversations.history": {"", (*Slack).history},
	"conversations.info":    {"", (*Slack).info},
	"conversations.list":    {"", (*Slack).list},
	"conversations.open":    {"im:write", (*Slack).open},
	"conversations.replies": {"", (*Slack).replies},
	"users.conversations":   {"", (*Slack).userConversations},
	"users.info":            {"users:read", (*Slack).userInfo},
	"views.open":            {"", (*Slack).openView},
	"views.publish":         {"", (*Slack).publishView},
	"views.update":          {"", (*Slack).updateView},
}

// ServeHTTP answers a Web API request, whose method is the last part of its
// path, takes an answer at a response_url, or opens a WebSocket.
func (s *Slack) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.learnOrigin(r)
	dir, name := path.Split(r.URL.Path)
	switch dir {
	case responsePath:
		s.respond(w, r, name)
	case linkPath:
		s.serveLink(w, r, name)
	default:
		s.serveMethod(w, r, name)
	}
}

// learnOrigin notes the address under which clients reach this server.
func (s *Slack) learnOrigin(r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.origin = "http://" + r.Host
}

func (s *Slack) serveMethod(w http.ResponseWriter, r *http.Request, name string) {
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
	if no != nil && no.code == "ratelimited" && !fault.scripted() {
		s.putBack(name)
	}
	w.Header().Set("X-OAuth-Scopes", strings.Join(s.options.Scopes, ","))
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
	case a.token != s.options.Token && a.token != s.options.AppToken:
		return refuse("invalid_auth")
	case (a.token == s.options.AppToken) != (name == "apps.connections.open"):
		return refuse("not_allowed_token_type")
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
	return slices.Contains(s.options.Scopes, scope)
}

// The IDs of the workspace, of the bot in it as a user, as a bot and as an app.
const (
	TeamID = "T0FAKE000"
	BotID  = "U0NEWSBOT"
	botID  = "B0NEWSBOT"
	appID  = "A0FAKE000"
)

func (s *Slack) authTest(args) (answer, *refusal) {
	return answer{
		"url": "https://fake.slack.example/", "team": "Fake", "team_id": TeamID,
		"user": "newsbot", "user_id": BotID, "bot_id": botID,
	}, nil
}

// nextID returns an ID that begins with a letter and was not given out before.
func (s *Slack) nextID(letter string) string {
	s.serial++
	return fmt.Sprintf("%s0FAKE%05d", letter, s.serial)
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
		if (r.ID == channel || r.Name == name) && !r.hidden() {
			return r
		}
	}
	return nil
}

// room returns the channel of an ID, nil where there is none.
func (s *Slack) room(id string) *room {
	i := slices.IndexFunc(s.channels, func(r *room) bool { return r.ID == id })
	if i < 0 {
		return nil
	}
	return s.channels[i]
}

// hidden tells whether the bot cannot see a channel: a private one it sees only from within.
func (r *room) hidden() bool { return r.Private && !r.Member }

// has tells whether a user is in a channel.
func (r *room) has(user string) bool { return r.Users == nil || slices.Contains(r.Users, user) }
