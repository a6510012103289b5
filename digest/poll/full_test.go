package poll

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/redis/go-redis/v9"

	"newsbot/digest/store"
)

// full is a Redis without memory for commands that name some key, so many times.
type full struct {
	key  string
	left atomic.Int64
}

// noMemory is what such a Redis answers.
type noMemory struct{}

func (noMemory) Error() string { return "OOM command not allowed when used memory > 'maxmemory'." }
func (noMemory) RedisError()   {}

func (f *full) DialHook(next redis.DialHook) redis.DialHook          { return next }
func (f *full) ProcessHook(next redis.ProcessHook) redis.ProcessHook { return next }

func (f *full) ProcessPipelineHook(next redis.ProcessPipelineHook) redis.ProcessPipelineHook {
	return func(ctx context.Context, cmds []redis.Cmder) error {
		for _, c := range cmds {
			if f.refuses(c) {
				c.SetErr(noMemory{})
				return noMemory{}
			}
		}
		return next(ctx, cmds)
	}
}

// refuses reports whether a command that writes is refused.
func (f *full) refuses(c redis.Cmder) bool {
	return (c.Name() == "set" || strings.HasPrefix(c.Name(), "eval")) && strings.Contains(fmt.Sprint(c.Args()...), f.key) && f.left.Add(-1) >= 0
}

// An item that Redis does not take for want of memory is not at fault, however
// often that happens.
func TestFullRedis(t *testing.T) {
	t.Parallel()
	hook := &full{key: ":briefs"}
	hook.left.Store(20)
	n := newsroomWith(t, store.Options{Hook: hook})
	n.add(n.press.paper(0, 2))
	n.run("both articles", n.stored(2), n.poller(func(c *Config) { c.Tries = 2 }))
	tally := n.tally()
	if tally[ItemPutOff] < 20 || tally[ItemDead] > 0 {
		t.Errorf("reports %v, want no dead item and 20 that were put off", tally)
	}
}

// That articles are not put into stories is told once, and that they are again.
func TestFullOfStories(t *testing.T) {
	t.Parallel()
	hook := &full{key: "lease:stories"}
	hook.left.Store(3)
	n := newsroomWith(t, store.Options{Hook: hook})
	n.add(n.press.paper(0, 2))
	log := &lines{Handler: slog.NewTextHandler(t.Output(), nil), counts: make(map[string]int)}
	n.run("the articles in stories", func() bool { return log.count("in stories again") > 0 },
		n.poller(func(c *Config) { c.Log = slog.New(log) }))
	if times := log.count("not in stories"); times != 1 || hook.left.Load() > 0 {
		t.Errorf("told %d times, want once", times)
	}
}
