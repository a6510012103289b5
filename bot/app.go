package bot

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"newsbot/digest"
	"newsbot/digest/store"
)

// How much an App does at a time.
const (
	answering   = 32  // errands that are answered at a time
	waiting     = 256 // errands that wait for their turn
	share       = 8   // errands of one person, answered and waiting
	apologizing = 2   // apologies at a time, to those for whom there is no room
)

// How long things may take.
const (
	answerTime = 20 * time.Second // for the Answerer
	sendTime   = 20 * time.Second // for an answer to reach Slack
	claimTime  = time.Second      // for Redis to say whether an errand is new, or whose turn it is
	ackTime    = 2 * time.Second  // until a modal is closed whose answer is not there
	graceTime  = 10 * time.Second // to finish when the bot stops
)

// AppConfig says how the bot hears from Slack.
type AppConfig struct {
	Poster  *Poster        // sends the answers; its client has the app-level token for Socket Mode
	Socket  bool           // whether it hears over Socket Mode; else by HTTP requests
	Secret  string         // with which Slack signs HTTP requests
	Zone    *time.Location // of people whose profile has none
	Metrics *Metrics       // nil: nobody looks at them

	Answering, Waiting int           // errands at a time, and that may wait; 0: 32 and 256
	Patience           time.Duration // with the Answerer; 0: 20 seconds
}

// App hears what people ask in Slack and answers them. It is an http.Handler
// for the paths /slack/commands, /slack/interactions and /slack/events.
type App struct {
	*Poster
	config    AppConfig
	backing   atomic.Pointer[backing]
	people    *People
	homes     queue        // of those whose App Home is published
	hooks     *http.Client // for response_urls
	answers   *pool
	apologies *pool
	known     *recent[string, struct{}] // IDs of errands
	signed    *recent[string, struct{}] // signatures of HTTP requests
	trust     trust                     // in the signing secret
	metrics   *Metrics
	routes    http.Handler
}

// backing is what an App answers from, once it is there.
type backing struct {
	Answerer
	store *store.Store // remembers which errands were taken, for all processes of the bot
}

// NewApp returns an App that begins with Run and answers from Open on.
func NewApp(c AppConfig) *App {
	c.Answering, c.Waiting = cmp.Or(c.Answering, answering), cmp.Or(c.Waiting, waiting)
	c.Patience = cmp.Or(c.Patience, answerTime)
	if c.Metrics == nil {
		c.Metrics = NewMetrics()
	}
	a := &App{
		Poster: c.Poster, config: c, metrics: c.Metrics,
		hooks:     &http.Client{Timeout: callTimeout, Transport: guard{}},
		people:    newPeople(c.Poster, c.Zone),
		answers:   newPool(c.Answering, c.Waiting, share),
		apologies: newPool(apologizing, c.Waiting, share),
		known:     newRecent[string, struct{}](c.Poster.clock, keepErrand, 100_000),
		signed:    newRecent[string, struct{}](c.Poster.clock, 2*signatureLife, 100_000),
	}
	a.routes = a.newRoutes()
	a.metrics.gauge("newsbot_waiting", "Errands that wait for their turn.", func(context.Context) (int, bool) { return a.answers.waiting(), true })
	return a
}

// Open lets the App answer from an Answerer, each errand once for all processes that
// share the store. Until then it asks for patience.
func (a *App) Open(answerer Answerer, s *store.Store) { a.backing.Store(&backing{answerer, s}) }

// People returns what the App knows of the people of the workspace.
func (a *App) People() *People { return a.people }

// Run works until ctx ends, finishes what was begun, and returns nil; or a
// *ConnectError at the start where Slack will not have it.
func (a *App) Run(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, c := range []*pool{a.answers, a.apologies} {
		g.Go(func() error {
			if !c.run(ctx, graceTime) {
				a.log.Error("an answer does not end and is left alone")
			}
			return nil
		})
	}
	g.Go(func() error {
		if err := a.introduce(ctx); err != nil || !a.config.Socket {
			return err
		}
		return a.listen(ctx)
	})
	return g.Wait()
}

// introduce learns who the bot is, which proves the token too.
func (a *App) introduce(ctx context.Context) error {
	for try := 0; ; try++ {
		me, err := a.api.AuthTestContext(ctx)
		switch {
		case err == nil:
			a.people.own.Store(me)
			a.log.Info("known to Slack", "team", me.Team, "as", me.User)
			return nil
		case ctx.Err() != nil:
			return nil
		case permanent(err):
			return &ConnectError{Advice: explainRefusal(err, ""), Err: err}
		}
		a.log.Warn("Slack not reached, trying again", "error", err)
		if a.clock.Sleep(ctx, reconnectPause(try)) != nil {
			return nil
		}
	}
}

// ConnectError tells why Slack does not let the bot in, and what to do about it.
type ConnectError struct {
	Advice string // what is wrong and the way out, a sentence
	Err    error  // what Slack said
}

// Error names what was tried and the way out.
func (e *ConnectError) Error() string {
	return fmt.Sprintf("connect to Slack: %s (%s)", e.Advice, digest.Cause(e.Err))
}

// Unwrap returns what Slack said.
func (e *ConnectError) Unwrap() error { return e.Err }
