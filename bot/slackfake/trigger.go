package slackfake

import "time"

// triggerLife is how long a trigger_id may be used, once.
const triggerLife = 3 * time.Second

// trigger is the permission to open a modal for a user.
type trigger struct {
	user string
	born time.Time
	used bool
}

// newTrigger gives out a trigger_id. It is called with the lock held.
func (s *Slack) newTrigger(user string) string {
	id := s.nextID("X")
	s.triggers[id] = &trigger{user: user, born: s.options.Now()}
	return id
}

// pull uses a trigger_id up and returns the user it was given out for.
func (s *Slack) pull(id string) (user string, no *refusal) {
	t := s.triggers[id]
	switch {
	case t == nil:
		return "", &refusal{code: "invalid_trigger_id"}
	case t.used:
		return "", &refusal{code: "exchanged_trigger_id"}
	case s.options.Now().Sub(t.born) > triggerLife:
		return "", &refusal{code: "expired_trigger_id"}
	}
	t.used = true
	return t.user, nil
}
