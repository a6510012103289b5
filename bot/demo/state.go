package demo

import (
	"encoding/json"
	"net/http"

	"newsbot/bot/slackfake"
)

// state is what a person sees of the workspace.
type state struct {
	Now      int64          `json:"now"`  // what the clock shows, Unix milliseconds
	Next     int64          `json:"next"` // when the next digest is due
	Zone     string         `json:"zone"` // of the workspace, IANA
	Me       string         `json:"me"`
	Bot      string         `json:"bot"`
	Ready    bool           `json:"ready"` // the bot is connected
	Users    []person       `json:"users"`
	Channels []conversation `json:"channels"`
	Home     *view          `json:"home"`
	Modal    *view          `json:"modal"`
	Usages   []usage        `json:"usages"`
}

type person struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type conversation struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	Direct   bool      `json:"direct"` // with the bot
	Member   bool      `json:"member"` // the bot is in it
	Messages []message `json:"messages"`
}

type message struct {
	TS      string          `json:"ts"`
	Thread  string          `json:"thread"` // ts of the parent, "" where it is no reply
	Author  string          `json:"author"`
	Private bool            `json:"private"` // only this person sees it
	Text    string          `json:"text"`
	Blocks  json.RawMessage `json:"blocks"`
}

type view struct {
	ID   string          `json:"id"`
	Hash string          `json:"hash"` // another after each change
	View json.RawMessage `json:"view"`
}

// serveState sends what the person named by the query sees.
func (d *Demo) serveState(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	if user == "" {
		user = people[0].ID
	}
	reply(w, http.StatusOK, d.state(user))
}

func (d *Demo) state(user string) state {
	now := d.clock.Now()
	s := state{
		Now: now.UnixMilli(), Next: nextMorning(now, d.config.Zone).UnixMilli(), Zone: d.config.Zone.String(),
		Me: user, Bot: slackfake.BotID, Ready: d.workspace.Links() > 0, Usages: d.usages,
		Home: seen(d.workspace.Home(user)), Modal: seen(d.workspace.Modal(user)),
	}
	for _, u := range d.workspace.Users() {
		s.Users = append(s.Users, person{u.ID, u.Name})
	}
	for _, c := range d.workspace.Channels() {
		if !c.Direct || c.Name == user {
			s.Channels = append(s.Channels, d.conversation(user, c))
		}
	}
	return s
}

func (d *Demo) conversation(user string, c slackfake.Channel) conversation {
	out := conversation{ID: c.ID, Name: c.Name, Direct: c.Direct, Member: c.Member, Messages: []message{}}
	for _, m := range d.workspace.Visible(user, c.ID) {
		author := m.Author
		if author == "" {
			author = slackfake.BotID
		}
		out.Messages = append(out.Messages, message{m.TS, m.ThreadTS, author, m.For != "", m.Text, m.Blocks})
	}
	return out
}

func seen(v slackfake.View, there bool) *view {
	if !there {
		return nil
	}
	return &view{v.ID, v.Hash, v.JSON}
}

// reply answers with JSON.
func reply(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(v) // the page may be gone; there is no one to tell
}
