package bot

import (
	"context"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"sync/atomic"
	"time"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/slackevents"
	"github.com/slack-go/slack/socketmode"
	"golang.org/x/sync/errgroup"
)

// How the bot keeps its connections for Socket Mode. Slack renews each of them
// every few hours, during which another has to be there.
const (
	connections  = 2
	steady       = 10 * time.Second       // a connection that lives longer is a good one
	minReconnect = 250 * time.Millisecond // first pause before a connection is made again
	maxReconnect = time.Minute            // longest pause
	maxFrame     = 4 << 20                // bytes of a message from Slack
	ackPatience  = 2 * time.Second        // for an acknowledgement to be on its way
)

// errEnded is the end of a connection that stood: Slack renews it, or the
// network lost it.
var errEnded = errors.New("the connection ended")

// socket is one connection for Socket Mode after the other.
type socket struct {
	*App
	client *socketmode.Client
	proven *atomic.Bool  // some connection stood: the token is good
	open   *atomic.Int32 // connections that stand

	since time.Time               // when the present one came to stand; zero where none does
	end   context.CancelCauseFunc // ends the present one
}

// listen hears errands over Socket Mode until ctx ends. It returns a
// *ConnectError where Slack refuses the token before any connection stood.
func (a *App) listen(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	var open atomic.Int32
	var proven atomic.Bool
	a.metrics.gauge("newsbot_connections", "Open connections for Socket Mode.", func(context.Context) (int, bool) { return int(open.Load()), true })
	for range connections {
		s := &socket{App: a, client: socketmode.New(a.api, socketmode.OptionReadLimit(maxFrame)), proven: &proven, open: &open}
		g.Go(func() error { return s.keep(ctx) })
	}
	return g.Wait()
}

// keep makes a connection again whenever it ends.
func (s *socket) keep(ctx context.Context) error {
	for try := 0; ; try++ {
		err := s.live(ctx)
		lived := time.Duration(0)
		if !s.since.IsZero() {
			lived = s.clock.Now().Sub(s.since)
		}
		switch {
		case ctx.Err() != nil:
			return nil
		case permanent(err) && !s.proven.Load():
			return &ConnectError{Advice: appTokenAdvice(err), Err: err}
		case lived > steady:
			try = 0
		}
		pause := reconnectPause(try)
		if limit := new(slack.RateLimitedError); errors.As(err, &limit) {
			pause = max(pause, limit.RetryAfter)
		}
		s.log.Warn("connecting to Slack again", "after", pause.Round(time.Millisecond), "lived", lived.Round(time.Second), "error", err)
		if s.clock.Sleep(ctx, pause) != nil {
			return nil
		}
	}
}

// reconnectPause is how long to wait after so many tries that failed: twice as
// long each time, up to a minute, varied by half so that not all bots come back
// at once.
func reconnectPause(try int) time.Duration {
	pause := min(minReconnect<<min(try, 10), maxReconnect)
	return pause/2 + rand.N(pause)
}

// live is one connection from its beginning to its end, and returns why it ended.
func (s *socket) live(ctx context.Context) error {
	ctx, s.end = context.WithCancelCause(ctx)
	defer s.end(nil)
	s.since = time.Time{}
	defer func() {
		if !s.since.IsZero() {
			s.open.Add(-1)
		}
	}()
	ended := make(chan error, 1)
	go func() { ended <- s.client.RunContext(ctx) }()
	for {
		select {
		case e := <-s.client.Events:
			s.notice(ctx, e)
		case err := <-ended:
			s.drain(ctx)
			if cause := context.Cause(ctx); cause != nil {
				return cause
			}
			return err
		}
	}
}

// drain takes what came before the connection ended.
func (s *socket) drain(ctx context.Context) {
	for {
		select {
		case e := <-s.client.Events:
			s.notice(ctx, e)
		default:
			return
		}
	}
}

// notice handles what the client tells. The client would connect again by
// itself, for ever and without a pause; end keeps it from that.
func (s *socket) notice(ctx context.Context, e socketmode.Event) {
	switch e.Type {
	case socketmode.EventTypeConnecting:
		if !s.since.IsZero() {
			s.end(errEnded)
		}
	case socketmode.EventTypeConnected:
		s.stand()
	case socketmode.EventTypeConnectionError:
		if failed, ok := e.Data.(*slack.ConnectionErrorEvent); ok {
			s.end(failed.ErrorObj)
		}
	case socketmode.EventTypeErrorBadMessage:
		s.leaveAlone(ctx, e)
	default:
		s.hear(ctx, e)
	}
}

// stand notes that the connection stands.
func (s *socket) stand() {
	if !s.since.IsZero() {
		return // the client was faster than end
	}
	s.since = s.clock.Now()
	s.proven.Store(true)
	s.open.Add(1)
	s.log.Info("connected to Slack")
}

// hear takes in the errand that an envelope holds.
func (s *socket) hear(ctx context.Context, e socketmode.Event) {
	defer s.survive()
	if e.Request == nil || e.Request.EnvelopeID == "" {
		return
	}
	id := e.Request.EnvelopeID
	ack := func(payload any) { s.acknowledge(ctx, id, payload) }
	var errand errand
	ours := false
	switch data := e.Data.(type) {
	case slack.SlashCommand:
		errand, ours = commandErrand(data, id), true
	case slack.InteractionCallback:
		errand, ours = interactionErrand(data, id)
	case slackevents.EventsAPIEvent:
		errand, ours = eventErrand(data, s.people.self(), id)
	}
	if !ours {
		ack(nil)
		return
	}
	s.receive(errand, ack)
}

// leaveAlone acknowledges what the client cannot read, so that it does not come
// again.
func (s *socket) leaveAlone(ctx context.Context, e socketmode.Event) {
	bad, ok := e.Data.(*socketmode.ErrorBadMessage)
	var envelope struct {
		ID string `json:"envelope_id"`
	}
	if !ok || json.Unmarshal(bad.Message, &envelope) != nil || envelope.ID == "" {
		return
	}
	s.log.Debug("message left alone", "error", bad.Cause)
	s.acknowledge(ctx, envelope.ID, nil)
}

// acknowledge tells Slack that an envelope has come. Where its connection has
// just ended, the next one does.
func (s *socket) acknowledge(ctx context.Context, envelope string, payload any) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), ackPatience)
	defer cancel()
	if err := s.client.AckCtx(ctx, envelope, payload); err != nil {
		s.log.Warn("not acknowledged to Slack", "error", err)
	}
}

// permanent reports whether trying again cannot help.
func permanent(err error) bool { return turnsAway(err) || slackCode(err) == "missing_scope" }

// appTokenAdvice says what is wrong with an app-level token and the way out.
func appTokenAdvice(err error) string {
	const source = "the app's page Basic Information, App-Level Tokens"
	if slackCode(err) == "missing_scope" {
		return "the app-level token lacks the scope connections:write; generate one that has it on " + source + ", and set SLACK_APP_TOKEN to it"
	}
	return "Slack does not take the app-level token; copy one (xapp-…) with the scope connections:write from " + source + " to SLACK_APP_TOKEN"
}
