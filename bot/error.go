package bot

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot/schedule"
	"newsbot/digest"
)

// PostError tells why a message is not in its channel and what to do about it.
type PostError struct {
	Channel string // as the caller named it
	Message int    // 0 is the message in the channel, then the replies
	Code    string // Slack's error code, "" where Slack gave none
	Advice  string // what is wrong and the way out, a sentence
	Err     error  // what Slack or the network said

	outcome outcome
}

var _ schedule.Failure = (*PostError)(nil)

// Error names what was tried and the way out.
func (e *PostError) Error() string {
	what := "the digest"
	if e.Message > 0 {
		what = fmt.Sprintf("reply %d of the digest", e.Message)
	}
	cause := e.Err.Error()
	if !e.Unsure() { // else there are two, why no answer came and why it cannot be looked for
		cause = digest.Cause(e.Err)
	}
	return fmt.Sprintf("post %s to %s: %s (%s)", what, e.Channel, e.Advice, cause)
}

// Unwrap returns what Slack or the network said.
func (e *PostError) Unwrap() error { return e.Err }

// Explain returns what is wrong and the way out, a sentence.
func (e *PostError) Explain() string { return e.Advice }

// Temporary reports whether resuming the same job later may help.
func (e *PostError) Temporary() bool {
	if e.outcome.verdict == unsure {
		v, _ := judge(e.outcome.lookup)
		return v != refused
	}
	return e.outcome.verdict.again()
}

// Pause is how long Slack wants everybody to wait, 0 where it does not say.
func (e *PostError) Pause() time.Duration { return e.outcome.pause }

// Unsure reports whether the message may stand, and nobody can tell.
func (e *PostError) Unsure() bool { return e.outcome.verdict == unsure }

// Barred reports whether Slack takes nothing from the bot, wherever it goes: what
// may be done for the message can wait until it does.
func (e *PostError) Barred() bool {
	switch e.outcome.verdict {
	case refused:
		return bars(e.outcome.err)
	case unsure: // to look takes more scopes than to post
		return bars(e.outcome.lookup) && slackCode(e.outcome.lookup) != "missing_scope"
	}
	return false
}

// Permanent reports whether no digest can be posted there until somebody does
// what Advice says.
func (e *PostError) Permanent() bool {
	return e.outcome.verdict == refused && meaningOf(e.outcome.err).reach == ofChannel
}

// explain says why a message is not in its channel, or may not be, and what to
// do about it.
func (o outcome) explain(channel string) string {
	switch o.verdict {
	case limited:
		if o.pause > 0 {
			return fmt.Sprintf("too many messages were posted and Slack asks for a pause of %s; try again after it", o.pause)
		}
		return "too many messages were posted; try again later"
	case unsent:
		return "Slack cannot be reached or does not work; try again later, and check SLACK_API_URL where it is set"
	case unsure:
		return doubt(o.lookup, channel)
	}
	return explainRefusal(o.err, channel)
}

// explainRefusal says what a refusal means for a channel.
func explainRefusal(err error, channel string) string {
	if slackCode(err) == "" {
		return "Slack does not take the message; check SLACK_API_URL where it is set"
	}
	const plain = "Slack does not take the message for %s"
	return strings.ReplaceAll(cmp.Or(meaningOf(err).advice, plain), "%s", channel)
}

// doubt says that a message may stand in the channel, and why that could not
// be found out.
func doubt(lookup error, channel string) string {
	text := "no answer came, and whether the message is in " + channel + " cannot be told; look there before you post again"
	if answer, ok := errors.AsType[slack.SlackErrorResponse](lookup); ok && answer.Err == "missing_scope" {
		text += ". To look by itself the bot needs the scope " + cmp.Or(answer.Needed, scopeToLook) + grant
	}
	return text
}
