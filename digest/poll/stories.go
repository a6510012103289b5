package poll

import (
	"context"
	"errors"
	"time"

	"newsbot/digest/ingest"
	"newsbot/digest/rescue"
	"newsbot/digest/wait"
)

// How often stories are kept: soon after something was stored, and now and then
// what a process left that died.
const (
	storiesSoon = 2 * time.Second
	storiesOnce = time.Minute
)

// keepStories puts what was stored into stories until ctx ends.
func (p *Poller) keepStories(ctx context.Context) {
	keeper := ingest.NewKeeper(p.Store)
	last := time.Time{}
	var outage wait.Outage
	for {
		wait.For(ctx, storiesSoon)
		if ctx.Err() != nil {
			return
		}
		if !p.fresh.Swap(false) && time.Since(last) < storiesOnce {
			continue
		}
		last = time.Now()
		err := keeper.Update(ctx)
		if ctx.Err() != nil {
			return
		}
		outage.Tell(p.Log, err, "articles are not in stories; that is tried until they are", "articles are in stories again")
		if _, panicked := errors.AsType[*rescue.Panic](err); err != nil && !panicked { // there is no hurry to see that again
			p.fresh.Store(true)
		}
	}
}
