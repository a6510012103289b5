package bot

import (
	"context"
	"maps"
	"sync"
	"time"
)

// postEvery is the pace that Slack allows in one channel; a little more than
// its second, for what the network takes away.
const postEvery = 1100 * time.Millisecond

// pace spaces the messages to each channel. Use one for all that is posted
// with a token. It is safe for concurrent use.
type pace struct {
	clock Clock

	mu   sync.Mutex
	next map[string]time.Time // when the next message may go to a channel
}

// wait returns when it is the caller's turn to post to a channel.
func (p *pace) wait(ctx context.Context, channel string) error {
	if d := p.reserve(channel); d > 0 {
		return p.clock.Sleep(ctx, d)
	}
	return ctx.Err()
}

// reserve takes the channel's next turn and returns how far off it is.
func (p *pace) reserve(channel string) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.clock.Now()
	maps.DeleteFunc(p.next, func(_ string, t time.Time) bool { return t.Before(now) })
	turn := now
	if t := p.next[channel]; t.After(now) {
		turn = t
	}
	p.next[channel] = turn.Add(postEvery)
	return turn.Sub(now)
}

// rename tells that a channel that was known by its name has this ID.
func (p *pace) rename(name, id string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if t := p.next[name]; t.After(p.next[id]) {
		p.next[id] = t
	}
}
