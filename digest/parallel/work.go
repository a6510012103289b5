package parallel

import (
	"context"
	"sync"
	"time"

	"newsbot/digest/wait"
)

// Work does what there is to do with so many workers until ctx ends, and returns
// when they have. As soon as one is free, it asks find, which is told how many are;
// where there was nothing, it looks again after a while.
func Work(ctx context.Context, workers int, look time.Duration, find func(free int) []func()) {
	var running sync.WaitGroup
	defer running.Wait()
	free := make(chan struct{}, workers)
	for range workers {
		free <- struct{}{}
	}
	for {
		<-free
		if ctx.Err() != nil {
			return
		}
		found := find(1 + len(free))
		free <- struct{}{}
		for _, do := range found {
			<-free
			running.Go(func() {
				do()
				free <- struct{}{}
			})
		}
		if len(found) == 0 {
			wait.For(ctx, look)
		}
	}
}
