package bot

import (
	"context"
	"crypto/rand"
	"time"

	"newsbot/bot/schedule"
	"newsbot/digest/store"
	"newsbot/digest/wait"
)

// UsualPace is what Slack allows for messages: one a second in a channel, and
// several hundred a minute in a workspace.
var UsualPace = store.Pace{Channel: postEvery, Workspace: 100 * time.Millisecond, Rest: time.Second}

// tier4 is what Slack allows for methods of its tier 4: a hundred calls a minute.
var tier4 = store.Pace{Workspace: 600 * time.Millisecond, Rest: 20 * time.Second}

// budget is what Slack counts together, for all processes of the bot.
type budget struct {
	name  string
	pace  store.Pace
	store *store.Store
}

// budgets are those of a workspace.
type budgets struct {
	messages budget // chat.postMessage
	private  budget // chat.postEphemeral
	homes    budget // views.publish
}

// Share has the Poster, and an App that answers with it, keep the pace of messages
// together with all other processes that share theirs through the store.
func (p *Poster) Share(s *store.Store, messages store.Pace) {
	p.shared.Store(&budgets{
		messages: budget{"messages", messages, s},
		private:  budget{"chat.postEphemeral", tier4, s},
		homes:    budget{"views.publish", tier4, s},
	})
}

// turn returns when message n of a class may be posted into a channel.
func (p *Poster) turn(ctx context.Context, channel string, class schedule.Class, n int) error {
	if shared := p.shared.Load(); shared != nil {
		return shared.messages.turn(ctx, channel, class.Of(n))
	}
	return p.pace.wait(ctx, channel)
}

// answerTurn is turn for an answer, which comes also while the store is away or does
// not answer.
func (p *Poster) answerTurn(ctx context.Context, channel string) error {
	err := p.turn(ctx, channel, schedule.Answer, 0)
	if err == nil || ctx.Err() != nil {
		return err
	}
	p.log.Warn("other processes do not hear of an answer", "channel", channel, "error", err)
	return p.pace.wait(ctx, channel)
}

// callTurn returns when a method may be called that has a budget of its own. It
// does not wait for a store that is away or does not answer.
func (p *Poster) callTurn(ctx context.Context, of func(*budgets) budget) error {
	shared := p.shared.Load()
	if shared == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, sendTime)
	defer cancel()
	b := of(shared)
	if err := b.turn(ctx, "", schedule.Answer); err != nil {
		p.log.Warn("other processes do not hear of a call", "method", b.name, "error", err)
	}
	return ctx.Err()
}

// renamed tells that a channel into which a message was just posted has this ID.
func (p *Poster) renamed(ctx context.Context, name, id string) {
	if shared := p.shared.Load(); shared != nil {
		p.silence(ctx, id, shared.messages.pace.Channel)
		return
	}
	p.pace.rename(name, id)
}

// silence tells other processes that Slack wants a pause in a channel.
func (p *Poster) silence(ctx context.Context, channel string, d time.Duration) {
	shared := p.shared.Load()
	if shared == nil {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, claimTime)
	defer cancel()
	b := shared.messages
	if err := b.store.Silence(ctx, b.name, channel, d, d >= wideSilence); err != nil {
		p.log.Warn("other processes do not hear of the pause that Slack wants", "channel", channel, "pause", d, "error", err)
	}
}

// wideSilence is from where on a pause that Slack asks for is taken to be meant
// for the whole workspace.
const wideSilence = 5 * time.Second

// turn returns when it is the caller's turn. Time passes here as in the store,
// whatever clock the Poster has.
func (b budget) turn(ctx context.Context, channel string, class schedule.Class) error {
	t := store.Turn{Budget: b.name, Channel: channel, Ticket: rand.Text(), Yield: time.Duration(class)}
	for {
		pause, granted, err := b.take(ctx, &t, class)
		if err != nil {
			return err
		}
		if err := wait.For(ctx, pause); err != nil || granted {
			return err
		}
	}
}

// take asks the store once. Who waits for an answer does not wait for a store that
// does not say anything.
func (b budget) take(ctx context.Context, t *store.Turn, class schedule.Class) (pause time.Duration, granted bool, err error) {
	if class == schedule.Answer {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, claimTime)
		defer cancel()
	}
	return b.store.TakeTurn(ctx, t, b.pace)
}
