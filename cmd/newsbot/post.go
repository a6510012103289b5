package main

import (
	"context"
	"fmt"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot"
	"newsbot/bot/block"
	"newsbot/digest"
)

// poster returns what posts to the Slack of the settings.
func (a *app) poster() (*bot.Poster, error) {
	if a.config.Token == "" {
		return nil, usagef("SLACK_BOT_TOKEN is not set, so nothing can be posted: set it to the bot token of your Slack app (xoxb-...)")
	}
	return bot.NewPoster(a.slack(), a.log, bot.SystemClock{}), nil
}

// slack returns a client of the Slack of the settings.
func (a *app) slack() *slack.Client {
	return bot.NewClient(string(a.config.Token), string(a.config.SlackURL), nil, slack.OptionAppLevelToken(string(a.config.AppToken)))
}

// post posts a digest to a channel.
func post(ctx context.Context, p *bot.Poster, channel string, d digest.Digest) error {
	first, err := p.Post(ctx, channel, block.Digest(d, block.Options{Now: time.Now()}))
	if err != nil && first != "" {
		return &partError{channel, err}
	}
	return err
}

// partError is why a part of a digest stands in a channel, and the rest does not.
type partError struct {
	channel string
	err     error
}

// Error says so, and what another run does.
func (e *partError) Error() string { return fmt.Sprintf("%v; %s", e.err, e.again()) }

// Unwrap returns why the rest does not stand.
func (e *partError) Unwrap() error { return e.err }

// again says what another run does.
func (e *partError) again() string {
	return "the digest stands in " + e.channel + " in part, and another run posts all of it anew"
}
