// Package wait lets time pass, and data be read, for as long as somebody waits for it,
// and tells of what keeps them waiting, once.
package wait

import (
	"context"
	"time"
)

// For returns nil after d, or the context's error as soon as that is done.
func For(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
