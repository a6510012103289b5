package slackfake

import (
	"slices"
	"strings"
)

// history gives the newest messages of a channel, newest first, without those
// of its threads.
func (s *Slack) history(a args) (answer, *refusal) {
	r, no := s.readable(a)
	if no != nil {
		return nil, no
	}
	var found []answer
	for _, m := range slices.Backward(r.messages) {
		if m.ThreadTS == "" && m.For == "" && within(a, m.TS) {
			found = append(found, m.view(a.flag("include_all_metadata")))
		}
	}
	return page(a, "messages", found), nil
}

// replies gives a message with its thread, oldest first. The parent is there
// whatever the bounds.
func (s *Slack) replies(a args) (answer, *refusal) {
	r, no := s.readable(a)
	if no != nil {
		return nil, no
	}
	parent := r.message(a.text("ts"))
	if parent == nil || parent.For != "" {
		return refuse("thread_not_found")
	}
	found := []answer{parent.view(a.flag("include_all_metadata"))}
	for _, m := range r.messages {
		if m.ThreadTS == parent.TS && m.For == "" && within(a, m.TS) {
			found = append(found, m.view(a.flag("include_all_metadata")))
		}
	}
	return page(a, "messages", found), nil
}

// readable returns the channel whose messages are asked for.
func (s *Slack) readable(a args) (*room, *refusal) {
	r, no := s.asked(a, "history")
	if no == nil && !r.Member {
		return nil, &refusal{code: "not_in_channel"}
	}
	return r, no
}

// asked returns the channel that is asked for, for which the bot needs the scope of its kind;
// only its ID names it.
func (s *Slack) asked(a args, scope string) (*room, *refusal) {
	r := s.room(a.text("channel"))
	if r == nil || r.hidden() {
		return nil, &refusal{code: "channel_not_found"}
	}
	return r, s.scope(r.kind() + ":" + scope)
}

// within tells whether a ts is between oldest and latest. A ts has the same
// length whenever it is, so that it compares as text.
func within(a args, ts string) bool {
	oldest, latest := a.text("oldest"), a.text("latest")
	if a.flag("inclusive") && (ts == oldest || ts == latest) {
		return true
	}
	return (oldest == "" || ts > oldest) && (latest == "" || ts < latest)
}

// info gives what is known of a channel.
func (s *Slack) info(a args) (answer, *refusal) {
	r, no := s.asked(a, "read")
	if no != nil {
		return nil, no
	}
	return answer{"channel": r.view()}, nil
}

func (s *Slack) list(a args) (answer, *refusal) {
	return s.listed(a, func(r *room) bool { return true })
}

// userConversations gives the channels that a user is in: of the private ones only
// those that the bot is in too.
func (s *Slack) userConversations(a args) (answer, *refusal) {
	user := a.text("user")
	if s.user(user) == nil {
		return refuse("user_not_found")
	}
	return s.listed(a, func(r *room) bool { return r.has(user) })
}

// open gives the direct message with a user.
func (s *Slack) open(a args) (answer, *refusal) {
	user := a.text("users")
	if s.user(user) == nil {
		return refuse("user_not_found")
	}
	return answer{"channel": answer{"id": s.direct(user).ID}}, nil
}

// listed gives the channels that keep holds for and the arguments ask for.
func (s *Slack) listed(a args, keep func(*room) bool) (answer, *refusal) {
	types := a.text("types")
	if types == "" {
		types = "public_channel"
	}
	for _, t := range []struct{ kind, scope string }{{"public_channel", "channels:read"}, {"private_channel", "groups:read"}} {
		if no := s.scope(t.scope); no != nil && strings.Contains(types, t.kind) {
			return nil, no
		}
	}
	var found []answer
	for _, r := range s.channels {
		switch {
		case r.Direct, r.hidden(), !keep(r):
		case r.Private && !strings.Contains(types, "private_channel"):
		case !r.Private && !strings.Contains(types, "public_channel"):
		case r.Archived && a.flag("exclude_archived"):
		default:
			found = append(found, r.view())
		}
	}
	return page(a, "channels", found), nil
}

// kind is what scopes call this sort of conversation.
func (r *room) kind() string {
	switch {
	case r.Direct:
		return "im"
	case r.Private:
		return "groups"
	}
	return "channels"
}

// direct returns the direct message with a user.
func (s *Slack) direct(user string) *room {
	for _, r := range s.channels {
		if r.Direct && r.Name == user {
			return r
		}
	}
	r := &room{Channel: Channel{ID: s.nextID("D"), Name: user, Direct: true, Member: true, Users: []string{user}}}
	s.channels = append(s.channels, r)
	return r
}

func (r *room) view() answer {
	return answer{
		"id": r.ID, "name": r.Name, "is_channel": !r.Private, "is_private": r.Private,
		"is_archived": r.Archived, "is_member": r.Member,
	}
}

// page returns the part of a list that the cursor and limit ask for. A cursor
// is the number of items before it, in as many letters.
func page(a args, name string, all []answer) answer {
	start := min(len(a.text("cursor")), len(all))
	end := min(start+a.number("limit", 100), len(all))
	next := ""
	if end < len(all) {
		next = strings.Repeat("x", end)
	}
	items := append([]answer{}, all[start:end]...)
	return answer{name: items, "has_more": next != "", "response_metadata": answer{"next_cursor": next}}
}
