package slackfake

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// ackWithin is how long the bot may take to acknowledge.
const ackWithin = 3 * time.Second

// What a person reads where the bot does not acknowledge.
var (
	ErrTimeout  = errors.New("operation_timeout") // not in time
	ErrDispatch = errors.New("dispatch_failed")   // it could not be reached, or answered with an error
)

// delivery is something that the bot is told of.
type delivery struct {
	kind    string // as Socket Mode calls it
	payload answer
	retry   int
}

// paths are where a bot on HTTP hears of each kind.
var paths = map[string]string{
	"slash_commands": "/slack/commands", "interactive": "/slack/interactions", "events_api": "/slack/events",
}

// Redeliver tells the bot once more what it was told last, as Slack does when
// an acknowledgement got lost on its way.
func (s *Slack) Redeliver(ctx context.Context) error {
	return s.does(ctx, func() (delivery, error) {
		if s.latest == nil {
			return delivery{}, errors.New("the bot was told nothing yet")
		}
		s.latest.retry++
		return *s.latest, nil
	})
}

// Tell tells the bot something of one's own making, of a kind of Socket Mode:
// "events_api", "interactive" or "slash_commands".
func (s *Slack) Tell(ctx context.Context, kind string, payload map[string]any) error {
	_, err := s.deliver(ctx, delivery{kind: kind, payload: payload})
	return err
}

// does tells the bot of something that shows by itself. It calls what with the lock held.
func (s *Slack) does(ctx context.Context, what func() (delivery, error)) error {
	s.mu.Lock()
	d, err := what()
	s.mu.Unlock()
	if err != nil {
		return err
	}
	_, err = s.deliver(ctx, d)
	return err
}

// deliver tells the bot and returns what it acknowledges with; nil where that
// is nothing.
func (s *Slack) deliver(ctx context.Context, d delivery) (json.RawMessage, error) {
	s.mu.Lock()
	if d.retry == 0 {
		s.latest = &d
	}
	s.mu.Unlock()
	ctx, cancel := context.WithTimeoutCause(ctx, ackWithin, ErrTimeout)
	defer cancel()
	if s.options.RequestURL != "" {
		return s.post(ctx, d)
	}
	return s.push(ctx, d)
}

// post tells a bot on HTTP.
func (s *Slack) post(ctx context.Context, d delivery) (json.RawMessage, error) {
	body, kind, err := d.body()
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, strings.TrimRight(s.options.RequestURL, "/")+paths[d.kind], bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", kind)
	if d.retry > 0 {
		req.Header.Set("X-Slack-Retry-Num", strconv.Itoa(d.retry))
		req.Header.Set("X-Slack-Retry-Reason", "http_timeout")
	}
	s.signAt(req, body, s.options.Now().Add(time.Duration(d.retry)*time.Second)) // a retry comes later
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, dispatchError(ctx, err)
	}
	defer res.Body.Close()
	ack, err := io.ReadAll(res.Body)
	if err != nil {
		return nil, dispatchError(ctx, err)
	}
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%w: HTTP %d", ErrDispatch, res.StatusCode)
	}
	return readAck(ack, res.Header.Get("Content-Type"))
}

func dispatchError(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	return fmt.Errorf("%w: %w", ErrDispatch, err)
}

// readAck reads the body of an acknowledgement; plain text is the text of a
// message.
func readAck(body []byte, kind string) (json.RawMessage, error) {
	switch {
	case len(bytes.TrimSpace(body)) == 0:
		return nil, nil
	case !strings.HasPrefix(kind, "application/json"):
		return json.Marshal(answer{"text": string(body)})
	case !json.Valid(body):
		return nil, fmt.Errorf("%w: the body is no JSON", ErrDispatch)
	}
	return body, nil
}

// body is the request to a bot on HTTP and its content type.
func (d delivery) body() (body []byte, kind string, err error) {
	const form = "application/x-www-form-urlencoded"
	if d.kind == "slash_commands" {
		values := url.Values{}
		for name, value := range d.payload {
			values.Set(name, fmt.Sprint(value))
		}
		return []byte(values.Encode()), form, nil
	}
	raw, err := json.Marshal(d.payload)
	if err != nil {
		return nil, "", fmt.Errorf("write the %s payload: %w", d.kind, err)
	}
	if d.kind == "interactive" {
		return []byte(url.Values{"payload": {string(raw)}}.Encode()), form, nil
	}
	return raw, "application/json", nil
}

// Sign signs a request with that body as Slack does, at the present time.
func (s *Slack) Sign(r *http.Request, body []byte) { s.signAt(r, body, s.options.Now()) }

func (s *Slack) signAt(r *http.Request, body []byte, at time.Time) {
	timestamp := strconv.FormatInt(at.Unix(), 10)
	h := hmac.New(sha256.New, []byte(s.options.SigningSecret))
	fmt.Fprintf(h, "v0:%s:%s", timestamp, body)
	r.Header.Set("X-Slack-Request-Timestamp", timestamp)
	r.Header.Set("X-Slack-Signature", "v0="+hex.EncodeToString(h.Sum(nil)))
}
