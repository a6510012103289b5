package slackfake

import "cmp"

// User is a person of the workspace.
type User struct {
	ID     string
	Name   string
	Zone   string // IANA time zone of the profile; "" where it has none
	Locale string // "en-US"
	Admin  bool   // of the workspace
	Guest  bool   // of the workspace, in some channels alone
	Team   string // the workspace that the person is of; "": this one
}

// AddUser lets a person into the workspace.
func (s *Slack) AddUser(u User) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.users = append(s.users, u)
}

// Users returns the people of the workspace.
func (s *Slack) Users() []User {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]User(nil), s.users...)
}

// user returns the user of that ID, nil where there is none.
func (s *Slack) user(id string) *User {
	for i := range s.users {
		if s.users[i].ID == id {
			return &s.users[i]
		}
	}
	return nil
}

func (s *Slack) userInfo(a args) (answer, *refusal) {
	u := s.user(a.text("user"))
	if u == nil {
		return refuse("user_not_found")
	}
	out := answer{"id": u.ID, "team_id": cmp.Or(u.Team, TeamID), "name": u.Name, "real_name": u.Name, "tz": u.Zone, "is_admin": u.Admin, "is_restricted": u.Guest}
	if a.flag("include_locale") {
		out["locale"] = u.Locale
	}
	return answer{"user": out}, nil
}
