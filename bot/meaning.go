package bot

import (
	"cmp"
	"errors"
	"strings"

	"github.com/slack-go/slack"
)

// meaning is what it means that Slack refuses a request with an error code.
type meaning struct {
	verdict verdict // for a message
	reach   reach
	advice  string // what is wrong and the way out; %s is the channel; "" where there is nothing to say
}

// reach is how much else Slack refuses until somebody mends what is wrong.
type reach int

const (
	ofMessage reach = iota // nothing else
	ofChannel              // what goes to the same channel or person
	ofBot                  // all that the bot posts
	ofToken                // all that the token is used for
)

// meanings of the codes that are known. Any other refuses the message alone, for good.
var meanings = map[string]meaning{
	"rate_limited":           {verdict: limited},
	"ratelimited":            {verdict: limited},
	"message_limit_exceeded": {verdict: limited},

	"fatal_error":         {verdict: unsure},
	"internal_error":      {verdict: unsure},
	"service_unavailable": {verdict: unsure},
	"request_timeout":     {verdict: unsure},

	"invalid_blocks":          {verdict: misfit},
	"invalid_blocks_format":   {verdict: misfit},
	"msg_blocks_too_long":     {verdict: misfit},
	"msg_too_long":            {verdict: misfit},
	"metadata_too_large":      {refused, ofMessage, "Slack refuses the message's metadata; please report this as a bug"},
	"invalid_metadata_format": {refused, ofMessage, "Slack refuses the message's metadata; please report this as a bug"},

	"not_in_channel":        {refused, ofChannel, "the bot is not a member of %s; type /invite there and choose the bot"},
	"channel_not_found":     {refused, ofChannel, "there is no channel %s that the bot can see; check the name, and invite the bot if the channel is private"},
	"is_archived":           {refused, ofChannel, "%s is archived; unarchive it or choose another channel"},
	"restricted_action":     {refused, ofChannel, "the settings of the workspace do not let the bot post in %s; ask an administrator"},
	"messages_tab_disabled": {refused, ofChannel, "the app gets no direct messages and sends none; turn on its Messages Tab on the page App Home"},
	"user_not_found":        {refused, ofChannel, "there is no such person in the workspace"},
	"user_not_visible":      {refused, ofChannel, "the bot may not see that person; ask an administrator"},
	"user_disabled":         {refused, ofChannel, "the person's account is deactivated"},
	"cannot_dm_bot":         {refused, ofChannel, "that is a bot, and bots get no direct messages"},

	"ekm_access_denied": {refused, ofBot, "the administrators of the workspace have suspended posting; ask them"},

	"invalid_auth":            {refused, ofToken, "Slack does not know the token; copy the bot token (xoxb-…) of the app's page OAuth & Permissions to SLACK_BOT_TOKEN"},
	"not_authed":              {refused, ofToken, "there is no token; set SLACK_BOT_TOKEN to the bot token (xoxb-…) of the app's page OAuth & Permissions"},
	"not_allowed_token_type":  {refused, ofToken, "this kind of token cannot post; set SLACK_BOT_TOKEN to the bot token, which begins with xoxb-"},
	"token_revoked":           {refused, ofToken, "the token was revoked; install the app again and set SLACK_BOT_TOKEN to its new token"},
	"token_expired":           {refused, ofToken, "the token has expired; install the app again and set SLACK_BOT_TOKEN to its new token"},
	"account_inactive":        {refused, ofToken, "the app was removed from the workspace; install it again and set SLACK_BOT_TOKEN to its new token"},
	"team_access_not_granted": {refused, ofToken, "the app is not approved for this workspace; ask an administrator"},
	"org_login_required":      {refused, ofToken, "the workspace is being moved to an organization; try again when that is done"},
	"team_added_to_org":       {refused, ofToken, "the workspace is being moved to an organization; try again when that is done"},
}

// meaningOf returns what an error of Slack means, that it refuses the request where it is
// another error or the code says no more.
func meaningOf(err error) meaning {
	answer, _ := errors.AsType[slack.SlackErrorResponse](err)
	code := answer.Err
	switch {
	case code == "missing_scope":
		return lacking(cmp.Or(answer.Needed, scopeToPost))
	case strings.HasPrefix(code, "restricted_action_"): // which one does not matter
		code = "restricted_action"
	}
	if m, known := meanings[code]; known {
		return m
	}
	return meaning{verdict: refused}
}

// scopeToPost is the one without which the bot can post nothing.
const scopeToPost = "chat:write"

// scopeToLook is one of those without which the bot cannot look for what it has posted.
const scopeToLook = "channels:history"

// lacking is what it means to lack a scope.
func lacking(scope string) meaning {
	m := meaning{refused, ofChannel, "the bot lacks the scope " + scope + grant}
	if scope == scopeToPost {
		m.reach = ofBot
	}
	return m
}

const grant = "; add it on the app's page OAuth & Permissions and install the app again"

// turnsAway reports whether an error of Slack means that it does not know the token,
// or takes it no longer, whatever it is used for.
func turnsAway(err error) bool { return meaningOf(err).reach == ofToken }

// bars reports whether an error of Slack means that it takes nothing from the bot.
func bars(err error) bool { return meaningOf(err).reach >= ofBot }

// slackCode returns the error code of an answer of Slack, "" where err is
// something else.
func slackCode(err error) string {
	answer, _ := errors.AsType[slack.SlackErrorResponse](err)
	return answer.Err
}

// reasons returns what Slack says is wrong with the blocks.
func reasons(err error) string {
	answer, _ := errors.AsType[slack.SlackErrorResponse](err)
	return strings.Join(answer.ResponseMetadata.Messages, "; ")
}
