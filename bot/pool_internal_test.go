package bot

import (
	"context"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestPool(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newPool(2, 3)
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan bool)
		go func() { ended <- c.run(ctx, time.Minute) }()
		var at, most, done atomic.Int32
		job := func(context.Context) {
			most.Store(max(most.Load(), at.Add(1)))
			time.Sleep(time.Second)
			at.Add(-1)
			done.Add(1)
		}
		taken := 0
		for range 10 {
			if c.take(job) {
				taken++
			}
			synctest.Wait()
		}
		if taken != 5 || c.waiting() != 3 {
			t.Errorf("%d jobs taken of which %d wait, want 5 and 3", taken, c.waiting())
		}
		stop()
		if !<-ended {
			t.Error("jobs were left")
		}
		if done.Load() != 5 || most.Load() != 2 {
			t.Errorf("%d jobs done, %d at a time, want 5 and 2", done.Load(), most.Load())
		}
		if c.take(job) {
			t.Error("a closed pool takes a job")
		}
	})
}

// A job gets the end of its context when the grace is over, and is left alone
// where it does not heed that.
func TestPoolGrace(t *testing.T) {
	for _, deaf := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			c := newPool(1, 1)
			ctx, stop := context.WithCancel(t.Context())
			c.take(func(ctx context.Context) {
				<-ctx.Done()
				if deaf {
					time.Sleep(time.Hour)
				}
			})
			go stop()
			began := time.Now()
			if done := c.run(ctx, time.Minute); done == deaf {
				t.Errorf("deaf: %v, run = %v", deaf, done)
			}
			if took := time.Since(began); took < time.Minute || took > 62*time.Second {
				t.Errorf("deaf: %v, run took %s", deaf, took)
			}
			time.Sleep(2 * time.Hour) // until the deaf one has ended
		})
	}
}
