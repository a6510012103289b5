package bot

import (
	"log/slog"

	"github.com/slack-go/slack"

	"newsbot/bot/block"
)

// layouts returns the forms in which to try a message: as it is, plainer, and its
// text alone. One that breaks a limit of Slack is left out.
func layouts(log *slog.Logger, m block.Message) []block.Message {
	text := block.Message{Text: m.Text}
	if len(m.Blocks) == 0 {
		return []block.Message{text}
	}
	var forms []block.Message
	for _, form := range []block.Message{m, block.Plain(m)} {
		if err := form.Check(); err != nil {
			log.Error("a layout breaks Slack's limits, please report this as a bug", "error", err)
			continue
		}
		forms = append(forms, form)
	}
	return append(forms, text)
}

// options say how a message is posted, in a thread where one is named: Slack
// interprets nothing in it.
func options(m block.Message, thread string) []slack.MsgOption {
	options := []slack.MsgOption{
		slack.MsgOptionText(m.Text, false), slack.MsgOptionDisableLinkUnfurl(), slack.MsgOptionDisableMediaUnfurl(),
		slack.MsgOptionDisableMarkdown(), slack.MsgOptionParse(false),
	}
	if len(m.Blocks) > 0 {
		options = append(options, slack.MsgOptionBlocks(m.Blocks...))
	}
	if thread != "" {
		options = append(options, slack.MsgOptionTS(thread))
	}
	return options
}
