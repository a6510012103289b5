package poll

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/redis/go-redis/v9"

	"newsbot/digest/store"
)

// flaw makes Redis fail to read the queue so many times.
type flaw struct{ left atomic.Int32 }

func (f *flaw) DialHook(next redis.DialHook) redis.DialHook { return next }

func (f *flaw) ProcessPipelineHook(next redis.ProcessPipelineHook) redis.ProcessPipelineHook {
	return next
}

func (f *flaw) ProcessHook(next redis.ProcessHook) redis.ProcessHook {
	return func(ctx context.Context, cmd redis.Cmder) error {
		if cmd.Name() == "xreadgroup" && f.left.Add(-1) >= 0 {
			err := errors.New("no queue today")
			cmd.SetErr(err)
			return err
		}
		return next(ctx, cmd)
	}
}

// lines counts what a log says, by its messages.
type lines struct {
	slog.Handler
	mu     sync.Mutex
	counts map[string]int
}

func (l *lines) Handle(_ context.Context, r slog.Record) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.counts[r.Message]++
	return nil
}

func (l *lines) count(part string) (n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for message, times := range l.counts {
		if strings.Contains(message, part) {
			n += times
		}
	}
	return n
}

// A queue that cannot be read for long is told of once, and when it can be again.
func TestQueueAwayIsToldOnce(t *testing.T) {
	t.Parallel()
	broken := &flaw{}
	broken.left.Store(20)
	n := newsroomWith(t, store.Options{Hook: broken})
	log := &lines{Handler: slog.NewTextHandler(t.Output(), nil), counts: make(map[string]int)}
	n.run("the queue", func() bool { return log.count("queue is read again") > 0 }, n.poller(func(c *Config) { c.Log = slog.New(log) }))
	if times := log.count("queue not read"); times != 1 {
		t.Errorf("told %d times that the queue is not read, want once", times)
	}
}
