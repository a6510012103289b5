package poll

import (
	"context"
	"errors"
	"time"

	"newsbot/digest/ingest"
	"newsbot/digest/rescue"
	"newsbot/digest/wait"
)

// How often stories are kept: soon after something was stored, and after a panic, which
// there is no hurry to see again.
const (
	storiesSoon  = 2 * time.Second
	storiesLater = time.Minute
)

// keepStories puts what was stored into stories until ctx ends, while no other process
// does.
func (p *Poller) keepStories(ctx context.Context) {
	keeper := ingest.NewKeeper(p.Store)
	defer p.leaveStories(ctx, keeper)
	var outage wait.Outage
	next := storiesSoon
	for wait.For(ctx, next) == nil {
		err := keeper.Tend(ctx)
		if ctx.Err() != nil {
			return
		}
		outage.Tell(p.Log, err, "articles are not in stories; that is tried until they are", "articles are in stories again")
		next = storiesSoon
		if _, panicked := errors.AsType[*rescue.Panic](err); panicked {
			next = storiesLater
		}
	}
}

// leaveStories leaves the stories to another process.
func (p *Poller) leaveStories(ctx context.Context, keeper *ingest.Keeper) {
	longer, cancel := wait.Outlive(ctx)
	defer cancel()
	if err := keeper.Rest(longer); err != nil {
		p.Log.Warn("for some seconds no other process keeps the stories", "error", err)
	}
}
