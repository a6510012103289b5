package slackfake

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

const (
	linkPath  = "/link/"
	maxLinks  = 10        // WebSockets of an app
	maxAck    = 20 * 1024 // bytes; a longer acknowledgement is dropped without a word
	pingEvery = 5 * time.Second
	farewell  = time.Second // from the message "disconnect" to the end of the connection
)

// link is a WebSocket of Socket Mode.
type link struct {
	conn    *websocket.Conn
	writing sync.Mutex
	leaving bool // gets nothing new
}

// openConnection gives out the address of a WebSocket.
func (s *Slack) openConnection(args) (answer, *refusal) {
	ticket := s.nextID("L")
	s.tickets[ticket] = true
	return answer{"url": strings.Replace(s.origin, "http", "ws", 1) + linkPath + ticket}, nil
}

// serveLink is a WebSocket from its beginning to its end.
func (s *Slack) serveLink(w http.ResponseWriter, r *http.Request, ticket string) {
	if !s.redeem(ticket) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	upgrader := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return // the client has its answer
	}
	l := &link{conn: conn}
	defer conn.Close()
	n := s.join(l)
	defer s.leave(l)
	if n > maxLinks {
		l.send(answer{"type": "disconnect", "reason": "too_many_websockets"})
		return
	}
	l.send(answer{"type": "hello", "num_connections": n, "debug_info": answer{"host": "applink-fake"}, "connection_info": answer{"app_id": appID}})
	done := make(chan struct{})
	defer close(done)
	go l.ping(done)
	s.readAcks(l)
}

func (s *Slack) redeem(ticket string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	known := s.tickets[ticket]
	delete(s.tickets, ticket)
	return known
}

func (s *Slack) join(l *link) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.links = append(s.links, l)
	s.changed()
	return len(s.links)
}

func (s *Slack) leave(l *link) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.links = slices.DeleteFunc(s.links, func(other *link) bool { return other == l })
	s.changed()
}

// Links returns how many WebSockets are open and not about to end.
func (s *Slack) Links() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := 0
	for _, l := range s.links {
		if !l.leaving {
			n++
		}
	}
	return n
}

// Disconnect announces to the oldest WebSocket that it ends, for a reason of
// Slack: "warning", "refresh_requested" or "link_disabled".
func (s *Slack) Disconnect(reason string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, l := range s.links {
		if !l.leaving {
			l.leaving = true
			l.send(answer{"type": "disconnect", "reason": reason})
			time.AfterFunc(farewell, func() { l.conn.Close() })
			return
		}
	}
}

// CutLinks ends all WebSockets without a word, as a network does.
func (s *Slack) CutLinks() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, l := range s.links {
		l.leaving = true
		l.conn.Close()
	}
}

// push tells a bot on Socket Mode, each time over another of its connections.
func (s *Slack) push(ctx context.Context, d delivery) (json.RawMessage, error) {
	s.mu.Lock()
	i := slices.IndexFunc(s.links, func(l *link) bool { return !l.leaving })
	if i < 0 {
		s.mu.Unlock()
		return nil, fmt.Errorf("%w: no connection", ErrDispatch)
	}
	l := s.links[i]
	s.links = append(slices.Delete(s.links, i, i+1), l)
	envelope, ack := s.nextID("E"), make(chan json.RawMessage, 1)
	s.acks[envelope] = ack
	s.mu.Unlock()
	defer s.forget(envelope)
	l.send(answer{"type": d.kind, "envelope_id": envelope, "payload": d.payload, "retry_attempt": d.retry,
		"accepts_response_payload": d.kind != "events_api"})
	select {
	case payload := <-ack:
		return payload, nil
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// readAcks takes what the bot says until the connection ends. An envelope may
// be acknowledged over any connection: the official clients do so.
func (s *Slack) readAcks(l *link) {
	for {
		_, message, err := l.conn.ReadMessage()
		if err != nil {
			return
		}
		var ack struct {
			Envelope string          `json:"envelope_id"`
			Payload  json.RawMessage `json:"payload"`
		}
		if len(message) < maxAck && json.Unmarshal(message, &ack) == nil {
			s.acknowledge(ack.Envelope, ack.Payload)
		}
	}
}

func (s *Slack) acknowledge(envelope string, payload json.RawMessage) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if waiting := s.acks[envelope]; waiting != nil {
		delete(s.acks, envelope)
		waiting <- payload
	}
}

func (s *Slack) forget(envelope string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.acks, envelope)
}

// send writes a message; where the connection is gone nobody needs it.
func (l *link) send(m answer) {
	l.writing.Lock()
	defer l.writing.Unlock()
	l.conn.SetWriteDeadline(time.Now().Add(ackWithin))
	l.conn.WriteJSON(m)
}

// ping keeps the connection alive, as Slack does.
func (l *link) ping(done <-chan struct{}) {
	tick := time.NewTicker(pingEvery)
	defer tick.Stop()
	for {
		l.conn.WriteControl(websocket.PingMessage, []byte("ping"), time.Now().Add(ackWithin))
		select {
		case <-tick.C:
		case <-done:
			return
		}
	}
}
