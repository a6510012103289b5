package bot

import (
	"cmp"
	"context"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot/block"
	"newsbot/bot/command"
)

// way is a way to bring a message to a person.
type way struct {
	name  string
	once  bool // all see it, so that it must not come twice
	carry func(context.Context, block.Message) error
}

// deliver brings a reply to the person of an errand.
func (a *App) deliver(ctx context.Context, e errand, r command.Reply) error {
	ctx, cancel := context.WithTimeout(ctx, sendTime)
	defer cancel()
	if r.Modal != nil {
		var shown bool
		if r, shown = a.show(ctx, e, r.Modal); shown {
			return nil
		}
	}
	if r.Message.Text == "" && len(r.Message.Blocks) == 0 {
		return nil
	}
	if len(r.Replies) > 0 {
		return a.deliverThread(ctx, e, r)
	}
	var err error
	for _, w := range a.ways(e, r) {
		if err = a.carry(ctx, w.carry, r.Message); err == nil || w.once && unclear(err) {
			break
		}
		a.log.Warn("another way for an answer", "instead of", w.name, "user", e.asker.User, "channel", e.asker.Channel, "error", err)
	}
	return err
}

// unclear reports whether a message may stand in spite of an error.
func unclear(err error) bool {
	v, _ := judge(err)
	return v == unsure
}

// ways lists the ways for a reply, the best first. A response_url works where
// the bot is not a member.
func (a *App) ways(e errand, r command.Reply) []way {
	thread := e.at.Thread
	if r.Thread {
		thread = cmp.Or(thread, e.click.Message, e.said)
	}
	post := way{"post", true, func(ctx context.Context, m block.Message) error {
		_, err := a.postAnswer(ctx, e.at.Channel, thread, m)
		return err
	}}
	direct := way{"direct message", false, func(ctx context.Context, m block.Message) error {
		_, err := a.postAnswer(ctx, e.asker.User, "", m) // Slack opens it for the user's ID
		return err
	}}
	url := way{"response_url", r.Public, func(ctx context.Context, m block.Message) error {
		return a.respond(ctx, e.at.ResponseURL, response(m, r, thread))
	}}
	private := way{"private message", false, func(ctx context.Context, m block.Message) error {
		return a.postPrivate(ctx, e.at.Channel, thread, e.asker.User, m)
	}}
	var ways []way
	if e.at.ResponseURL != "" {
		ways = append(ways, url)
	}
	switch {
	case e.at.Channel == "":
	case e.at.Direct, r.Public:
		ways = append(ways, post)
	default:
		ways = append(ways, private)
	}
	return append(ways, direct)
}

// carry brings a message one way, in the first layout that Slack takes.
func (a *App) carry(ctx context.Context, by func(context.Context, block.Message) error, m block.Message) error {
	var err error
	for _, form := range layouts(a.log, m) {
		err = a.patiently(ctx, func(ctx context.Context) error { return by(ctx, form) })
		if v, _ := judge(err); v != misfit {
			return err
		}
		a.log.Error("Slack refuses the layout, trying a plainer one", "error", err, "reasons", reasons(err))
	}
	return err
}

// sendTries is how often a request to Slack is made that did not get there.
const sendTries = 3

// patiently makes a request again that Slack did not take for now.
func (a *App) patiently(ctx context.Context, request func(context.Context) error) error {
	for try := 0; ; try++ {
		err := request(ctx)
		v, pause := judge(err)
		if !v.again() || try+1 == sendTries {
			return err
		}
		pause = max(pause, time.Second<<try/4)
		if deadline, ok := ctx.Deadline(); ok && pause > time.Until(deadline) || a.clock.Sleep(ctx, pause) != nil {
			return err
		}
	}
}

// postAnswer posts a message that all in a channel see, in a thread where one
// is named, and returns its ts.
func (a *App) postAnswer(ctx context.Context, channel, thread string, m block.Message) (ts string, err error) {
	if err := a.answerTurn(ctx, channel); err != nil {
		return "", err
	}
	_, ts, err = a.api.PostMessageContext(ctx, channel, options(m, thread)...)
	switch v, pause := judge(err); {
	case v == accepted:
		a.door.passed()
	case v == limited:
		a.silence(ctx, channel, pause)
	}
	return ts, err
}

// postPrivate posts a message that only one person in a channel sees.
func (a *App) postPrivate(ctx context.Context, channel, thread, user string, m block.Message) error {
	if err := a.callTurn(ctx, func(b *budgets) budget { return b.private }); err != nil {
		return err
	}
	_, err := a.api.PostEphemeralContext(ctx, channel, user, options(m, thread)...)
	return err
}

// show opens a modal; where Slack does not let it, the reply says why. A modal that the
// person has closed, or clicked on in, by the time that what a click asks for is there
// stays as they have it.
func (a *App) show(ctx context.Context, e errand, modal *slack.ModalViewRequest) (r command.Reply, shown bool) {
	if e.trigger == "" {
		return sentence(saysTyped), false
	}
	err := a.open(ctx, e, modal)
	switch code := slackCode(err); {
	case err == nil:
		return r, true
	case code == "expired_trigger_id":
		return sentence(saysLate), false
	case e.view != "" && (code == "hash_conflict" || code == "not_found"):
		a.log.Debug("modal changed or closed in the meantime", "user", e.asker.User, "error", err)
		return r, true
	}
	a.log.Error("modal not opened", "user", e.asker.User, "error", err, "reasons", reasons(err))
	return sentence(saysFailed), false
}

// open opens a modal, or puts it in place of the one that was clicked in.
func (a *App) open(ctx context.Context, e errand, modal *slack.ModalViewRequest) error {
	view := e.modal(modal)
	if e.view != "" {
		return a.patiently(ctx, func(ctx context.Context) error {
			_, err := a.api.UpdateViewContext(ctx, *view, "", e.hash, e.view)
			return err
		})
	}
	_, err := a.api.OpenViewContext(ctx, e.trigger, *view)
	return err
}

// modal is a modal that remembers where its answers go.
func (e errand) modal(m *slack.ModalViewRequest) *slack.ModalViewRequest {
	view := *m
	view.Type = slack.VTModal
	view.PrivateMetadata = stow(e.at, m.PrivateMetadata)
	return &view
}
