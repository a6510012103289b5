package poll

import (
	"context"
	"time"

	"newsbot/digest/ingest"
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
	for {
		wait.For(ctx, storiesSoon)
		if ctx.Err() != nil {
			return
		}
		if !p.fresh.Swap(false) && time.Since(last) < storiesOnce {
			continue
		}
		last = time.Now()
		if err := keeper.Update(ctx); err != nil && ctx.Err() == nil {
			p.fresh.Store(true)
			p.Log.Error("articles are not in stories; that is tried again", "error", err)
		}
	}
}
