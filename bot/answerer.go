package bot

import (
	"context"

	"github.com/slack-go/slack"

	"newsbot/bot/command"
)

// Answerer knows what to answer; package command has the real one. Its methods
// are called concurrently, and return soon once ctx is done. What goes wrong
// they tell the reader in a sentence.
type Answerer interface {
	// Command answers a /news command, or the same words said to the bot.
	Command(context.Context, command.Request) command.Reply
	// Click answers the use of a button, a menu, a shortcut or a modal. A modal
	// in the reply to a modal takes its place, such as with a mistake marked.
	Click(context.Context, command.Click) command.Reply
	// Home returns what a person's App Home shows.
	Home(context.Context, command.Asker) []slack.Block
}

// The sentences that the bot says by itself.
const (
	saysBusy     = "I have too much to do just now. Please try again in a minute."
	saysShare    = "I am still at work on several things for you. Please wait for those answers, then try again."
	saysStarting = "I have just started and cannot reach my articles yet. Please try again in a minute."
	saysFailed   = "Something went wrong, and I have made a note of it. Please try again."
	saysWait     = "One moment, that is a lot to read. The answer follows."
	saysSlow     = "This took too long, so I gave up. Please try again, or ask for less."
	saysLate     = "I was too slow for Slack to open this window. Please try again."
	saysTyped    = "This opens a window, which Slack allows only for a command. Please type it with a slash."
)
