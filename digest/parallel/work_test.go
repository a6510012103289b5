package parallel

import (
	"context"
	"sync/atomic"
	"testing"
	"time"
)

// TestWork has ten things to do for three workers.
func TestWork(t *testing.T) {
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	var begun, done, busy, most atomic.Int64
	Work(ctx, 3, time.Millisecond, func(free int) (found []func()) {
		if free > 3 {
			t.Errorf("%d of 3 workers are free", free)
		}
		for range min(free, 10-int(begun.Load())) {
			begun.Add(1)
			found = append(found, func() {
				n := busy.Add(1)
				for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
				}
				time.Sleep(2 * time.Millisecond)
				busy.Add(-1)
				if done.Add(1) == 10 {
					stop()
				}
			})
		}
		return found
	})
	if done.Load() != 10 || most.Load() > 3 {
		t.Errorf("%d of 10 done, %d at a time", done.Load(), most.Load())
	}
}
