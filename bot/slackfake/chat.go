package slackfake

import (
	"encoding/json"
	"fmt"
	"time"
)

// postEvery is how much time Slack wants between messages to one channel.
const postEvery = time.Second

func (s *Slack) postMessage(a args) (answer, *refusal) {
	r := s.find(a.text("channel"))
	if r == nil && s.user(a.text("channel")) != nil {
		r = s.direct(a.text("channel"))
	}
	switch {
	case r == nil:
		return refuse("channel_not_found")
	case r.Archived:
		return refuse("is_archived")
	case !r.Member && !s.granted("chat:write.public"):
		return refuse("not_in_channel")
	}
	if wait := r.posted.Add(postEvery).Sub(s.options.Now()); wait > 0 {
		return nil, &refusal{code: "ratelimited", retryAfter: wait}
	}
	m := &Message{Text: a.text("text"), Blocks: a.json("blocks"), Metadata: a.json("metadata")}
	if no := checkMessage(m); no != nil {
		return nil, no
	}
	// A reply to a message that is gone is posted as a message of its own.
	if parent := r.message(a.text("thread_ts")); parent != nil {
		m.ThreadTS = parent.TS
	}
	r.posted = s.options.Now()
	s.add(r, m)
	return answer{"channel": r.ID, "ts": m.TS, "message": m.view(true)}, nil
}

// add puts a message into a channel.
func (s *Slack) add(r *room, m *Message) {
	m.TS = s.stamp(s.options.Now())
	r.messages = append(r.messages, m)
	s.changed()
}

// postEphemeral shows a message to one user alone. Slack does not limit how
// often.
func (s *Slack) postEphemeral(a args) (answer, *refusal) {
	r, user := s.find(a.text("channel")), a.text("user")
	switch {
	case r == nil:
		return refuse("channel_not_found")
	case r.Archived:
		return refuse("is_archived")
	case !r.Member:
		return refuse("not_in_channel")
	case s.user(user) == nil || !r.has(user):
		return refuse("user_not_in_channel")
	}
	m := &Message{Text: a.text("text"), Blocks: a.json("blocks"), ThreadTS: a.text("thread_ts"), For: user}
	if no := checkMessage(m); no != nil {
		return nil, no
	}
	s.add(r, m)
	return answer{"message_ts": m.TS}, nil
}

// stamp returns the ts of a message that comes at now, later than every other.
func (s *Slack) stamp(now time.Time) string {
	s.last = max(s.last+1, now.UnixMicro())
	return fmt.Sprintf("%d.%06d", s.last/1e6, s.last%1e6)
}

// message returns the message of that ts, nil where there is none.
func (r *room) message(ts string) *Message {
	for _, m := range r.messages {
		if m.TS == ts {
			return m
		}
	}
	return nil
}

// view is a message in Slack's JSON.
func (m *Message) view(metadata bool) answer {
	out := answer{"type": "message", "user": BotID, "bot_id": botID, "ts": m.TS, "text": m.Text}
	if m.Author != "" {
		out["user"] = m.Author
		delete(out, "bot_id")
	}
	if m.ThreadTS != "" {
		out["thread_ts"] = m.ThreadTS
	}
	if m.Blocks != nil {
		out["blocks"] = m.Blocks
	}
	if metadata && m.Metadata != nil {
		out["metadata"] = json.RawMessage(m.Metadata)
	}
	return out
}
