package store

import (
	"context"
	"crypto/rand"
	"fmt"
	"sync"
	"time"

	"github.com/alicebob/miniredis/v2"
	"github.com/redis/go-redis/v9"
)

// tick is how often a Store in memory lets keys expire.
const tick = time.Second

// OpenMemory returns a Store whose Redis is embedded in the process and ends
// with Close.
func OpenMemory(ctx context.Context, o Options) (*Store, error) {
	m := miniredis.NewMiniRedis()
	password := rand.Text() // others on this machine could connect, too
	m.RequireAuth(password)
	if err := m.Start(); err != nil {
		return nil, fmt.Errorf("start the embedded Redis: %w", err)
	}
	s, err := Open(ctx, "redis://:"+password+"@"+m.Addr(), o)
	if err != nil {
		m.Close()
		return nil, err
	}
	if o.Now != nil {
		s.redis.AddHook(clockHook{m, o.Now})
	}
	stop := expireInBackground(m)
	client := s.close
	s.close = func() error {
		stop()
		err := client()
		m.Close()
		return err
	}
	return s, nil
}

// clockHook lets an embedded Redis have the time of a Store before each command.
type clockHook struct {
	redis *miniredis.Miniredis
	now   func() time.Time
}

// DialHook implements redis.Hook.
func (h clockHook) DialHook(next redis.DialHook) redis.DialHook { return next }

// ProcessHook implements redis.Hook.
func (h clockHook) ProcessHook(next redis.ProcessHook) redis.ProcessHook {
	return func(ctx context.Context, cmd redis.Cmder) error {
		h.redis.SetTime(h.now())
		return next(ctx, cmd)
	}
}

// ProcessPipelineHook implements redis.Hook.
func (h clockHook) ProcessPipelineHook(next redis.ProcessPipelineHook) redis.ProcessPipelineHook {
	return func(ctx context.Context, cmds []redis.Cmder) error {
		h.redis.SetTime(h.now())
		return next(ctx, cmds)
	}
}

// expireInBackground moves the clock of m, which stands still by itself, until
// stop is called.
func expireInBackground(m *miniredis.Miniredis) (stop func()) {
	done := make(chan struct{})
	var running sync.WaitGroup
	running.Go(func() {
		t := time.NewTicker(tick)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				m.FastForward(tick)
			case <-done:
				return
			}
		}
	})
	return func() { close(done); running.Wait() }
}
