package bot

import (
	"context"
	"log/slog"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/slack-go/slack"
)

// door is whether Slack lets the bot in at all: while it does not, nothing can be
// posted anywhere, and no channel is at fault.
type door struct {
	log      *slog.Logger
	knocking sync.Mutex // held while Slack is asked: others wait for what it says

	mu    sync.Mutex
	shut  error     // why Slack takes nothing; nil: as far as is known it does
	asked time.Time // when Slack was asked last whether it does; zero: never
}

// knockEvery is the time between two questions whether Slack lets the bot in.
const knockEvery = time.Minute

// refused notes that Slack takes nothing, which it says in the log once.
func (d *door) refused(now time.Time, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.asked = now
	if d.shut == nil {
		d.log.Error("Slack lets nothing be posted; digests wait until it does", "error", err)
	}
	d.shut = err
}

// passed notes that Slack took something.
func (d *door) passed() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.shut != nil {
		d.log.Info("Slack lets the bot post again; digests go on")
	}
	d.shut = nil
}

// knock returns whether to ask Slack now, and what is known until then.
func (d *door) knock(now time.Time) (ask bool, shut error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.asked.IsZero() && (d.shut == nil || now.Sub(d.asked) < knockEvery) {
		return false, d.shut
	}
	d.asked = now
	return true, d.shut
}

// closed returns why Slack takes nothing, nil while it does.
func (d *door) closed() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.shut
}

// Admitted implements schedule.Poster: it asks Slack at first, and once a minute
// while Slack refuses everything.
func (p *Poster) Admitted(ctx context.Context) error {
	p.door.knocking.Lock()
	defer p.door.knocking.Unlock()
	ask, shut := p.door.knock(p.clock.Now())
	if !ask {
		return shut
	}
	me, err := p.api.AuthTestContext(ctx)
	if err == nil {
		err = p.inspect(me.Header)
	}
	switch {
	case err == nil:
		p.door.passed()
	case bars(err):
		p.door.refused(p.clock.Now(), &ConnectError{Advice: explainRefusal(err, ""), Err: err})
	}
	return p.door.closed()
}

// inspect returns an error if the token lacks the scope to post, and warns if it
// lacks the one to look for what was posted.
func (p *Poster) inspect(h http.Header) error {
	granted := scopes(h)
	if granted == nil {
		return nil
	}
	if !slices.Contains(granted, scopeToPost) {
		return slack.SlackErrorResponse{Err: "missing_scope", Needed: scopeToPost}
	}
	if !slices.Contains(granted, scopeToLook) {
		p.log.Warn("the bot lacks the scope " + scopeToLook + ": where an answer of Slack gets lost it cannot tell what it has posted, " +
			"so a digest may stay incomplete, lest it come twice" + grant)
	}
	return nil
}
