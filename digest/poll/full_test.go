package poll

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/redis/go-redis/v9"

	"newsbot/digest/store"
)

// full is a Redis without memory for articles, so many times.
type full struct{ left atomic.Int64 }

// noMemory is what such a Redis answers.
type noMemory struct{}

func (noMemory) Error() string { return "OOM command not allowed when used memory > 'maxmemory'." }
func (noMemory) RedisError()   {}

func (f *full) DialHook(next redis.DialHook) redis.DialHook          { return next }
func (f *full) ProcessHook(next redis.ProcessHook) redis.ProcessHook { return next }

func (f *full) ProcessPipelineHook(next redis.ProcessPipelineHook) redis.ProcessPipelineHook {
	return func(ctx context.Context, cmds []redis.Cmder) error {
		for _, c := range cmds {
			if strings.HasPrefix(c.Name(), "eval") && strings.Contains(fmt.Sprint(c.Args()...), ":briefs") && f.left.Add(-1) >= 0 {
				c.SetErr(noMemory{})
				return noMemory{}
			}
		}
		return next(ctx, cmds)
	}
}

// An item that Redis does not take for want of memory is not at fault, however
// often that happens.
func TestFullRedis(t *testing.T) {
	hook := &full{}
	hook.left.Store(20)
	n := newsroomWith(t, store.Options{Hook: hook})
	n.add(n.press.paper(0, 2))
	n.run("both articles", n.stored(2), n.poller(func(c *Config) { c.Tries = 2 }))
	tally := n.tally()
	if tally[ItemPutOff] < 20 || tally[ItemDead] > 0 {
		t.Errorf("reports %v, want no dead item and 20 that were put off", tally)
	}
}
