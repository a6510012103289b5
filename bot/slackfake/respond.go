package slackfake

import (
	"io"
	"net/http"
	"time"
)

// The limits of a response_url.
const (
	responseLife = 30 * time.Minute
	responseUses = 5
	responsePath = "/response/"
)

// response is what a response_url answers.
type response struct {
	room     *room
	user     string
	original *Message // with the button; nil for a command
	born     time.Time
	uses     int
}

// newResponse gives out a response_url. It is called with the lock held.
func (s *Slack) newResponse(r *room, user string, original *Message) string {
	id := s.nextID("R")
	s.responses[id] = &response{room: r, user: user, original: original, born: s.options.Now()}
	return s.origin + responsePath + id
}

// respond takes an answer at a response_url. Fail and Calls know it as the
// method "response_url".
func (s *Slack) respond(w http.ResponseWriter, r *http.Request, id string) {
	if r.Method != http.MethodPost {
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	}
	a, err := readArgs(r)
	if err != nil {
		http.Error(w, "invalid_payload", http.StatusBadRequest)
		return
	}
	fault := s.begin("response_url", a)
	if fault.before(w, r) {
		return
	}
	status, body := s.take(id, a)
	if !fault.after(w) {
		w.WriteHeader(status)
		io.WriteString(w, body)
	}
}

// take carries out what comes to a response_url.
func (s *Slack) take(id string, a args) (status int, body string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.responses[id]
	switch {
	case p == nil:
		return http.StatusNotFound, "no_service"
	case s.options.Now().Sub(p.born) > responseLife:
		return http.StatusNotFound, `{"ok":false,"error":"expired_url"}`
	case p.uses >= responseUses:
		return http.StatusNotFound, `{"ok":false,"error":"used_url"}`
	}
	m := &Message{Text: a.text("text"), Blocks: a.json("blocks"), ThreadTS: a.text("thread_ts")}
	if no := checkMessage(m); no != nil {
		return http.StatusBadRequest, no.code
	}
	p.uses++
	s.place(p, m, a)
	return http.StatusOK, "ok"
}

// place puts a message where its arguments say.
func (s *Slack) place(p *response, m *Message, a args) {
	if old := p.original; old != nil && a.flag("replace_original") {
		old.Text, old.Blocks = m.Text, m.Blocks
		s.changed()
		return
	}
	if a.text("response_type") != "in_channel" {
		m.For = p.user
	}
	s.add(p.room, m)
}
