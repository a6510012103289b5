package store

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"time"

	"github.com/redis/go-redis/v9"

	"newsbot/digest/wait"
)

const (
	forever  = time.Duration(math.MaxInt64)
	minPause = 50 * time.Millisecond
	maxPause = 2 * time.Second
)

// retry calls do until it succeeds, fails for good, or has failed for as long as
// patience lasts. The pauses in between double, and vary so that clients do not
// come back all at once.
func (s *Store) retry(ctx context.Context, patience time.Duration, do func(context.Context) error) error {
	began := time.Now()
	for pause := minPause; ; pause = min(2*pause, maxPause) {
		err := do(ctx)
		var e *Error
		if err == nil || !errors.As(err, &e) || !e.Temporary {
			return err
		}
		s.away.Store(time.Now().UnixNano())
		if time.Since(began) > patience-pause {
			return err
		}
		s.sayAway(ctx, e)
		if ended := wait.For(ctx, pause/2+rand.N(pause)); ended != nil {
			return errors.Join(ended, err)
		}
	}
}

// sayAgain is how often it is said that Redis is away: many wait for it at a time.
const sayAgain = time.Minute

// sayAway says that Redis is away, unless that was said a moment ago.
func (s *Store) sayAway(ctx context.Context, e *Error) {
	last, now := s.said.Load(), time.Now().UnixNano()
	if time.Duration(now-last) >= sayAgain && s.said.CompareAndSwap(last, now) {
		s.options.Logger.WarnContext(ctx, "waiting for Redis", "error", e)
	}
}

// pipelined sends the commands that fill queues in as few messages as there are
// servers, again while Redis is away. It is for commands that may run twice.
func (s *Store) pipelined(ctx context.Context, fill func(redis.Pipeliner)) error {
	return s.retry(ctx, s.options.Patience, func(ctx context.Context) error {
		return s.pipelinedOnce(ctx, s.redis.Pipeline(), fill)
	})
}

// value sends the one command that queue queues, as pipelined does, and returns what it
// answers.
func value[T any, C interface{ Val() T }](ctx context.Context, s *Store, queue func(redis.Pipeliner) C) (T, error) {
	var answer C
	if err := s.pipelined(ctx, func(p redis.Pipeliner) { answer = queue(p) }); err != nil {
		var none T
		return none, err
	}
	return answer.Val(), nil
}

// atomically is pipelined for commands on keys of one day, which see one state
// of it.
func (s *Store) atomically(ctx context.Context, fill func(redis.Pipeliner)) error {
	return s.retry(ctx, s.options.Patience, func(ctx context.Context) error {
		return s.pipelinedOnce(ctx, s.redis.TxPipeline(), fill)
	})
}

// snapshot is atomically for commands that read. A Redis whose memory is full takes
// none in a transaction, but it changes nothing either: there they need none.
func (s *Store) snapshot(ctx context.Context, fill func(redis.Pipeliner)) error {
	err := s.atomically(ctx, fill)
	if redis.IsOOMError(err) {
		return s.pipelined(ctx, fill)
	}
	return err
}

// ask runs a script, again while Redis is away, and reads its answer. It is for
// scripts that may run twice.
func ask[T any](ctx context.Context, s *Store, read func(*redis.Cmd) (T, error), script *redis.Script, keys []string, args ...any) (answer T, err error) {
	err = s.retry(ctx, s.options.Patience, func(ctx context.Context) (err error) {
		answer, err = read(script.Run(ctx, s.redis, keys, args...))
		return s.explain(err)
	})
	return answer, err
}

func (s *Store) pipelinedOnce(ctx context.Context, p redis.Pipeliner, fill func(redis.Pipeliner)) error {
	fill(p)
	cmds, err := p.Exec(ctx)
	if err != nil && len(cmds) == 0 {
		return s.explain(err)
	}
	return s.explain(errorsOf(cmds))
}
