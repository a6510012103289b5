package bot

import (
	"context"
	"sync"
	"time"
)

// pool does jobs, so many at a time, while so many more may wait.
type pool struct {
	size int
	jobs chan func(context.Context)

	mu     sync.Mutex
	closed bool
}

func newPool(size, waiting int) *pool {
	return &pool{size: size, jobs: make(chan func(context.Context), waiting)}
}

// take accepts a job, unless too many wait or the pool is closed.
func (p *pool) take(job func(context.Context)) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return false
	}
	select {
	case p.jobs <- job:
		return true
	default:
		return false
	}
}

// waiting is the number of jobs that nobody has begun.
func (p *pool) waiting() int { return len(p.jobs) }

// run works until ctx ends, and then does what was accepted, for as long as
// grace: after it the jobs' context ends too, and a job that does not heed that
// is left alone. It reports whether all were done.
func (p *pool) run(ctx context.Context, grace time.Duration) bool {
	working, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	var workers sync.WaitGroup
	for range p.size {
		workers.Go(func() {
			for job := range p.jobs {
				job(working)
			}
		})
	}
	<-ctx.Done()
	p.close()
	done := make(chan struct{})
	go func() { workers.Wait(); close(done) }()
	if within(done, grace) {
		return true
	}
	cancel()
	return within(done, time.Second)
}

func (p *pool) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	close(p.jobs)
}

// within reports whether done is closed before d has passed.
func within(done <-chan struct{}, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-done:
		return true
	case <-timer.C:
		return false
	}
}
