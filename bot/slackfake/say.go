package slackfake

import (
	"context"
	"fmt"
	"strings"
)

// Say writes a message, in a thread where one is named, and returns its ts. The
// bot hears of it in a direct message, and elsewhere where it is mentioned as
// <@U0NEWSBOT> and in the channel.
func (s *Slack) Say(ctx context.Context, user, channel, text, threadTS string) (ts string, err error) {
	s.mu.Lock()
	p, err := s.enter(user, channel)
	if err != nil {
		s.mu.Unlock()
		return "", err
	}
	text = s.refer(user, text)
	m := &Message{Author: user, Text: text, ThreadTS: threadTS}
	s.add(p.room, m)
	event := m.view(false)
	event["channel"], event["event_ts"] = channel, m.TS
	heard := p.room.Direct
	switch {
	case p.room.Direct:
		event["channel_type"] = "im"
	case p.room.Member && strings.Contains(text, "<@"+BotID+">"):
		event["type"], heard = "app_mention", true
	}
	d := s.event(event)
	s.mu.Unlock()
	if !heard {
		return m.TS, nil
	}
	_, err = s.deliver(ctx, d)
	return m.TS, err
}

// OpenHome opens the App Home of a user.
func (s *Slack) OpenHome(ctx context.Context, user string) error {
	return s.does(ctx, func() (delivery, error) {
		if s.user(user) == nil {
			return delivery{}, fmt.Errorf("there is no user %s", user)
		}
		event := answer{"type": "app_home_opened", "user": user, "channel": s.direct(user).ID, "tab": "home", "event_ts": s.stamp(s.options.Now())}
		if v := s.top(user, "home"); v != nil {
			event["view"] = v.answer(answer{})
		}
		return s.event(event), nil
	})
}

// event puts an event into the form in which the bot gets it.
func (s *Slack) event(inner answer) delivery {
	return delivery{kind: "events_api", payload: answer{
		"type": "event_callback", "token": "deprecated", "team_id": TeamID, "api_app_id": appID,
		"event": inner, "event_id": s.nextID("Ev"), "event_time": s.options.Now().Unix(), "is_ext_shared_channel": false,
		"authorizations": []answer{{"team_id": TeamID, "user_id": BotID, "is_bot": true}},
	}}
}
