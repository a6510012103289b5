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
		c := newPool(2, 3, 10)
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
			if c.take("ann", job) == nil {
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
		if c.take("ann", job) == nil {
			t.Error("a closed pool takes a job")
		}
	})
}

// Of one person a pool takes a share only, and more once some of it is done.
func TestPoolShare(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newPool(1, 9, 2)
		ctx, stop := context.WithCancel(t.Context())
		go c.run(ctx, time.Minute)
		job := func(context.Context) { time.Sleep(time.Second) }
		for i, step := range []struct {
			person string
			want   error
		}{{"ann", nil}, {"ann", nil}, {"ann", errShare}, {"bob", nil}, {"ann", errShare}} {
			if err := c.take(step.person, job); err != step.want {
				t.Errorf("job %d, of %s: %v, want %v", i, step.person, err, step.want)
			}
		}
		time.Sleep(time.Second)
		synctest.Wait()
		if err := c.take("ann", job); err != nil {
			t.Errorf("after one was done: %v", err)
		}
		stop()
		time.Sleep(time.Minute)
		synctest.Wait()
		if len(c.undone) > 0 {
			t.Errorf("people who have nothing to do are remembered: %v", c.undone)
		}
	})
}

// A job gets the end of its context when the grace is over, and is left alone
// where it does not heed that.
func TestPoolGrace(t *testing.T) {
	for _, deaf := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			c := newPool(1, 1, 1)
			ctx, stop := context.WithCancel(t.Context())
			c.take("ann", func(ctx context.Context) {
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
