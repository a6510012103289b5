package slackfake

import (
	"encoding/json"
	"maps"
	"slices"
)

// View is a modal or an App Home as a user sees it.
type View struct {
	ID   string
	User string
	Type string          // "modal" or "home"
	Hash string          // another after each change
	JSON json.RawMessage // as the bot sent it
}

// view is a View with its fields.
type view struct {
	View
	fields map[string]any
}

// Modal returns the modal that a user sees, the topmost.
func (s *Slack) Modal(user string) (View, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return shown(s.top(user, "modal"))
}

// Home returns the App Home that was published for a user.
func (s *Slack) Home(user string) (View, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return shown(s.top(user, "home"))
}

// CloseModal takes the topmost modal of a user away, as its close button does.
func (s *Slack) CloseModal(user string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dismiss(s.top(user, "modal"))
}

func shown(v *view) (View, bool) {
	if v == nil {
		return View{}, false
	}
	return v.View, true
}

// top returns the latest view of a type that a user sees, nil where there is
// none.
func (s *Slack) top(user, kind string) *view {
	for _, v := range slices.Backward(s.views) {
		if v.User == user && v.Type == kind {
			return v
		}
	}
	return nil
}

func (s *Slack) dismiss(v *view) {
	s.views = slices.DeleteFunc(s.views, func(other *view) bool { return other == v })
	s.changed()
}

func (s *Slack) openView(a args) (answer, *refusal) {
	fields, no := readView(a.json("view"), "modal")
	if no != nil {
		return nil, no
	}
	user, no := s.pull(a.text("trigger_id"))
	if no != nil {
		return nil, no
	}
	v := &view{View: View{ID: s.nextID("V"), User: user, Type: "modal"}}
	s.views = append(s.views, v)
	s.show(v, a.json("view"), fields)
	return answer{"view": v.answer(nil)}, nil
}

func (s *Slack) updateView(a args) (answer, *refusal) {
	v := s.named(a.text("view_id"))
	if v == nil {
		return refuse("not_found")
	}
	fields, no := readView(a.json("view"), v.Type)
	if no != nil {
		return nil, no
	}
	if hash := a.text("hash"); hash != "" && hash != v.Hash {
		return refuse("hash_conflict")
	}
	s.show(v, a.json("view"), fields)
	return answer{"view": v.answer(nil)}, nil
}

// named returns the view of that ID, nil where there is none.
func (s *Slack) named(id string) *view {
	for _, v := range s.views {
		if v.ID == id {
			return v
		}
	}
	return nil
}

func (s *Slack) publishView(a args) (answer, *refusal) {
	user := a.text("user_id")
	if s.user(user) == nil {
		return refuse("user_not_found")
	}
	fields, no := readView(a.json("view"), "home")
	if no != nil {
		return nil, no
	}
	v := s.top(user, "home")
	if hash := a.text("hash"); hash != "" && (v == nil || hash != v.Hash) {
		return refuse("hash_conflict")
	}
	if v == nil {
		v = &view{View: View{ID: s.nextID("V"), User: user, Type: "home"}}
		s.views = append(s.views, v)
	}
	s.show(v, a.json("view"), fields)
	return answer{"view": v.answer(nil)}, nil
}

// show gives a view its content.
func (s *Slack) show(v *view, raw json.RawMessage, fields map[string]any) {
	v.JSON, v.fields, v.Hash = raw, fields, s.nextID("H")
	s.changed()
}

// answer is the view as Slack gives it back, with the values of its inputs
// where there are any.
func (v *view) answer(state any) answer {
	out := answer(maps.Clone(v.fields))
	out["id"], out["hash"], out["team_id"], out["bot_id"] = v.ID, v.Hash, TeamID, botID
	if state != nil {
		out["state"] = answer{"values": state}
	}
	return out
}
