package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot/block"
	"newsbot/bot/command"
)

// answerBody is what a response_url takes.
type answerBody struct {
	block.Message
	Type        string `json:"response_type"`
	Replace     bool   `json:"replace_original"`
	Thread      string `json:"thread_ts,omitempty"`
	Markdown    bool   `json:"mrkdwn"`
	Parse       string `json:"parse"`
	UnfurlLinks bool   `json:"unfurl_links"`
	UnfurlMedia bool   `json:"unfurl_media"`
}

func response(m block.Message, r command.Reply, thread string) answerBody {
	b := answerBody{Message: m, Type: "ephemeral", Replace: r.Replace, Thread: thread, Parse: "none"}
	if r.Public {
		b.Type = slack.ResponseTypeInChannel
	}
	return b
}

// respond sends an answer to a response_url. That is a secret, so no error holds
// it. The errors are those of slack-go.
func (a *App) respond(ctx context.Context, address string, b answerBody) error {
	raw, err := json.Marshal(b)
	if err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(raw))
	if err != nil {
		return errors.New("the response_url is no address")
	}
	req.Header.Set("Content-Type", "application/json; charset=utf-8")
	res, err := a.hooks.Do(req)
	if err != nil {
		if withURL, ok := errors.AsType[*url.Error](err); ok {
			err = withURL.Err
		}
		return fmt.Errorf("answer at the response_url: %w", err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(io.LimitReader(res.Body, 64<<10))
	if err != nil {
		return fmt.Errorf("read what the response_url says: %w", err)
	}
	return hookError(res, body)
}

// errHook is why an answer has to come another way.
var errHook = errors.New("there is no such response_url any more")

// hookError is what a response_url said as an error, nil where it took the
// answer. It says "ok" or an error code, as JSON or plainly.
func hookError(res *http.Response, body []byte) error {
	var said struct {
		OK    bool   `json:"ok"`
		Error string `json:"error"`
	}
	plain := strings.TrimSpace(string(body))
	isJSON := json.Unmarshal(body, &said) == nil
	switch {
	case res.StatusCode == http.StatusTooManyRequests:
		seconds, _ := strconv.Atoi(res.Header.Get("Retry-After"))
		return &slack.RateLimitedError{RetryAfter: time.Duration(seconds) * time.Second}
	case isJSON && said.Error != "":
		return slack.SlackErrorResponse{Err: said.Error}
	case res.StatusCode == http.StatusOK && (plain == "ok" || plain == "" || said.OK):
		return nil
	case res.StatusCode >= 400 && res.StatusCode < 500 && isCode(plain):
		return slack.SlackErrorResponse{Err: plain}
	case res.StatusCode == http.StatusNotFound:
		return errHook
	}
	return slack.StatusCodeError{Code: res.StatusCode, Status: res.Status}
}

// isCode reports whether a text looks like an error code of Slack.
func isCode(s string) bool {
	return s != "" && len(s) < 60 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz_") == ""
}
