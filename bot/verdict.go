package bot

import (
	"errors"
	"net/http"
	"time"

	"github.com/slack-go/slack"
)

// verdict is what an answer of Slack means for the message that was sent.
type verdict int

const (
	accepted verdict = iota // it stands in the channel
	limited                 // not taken: too many at once
	unsent                  // it never reached Slack
	unsure                  // it may or may not stand in the channel
	misfit                  // not taken: Slack does not like its layout
	refused                 // not taken, and never will be
)

// again reports whether the same message may be sent once more.
func (v verdict) again() bool { return v == limited || v == unsent }

// errNoAnswer is an HTTP 200 that does not say what became of the message.
var errNoAnswer = errors.New("the answer names no message")

// errAsleep is why a message is not sent that another process may send by now.
var errAsleep = errors.New("this process stood still for too long")

// judge tells what err, the outcome of a post, means; for a limited message
// also how long Slack wants us to wait, 0 where it does not say.
func judge(err error) (verdict, time.Duration) {
	if err == nil {
		return accepted, 0
	}
	if limit, ok := errors.AsType[*slack.RateLimitedError](err); ok {
		return limited, limit.RetryAfter
	}
	if status, ok := errors.AsType[slack.StatusCodeError](err); ok {
		return judgeStatus(status.Code), 0
	}
	if slackCode(err) != "" {
		return meaningOf(err).verdict, 0
	}
	if errors.Is(err, errTooMuch) || errors.Is(err, errHook) {
		return refused, 0
	}
	if _, ok := errors.AsType[notSent](err); ok || errors.Is(err, errAsleep) {
		return unsent, 0
	}
	return unsure, 0
}

// judgeStatus tells what a status without Slack's JSON means. One that says that the request
// was wrong is not Slack's, which says why, but that of a proxy or of another server.
func judgeStatus(code int) verdict {
	switch {
	case code == http.StatusTooManyRequests:
		return limited
	case code >= 500, code == http.StatusRequestTimeout:
		return unsure
	}
	return unsent
}
