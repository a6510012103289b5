package wait

import (
	"context"
	"time"
)

// Grace is how long what outlives a process's end may take.
const Grace = 5 * time.Second

// Outlive returns a context that ends Grace after another. What is taken in it is
// known to be taken, and can be given back: a request that is given up half way may
// have been done.
func Outlive(ctx context.Context) (longer context.Context, cancel context.CancelFunc) {
	longer, end := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(Grace, end) })
	return longer, func() {
		stop()
		end()
	}
}
