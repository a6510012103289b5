package demo

import (
	"context"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot"
	"newsbot/bot/command"
)

// usage is a command that the composer offers.
type usage struct {
	Usage   string `json:"usage"`   // "/news about NAME"
	Summary string `json:"summary"` // what it answers
}

// usages returns the commands that /news help lists.
func usages(ctx context.Context, a bot.Answerer, now time.Time, zone *time.Location) []usage {
	help := a.Command(ctx, command.Request{Asker: command.Asker{Zone: zone}, Words: "help", Now: now})
	out := []usage{}
	for _, b := range help.Message.Blocks {
		rich, ok := b.(*slack.RichTextBlock)
		if !ok {
			continue
		}
		for _, e := range rich.Elements {
			out = append(out, listed(e)...)
		}
	}
	return out
}

// listed returns the commands in a part of rich text: lines that begin with code.
func listed(e slack.RichTextElement) []usage {
	var out []usage
	switch e := e.(type) {
	case *slack.RichTextList:
		for _, item := range e.Elements {
			out = append(out, listed(item)...)
		}
	case *slack.RichTextSection:
		if u := line(e.Elements); strings.HasPrefix(u.Usage, "/") {
			out = append(out, u)
		}
	}
	return out
}

func line(elements []slack.RichTextSectionElement) (u usage) {
	for _, e := range elements {
		t, ok := e.(*slack.RichTextSectionTextElement)
		switch {
		case !ok:
		case t.Style != nil && t.Style.Code && u.Usage == "":
			u.Usage = t.Text
		default:
			u.Summary += t.Text
		}
	}
	u.Summary = strings.Trim(u.Summary, " –")
	return u
}
