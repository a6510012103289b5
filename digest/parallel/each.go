// Package parallel spreads independent work over the processors, and over workers.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"

	"newsbot/digest/rescue"
)

// chunk is how many numbers a goroutine takes at a time.
const chunk = 16

// Each calls do once for every number from 0 to n-1, on all processors, and
// returns when all calls have. If some panic, it panics with a *rescue.Panic of one
// of them, and others may be left out.
func Each(n int, do func(i int)) {
	With(n, func() struct{} { return struct{}{} }, func(_ struct{}, i int) { do(i) })
}

// With is Each for work that needs memory of its own: every goroutine makes
// some once and passes it to its calls.
func With[M any](n int, memory func() M, do func(m M, i int)) {
	var next atomic.Int64
	var failed atomic.Value
	work := func() error {
		m := memory()
		for {
			end := int(next.Add(chunk))
			if end-chunk >= n {
				return nil
			}
			for i := end - chunk; i < min(end, n); i++ {
				do(m, i)
			}
		}
	}
	var running sync.WaitGroup
	for range min((n+chunk-1)/chunk, runtime.GOMAXPROCS(0)) {
		running.Go(func() {
			if err := rescue.Do(work); err != nil {
				failed.Store(err)
			}
		})
	}
	running.Wait()
	if err := failed.Load(); err != nil {
		panic(err)
	}
}
