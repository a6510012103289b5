package bot

import (
	"context"

	"newsbot/bot/block"
	"newsbot/bot/command"
)

// saysUninvited is what the bot says where it cannot post a thread.
const saysUninvited = "I cannot post a thread here. Invite me to the channel, or take the answer that only you see."

// deliverThread posts a reply with its replies: the first into the channel, the
// others into the thread under it. A response_url does not do, since it does not
// tell what was posted.
func (a *App) deliverThread(ctx context.Context, e errand, r command.Reply) error {
	thread := e.at.Thread
	for i, m := range append([]block.Message{r.Message}, r.Replies...) {
		ts, err := a.postIn(ctx, e.at.Channel, thread, m)
		switch {
		case err != nil && i == 0 && !unclear(err):
			a.log.Warn("thread not begun", "channel", e.at.Channel, "user", e.asker.User, "error", err)
			return a.deliver(ctx, e, sentence(saysUninvited))
		case err != nil:
			return err
		case thread == "":
			thread = ts
		}
	}
	return nil
}

// postIn posts a message that all in a channel see, in the first layout that Slack
// takes, and returns its ts.
func (a *App) postIn(ctx context.Context, channel, thread string, m block.Message) (ts string, err error) {
	err = a.carry(ctx, func(ctx context.Context, form block.Message) (err error) {
		ts, err = a.postAnswer(ctx, channel, thread, form)
		return err
	}, m)
	return ts, err
}
