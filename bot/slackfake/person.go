package slackfake

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
)

// presence is a person in a conversation, and what Slack says of both.
type presence struct {
	user *User
	room *room
}

// enter finds a user and a channel that the user is in. It is called with the
// lock held.
func (s *Slack) enter(user, channel string) (presence, error) {
	p := presence{s.user(user), s.room(channel)}
	if p.user == nil {
		return p, fmt.Errorf("there is no user %s", user)
	}
	switch {
	case p.room == nil:
		return p, fmt.Errorf("there is no channel %s", channel)
	case !p.room.has(user):
		return p, fmt.Errorf("%s is not in %s", user, channel)
	}
	return p, nil
}

// interaction is what every interaction of a user says. It is called with the
// lock held.
func (s *Slack) interaction(kind string, u *User) answer {
	return answer{
		"type": kind, "trigger_id": s.newTrigger(u.ID), "api_app_id": appID, "token": "deprecated",
		"team": answer{"id": TeamID, "domain": "fake"}, "enterprise": nil, "is_enterprise_install": false,
		"user":      answer{"id": u.ID, "username": u.Name, "name": u.Name, "team_id": TeamID},
		"action_ts": s.stamp(s.options.Now()),
	}
}

// Direct returns the direct message between the bot and a user, and opens it
// where it is not open yet.
func (s *Slack) Direct(user string) Channel {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.direct(user).Channel
}

// Command types a slash command, "/news about Porto", in a channel.
func (s *Slack) Command(ctx context.Context, user, channel, line string) error {
	s.mu.Lock()
	p, err := s.enter(user, channel)
	if err != nil {
		s.mu.Unlock()
		return err
	}
	name, text, _ := strings.Cut(line, " ")
	d := delivery{kind: "slash_commands", payload: answer{
		"token": "deprecated", "team_id": TeamID, "team_domain": "fake", "api_app_id": appID, "is_enterprise_install": "false",
		"channel_id": channel, "channel_name": p.room.Name, "user_id": user, "user_name": p.user.Name,
		"command": name, "text": s.refer(user, text), "trigger_id": s.newTrigger(user), "response_url": s.newResponse(p.room, user, nil),
	}}
	s.mu.Unlock()
	ack, err := s.deliver(ctx, d)
	if err != nil || ack == nil {
		return err
	}
	return s.answered(p, ack)
}

// refer writes the channels of the workspace that a person names as Slack does, #news as
// <#C1|news>. It is called with the lock held.
func (s *Slack) refer(user, text string) string {
	words := strings.Split(text, " ")
	for i, w := range words {
		name, named := strings.CutPrefix(w, "#")
		for _, r := range s.channels {
			if named && !r.Direct && r.Name == name && r.has(user) {
				words[i] = "<#" + r.ID + "|" + name + ">"
			}
		}
	}
	return strings.Join(words, " ")
}

// answered shows the message that a command was acknowledged with.
func (s *Slack) answered(p presence, ack json.RawMessage) error {
	a := args{values: make(map[string]json.RawMessage)}
	if err := json.Unmarshal(ack, &a.values); err != nil {
		return fmt.Errorf("%w: read the acknowledgement: %w", ErrDispatch, err)
	}
	if len(a.values) == 0 {
		return nil
	}
	m := &Message{Text: a.text("text"), Blocks: a.json("blocks")}
	if no := checkMessage(m); no != nil {
		return fmt.Errorf("%w: %s %q", ErrDispatch, no.code, no.messages)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.place(&response{room: p.room, user: p.user.ID}, m, a)
	return nil
}

// Click uses the element with an action_id in a message that the user sees. The
// choice is the value of an option or what else was picked, "" for a button.
func (s *Slack) Click(ctx context.Context, user, channel, ts, actionID, choice string) error {
	return s.does(ctx, func() (delivery, error) { return s.click(user, channel, ts, actionID, choice) })
}

func (s *Slack) click(user, channel, ts, actionID, choice string) (d delivery, err error) {
	p, err := s.enter(user, channel)
	if err != nil {
		return d, err
	}
	m := p.room.message(ts)
	if m == nil || m.For != "" && m.For != user {
		return d, fmt.Errorf("%s sees no message %s", user, ts)
	}
	payload := s.interaction("block_actions", p.user)
	if err := s.act(payload, m.Blocks, actionID, choice); err != nil {
		return d, err
	}
	container := answer{"type": "message", "message_ts": m.TS, "channel_id": channel, "is_ephemeral": m.For != ""}
	if m.ThreadTS != "" {
		container["thread_ts"] = m.ThreadTS
	}
	payload["container"] = container
	payload["channel"] = answer{"id": channel, "name": p.room.Name}
	payload["response_url"] = s.newResponse(p.room, user, m)
	if m.For == "" { // Slack does not show ephemeral messages to the app
		payload["message"] = m.view(false)
	}
	return delivery{kind: "interactive", payload: payload}, nil
}

// act adds the use of an element to an interaction.
func (s *Slack) act(payload answer, blocks json.RawMessage, actionID, choice string) error {
	e, err := findElement(blocks, actionID)
	if err != nil {
		return err
	}
	action, err := e.use(choice)
	if err != nil {
		return err
	}
	action["action_id"], action["block_id"], action["action_ts"] = actionID, e.blockID, payload["action_ts"]
	payload["actions"] = []answer{action}
	payload["state"] = answer{"values": answer{}}
	return nil
}

// ClickHome uses an element of the user's App Home.
func (s *Slack) ClickHome(ctx context.Context, user, actionID, choice string) error {
	return s.clickView(ctx, user, "home", actionID, choice)
}

// ClickModal uses an element of the user's topmost modal.
func (s *Slack) ClickModal(ctx context.Context, user, actionID, choice string) error {
	return s.clickView(ctx, user, "modal", actionID, choice)
}

func (s *Slack) clickView(ctx context.Context, user, kind, actionID, choice string) error {
	return s.does(ctx, func() (delivery, error) {
		v, u := s.top(user, kind), s.user(user)
		if v == nil || u == nil {
			return delivery{}, fmt.Errorf("%s sees no %s", user, kind)
		}
		payload := s.interaction("block_actions", u)
		payload["container"] = answer{"type": "view", "view_id": v.ID}
		payload["view"] = v.answer(answer{})
		return delivery{kind: "interactive", payload: payload}, s.act(payload, v.blocks(), actionID, choice)
	})
}

func (v *view) blocks() json.RawMessage {
	var fields struct{ Blocks json.RawMessage }
	json.Unmarshal(v.JSON, &fields) // it was read before
	return fields.Blocks
}

// Shortcut uses a shortcut: of a message where ts names one, else a global one.
func (s *Slack) Shortcut(ctx context.Context, user, channel, ts, callbackID string) error {
	return s.does(ctx, func() (delivery, error) { return s.shortcut(user, channel, ts, callbackID) })
}

func (s *Slack) shortcut(user, channel, ts, callbackID string) (d delivery, err error) {
	if ts == "" {
		u := s.user(user)
		if u == nil {
			return d, fmt.Errorf("there is no user %s", user)
		}
		payload := s.interaction("shortcut", u)
		payload["callback_id"] = callbackID
		return delivery{kind: "interactive", payload: payload}, nil
	}
	p, err := s.enter(user, channel)
	if err != nil {
		return d, err
	}
	m := p.room.message(ts)
	if m == nil || m.For != "" {
		return d, fmt.Errorf("there is no message %s", ts)
	}
	payload := s.interaction("message_action", p.user)
	payload["callback_id"], payload["message_ts"] = callbackID, m.TS
	payload["message"] = m.view(false)
	payload["channel"] = answer{"id": channel, "name": p.room.Name}
	payload["response_url"] = s.newResponse(p.room, user, nil)
	return delivery{kind: "interactive", payload: payload}, nil
}
