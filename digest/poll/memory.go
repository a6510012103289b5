package poll

import (
	"context"

	"newsbot/digest/store"
	"newsbot/digest/wait"
)

// freeFrom is the share of its memory down to which a Redis has to come that was nearly
// full, so that it is not so again at once.
const freeFrom = 0.85

// watchMemory looks how full Redis is until ctx ends. While it is nearly full, nothing
// is taken in: digests, subscriptions and what people were told need what is left.
func (p *Poller) watchMemory(ctx context.Context) {
	for ; ctx.Err() == nil; wait.For(ctx, p.Look) {
		used, err := p.Store.MemoryUsed(ctx)
		if err != nil { // whoever needs Redis tells of that
			continue
		}
		switch was := p.full.Load(); {
		case !was && used > store.FullFrom:
			p.full.Store(true)
			p.Log.Error("Redis is nearly full: no news is taken in until there is room, so that digests can be posted; raise its maxmemory; a shorter RETENTION is for the days that begin after it is set")
		case was && used < freeFrom:
			p.full.Store(false)
			p.Log.Info("Redis has room: news is taken in again")
		}
	}
}
