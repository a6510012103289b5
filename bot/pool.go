package bot

import (
	"context"
	"errors"
	"sync"
	"time"
)

// pool does jobs, so many at a time, while so many more may wait. Of one person it
// has no more than a share, so that nobody can shut the others out.
type pool struct {
	size, share int
	jobs        chan func(context.Context)

	mu     sync.Mutex
	closed bool
	undone map[string]int // jobs of each person that wait or are at work
}

func newPool(size, waiting, share int) *pool {
	return &pool{size: size, share: share, jobs: make(chan func(context.Context), waiting), undone: make(map[string]int)}
}

// Why a pool does not take a job.
var (
	errFull  = errors.New("too much waits")
	errShare = errors.New("too much of one person waits")
)

// take accepts a job of a person. It returns errShare where too many of theirs are not
// done yet, errFull where too many wait or the pool is closed.
func (p *pool) take(person string, job func(context.Context)) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.closed:
		return errFull
	case p.undone[person] >= p.share:
		return errShare
	}
	select {
	case p.jobs <- func(ctx context.Context) { defer p.settle(person); job(ctx) }:
		p.undone[person]++
		return nil
	default:
		return errFull
	}
}

// settle notes that a job of a person is done.
func (p *pool) settle(person string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.undone[person]--; p.undone[person] == 0 {
		delete(p.undone, person)
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
