package bot

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot/schedule"
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
	return fmt.Sprintf("post %s to %s: %s (%v)", what, e.Channel, e.Advice, e.Err)
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
	if e.outcome.verdict != refused || e.Barred() {
		return false
	}
	_, known := advice[e.Code]
	return known && !strings.Contains(e.Code, "metadata") || e.Code == "missing_scope" || strings.HasPrefix(e.Code, "restricted_action")
}

// advice is the way out of each error code that posting alone does not mend.
// %s is the channel.
var advice = map[string]string{
	"not_in_channel":          "the bot is not a member of %s; type /invite there and choose the bot",
	"channel_not_found":       "there is no channel %s that the bot can see; check the name, and invite the bot if the channel is private",
	"is_archived":             "%s is archived; unarchive it or choose another channel",
	"invalid_auth":            "Slack does not know the token; copy the bot token (xoxb-…) of the app's page OAuth & Permissions to SLACK_BOT_TOKEN",
	"not_authed":              "there is no token; set SLACK_BOT_TOKEN to the bot token (xoxb-…) of the app's page OAuth & Permissions",
	"not_allowed_token_type":  "this kind of token cannot post; set SLACK_BOT_TOKEN to the bot token, which begins with xoxb-",
	"token_revoked":           "the token was revoked; install the app again and set SLACK_BOT_TOKEN to its new token",
	"token_expired":           "the token has expired; install the app again and set SLACK_BOT_TOKEN to its new token",
	"account_inactive":        "the app was removed from the workspace; install it again and set SLACK_BOT_TOKEN to its new token",
	"ekm_access_denied":       "the administrators of the workspace have suspended posting; ask them",
	"team_access_not_granted": "the app is not approved for this workspace; ask an administrator",
	"org_login_required":      "the workspace is being moved to an organization; try again when that is done",
	"metadata_too_large":      "Slack refuses the message's metadata; please report this as a bug",
	"invalid_metadata_format": "Slack refuses the message's metadata; please report this as a bug",
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
	answer, ok := errors.AsType[slack.SlackErrorResponse](err)
	if !ok {
		return "Slack does not take the message; check SLACK_API_URL where it is set"
	}
	text, known := advice[answer.Err]
	switch {
	case answer.Err == "missing_scope":
		return "the bot lacks the scope " + cmp.Or(answer.Needed, "chat:write") + grant
	case strings.HasPrefix(answer.Err, "restricted_action"):
		return fmt.Sprintf("the settings of the workspace do not let the bot post in %s; ask an administrator", channel)
	case !known:
		return fmt.Sprintf("Slack does not take the message for %s", channel)
	case strings.Contains(text, "%s"):
		return fmt.Sprintf(text, channel)
	}
	return text
}

const grant = "; add it on the app's page OAuth & Permissions and install the app again"

// doubt says that a message may stand in the channel, and why that could not
// be found out.
func doubt(lookup error, channel string) string {
	text := "no answer came, and whether the message is in " + channel + " cannot be told; look there before you post again"
	if answer, ok := errors.AsType[slack.SlackErrorResponse](lookup); ok && answer.Err == "missing_scope" {
		text += ". To look by itself the bot needs the scope " + cmp.Or(answer.Needed, "channels:history") + grant
	}
	return text
}
