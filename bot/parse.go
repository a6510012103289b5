package bot

import (
	"cmp"
	"strings"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/slackevents"

	"newsbot/bot/command"
)

// commandErrand reads a slash command. The ID stands in where Slack gives none.
func commandErrand(c slack.SlashCommand, id string) errand {
	return errand{
		kind: isCommand, id: cmp.Or(c.TriggerID, id), words: c.Text, trigger: c.TriggerID,
		asker: command.Asker{Team: c.TeamID, User: c.UserID, Channel: c.ChannelID},
		at:    place{Channel: c.ChannelID, ResponseURL: c.ResponseURL},
	}
}

// interactionErrand reads a click, a shortcut or a submitted modal; it is false
// for what the bot leaves alone.
func interactionErrand(c slack.InteractionCallback, id string) (errand, bool) {
	e := errand{
		kind: isClick, id: cmp.Or(c.TriggerID, id), trigger: c.TriggerID,
		asker: command.Asker{Team: c.Team.ID, User: c.User.ID, Channel: cmp.Or(c.Channel.ID, c.Container.ChannelID)},
	}
	e.at = place{Channel: e.asker.Channel, ResponseURL: c.ResponseURL}
	switch c.Type {
	case slack.InteractionTypeBlockActions:
		return clickErrand(e, c)
	case slack.InteractionTypeMessageAction:
		e.click = command.Click{Action: c.CallbackID, Value: c.Message.Text,
			Message: cmp.Or(c.MessageTs, c.Message.Timestamp), Thread: c.Message.ThreadTimestamp}
		e.at.Thread = e.click.Thread
	case slack.InteractionTypeShortcut:
		e.click = command.Click{Action: c.CallbackID}
	case slack.InteractionTypeViewSubmission:
		e.kind = isSubmission
		e.at, e.click.Value = unstow(c.View.PrivateMetadata)
		e.asker.Channel = e.at.Channel
		e.click.Action = c.View.CallbackID
		e.click.Inputs = inputs(c.View)
	default:
		return e, false
	}
	return e, true
}

// clickErrand reads the use of an element of a message, a modal or the App Home.
func clickErrand(e errand, c slack.InteractionCallback) (errand, bool) {
	if len(c.ActionCallback.BlockActions) == 0 {
		return e, false
	}
	action := c.ActionCallback.BlockActions[0]
	e.click = command.Click{Action: action.ActionID, Value: chosen(*action)}
	switch c.View.Type {
	case slack.VTHomeTab:
		e.at, e.hash = place{Home: true}, c.View.Hash
	case slack.VTModal:
		e.at, _ = unstow(c.View.PrivateMetadata)
		e.asker.Channel = e.at.Channel
		e.view, e.hash = c.View.ID, c.View.Hash
		e.click.Inputs = inputs(c.View)
	default:
		e.click.Message = cmp.Or(c.Container.MessageTs, c.Message.Timestamp)
		e.click.Thread = cmp.Or(c.Container.ThreadTs, c.Message.ThreadTimestamp)
		e.at.Thread = e.click.Thread
	}
	return e, true
}

// inputs returns what stands in a view's inputs by their action_id.
func inputs(v slack.View) map[string]string {
	if v.State == nil {
		return nil
	}
	out := make(map[string]string)
	for _, elements := range v.State.Values {
		for id, action := range elements {
			out[id] = chosen(action)
		}
	}
	return out
}

// chosen is what a person put into an element: its value, or those of several
// options with a comma between them.
func chosen(a slack.BlockAction) string {
	var several []string
	for _, o := range a.SelectedOptions {
		several = append(several, o.Value)
	}
	several = append(several, a.SelectedChannels...)
	several = append(several, a.SelectedConversations...)
	several = append(several, a.SelectedUsers...)
	return cmp.Or(a.Value, a.SelectedOption.Value, a.SelectedConversation, a.SelectedChannel, a.SelectedUser,
		a.SelectedTime, a.SelectedDate, strings.Join(several, ","))
}

// eventErrand reads an event; it is false for what the bot leaves alone, such as
// what bots say. The ID is the bot's own.
func eventErrand(e slackevents.EventsAPIEvent, bot, id string) (errand, bool) {
	if outer, ok := e.Data.(*slackevents.EventsAPICallbackEvent); ok {
		id = cmp.Or(outer.EventID, id)
	}
	switch inner := e.InnerEvent.Data.(type) {
	case *slackevents.AppMentionEvent:
		mention, ours := said(e.TeamID, id, bot, saying{inner.User, inner.BotID, inner.Channel, inner.Text, inner.ThreadTimeStamp})
		mention.said = inner.TimeStamp
		return mention, ours
	case *slackevents.MessageEvent:
		if !inner.IsIM() || inner.SubType != "" {
			return errand{}, false
		}
		words, ours := said(e.TeamID, id, bot, saying{inner.User, inner.BotID, inner.Channel, inner.Text, inner.ThreadTimeStamp})
		words.at.Direct = true
		return words, ours
	case *slackevents.AppHomeOpenedEvent:
		opened := errand{kind: isHome, id: id, asker: command.Asker{Team: e.TeamID, User: inner.User}}
		if inner.View != nil {
			opened.hash = inner.View.Hash
		}
		return opened, inner.Tab != "messages"
	}
	return errand{}, false
}

// saying is what somebody said to the bot.
type saying struct{ user, bot, channel, text, thread string }

func said(team, id, bot string, s saying) (errand, bool) {
	if s.bot != "" || s.user == "" || s.user == bot {
		return errand{}, false
	}
	return errand{
		kind: isMention, id: id, words: spoken(s.text, bot),
		asker: command.Asker{Team: team, User: s.user, Channel: s.channel},
		at:    place{Channel: s.channel, Thread: s.thread},
	}, true
}

// spoken is what somebody says to the bot, without its name and what stands behind a
// name in an address: "@newsbot: trends", "@newsbot, trends".
func spoken(text, bot string) string {
	text = strings.ReplaceAll(text, "<@"+bot+">", " ")
	return strings.TrimSpace(strings.TrimLeft(text, " \t\n\u00a0:,"))
}
