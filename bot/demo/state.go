package demo

import (
	"cmp"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"

	"newsbot/bot/blockhtml"
	"newsbot/bot/slackfake"
)

// state is what a person sees of the workspace.
type state struct {
	Now      int64          `json:"now"`  // what the clock shows, Unix milliseconds
	Next     int64          `json:"next"` // when the next digest of #news is due
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
	HTML    string          `json:"html"` // what it shows
	When    string          `json:"when"` // it was sent, in words
}

type view struct {
	ID   string          `json:"id"`
	Hash string          `json:"hash"` // another after each change
	View json.RawMessage `json:"view"`
	HTML string          `json:"html"` // its blocks
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
		Now: now.UnixMilli(), Next: d.times.Next(now).UnixMilli(), Zone: d.config.Zone.String(),
		Me: user, Bot: slackfake.BotID, Ready: d.workspace.Links() > 0, Usages: d.usages,
	}
	o := d.drawing(user)
	s.Home = seen("home", o)(d.workspace.Home(user))
	s.Modal = seen("modal", o)(d.workspace.Modal(user))
	for _, u := range d.workspace.Users() {
		s.Users = append(s.Users, person{u.ID, u.Name})
	}
	for _, c := range d.workspace.Channels() {
		if !c.Direct || c.Name == user {
			s.Channels = append(s.Channels, d.conversation(user, c, o))
		}
	}
	return s
}

func (d *Demo) conversation(user string, c slackfake.Channel, o blockhtml.Options) conversation {
	out := conversation{ID: c.ID, Name: c.Name, Direct: c.Direct, Member: c.Member, Messages: []message{}}
	for _, m := range d.workspace.Visible(user, c.ID) {
		o.Prefix = m.TS + "-"
		out.Messages = append(out.Messages, message{
			TS: m.TS, Thread: m.ThreadTS, Author: cmp.Or(m.Author, slackfake.BotID), Private: m.For != "",
			Text: m.Text, Blocks: m.Blocks, HTML: drawn(m.Text, m.Blocks, o), When: when(m.TS, o),
		})
	}
	return out
}

// when tells in words when the message of a ts was sent.
func when(ts string, o blockhtml.Options) string {
	seconds, _, _ := strings.Cut(ts, ".")
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return ""
	}
	return blockhtml.Date(time.Unix(n, 0), "{date_short_pretty} at {time}", o)
}

// seen returns what makes a view of a place one that the page shows, nil where
// there is none.
func seen(place string, o blockhtml.Options) func(v slackfake.View, there bool) *view {
	o.Prefix = place + "-"
	return func(v slackfake.View, there bool) *view {
		var content struct{ Blocks json.RawMessage }
		if !there || json.Unmarshal(v.JSON, &content) != nil {
			return nil
		}
		return &view{v.ID, v.Hash, v.JSON, drawn("", content.Blocks, o)}
	}
}

// reply answers with JSON.
func reply(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(v) // the page may be gone; there is no one to tell
}
