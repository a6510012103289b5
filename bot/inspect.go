package bot

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/slack-go/slack"

	"newsbot/bot/command"
)

// Inspection is what Slack says of the bot.
type Inspection struct {
	Team, User string
	Scopes     []string // of the bot's token; nil where Slack does not tell
}

// Inspect asks Slack who the bot is and what it may do. An error is a sentence with
// the way out.
func Inspect(ctx context.Context, api *slack.Client) (Inspection, error) {
	who, err := api.AuthTestContext(ctx)
	if err != nil {
		return Inspection{}, &ConnectError{Advice: advise(err, ""), Err: err}
	}
	return Inspection{Team: who.Team, User: who.User, Scopes: scopes(who.Header)}, nil
}

// scopes reads what Slack says of a token with every answer.
func scopes(h http.Header) []string {
	var list []string
	for name := range strings.SplitSeq(h.Get("X-OAuth-Scopes"), ",") {
		if name = strings.TrimSpace(name); name != "" {
			list = append(list, name)
		}
	}
	return list
}

// InspectSocket asks Slack for a connection over Socket Mode, without opening it. An
// error is a sentence with the way out.
func InspectSocket(ctx context.Context, api *slack.Client) error {
	_, _, err := api.StartSocketModeContext(ctx)
	switch {
	case err == nil:
		return nil
	case slackCode(err) != "":
		return &ConnectError{Advice: appTokenAdvice(err), Err: err}
	}
	return &ConnectError{Advice: advise(err, ""), Err: err}
}

// errChannelName says that only an ID can be looked after.
var errChannelName = errors.New("a channel that is given by its name cannot be looked up without posting; give its ID, which stands at the foot of its details")

// InspectChannel returns why the bot cannot post into a channel, as far as can be
// told without posting. Outside says that it is not in it, so that without the scope
// chat:write.public nothing is posted there.
func InspectChannel(ctx context.Context, api *slack.Client, channel string) (outside bool, err error) {
	if !command.IsChannelID(channel) {
		return false, errChannelName
	}
	_, err = api.GetConversationHistoryContext(ctx, &slack.GetConversationHistoryParameters{ChannelID: channel, Limit: 1})
	switch slackCode(err) {
	case "not_in_channel", "channel_not_found", "is_archived":
		outside = true
	}
	if err != nil {
		err = fmt.Errorf("look into %s: %s (%w)", channel, advise(err, channel), err)
	}
	return outside, err
}

// advise says what an error of Slack means for a channel, and the way out.
func advise(err error, channel string) string {
	answer, ok := errors.AsType[slack.SlackErrorResponse](err)
	if !ok {
		return "Slack cannot be reached; check the network, and SLACK_API_URL where it is set"
	}
	if answer.Err == "missing_scope" {
		return lacking(cmp.Or(answer.Needed, scopeToLook)).advice
	}
	return explainRefusal(err, channel)
}
