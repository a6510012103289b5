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
	if no := checkMessage(m, maxPostText); no != nil {
		return nil, no
	}
	// A reply to a message that is gone is posted as a message of its own.
	if parent := r.message(a.text("thread_ts")); parent != nil {
		m.ThreadTS = parent.TS
	}
	r.posted = s.options.Now()
	m.TS = s.stamp(r.posted)
	r.messages = append(r.messages, m)
	return answer{"channel": r.ID, "ts": m.TS, "message": m.view(true)}, nil
}

func (s *Slack) update(a args) (answer, *refusal) {
	r := s.find(a.text("channel"))
	if r == nil || r.ID != a.text("channel") { // chat.update takes no names
		return refuse("channel_not_found")
	}
	old := r.message(a.text("ts"))
	if old == nil {
		return refuse("message_not_found")
	}
	m := *old
	m.Text, m.Blocks = a.text("text"), a.json("blocks")
	if metadata := a.json("metadata"); metadata != nil {
		m.Metadata = metadata
	}
	if no := checkMessage(&m, maxUpdateText); no != nil {
		return nil, no
	}
	*old = m
	return answer{"channel": r.ID, "ts": m.TS, "text": m.Text, "message": m.view(true)}, nil
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
	out := answer{"type": "message", "user": "U0NEWSBOT", "bot_id": "B0NEWSBOT", "ts": m.TS, "text": m.Text}
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
