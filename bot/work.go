package bot

import (
	"cmp"
	"context"
	"errors"
	"sync"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot/block"
	"newsbot/bot/command"
	"newsbot/digest/rescue"
	"newsbot/digest/store"
)

// keepErrand is how long Slack may tell an errand again.
const keepErrand = time.Hour

// receive takes an errand in and has it acknowledged, at once: with nothing, or
// with a message where there is no room for it. A submitted modal is
// acknowledged with its answer, if that is there soon.
func (a *App) receive(e errand, ack func(payload any)) {
	settle := func(any) bool { return false } // was acknowledged before
	if e.kind == isSubmission {
		settle = soon(ack)
	}
	err := a.answers.take(e.asker.User, func(ctx context.Context) { a.work(ctx, e, settle) })
	switch {
	case err != nil:
		a.refuse(e, err, ack, settle)
	case e.kind != isSubmission:
		ack(nil)
	}
}

// refuse tells the person of an errand why there is no room for it.
func (a *App) refuse(e errand, why error, ack func(any), settle func(any) bool) {
	a.metrics.count(e.kind, wasRefused)
	a.log.Warn("too much to do", "kind", e.kind, "user", e.asker.User, "error", why)
	text := saysBusy
	if errors.Is(why, errShare) {
		text = saysShare
	}
	switch e.kind {
	case isCommand:
		ack(slack.WebhookMessage{Text: text})
		return
	case isSubmission:
		settle(nil)
	default:
		ack(nil)
	}
	a.apologies.take(e.asker.User, func(ctx context.Context) { a.say(ctx, e, text) })
}

// soon returns what gives an acknowledgement once, and reports whether it did.
// Where none comes in time, one without a payload is given.
func soon(ack func(any)) func(payload any) bool {
	var once sync.Once
	give := func(payload any) (given bool) {
		once.Do(func() {
			ack(payload)
			given = true
		})
		return given
	}
	timer := time.AfterFunc(ackTime, func() { give(nil) })
	return func(payload any) bool {
		timer.Stop()
		return give(payload)
	}
}

// work does an errand, unless it was done before. Settle acknowledges a submitted
// modal, if that was not done yet.
func (a *App) work(ctx context.Context, e errand, settle func(any) bool) {
	defer a.survive()
	defer settle(nil)
	began := a.clock.Now()
	b := a.backing.Load()
	if b == nil {
		a.metrics.count(e.kind, wasStarting)
		a.say(ctx, e, saysStarting)
		return
	}
	first, err := a.claim(ctx, b.store, e)
	switch {
	case !first:
		a.metrics.count(e.kind, wasRepeated)
		return
	case err != nil:
		a.log.Error("articles not reached", "kind", e.kind, "user", e.asker.User, "error", err)
		a.metrics.count(e.kind, wasFailed)
		a.say(ctx, e, command.SaysAway)
		return
	}
	e.asker = a.people.introduce(ctx, e.asker)
	outcome := a.answer(ctx, b, e, settle)
	a.metrics.count(e.kind, outcome)
	took := a.clock.Now().Sub(began)
	a.metrics.took(took)
	a.log.Info("errand done", "kind", e.kind, "user", e.asker.User, "channel", e.asker.Channel, "outcome", outcome,
		"took", took.Round(time.Millisecond))
}

// claim reports whether this process is the first to do an errand. An error
// means that Redis is away. Where it is only unwell, the process's own memory
// must do.
func (a *App) claim(ctx context.Context, s *store.Store, e errand) (first bool, err error) {
	if e.id == "" {
		return true, nil
	}
	if !a.known.put(e.id, struct{}{}) {
		return false, nil
	}
	ctx, cancel := context.WithTimeout(ctx, claimTime)
	defer cancel()
	first, err = s.Claim(ctx, "event:"+e.id, keepErrand)
	var redis *store.Error
	switch {
	case err == nil:
		return first, nil
	case errors.As(err, &redis) && redis.Temporary:
		return true, err
	}
	a.log.Error("errand not noted", "error", err)
	return true, nil
}

// answer asks the Answerer and delivers what it says. It returns what became of
// the errand, for the metrics.
func (a *App) answer(ctx context.Context, b *backing, e errand, settle func(any) bool) string {
	if e.kind == isHome {
		return a.publish(ctx, b, e)
	}
	stop := a.sign(ctx, e)
	reply, end, outcome := a.ask(ctx, a.question(b, e))
	defer end()
	stop()
	reply = a.fitting(e, reply)
	if reply.Modal != nil && settle(slack.NewUpdateViewSubmissionResponse(e.modal(reply.Modal))) {
		return outcome
	}
	settle(nil) // closes the modal before the answer is on its way
	if err := a.deliver(ctx, e, reply); err != nil {
		a.log.Error("answer not delivered", "kind", e.kind, "user", e.asker.User, "channel", e.asker.Channel, "error", err)
		outcome = wasUndelivered
	}
	if e.at.Home || reply.Home {
		a.publish(ctx, b, e)
	}
	return outcome
}

// fitting returns a reply whose modal Slack takes: in the place of one that breaks
// its limits there is a sentence.
func (a *App) fitting(e errand, reply command.Reply) command.Reply {
	if reply.Modal == nil {
		return reply
	}
	if err := block.CheckModal(e.modal(reply.Modal)); err != nil {
		a.log.Error("a modal breaks Slack's limits, please report this as a bug", "error", err)
		return sentence(saysFailed)
	}
	return reply
}

// question is what an errand asks of the Answerer.
func (a *App) question(answerer Answerer, e errand) func(context.Context) command.Reply {
	if e.kind == isClick || e.kind == isSubmission {
		c := e.click
		c.Asker, c.Now = e.asker, a.clock.Now()
		return func(ctx context.Context) command.Reply { return answerer.Click(ctx, c) }
	}
	r := command.Request{Asker: e.asker, Words: e.words, Aloud: e.said != "", Now: a.clock.Now()}
	return func(ctx context.Context) command.Reply { return answerer.Command(ctx, r) }
}

// ask calls a function of the Answerer. Where that panics or does not come back
// in time, the reply is a sentence; end then waits until it does, so that no
// more are at work than there are workers.
func (a *App) ask(ctx context.Context, call func(context.Context) command.Reply) (reply command.Reply, end func(), outcome string) {
	ctx, cancel := context.WithTimeout(ctx, a.config.Patience)
	defer cancel()
	answered := make(chan command.Reply, 1)
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer a.survive()
		answered <- call(ctx)
	}()
	end = func() { <-done }
	select {
	case <-done:
	case <-ctx.Done():
		if within(done, 100*time.Millisecond) { // it heeds ctx and may have a sentence of its own
			break
		}
		a.log.Error("an answer took too long")
		return sentence(saysSlow), end, wasLate
	}
	select {
	case reply = <-answered:
		return reply, end, wasAnswered
	default:
		return sentence(saysFailed), end, wasFailed
	}
}

// survive, deferred, keeps a panic from ending the bot.
func (a *App) survive() {
	if p := recover(); p != nil {
		a.log.Error("panic", rescue.Attrs(rescue.Of(p))...)
	}
}

// say tells the person of an errand a sentence.
func (a *App) say(ctx context.Context, e errand, text string) {
	if e.kind == isHome {
		return // the next time that they look
	}
	if err := a.deliver(ctx, e, sentence(text)); err != nil {
		a.log.Error("answer not delivered", "kind", e.kind, "user", e.asker.User, "error", err)
	}
}

func sentence(text string) command.Reply {
	return command.Reply{Message: block.Message{Text: text}}
}

// publish shows a person's App Home as it is now, one after the other: what was looked
// up later must not be replaced by what was earlier.
func (a *App) publish(ctx context.Context, b *backing, e errand) string {
	leave, ok := a.homes.wait(ctx, e.asker.User)
	if !ok {
		return wasAnswered // by who waits, and looks up what is then
	}
	defer leave()
	hashes := []string{e.hash, ""}
	if e.view != "" {
		hashes = []string{""} // the hash is of a modal
	}
	for _, hash := range hashes {
		blocks, outcome := a.home(ctx, b, e.asker)
		if len(blocks) == 0 {
			return outcome
		}
		view := slack.HomeTabViewRequest{Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: blocks}}
		err := a.patiently(ctx, func(ctx context.Context) error {
			if err := a.callTurn(ctx, func(b *budgets) budget { return b.homes }); err != nil {
				return err
			}
			_, err := a.api.PublishViewContext(ctx, slack.PublishViewContextRequest{UserID: e.asker.User, View: view, Hash: given(hash)})
			return err
		})
		if hash != "" && slackCode(err) == "hash_conflict" {
			continue // it was changed meanwhile, so look again
		}
		if err != nil {
			a.log.Error("App Home not published", "user", e.asker.User, "error", err, "reasons", reasons(err))
			return wasUndelivered
		}
		return outcome
	}
	return wasUndelivered
}

// home asks the Answerer for the blocks of an App Home.
func (a *App) home(ctx context.Context, b *backing, asker command.Asker) ([]slack.Block, string) {
	reply, end, outcome := a.ask(ctx, func(ctx context.Context) command.Reply {
		return command.Reply{Message: block.Message{Blocks: b.Home(ctx, asker)}}
	})
	defer end()
	err := block.Check(reply.Message.Blocks)
	if err != nil {
		a.log.Error("a Home tab breaks Slack's limits, please report this as a bug", "error", err)
	} else if outcome == wasAnswered {
		return reply.Message.Blocks, outcome
	}
	text := slack.NewTextBlockObject(slack.PlainTextType, cmp.Or(reply.Message.Text, saysFailed), false, false)
	return []slack.Block{slack.NewSectionBlock(text, nil, nil)}, outcome
}

// given is a text that may be left out.
func given(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
