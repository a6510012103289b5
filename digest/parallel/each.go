// Package parallel spreads independent work over the processors, and over workers.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// chunk is how many numbers a goroutine takes at a time.
const chunk = 16

// Each calls do once for every number from 0 to n-1, on all processors, and
// returns when all calls have.
func Each(n int, do func(i int)) {
	With(n, func() struct{} { return struct{}{} }, func(_ struct{}, i int) { do(i) })
}

// With is Each for work that needs memory of its own: every goroutine makes
// some once and passes it to its calls.
func With[M any](n int, memory func() M, do func(m M, i int)) {
	var next atomic.Int64
	var running sync.WaitGroup
	for range min((n+chunk-1)/chunk, runtime.GOMAXPROCS(0)) {
		running.Go(func() {
			m := memory()
			for {
				end := int(next.Add(chunk))
				if end-chunk >= n {
					return
				}
				for i := end - chunk; i < min(end, n); i++ {
					do(m, i)
				}
			}
		})
	}
	running.Wait()
}
